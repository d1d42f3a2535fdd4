"""A judgement in words, Japanese or English, from its parts. One place, so that screen, list and report agree."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ...i18n import language, tr
from ...schema import model
from . import catalogue
from .results import Judgements


def sentence(parts: Mapping) -> str:
    """Why a damage was judged as it was, in the current language.

    ``parts``: a row of ``Judgements.frame`` as a mapping (level, std_id, measure, value, threshold, why, road,
    rs_tmp, rs_perm, transfer), with ``ft`` and ``dt``, ``op`` (">=" or "<="), ``op``'s default is ">=", and
    ``missing``: measures that are still to be taken. Nothing is needed beyond ``why`` and ``level``.
    """
    said = " ".join(filter(None, (_verdict(parts), _to_do(parts), _responses(parts))))
    return said[:1].upper() + said[1:].replace("。 ", "。")


def sentences(judgements: Judgements) -> np.ndarray:
    """``sentence`` for every damage (object array); each different wording is made once."""
    frame, ready = judgements.frame, judgements.prepared
    ops = {
        (std, row["measure"]): row["op"]
        for state in judgements.effectives
        for std, row in zip(state.cells.index, state.cells[["measure", "op"]].to_dict("records"))
    }
    names = [
        "level",
        "std_id",
        "measure",
        "value",
        "threshold",
        "why",
        "road",
        "rs_tmp",
        "rs_perm",
        "transfer",
    ]
    columns = [frame[name].to_numpy(object) for name in names]
    known: dict[tuple, str] = {}
    found = np.empty(len(frame), object)
    for n, (missing, ft, dt, *values) in enumerate(zip(_missing(judgements), ready.ft, ready.dt, *columns)):
        value, threshold = values[3], values[4]
        key = (missing, ft, dt, *values[:3], value if value == value else None,
               threshold if threshold == threshold else None, *values[5:])  # fmt: skip
        if key not in known:
            parts = dict(
                zip(names, values), missing=missing, ft=ft, dt=dt, op=ops.get((values[1], values[2]), ">=")
            )
            known[key] = sentence(parts)
        found[n] = known[key]
    return found


def measure_label(measure: str | None) -> str:
    known = catalogue.measures().get(measure or "")
    return known.label(language()) if known else str(measure or "")


def with_unit(measure: str | None, value: float) -> str:
    """A number as people write it: ``5 cm``; a measure without a unit, the number alone."""
    known = catalogue.measures().get(measure or "")
    unit = known.unit if known and known.unit not in ("点", "段階", "個") else ""
    if language() == "en":
        unit = {"度": "°"}.get(unit, unit)
    gap = "" if unit in ("", "%", "°", "度") else " "
    return f"{value:.10g}{gap}{unit}"


def code_label(code_list: str, code: str | None) -> str:
    entry = model().code_lists[code_list].codes.get(code or "")
    return entry.label(language()) if entry else str(code or "")


def _verdict(parts: Mapping) -> str:
    why, level, std = parts.get("why") or "", parts.get("level"), parts.get("std_id")
    measure = parts.get("measure")
    kind = tr("{ft}, {dt}", ft=code_label("FT", parts.get("ft")), dt=code_label("DT", parts.get("dt")))
    if why == "transfer":
        return tr("Not the city's road: to be told to its administrator at once, and handed over.")
    if why == "unknown_type":
        return tr("Facility or damage type unknown: cannot be judged.")
    if why == "no_standard":
        return tr("There is no standard for {kind}: cannot be judged.", kind=kind)
    label = measure_label(measure)
    if why == "immediate":
        return tr("{fact}: emergency whatever is measured ({std}).", fact=_fact(parts), std=std)
    if level == "NJ":
        value = parts.get("value")
        shown = with_unit(measure, value) if value is not None and value == value else ""
        if why == "no_unit":
            return tr(
                "{measure} {value} is without a unit: cannot be judged ({std}).",
                measure=label,
                value=shown,
                std=std,
            )
        if why == "negative":
            return tr("{measure} is negative: cannot be judged ({std}).", measure=label, std=std)
        if why == "unreadable":
            return tr("{measure} is no number: cannot be judged ({std}).", measure=label, std=std)
        if why == "wrong_unit":
            return tr(
                "The standard {std} is written in another unit than {measure}: cannot be judged.",
                measure=label,
                std=std,
            )
        if why == "open":
            return tr(
                "{measure} is only known to be {value} or worse: cannot be judged ({std}).",
                measure=label,
                value=shown,
                std=std,
            )
        return tr("{measure} has not been measured: cannot be judged ({std}).", measure=label, std=std)
    return _compared(parts, label)


def _compared(parts: Mapping, label: str) -> str:
    measure, threshold, level = parts.get("measure"), parts.get("threshold"), parts.get("level")
    value = with_unit(measure, parts["value"])
    word, below = code_label("JUDGE", level).lower(), parts.get("op") == "<="
    if threshold is None or threshold != threshold:
        return tr(
            "{measure} {value}: {level} ({std}).",
            measure=label,
            value=value,
            level=word,
            std=parts.get("std_id"),
        )
    limit = {
        "L0": tr("first threshold"),
        "L1": tr("watch value"),
        "L2": tr("repair value"),
        "L3": tr("emergency value"),
    }.get(level, "")
    values = {"measure": label, "value": value, "limit": limit, "threshold": with_unit(measure, threshold),
              "level": word, "std": parts.get("std_id"),
              "road": tr("column {road}", road=parts.get("road") or "C1")}  # fmt: skip
    if level == "L0":
        if below:
            return tr(
                "{measure} {value}, above the {limit} of {threshold}: {level} ({std}, {road}).", **values
            )
        return tr("{measure} {value}, under the {limit} of {threshold}: {level} ({std}, {road}).", **values)
    if below:
        return tr(
            "{measure} {value}, at or below the {limit} of {threshold}: {level} ({std}, {road}).", **values
        )
    return tr("{measure} {value}, at or above the {limit} of {threshold}: {level} ({std}, {road}).", **values)


def _to_do(parts: Mapping) -> str:
    missing = [name for name in parts.get("missing") or () if name]
    if not missing or parts.get("level") == "NJ" and list(missing) == [parts.get("measure")]:
        return ""
    names = ("・" if language() == "ja" else ", ").join(measure_label(name) for name in missing)
    return tr("Still to be measured: {measures}.", measures=names)


def _responses(parts: Mapping) -> str:
    tmp, perm = parts.get("rs_tmp"), parts.get("rs_perm")
    if parts.get("level") not in ("L2", "L3"):
        return ""
    if tmp and perm:
        return tr("Make safe {tmp}, permanent repair {perm}.", tmp=tmp, perm=perm)
    if tmp:
        return tr("Make safe {tmp}.", tmp=tmp)
    return tr("Permanent repair {perm}.", perm=perm) if perm else ""


def _fact(parts: Mapping) -> str:
    for entry in catalogue.immediate():
        if (entry["ft"], entry["dt"]) == (parts.get("ft"), parts.get("dt")):
            return entry["ja"] if language() == "ja" else entry["en"]
    return ""


def _missing(judgements: Judgements) -> np.ndarray:
    """For each damage the measures that are still to be taken, as a tuple."""
    found = np.empty(len(judgements.frame), object)
    found[:] = [()] * len(found)
    hits = judgements.hits[judgements.hits["incomplete"].to_numpy(bool)]
    for row, measure in hits[["row", "measure"]].drop_duplicates().itertuples(index=False):
        found[row] = (*found[row], measure)
    return found
