"""Charsets: what is believed, and why."""

import pytest

from runut.read.decode import decode_page

WORDS = "Café ditutup, kata “Siti”"


@pytest.mark.parametrize(
    ("body", "sent", "charset", "how"),
    [
        ("\ufeffHalo".encode(), None, "utf-8", "bom"),
        (WORDS.encode("utf-16"), None, "utf-16-le", "bom"),
        (WORDS.encode(), "iso-8859-1", "utf-8", "utf-8"),
        (WORDS.encode("cp1252"), "ISO-8859-1", "cp1252", "sent"),
        (b"<meta charset='latin1'>" + WORDS.encode("cp1252"), None, "cp1252", "declared"),
        (b"<meta charset='utf-8'>" + WORDS.encode("cp1252") * 20, None, "cp125", "detected"),
        (b"plain", None, "utf-8", "utf-8"),
        (b"plain", "base64", "utf-8", "utf-8"),
        (b"<meta charset=utf-16>plain", None, "utf-8", "declared"),
    ],
)
def test_charset_and_evidence(body: bytes, sent: str | None, charset: str, how: str) -> None:
    decoded = decode_page(body, sent)
    assert (decoded.charset[: len(charset)], decoded.how) == (charset, how)


def test_words_survive() -> None:
    for charset in ("utf-8", "cp1252", "utf-16"):
        body = WORDS.encode(charset)
        assert decode_page(body, charset).text.strip("\ufeff") == WORDS


def test_a_broken_byte_costs_one_character() -> None:
    body = ("Siti di café itu. " * 40).encode() + b"\xff akhir"
    assert decode_page(body).text.count("\ufffd") == 1


def test_the_mark_stays_so_that_offsets_are_those_of_the_file() -> None:
    assert decode_page("\ufeffHalo".encode()).text.index("H") == 1
