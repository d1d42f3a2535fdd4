"""What the engine found, in the words and with the geometry that people get."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...i18n import tr

if TYPE_CHECKING:  # the plugin loads without them; each function takes them when it is called
    import pandas as pd

GOOD, WARN, FAIL = "good", "warn", "fail"
AROUND_M = 150.0  # of its roads, where a zone has no outline (unified model, section 8.4)


@dataclass
class Answer:
    """The tables of `analysis.zones.Zoning`, with names, colours and states; texts name zones and cities as people
    do. ``names``: city code -> name; ``labels``: zone -> what people call it."""

    sections: pd.DataFrame
    zones: pd.DataFrame
    summary: pd.DataFrame
    bounds: dict
    infeasible: list
    messages: list
    options: object
    names: dict[str, str]
    labels: dict[str, str]

    @classmethod
    def of(cls, found, depots, names: dict[str, str], options, frame) -> Answer:
        import numpy as np

        from ...layers.planning.colours import colour_numbers
        from ...layers.planning.network_rows import as_type

        labels = labels_of(found.zones["zone_id"], depots.names)
        worded = _Words(labels, names)
        zones = found.zones.copy()
        zones["name"] = zones["zone_id"].map(labels)
        zones["contractor"] = zones["zone_id"].map(depots.names)
        zones["con_id"] = zones["zone_id"].map(depots.con_ids)
        zones["state"] = [state_label(state_of(dev)) for dev in zones["balance_dev"]]
        shapes = as_type(zones["geom"].to_numpy(object), "MultiPolygon")
        zones["geom"] = as_type(_filled(shapes, zones["zone_id"], found.sections, frame), "MultiPolygon")
        zones["colour"] = colour_numbers(zones["geom"].to_numpy(object))
        sections = found.sections.copy()
        sections["contractor"] = sections["zone_id"].map(depots.names)
        sections["colour"] = sections["zone_id"].map(zones.set_index("zone_id")["colour"])
        distinct, code = np.unique(sections["reason"].to_numpy(object).astype(str), return_inverse=True)
        sections["reason"] = np.array([worded(text) or None for text in distinct], object)[code]
        infeasible, messages = (
            [replace(one, text=worded(one.text)) for one in many]
            for many in (found.infeasible, found.messages)
        )
        return cls(sections, zones, found.summary, found.bounds, infeasible, messages, options, names, labels)

    def table(self) -> pd.DataFrame:
        """The summary with names and states: one row a zone, and all."""
        table = self.summary.copy()
        own = self.zones.set_index("zone_id")
        table.insert(1, "name", table["zone_id"].map(own["name"]))
        table.insert(2, "contractor", table["zone_id"].map(own["contractor"]))
        table["state"] = [state_label(state_of(dev)) for dev in table["balance_dev"]]
        return table


def _filled(shapes, zone_ids, sections, frame):
    """A zone whose roads lie outside the areas that were given has their surroundings for its outline."""
    import shapely

    zone = frame["section"].map(sections.set_index("section")["zone_id"])
    for n, name in enumerate(zone_ids):
        if shapely.is_missing(shapes[n]):
            lines = frame["geom"].to_numpy(object)[(zone == name).to_numpy()]
            shapes[n] = shapely.union_all(shapely.buffer(lines, AROUND_M))
    return shapes


def state_of(balance_dev: float) -> str:
    """``balance_dev`` in %: up to 10 good, up to 20 to be warned of (unified model, section 8.4)."""
    from ...analysis.zones.options import GOOD_DEV, WARN_DEV

    off = round(abs(balance_dev) / 100, 9)
    return GOOD if off <= GOOD_DEV else WARN if off <= WARN_DEV else FAIL


def state_label(state: str) -> str:
    return {GOOD: tr("good"), WARN: tr("warning"), FAIL: tr("too far off")}[state]


def labels_of(zone_ids, contractors: dict[str, str]) -> dict[str, str]:
    """What people call a zone: by its contractor (with the id where two have one name), by number, else by its id."""
    zone_ids = list(zone_ids)
    names = [contractors.get(zone) for zone in zone_ids]
    labels = {}
    for zone, name in zip(zone_ids, names):
        number = re.fullmatch(r"Z(\d\d)", zone)
        if name:
            labels[zone] = name if names.count(name) == 1 or name == zone else f"{name} ({zone})"
        else:
            labels[zone] = tr("Zone {n}", n=int(number[1])) if number else zone
    return labels


class _Words:
    """Texts of the engine with zones and cities as people call them; numbers of sections stay as they are."""

    def __init__(self, labels, names):
        self._called = {**names, **labels}
        known = sorted((k for k, v in self._called.items() if k != v), key=len, reverse=True)
        self._find = (
            re.compile(rf"(?<![\w:#-])({'|'.join(map(re.escape, known))})(?![\w:#-])") if known else None
        )

    def __call__(self, text: str) -> str:
        return self._find.sub(lambda found: self._called[found[0]], text) if self._find else text


def issues_of(answer: Answer, frame, original) -> pd.DataFrame:
    """One row a section or zone of which a demand could not be met, or which is to be known, with its geometry."""
    import numpy as np
    import pandas as pd
    import shapely

    sections = answer.sections.set_index("section")
    key = dict(zip(frame["section"], original))
    city = dict(zip(frame["section"], frame["city_code"]))
    rows = []
    for one in answer.infeasible:
        if one.code == "BALANCE":
            rows += _out_of_balance(answer)
            continue
        for name in one.features:
            zone, travel, why = sections.loc[name, ["zone_id", "travel_min", "reason"]]
            if one.code == "TIME":
                why = tr("{m} minutes from the base of its zone; the limit is {limit}.", m=f"{travel:.0f}",
                         limit=f"{answer.options.max_minutes:g}")  # fmt: skip
            rows.append((one.code, tr("not met"), name, key.get(name), zone, city.get(name), why, None))
    for one in answer.messages:
        if one.code in ("HEAVY", "NO_CLASS", "NO_LOAD"):
            seen = [name for name in one.features if name in key]
            rows += [
                (one.code, tr("note"), n, key[n], sections.loc[n, "zone_id"], city[n], _note(one.code), None)
                for n in seen
            ]
    columns = [
        "code",
        "severity",
        "feature",
        "section",
        "zone_id",
        "city_code",
        "reason",
        "geom",
    ]
    table = pd.DataFrame(rows, columns=columns).astype(object)
    wanted = table["feature"][table["section"].notna()].unique()
    here = frame[frame["section"].isin(wanted)]
    lines = {
        name: shapely.multilinestrings(shapely.get_parts(own.to_numpy(object)))
        for name, own in here["geom"].groupby(here["section"])
    }
    geom = np.array([*(lines.get(f, g) for f, g in zip(table["feature"], table["geom"])), None], object)[:-1]
    return table.assign(geom=geom)


def _out_of_balance(answer: Answer) -> list[tuple]:
    import shapely

    from ...layers.planning.network_rows import as_type

    rows = []
    outlines = as_type(shapely.boundary(answer.zones["geom"].to_numpy(object)), "MultiLineString")
    for row, outline in zip(answer.zones.to_dict("records"), outlines):
        if state_of(row["balance_dev"]) != FAIL:
            continue
        why = tr("{share} % of the work instead of {target} %.", share=f"{row['share']:.1f}",
                 target=f"{row['target']:.1f}")  # fmt: skip
        rows.append(("BALANCE", tr("not met"), row["name"], None, row["zone_id"], None, why, outline))
    return rows


def _note(code: str) -> str:
    return {
        "HEAVY": tr("Heavier than the whole share of a zone."),
        "NO_CLASS": tr("Without a road class."),
        "NO_LOAD": tr("Without any work."),
    }[code]
