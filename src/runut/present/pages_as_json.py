"""Articles as JSON: each as read, the stories and copies they form, and what could not be read."""

from collections.abc import Iterable, Iterator, Sequence

from runut.present.json_marks import CONTRACT, Json, offsets
from runut.present.wording import say
from runut.records.article import Article
from runut.records.groups import DuplicateSet, ReusePair, Story
from runut.records.notes import Problem
from runut.text.places import body_of, page_offsets


def problem_json(problem: Problem) -> Json:
    """One thing that could not be read."""
    return {"contract": CONTRACT, "problem": problem_fields(problem)}


def problem_fields(problem: Problem) -> Json:
    """The problem without its envelope."""
    return {
        "file": problem.file,
        "code": problem.code,
        "says": problem.says,
        "stage": problem.stage,
        "severity": problem.severity,
        "offset": problem.offset,
        "record": problem.record,
    }


def article_json(article: Article, parts: bool = True) -> Json:
    """One article of `read`; `parts=False` leaves out its parts, as a dossier does."""
    found: Json = {
        "contract": CONTRACT,
        "id": article.id,
        "record": article.record,
        "source": {"file": article.place.file, "offset": article.place.offset, "length": article.place.length},
        "url": article.url,
        "outlet": article.outlet,
        "owner": article.owner,
        "kind": article.kind,
        "complete": article.complete,
        "language": article.language,
        "title": article.title,
        "bylines": list(article.bylines),
        "editors": list(article.editors),
        "published": article.published.value if article.published else None,
        "published_how": article.published.how if article.published else None,
        "modified": article.modified.value if article.modified else None,
        "credits": [
            {"who": credit.who, "of": credit.of} | (offsets(credit.span) if credit.span else {})
            for credit in article.credits
        ],
        "body": body_of(article),
    }
    if parts:
        found["parts"] = [*_parts(article), *_residues(article)]
    return found


def _parts(article: Article) -> Iterator[Json]:
    for part in article.parts:
        place = page_offsets(article.text_map, part.start, part.end)
        yield {
            "kind": part.kind,
            "rule": part.rule,
            "text": article.text[part.start : part.end],
            "page": {"start": place[0], "end": place[1]} if place else None,
        }


def _residues(article: Article) -> Iterator[Json]:
    for removed in article.removed:
        page = {"start": removed.page_start, "end": removed.page_end}
        yield {"kind": "residue", "rule": removed.rule, "text": removed.text, "page": page}


def stories_json(
    articles: Sequence[Article], stories: Iterable[Story], sets: Iterable[DuplicateSet], reuse: Iterable[ReusePair]
) -> Iterator[Json]:
    """One line for each article: its story, its set, and the article it copies where that is known."""
    story_of = {id: story for story in stories for id in story.articles}
    set_of = {id: group.id for group in sets for id in group.articles}
    copied = _copied(reuse)
    for article in articles:
        story = story_of[article.id]
        source, share = copied.get(article.id, (None, None))
        yield {
            "contract": CONTRACT,
            "id": article.record or article.id,
            "article": article.id,
            "source": {"file": article.place.file},
            "storyline": story.storyline,
            "story": story.id,
            "set": set_of.get(article.id),
            "copy_of": source,
            "copied_share": share,
        }


def _copied(reuse: Iterable[ReusePair]) -> dict[str, tuple[str, float]]:
    """For each article with a known source the one it took most from, and the share of it that was taken."""
    found: dict[str, tuple[str, float]] = {}
    for pair in reuse:
        if pair.kind == "shared-quote" or pair.source == "unknown":
            continue
        source, copy, share = (
            (pair.left, pair.right, pair.containment[1])
            if pair.source == "left"
            else (pair.right, pair.left, pair.containment[0])
        )
        if copy not in found or share > found[copy][1]:
            found[copy] = (source, round(share, 4))
    return found


def reuse_json(pair: ReusePair, articles: Sequence[Article], interface: str = "en") -> Json:
    """One pair of articles that share text."""
    name = {article.id: article.record or article.id for article in articles}
    return {
        "contract": CONTRACT,
        "left": name[pair.left],
        "right": name[pair.right],
        "containment": [round(share, 4) for share in pair.containment],
        "kind": pair.kind,
        "source": pair.source,
        "because": [say(reason, interface) for reason in pair.because],
        "spans": [list(span) for span in pair.spans],
    }
