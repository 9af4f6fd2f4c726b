"""Names over the whole article: found once, found everywhere; one kind for what is written alike."""

from runut.languages.pack import load_pack
from runut.recognise.names_lexicon import Casing, Line, Name, NameKind, load_name_words
from runut.recognise.names_repeats import repeat_names
from runut.recognise.words import split_words


def names_after(*sentences: tuple[str, tuple[tuple[int, int, NameKind], ...]]) -> list[list[tuple[str, NameKind]]]:
    """The names of each sentence after the second look, given the names of the first."""
    pack = load_pack("id")
    assert pack is not None
    lines = [Line(split_words(text, 0, len(text)), [Name(*name) for name in names]) for text, names in sentences]
    repeat_names(lines, load_name_words(pack), Casing(lines))
    return [
        [(" ".join(word.text for word in line.words[name.first : name.last]), name.kind) for name in line.names]
        for line in lines
    ]


def test_a_name_found_once_is_found_again() -> None:
    found = names_after(
        ("Pelatih klub Samberaya puas.", ((2, 3, "organisation"),)), ("Tadi malam Samberaya menang lagi.", ())
    )
    assert found[1] == [("Samberaya", "organisation")]


def test_a_word_that_the_article_also_writes_small_is_not() -> None:
    found = names_after(
        ("Menurut kabar, Lapang menang.", ((3, 4, "organisation"),)), ("Hatinya lapang. Lapang pula jalannya.", ())
    )
    assert found[1] == []


def test_a_name_is_not_found_inside_a_longer_one() -> None:
    found = names_after(
        ("Kata dia, Samberaya menang.", ((3, 4, "person"),)), ("Mereka datang ke Samberaya Kencana Utama.", ())
    )
    assert found[1] == []


def test_the_commonest_kind_becomes_the_kind_of_all() -> None:
    once: tuple[tuple[int, int, NameKind], ...] = ((2, 3, "organisation"),)
    found = names_after(
        ("Para pemain Samberaya puas.", once),
        ("Sejak itu Samberaya unggul.", once),
        ("Bola milik Samberaya lagi.", ((2, 3, "place"),)),
    )
    assert [names[0][1] for names in found] == ["organisation"] * 3


def test_even_counts_change_no_kind() -> None:
    found = names_after(
        ("Para pemain Samberaya puas.", ((2, 3, "organisation"),)), ("Bola milik Samberaya lagi.", ((2, 3, "place"),))
    )
    assert [names[0][1] for names in found] == ["organisation", "place"]
