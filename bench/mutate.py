"""Mutations that break parsers: bytes flipped, slices moved, and pieces known to be hard put in."""

import random  # noqa: TID251, the caller gives the seed

HOSTILE_BYTES: tuple[bytes, ...] = (
    b"<!--", b"-->", b"<script>", b"</script>", b"<style>", b"<![CDATA[", b"]]>", b"<", b">", b"</", b"<p", b"</p>",
    b"<div><div><div>", b"</div></div></div></body></html>", b"<table><tr><td><table>", b"<a><a><b><i></a>", b"<br>",
    b"<svg><title><p>", b"<math><mi>", b"<template>", b"<select><option>", b"<textarea>", b"<plaintext>",
    b"<noscript>",
    b"<frameset>", b"<base href='//x'>", b"<meta charset=utf-7>", b"<meta charset='euc-kr'>", b"<meta charset=\xff>",
    b"<html lang=xx>", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
    b"\xe2\x80\xae",
    b"\xcc\x81" * 40, b"&#0;", b"&#x110000;", b"&#99999999999999;", b"&amp;amp;", b"&", b"&nbsp" * 20, b"&#xD800;",
    b"<p data-runut='5'>", b"<p x=\"", b"<p x='a\"b'>", b"<P/>", b"<p\n\n\nclass=a\tid=b>", b"<!DOCTYPE",
    b"<?xml version=",

       b'<script type="application/ld+json">{"@type":"NewsArticle","author":[[[[{"name":{"a":1}}]]]],'
    b'"datePublished":[1,null]}'
    b"</script>", b'<script type="application/ld+json">' + b"[" * 3000 + b"</script>",
    b'<meta property="article:published_time" content="0000-99-99T99:99:99+99:99">', b'<meta name=author content="">',
    b"<time datetime='9999999999-01-01'>", b"<title></title>", b"<h1></h1>", b"<article></article>", b"<item>",
    b"<entry>",
    b"WARC/1.0\r\n", b"Content-Length: 99999999999\r\n", b"Content-Length: -1\r\n", b"\x1f\x8b\x08", b"\r\n\r\n",
)  # fmt: skip

LARGE: tuple[tuple[bytes, int], ...] = (
    (b"<div>", 100_000), (b"<b>", 100_000), (b"<p>", 60_000), (b"<a href=x>", 30_000), (b"<table><tr><td>", 20_000),
    (b"<i><b>", 2_000), (b"x", 2_000_000), (b"<", 300_000), (b"&", 300_000), (b"&#x", 100_000), (b"<!--", 100_000),
    (b"<p title='", 50_000), (b'"', 200_000), (b" ", 2_000_000), (b"\n", 500_000), (b"<p>a.</p>", 30_000),
    (b"<script>", 50_000), (b"</div>", 100_000), (b"<li><ul>", 20_000), (b"\xe2\x80\x9c", 100_000),
    (b"<svg>", 50_000),
    (b"<p class=a b=c d=e>", 20_000), (b"<select>", 50_000), (b"<font size=1>", 20_000), (b"a-", 500_000),
)  # fmt: skip

HOSTILE_TEXT: tuple[str, ...] = (
    '"', "“", "”", "«", "'", "''", "(", ")", "((((", "[", "]", "\n", "\n\n\n", "\u2028", "\x00", "\u200b",
    "\u202e", "\ud800",
    "e\u0301", "İ", "ﬁ", "ß", "\U0001f600", "１２", "²", "٣", "—", " - ", "...", "…", ";", ":", "?!", "&quot;",
    "&#8220;",
    "1.000.000.000.000.000", "9" * 400, "1,5 persen", "31/2/2025", "(99/99)", "00:99", "Rp", "Rp 1e999", "2024-13-45",
    "Senin (31/2)", "tahun 0000", "tahun 99999", "5.000 orang", "-5", "1/0", "ratus juta miliar triliun",
    "twenty-one hundred",
    "kata dia", ", kata", "kata", "said", "according to", "menurut", "ujarnya", "dikutip dari", "dilansir",
    "jika", "kecuali",
    "A" * 500, "Dr. H. M. " * 30, "Jl. No. 5", "tidak bukan tidak", "di di di", "yang " * 60,
)  # fmt: skip

