"""One story ready to be told: every record by its id, and the few questions that all printers ask."""

from runut.knowledge.outlets import outlet_name
from runut.present.places import Proof, make_proof
from runut.present.wording import label, say
from runut.records.article import Article
from runut.records.claims import Claim, Comparison, StoryEntity
from runut.records.dossier import StoryDossier
from runut.records.findings import Findings
from runut.records.groups import ReusePair, Story
from runut.records.notes import Reason
from runut.records.spans import Span
from runut.records.statements import Link, Statement


class Telling:
    """A story's records by id. Articles are numbered from 1 in their order, dated ones first."""

    def __init__(self, dossier: StoryDossier, interface: str) -> None:
        self.interface = interface
        self.story: Story = dossier.story
        self.comparison: Comparison = dossier.comparison
        self.reuse: tuple[ReusePair, ...] = dossier.reuse
        self.articles = tuple(sorted(dossier.articles, key=_order))
        self.article = {article.id: article for article in self.articles}
        self.found: dict[str, Findings] = {found.article: found for found in dossier.findings}
        self.statement: dict[str, Statement] = {s.id: s for found in dossier.findings for s in found.statements}
        self.entity: dict[str, StoryEntity] = {
            member: entity for entity in self.comparison.entities for member in entity.members
        }
        self.names = {member: (entity.name, *entity.names) for member, entity in self.entity.items()}
        self.roles = _roles(self)

    def text(self, span: Span) -> str:
        """The words of a span, as printed."""
        return self.article[span.article].text[span.start : span.end]

    def outlet(self, article: str) -> str:
        """The name under which an article is spoken of."""
        return outlet_name(self.article[article])

    def outlets(self, articles: list[str] | tuple[str, ...]) -> list[str]:
        """Names of the articles' outlets, each once, in the order of the articles."""
        wanted = set(articles)
        return list(dict.fromkeys(outlet_name(article) for article in self.articles if article.id in wanted))

    def proof(self, span: Span) -> Proof:
        """The span in its context."""
        return make_proof(self.article[span.article], self.found.get(span.article), span)

    def sentence(self, span: Span) -> Span:
        """The sentence in which a span begins, or the span."""
        found = self.found.get(span.article)
        for sentence in found.sentences if found else ():
            if sentence.start <= span.start < sentence.end:
                return sentence
        return span

    def label(self, key: str) -> str:
        """A label in the interface's language."""
        return label(key, self.interface)

    def say(self, reason: Reason) -> str:
        """A reason's sentence in the interface's language."""
        return say(reason, self.interface)

    def chain(self, statement: Statement) -> tuple[Link, ...]:
        """The hops of a statement that are sources of their own."""
        return tuple(link for link in statement.chain if link.adds_origin)

    def speaker(self, statement: Statement) -> str:
        """The speaker's name in the story, or as printed; empty where nobody is known."""
        if statement.speaker is None:
            return ""
        whole = self.entity.get(statement.speaker.entity or "")
        return whole.name if whole else statement.speaker.name

    def is_recognised(self, article: str) -> bool:
        """Whether anything could be recognised in an article: its language has tables."""
        return all(problem.code != "language-without-pack" for problem in self.found[article].problems)

    def claim_articles(self, claim: Claim) -> list[str]:
        """The articles that render a claim, each once, in their order."""
        inside = {self.statement[id].content.article for id in claim.statements}
        return [article.id for article in self.articles if article.id in inside]


def _order(article: Article) -> tuple[bool, str, str]:
    return article.published is None, article.published.value if article.published else "", article.id


def _roles(told: Telling) -> dict[str, str]:
    """The longest role printed with each speaker's name."""
    roles: dict[str, str] = {}
    for found in told.found.values():
        for entity in found.entities:
            whole = told.entity.get(entity.id)
            name = whole.name if whole else entity.name
            for role in entity.roles:
                if len(role) > len(roles.get(name, "")):
                    roles[name] = role
    return roles
