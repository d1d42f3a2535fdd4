"""What a draft still lacks, in words. Public: ``Problem``, ``ledger_problems``, ``city_problems``,
``sheet_names``, ``table_names``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...i18n import language, tr
from ...schema import model
from ..readers import open_tables
from .draft_look import code_rows
from .draft_state import labels
from .keys import ROW, key_values
from .labels import TABLES

if TYPE_CHECKING:
    from .draft import Draft
_FEW = 0.01  # of the rows


@dataclass(frozen=True)
class Problem:
    """``level``: error (no import), todo (a person has to decide), warning. ``part``: what it is about: columns,
    codes, place, key, reading, table, city."""

    level: str
    part: str
    text: str
    ledger: int | None = None
    label: str | None = None


def city_problems(draft: Draft) -> list[Problem]:
    """Of the whole: the city, and that something is left to import."""
    found = []
    if draft.state.city.boundary is None:
        found.append(
            Problem(
                "warning", "city", tr("No boundary: places are taken as the files state them, unchecked.")
            )
        )
    if not draft.kept:
        found.append(Problem("error", "table", tr("Every ledger is left out: there is nothing to import.")))
    return found


def ledger_problems(draft: Draft, n: int) -> list[Problem]:
    """Of one ledger, the gravest first."""
    source = draft.state.sources[n]
    if source.ledger.problem is not None:
        return [Problem("warning", "reading", str(source.ledger.problem), n)]
    if source.refusal is not None or source.assignment is None:
        return [Problem("warning", "table", source.refusal or tr("It is not said what the ledger is."), n)]
    found = _places(draft, n) + _key(draft, n)
    for label in labels(source):
        choice = source.choices[label]
        if choice.role == "undecided":
            found.append(Problem("todo", "columns", tr("“{label}” is undecided.", label=label), n, label))
        elif choice.unread:
            unread = [r for r in code_rows(source, label) if r.how == "unread"]
            if unread:
                rows = sum(r.count for r in unread)
                text = tr("“{label}”: {count} words without a code ({rows} rows)", label=label, count=len(unread),
                          rows=rows)  # fmt: skip
                # A slip of the pen here and there is nothing to decide: those rows are flagged one by one.
                many = rows > _FEW * max(draft.evidence(n, label).filled, 1)
                found.append(Problem("todo" if many else "warning", "codes", text, n, label))
    for own in draft.lacking(n):
        text = tr("No column gives the required item “{item}”.", item=own.label(language()))
        found.append(Problem("warning", "columns", text, n))
    found += _doubles(source, n)
    order = {"error": 0, "todo": 1, "warning": 2}
    return sorted(found, key=lambda p: order[p.level])


def _places(draft: Draft, n: int) -> list[Problem]:
    source, table = draft.state.sources[n], draft.table(n)
    place = source.place
    if place.kind == "none":
        if table.geometry_required:
            text = place.problem or tr(
                "{table} needs places; the ledger has none.", table=table.label(language())
            )
            return [Problem("warning", "place", text, n)]
        return []
    if place.problem:
        return [Problem("error", "place", place.problem, n)]
    if place.checked and place.inside is not None and place.inside < 0.5:
        share = round(100 * place.inside)
        return [
            Problem("warning", "place", tr("Only {share}% of the points lie in the city.", share=share), n)
        ]
    return []


def _key(draft: Draft, n: int) -> list[Problem]:
    source = draft.state.sources[n]
    if source.key == [ROW] or not source.ledger.blocks:
        return []
    if any(k not in source.ledger.columns for k in source.key):
        return [Problem("error", "key", tr("The key names a column that the file does not have."), n)]
    held = sum(len(b.cells) for b in source.ledger.blocks)
    same = held - len(key_values(source.ledger, source.key))
    if same > 0.02 * held and same > 1:
        text = tr("The key {key} is not unique: {count} rows would be set aside.", key=" + ".join(source.key),
                  count=same)  # fmt: skip
        return [Problem("warning", "key", text, n)]
    return []


def _doubles(source, n: int) -> list[Problem]:
    """Numbers and codes that several columns feed: their texts are joined, which no one can have meant."""
    fed: dict[str, list[str]] = {}
    for label, choice in source.choices.items():
        for target in choice.targets:
            own = source.assignment.table.field(target["field"]) if "field" in target else None
            if (
                own is not None
                and "part" not in target
                and (own.codes or own.type in ("int", "real", "bool"))
            ):
                fed.setdefault(target["field"], []).append(label)
    table = source.assignment.table
    return [
        Problem("warning", "columns",
                tr("{columns} are joined into “{item}”.", columns=" + ".join(f"「{c}」" for c in columns),
                   item=table.field(name).label(language())), n, columns[-1])
        for name, columns in fed.items() if len(columns) > 1
    ]  # fmt: skip


def sheet_names(source) -> list[str]:
    """All sheets of a ledger's first workbook."""
    if not source.ledger.raws or source.ledger.raw.format != "xlsx":
        return []
    return [raw.sheet for raw in open_tables(source.ledger.raw.path) if raw.sheet]


def table_names() -> list[str]:
    """The tables that a ledger may be."""
    return [name for name in model().tables if name in TABLES]
