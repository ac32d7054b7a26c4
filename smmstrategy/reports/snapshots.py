"""Facts as bytes: canonical JSON, its SHA-256 and its compressed form; the same facts are the same bytes."""

import hashlib
import json
import zlib
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Protocol


class Sealed(Protocol):
    """What is stored of a snapshot."""

    pk: int
    content: bytes
    sha256: str


class SnapshotDamaged(Exception):
    """What is stored is not what was sealed."""


def canonical(facts: dict[str, Any]) -> bytes:
    """ASCII JSON with sorted keys, Decimals and dates as text; NaN and infinity raise ValueError."""
    text = json.dumps(facts, sort_keys=True, separators=(",", ":"), allow_nan=False, default=_plain)
    return text.encode("ascii")


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def compressed(content: bytes) -> bytes:
    return zlib.compress(content, 9)


def content(snapshot: Sealed) -> dict[str, Any]:
    """The sealed facts; raises SnapshotDamaged when the stored bytes do not have the sealed hash."""
    try:
        sealed = zlib.decompress(bytes(snapshot.content))
    except zlib.error as error:
        raise SnapshotDamaged(f"snapshot {snapshot.pk} cannot be unpacked") from error
    if sha256(sealed) != snapshot.sha256:
        raise SnapshotDamaged(f"snapshot {snapshot.pk} does not have the hash it was sealed with")
    return json.loads(sealed)


def _plain(value: object) -> str | list:
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError("a number that is not finite cannot be sealed")
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"{type(value).__name__} cannot be sealed")
