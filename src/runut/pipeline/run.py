"""Walks the stages over a pile of sources: reading, recognising, grouping, comparing, presenting.

The only module that knows their order. Results are kept in the memo as they come, so an interrupted run goes on where
it stopped and a second run over the same pages computes nothing again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from runut import __version__
from runut.backends.cached import CachedEmbedder
from runut.compare.story import compare_story
from runut.group.dating import date_by_neighbours
from runut.group.duplicates import find_sets
from runut.group.reuse import find_reuse
from runut.group.signatures import sign_article
from runut.group.stories import tell_stories
from runut.pipeline.plan import memo_key
from runut.pipeline.tasks import lost_article, lost_page, read_task, recognise_task
from runut.ports import Embedder, Engine
from runut.present.dossier import make_story_dossier
from runut.records.article import Article, Published
from runut.records.claims import Comparison
from runut.records.codec import decode, encode
from runut.records.dossier import Dossier, StoryDossier
from runut.records.findings import Findings
from runut.records.groups import DuplicateSet, ReusePair, Story
from runut.records.notes import Judgement, Problem
from runut.records.page import Page
from runut.store.sqlite import Store

Item = TypeVar("Item")
Progress = Callable[[str, int, int | None], None]
"""Called with a stage's name, how many are done, and how many there are (None: not known yet)."""

KEEP = 256
KEEP_BYTES = 64_000_000
"""Pages, and bytes of them, kept in the store together; bounds memory while reading a long source."""


@dataclass(slots=True)
class Pile:
    """All that is known of the given sources so far; each step fills its part."""

    articles: list[Article] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    findings: dict[str, Findings] = field(default_factory=dict)
    reuse: tuple[ReusePair, ...] = ()
    sets: tuple[DuplicateSet, ...] = ()
    stories: tuple[Story, ...] = ()


