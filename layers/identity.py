"""Stable identity of rows: the same source row is the same unified row at every import.

``uuid`` is the RFC 4122 version-5 UUID of ``city|table|source key`` in a namespace of our own, so two offices
that import the same file independently get the same ids (unified model, section 2).
"""

from __future__ import annotations

import hashlib
import unicodedata
import uuid as uuid_module
from collections.abc import Iterable, Sequence

import numpy as np

NAMESPACE = uuid_module.uuid5(uuid_module.NAMESPACE_DNS, "gunmane-roads.invalid")
_PREFIX = NAMESPACE.bytes
COMMON_CITY = "000000"  # rows that belong to no city (code lists, runs over several cities)


def row_uuid(city_code: str, table: str, key: str) -> str:
    """The uuid of one row."""
    return row_uuids(city_code, table, [key])[0]


def row_uuids(city_code: str, table: str, keys: Iterable[str]) -> list[str]:
    """The uuids of many rows: version-5 UUIDs as 36-character texts, in the order of ``keys``.

    The same as ``uuid.uuid5(NAMESPACE, f"{city}|{table}|{key}")``, without building an object for each row.
    """
    head = _PREFIX + f"{city_code}|{table}|".encode()
    sha1 = hashlib.sha1  # RFC 4122 prescribes SHA-1 for version 5; it guards nothing here
    digests = b"".join(
        sha1(head + key.encode("utf-8", "surrogatepass"), usedforsecurity=False).digest()[:16] for key in keys
    )
    if not digests:
        return []
    octets = np.frombuffer(digests, dtype=np.uint8).reshape(-1, 16).copy()
    octets[:, 6] = (octets[:, 6] & 0x0F) | 0x50
    octets[:, 8] = (octets[:, 8] & 0x3F) | 0x80
    text = octets.tobytes().hex()
    return [
        f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"
        for h in (text[start : start + 32] for start in range(0, len(text), 32))
    ]


def short_ids(uuids: Sequence[str]) -> np.ndarray:
    """64-bit prints of uuids (uint64), to remember millions of them in little memory."""
    text = "".join(u[:8] + u[9:13] + u[24:28] for u in uuids)
    return np.frombuffer(bytes.fromhex(text), dtype=">u8").astype(np.uint64)


def key_text(cell: str | None) -> str | None:
    """A key cell in the form that identifies: compatibility-normalised, without outer blanks; None if empty."""
    if cell is None:
        return None
    text = unicodedata.normalize("NFKC", cell).strip()
    return text or None


def content_hash(parts: Sequence[str], secret: bytes = b"") -> str:
    """A 128-bit print of a row's cells.

    ``secret`` keys it where cells hold personal data: without the key a phone number could be recovered from
    the print by trying all numbers.
    """
    data = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=16, key=secret).hexdigest()
