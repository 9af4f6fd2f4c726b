"""All recognisers over one article, in the order in which they need each other."""

from runut.languages.pack import load_pack
from runut.recognise.commitments import find_commitments
from runut.recognise.entities import find_entities
from runut.recognise.events import find_events
from runut.recognise.figures import find_figures
from runut.recognise.statements import find_statements
from runut.recognise.times import find_times, infer_published
from runut.recognise.view import make_view, told_sentences
from runut.records.article import Article, Published
from runut.records.findings import Findings
from runut.records.notes import Problem


def recognise_article(article: Article, anchor: Published | None = None) -> Findings:
    """Everything recognised in an article, relative times read against `anchor`: the article's own date by default, or
    the day that its text tells of, marked as inferred.

    An article in a language without a pack gets empty findings and a note that says so.
    """
    anchor = anchor or article.published
    pack = load_pack(article.language)
    if pack is None:
        problem = Problem(
            stage="recognise",
            code="language-without-pack",
            file=article.place.file,
            says=f"{article.name} is in language {article.language!r}, which has no tables: nothing was recognised",
            record=article.record,
            severity="note",
        )
        return Findings(article.id, article.language, len(article.text), anchor=anchor, problems=(problem,))
    view = make_view(article, pack)
    anchor = anchor or infer_published(view)
    entities = find_entities(view)
    times = find_times(view, anchor)
    figures = find_figures(view, times)
    statements = find_statements(view, entities, times)
    events = find_events(view, entities, times, statements)
    return Findings(
        article.id,
        article.language,
        len(article.text),
        sentences=tuple(view.span(start, end) for start, end in told_sentences(view)),
        entities=entities,
        times=times,
        figures=figures,
        statements=statements,
        events=events,
        commitments=find_commitments(view, entities, statements, events),
        anchor=anchor,
    )
