"""Story to dossier, dossier to terminal, JSON and HTML, and the walk back from a line to its bytes."""
