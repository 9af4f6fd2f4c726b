"""Roots of words: the stage's name for `languages.roots`."""

from runut.languages.roots import root_of, stopwords

__all__ = ["root_of", "stopwords"]
