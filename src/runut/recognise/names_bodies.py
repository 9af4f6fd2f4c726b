"""Bodies inside what was found as one name: an office before its body, a person behind a short body, a body alone."""

from runut.recognise.names_lexicon import Name, NameWords
from runut.recognise.words import Word


def cut_bodies(words: list[Word], name: Name, lexicon: NameWords) -> list[Name]:
    """The pieces of a name in which the word of a body stands.

    "Direktur Utama PT Laut Biru" leaves the body, "PT LB Salman Hakim" is a body and a person, "PT Laut Biru" a body
    whatever kind it was found as.
    """
    at = next((i for i in range(name.first, name.last) if lexicon.bodies.at(words, i, name.last)), None)
    if at is None or (lexicon.given_rank(words[at]) and not words[at].text.isupper()):
        return [name]
    if lexicon.modifiers_lead and words[name.last - 1].low in lexicon.body_ends:
        return [name]
    if at > name.first:
        role = lexicon.roles.at(words, name.first, at)
        return [Name(at, name.last, "organisation")] if role and at + 1 < name.last else [name]
    if name.kind != "person":
        return [name]
    behind = at + 2
    short = words[at + 1].text if at + 1 < name.last else ""
    if len(short) > 1 and short.isupper() and behind < name.last and lexicon.given_rank(words[behind]):
        return [Name(at, behind, "organisation"), Name(behind, name.last, "person")]
    return [Name(at, name.last, "organisation")] if at + 1 < name.last else [name]
