"""A quick look at a stretch of text, to pass over what cannot matter to a recogniser."""

_MARKS = str.maketrans(dict.fromkeys('.,;:!?()[]"“”‘—–…/%*\u00a0\n', " "))


def rough_words(shadow: str, start: int, end: int) -> set[str]:
    """The words of a stretch in small letters, without marks around them, and the parts of hyphened ones."""
    words = set(shadow[start:end].lower().translate(_MARKS).split())
    return words.union(part for word in words if "-" in word for part in word.split("-"))
