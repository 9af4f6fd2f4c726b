"""The dossier in a terminal: the same sheet as the HTML file, laid out in lines."""

import io
from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from runut.knowledge.outlets import outlet_name
from runut.present.dossier import sheet_of
from runut.present.sheet import ClaimBlock, ConflictBlock, Rendering, Sheet
from runut.present.telling import Telling
from runut.present.wording import day, fill, label
from runut.records.article import Article
from runut.records.dossier import Dossier, Line
from runut.records.findings import Findings
from runut.records.groups import ReusePair, Story
from runut.text.places import page_offsets

MOST_SINGLE = 6
"""Claims of one outlet shown for a speaker in the terminal; `--all` shows every one."""
MOST_ROWS = 24
"""Rows of the timeline shown in the terminal; `--all` shows every one."""
STATUS_STYLE = {"corroborated": "green", "contested": "red", "copied": "yellow", "single-origin": ""}
TIER_STYLE = {"A": "bold red", "B": "yellow", "C": "dim"}


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


def article_text(article: Article, interface: str, *, width: int, colour: bool) -> str:
    """One article as read: what is known of it, then its text."""
    page = Page(width, colour)
    _article_head(page, article, interface)
    for part in article.parts:
        if part.kind in ("standfirst", "body", "subhead"):
            page.line(article.text[part.start : part.end], indent=2, style="bold" if part.kind == "subhead" else "")
    page.line()
    return page.text()


def _article_head(page: Page, article: Article, interface: str) -> None:
    page.line(article.title or label("untitled", interface), style="bold")
    published = article.published
    facts = [
        ("outlet", outlet_name(article) + (f" ({article.owner})" if article.owner else "")),
        ("published", day(published.value, interface) if published else label("date-unknown", interface)),
        ("date-from", label(f"how-{published.how}", interface) if published else ""),
        ("modified", day(article.modified.value, interface) if article.modified else ""),
        ("bylines", ", ".join(article.bylines)),
        ("editors", ", ".join(article.editors)),
        ("credits", ", ".join(f"{c.who} ({label(f'of-{c.of}', interface)})" for c in article.credits)),
        ("language", article.language),
        ("kind", article.kind if article.complete else f"{article.kind}, {label('incomplete', interface)}"),
        ("address", article.url or ""),
        ("file", article.place.file),
        ("id", article.id),
    ]
    for key, value in facts:
        if value:
            page.line(Text.assemble((f"{label(key, interface):<12} ", "dim"), value), indent=2)


def explain_text(article: Article, interface: str, *, width: int, colour: bool) -> str:
    """The page line by line in page order: what was kept as what, what was cut, and by which rule."""
    page = Page(width, colour)
    _article_head(page, article, interface)
    rows: list[tuple[int, str, str, str, bool]] = []
    for part in article.parts:
        place = page_offsets(article.text_map, part.start, part.end)
        rows.append((place[0] if place else -1, part.kind, part.rule, article.text[part.start : part.end], True))
    rows += [(cut.page_start, label("cut", interface), cut.rule, cut.text, False) for cut in article.removed]
    for start, kind, rule, text, kept in sorted(rows, key=lambda row: row[0]):
        mark = "+" if kept else "-"
        head = (f"{mark} {start:>7} {kind:<11} {rule:<22} ", "green" if kept else "red")
        page.line(Text.assemble(head, (" ".join(text.split()), "" if kept else "dim")))
    page.line()
    return page.text()


def findings_text(article: Article, found: Findings, interface: str, *, width: int, colour: bool) -> str:
    """Statements, times, figures and names of one article, a line each."""
    page = Page(width, colour)
    page.line(f"{outlet_name(article)}: {article.title or article.name}", style="bold")

    def words(start: int, end: int) -> str:
        return " ".join(article.text[start:end].split())

    for s in found.statements:
        speaker = s.speaker.name if s.speaker else f"? ({', '.join(s.candidates)})" if s.candidates else "?"
        chain = "".join(f" ← {link.who}" for link in s.chain if link.adds_origin)
        text = words(s.content.start, s.content.end)
        quoted = f"“{text}”" if s.form == "direct" else text
        cue = f" [{s.cue.lemma}, {s.modality}]" if s.cue else ""
        page.line(Text.assemble((speaker, "bold"), f"{chain}{cue}  {quoted}"), indent=2)
    for time in found.times:
        flags = f" !{' !'.join(time.flags)}" if time.flags else ""
        shown = f"{words(time.span.start, time.span.end)} = {time.value or '?'}{flags} ({time.because})"
        page.line(f"{label('time', interface)}  {shown}", indent=2)
    for figure in found.figures:
        amount = f"{figure.low if figure.low is not None else '…'} – {figure.high if figure.high is not None else '…'}"
        shown = f"{words(figure.span.start, figure.span.end)} = {amount} {figure.unit} ({figure.bound})"
        page.line(f"{label('figure', interface)}  {shown}", indent=2)
    for event in found.events:
        shown = (
            f"{event.type} {'+'.join(event.actors) or '?'} → {'+'.join(event.recipients) or '–'} ({event.factuality})"
        )
        page.line(
            f"{label('row-event', interface)}  {shown}: {words(event.sentence.start, event.sentence.end)}", indent=2
        )
    for entity in found.entities:
        extra = ", ".join(part for part in (entity.country, entity.wikidata, *entity.roles) if part)
        page.line(
            f"{label(f'entity-{entity.kind}', interface)}  {entity.name}{f' ({extra})' if extra else ''}", indent=2
        )
    page.line()
    return page.text()


def stories_text(
    articles: Sequence[Article], stories: Iterable[Story], reuse: Iterable[ReusePair], interface: str, *, width: int
) -> str:
    """Each story with its articles, and who shares text with whom."""
    page = Page(width, colour=False)
    by_id = {article.id: article for article in articles}
    pairs = list(reuse)
    for story in stories:
        when = f"{story.first or ''}{' – ' + story.last if story.last and story.last != story.first else ''}"
        page.line(f"{story.id}  {when}", style="bold")
        for id in story.articles:
            article = by_id[id]
            page.line(f"{outlet_name(article)}: {article.title or article.name}", indent=2)
        inside = set(story.articles)
        for pair in pairs:
            if pair.left in inside and pair.right in inside:
                arrow = {"left": "→", "right": "←", "unknown": "↔"}[pair.source]
                shares = f"{pair.containment[0]:.0%} / {pair.containment[1]:.0%}"
                names = f"{outlet_name(by_id[pair.left])} {arrow} {outlet_name(by_id[pair.right])}"
                page.line(f"{label(f'reuse-{pair.kind}', interface)}: {names}  {shares}", indent=4)
    return page.text()
