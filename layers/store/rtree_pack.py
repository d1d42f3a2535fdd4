"""A packed R-tree in SQLite's own format: the whole spatial index of a table at once.

Inserting rows one by one into the virtual table costs more than all their columns; packed nodes are sorted
once and written as blobs, as GDAL's own GeoPackage driver does since 3.7. ``rebuild`` says whether it could: a
SQLite in defensive mode refuses, and the caller then inserts row by row. The format is that of SQLite's R*Tree module (https://www.sqlite.org/rtree.html,
section 5, and rtree.c): 24-byte cells of a big-endian id and four floats, in nodes of the size of the root's blob.
"""

from __future__ import annotations

import sqlite3

import numpy as np
import shapely

_CELL = np.dtype([("id", ">i8"), ("box", ">f4", 4)])
_HEAD = np.dtype([("depth", ">u2"), ("count", ">u2")])
PACKED_FROM = 1000  # from so many new entries on, an index is made anew rather than added to
_FILL = 0.8  # full nodes would split at the first row that a person adds


def rebuild(con: sqlite3.Connection, index: str, ids: np.ndarray, boxes: np.ndarray) -> bool:
    """Replace all entries of the R-tree ``index``; ``boxes``: west, east, south, north per id.

    Returns False, with the index as it was, where SQLite does not let its inner tables be written.
    """
    con.execute("SAVEPOINT packing")
    try:
        _write(con, index, ids, boxes)
    except sqlite3.OperationalError as error:
        con.execute("ROLLBACK TO packing")
        if "may not be modified" not in str(error):
            raise
        return False
    finally:
        con.execute("RELEASE packing")
    return True


