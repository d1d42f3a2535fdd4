"""GeoPackage geometry blobs to and from shapely arrays, whole columns at a time (OGC 12-128r15, 2.1.3)."""

from __future__ import annotations

import struct

import numpy as np
import shapely

_POINT = 0


def encode(geoms: np.ndarray, srs_id: int) -> list[bytes | None]:
    """Blobs of a geometry array; None stays None. Points carry no envelope, everything else an XY one."""
    geoms = np.asarray(geoms, dtype=object)
    wkb = shapely.to_wkb(geoms, output_dimension=2, byte_order=1)
    plain = struct.pack("<2sBBi", b"GP", 0, 0b0001, srs_id)
    empty = struct.pack("<2sBBi", b"GP", 0, 0b10001, srs_id)
    boxed = struct.pack("<2sBBi", b"GP", 0, 0b0011, srs_id)
    is_point = shapely.get_type_id(geoms) == _POINT
    if bool(np.all(is_point & ~shapely.is_empty(geoms))):
        return [plain + body for body in wkb]
    boxes = shapely.bounds(geoms)[:, [0, 2, 1, 3]].astype("<f8").tobytes()
    is_empty = shapely.is_empty(geoms)
    blobs: list[bytes | None] = []
    for n, body in enumerate(wkb):
        if body is None:
            blobs.append(None)
        elif is_empty[n]:
            blobs.append(empty + body)
        elif is_point[n]:
            blobs.append(plain + body)
        else:
            blobs.append(boxed + boxes[32 * n : 32 * n + 32] + body)
    return blobs


def decode(blobs) -> np.ndarray:
    """Shapely geometries of GeoPackage blobs (None and broken blobs give None)."""
    return shapely.from_wkb([_body(blob) for blob in blobs], on_invalid="ignore")


def _body(blob: bytes | None) -> bytes | None:
    if not blob or blob[:2] != b"GP":
        return None
    envelope = (blob[3] >> 1) & 0b111
    return bytes(blob[8 + (0, 32, 48, 48, 64)[min(envelope, 4)] :])
