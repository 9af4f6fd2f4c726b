"""The dossier in a terminal: the same sheet as the HTML file, laid out in lines."""

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from runut.present.console import Page
from runut.present.dossier import sheet_of
from runut.present.sheet import ClaimBlock, ConflictBlock, Rendering, Sheet
from runut.present.telling import Telling
from runut.present.wording import fill, label
from runut.records.dossier import Dossier, Line

MOST_SINGLE = 6
"""Claims of one outlet shown for a speaker in the terminal; `--all` shows every one."""
MOST_ROWS = 24
"""Rows of the timeline shown in the terminal; `--all` shows every one."""
STATUS_STYLE = {"corroborated": "green", "contested": "red", "copied": "yellow", "single-origin": ""}
TIER_STYLE = {"A": "bold red", "B": "yellow", "C": "dim"}


def dossier_text(dossier: Dossier, interface: str, *, width: int, colour: bool, unfold: bool = False) -> str:
    """Every story of the dossier, then what could not be read. `unfold` shows what is otherwise only counted."""
    page = Page(width, colour)
    for number, story in enumerate(dossier.stories):
        if number:
            page.line()
            page.line("═" * min(width, 80), style="dim")
        told, sheet = sheet_of(story, interface)
        _story(page, told, sheet, unfold)
    errors = [problem for problem in dossier.unread if problem.severity == "error"]
    if errors:
        page.heading(label("unread", interface))
        for problem in errors:
            page.line(f"{problem.file}: {problem.says}", indent=2)
    page.line()
    page.line(f"{dossier.made_with} · {label('method', interface)}", style="dim")
    return page.text()


def _story(page: Page, told: Telling, sheet: Sheet, unfold: bool) -> None:
    page.line(Text.assemble((f"{told.label('story')}  ", "dim"), (sheet.title, "bold"), f"  {sheet.when}"))
    for line in sheet.summary:
        page.line(line, indent=2)
    _pages(page, told, sheet)
    _list(page, told.label("section-happened"), [*sheet.happened, *sheet.agreements])
    if sheet.speakers:
        page.heading(told.label("section-said"))
        for speaker in sheet.speakers:
            page.line()
            page.line(Text.assemble((speaker.name, "bold"), (f"  {speaker.role}" if speaker.role else "", "dim")))
            shared = [claim for claim in speaker.claims if len(claim.renderings) > 1 or claim.notes]
            single = [claim for claim in speaker.claims if claim not in shared]
            for claim in shared:
                _claim(page, told, claim)
            shown = single if unfold else single[:MOST_SINGLE]
            for claim in shown:
                _single(page, claim)
            if len(single) > len(shown):
                more = fill(told.label("more-claims"), (str(len(single) - len(shown)),), told.interface)
                page.line(more, indent=2, style="dim")
    _conflicts(page, told, sheet, unfold)
    _commitments(page, told, sheet)
    _timeline(page, told, sheet, unfold)
    _list(page, told.label("section-accusations"), sheet.accusations)
    _list(page, told.label("section-chains"), sheet.chains)
    _list(page, told.label("section-gaps"), sheet.gaps)


def _pages(page: Page, told: Telling, sheet: Sheet) -> None:
    page.heading(told.label("section-pages"))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for key in ("outlet", "headline", "published", "credits"):
        table.add_column(told.label(key), overflow="fold")
    for row in sheet.pages:
        how = f"\n{row.how}" if row.how else ""
        table.add_row(row.outlet, row.title, f"{row.date}{how}", ", ".join(row.credits) or told.label("not-stated"))
    page.table(table)


def _list(page: Page, title: str, lines: Sequence[Line]) -> None:
    if lines:
        page.heading(title)
        for line in lines:
            page.line(f"• {line.text}", indent=2)


