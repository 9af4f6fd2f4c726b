"""A cheap look: the language of a page and whether it holds running text."""

import pytest

from runut.read.triage import triage
from runut.records.page import Place
from runut.sources.files import make_page

INDONESIAN = "Warga desa itu memanen padi lebih awal karena hujan deras turun sejak pekan lalu dan sungai meluap."
ENGLISH = "Farmers in the village brought in the rice early because heavy rain has fallen since last week."
MALAY = "Penduduk kampung itu menuai padi lebih awal kerana hujan lebat turun sejak minggu lepas, kata beliau."
FILLER = (
    "<script>var the = 'and of the to in is that for it was on with';</script><!-- the and of --><style>p{}</style>"
)


def look(html: str, medium: str = "html", charset: str = "utf-8"):
    body = html.encode(charset)
    return triage(make_page(body, Place("a"), medium, charset=charset), body)  # type: ignore[arg-type]


@pytest.mark.parametrize(("line", "language"), [(INDONESIAN, "id"), (ENGLISH, "en"), (MALAY, "ms")])
@pytest.mark.parametrize("tag", ["p", "div"])
def test_the_language_of_running_text(line: str, language: str, tag: str) -> None:
    html = f"<html><body>{FILLER}{''.join(f'<{tag}>{line}</{tag}>' for _ in range(6))}</body></html>"
    assert look(html) == (language, "article")


def test_a_list_of_titles_is_no_article() -> None:
    links = "".join(f"<li><a href='/{n}'>Harga beras naik lagi</a></li>" for n in range(50))
    assert look(f"<ul>{links}</ul>") == ("id", "index")


@pytest.mark.parametrize(
    "html", ["", "<", "<p", "<p>", "<html><body></body></html>", "<script>let a</script>", "<p>" * 500]
)
def test_nothing_to_read(html: str) -> None:
    assert look(html) == ("und", "empty")


def test_entities_attributes_and_other_charsets() -> None:
    line = ENGLISH.replace("rice", "caf\u00e9 rice")
    html = f'<p title="yang dan di">{line}&nbsp;&amp;&#8217;</p>' * 6
    assert look(html, charset="windows-1252") == ("en", "article")


def test_saved_text() -> None:
    assert look("\n".join([INDONESIAN] * 6), "text") == ("id", "article")
    assert look("Beranda\nEkonomi", "text").look == "index"


def test_only_the_beginning_is_looked_at() -> None:
    assert look(f"<p>{INDONESIAN}</p>" * 30 + f"<p>{ENGLISH}</p>" * 3000).language == "id"
