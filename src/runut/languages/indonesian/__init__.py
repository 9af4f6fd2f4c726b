"""Tables of the Indonesian pack."""
