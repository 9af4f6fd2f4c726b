"""runut: who said it, through whom, who else says so, and where the versions differ."""

__version__ = "0.1.0"
