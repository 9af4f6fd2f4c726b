"""Words and marks of a text, cut alike wherever printed forms are compared with tables; knows no language."""

import re

PIECE = re.compile(r"(?:[A-Z]\.){2,9}[A-Z](?![^\W_])|[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]|_")
"""A word, or one mark. Three capitals or more with stops between them are one word ("L.T.B" of "L.T.B.")."""
