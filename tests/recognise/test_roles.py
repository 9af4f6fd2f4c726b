"""Roles: how far they reach and whose they are."""

import pytest

from runut.languages.pack import load_pack
from runut.recognise.names_lexicon import Line, Name, load_name_words
from runut.recognise.roles import find_roles
from runut.recognise.words import split_words


def roles(text: str, *people: str, language: str = "id") -> list[tuple[str, str | None]]:
    """(role as printed, its person) of a sentence in which these people are named."""
    pack = load_pack(language)
    assert pack is not None
    words = split_words(text, 0, len(text))
    names = []
    for person in people:
        start = text.index(person)
        inside = [n for n, word in enumerate(words) if start <= word.start < start + len(person)]
        names.append(Name(inside[0], inside[-1] + 1, "person"))
    line = Line(words, sorted(names))
    found = find_roles(line, load_name_words(pack))

    def printed(first: int, last: int) -> str:
        return text[words[first].start : words[last - 1].end]

    return [
        (
            printed(role.first, role.last),
            printed(line.names[role.person].first, line.names[role.person].last) if role.person is not None else None,
        )
        for role in found
    ]


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        ("Bupati Ratna Wulandari hadir.", "Ratna Wulandari", "Bupati"),
        ("Kepala Bidang Humas Ratna Wulandari hadir.", "Ratna Wulandari", "Kepala Bidang Humas"),
        ("Ketua Komisi III Ratna Wulandari hadir.", "Ratna Wulandari", "Ketua Komisi III"),
        ("Danrem 061/Melati Kolonel Ratna Wulandari hadir.", "Ratna Wulandari", "Danrem 061/Melati"),
        ("Menteri Keuangan (Menkeu) Ratna Wulandari hadir.", "Ratna Wulandari", "Menteri Keuangan"),
        ("Camat Melati, Ratna Wulandari, hadir.", "Ratna Wulandari", "Camat Melati"),
        ("Ratna Wulandari, camat Indonesia, hadir.", "Ratna Wulandari", "camat Indonesia"),
        (
            "Ratna Wulandari, komisaris polisi untuk Indonesia, hadir.",
            "Ratna Wulandari",
            "komisaris polisi untuk Indonesia",
        ),
    ],
)
def test_a_role_and_its_person(text: str, person: str, role: str) -> None:
    assert (role, person) in roles(text, person)


def test_one_who_serves_another_stands_behind_the_comma() -> None:
    found = roles("Juru bicara Presiden Salman Hakim, Ratna Wulandari, membantah.", "Salman Hakim", "Ratna Wulandari")
    assert found[0][1] == "Ratna Wulandari"


def test_a_person_that_nothing_found_is_added_behind_a_rank() -> None:
    assert ("Kapolsek Melati", "Sutrisno") in roles("Kapolsek Melati AKP Sutrisno hadir.")


@pytest.mark.parametrize("text", ["Warga marah.", "Ketua hadir.", "Ia seorang bupati yang baik.", "Korban pulang."])
def test_plain_nouns_and_first_words_are_no_offices(text: str) -> None:
    assert roles(text) == []


def test_an_office_may_stand_alone() -> None:
    assert roles("Kemarin Kapolri meminta maaf.") == [("Kapolri", None)]


def test_english_bodies_stand_before_the_role() -> None:
    assert roles("Finance Minister Helen Marsh left.", "Helen Marsh", language="en") == [
        ("Finance Minister", "Helen Marsh")
    ]


def test_a_relative_is_not_the_one_named_behind() -> None:
    assert roles("Istri Salman Hakim hadir.", "Salman Hakim") == []
    found = roles("Istri Salman Hakim, Ratna Wulandari, hadir.", "Salman Hakim", "Ratna Wulandari")
    assert found[0][1] == "Ratna Wulandari"


def test_a_role_ends_before_another_person() -> None:
    found = roles("They met the mayor of London and Mr. Bell.", "Bell", language="en")
    assert [person for _, person in found] in ([], [None])
