"""Names of records: a hash of what is pointed at, never of what we think of it."""

import hashlib
from base64 import b32encode

KINDS = {
    "pg": "page", "ar": "article", "en": "entity", "tm": "time expression", "fg": "figure",
    "st": "statement", "ev": "event", "cm": "commitment", "ds": "set of articles that share text",
    "sy": "story", "sl": "storyline", "cl": "claim", "cf": "conflict", "ln": "line", "do": "dossier",
    "pb": "problem", "jd": "judgement",
}  # fmt: skip


def make_id(kind: str, *parts: str | int) -> str:
    """`kind-` and 24 base-32 letters of BLAKE2b over the length-prefixed parts.

    Length prefixes keep ("a", "bc") and ("ab", "c") apart.

    >>> make_id("st", "ar-x", 0, 5) == make_id("st", "ar-x", 0, 5)
    True
    >>> make_id("st", "a", "bc") == make_id("st", "ab", "c")
    False
    """
    if kind not in KINDS:
        raise ValueError(f"no such kind of record: {kind!r}")
    digest = hashlib.blake2b(digest_size=15)
    for part in parts:
        raw = str(part).encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return f"{kind}-{b32encode(digest.digest()).decode('ascii').lower()}"


def hash_bytes(body: bytes) -> str:
    """The name of page bytes in the blob store: BLAKE2b, 40 hexadecimal digits."""
    return hashlib.blake2b(body, digest_size=20).hexdigest()
