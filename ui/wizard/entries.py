"""What a column can be, as entries of a list that is searched by typing in Japanese or English.

Public: ``Entry``, ``entries``, ``key_of``, ``apply``, ``shown``, ``sureness``.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...i18n import language, tr
from ...layers.propose.draft import Draft
from ...schema import Field, Table, model


@dataclass(frozen=True)
class Entry:
    """``key``: ("field", name), ("personal", name), ("context", "fy"), ("link", "request") or ("ignore",)."""

    key: tuple
    text: str
    required: bool = False


def entries(table: Table) -> list[Entry]:
    """All that a column of a ledger of this table can be, required items first."""
    own = [f for f in table.fields if f.origin == "source" and f.name != "petitioner_ref"]
    own.sort(key=lambda f: not f.required)
    if all(f.name != "city_code" for f in own):
        own += [f for f in table.columns if f.name == "city_code"]
    found = [Entry(("field", f.name), field_text(f), f.required) for f in own]
    found += [
        Entry(("personal", f.name), tr("Personal: {item}", item=_both(f)))
        for f in model().tables["petitioner"].fields
        if f.type == "text" and f.name in PERSONAL
    ]
    if any(f.type in ("date", "datetime") for f in own):
        found.append(Entry(("context", "fy"), tr("Fiscal year of the dates")))
    if table.name == "damage":
        found.append(Entry(("link", "request"), tr("Number of the request")))
    return [*found, Entry(("ignore",), tr("Not taken (kept in the raw data only)"))]


PERSONAL = ("name", "kana", "phone", "email", "postal", "address", "ward", "kind", "reply_method")


def field_text(own: Field) -> str:
    """Both languages and the name, so that whatever a person types is found."""
    star = "＊" if own.required else ""
    unit = f" [{own.unit}]" if own.unit else ""
    return f"{star}{_both(own)}{unit}"


def _both(own: Field) -> str:
    first, second = (own.ja, own.en) if language() == "ja" else (own.en, own.ja)
    return f"{first} ({own.name} / {second})"


def key_of(choice) -> tuple | None:
    """The entry that a column has now; None while it is undecided."""
    if choice.role == "undecided":
        return None
    if choice.role in ("ignore", "place") and not choice.targets:
        return ("ignore",)
    target = choice.targets[0]
    return next((kind, target[kind]) for kind in ("field", "personal", "context", "link") if kind in target)


def shown(draft: Draft, number: int, label: str) -> str:
    """A column's entry as the grid shows it."""
    choice, table = draft.choice(number, label), draft.table(number)
    if choice.role == "undecided":
        return tr("— undecided —")
    if choice.role == "place" and not choice.targets:
        return tr("Coordinate of the place")
    if not choice.targets:
        return tr("Not taken: {reason}", reason=choice.reason or "-")
    return " + ".join(_target_text(t, table) for t in choice.targets)


def _target_text(target: dict, table: Table) -> str:
    if "field" in target:
        return table.field(target["field"]).label(language())
    if "personal" in target:
        field = model().tables["petitioner"].field(target["personal"])
        return tr("Personal: {item}", item=field.label(language()))
    return tr("Number of the request") if "link" in target else tr("Fiscal year of the dates")


def apply(draft: Draft, number: int, label: str, key: tuple, reason: str = "") -> None:
    """Make a column what an entry says; raises GunmaneError in words."""
    kind, *rest = key
    if kind == "field":
        draft.set_field(number, label, *rest)
    elif kind == "personal":
        draft.set_personal(number, label, *rest)
    elif kind == "context":
        draft.set_context(number, label, *rest)
    elif kind == "link":
        draft.set_link(number, label, *rest)
    else:
        draft.set_ignore(number, label, reason or tr("not needed"))


def sureness(choice) -> float | None:
    """The confidence of a guess; None for what a person decided."""
    return None if choice.confidence >= 1.0 else choice.confidence
