"""A city's ledger as rows of cells that know what they should become."""

from __future__ import annotations

from dataclasses import dataclass, field

UNCHECKED = "?"  # in the truth files: this row says nothing about this field


@dataclass
class Col:
    """One column: label, the unified field it feeds (None: nothing), how a true value is written.

    A field that starts with ``p_`` is personal. ``write(value, row, rng)`` or ``write(value)`` gives the cell.
    """

    label: str
    field: str | None = None
    write: object = None
    wide: int = 0  # bytes in a dbf
    kind: str = "C"  # of a dbf column: C text, N number
    decimals: int = 0


@dataclass
class Row:
    cells: dict
    truth: dict
    key: str | None
    sheet: str | None = None
    file: str | None = None
    geom: object = None  # as it stands in a vector file
    xy: tuple | None = None  # true plane metres, None: no place can be read
    outcome: str = "kept"  # kept, set_aside, skipped
    reason: str | None = None
    flags: list = field(default_factory=list)
    flags_may: list = field(default_factory=list)
    repaired: bool = False
    dirt: list = field(default_factory=list)
    source_row: dict = field(default_factory=dict)
    locked: bool = False  # a copy of this row stands below: it must stay as it is
    number: int | None = None  # record number in its file, set by the writer

    @property
    def clean(self) -> bool:
        return not self.dirt and not self.locked and self.outcome == "kept"


@dataclass
class Ledger:
    """All rows of one profile source, in file order."""

    city: str
    source: str
    table: str
    cols: list
    rows: list
    key: list  # labels
    options: dict = field(default_factory=dict)
    skipped_extra: int = 0  # rows of titles above headers

    def col(self, label_or_field: str) -> Col:
        for col in self.cols:
            if label_or_field in (col.label, col.field):
                return col
        raise KeyError(label_or_field)

    def has(self, label_or_field: str) -> bool:
        return any(label_or_field in (c.label, c.field) for c in self.cols)


def build(city, source, table, cols, items, key, rng, sheet=None, file=None, geom=None, **options) -> Ledger:
    """Write true rows into cells. ``sheet``/``file``/``geom``: functions of an item, or constants."""
    rows = []
    for item in items:
        cells, truth = {}, {}
        for col in cols:
            value = item.get(col.field) if col.field else None
            if col.write is None:
                text = None if value is None else value
            elif col.field is None:
                text = col.write(item, rng)
            else:
                text = None if value is None else _call(col.write, value, item, rng)
            cells[col.label] = text
            if col.field and not col.field.startswith(("p_", "_", "-")):
                truth[col.field] = value
        truth.update(item.get("_truth", {}))
        rows.append(
            Row(
                cells,
                truth,
                None,
                sheet=sheet(item) if callable(sheet) else sheet,
                file=file(item) if callable(file) else file,
                geom=geom(item) if geom else None,
                xy=(item["_x"], item["_y"]) if "_x" in item and item.get("_located", True) else None,
                source_row=item,
            )
        )
    ledger = Ledger(city, source, table, cols, rows, key, options)
    for row in rows:
        row.key = key_of(ledger, row)
    return ledger


def _call(write, value, item, rng):
    count = write.__code__.co_argcount if hasattr(write, "__code__") else 1
    return write(value) if count == 1 else write(value, item) if count == 2 else write(value, item, rng)


def key_of(ledger: Ledger, row: Row) -> str | None:
    """NFKC, trimmed texts of the key columns joined by |."""
    import unicodedata

    parts = []
    for label in ledger.key:
        cell = row.cells.get(label)
        text = "" if cell is None else unicodedata.normalize("NFKC", str(cell)).strip()
        parts.append(text)
    return "|".join(parts) if any(parts) else None


def spoil(
    row: Row,
    ledger: Ledger,
    label: str | None,
    raw,
    kind: str,
    *,
    expect=None,
    flags=(),
    may=(),
    outcome="kept",
    reason=None,
    field=None,
    repaired=None,
    unchecked=(),
):
    """Put dirt into a row and say what should become of it.

    ``expect``: {field: value} after import; ``repaired``: counts as repaired although no flag is certain;
    ``unchecked``: fields of which nothing is said.
    """
    if label is not None:
        row.cells[label] = raw
    expect = expect or {}
    row.truth.update(expect)
    for name in unchecked:
        row.truth[name] = UNCHECKED
    row.flags += [f for f in flags if f not in row.flags]
    row.flags_may += list(may)
    row.outcome, row.reason = (outcome, reason) if outcome != "kept" else (row.outcome, row.reason)
    row.repaired = row.repaired or (bool(flags) if repaired is None else repaired)
    entry = {
        "kind": kind,
        "column": label,
        "raw": raw,
        "flags": list(flags),
        "flags_may": list(may),
        "outcome": outcome,
        "reason": reason,
    }
    name = field or (next(iter(expect)) if expect else None)
    if name is not None:
        entry["field"] = name
    if expect:
        entry["expect"] = next(iter(expect.values())) if len(expect) == 1 else expect
    row.dirt.append(entry)
