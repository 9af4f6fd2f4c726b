"""EDGE: embedders and engines, by name."""
