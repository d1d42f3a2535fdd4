"""Dirt in whole rows: duplicates, rows without a key, totals, blank rows, headers again."""

from __future__ import annotations

import copy

from .ledger import Row, key_of, spoil


def row_level(s, ledger) -> None:
    """Duplicates, rows without a key, totals, blank rows, headers again."""
    vector = any(row.geom is not None for row in ledger.rows)
    small = len(ledger.rows) < 40
    key = ledger.key[0]
    column = ledger.col(key)
    if not small:
        for row in s.take(ledger, lambda r: True, 1.0):
            _copy(s, ledger, row, "duplicate_row")
        for row in s.take(ledger, lambda r: True, 0.6):
            other = _copy(s, ledger, row, "duplicate_key")
            name = next(
                (
                    n
                    for n in ("note", "material", "landmark", "name_ja", "cause")
                    if ledger.has(n) and ledger.col(n).label != key
                ),
                None,
            )
            if name:
                other.cells[ledger.col(name).label] = "別の記載"
        referred = _referred(s, ledger)
        for row in s.take(ledger, lambda r: r.key not in referred, 0.6):
            spoil(
                row,
                ledger,
                key,
                None,
                "no_key",
                outcome="set_aside",
                reason="E-NOKEY",
                field=column.field or key,
            )
            row.key = None
    if vector or ledger.options.get("dbf") or (s.city == "082350" and ledger.source in ("routes", "damages")):
        return
    labels = [c.label for c in ledger.cols]
    _insert(s, ledger, {}, "S-BLANK", "blank_row", 2 if len(ledger.rows) > 20 else 1)
    if small:
        return
    _insert(s, ledger, {label: label.replace("\n", "") for label in labels}, "S-HEADER", "header_again", 2)
    _insert(
        s,
        ledger,
        {labels[0]: "合計", labels[-1]: str(len(ledger.rows))},
        "S-TOTAL",
        "total_row",
        1,
        last=True,
    )
    if s.city == "082244":
        for sheet in dict.fromkeys(r.sheet for r in ledger.rows):
            end = max(i for i, r in enumerate(ledger.rows) if r.sheet == sheet)
            ledger.rows.insert(
                end + 1,
                _not_data(ledger, {labels[0]: "小計"}, "S-TOTAL", "total_row", sheet, ledger.rows[end].file),
            )


def _referred(s, ledger) -> set:
    """Keys that other ledgers name: a row they need does not lose its key."""
    if ledger.table == "request":
        return {key_of(ledger, r) for r in ledger.rows if r.source_row.get("dup_of")}
    return set()


def _copy(s, ledger, row, kind) -> Row:
    at = ledger.rows.index(row)
    row.locked = True
    other = copy.copy(row)
    other.cells, other.truth, other.dirt, other.flags, other.flags_may = (
        dict(row.cells),
        dict(row.truth),
        [],
        [],
        [],
    )
    place = at + 1 + int(s.rng.integers(0, 20))
    same = [
        i
        for i in range(at + 1, min(place, len(ledger.rows) - 1) + 1)
        if ledger.rows[i].sheet == row.sheet and ledger.rows[i].file == row.file
    ]
    ledger.rows.insert((max(same) if same else at) + 1, other)
    spoil(other, ledger, None, row.key, kind, outcome="set_aside", reason="E-DUPKEY", field=ledger.key[0])
    return other


def _not_data(ledger, cells, code, kind, sheet, file) -> Row:
    row = Row(cells, {}, None, sheet=sheet, file=file, outcome="skipped", reason=code)
    row.dirt.append(
        {
            "kind": kind,
            "column": None,
            "raw": None,
            "flags": [],
            "flags_may": [],
            "outcome": "skipped",
            "reason": code,
        }
    )
    return row


def _insert(s, ledger, cells, code, kind, count, last=False) -> None:
    for _ in range(count):
        at = len(ledger.rows) if last else int(s.rng.integers(1, len(ledger.rows)))
        near = ledger.rows[min(at, len(ledger.rows)) - 1]
        ledger.rows.insert(at, _not_data(ledger, dict(cells), code, kind, near.sheet, near.file))
