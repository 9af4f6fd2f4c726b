"""Article to findings: times, figures, entities, statements with speakers and chains, events, commitments."""
