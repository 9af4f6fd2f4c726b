"""Labels and fixed sentences of the interface, in Indonesian and English: all that a dossier says in words of ours.

They stand in `labels.tsv` and `sentences.tsv`. A sentence's `{0}` is a value as it is; `{0:day}` a date,
`{0:weekday}` its weekday, `{0:number}` a number and `{0:label}` a label, each in the interface's language; `{0*}` lists
this value and all that follow.
"""

import re
from datetime import date
from functools import cache

from runut.records.notes import Reason
from runut.text.tables import load_table

_SLOT = re.compile(r"\{(\d+)(\*?)(?::([a-z]+))?\}")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d))?")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

INTERFACES = ("id", "en")


@cache
def _texts(table: str, interface: str) -> dict[str, str]:
    return {row["key"]: row[interface] for row in load_table("runut.present", table)}


def label(key: str, interface: str) -> str:
    """The label `key`; the key itself where there is none (a unit, a PLOVER type)."""
    return _texts("labels", interface).get(key, key)


def is_label(key: str) -> bool:
    """Whether there is a label of this name."""
    return key in _texts("labels", "en")


def has_sentence(rule: str) -> bool:
    """Whether the rule has its sentence."""
    return rule in _texts("sentences", "en")


def say(reason: Reason, interface: str) -> str:
    """The sentence of a reason, filled with its values; a rule without one is said by its name and values."""
    sentence = _texts("sentences", interface).get(reason.rule)
    if sentence is None:
        return " ".join([reason.rule, *reason.values])
    return fill(sentence, reason.values, interface)


def fill(sentence: str, values: tuple[str, ...], interface: str) -> str:
    """A sentence with its slots filled; a slot beyond the values is left empty."""

    def value(match: re.Match[str]) -> str:
        at = int(match[1])
        given = values[at:] if match[2] else values[at : at + 1]
        return listed([_shown(one, match[3] or "", interface) for one in given], interface)

    return " ".join(_SLOT.sub(value, sentence).split())


def _shown(value: str, how: str, interface: str) -> str:
    if how == "day":
        return day(value, interface)
    if how == "weekday":
        return weekday(value, interface)
    if how == "number":
        return number(value, interface)
    if how == "label":
        return label(value, interface)
    return value


def listed(parts: list[str] | tuple[str, ...], interface: str) -> str:
    """Joined as in a sentence: "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {label('and', interface)} {parts[-1]}"


def day(value: str, interface: str) -> str:
    """An ISO date or time as printed in the interface's language; intervals "a/b" as "a–b".

    >>> day("2024-06-21T12:48:00+07:00", "id"), day("2024-06", "en"), day("2024-06-19", "en")
    ('21 Juni 2024, 12.48 WIB', 'June 2024', '19 June 2024')
    """
    if "/" in value:
        first, _, last = value.partition("/")
        return between(first, last, interface)
    found = _DAY.match(value)
    if found is None:
        return value
    year, month, number_, hour, minute = found.groups()
    words = [str(int(number_))] if number_ else []
    words += [label(f"month-{int(month)}", interface)] if month else []
    shown = " ".join([*words, year])
    if hour:
        clock = f"{hour}.{minute}" if interface == "id" else f"{hour}:{minute}"
        shown += f", {clock}{_zone(value)}"
    return shown


def _zone(value: str) -> str:
    names = {"+07:00": " WIB", "+08:00": " WITA", "+09:00": " WIT", "+00:00": " UTC"}
    tail = value[-6:] if value[-6:-5] in ("+", "-") else "+00:00" if value.endswith("Z") else ""
    return names.get(tail, f" UTC{tail}" if tail else "")


def between(first: str, last: str, interface: str) -> str:
    """A closed interval of days, the common month and year said once.

    >>> between("2024-06-19", "2024-06-21", "id"), between("2024-06-19", "2024-06-19", "en")
    ('19–21 Juni 2024', '19 June 2024')
    """
    left, right = day(first[:10], interface), day(last[:10], interface)
    if left == right or not last:
        return left
    if first[:7] == last[:7] and len(first) >= 10 <= len(last):
        return f"{int(first[8:10])}–{right}"
    return f"{left} – {right}"


def weekday(value: str, interface: str) -> str:
    """The name of a day's weekday, or nothing where the value is no whole date.

    >>> weekday("2024-06-20", "id")
    'Kamis'
    """
    try:
        return label(f"weekday-{date.fromisoformat(value[:10]).weekday()}", interface)
    except ValueError:
        return ""


def number(value: str, interface: str) -> str:
    """A number with the interface's marks for thousands and decimals; anything else as it is.

    >>> number("1234.5", "id"), number("5000", "en"), number("12~", "id")
    ('1.234,5', '5,000', '12~')
    """
    if not _NUMBER.fullmatch(value):
        return value
    whole, _, part = value.partition(".")
    if part.strip("0"):
        english = f"{int(whole):,}.{part.rstrip('0')}"
    else:
        english = f"{int(whole):,}"
    return english if interface == "en" else english.translate(str.maketrans(",.", ".,"))
