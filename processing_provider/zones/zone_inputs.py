"""What ``gunmane:assignzones`` reads beside the network: bases, shares, locks, existing zones, work."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...i18n import tr
from ...layers.errors import GunmaneError
from ..frames import attributes, missing_column
from ..network.inputs import read

if TYPE_CHECKING:  # the plugin loads without them; each function takes them when it is called
    import pandas as pd

DEPOT_FIELDS = ("con_id", "zone_id", "name")
ROAD_FIELDS = ("section", "section_id", "route_key", "through_id")
LEVELS = ("L2", "L3")  # damages that are repaired


@dataclass
class Depots:
    """``places``: zone -> [(x, y)] (empty: no base is known); ``names``: zone -> contractor's name; ``con_ids``: zone
    -> contractor's id; ``frame``: what was read."""

    places: dict[str, list] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    con_ids: dict[str, str] = field(default_factory=dict)
    frame: pd.DataFrame | None = None


def named_for_people(frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """The network with sections called by their numbers where these tell them apart (people know no uuid), and the
    original name of each row."""
    import pandas as pd

    original = frame["section"].astype(str)
    if "section_id" not in frame:
        return frame, original
    number = frame["section_id"].map(lambda v: None if v is None or v != v else str(v))
    pairs = pd.DataFrame({"own": original, "number": number}).drop_duplicates()
    once = ~pairs["own"].duplicated(keep=False) & pairs["number"].notna()
    once &= ~pairs["number"].duplicated(keep=False)
    # A number that is another section's key would be taken for that section.
    once &= ~(pairs["number"].isin(set(pairs["own"])) & (pairs["number"] != pairs["own"]))
    called = dict(zip(pairs["own"][once], pairs["number"][once]))
    fresh = frame.assign(section=original.map(lambda key: called.get(key, key)))
    if "twin_of" in frame:
        fresh["twin_of"] = frame["twin_of"].map(
            lambda key: None if key is None or key != key else called.get(str(key), str(key))
        )
    return fresh, original


def read_depots(algorithm, parameters, context, plane, feedback) -> Depots:
    """The bases. Raises GunmaneError where the layer does not say whose they are."""
    source = algorithm.parameterAsSource(parameters, "DEPOTS", context)
    if source is None:
        return Depots()
    own = algorithm.parameterAsString(parameters, "DEPOT_FIELD", context).strip()
    there = source.fields().names()
    if own and own not in there:
        raise GunmaneError(f"DEPOTS: {missing_column(own)}")
    own = own or next((name for name in DEPOT_FIELDS if name in there), "")
    if not own:
        raise GunmaneError(
            f"DEPOTS: {missing_column('con_id')}",
            remedy=tr("Choose the field that says whose base each is."),
        )
    table = read(source, {own, *DEPOT_FIELDS, "vanished_at"}, plane, context, feedback, points=True)
    if "vanished_at" in table:
        table = table[table["vanished_at"].isna()]
    table[own] = table[own].map(lambda cell: _text(cell) or None, na_action="ignore")
    bare = int(table[own].isna().sum())
    if bare:
        feedback.pushWarning(tr("{n} bases say nothing of their zone; they are left out.", n=bare))
    table = table[table[own].notna()]
    found = Depots(frame=table.reset_index(drop=True))
    for row in table.to_dict("records"):
        zone, place = _text(row[own]), row.get("geom")
        places = found.places.setdefault(zone, [])
        if place is not None:
            places.append((place.x, place.y))
        for name, into in (("name", found.names), ("con_id", found.con_ids)):
            if row.get(name):
                into.setdefault(zone, _text(row[name]))
    without = [zone for zone, places in found.places.items() if not places]
    if without:
        feedback.pushWarning(
            tr("No place is known of the bases of {zones}; these zones get a centre of their own.",
               zones=tr(", ").join(without[:5]) + ("…" if len(without) > 5 else ""))
        )  # fmt: skip
    return found


def pairs_of(algorithm, parameters, context, name) -> list[tuple[str, str]]:
    """Rows of a matrix of two columns. Raises GunmaneError where a cell is missing."""
    cells = [_text(cell) for cell in algorithm.parameterAsMatrix(parameters, name, context)]
    name = algorithm.parameterDefinition(name).description()
    if not any(cells):
        return []
    if len(cells) % 2:
        raise GunmaneError(
            tr("{name}: rows are pairs, but there are {n} cells.", name=name, n=len(cells)),
            remedy=tr("In a batch: one, two, one, two ..."),
        )
    rows = [(a, b) for a, b in zip(cells[::2], cells[1::2]) if a or b]
    half = [a or b for a, b in rows if not (a and b)]
    if half:
        raise GunmaneError(tr("{name}: one of two cells is empty beside “{cell}”.", name=name, cell=half[0]))
    return rows


def numbers_of(algorithm, parameters, context, name) -> dict[str, float]:
    """A matrix of names and numbers. Raises GunmaneError."""
    found, pairs = {}, pairs_of(algorithm, parameters, context, name)
    name = algorithm.parameterDefinition(name).description()
    for key, text in pairs:
        try:
            value = float(text.removesuffix("%"))
        except ValueError:
            raise GunmaneError(tr("{name}: “{cell}” is no number.", name=name, cell=text)) from None
        if key in found:
            raise GunmaneError(tr("{name}: {key} stands there twice.", name=name, key=key))
        found[key] = value
    return found


def read_locks(algorithm, parameters, context, frame, original, feedback) -> list[tuple[str, str]]:
    """(section, zone) of all locks: a route is all its sections. Raises GunmaneError for roads nobody knows."""
    wanted = pairs_of(algorithm, parameters, context, "LOCKS")
    source = algorithm.parameterAsSource(parameters, "LOCK_LAYER", context)
    if source is not None:
        table = attributes(source, ("zone_id", *ROAD_FIELDS), feedback)
        column = next((name for name in ROAD_FIELDS if name in table), None)
        for name in ("zone_id", column or "section"):
            if name not in table:
                raise GunmaneError(f"LOCK_LAYER: {missing_column(name)}")
        rows = table[[column, "zone_id"]].dropna().drop_duplicates()
        wanted += [(_text(road), _text(zone)) for road, zone in rows.itertuples(index=False)]
    if not wanted:
        return []
    sections: dict[str, list[str]] = {}
    for column in (*ROAD_FIELDS[::-1], None):  # what is said more exactly comes last and counts
        keys = original if column is None else frame.get(column)
        if keys is None:
            continue
        of_key = (
            frame["section"].groupby(keys.map(lambda v: None if v is None or v != v else str(v))).unique()
        )
        sections.update(of_key.map(sorted).to_dict())
    lost = sorted({road for road, _ in wanted if road not in sections})
    if lost:
        raise GunmaneError(
            tr("Fixed roads that the network does not have: {roads}.", roads=tr(", ").join(lost[:5])),
            remedy=tr("Give numbers of sections, routes (route_key) or through routes (through_id)."),
        )
    return [(section, zone) for road, zone in wanted for section in sections[road]]


def read_current(algorithm, parameters, context, frame, original, feedback):
    """Table of section and zone_id of the existing zones, or None."""
    source = algorithm.parameterAsSource(parameters, "CURRENT", context)
    if source is None:
        return None
    table = attributes(source, ("section", "section_id", "zone_id"), feedback)
    if "section" not in table and "section_id" in table:
        table = table.assign(section=table["section_id"])
    for name in ("section", "zone_id"):
        if name not in table:
            raise GunmaneError(f"CURRENT: {missing_column(name)}")
    table = table[["section", "zone_id"]].dropna().drop_duplicates("section")
    called = dict(zip(original, frame["section"]))
    return table.assign(
        section=[called.get(str(key), str(key)) for key in table["section"]],
        zone_id=[_text(zone) for zone in table["zone_id"]],
    ).reset_index(drop=True)


def latest_day(requests):
    """The day of the latest request that is no slip of the pen (one row of the year 2205 must not leave out all)."""
    import pandas as pd

    if requests is None or "received_at" not in requests:
        return None
    when = pd.to_datetime(requests["received_at"].astype(str).str[:10], errors="coerce").dropna()
    return None if not len(when) else when.quantile(0.999, interpolation="higher")


def read_repairs(algorithm, parameters, context, frame, plane, feedback):
    """(section, hours, yen, amount) of the ranked damages that are to be repaired, and whether hours are an example.

    Each counts for the nearest section within 30 m. (None, False) without a ranking.
    """
    import shapely

    from ...analysis.locating import LineIndex
    from ...analysis.workplan import PlanError
    from ...analysis.zones.workload import NEAREST_M
    from ..places import geometries
    from ..priority.work_plan_inputs import ranked_list, work_of

    source = algorithm.parameterAsSource(parameters, "RANKED", context)
    if source is None:
        return None, False
    listed = ranked_list(source, None, feedback)
    table, where = _efforts(algorithm, parameters, context)
    try:
        work = work_of(listed, "hours", LEVELS, None, table, where)
        jobs = work.jobs.assign(hours=work.jobs["work"], amount=work.jobs["work"])
        prices = algorithm.parameterAsFile(parameters, "PRICES", context)
        if prices:
            from ..standards.compare_sources import price_table

            yen = work_of(listed, "yen", LEVELS, None, *price_table(prices))
            jobs["yen"] = jobs["amount"] = yen.jobs["work"].reindex(jobs.index)
    except PlanError as error:
        raise GunmaneError(f"RANKED: {error}") from error
    places = geometries(source, plane, points=True)[jobs.index.to_numpy()]
    there = ~shapely.is_missing(places)
    xy = shapely.get_coordinates(places[there])
    line = LineIndex.of(frame["geom"].to_numpy(object)).locate(xy[:, 0], xy[:, 1], NEAREST_M).line
    jobs = jobs[there][line >= 0]
    jobs["section"] = frame["section"].to_numpy(object)[line[line >= 0]]
    feedback.pushInfo(
        tr("{n} of {all} damages to be repaired lie within {m} m of a section.", n=f"{len(jobs):,}",
           all=f"{len(places):,}", m=int(NEAREST_M))
    )  # fmt: skip
    names = [name for name in ("section", "hours", "yen", "amount") if name in jobs]
    return jobs[names].reset_index(drop=True), work.example


def _efforts(algorithm, parameters, context):
    from pathlib import Path

    from ...analysis.standards import Prices
    from ...analysis.workplan import builtin_efforts
    from ..priority.work_plan_files import read_efforts

    path = algorithm.parameterAsFile(parameters, "EFFORTS", context)
    if not path:
        return builtin_efforts(), tr("example that ships with the plugin, invented values")
    rows, example = read_efforts(path)
    return Prices.of(rows, example=example), Path(path).name


def _text(value) -> str:
    """Codes that a file took for numbers lose their fraction."""
    if value is None or str(value) == "NULL":
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()
