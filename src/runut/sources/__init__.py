"""EDGE: files, folders, WARC, feeds, records in; pages with their bytes out."""
