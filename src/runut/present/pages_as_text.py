"""Articles in a terminal: as read, cut by cut, what was recognised in them, and the stories they tell."""

from collections.abc import Iterable, Sequence

from rich.text import Text

from runut.knowledge.outlets import outlet_name
from runut.present.console import Page
from runut.present.wording import day, label
from runut.records.article import Article
from runut.records.findings import Findings
from runut.records.groups import ReusePair, Story
from runut.text.places import page_offsets


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
