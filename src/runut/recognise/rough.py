"""A quick look at a stretch of text, to pass over what cannot matter to a recogniser."""

_MARKS = str.maketrans(dict.fromkeys('.,;:!?()[]"“”‘—–…/%*\u00a0\n', " "))


def rough_words(shadow: str, start: int, end: int) -> set[str]:
    """The words of a stretch, in small letters and without marks around them: enough to pass over it quickly."""
    return set(shadow[start:end].lower().translate(_MARKS).split())
