"""After matching: units, code maps, date and time in two columns, sizes in one, keys that the import builds itself.

Public: ``refine``.
"""

from __future__ import annotations

import re

from ...i18n import tr
from .assignment import Assignment, Choice
from .codemap import propose_codes
from .evidence import Evidence
from .labels import read_label
from .ledgers import Ledger

_SIZE_WORDS = ("規模", "寸法", "大きさ", "サイズ", "形状寸法")
# What a label's unit may be for a field's unit: 千円 is read and turned into 円.
_CONVERTIBLE = (
    {"mm", "cm", "m", "km"},
    {"円", "千円", "万円", "百万円"},
    {"m2", "ha", "km2"},
    {"m3"},
    {"%"},
    {"度"},
    {"km/h"},
    {"台/日"},
    {"mm/m"},
    {"件"},
)

# Where the middle of a column usually lies in the model's unit, so narrow that the next unit would not fit.
_USUAL = {
    "length_m": (2, 5000), "width_m": (1.5, 30), "from_m": (0, 20000), "to_m": (5, 20000), "chain_m": (5, 20000),
    "height_m": (0.5, 30), "speed_kmh": (20, 100), "adt": (10, 100000), "crack_pct": (0.5, 100),
    "rut_mm": (1, 60), "sigma_mm": (0.5, 12), "iri": (0.5, 20), "dist_km": (2, 300), "found_n": (0, 200),
    "cost_yen": (5000, 50_000_000), "ratio_pct": (1, 100), "angle_deg": (0, 90),
}  # fmt: skip


def refine(ledger: Ledger, found: Assignment) -> None:
    """In place."""
    _built_keys(found)
    _sizes(ledger, found)
    _addresses(found)
    _clocks(ledger, found)
    for label, choice in found.choices.items():
        for target in choice.targets:
            if "field" in target:
                refine_target(target, found.table.field(target["field"]), ledger.evidence[label], choice)


def refine_target(target: dict, own, column: Evidence, choice: Choice) -> None:
    """Unit and codes of one column for one field, in place."""
    _unit(target, own, column.label)
    if "unit" not in target and "part" not in target:
        _unit_by_size(target, own, column, choice)
    if own.codes:
        _codes(target, own, column, choice)
    if own.type in ("date", "datetime") and column.date_form in ("mdy", "dmy"):
        target["kind"] = f"{own.type}_{column.date_form}"


def _built_keys(found: Assignment) -> None:
    """A route key that is built from class and number, a section id from route and sequence, needs no column."""
    fields = found.fields
    built = tr("built from class, number and branch; this column only identifies the row")
    numbered = tr("built from route and sequence; this column only identifies the row")
    for table, name, parts, reason in (
        ("route", "route_key", ("rc", "route_no"), built),
        ("section", "section_id", ("route_key", "seq"), numbered),
    ):
        if found.table.name != table:
            continue
        if name in fields and all(p in fields for p in parts):
            choice = found.choices[fields[name]]
            choice.role, choice.targets, choice.reason = "ignore", [], reason


def _sizes(ledger: Ledger, found: Assignment) -> None:
    if found.table.name != "damage":
        return
    for label, choice in found.choices.items():
        column = ledger.evidence[label]
        if read_label(ledger.spoken(label)).bare in _SIZE_WORDS and column.share("sizes") >= 0.2:
            fields = found.fields
            parts = [(f, p) for f, p in (("width_cm", "width"), ("length_m", "length")) if f not in fields]
            if parts:
                choice.role, choice.confidence = "field", 0.75
                choice.targets = [{"field": f, "part": p} for f, p in parts]
                choice.reasons = [tr("width and length stand in one cell")]


def _addresses(found: Assignment) -> None:
    """A request keeps its place as written and as an address."""
    label = found.fields.get("address_raw")
    if label and "address" not in found.fields:
        found.choices[label].targets.append({"field": "address", "kind": "address"})


def _clocks(ledger: Ledger, found: Assignment) -> None:
    """A column of times beside a column of dates: one moment. The date must come first in the file."""
    labels = list(found.choices)
    for name, label in list(found.fields.items()):
        own = found.table.field(name)
        days = ledger.evidence[label]
        if own.type != "datetime" or days.share("timed") > 0.3 or not days.date_form:
            continue
        after = labels[labels.index(label) + 1 : labels.index(label) + 2]
        for other in after:
            choice, column = found.choices[other], ledger.evidence[other]
            if choice.role in ("ignore", "undecided") and column.share("time") >= 0.7:
                choice.role, choice.targets, choice.confidence = "field", [{"field": name}], 0.75
                choice.reasons = [tr("the time to the date in “{label}”", label=label)]


def _unit(target: dict, own, label: str) -> None:
    unit = read_label(label).unit
    if unit is None or own.unit is None:
        return
    for group in _CONVERTIBLE:
        if unit in group and own.unit in group:
            target["unit"] = own.unit
            if unit != own.unit:
                target["source_unit"] = unit
            return


def _unit_by_size(target: dict, own, column: Evidence, choice: Choice) -> None:
    """Bare numbers whose usual size only fits the model's own unit; said so, and never with full confidence."""
    low, high = _USUAL.get(own.name, (None, None))
    if low is None or column.empty or column.share("plain") < 0.5:
        return
    numbers = sorted(
        float(text.replace(",", "")) for text, _ in column.texts if re.fullmatch(r"-?[\d,]*\d(\.\d+)?", text)
    )
    middle = numbers[len(numbers) // 2] if numbers else None
    if middle is not None and low <= middle <= high:
        target["unit"] = own.unit
        choice.confidence = min(choice.confidence, 0.85)
        choice.reasons.append(tr("unit not stated: {unit} by the size of the numbers", unit=own.unit))
    else:
        choice.reasons.append(
            tr("unit not stated, and the numbers are unusual for {unit}: check", unit=own.unit)
        )


def _codes(target: dict, own, column: Evidence, choice: Choice) -> None:
    mapped, unread = propose_codes(own, column)
    if mapped:
        target["codes"] = mapped
    choice.unread = unread
    if not mapped and column.share("plain") > 0.8 and column.code_share(own.codes) < 0.05:
        choice.role, choice.targets, choice.confidence = "undecided", [], min(choice.confidence, 0.5)
        choice.reason = tr("numbers of another list of codes: what they mean is not said")
