"""Records to JSON bytes and back; the checks of each record run again on the way in."""

from typing import TypeVar

import msgspec

from runut.errors import RecordError

T = TypeVar("T")


def encode(record: object) -> bytes:
    """Compact JSON in UTF-8, fields in the order they are declared."""
    return msgspec.json.encode(record)


def decode(raw: bytes, kind: type[T]) -> T:
    """The record of type `kind` that `encode` wrote.

    Raises:
        RecordError: the bytes are no such record, or the record breaks its own rule.
    """
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise RecordError(f"stored {kind.__name__} cannot be read: {error}") from error
