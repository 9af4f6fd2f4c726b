"""Many articles: text that is shared, and stories."""
