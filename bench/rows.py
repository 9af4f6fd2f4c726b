"""One measured figure, and how figures are kept between runs, held to their floors and shown."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

HERE = Path(__file__).parent
MEASURED, FLOORS = HERE / "measured.json", HERE / "floors.json"
SLACK = 0.0051
"""How far below its floor a figure may print before it counts as lower: rounding, and another order of sums."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: what was measured on which data, ours, and what others reach.

    `part` says whether rules were tuned on the data ("tuned"), were not ("unseen"), or the data are the project's own
    ("own"). `floor` is False for figures that depend on the machine.
    """

    area: str
    what: str
    data: str
    part: Literal["tuned", "unseen", "own", "machine"]
    ours: float
    better: Literal["more", "less"] = "more"
    peers: str = ""
    floor: bool = True

    @property
    def key(self) -> str:
        """The name under which its floor is kept."""
        return f"{self.area} / {self.what}"


@dataclass(frozen=True, slots=True)
class Measured:
    """The rows of one part, the day they were measured, and what could not be measured."""

    day: str
    rows: tuple[Row, ...]
    says: tuple[str, ...] = ()


def read_measured() -> dict[str, Measured]:
    """What earlier runs measured, by part."""
    if not MEASURED.is_file():
        return {}
    kept = json.loads(MEASURED.read_text(encoding="utf-8"))
    return {
        name: Measured(part["day"], tuple(Row(**row) for row in part["rows"]), tuple(part["says"]))
        for name, part in kept.items()
    }


def write_measured(parts: dict[str, Measured]) -> None:
    """Keep what was measured, parts in alphabetical order."""
    kept = {name: asdict(parts[name]) for name in sorted(parts)}
    MEASURED.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_floors() -> dict[str, float]:
    """The floors by key."""
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}


def below_floor(rows: Iterable[Row], floors: dict[str, float]) -> list[str]:
    """A sentence for each row that is worse than its floor."""
    found = []
    for row in rows:
        floor = floors.get(row.key)
        if row.floor and floor is not None and _is_worse(row, floor):
            found.append(f"{row.key}: {row.ours:.3f}, the floor is {floor:.3f}")
    return found


def _is_worse(row: Row, floor: float) -> bool:
    return row.ours < floor - SLACK if row.better == "more" else row.ours > floor + SLACK


def raised(rows: Iterable[Row], floors: dict[str, float], may_lower: bool) -> dict[str, float]:
    """The floors after these rows: better figures raise them, worse ones lower them only if that is allowed."""
    new = dict(floors)
    for row in rows:
        if not row.floor:
            continue
        floor = new.get(row.key)
        better = floor is None or (row.ours > floor if row.better == "more" else row.ours < floor)
        if better or may_lower:
            new[row.key] = round(row.ours, 4)
    return new


def write_floors(floors: dict[str, float]) -> None:
    """Keep the floors, in alphabetical order."""
    FLOORS.write_text(json.dumps(dict(sorted(floors.items())), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
