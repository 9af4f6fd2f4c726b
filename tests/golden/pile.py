"""The dossier of the example pages, made in this process with the embedder that is the same on every machine."""

from pathlib import Path

from runut.backends.local import LocalEngine
from runut.backends.ngram import NgramEmbedder
from runut.pipeline.run import Run
from runut.present.as_text import dossier_text
from runut.records.dossier import Dossier
from runut.settings import Settings
from runut.sources import open_sources
from runut.store import open_store
from runut.store.sqlite import Store

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "examples" / "pages"
GOLDEN = Path(__file__).parent / "examples"


def make_dossier(sources: list[str], interface: str, store: Store | None = None, workers: int = 1) -> Dossier:
    """Everything from sources to dossier."""
    with LocalEngine(workers) as engine:
        run = Run(engine, store or open_store(""), NgramEmbedder)
        pile = run.read(open_sources(sources, Settings()))
        run.recognise(pile)
        run.group(pile)
        return run.dossier(pile, interface)


def example_dossier(interface: str = "id", store: Store | None = None) -> Dossier:
    """The dossier of `examples/pages`."""
    return make_dossier([str(file) for file in sorted(PAGES.iterdir())], interface, store)


def golden_texts() -> dict[str, str]:
    """File name to what it should hold: the whole dossier as text, in both languages."""
    return {
        f"dossier.{interface}.txt": dossier_text(
            example_dossier(interface), interface, width=100, colour=False, unfold=True
        )
        + "\n"
        for interface in ("id", "en")
    }