def _claim(page: Page, told: Telling, claim: ClaimBlock) -> None:
    head = Text.assemble((f"K{claim.number} ", "bold"), (f"[{claim.status_label}] ", STATUS_STYLE[claim.status]))
    head.append(claim.counts)
    page.line(head, indent=2)
    for rendering in claim.renderings:
        page.line(_rendered(page, rendering), indent=6)
    for sentence in claim.why:
        page.line(f"{told.label('why')}: {sentence}", indent=6, style="dim")
    for note in claim.notes:
        page.line(note.text, indent=6, style="italic")
    page.line(claim.id, indent=6, style="dim")


def _rendered(page: Page, rendering: Rendering) -> Text:
    text = Text()
    text.append(rendering.outlet, "bold")
    for hop in rendering.chain:
        text.append(f" ← {hop}")
    if rendering.note:
        text.append(f" ({rendering.note})", "dim")
    text.append("  ")
    text.append("“" if rendering.quoted else "")
    for segment in rendering.segments:
        if not segment.differs:
            text.append(segment.text)
        elif page.colour:
            text.append(segment.text, "underline yellow")
        else:
            text.append(f"[{segment.text}]")
    text.append("”" if rendering.quoted else "")
    return text


def _single(page: Page, claim: ClaimBlock) -> None:
    rendering = claim.renderings[0]
    text = Text(f"K{claim.number} ", style="")
    text.append_text(_rendered(page, rendering))
    page.line(text, indent=2)


def _conflicts(page: Page, told: Telling, sheet: Sheet, unfold: bool) -> None:
    page.heading(told.label("section-differs"))
    if not sheet.conflicts:
        page.line(sheet.nothing, indent=2)
    shown = [block for block in sheet.conflicts if unfold or block.conflict.tier != "C"]
    for block in shown:
        _conflict(page, told, block)
    folded = len(sheet.conflicts) - len(shown)
    if folded:
        page.line(fill(told.label("folded-conflicts"), (str(folded),), told.interface), indent=2, style="dim")


def _conflict(page: Page, told: Telling, block: ConflictBlock) -> None:
    tier = block.conflict.tier
    head = Text.assemble(
        (f"{block.name} ", TIER_STYLE[tier]), (f"{told.label(f'tier-{tier}')} · {block.kind}  ", "dim")
    )
    head.append(block.says)
    page.line(head, indent=2)
    for side in block.sides:
        mark = "→ " if side.likely else "  "
        page.line(
            Text.assemble(mark, (side.value, "bold"), f"  {', '.join(side.outlets)}"),
            indent=6,
        )
        proof = told.proof(side.spans[0])
        page.line(
            Text.assemble(("“", "dim"), proof.before, (proof.words, "bold"), proof.after, ("”", "dim")), indent=10
        )
    if block.because:
        page.line(f"{told.label('likely')}: {block.because}", indent=6, style="dim")
    page.line(block.conflict.id, indent=6, style="dim")


def _commitments(page: Page, told: Telling, sheet: Sheet) -> None:
    if not sheet.commitments:
        return
    page.heading(told.label("section-commitments"))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, show_lines=False)
    for key in ("who-to-whom", "if", "then", "force", "source"):
        table.add_column(told.label(key), overflow="fold")
    for row in sheet.commitments:
        who = f"{row.who} → {row.toward}" if row.toward else row.who
        source = ", ".join(row.outlets) + (f" ← {row.speaker}" if row.speaker else "")
        table.add_row(who, row.condition or "–", row.consequence or "–", f"{row.kind}, {row.strength}", source)
    page.table(table)


def _timeline(page: Page, told: Telling, sheet: Sheet, unfold: bool) -> None:
    if not sheet.timeline:
        return
    page.heading(told.label("section-timeline"))
    rows = sheet.timeline if unfold else sheet.timeline[:MOST_ROWS]
    for row in rows:
        mark = told.label(f"row-{row.kind}")
        page.line(
            Text.assemble(
                (f"{row.when}  ", "bold"), (f"{mark}  ", "dim"), row.what, (f"  {', '.join(row.outlets)}", "dim")
            ),
            indent=2,
        )
    if len(rows) < len(sheet.timeline):
        more = fill(told.label("more-rows"), (str(len(sheet.timeline) - len(rows)),), told.interface)
        page.line(more, indent=2, style="dim")
