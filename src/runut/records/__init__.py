"""What things are: frozen records, checked at birth, without behaviour."""
