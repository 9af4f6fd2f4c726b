"""Tables of words: tab-separated files with a heading line, shipped inside the package.

A table's first line names its columns; `#` begins a comment line, which holds no tab. Every row of a language's table
shows itself at work in its `example` and says in `source` where it comes from.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from runut.errors import TableError

Row = Mapping[str, str]


def parse_table(text: str, name: str, required: tuple[str, ...] = ()) -> tuple[Row, ...]:
    """Rows of a table's text, each a mapping from column to cell (stripped, may be empty).

    Raises:
        TableError: no heading, a missing column, or a row with another number of cells; names file, line and column.
    """
    columns: list[str] = []
    rows: list[Row] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or (line.startswith("#") and "\t" not in line):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not columns:
            columns = cells
            missing = [column for column in required if column not in columns]
            if missing:
                raise TableError(f"{name}, line {number}: the column {missing[0]!r} is missing")
            continue
        if len(cells) != len(columns):
            raise TableError(f"{name}, line {number}: {len(cells)} cells where the heading has {len(columns)}")
        rows.append(MappingProxyType(dict(zip(columns, cells, strict=True))))
    if not columns:
        raise TableError(f"{name}: the table is empty")
    return tuple(rows)


@cache
def load_table(package: str, name: str) -> tuple[Row, ...]:
    """Rows of `name`.tsv in a package ("runut.knowledge", "runut.languages.indonesian"), read once.

    Raises:
        TableError: there is no such table, or it is malformed.
    """
    resource = files(package).joinpath(f"{name}.tsv")
    if not resource.is_file():
        raise TableError(f"{package} has no table {name}.tsv")
    return parse_table(resource.read_text(encoding="utf-8"), f"{package.replace('.', '/')}/{name}.tsv")
