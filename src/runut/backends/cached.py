"""An embedder that remembers: vectors are kept by text in the store's memo and survive restarts."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from runut.ports import Embedder, Memo
from runut.records.ids import hash_bytes


class CachedEmbedder:
    """The same vectors as the embedder inside, each text computed once."""

    def __init__(self, inner: Embedder, memo: Memo) -> None:
        self._inner, self._memo = inner, memo
        self.name, self.same_score = inner.name, inner.same_score
        self.crosses_languages = inner.crosses_languages

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit-length row for each text, in order."""
        keys = [f"embed {self.name} {hash_bytes(text.encode('utf-8', 'surrogatepass'))}" for text in texts]
        found = {key: raw for key in dict.fromkeys(keys) if (raw := self._memo.get(key)) is not None}
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
        if missing:
            rows = self._inner.embed(list(missing.values()))
            for key, row in zip(missing, rows, strict=True):
                found[key] = np.asarray(row, dtype="<f4").tobytes()
                self._memo.put(key, found[key])
        if not keys:
            return self._inner.embed([])
        return np.stack([np.frombuffer(found[key], dtype="<f4") for key in keys]).astype(np.float32)
