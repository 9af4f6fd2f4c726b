"""The dossier as one HTML file: no script, no request, a strict content policy; opens from a mail or a stick."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from runut.present.dossier import sheet_of
from runut.present.drawing import chain_svg, time_svg
from runut.present.sheet import Sheet
from runut.present.telling import Telling
from runut.present.wording import day, fill, label
from runut.records.article import Article
from runut.records.dossier import Dossier
from runut.records.spans import Span


def dossier_html(dossier: Dossier, interface: str) -> str:
    """The whole dossier as an HTML document in the interface's language ("id" or "en")."""
    style = files("runut.present").joinpath("templates/dossier.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    told = [(number, *sheet_of(story, interface)) for number, story in enumerate(dossier.stories, 1)]
    made: str = (
        _templates()
        .get_template("dossier.html.jinja")
        .render(
            interface=interface,
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
            style=Markup(style),
            stories=told,
            dossier=dossier,
            problems=[problem for problem in dossier.unread if problem.severity == "error"],
            label=lambda key: label(key, interface),
            fill=lambda key, *values: fill(label(key, interface), tuple(map(str, values)), interface),
            chain=lambda sheet: _chain(sheet, interface),
            axis=lambda told, sheet: _axis(told, sheet, interface),
            anchor=_anchor,
        )
    )
    return made


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("runut.present", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _chain(sheet: Sheet, interface: str) -> Markup:
    heads = tuple(label(f"{key}-column", interface) for key in ("speakers", "agencies", "outlets"))
    return Markup(chain_svg(sheet.edges, label("drawing-title", interface), (heads[0], heads[1], heads[2])))


def _axis(told: Telling, sheet: Sheet, interface: str) -> Markup:
    lanes = tuple(label(f"row-{kind}", interface) for kind in ("event", "statement", "publication"))
    days = [day(row.first[:10], interface) for row in told.comparison.timeline]
    title = label("drawing-timeline", interface)
    return Markup(time_svg(sheet.timeline, days, title, (lanes[0], lanes[1], lanes[2])))


def _anchor(article: Article, span: Span) -> str:
    """The id of the paragraph of the page's text in which a span begins."""
    number = next((n for n, part in enumerate(article.parts) if part.start <= span.start < part.end), 0)
    return f"{article.id}-{number}"
