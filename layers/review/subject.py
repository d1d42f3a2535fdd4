"""One item as a person looks at it: the row's fields, the source's cells, the other row, candidate places."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import shapely

from ...i18n import language, tr
from ...schema import Field, model
from ..store import Store, friendly
from ..store.geometry_blob import decode
from ..unify.redaction import OTHER_TOKEN, TOKENS

# Fields that say which row it is, or follow from others: not for correcting in a review.
NOT_EDITABLE = {"petitioner_ref", "raw_json", "flags"}


@dataclass
class FieldView:
    """One field of a row (or one column of a row set aside) with everything a form needs.

    ``shown`` is the value as a person reads it (code label, unit); ``choices`` (code, label) of a code list;
    ``stored`` and ``incoming`` the two values of a conflict.
    """

    name: str
    label: str
    value: object
    shown: str
    editable: bool
    choices: list[tuple[str, str]] | None = None
    stored: object = None
    incoming: object = None
    incoming_shown: str = ""


@dataclass
class Hint:
    """A candidate place: where (store CRS), why, and how coarse (a code of GL; ``radius_m`` around the point)."""

    label: str
    point: tuple[float, float]
    why: str
    gl: str
    radius_m: float


@dataclass
class Subject:
    """What stands beside an item. ``geom_wkt`` is the row's geometry in the store's CRS."""

    title: str
    fields: list[FieldView]
    raw: dict[str, str]
    other: Subject | None = None
    geom_wkt: str | None = None
    hints: list[Hint] = field(default_factory=list)
    link: object | None = None  # link_view.LinkView of a possible link across a border


def subject(store: Store, item) -> Subject:
    """Everything about one ``queue.Item``."""
    with friendly(store.path):
        if item.origin == "set_aside":
            return _of_aside(store, item)
        found = _of_row(store, item.table, item.row_uuid, item)
        if item.other_uuid:
            table = item.detail.get("other_table") or item.table
            found.other = _of_row(store, table, item.other_uuid, None)
        if item.kind == "位置未特定":
            from .places import candidates

            found.hints = candidates(store, item.table, item.row_uuid)
        if item.kind == "連結候補":
            from .link_view import link_view

            found.link = link_view(store, item.detail)
    return found


def _of_row(store: Store, table: str, uuid: str | None, item) -> Subject:
    entry = model().tables.get(table)
    lang = language()
    if entry is None or uuid is None:
        return Subject(tr("(no row)"), [], {})
    names = [own.name for own in entry.fields]
    select = ", ".join(f'"{name}"' for name in names) + ", raw_json" + (", geom" if entry.geometry else "")
    row = store.con.execute(f'SELECT {select} FROM "{table}" WHERE uuid = ?', (uuid,)).fetchone()  # nosec B608
    if row is None:
        return Subject(tr("{table}: the row is not in the store any more", table=entry.label(lang)), [], {})
    values = dict(zip(names, row))
    fields = [view(own, values[own.name]) for own in entry.fields]
    differing = (item.detail.get("values") or {}) if item is not None else {}
    for name, both in differing.items():
        own = next((f for f in fields if f.name == name), None)
        if own is None and name == "geom":
            own = FieldView("geom", tr("Place"), both.get("store"), str(both.get("store") or ""), False)
            own.incoming_shown = str(both.get("file") or "")
            fields.append(own)
        if own is not None:
            own.stored, own.incoming = both.get("store"), both.get("file")
            if name != "geom":
                own.incoming_shown = shown(entry.field(name), both.get("file"))
    key = next((values.get(name) for name in entry.key if name != "city_code" and values.get(name)), "")
    geom = decode([row[len(names) + 1]])[0] if entry.geometry else None
    return Subject(
        f"{entry.label(lang)} {key}".strip(), fields, _cells(row[len(names)]),
        geom_wkt=None if geom is None else shapely.to_wkt(geom, rounding_precision=3),
    )  # fmt: skip


def _of_aside(store: Store, item) -> Subject:
    """The cells of a row set aside: those with personal data are corrected in the file itself, not here."""
    decided = store.con.execute(
        "SELECT after FROM decision WHERE subject = ? AND undone_at IS NULL ORDER BY fid DESC LIMIT 1",
        (item.id,),
    ).fetchone()
    corrected = (json.loads(decided[0]) if decided and decided[0] else {}).get("cells") or {}
    fields = [
        FieldView(
            label, label, corrected.get(label, text), str(corrected.get(label, text) or ""),
            not holds_personal(text), stored=text,
        )
        for label, text in item.cells.items()
    ]  # fmt: skip
    entry = model().tables.get(item.table)
    name = entry.label(language()) if entry else item.table
    title = tr("{table}: row {row} of {file}", table=name, row=item.row, file=item.file)
    return Subject(title, fields, {k: v or "" for k, v in item.cells.items()})


def view(own: Field, value) -> FieldView:
    """A field of the model with its value."""
    choices = None
    if own.codes:
        codes = model().code_lists[own.codes].codes.values()
        choices = [(code.code, code.label(language())) for code in codes]
    return FieldView(own.name, own.label(language()), value, shown(own, value), editable(own), choices)


def editable(own: Field) -> bool:
    """May a person correct it here? What analysis fills and what is bookkeeping may not."""
    return own.origin == "source" and own.type != "json" and own.name not in NOT_EDITABLE


def shown(own: Field, value) -> str:
    """A value in words: a code's label, a number with its unit."""
    if value is None:
        return ""
    if own.codes:
        code = model().code_lists[own.codes].codes.get(str(value))
        return f"{value} {code.label(language())}" if code else str(value)
    if own.type == "bool":
        return tr("yes") if value else tr("no")
    text = f"{value:.10g}" if isinstance(value, float) else str(value)
    return f"{text} {own.unit}" if own.unit else text


def holds_personal(text: str | None) -> bool:
    """A cell in which personal data was replaced by tokens."""
    return bool(text) and any(token in text for token in (*TOKENS.values(), OTHER_TOKEN))


def _cells(text: str | None) -> dict[str, str]:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return {str(k): "" if v is None else str(v) for k, v in found.items()} if isinstance(found, dict) else {}
