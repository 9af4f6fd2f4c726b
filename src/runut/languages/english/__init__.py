"""Tables of the English pack."""