class Run:
    """One run of the pipeline: an engine, a store, an embedder, and the steps in their order."""

    def __init__(
        self, engine: Engine, store: Store, embedder: Callable[[], Embedder], progress: Progress | None = None
    ) -> None:
        self.engine, self.store = engine, store
        self._make_embedder = embedder
        self._embedder: Embedder | None = None
        self._progress = progress or (lambda stage, done, total: None)

    @property
    def embedder(self) -> Embedder:
        """The embedder, loaded when first needed, its vectors kept in the store."""
        if self._embedder is None:
            self._embedder = CachedEmbedder(self._make_embedder(), self.store)
        return self._embedder

    def read(self, got: Iterable[tuple[Page, bytes] | Problem]) -> Pile:
        """Every page read: articles (each once, in the order of their ids) and problems."""
        pile = Pile()
        seen: dict[str, Article] = {}
        for result in self._counted("read", self._read_results(got, pile), None):
            if isinstance(result, Problem):
                pile.problems.append(result)
            elif result.id in seen:
                says = f"the same page as {seen[result.id].name}; read once"
                pile.problems.append(Problem("read", "repeated", result.place.file, says, severity="note"))
            else:
                seen[result.id] = result
        pile.articles = [seen[id] for id in sorted(seen)]
        read_again = [*(article.place.file for article in pile.articles), *(p.file for p in pile.problems)]
        self.store.keep_problems(pile.problems, read_again)
        return pile

    def _read_results(self, got: Iterable[tuple[Page, bytes] | Problem], pile: Pile) -> Iterator[Article | Problem]:
        batch: list[tuple[Page, bytes]] = []
        size = 0
        for item in got:
            if isinstance(item, Problem):
                pile.problems.append(item)
                continue
            batch.append(item)
            size += len(item[1])
            if len(batch) == KEEP or size > KEEP_BYTES:
                yield from self._read_batch(batch)
                batch, size = [], 0
        yield from self._read_batch(batch)

    def _read_batch(self, batch: Sequence[tuple[Page, bytes]]) -> Iterator[Article | Problem]:
        self.store.keep_pages(batch)
        keys = [memo_key("read", page.id, encode(page).decode()) for page, _ in batch]
        known = [self.store.get(key) for key in keys]
        work = [item for item, raw in zip(batch, known, strict=True) if raw is None]
        fresh = self.engine.map(read_task, work, lost_page)
        articles: list[Article] = []
        for key, raw in zip(keys, known, strict=True):
            if raw is not None:
                result: Article | Problem = decode(raw, Article)
            else:
                result = next(fresh)
                if isinstance(result, Article):
                    self.store.put(key, encode(result))
            if isinstance(result, Article):
                articles.append(result)
            yield result
        self.store.keep_articles(articles)

    def recognise(self, pile: Pile) -> None:
        """Findings of every article; undated ones are read again once their neighbours have dated them."""
        self._recognise(pile, {article.id: article.published for article in pile.articles})

    def _recognise(self, pile: Pile, anchors: dict[str, Published | None]) -> None:
        todo = [article for article in pile.articles if article.id in anchors]
        keys = [memo_key("recognise", encode(a).decode(), repr(anchors[a.id])) for a in todo]
        known = [self.store.get(key) for key in keys]
        work = [(a, anchors[a.id]) for a, raw in zip(todo, known, strict=True) if raw is None]
        fresh = iter(self.engine.map(recognise_task, work, lost_article))
        for article, key, raw in self._counted("recognise", zip(todo, keys, known, strict=True), len(todo)):
            result = decode(raw, Findings) if raw is not None else next(fresh)
            if isinstance(result, Problem):
                pile.problems.append(result)
                result = Findings(article.id, article.language, len(article.text))
            elif raw is None:
                self.store.put(key, encode(result))
            pile.findings[article.id] = result
            pile.problems += [problem for problem in result.problems if problem not in pile.problems]

    def group(self, pile: Pile) -> None:
        """Shared text, sets and stories; then undated articles are dated by their neighbours and recognised again."""
        signatures = [sign_article(article, pile.findings[article.id]) for article in pile.articles]
        pile.stories = tell_stories(signatures)
        dated = date_by_neighbours(pile.articles, pile.findings, pile.stories)
        if dated:
            pile.articles = [
                replace(a, published=dated[a.id]) if a.id in dated and a.published is None else a for a in pile.articles
            ]
            self._recognise(pile, dict(dated))
            signatures = [sign_article(article, pile.findings[article.id]) for article in pile.articles]
            pile.stories = tell_stories(signatures)
        by_id = {article.id: article for article in pile.articles}
        pile.reuse = find_reuse(signatures, by_id)
        pile.sets = find_sets(pile.reuse)
        self._progress("group", len(pile.articles), len(pile.articles))

    def compare(self, pile: Pile) -> Iterator[tuple[Story, Comparison]]:
        """Each story with what comparing it found, in the order of the stories."""
        judgements = in_force(self.store.judgements())
        by_id = {article.id: article for article in pile.articles}
        for story in self._counted("compare", pile.stories, len(pile.stories)):
            articles = [by_id[id] for id in story.articles]
            findings = [pile.findings[id] for id in story.articles]
            reuse = reuse_within(story, pile.reuse)
            key = memo_key(
                "compare",
                self.embedder.name,
                *(encode(part).decode() for part in (articles, findings, reuse, judgements)),
            )
            raw = self.store.get(key)
            if raw is not None:
                yield story, decode(raw, Comparison)
                continue
            comparison = compare_story(story, articles, findings, reuse, self.embedder, judgements)
            self.store.put(key, encode(comparison))
            yield story, comparison

    def dossier(self, pile: Pile, interface: str) -> Dossier:
        """The dossier of the pile, kept in the store so that its lines can be traced later."""
        by_id = {article.id: article for article in pile.articles}
        stories: list[StoryDossier] = []
        for story, comparison in self.compare(pile):
            articles = tuple(by_id[id] for id in story.articles)
            findings = tuple(pile.findings[id] for id in story.articles)
            reuse = reuse_within(story, pile.reuse)
            stories.append(make_story_dossier(story, articles, findings, reuse, comparison, interface))
        dossier = Dossier(f"runut {__version__}", tuple(stories), tuple(pile.problems))
        self.store.keep_dossier(dossier, ids_shown(dossier))
        self.store.keep_problems(pile.problems)
        return dossier

    def _counted(self, stage: str, items: Iterable[Item], total: int | None) -> Iterator[Item]:
        for done, item in enumerate(items, 1):
            yield item
            self._progress(stage, done, total)


def reuse_within(story: Story, reuse: Iterable[ReusePair]) -> tuple[ReusePair, ...]:
    """The pairs whose two articles are both in the story."""
    inside = set(story.articles)
    return tuple(pair for pair in reuse if pair.left in inside and pair.right in inside)


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Judgements that no later one withdraws, in their order."""
    given = tuple(judgements)
    withdrawn = {judgement.withdraws for judgement in given if judgement.withdraws}
    return tuple(j for j in given if j.id not in withdrawn and not j.withdraws)


def ids_shown(dossier: Dossier) -> Iterator[str]:
    """Every id of a dossier that a person may ask to trace."""
    for story in dossier.stories:
        yield story.story.id
        yield from (article.id for article in story.articles)
        yield from (line.id for line in story.lines)
        yield from (claim.id for claim in story.comparison.claims)
        yield from (conflict.id for conflict in story.comparison.conflicts)
        yield from (statement.id for found in story.findings for statement in found.statements)