LARGE_TEXT: tuple[tuple[str, int], ...] = (
    ('"', 5_000), ("“", 5_000), ("a", 200_000), (" ", 200_000), ("9", 50_000), ("1.", 20_000), ("A. ", 20_000),
    ("Aa ", 20_000),
    ("kata ", 10_000), ("dan ", 10_000), ("(", 10_000), ("\n", 50_000),
    ("“a” kata B. ", 3_000), ("5 Mei 2024, ", 3_000),
    ("Budi Santoso, ", 4_000), ("'", 20_000), (".", 50_000), ("-", 50_000),
    ("satu ", 10_000), ("jika a maka b, ", 2_000),
    ("one hundred ", 5_000), ("said ", 5_000), ("Menteri ", 10_000), ("1-", 20_000), ("00:00 ", 10_000),
    ("&quot;", 20_000),
)  # fmt: skip

LARGE_SHARE = 0.02
"""Of the cases; each costs as much as fifty others."""


def mutate_bytes(body: bytes, chance: random.Random, other: bytes) -> bytes:
    """One to eight mutations of a page; sometimes a piece repeated so often that only linear parsers survive."""
    made = bytearray(body)
    for _ in range(chance.randint(1, 8)):
        _mutate(made, chance, other, HOSTILE_BYTES)
    if chance.random() < LARGE_SHARE:
        piece, times = chance.choice(LARGE)
        at = chance.randrange(len(made) + 1)
        made[at:at] = piece * times
    return bytes(made)


def _mutate(made: bytearray, chance: random.Random, other: bytes, pieces: tuple[bytes, ...]) -> None:
    at = chance.randrange(len(made) + 1)
    size = chance.choice((1, 3, 20, 200, 3000))
    kind = chance.randrange(7)
    if kind == 0:
        made[at : at + size] = chance.randbytes(min(size, 200))
    elif kind == 1:
        del made[at : at + size]
    elif kind == 2:
        made[at:at] = made[at : at + size] * chance.choice((1, 2, 30))
    elif kind == 3:
        start = chance.randrange(len(other) + 1)
        made[at:at] = other[start : start + size]
    elif kind == 4 and made:
        made[at % len(made)] ^= 1 << chance.randrange(8)
    elif kind == 5:
        del made[at:]
    else:
        for _ in range(chance.choice((1, 1, 5))):
            spot = chance.randrange(len(made) + 1)
            made[spot:spot] = chance.choice(pieces)


def mutate_text(text: str, chance: random.Random, other: str) -> str:
    """One to eight mutations of a text, as `mutate_bytes`."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        size = chance.choice((1, 5, 40, 400))
        kind = chance.randrange(6)
        if kind == 0:
            text = text[:at] + text[at + size :]
        elif kind == 1:
            text = text[:at] + text[at : at + size] * chance.choice((2, 5)) + text[at + size :]
        elif kind == 2:
            start = chance.randrange(len(other) + 1)
            text = text[:at] + other[start : start + size] + text[at:]
        elif kind == 3:
            text = text[:at] + chr(chance.choice((chance.randrange(0x3000), chance.randrange(0x110000)))) + text[at:]
        else:
            text = text[:at] + chance.choice(HOSTILE_TEXT) + text[at:]
    if chance.random() < LARGE_SHARE:
        piece, times = chance.choice(LARGE_TEXT)
        at = chance.randrange(len(text) + 1)
        text = text[:at] + piece * times + text[at:]
    return text.encode("utf-8", "replace").decode("utf-8")  # decoding a page never gives lone surrogates
