"""Plain words for what a clerk sees: kinds, reasons, remedies, states, places in a file."""

from __future__ import annotations

import re

from ...i18n import language, tr
from ...schema import model

SET_ASIDE_KIND = "保留行"
PLACE, TWIN, LINK, CONFLICT, CODE, OTHER = (
    "位置未特定",
    "重複候補",
    "連結候補",
    "値の衝突",
    "コード不明",
    "その他",
)
DRAWN = "二重描画"  # two sections that may be one road
UNDECIDED = "未定"
MOMENT = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*$")


def kind_text(kind: str) -> str:
    """The kind's label; rows set aside stand beside the model's kinds of review."""
    if kind == SET_ASIDE_KIND:
        return tr("Row set aside")
    code = model().code_lists["RVKIND"].codes.get(kind)
    return code.label(language()) if code else kind


def decision_text(item) -> str:
    """Open, what was decided, or decided but still waiting for the next import."""
    if item.decision in ("", None, UNDECIDED):
        return tr("open")
    code = model().code_lists["RVDEC"].codes.get(item.decision)
    said = code.label(language()) if code else item.decision
    return tr("{decision} (with the next import)", decision=said) if item.pending else said


def is_open(item) -> bool:
    return item.decision in ("", None, UNDECIDED)


def reason(item) -> str:
    """In a few words: why this waits. A rule of the import says it, or the check of the data."""
    rule = _rule(item)
    return rule.label(language()) if rule else str(item.detail.get("title") or kind_text(item.kind))


def explanation(item) -> str:
    """The reason in full, with the rule's code where it has one."""
    rule = _rule(item)
    return f"{rule.label(language())} [{item.code}]" if rule else str(item.detail.get("text") or reason(item))


def remedy(item) -> str:
    """What a person does about it; "" where nothing is said."""
    rule = _rule(item)
    return rule.remedy(language()) if rule else str(item.detail.get("remedy") or "")


def _rule(item):
    return model().rules.get(item.code) if item.code else None


def table_text(name: str) -> str:
    table = model().tables.get(name)
    return table.label(language()) if table else name or ""


def field_text(table: str, name: str | None) -> str:
    """The field's label; the source's own word where it is no field of ours (a column of a ledger)."""
    if not name:
        return ""
    if name == "geom":
        return tr("place")
    found = model().tables.get(table)
    try:
        return found.field(name).label(language()) if found else name
    except KeyError:
        return name


def source_text(item) -> str:
    """Where it stands in the city's files; of a link between two cities, how far its ends are apart."""
    if item.kind == LINK:
        return figures(item.detail)
    if item.kind == DRAWN and item.detail.get("score") is not None:
        return tr("overlap {percent} %", percent=f"{100 * item.detail['score']:.0f}")
    parts = [item.file or ""]
    if item.sheet:
        parts.append(item.sheet)
    where = " / ".join(part for part in parts if part)
    return tr("{file}, row {row}", file=where, row=item.row) if item.row else where


def as_written(item) -> str:
    """The source's text; where there is none, what tells the row from others."""
    if item.raw not in (None, ""):
        return str(item.raw)
    if item.kind in (LINK, DRAWN):
        return " ↔ ".join(road_text(item.detail.get(side) or {}) for side in ("a", "b"))
    if item.kind == CONFLICT:
        return tr(", ").join(field_text(item.table, name) for name in item.detail.get("values") or {})
    if item.origin == "set_aside":
        return " / ".join([str(text) for text in item.cells.values() if text][:4])
    return str(item.detail.get("address") or "")


def road_text(said: dict) -> str:
    """A side of a link: its city and its road."""
    road = said.get("name") or said.get("route_key") or said.get("section_id") or "?"
    return f"{said.get('city_name') or said.get('city') or ''} {road}".strip()


def figures(detail: dict) -> str:
    """Gap, turn and score of a link, as far as they are known."""
    said = []
    if detail.get("gap_m") is not None:
        said.append(tr("gap {metres} m", metres=f"{detail['gap_m']:.1f}"))
    if detail.get("bearing_diff") is not None:
        said.append(tr("turn {degrees}°", degrees=f"{detail['bearing_diff']:.0f}"))
    if detail.get("score") is not None:
        said.append(tr("score {score}", score=f"{detail['score']:.2f}"))
    return tr(", ").join(said)


def value_text(text) -> str:
    """A value as the engine shows it; moments without their zone, whole days without their hour."""
    text = "" if text is None else str(text)
    if MOMENT.match(text):
        day, hour = text[:10], text[11:16]
        return day if hour == "00:00" else f"{day} {hour}"
    first, _, second = text.partition(" ")
    return first if first == second else text  # a code that is its own label


def accept_text(kind: str) -> str:
    """What accepting means for this kind: never a bare “OK”."""
    return {
        SET_ASIDE_KIND: tr("Take it as it is"),
        PLACE: tr("Leave it without a place"),
        TWIN: tr("It is a duplicate"),
        LINK: tr("They belong together"),
        DRAWN: tr("One road, drawn twice"),
        CONFLICT: tr("Keep what is stored"),
        CODE: tr("Leave it as unknown"),
        OTHER: tr("The value is right"),
    }.get(kind, tr("Accept"))


def reject_text(kind: str) -> str:
    return {
        SET_ASIDE_KIND: tr("Leave it out"),
        TWIN: tr("Two different things"),
        LINK: tr("They do not belong together"),
        DRAWN: tr("Two roads"),
        PLACE: tr("Do not ask again"),
        CODE: tr("Do not ask again"),
        OTHER: tr("Do not ask again"),
    }.get(kind, tr("Reject"))


def can_accept(item) -> bool:
    """May it be taken as it is? Of rows set aside only those that a person may overrule."""
    from ...layers.review.actions import ACCEPTABLE

    return item.kind != SET_ASIDE_KIND or item.code in ACCEPTABLE


def numbered(text: str, number: int) -> str:
    """A button's text with how many it will decide, where it is more than one."""
    return text if number <= 1 else tr("{text} ({number} items)", text=text, number=number)


def when(stamp: str | None) -> str:
    """A UTC stamp of the store in the local time of this computer, to the minute."""
    import datetime

    if not stamp:
        return ""
    try:
        moment = datetime.datetime.fromisoformat(str(stamp).replace("Z", "+00:00").replace(".000", ""))
    except ValueError:
        return str(stamp)
    return (moment.astimezone() if moment.tzinfo else moment).strftime("%Y-%m-%d %H:%M")
