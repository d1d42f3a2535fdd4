"""Why a damage has its rank, in one sentence, Japanese or English. One place, so that screen, list and page agree."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ...i18n import language, mark, speaking, tr, translate
from ..standards import columns
from ..standards.catalogue import immediate
from ..standards.words import code_label, measure_label, with_unit
from .gathering import BARE_DAMAGES, EMPTY_LAYER, NO_LAYER, NO_PLACES, NO_VALUES
from .results import Ranking

_VAGUE = ("count", "level", "ratio_pct", "length_m")  # say nothing without the kind of damage
_NAMELESS = ("F20", "F99")  # the road itself, other things
HEAVY = 0.5  # traffic is a reason from this factor on
_NAMES = {
    "school": mark("School route"),
    "emergency": mark("Emergency road"),
    "traffic": mark("Traffic"),
    "repeat": mark("Repeated requests"),
    "overdue": mark("Overdue"),
    "bus": mark("Bus route"),
    "poi": mark("Hospital, shelter or school nearby"),
}


def reason(parts: Mapping) -> str:
    """One damage's sentence, from a row of ``Ranking.frame`` with what the judgement says of it (``measure``,
    ``value``, ``threshold``, ``why``, ``op``, ``ft``, ``dt``) and ``within_m`` of the places."""
    clauses = [_verdict(parts), *_risk(parts), *_road(parts), _repeats(parts), _due(parts)]
    said = _joined([clause for clause in clauses if clause])
    return tr("Rank {rank}: {reasons}", rank=parts["rank"], reasons=said)


def reasons(ranking: Ranking) -> np.ndarray:
    """``reason`` for every damage (object array; None where it is not ranked); each wording is made once."""
    with speaking(language()):  # asked once, not for every clause
        return _spoken(ranking)


def _spoken(ranking: Ranking) -> np.ndarray:
    frame, judged = ranking.frame, ranking.judged
    rows = ranking.basis.rows
    found = np.full(len(frame), None, object)
    parts = [
        _told(
            judged.frame,
            ("level", "measure", "value", "threshold", "why"),
            rows,
            _verdict,
            _extra(ranking, rows),
        ),
        _told(
            frame,
            ("level", "category", "risk", "first", "top", "band"),
            rows,
            lambda own: _joined(_risk(own)),
        ),
        _told(frame, _ROAD, rows, lambda own: _joined(_road(own)), _heavy(ranking, rows)),
        _told(frame, ("f_repeat", "repeats"), rows, _repeats),
        _told(frame, ("days_over",), rows, _due, {"due_in": _due_in(ranking, rows)}),
    ]
    gap = _joined(["", ""])
    said = parts[0]
    for part in parts[1:]:
        said = said + np.where(part == "", "", gap).astype(object) + part
    before, after = tr("Rank {rank}: {reasons}", rank="\0", reasons="\1").split("\0")
    between, end = after.split("\1")
    ranks = frame["rank"].to_numpy()[rows].astype(str).astype(object)
    found[rows] = before + ranks + (between + said + end)
    return found


def absences(ranking: Ranking) -> list[str]:
    """One line for each factor that does not count, and where its weight went: for the log."""
    why = {
        NO_LAYER: tr("there is no such layer"),
        EMPTY_LAYER: tr("its layer is empty"),
        NO_VALUES: tr("no row of it says it"),
        NO_PLACES: tr("its layer is a table without places on the map"),
        BARE_DAMAGES: tr("the damages have no places on the map"),
        "no_clocks": tr("deadlines were not worked out"),
    }
    return [
        tr(
            "{factor} does not count: {why}. Its weight of {weight} was shared out among the others.",
            factor=factor_label(name),
            why=why[cause],
            weight=f"{ranking.preset.weights[name]:g}",
        )
        for name, cause in ranking.absent.items()
    ]


def factor_label(name: str) -> str:
    return translate(_NAMES[name])


_ROAD = ("f_school", "f_emergency", "em", "f_bus", "f_poi")


def _verdict(parts: Mapping) -> str:
    """The level, and the measure that decided."""
    level, measure, value = parts.get("level"), parts.get("measure"), parts.get("value")
    word = code_label("JUDGE", level)
    word = word if language() == "ja" else word.lower()
    if parts.get("why") == "immediate":
        return tr("{level} ({detail})", level=word, detail=_fact(parts))
    if level == "NJ":
        if parts.get("why") == "missing" and measure:
            lacking = _lower(measure_label(measure))
            if measure in _VAGUE and parts.get("dt"):
                lacking = tr("{measure} of {damage}", measure=lacking, damage=_kind(parts))
            return tr("{level} (visit needed: {measure} not measured)", level=word, measure=lacking)
        return tr("{level} (visit needed)", level=word)
    if value is None or value != value:
        return word
    shown = tr("{measure} {value}", measure=_lower(measure_label(measure)), value=_number(measure, value))
    if measure in _VAGUE and parts.get("dt"):
        shown = tr("{damage}: {detail}", damage=_kind(parts), detail=shown)
    threshold = parts.get("threshold")
    if threshold is not None and threshold == threshold:
        below = parts.get("op") == "<="
        sign = ("≤" if below else "≥") if level != "L0" else (">" if below else "<")
        shown = f"{shown} {sign} {_number(measure, threshold)}"
    return tr("{level} ({detail})", level=word, detail=shown)


def _kind(parts: Mapping) -> str:
    """The damage's type, and of what, where the facility has a name of its own."""
    damage, facility = _lower(code_label("DT", parts["dt"])), parts.get("ft")
    if facility in (None, *_NAMELESS):
        return damage
    return tr("{facility} {damage}", facility=_lower(code_label("FT", facility)), damage=damage)


