"""A compared story becomes a dossier: a title that stands on a page, and lines with their proof."""

from dataclasses import replace

from runut.present.sheet import Sheet
from runut.present.sheet_story import make_sheet, shorten
from runut.present.telling import Telling
from runut.records.article import Article
from runut.records.claims import Comparison
from runut.records.dossier import StoryDossier
from runut.records.findings import Findings
from runut.records.groups import ReusePair, Story


def make_story_dossier(
    story: Story,
    articles: tuple[Article, ...],
    findings: tuple[Findings, ...],
    reuse: tuple[ReusePair, ...],
    comparison: Comparison,
    interface: str,
) -> StoryDossier:
    """The story with its title and its lines in the interface's language ("id" or "en")."""
    bare = StoryDossier(story, "", articles, findings, reuse, comparison, ())
    told = Telling(bare, interface)
    title = story_title(told)
    return replace(bare, title=title, lines=make_sheet(told, title).lines())


def sheet_of(dossier: StoryDossier, interface: str) -> tuple[Telling, Sheet]:
    """The telling and the sheet of a made dossier, as printers need them."""
    told = Telling(dossier, interface)
    return told, make_sheet(told, dossier.title)


def story_title(told: Telling) -> str:
    """The headline of the page that renders most of the shared claims; the earliest of equals.

    Where no page has a headline, the most told claim's words.
    """
    shared = {article.id: 0 for article in told.articles}
    for claim in told.comparison.claims:
        for article in told.claim_articles(claim) if claim.outlets > 1 else ():
            shared[article] += 1
    titled = [article for article in told.articles if article.title]
    if titled:
        return max(titled, key=lambda article: shared[article.id]).title or ""
    claims = sorted(told.comparison.claims, key=lambda claim: (-claim.outlets, claim.id))
    if claims:
        return shorten(told.text(claims[0].gist))
    return shorten(told.articles[0].text.split("\n")[0])
