"""Inside one story: claims, origins, conflicts."""
