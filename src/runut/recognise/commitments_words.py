"""The words of commitments: what kind each makes, how strongly, and where what is promised or threatened stands."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, cast

from runut.languages.pack import LanguagePack
from runut.recognise.events_words import Entries, by_first_word
from runut.records.events import CommitmentKind, Strength


class Word(NamedTuple):
    """A row of `commitment_words`.

    `alone`: it needs no condition clause. `content`: "after" where what is promised follows it ("berjanji"), "clause"
    where it is part of that itself ("akan membalas"). `bound`: the "subject" is bound by it, the "object"
    ("mewajibkan"), a subject that is a "person" or country, or the "speaker", who speaks of the subject ("akan
    menyesal").
    """

    kind: CommitmentKind
    strength: Strength
    alone: bool
    content: str
    bound: str


@dataclass(frozen=True, slots=True)
class CommitmentLexicon:
    """Words of commitment, of the future, of parties without a name, and of conditions."""

    words: Entries[Word]
    coming: Entries[str]
    parties: Entries[str]
    conditions: Entries[str]


@cache
def commitment_lexicon(pack: LanguagePack) -> CommitmentLexicon:
    """The commitment words of a language, read once."""
    words = {
        row["form"].lower(): Word(
            cast("CommitmentKind", row["kind"]),
            cast("Strength", row["strength"]),
            row["alone"] == "yes",
            row["content"],
            row["bound"],
        )
        for row in pack.table("commitment_words")
        if row["kind"] not in ("coming", "party")
    }
    other = {k: dict.fromkeys(pack.forms("commitment_words", kind=k), "") for k in ("coming", "party")}
    conditions = dict.fromkeys((form.lower() for form in pack.forms("conditions")), "")
    return CommitmentLexicon(
        by_first_word(words), by_first_word(other["coming"]), by_first_word(other["party"]), by_first_word(conditions)
    )
