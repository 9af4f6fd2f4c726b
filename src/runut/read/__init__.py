"""Page to article: decoding, blocks with exact offsets, body, metadata."""
