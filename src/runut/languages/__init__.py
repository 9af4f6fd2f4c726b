"""Languages: folders of tables with an example in each row, and cases that show them at work."""