def _risk(parts: Mapping) -> list[str]:
    """What puts it on top, where the level does not say so; an unjudged damage's risk in brackets."""
    found = []
    if parts.get("level") == "NJ":
        found.append(tr("risk [{risk}] by assumption", risk=parts["risk"]))
    elif parts.get("level") == "L3" and parts.get("top") and parts.get("band", "A") != "A":
        found.append(tr("on top whatever its score"))
    elif parts.get("level") != "L3" and parts.get("top"):
        if parts.get("first") == "R0":
            found.append(tr("to be made safe at once"))
        else:
            found.append(
                tr(
                    "risk {risk} ({category})",
                    risk=parts["risk"],
                    category=code_label("PR", parts["category"]),
                )
            )
    return found


def _road(parts: Mapping) -> list[str]:
    found = []
    if parts.get("f_school", 0) > 0:
        found.append(tr("school route"))
    if parts.get("f_emergency", 0) > 0:
        found.append(tr("emergency road ({grade})", grade=_lower(code_label("EM", parts.get("em")))))
    if parts.get("f_bus", 0) > 0:
        found.append(tr("bus route"))
    if parts.get("f_traffic", 0) >= HEAVY and not parts.get("p_assumed"):
        found.append(tr("{adt} vehicles a day", adt=f"{parts['adt']:,.0f}"))
    if parts.get("f_poi", 0) > 0:
        found.append(tr("hospital, shelter or school within {m} m", m=f"{parts.get('within_m', 300):g}"))
    return found


def _repeats(parts: Mapping) -> str:
    if not parts.get("f_repeat", 0) > 0:
        return ""
    n = int(parts["repeats"])
    return tr("1 more request") if n == 1 else tr("{n} more requests", n=n)


def _due(parts: Mapping) -> str:
    days = int(parts.get("days_over") or 0)
    if days:
        return tr("1 day overdue") if days == 1 else tr("{n} days overdue", n=f"{days:,}")
    return tr("due today") if parts.get("due_in") == 0 else ""


def _due_in(ranking: Ranking, rows: np.ndarray) -> np.ndarray:
    """0 where it is due on the list's day, -1 else: other dates stand in their own column."""
    due = ranking.frame["due"].to_numpy("datetime64[D]")[rows]
    return np.where(due == ranking.as_of.astype("datetime64[D]"), 0, -1)


def _heavy(ranking: Ranking, rows: np.ndarray) -> dict[str, np.ndarray]:
    """The traffic where it is a reason; elsewhere it would only make more different wordings."""
    frame = ranking.frame
    traffic, adt = (frame[name].to_numpy(float)[rows] for name in ("f_traffic", "adt"))
    heavy = (traffic >= HEAVY) & ~frame["p_assumed"].to_numpy(bool)[rows]
    reach = float(ranking.preset["factors.poi.within_m"])
    return {
        "f_traffic": np.where(heavy, 1.0, 0.0),
        "adt": np.where(heavy, adt, np.nan),
        "within_m": np.full(len(rows), reach),
    }


def _extra(ranking: Ranking, rows: np.ndarray) -> dict[str, np.ndarray]:
    """Facility and damage type, and the comparison of the standard that decided."""
    judged = ranking.judged
    below = {
        (std, row["measure"])
        for state in judged.effectives
        for std, row in zip(state.cells.index, state.cells[["measure", "op"]].to_dict("records"))
        if row["op"] == "<="
    }
    std, measure = (judged.frame[name].to_numpy(object)[rows] for name in ("std_id", "measure"))
    codes, pairs = columns.distinct(np.array([f"{a}\t{b}" for a, b in zip(std, measure)], object))
    signs = np.array([*("<=" if tuple(pair.split("\t")) in below else ">=" for pair in pairs), None], object)
    # The types only where the words need them: fewer different wordings.
    immediate_ = judged.frame["why"].to_numpy(object)[rows] == "immediate"
    needed = immediate_ | np.isin(measure.astype(str), _VAGUE)
    ft, dt = (np.where(needed, own[rows], None) for own in (judged.prepared.ft, judged.prepared.dt))
    return {"op": signs[codes], "ft": ft, "dt": dt}


def _told(frame, names, rows, say, extra=None) -> np.ndarray:
    """``say`` of each distinct set of these columns, spread over the rows."""
    values = {name: frame[name].to_numpy()[rows] for name in names if name in frame}
    values.update(extra or {})
    key = np.zeros(len(rows), np.int64)
    parts = {}
    for name, column in values.items():
        codes, found = columns.distinct(column)
        parts[name] = (codes, [*found, None])
        _, key = np.unique(key * (len(found) + 1) + codes + 1, return_inverse=True)
        key = key.reshape(-1)
    _, first, back = np.unique(key, return_index=True, return_inverse=True)
    texts = np.empty(len(first), object)
    for n, row in enumerate(first):
        own = {name: found[codes[row]] for name, (codes, found) in parts.items()}
        texts[n] = say({name: value for name, value in own.items() if value is not None})
    return texts[back.reshape(-1)]


def _joined(clauses: list[str]) -> str:
    return tr("{reason}, {more}", reason="", more="").join(clauses)


def _number(measure: str | None, value: float) -> str:
    text = with_unit(measure, value)
    return text.replace(" ", "") if language() == "ja" else text


def _lower(text: str) -> str:
    """Within an English sentence; abbreviations (IRI, MCI) stay what they are."""
    if language() == "ja":
        return text
    return " ".join(word if word[:2].isupper() else word.lower() for word in text.split(" "))


def _fact(parts: Mapping) -> str:
    for entry in immediate():
        if (entry["ft"], entry["dt"]) == (parts.get("ft"), parts.get("dt")):
            return entry["ja"] if language() == "ja" else _lower(entry["en"])
    return ""
