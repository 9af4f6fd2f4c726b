"""EDGE: one SQLite file and a folder of blobs."""
