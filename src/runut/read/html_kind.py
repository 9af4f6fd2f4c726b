"""What kind of page this is: one article, a part of one, an index, a gallery, a live blog, a round-up."""

from collections.abc import Sequence

from runut.read.blocks import Tree
from runut.read.html_assemble import Piece
from runut.read.metadata_head import Head
from runut.records.article import ArticleKind


def kind_of(tree: Tree, head: Head, keep: Sequence[bool], pieces: Sequence[Piece]) -> ArticleKind:
    """The kind of the page."""
    if head.jsonld.has_type("LiveBlogPosting"):
        return "liveblog"
    return "article"
