"""Page bytes under the hash of their content, compressed; in a folder beside the store, or in memory."""

import os
from pathlib import Path

import zstandard

from runut.errors import StoreError
from runut.records.ids import hash_bytes

LEVEL = 3
"""zstd's own default."""


class Blobs:
    """Bytes by hash. What is there is never written again; what is damaged counts as gone."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._held: dict[str, bytes] = {}

    def keep(self, body_hash: str, body: bytes) -> None:
        """Keep bytes under their hash.

        Raises:
            StoreError: they cannot be written.
        """
        if self._folder is None:
            self._held.setdefault(body_hash, zstandard.compress(body, LEVEL))
            return
        path = self._path(self._folder, body_hash)
        if path.is_file():
            return
        half = path.with_suffix(f".{os.getpid()}.half")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            half.write_bytes(zstandard.compress(body, LEVEL))
            half.replace(path)
        except OSError as error:
            raise StoreError(f"{path}: page bytes cannot be written: {error.strerror or error}") from error

    def get(self, body_hash: str) -> bytes | None:
        """The bytes of this hash, or None where they are gone or no longer those that were kept."""
        try:
            packed = self._held.get(body_hash)
            if self._folder is not None:
                packed = self._path(self._folder, body_hash).read_bytes()
            body = zstandard.decompress(packed) if packed is not None else None
        except (OSError, zstandard.ZstdError):
            return None
        return body if body is not None and hash_bytes(body) == body_hash else None

    @staticmethod
    def _path(folder: Path, body_hash: str) -> Path:
        return folder / body_hash[:2] / f"{body_hash}.zst"
