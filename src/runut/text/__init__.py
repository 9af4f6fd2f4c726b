"""Work on characters that knows no language and no record but spans and articles."""
