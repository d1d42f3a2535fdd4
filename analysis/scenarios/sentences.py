"""What a city gains or loses, and what the plans differ in, said plainly: what gets worse like what gets better."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from ...i18n import tr
from .comparing import Comparison

BETTER, WORSE, SAME, FACT = "better", "worse", "same", "fact"
NEAR = 0.05  # what is alike when shown with one decimal


@dataclass(frozen=True)
class Said:
    """``tone``: better, worse, same, or fact (neither good nor bad by itself)."""

    tone: str
    text: str


@dataclass(frozen=True)
class Block:
    """One city under one plan, against the first plan."""

    plan_id: str
    plan: str
    city_code: str
    city: str
    said: tuple[Said, ...]

    def of(self, *tones: str) -> list[str]:
        return [one.text for one in self.said if one.tone in tones]


def city_blocks(found: Comparison, names: Mapping[str, str]) -> list[Block]:
    """One block a city and plan but the first, cities by code; ``names``: city code -> name."""
    table = found.cities[found.cities["city_code"] != ""]
    base_id = found.plans["plan_id"].iloc[0]
    base = {row["city_code"]: row for row in table[table["plan_id"] == base_id].to_dict("records")}
    blocks = []
    for row in table[table["plan_id"] != base_id].sort_values("city_code", kind="stable").to_dict("records"):
        code = row["city_code"]
        said = _city(base[code], row, names, found.options.max_minutes)
        blocks.append(Block(row["plan_id"], row["plan"], code, names.get(code, code), tuple(said)))
    return blocks


def base_blocks(found: Comparison, names: Mapping[str, str]) -> list[Block]:
    """How it is for each city under the first plan: facts alone."""
    plan = found.plans.iloc[0]
    rows = found.cities[(found.cities["plan_id"] == plan["plan_id"]) & (found.cities["city_code"] != "")]
    blocks = []
    for row in rows.to_dict("records"):
        said = [
            tr("The work on the city's roads is {share} % of all, on {km} km.", share=_one(row["work_pct"]),
               km=_one(row["km"])),
        ]  # fmt: skip
        if _is(row["mean_min"]):
            said.append(
                tr("The crew takes {mean} min on average, {most} min to the farthest place.", 
                   mean=_one(row["mean_min"]), most=_one(row["max_min"]))
            )  # fmt: skip
        if row["shared_km"] > NEAR:
            said.append(
                tr(
                    "{km} km are in one zone with {cities}.",
                    km=_one(row["shared_km"]),
                    cities=_cities(row, names),
                )
            )
        code = row["city_code"]
        blocks.append(
            Block(
                plan["plan_id"], plan["plan"], code, names.get(code, code), tuple(Said(FACT, t) for t in said)
            )
        )
    return blocks


def headlines(found: Comparison) -> list[Block]:
    """For each plan but the first: what gets better and worse for all cities together (``city_code`` is empty)."""
    first, *others = found.plans.to_dict("records")
    return [Block(row["plan_id"], row["plan"], "", "", tuple(_whole(first, row))) for row in others]


def _whole(a: dict, b: dict) -> list[Said]:
    said = []
    if b["km"] < a["km"] - NEAR or b["km"] > a["km"] + NEAR:
        said.append(
            Said(
                FACT,
                tr("The plan covers {b} km of roads instead of {a} km.", a=_one(a["km"]), b=_one(b["km"])),
            )
        )
    said += _pair(
        a["mean_min"], b["mean_min"], less_is=BETTER,
        same=tr("Mean travel stays {b} min.", b=_one(b["mean_min"])),
        changed=tr("Mean travel {a} → {b} min.", a=_one(a["mean_min"]), b=_one(b["mean_min"])),
    )  # fmt: skip
    said += _pair(
        a["max_min"], b["max_min"], less_is=BETTER,
        same=tr("The longest travel stays {b} min.", b=_one(b["max_min"])),
        changed=tr("Longest travel {a} → {b} min.", a=_one(a["max_min"]), b=_one(b["max_min"])),
    )  # fmt: skip
    said += _pair(
        a["balance_dev"], b["balance_dev"], less_is=BETTER,
        same=tr("The most uneven zone stays {b} % off its share.", b=_one(b["balance_dev"])),
        changed=tr("The most uneven zone is {a} → {b} % off its share.", a=_one(a["balance_dev"]),
                   b=_one(b["balance_dev"])),
    )  # fmt: skip
    if b["crews"] != a["crews"]:
        said.append(
            Said(BETTER if b["crews"] < a["crews"] else WORSE,
                 tr("Crews needed {a} → {b}.", a=a["crews"], b=b["crews"]))
        )  # fmt: skip
    if _is(a["routes_cut"]) and _is(b["routes_cut"]):
        said += _pair(
            a["routes_cut"], b["routes_cut"], less_is=BETTER,
            same=tr("Through routes cut by zones stay {b}.", b=int(b["routes_cut"])),
            changed=tr("Through routes cut by zones {a} → {b}.", a=int(a["routes_cut"]), b=int(b["routes_cut"])),
        )  # fmt: skip
    if _is(a["borders_inside"]) and _is(b["borders_inside"]) and b["borders_inside"] != a["borders_inside"]:
        said.append(
            Said(FACT, tr("Places where a zone goes on over a city's border {a} → {b} (of {all}).",
                          a=int(a["borders_inside"]), b=int(b["borders_inside"]), all=int(b["borders"])))
        )  # fmt: skip
    if b["unassigned_km"] > a["unassigned_km"] + NEAR or b["unassigned_km"] < a["unassigned_km"] - NEAR:
        said.append(
            Said(WORSE if b["unassigned_km"] > a["unassigned_km"] else BETTER,
                 tr("Roads in no zone {a} → {b} km.", a=_one(a["unassigned_km"]), b=_one(b["unassigned_km"])))
        )  # fmt: skip
    said.append(_hands(b))
    return said


def _city(a: dict, b: dict, names, limit: float) -> list[Said]:
    if not b["in_plan"]:
        lost = tr("The city takes no part in this plan; its {km} km stay outside.", km=_one(a["km"]))
        return [Said(FACT, lost)] if a["in_plan"] else []
    if not a["in_plan"]:
        return [
            Said(FACT, tr("The city joins with {km} km; there is nothing to compare with.", km=_one(b["km"])))
        ]
    said = _pair(
        a["work_pct"], b["work_pct"], less_is=FACT,
        same=tr("The work on the city's roads stays {b} % of all.", b=_one(b["work_pct"])),
        changed=tr("The work on the city's roads {a} → {b} % of all.", a=_one(a["work_pct"]), b=_one(b["work_pct"])),
    )  # fmt: skip
    said += _pair(
        a["max_min"], b["max_min"], less_is=BETTER,
        same=tr("The farthest place stays {b} min away.", b=_one(b["max_min"])),
        changed=tr("Farthest place {a} → {b} min.", a=_one(a["max_min"]), b=_one(b["max_min"])),
    )  # fmt: skip
    said += _pair(
        a["mean_min"], b["mean_min"], less_is=BETTER,
        same=tr("On average the crew still takes {b} min.", b=_one(b["mean_min"])),
        changed=tr("Mean travel of the crew {a} → {b} min.", a=_one(a["mean_min"]), b=_one(b["mean_min"])),
    )  # fmt: skip
    if max(a["late_km"], b["late_km"]) > NEAR:
        said += _pair(
            a["late_km"], b["late_km"], less_is=BETTER,
            same=tr("Roads more than {m} min away stay {b} km.", m=f"{limit:g}", b=_one(b["late_km"])),
            changed=tr("Roads more than {m} min away {a} → {b} km.", m=f"{limit:g}", a=_one(a["late_km"]),
                       b=_one(b["late_km"])),
        )  # fmt: skip
    said += _sharing(a, b, names)
    if b["zones"] != a["zones"]:
        said.append(
            Said(WORSE if b["zones"] > a["zones"] else BETTER,
                 tr("Zones (and so contractors to turn to) in the city {a} → {b}.", a=a["zones"], b=b["zones"]))
        )  # fmt: skip
    if b["cut_routes"] != a["cut_routes"]:
        said.append(
            Said(WORSE if b["cut_routes"] > a["cut_routes"] else BETTER,
                 tr("Through routes in the city that zones cut {a} → {b}.", a=a["cut_routes"], b=b["cut_routes"]))
        )  # fmt: skip
    if abs(b["unassigned_km"] - a["unassigned_km"]) > NEAR:
        said.append(
            Said(WORSE if b["unassigned_km"] > a["unassigned_km"] else BETTER,
                 tr("Roads of the city in no zone {a} → {b} km.", a=_one(a["unassigned_km"]),
                    b=_one(b["unassigned_km"])))
        )  # fmt: skip
    said.append(_hands(b, of=b["work_pct"]))
    return said


def _sharing(a: dict, b: dict, names) -> list[Said]:
    if max(a["shared_km"], b["shared_km"]) <= NEAR:
        return []
    if b["shared_km"] <= NEAR:
        return [Said(FACT, tr("No road is in one zone with another city any more (before: {km} km).",
                              km=_one(a["shared_km"])))]  # fmt: skip
    said = tr("{km} km are in one zone with {cities}", km=_one(b["shared_km"]), cities=_cities(b, names))
    before = tr("(before: {km} km).", km=_one(a["shared_km"]))
    return [Said(FACT, f"{said} {before}")]


def _hands(b: dict, of: float | None = None) -> Said:
    if not b["changed"]:
        return Said(SAME, tr("No section changes hands."))
    share = b["changed_work_pct"] if of is None else 100 * b["changed_work_pct"] / of if of > 0 else 0.0
    if of is None:
        text = tr("{n} sections, {km} km, change hands: {share} % of all work.", n=f"{b['changed']:,}",
                  km=_one(b["changed_km"]), share=_one(share))  # fmt: skip
    else:
        text = tr("{n} sections, {km} km, change hands: {share} % of the city's work.", n=f"{b['changed']:,}",
                  km=_one(b["changed_km"]), share=_one(share))  # fmt: skip
    return Said(FACT, text)


def _pair(a, b, *, less_is: str, same: str, changed: str) -> list[Said]:
    """The sentence on one figure; none where it is not known on both sides."""
    if not _is(a) or not _is(b):
        return []
    if alike(a, b):
        return [Said(SAME, same)]
    if less_is == FACT:
        return [Said(FACT, changed)]
    return [Said(BETTER if (b < a) == (less_is == BETTER) else WORSE, changed)]


def alike(a: float, b: float) -> bool:
    """Whether two figures read the same with one decimal."""
    return _one(a) == _one(b)


def _cities(row: dict, names) -> str:
    return tr(", ").join(names.get(code, code) for code in row["partners"])


def _is(value) -> bool:
    return value is not None and not (isinstance(value, float) and math.isnan(value))


def _one(value) -> str:
    return f"{value:,.1f}" if _is(value) else "-"
