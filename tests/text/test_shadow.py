"""A shadow has the text's length; only what rules need is folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.text.shadow import make_shadow


@pytest.mark.parametrize(
    ("text", "shadow"),
    [
        ("“Buka,” kata Siti.", "“Buka,” kata Siti."),
        ("Rp\u00a05\u202f000", "Rp 5 000"),
        ("&quot;Buka,&quot; kata", '     "Buka,"      kata'),
        ("a&nbsp;b", "a      b"),
        ("AT&T", "AT&T"),
        ("&tidakada;", "&tidakada;"),
        ("''Buka'' kata", ' "Buka"  kata'),
        ("Jum'at", "Jum'at"),
        ("‘Pasar itu akan buka,’ kata Siti.", "“Pasar itu akan buka,” kata Siti."),
        ("‘Pasar itu “besar” dan ramai,’ katanya", "“Pasar itu ‘besar’ dan ramai,” katanya"),
        ("“Buka,” kata Siti dari ‘Pasar Baru Selatan’.", "“Buka,” kata Siti dari ‘Pasar Baru Selatan’."),
        ("", ""),
    ],
)
def test_what_is_folded(text: str, shadow: str) -> None:
    found = make_shadow(text)
    assert len(found) == len(text)
    assert found.split() == shadow.split()


@given(st.text(st.sampled_from(list("ab ‘’.,'\"&;#39quotamp\u00a0\u200b“”é\n")), max_size=60))
def test_every_offset_stays(text: str) -> None:
    found = make_shadow(text)
    assert len(found) == len(text)
    assert all(left == right for left, right in zip(text, found, strict=True) if left.isalpha() and "&" not in text)
