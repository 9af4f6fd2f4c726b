"""The walk back: from anything a dossier shows to the characters on the page."""

from collections.abc import Callable, Iterator
from html import unescape

from runut.records.article import Article
from runut.records.dossier import Dossier, StoryDossier, Trace, TraceStep
from runut.records.spans import Span
from runut.text.places import page_offsets

VERBATIM, SPACES, BROKEN = "verbatim", "differs by whitespace", "broken"


def trace_line(id: str, dossier: Dossier, text_of: Callable[[Article], str]) -> Trace | None:
    """The steps from a line, claim, conflict, statement, article or story to its words on the pages.

    Args:
        id: as shown by the dossier.
        dossier: the dossier that shows it.
        text_of: the decoded page of an article (a record's own text), read again from its bytes; empty when gone.

    Returns:
        The walk, with the worst verdict of its spans; None when the dossier shows no such id.
    """
    for story in dossier.stories:
        steps = list(_steps(id, story))
        if not steps:
            continue
        verdicts = []
        articles = {article.id: article for article in story.articles}
        pages: dict[str, str] = {}
        for span in _spans(id, story):
            article = articles[span.article]
            if article.id not in pages:
                pages[article.id] = text_of(article)
            verdict, step = _look(article, span, pages[article.id])
            verdicts.append(verdict)
            steps.append(step)
        worst = max(verdicts, key=(VERBATIM, SPACES, BROKEN).index, default=BROKEN)
        return Trace(id, tuple(steps), worst)
    return None


def _steps(id: str, story: StoryDossier) -> Iterator[TraceStep]:
    """The records between the id and its spans, outermost first."""
    if id == story.story.id:
        yield TraceStep("story", id, story.title)
    for line in story.lines:
        if line.id == id:
            yield TraceStep("line", id, line.text)
            for about in line.about:
                yield from _steps(about, story)
            return
    for claim in story.comparison.claims:
        if claim.id == id:
            yield TraceStep("claim", id, f"{claim.speaker or '?'}: {len(claim.statements)} statements")
    for conflict in story.comparison.conflicts:
        if conflict.id == id:
            yield TraceStep("conflict", id, " / ".join(side.value for side in conflict.sides))
    for found in story.findings:
        for statement in found.statements:
            if statement.id == id:
                speaker = statement.speaker.name if statement.speaker else "?"
                yield TraceStep("statement", id, f"{speaker} ({statement.form}); rule {statement.rule or '-'}")
        for event in found.events:
            if event.id == id:
                yield TraceStep("event", id, f"{event.type} {'+'.join(event.actors)} {event.factuality}")
        for commitment in found.commitments:
            if commitment.id == id:
                yield TraceStep("commitment", id, f"{commitment.kind}, {commitment.strength}")
    for article in story.articles:
        if article.id == id:
            yield TraceStep("article", id, article.title or article.name)


def _spans(id: str, story: StoryDossier) -> tuple[Span, ...]:
    for line in story.lines:
        if line.id == id:
            return line.basis
    for claim in story.comparison.claims:
        if claim.id == id:
            wanted = set(claim.statements)
            return tuple(s.content for f in story.findings for s in f.statements if s.id in wanted)
    for conflict in story.comparison.conflicts:
        if conflict.id == id:
            return tuple(span for side in conflict.sides for span in side.spans)
    for found in story.findings:
        marks = [(s.id, s.content) for s in found.statements] + [(e.id, e.sentence) for e in found.events]
        marks += [(c.id, c.sentence) for c in found.commitments]
        if spans := tuple(span for mark, span in marks if mark == id):
            return spans
    chosen = [article for article in story.articles if id in (article.id, story.story.id)]
    return tuple(Span(a.id, part.start, part.end) for a in chosen for part in a.parts)


def _look(article: Article, span: Span, page: str) -> tuple[str, TraceStep]:
    words = article.text[span.start : span.end]
    place = page_offsets(article.text_map, span.start, span.end)
    if place is None:
        return BROKEN, TraceStep("page", article.page, f"{article.place.file}: {words!r} stands on no page")
    printed = page[place[0] : place[1]]
    verdict = compare_words(words, printed, article.medium == "html")
    where = f"{article.place.file}, characters {place[0]}-{place[1]} (file offset {article.place.offset})"
    return verdict, TraceStep("page", article.page, f"{where}: {printed!r}: {verdict}")


def compare_words(words: str, printed: str, markup: bool = False) -> str:
    """Whether the words stand there so; on a page with `markup` only the text between its tags counts."""
    if words == printed:
        return VERBATIM
    if markup:
        printed = unescape(_without_tags(printed))
        if words == printed:
            return VERBATIM
    return SPACES if _tight(words) == _tight(printed) and words else BROKEN


def _tight(text: str) -> str:
    return "".join(text.split())


def _without_tags(markup: str) -> str:
    """The text between tags, comments, scripts and styles left out."""
    kept: list[str] = []
    at = 0
    while True:
        opened = markup.find("<", at)
        if opened < 0:
            kept.append(markup[at:])
            return "".join(kept)
        kept.append(markup[at:opened])
        if markup.startswith("<!--", opened):
            closed = markup.find("-->", opened)
            at = closed + 3 if closed >= 0 else len(markup)
            continue
        closed = markup.find(">", opened)
        if closed < 0:
            return "".join(kept)
        name = markup[opened + 1 : opened + 8].lower()
        at = closed + 1
        for tag in ("script", "style"):
            if name.startswith(tag):
                ended = markup.lower().find(f"</{tag}", closed)
                at = ended if ended >= 0 else len(markup)
