"""A page of lines for the terminal: wrapped, indented, with or without colour."""

import io

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text


class Page:
    """A console that writes into a string; without colour, differing words are bracketed instead of underlined."""

    def __init__(self, width: int, colour: bool) -> None:
        self.colour = colour
        self._out = io.StringIO()
        self._console = Console(
            file=self._out,
            width=max(40, width),
            force_terminal=colour,
            color_system="standard" if colour else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )

    def line(self, text: str | Text = "", indent: int = 0, style: str = "") -> None:
        """One paragraph, wrapped under its indent."""
        made = Text(text, style=style) if isinstance(text, str) else text
        self._console.print(Padding(made, (0, 0, 0, indent)) if indent else made)

    def heading(self, text: str) -> None:
        """A section's name."""
        self.line()
        self.line(text.upper(), style="bold cyan")

    def table(self, table: Table) -> None:
        """A table."""
        self._console.print(table)

    def text(self) -> str:
        """Everything written, without spaces at line ends."""
        return "\n".join(line.rstrip() for line in self._out.getvalue().split("\n")).rstrip("\n")
