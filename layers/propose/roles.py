"""Columns whose role follows from themselves: personal data, coordinates, what never has a place.

Public: ``settled``. Personal data is looked for first, so that no field of the store can win it.
"""

from __future__ import annotations

from ...i18n import tr
from ...schema import Table
from .assignment import Choice
from .evidence import Evidence
from .labels import Dictionary
from .ledgers import Ledger

STAFF = {"assigned_to", "measurer", "inspector", "crew", "transfer_to", "approved_by"}
_OF_PERSONS = {"request", "contractor"}  # tables in which a bare 電話 or 住所 is a person's
_CONTACT = {"name", "kana", "phone", "email", "person"}
_BY_FORM = {"phone": "phone", "email": "email", "postal": "postal", "person": "name", "kana": "kana"}


def settled(ledger: Ledger, table: Table, words: Dictionary, places: set[str]) -> dict[str, Choice]:
    """column -> its choice, for the columns that need no matching. ``places``: coordinate columns in use."""
    evidence = ledger.evidence
    found: dict[str, Choice] = {}
    sure = [c for c in ledger.columns if words.personal_field(ledger.spoken(c))[1]]
    persons = bool(sure) or table.name in _OF_PERSONS
    for label in ledger.columns:
        spoken, column = ledger.spoken(label), evidence[label]
        if label in places:
            found[label] = Choice(label, "place", [], 0.9, [], reason=tr("coordinate, used for the place"))
            continue
        best = next(iter(words.meanings(spoken, table.name, ledger.cut)), None)
        own = best is not None and best.likeness >= 0.95
        if own and label != spoken and words.ignore_reason(label):
            own = any(m.likeness >= 0.95 for m in words.meanings(label, table.name, ledger.cut))
        beside = _beside(ledger, label, words, places)
        choice = _personal(label, spoken, column, table, words, persons, best.field if own else None, beside)
        if choice is None and not own:
            choice = _without_place(label, spoken, column, words)
        if choice is not None:
            found[label] = choice
    _one_each(found)
    return found


def _beside(ledger: Ledger, label: str, words: Dictionary, places: set[str]) -> tuple[bool, bool]:
    """(whether other columns tell of a person, whether another column tells the place)."""
    person = False
    place = bool(places) or ledger.has_geometry
    for other in ledger.columns:
        if other == label:
            continue
        spoken, column = ledger.spoken(other), ledger.evidence[other]
        person |= words.personal_field(spoken)[0] in _CONTACT or column.personal in _CONTACT
        place |= any(m.field == "address_raw" and m.likeness >= 0.9 and m.word not in words.personal["address"]
                     for m in words.meanings(spoken, "request", ledger.cut))  # fmt: skip
    return person, place


def _whose_address(label: str, beside: tuple[bool, bool]) -> Choice | None:
    """住所 in a ledger of requests: the petitioner's beside names and telephones, the place where nothing else is;
    with neither it may be both, and a person decides. Until then it is kept as the petitioner's, out of the map."""
    person, place = beside
    if person:
        return Choice(label, "personal", [{"personal": "address"}], 0.85,
                      [tr("stands beside a person's name or telephone")])  # fmt: skip
    if not place:
        return None
    return Choice(
        label, "undecided", [{"personal": "address"}], 0.5, [], [("address_raw", 0.5)],
        tr("the petitioner's address or the place of the request? Until it is decided it is kept as the petitioner's"),
    )  # fmt: skip


def _personal(
    label, spoken, column: Evidence, table, words, persons: bool, own: str | None, beside
) -> Choice | None:
    name, sure = words.personal_field(spoken)
    form = column.personal
    if name == "address" and not sure and table.name == "request":
        return _whose_address(label, beside)
    if name == "address" and not sure:
        # A place's address, unless the form has another column for the place.
        if not persons or table.name not in _OF_PERSONS:
            return None
        sure = True
    if name and (sure or persons and table.name in _OF_PERSONS):
        if own and not sure and form is None:
            return None  # 行政区 as a name of a place, a table's own field
        return Choice(label, "personal", [{"personal": name}], 0.95 if sure else 0.8,
                      [tr("the label is a person's")])  # fmt: skip
    if form is None or own in STAFF:
        return None
    if persons or form in ("email", "person", "kana"):
        return Choice(label, "personal", [{"personal": _BY_FORM[form]}], 0.7,
                      [tr("the cells look like personal data, whatever the label says")])  # fmt: skip
    reason = tr("contact of an office or a facility; the model has no item (kept out of public fields)")
    return Choice(label, "ignore", [], 0.8, [tr("the cells look like contacts")], reason=reason)


def _without_place(label, spoken, column: Evidence, words) -> Choice | None:
    reason = words.ignore_reason(label) or words.ignore_reason(spoken)
    if reason:
        return Choice(label, "ignore", [], 0.9, [tr("known column without a place")], reason=reason)
    name, _ = words.personal_field(spoken)
    if name in ("phone", "email", "postal"):
        reason = tr("contact of an office or a facility; the model has no item (kept out of public fields)")
        return Choice(label, "ignore", [], 0.85, [], reason=reason)
    if words.place_role(label) and not column.empty:
        return Choice(
            label, "ignore", [], 0.8, [], reason=tr("a coordinate, but the places come from elsewhere")
        )
    if not column.empty and column.share("url") > 0.5:
        return Choice(label, "ignore", [], 0.9, [], reason=tr("link to a page or picture"))
    return None


def _one_each(found: dict[str, Choice]) -> None:
    """The petitioner has one of each: the surer column wins, the other is personal still, but not written twice."""
    best: dict[str, Choice] = {}
    for choice in found.values():
        name = choice.personal
        if name is None:
            continue
        other = best.get(name)
        if other is None or choice.confidence > other.confidence:
            best[name], choice = choice, other
        if choice is not None and choice is not best[name]:
            choice.role, choice.targets = "ignore", []
            choice.reason = tr("personal data; another column already gives the same item of the person")
