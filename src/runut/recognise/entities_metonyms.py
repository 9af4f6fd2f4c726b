"""Places that stand for a government: "Moskow menolak" is Russia, "di Moskow" the city."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from runut.knowledge.known import Known
from runut.knowledge.world import country_with
from runut.languages.pack import LanguagePack
from runut.recognise.names_lexicon import Line, Name, NameWords


def read_metonyms(line: Line, lexicon: NameWords, pack: LanguagePack) -> list[Name]:
    """The line's names, those changed to the body they stand for that speak or are spoken of as speaking."""
    table = _table(pack)
    return [_read(line, name, lexicon, table) for name in line.names]


def _read(line: Line, name: Name, lexicon: NameWords, table: Mapping[str, Known]) -> Name:
    body = table.get(" ".join(word.text for word in line.words[name.first : name.last]))
    if body is None or name.kind not in ("place", "organisation"):
        return name
    before = line.words[name.first - 1] if name.first else None
    if before is not None and before.low in lexicon.prepositions:
        return name._replace(kind="place") if name.kind == "organisation" and name.known is None else name
    if _speaks(line, name, lexicon):
        return name._replace(kind="organisation", known=body)
    return name


def _speaks(line: Line, name: Name, lexicon: NameWords) -> bool:
    """Whether it opens its clause before a verb of speech, or stands right behind the verb ("kata Kremlin")."""
    words = line.words
    if name.first and lexicon.speech.ending(words, name.first):
        return name.last >= len(words) or not words[name.last].is_name
    if name.first and not words[name.first - 1].is_mark:
        return False
    stop = min(name.last + 3, len(words))
    return any(
        not words[at].is_name and bool(lexicon.speech.at(words, at, len(words))) for at in range(name.last, stop)
    )


@cache
def _table(pack: LanguagePack) -> Mapping[str, Known]:
    found: dict[str, Known] = {}
    for row in pack.table("metonyms"):
        country = country_with(row["country"])
        forms = (row["form"], row["name"], *((country.name_id,) if country and country.name == row["name"] else ()))
        found[row["form"]] = Known("organisation", row["name"], forms, country=row["country"])
    return MappingProxyType(found)
