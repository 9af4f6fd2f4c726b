"""The cast: who stands where, and who is meant by a name."""

from runut.recognise.cast import Cast
from runut.records.marks import Entity, EntityKind
from runut.records.spans import Span


def entity(kind: EntityKind, names: tuple[str, ...], *spans: tuple[int, int]) -> Entity:
    return Entity(f"en-{names[0]}", kind, names[0], names, tuple(Span("ar-x", start, end) for start, end in spans))


RATNA = entity("person", ("Ratna Wulandari", "Ratna"), (10, 25), (60, 65))
SALMAN = entity("person", ("Salman Hakim",), (30, 42))
PORT = entity("organisation", ("Pelabuhan Ratna",), (70, 85))
CAST = Cast((RATNA, SALMAN, PORT))


def test_people_stand_in_text_order() -> None:
    assert CAST.people == (RATNA, SALMAN)


def test_entities_inside_a_span() -> None:
    assert CAST.entities_in(0, 43) == [RATNA, SALMAN]
    assert CAST.entities_in(11, 40) == []


def test_the_entity_that_shares_most_characters() -> None:
    assert CAST.entity_at(20, 40) is SALMAN
    assert CAST.entity_at(12, 14) is RATNA
    assert CAST.entity_at(26, 29) is None


def test_people_come_before_bodies() -> None:
    assert CAST.best_for("Ratna") is RATNA
    assert CAST.best_for("RATNA wulandari") is RATNA
    assert CAST.best_for("Pelabuhan Ratna") is PORT
    assert CAST.best_for("Hakim") is SALMAN
    assert CAST.best_for("Tono") is None
    assert CAST.best_for("?") is None


def test_an_empty_cast_knows_nobody() -> None:
    assert Cast(()).entity_at(0, 5) is None and Cast(()).best_for("Ratna") is None
