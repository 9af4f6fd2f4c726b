"""The world's tables that are no language's own: countries, people with dated offices, outlets, agencies."""
