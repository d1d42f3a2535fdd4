"""Which columns identify a row. Public: ``propose_key``, ``key_values``."""

from __future__ import annotations

import itertools

import pandas as pd

from ...i18n import tr
from .assignment import Assignment
from .compatibility import is_identifier
from .labels import plain, read_label
from .ledgers import Ledger

ROW = "@row_content"
_UNIQUE = 0.985  # of an identifier: ledgers hold a few double entries, which the import sets aside
_IDENTIFYING = ("番号", "コード", "id", "no", "№", "fid", "key", "キー", "u", "v", "整理", "item1")
_TRIED = 7


def propose_key(ledger: Ledger, assignment: Assignment, places: set[str]) -> tuple[list[str], float, str]:
    """(key columns, confidence, reason)."""
    evidence = ledger.evidence
    free = [
        c for c in ledger.columns
        if c not in places and assignment.choices[c].role not in ("personal", "place") and evidence[c].fill > 0.97
        and evidence[c].share("url") < 0.5
    ]  # fmt: skip
    fields = assignment.fields
    for name, label in fields.items():
        own = assignment.table.field(name)
        if is_identifier(own, assignment.table) and label in evidence:
            column = evidence[label]
            if column.uniqueness >= 0.9 and column.fill > 0.9:
                sure = 0.95 if column.uniqueness >= _UNIQUE else 0.75
                reason = tr("{field}: {share}% of its cells occur once", field=own.ja,
                            share=round(100 * column.uniqueness))  # fmt: skip
                return [label], sure, reason
    named = [c for c in free if _identifying(c)]
    for label in named:
        if evidence[label].uniqueness >= _UNIQUE:
            return [label], 0.85, tr("every cell occurs once")
    for label in free:
        column = evidence[label]
        if column.uniqueness >= 0.9 and column.share("id") >= 0.8 and column.share("plain") < 0.5:
            share = round(100 * column.uniqueness)
            return [label], 0.75, tr("{field}: {share}% of its cells occur once", field=label, share=share)
    frame = _frame(ledger, free)
    for group in _groups(ledger, assignment, named, free):
        if len(group) <= len(frame.columns) and not frame[list(group)].duplicated().any():
            return list(group), 0.7, tr("only together they are unique")
    for label in free:
        column = evidence[label]
        if column.uniqueness >= 1.0 and column.share("id") >= 0.8 and not _measure(column):
            return [label], 0.65, tr("every cell occurs once")
    return [ROW], 0.65, tr("no column identifies a row: the row's content does")


def key_values(ledger: Ledger, key: list[str]) -> set[tuple]:
    """The keys of the rows held, to see whether two ledgers of one table share numbers."""
    if key == [ROW] or not ledger.blocks:
        return set()
    frame = _frame(ledger, key)
    return set(frame.itertuples(index=False, name=None))


def _frame(ledger: Ledger, labels: list[str]) -> pd.DataFrame:
    return (
        pd.concat([b.cells[labels] for b in ledger.blocks], ignore_index=True)
        if ledger.blocks
        else pd.DataFrame()
    )


def _identifying(label: str) -> bool:
    key = read_label(label).bare
    return any(key == plain(w) or (len(w) > 1 and key.endswith(plain(w))) for w in _IDENTIFYING)


def _measure(column) -> bool:
    """Lengths and areas may all differ by chance: no identifiers."""
    return any("." in text for text, _ in column.texts[:50]) and column.share("plain") > 0.9


def _groups(ledger: Ledger, assignment: Assignment, named: list[str], free: list[str]):
    """Pairs, then triples (then four in a row), of columns that identify, with names and dates to help."""
    evidence = ledger.evidence
    helpers = [
        c for c in free
        if c not in named and not _measure(evidence[c]) and evidence[c].distinct > 1
        and _helps(c, evidence[c], assignment)
    ]  # fmt: skip
    pool = [c for c in [*named, *helpers] if evidence[c].distinct > 1][:_TRIED]
    for size in (2, 3):
        yield from itertools.combinations(pool, size)
    if len(named) >= 4:
        yield tuple(named[:4])


def _helps(label: str, column, assignment: Assignment) -> bool:
    """A name, a whole date or a short number that makes a number of its own unique."""
    if column.mean_length >= 40:
        return False
    if assignment.choices[label].field in ("name_ja", "fac_name", "date"):
        return True
    if column.share("date") > 0.8 and column.mean_length >= 6:
        return True
    return column.mean_length < 12 and _identifying(label)
