"""What a group's row says in words: why these roads belong together, what was cut, and why there."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...i18n import tr
from .options import GroupOptions

SHOWN = 3  # neighbours named in a sentence


def reasons(frame: pd.DataFrame, neighbours: list, options: GroupOptions) -> list[str]:
    """One sentence a group."""
    high = options.max_km * 1000.0
    out = []
    for row, near in zip(frame.to_dict("records"), neighbours):
        text = " ".join(
            [_together(row), _held(row), _islands(row), _cut(row, near, high), _bounds(row, options)]
        )
        out.append(" ".join(text.split()))
    return out


def _together(row) -> str:
    km, pct = f"{row['length_km']:.1f}", f"{row['dead_running_pct']:.1f}"
    if row["crossings"]:
        return tr(
            "Roads of {cities} that continue each other at {n} border crossings: one tour of {km} km repeats {pct} %.",
            cities=", ".join(row["cities"]), n=row["crossings"], km=km, pct=pct,
        )  # fmt: skip
    if len(row["cities"]) > 1:
        return tr(
            "Roads of {cities} that meet at junctions: one tour of {km} km repeats {pct} %.",
            cities=", ".join(row["cities"]), km=km, pct=pct,
        )  # fmt: skip
    return tr(
        "Roads of {cities} that hang together: one tour of {km} km repeats {pct} %.",
        cities=", ".join(row["cities"]), km=km, pct=pct,
    )  # fmt: skip


def _held(row) -> str:
    if row["scattered"]:
        return tr("Its own roads form {n} pieces; the ways between them are not counted.", n=row["own_parts"])
    if row["link_km"] > 0:
        return tr(
            "Its own roads form {n} pieces; the crew drives {km} km of other roads between them.",
            n=row["own_parts"], km=f"{row['link_km']:.1f}",
        )  # fmt: skip
    return ""


def _islands(row) -> str:
    if not row["attached"]:
        return ""
    return tr(
        "{n} sections ({km} km) that no road joins are put to it as the nearest group; ways to them are not counted.",
        n=row["attached"], km=f"{row['attached_km']:.1f}",
    )  # fmt: skip


def _cut(row, near, high) -> str:
    if not near:
        return tr("No other group touches it.")
    names = ", ".join(name for name, _, _ in near[:SHOWN])
    if len(near) > SHOWN:
        names += tr(" and {n} more", n=len(near) - SHOWN)
    crossed = (
        tr(", {n} border crossings among the cuts", n=row["crossings_cut"]) if row["crossings_cut"] else ""
    )
    if all(both > high for _, _, both in near):
        return tr("Cut from {names}{crossed}: with any of them it would exceed the largest length, and of the cuts"
                  " tried these repeat least.", names=names, crossed=crossed)  # fmt: skip
    return tr("Cut from {names}{crossed}: so the lengths come near the target, and of the cuts tried these repeat"
              " least.", names=names, crossed=crossed)  # fmt: skip


def _bounds(row, options) -> str:
    by_islands = row["attached"] and row["length_km"] - row["attached_km"] <= options.max_km + 1e-9
    return "" if row["status"] == "within" else status_word(row["status"], options, bool(by_islands))


def status_word(status: str, options: GroupOptions, by_islands: bool = False) -> str:
    if status == "below":
        return tr("Below the minimum of {km} km: no road within {m} m leads to more, or locks and bounds forbid it.",
                  km=f"{options.min_km:g}", m=f"{options.link_m:g}")  # fmt: skip
    if status == "above" and by_islands:
        return tr("Above the maximum of {km} km only by islands for which no other group near them has room.",
                  km=f"{options.max_km:g}")  # fmt: skip
    if status == "above":
        return tr("Above the maximum of {km} km: it cannot be cut within the bounds and locks.",
                  km=f"{options.max_km:g}")  # fmt: skip
    return tr("Within the bounds.")


def section_reasons(
    why: np.ndarray, group: np.ndarray, twin: np.ndarray, attached_m: np.ndarray, options: GroupOptions
) -> np.ndarray:
    """The sentence of each section; made once a kind and group."""
    fixed = [
        "",
        tr("Class or manager is excluded; crews may drive on it."),
        "",
        tr("Its city does not take part."),
        tr(
            "Neither crosses nor follows a border, nor lies within {m} m of a road that does: stays with its city.",
            m=f"{options.corridor_m:g}",
        ),  # fmt: skip
        tr("Its length is unknown or negative."),
        tr(
            "No road of at most {link} m joins it to a group, and none is within {m} m: it is in no group.",
            link=f"{options.link_m:g}",
            m=f"{options.attach_m:g}",
        )
        if options.attach_islands
        else tr(
            "No road of at most {link} m joins it to more than {km} km of roads: it is in no group.",
            link=f"{options.link_m:g}",
            km=f"{min(options.island_km, options.min_km):g}",
        ),  # fmt: skip
    ]
    table = np.array(fixed, object)
    out = table[why]
    key = pd.factorize(group)
    words = np.array([tr("Belongs to group {id}; see there.", id=g) for g in key[1]] + [""], object)
    grouped = why == 0
    out[grouped] = words[key[0][grouped]]
    for k in np.flatnonzero(grouped & np.isfinite(attached_m)).tolist():
        out[k] = tr("No road of at most {link} m leads there; put to group {id}, the nearest, {m} m away.",
                    link=f"{options.link_m:g}", id=group[k], m=f"{attached_m[k]:.0f}")  # fmt: skip
    for k in np.flatnonzero(why == 2).tolist():
        out[k] = tr("Drawn twice: follows section {other}.", other=twin[k])
    return out
