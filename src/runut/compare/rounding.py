"""How exactly a number is printed, and whether two printed numbers may be one."""

import re

from runut.records.marks import Figure

_DIGITS = re.compile(r"\d[\d.,]*")


def grain_of(figure: Figure, printed: str) -> float:
    """The worth of the last digit printed: 0.1 trillion for "Rp1,2 triliun", 1,000 for "5.000", 1 for "61".

    Zeros at the end of a number of three digits or more count as rounding.
    """
    value = figure.low if figure.low is not None else figure.high
    found = _DIGITS.search(printed)
    if not value or found is None:
        return 1.0
    digits = found[0].strip(".,")
    mantissa, places = _mantissa(digits, value)
    scale = value / mantissa if mantissa else 1.0
    return max(scale * 10.0**-places, _zeros(value) if value >= 100 else 0.0)


def scale_of(figure: Figure, printed: str) -> float:
    """What a figure's printed digits are multiplied by: a million million for "Rp1,2 triliun", 1 for "5.000"."""
    value = figure.low if figure.low is not None else figure.high
    found = _DIGITS.search(printed)
    if not value or found is None:
        return 1.0
    mantissa = _mantissa(found[0].strip(".,"), value)[0]
    return value / mantissa if mantissa else 1.0


def same_number(left: Figure, right: Figure, left_printed: str, right_printed: str) -> bool:
    """Whether two figures may be one number: their intervals meet, or one is the other rounded or cut off.

    Two decimals of one length may differ by one in the last place: each source rounds for itself.
    """
    ends = _ends(left), _ends(right)
    if ends[0][0] <= ends[1][1] and ends[1][0] <= ends[0][1]:
        return True
    if left.bound != "exact" or right.bound != "exact" or left.low is None or right.low is None:
        return False
    grains = grain_of(left, left_printed), grain_of(right, right_printed)
    if abs(grains[0] - grains[1]) < 1e-9 * max(grains):
        decimals = _places(left, left_printed) and _places(right, right_printed)
        return bool(decimals) and abs(left.low - right.low) <= grains[0] * 1.001
    coarse, fine, grain = (left, right, grains[0]) if grains[0] > grains[1] else (right, left, grains[1])
    assert coarse.low is not None and fine.low is not None
    return coarse.low - grain / 2 <= fine.low < coarse.low + grain


TWO_DIGITS = 10
"""From here on ten times a count is a nought too many; one and ten are two counts."""


def is_digit_slip(left: Figure, right: Figure) -> bool:
    """Whether two numbers differ as a slip makes them: two digits exchanged, a nought more, a thousand for a million.

    Growth and other counts seldom differ so.
    """
    low, high = sorted((left.low or 0.0, right.low or 0.0))
    if low >= TWO_DIGITS and any(abs(high / low / power - 1) < 1e-9 for power in (10, 1e3)):
        return True
    first, second = (f"{number:.12g}".replace(".", "").rstrip("0") for number in (low, high))
    differing = [at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b]
    if len(first) != len(second) or len(differing) != 2 or high >= TWO_DIGITS * low:
        return False
    a, b = differing
    return b == a + 1 and first[a] == second[b] and first[b] == second[a]


def _places(figure: Figure, printed: str) -> int:
    found = _DIGITS.search(printed)
    value = figure.low if figure.low is not None else figure.high
    return _mantissa(found[0].strip(".,"), value)[1] if found and value else 0


def _ends(figure: Figure) -> tuple[float, float]:
    low = figure.low if figure.low is not None else float("-inf")
    high = figure.high if figure.high is not None else float("inf")
    return low, high


def _mantissa(digits: str, value: float) -> tuple[float, int]:
    """The printed number as a value and its decimal places, the reading that fits the figure's value best."""
    readings = []
    for decimal, group in ((",", "."), (".", ",")):
        plain = digits.replace(group, "")
        if plain.count(decimal) <= 1:
            whole, _, part = plain.partition(decimal)
            if whole.isdigit() and (not part or part.isdigit()):
                readings.append((float(f"{whole}.{part or 0}"), len(part)))
    for number, places in readings:
        for power in (0, 2, 3, 6, 9, 12):
            if number and abs(value / number - 10**power) < 1e-6 * 10**power:
                return number, places
    return readings[0] if readings else (value, 0)


def _zeros(value: float) -> float:
    unit = 1.0
    while value % (unit * 10) == 0 and unit * 10 <= value:
        unit *= 10
    return unit if unit >= 100 else 1.0