def entries(fids, geoms: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(ids, boxes as west, east, south, north) of the geometries that are not empty."""
    boxes = shapely.bounds(geoms)
    has = ~np.isnan(boxes[:, 0])
    ids = np.fromiter(fids, dtype=np.int64, count=len(geoms))[has]
    return ids, rounded(boxes[has][:, [0, 2, 1, 3]])


def read(con: sqlite3.Connection, index: str) -> tuple[np.ndarray, np.ndarray]:
    """All entries of the R-tree ``index``: (ids, boxes)."""
    (count,) = con.execute(f'SELECT count(*) FROM "{index}_rowid"').fetchone()  # nosec B608
    kind = np.dtype([("id", np.int64), ("box", np.float32, 4)])
    rows = con.execute(f'SELECT id, minx, maxx, miny, maxy FROM "{index}"')  # nosec B608
    found = np.fromiter(((row[0], row[1:]) for row in rows), dtype=kind, count=count)
    return found["id"], found["box"]


def add(con: sqlite3.Connection, index: str, ids: np.ndarray, boxes: np.ndarray) -> None:
    """Insert entries one by one."""
    con.executemany(
        f'INSERT INTO "{index}" VALUES (?, ?, ?, ?, ?)',  # nosec B608
        zip(ids.tolist(), *boxes.T.tolist()),
    )


def replace(
    con: sqlite3.Connection, index: str, gone: np.ndarray, ids: np.ndarray, boxes: np.ndarray
) -> None:
    """Take entries out of the R-tree ``index`` and put others in; many of them by making it anew."""
    if len(gone) + len(ids) > PACKED_FROM:
        old_ids, old_boxes = read(con, index)
        stay = ~np.isin(old_ids, gone)
        all_ids, all_boxes = np.concatenate([old_ids[stay], ids]), np.concatenate([old_boxes[stay], boxes])
        if rebuild(con, index, all_ids, all_boxes):
            return
    con.executemany(f'DELETE FROM "{index}" WHERE id = ?', [(n,) for n in gone.tolist()])  # nosec B608
    add(con, index, ids, boxes)


def _write(con: sqlite3.Connection, index: str, ids: np.ndarray, boxes: np.ndarray) -> None:
    (size,) = con.execute(f'SELECT length(data) FROM "{index}_node" WHERE nodeno = 1').fetchone()  # nosec B608
    most = (size - _HEAD.itemsize) // _CELL.itemsize
    levels = _levels(np.asarray(ids, dtype=np.int64), rounded(boxes), most)
    for part in ("node", "parent", "rowid"):
        con.execute(f'DELETE FROM "{index}_{part}"')  # nosec B608
    starts = _numbers([len(groups) - 1 for _, _, groups in levels])
    for depth, (own, cells, groups) in enumerate(levels):
        numbers = np.arange(starts[depth], starts[depth] + len(groups) - 1)
        if depth:  # the entries of a level are the nodes below it
            own = own + starts[depth - 1]
        con.executemany(
            f'INSERT INTO "{index}_node" VALUES (?, ?)',  # nosec B608
            zip(numbers.tolist(), _blobs(own, cells, groups, size, depth)),
        )
        table = "parent" if depth else "rowid"
        con.executemany(
            f'INSERT INTO "{index}_{table}" VALUES (?, ?)',  # nosec B608
            _sorted(own, np.repeat(numbers, np.diff(groups))),
        )


def rounded(boxes: np.ndarray) -> np.ndarray:
    """Boxes as the module keeps them: floats, rounded so that none gets smaller."""
    if boxes.dtype == np.float32:
        return boxes
    boxes = np.asarray(boxes, dtype=np.float64)
    kept = boxes.astype(np.float32)
    wide = kept.astype(np.float64)
    away, towards = 1 + 1 / 8388608, 1 - 1 / 8388608
    low, high = np.array([True, False, True, False]), np.array([False, True, False, True])
    wrong = (low & (wide > boxes)) | (high & (wide < boxes))
    outwards = np.where(boxes < 0, low, high)
    return np.where(wrong, (boxes * np.where(outwards, away, towards)).astype(np.float32), kept)


def _levels(ids: np.ndarray, boxes: np.ndarray, most: int) -> list[tuple]:
    """From the leaves up: (ids or positions of nodes below, their boxes, bounds of the groups that are nodes)."""
    levels = []
    while True:
        order = _order(boxes, most)
        ids, boxes = ids[order], boxes[order]
        groups = _groups(len(ids), most)
        levels.append((ids, boxes, groups))
        count = len(groups) - 1
        if count <= 1:
            return levels
        low = np.minimum.reduceat(boxes[:, [0, 2]], groups[:-1])
        high = np.maximum.reduceat(boxes[:, [1, 3]], groups[:-1])
        boxes = np.column_stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]])
        ids = np.arange(count)


def _groups(count: int, most: int) -> np.ndarray:
    """Even groups of entries, each a node; few enough entries are one node."""
    nodes = 1 if count <= most else -(-count // int(most * _FILL))
    return np.linspace(0, count, nodes + 1).astype(np.int64)


def _order(boxes: np.ndarray, most: int) -> np.ndarray:
    """Neighbours together: slices by x, each sorted by y (sort-tile-recursive)."""
    x, y = boxes[:, 0] + boxes[:, 1], boxes[:, 2] + boxes[:, 3]
    count = len(boxes)
    slices = max(1, round((count / (most * _FILL)) ** 0.5))
    column = np.empty(count, dtype=np.int64)
    column[np.argsort(x, kind="stable")] = np.arange(count) * slices // max(count, 1)
    return np.lexsort((y, column))


def _numbers(counts: list[int]) -> list[int]:
    """The number of the first node of each level; the root is 1."""
    starts, following = [0] * len(counts), 2
    for depth, count in enumerate(counts):
        if depth == len(counts) - 1:
            starts[depth] = 1
        else:
            starts[depth], following = following, following + count
    return starts


def _blobs(own: np.ndarray, boxes: np.ndarray, groups: np.ndarray, size: int, depth: int):
    cells = np.empty(len(own), dtype=_CELL)
    cells["id"], cells["box"] = own, boxes
    data, step = cells.tobytes(), _CELL.itemsize
    for start, end in zip(groups[:-1].tolist(), groups[1:].tolist()):
        head = np.array([(depth, end - start)], dtype=_HEAD).tobytes()  # depth counts in the root only
        yield (head + data[start * step : end * step]).ljust(size, b"\0")


def _sorted(own: np.ndarray, numbers: np.ndarray):
    """(id, node) in the order of the ids, a piece at a time."""
    order = np.argsort(own)
    for piece in np.array_split(order, len(order) // 50_000 + 1):
        yield from zip(own[piece].tolist(), numbers[piece].tolist())
