"""The same thing entered twice: requests and damages of one event, facilities, road sections; in one city or two.

Events and facilities are points in a k-d tree whose further axes are time and kind, so that only true
neighbours are paired; each later row is reported once, with its nearest earlier partner, so that a place that
was reported thirty times gives twenty-nine findings and not 435.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
import shapely
from scipy.spatial import cKDTree

from . import findings
from .catalogue import settings
from .dates import day_numbers
from .managers import middles
from .options import Options

APART = 10.0  # steps on the axis of kinds: more than one tolerance
SAMPLE_STEP = 5.0  # metres between the points at which two lines are compared
LEAST_OVERLAP = 20.0  # metres: shorter common stretches are junctions
PARTING = (
    5.0  # degrees: roads that leave each other at more have met at a junction; two drawings stay together
)


def events(table: str, frame: pd.DataFrame, moment: str, options: Options, over=None) -> pd.DataFrame:
    """Requests or damages of one event. Columns: geom (points), ``moment`` (ISO text), ft, dt, city_code, dup_of;
    of requests also st, of damages fac_id. ``over``: ISO text a row, when the case was closed or repaired (None:
    not yet, or nobody knows).

    One event: like damage type (groups of findings.toml), no contradiction of facility types, not two facilities
    that are both named, within ``dup_distance`` and ``dup_days``, and the earlier case not over when the later came
    in - unless the city itself has marked the later one as a duplicate. Rows that say whose duplicate they are
    (``dup_of``) are settled and left out.
    """
    rules = settings()
    places = middles(frame["geom"].to_numpy())
    days = day_numbers(frame[moment])
    kind = _damage_groups(frame["dt"], rules["damage_groups"])
    usable = ~shapely.is_missing(places) & ~np.isnan(days) & (kind >= 0) & ~_settled(frame)
    usable[usable] &= ~shapely.is_empty(places[usable])
    rows = np.flatnonzero(usable)
    if len(rows) < 2:
        return findings.empty()
    at = shapely.get_coordinates(places[rows])
    days, kind = days[rows], kind[rows]
    city = pd.factorize(frame["city_code"].to_numpy(dtype=object)[rows])[0]
    ft = frame["ft"].to_numpy(dtype=object)[rows]
    unsure = pd.isna(ft) | np.isin(ft.astype(str), rules["vague_facility"])
    vague = np.isin(frame["dt"].to_numpy(dtype=object)[rows].astype(str), rules["vague_damage"])
    axes = np.column_stack(
        [at / options.dup_distance, days / max(options.dup_days, 0.5), kind * APART]
    )  # fmt: skip
    ft_code = pd.factorize(ft)[0]  # -1 where there is none
    pairs = _pairs(axes, np.column_stack([city, ft_code]))
    a, b = pairs.T
    alike = (ft_code[a] == ft_code[b]) & (ft_code[a] >= 0)
    alike |= (unsure[a] | unsure[b]) & ~vague[a] & ~vague[b]
    if "fac_id" in frame:
        thing = pd.factorize(frame["fac_id"].to_numpy(dtype=object)[rows])[0]
        alike &= (thing[a] == thing[b]) | (thing[a] < 0) | (thing[b] < 0) | (city[a] != city[b])
    distance = np.hypot(*(at[a] - at[b]).T)
    near = alike & (distance <= options.dup_distance) & (np.abs(days[a] - days[b]) <= options.dup_days)
    a, b, distance = a[near], b[near], distance[near]
    moments = frame[moment].to_numpy(dtype=object)[rows].astype(str)
    swap = (moments[a] < moments[b]) | ((moments[a] == moments[b]) & (a < b))
    later, earlier = np.where(swap, b, a), np.where(swap, a, b)
    marked = _marked(frame.iloc[rows], rules["duplicate_status"])
    if over is not None:
        # What is found after the first case was over has come again; it is not the same thing twice.
        again = _ended(over, rows, later, earlier, distance, marked)[earlier] < moments[later]
        distance = distance + np.where(
            again, options.dup_distance, 0
        )  # of a marked row: any open case comes first
        keep = ~again | marked[later]
        later, earlier, distance = later[keep], earlier[keep], distance[keep]
    same = city[later] == city[earlier]
    parts = []
    for name, wanted in ((f"duplicate_{table}", same), (f"border_{table}", ~same)):
        late, early, _ = _nearest(later[wanted], earlier[wanted], distance[wanted])
        more = {
            "distance": np.hypot(*(at[late] - at[early]).T),
            "days": np.abs(days[late] - days[early]).astype(int),
        }
        if name == "duplicate_request":
            more["marked"] = marked[late]
        parts.append(_report(name, table, frame, rows[late], rows[early], at[late], **more))
    return findings.joined(parts)


def _ended(over, rows, later, earlier, distance, marked) -> np.ndarray:
    """When the case of each row was over, as ISO text ("9": open). A row that is marked as a duplicate ends with the
    case that it repeats.
    """
    ended = np.asarray(over, dtype=object)[rows]
    ended = np.where(pd.isna(ended), "9", ended).astype("U32")
    late, early, _ = _nearest(later, earlier, distance)
    follows = marked[late] & (ended[late] == "9")
    late, early = late[follows], early[follows]
    for _ in range(3):  # a duplicate of a duplicate
        ended[late] = ended[early]
    return ended


def repaired(damage: pd.DataFrame, work: pd.DataFrame) -> np.ndarray:
    """When each damage was over: the end of its last work, None while one is unfinished or none is known."""
    ends = work[["dmg_uuid", "finished_at"]].dropna(subset=["dmg_uuid"])
    last = ends.dropna().groupby("dmg_uuid")["finished_at"].max()
    last = last.drop(ends.loc[ends["finished_at"].isna(), "dmg_uuid"].unique(), errors="ignore")
    return damage["uuid"].map(last).astype(object).to_numpy()


def facilities(frame: pd.DataFrame, options: Options) -> pd.DataFrame:
    """Facilities entered twice: one type at one place, or one asset number.

    Columns: geom, ft, status, pole_no, install_year, count, qty_unit, hl, dg, dup_of. Two rows that contradict each
    other (see ``_contradict``) are two things side by side; rows with ``dup_of`` are settled.
    """
    rules = settings()
    places = middles(frame["geom"].to_numpy())
    ft = frame["ft"].to_numpy(dtype=object)
    usable = (
        ~shapely.is_missing(places)
        & ~pd.isna(ft)
        & ~frame["status"].isin(rules["removed_facility"]).to_numpy()
        & ~_settled(frame)
    )
    usable[usable] &= ~shapely.is_empty(places[usable])
    rows = np.flatnonzero(usable)
    parts = []
    if len(rows) > 1:
        at = shapely.get_coordinates(places[rows])
        city = pd.factorize(frame["city_code"].to_numpy(dtype=object)[rows])[0]
        kind = pd.factorize(ft[rows])[0]
        reach = max(options.dup_distance, options.facility_border, options.facility_distance)
        axes = np.column_stack([at / reach, np.zeros(len(rows)), kind * APART])
        a, b = _pairs(axes, city[:, None]).T
        distance = np.hypot(*(at[a] - at[b]).T)
        same = city[a] == city[b]
        one = distance <= max(options.dup_distance, options.facility_border, options.facility_distance)
        one &= ~_contradict(frame.iloc[rows], a, b, same)
        large = np.isin(ft[rows[a]].astype(str), rules["large_facilities"])
        limit = np.where(large, options.dup_distance, options.facility_border)
        for name, wanted in (
            ("duplicate_facility_place", same & one & (distance <= options.facility_distance)),
            ("border_facility", ~same & one & (distance <= limit)),
        ):
            late, early, away = _nearest(b[wanted], a[wanted], distance[wanted])
            parts.append(_report(name, "facility", frame, rows[late], rows[early], at[late], distance=away))
    parts.append(_numbers(frame, places, parts[0] if parts else findings.empty()))
    return findings.joined(parts)


def sections(frame: pd.DataFrame, options: Options) -> pd.DataFrame:
    """Sections drawn twice: a share of the shorter line lies along the other in a like direction.

    Columns: geom (LineString), city_code. Two cities' lines may lie ``overlap_distance`` apart, one city's
    ``overlap_own``.
    """
    lines = frame["geom"].to_numpy()
    usable = shapely.get_type_id(lines) == 1
    usable[usable] &= ~shapely.is_empty(lines[usable]) & (shapely.length(lines[usable]) > 0)
    rows = np.flatnonzero(usable)
    if len(rows) < 2:
        return findings.empty()
    lines = lines[rows]
    city = pd.factorize(frame["city_code"].to_numpy(dtype=object)[rows])[0]
    length = shapely.length(lines)
    reach = max(options.overlap_distance, options.overlap_own)
    a, b = shapely.STRtree(lines).query(lines, predicate="dwithin", distance=reach)
    once = a < b
    a, b = a[once], b[once]
    swap = length[a] > length[b]
    short, long = np.where(swap, b, a), np.where(swap, a, b)
    same = city[short] == city[long]
    limit = np.where(same, options.overlap_own, options.overlap_distance)
    # A common stretch of at least half the line holds two of these three points; this spares most pairs.
    marks = np.zeros(len(short), dtype=int)
    for share in (0.25, 0.5, 0.75):
        point = shapely.line_interpolate_point(lines[short], share, normalized=True)
        marks += shapely.distance(point, lines[long]) <= limit
    keep = (marks >= (2 if options.overlap_share > 0.5 else 1)) | ~same
    short, long, same, limit = short[keep], long[keep], same[keep], limit[keep]
    beside = _overlap(lines, length, short, long, limit, options.overlap_angle)
    # Across a border two roads that only meet or cross, at a narrow angle, are not one road drawn twice.
    one_road = same | ~beside.forks
    share = beside.share
    most = one_road & (share >= options.overlap_share)
    most &= share * length[short] >= min(LEAST_OVERLAP, reach * 2)
    # One city's road drawn on over the other's: a stretch longer than two surveys of a junction differ.
    part = one_road & ~most & ~same & (beside.stretch >= max(LEAST_OVERLAP, reach * 2))
    common = np.where(part, beside.stretch, share * length[short])
    keep = most | part
    short, long, same, share, apart = short[keep], long[keep], same[keep], share[keep], beside.apart[keep]
    part, common = part[keep], common[keep]
    at = shapely.get_coordinates(shapely.line_interpolate_point(lines[short], 0.5, normalized=True))
    return findings.joined(
        _report(name, "section", frame, rows[short[w]], rows[long[w]], at[w], share=share[w] * 100, distance=apart[w],
                length=common[w])
        for name, w in (("duplicate_section", same), ("border_section", ~same & ~part), ("border_overlap", part))
    )  # fmt: skip


def _damage_groups(column: pd.Series, groups) -> np.ndarray:
    """A number for each group of damage types that may mean one thing; -1 where there is no type."""
    alias = {code: group[0] for group in groups for code in group}
    return pd.factorize(column.map(lambda code: alias.get(code, code), na_action="ignore"))[0]


def _pairs(axes: np.ndarray, also: np.ndarray) -> np.ndarray:
    """Pairs (n, 2) of rows not farther apart than 1 on any axis.

    Rows equal in everything (a default point used a thousand times) are paired with their first only, which
    keeps the number of pairs in step with the number of rows.
    """
    _, first, group = np.unique(
        np.column_stack([axes.round(6), also]), axis=0, return_index=True, return_inverse=True
    )
    group = group.reshape(-1)
    pairs = cKDTree(axes[first]).query_pairs(1.0, p=np.inf, output_type="ndarray").reshape(-1, 2)
    rows = np.arange(len(axes))
    copies = rows[first[group] != rows]
    return np.concatenate([first[pairs], np.column_stack([first[group[copies]], copies])])


def _nearest(later, earlier, distance):
    """Each later row once, with its nearest earlier one."""
    order = np.lexsort((earlier, distance, later))
    later, earlier, distance = later[order], earlier[order], distance[order]
    _, first = np.unique(later, return_index=True)
    return later[first], earlier[first], distance[first]


def _report(kind, table, frame, rows, others, at, **values) -> pd.DataFrame:
    uuid, city = frame["uuid"].to_numpy(dtype=object), frame["city_code"].to_numpy(dtype=object)
    across = kind.startswith("border_")
    return findings.make(
        kind,
        table,
        uuid[rows],
        city[rows],
        other_uuid=uuid[others],
        other_city=city[others] if across else None,
        x=at[:, 0],
        y=at[:, 1],
        **values,
    )


def _settled(frame: pd.DataFrame) -> np.ndarray:
    """Rows that say of which other row they are a duplicate."""
    if "dup_of" not in frame:
        return np.zeros(len(frame), dtype=bool)
    return frame["dup_of"].notna().to_numpy()


def _contradict(frame: pd.DataFrame, a, b, same_city) -> np.ndarray:
    """Pairs of facilities that cannot be one: other plates (in one city), years, kinds of lamp or drain, sizes.

    What one of the two leaves open contradicts nothing. A year more or less is the turn of the fiscal year; a
    length measured twice differs by a tenth.
    """

    def texts(name):
        codes = pd.factorize(frame[name].to_numpy(dtype=object))[0]
        return (codes[a] != codes[b]) & (codes[a] >= 0) & (codes[b] >= 0)

    def numbers(name):
        values = pd.to_numeric(frame[name], errors="coerce").to_numpy(dtype=float)
        return values[a], values[b]

    found = texts("hl") | texts("dg") | (texts("pole_no") & same_city)
    one, two = numbers("install_year")
    found |= np.abs(one - two) > 1
    one, two = numbers("count")
    measured = frame["qty_unit"].isin(settings()["measured_units"]).to_numpy()
    found |= measured[a] & measured[b] & (np.abs(one - two) > 0.1 * np.maximum(one, two))
    return found


def _marked(frame: pd.DataFrame, states) -> np.ndarray:
    """Rows that the city itself calls duplicates, without saying of which."""
    if "st" not in frame:
        return np.zeros(len(frame), dtype=bool)
    return frame["st"].isin(states).to_numpy()


def _numbers(frame: pd.DataFrame, places, known: pd.DataFrame) -> pd.DataFrame:
    """Facilities of one city and type with the same asset number, unless the place has told already."""
    number = frame["pole_no"]
    there = number.notna() & (number != "") & ~frame["status"].isin(settings()["removed_facility"])
    there &= ~_settled(frame)
    rows = np.flatnonzero(there)
    keys = frame.iloc[rows][["city_code", "ft", "pole_no"]]
    group = keys.groupby(["city_code", "ft", "pole_no"], dropna=False, sort=False).ngroup().to_numpy()
    _, first, back = np.unique(group, return_index=True, return_inverse=True)
    first = first[back.reshape(-1)]
    again = np.flatnonzero(first != np.arange(len(rows)))
    late, early = rows[again], rows[first[again]]
    uuid = frame["uuid"].to_numpy(dtype=object)
    told = set(zip(known["uuid"], known["other_uuid"])) | set(zip(known["other_uuid"], known["uuid"]))
    new = np.array([pair not in told for pair in zip(uuid[late], uuid[early])], dtype=bool)
    late, early = late[new], early[new]
    found = _report("duplicate_facility_number", "facility", frame, late, early, np.full((len(late), 2), np.nan),
                    number=number.to_numpy(dtype=object)[late])  # fmt: skip
    found["located"] = None  # the row's own place, or its road's
    return found


class _Beside(NamedTuple):
    """How the shorter line of each pair lies to the longer one; arrays, one value a pair."""

    share: np.ndarray  # of its length, beside the other in a like direction
    apart: np.ndarray  # metres there, on average
    stretch: np.ndarray  # metres of the longest stretch without a break
    forks: np.ndarray  # whether the two part (and not only end) there, at more than PARTING


def _overlap(lines, length, short, long, limit, angle) -> _Beside:
    if not len(short):
        return _Beside(np.empty(0), np.empty(0), np.empty(0), np.empty(0, dtype=bool))
    count = np.clip(np.ceil(length[short] / SAMPLE_STEP), 5, 400).astype(int)
    pair = np.repeat(np.arange(len(short)), count)
    step = np.arange(len(pair)) - np.repeat(np.cumsum(count) - count, count)
    at = (step + 0.5) / count[pair] * length[short][pair]
    one, two = lines[short[pair]], lines[long[pair]]
    point = shapely.line_interpolate_point(one, at)
    apart = shapely.distance(point, two)
    along = shapely.line_locate_point(two, point)
    # Beyond the other's end there is nothing beside the line: it goes on where the other stops.
    inside = (along > 1e-6) & (along < length[long][pair] - 1e-6)
    heading = _bearing(one, at, length[short][pair])
    turn = np.abs(heading - _bearing(two, along, length[long][pair]))
    turn = np.minimum(turn % 180, 180 - turn % 180)
    near = (apart <= limit[pair]) & inside
    good = near & (turn <= angle)
    hits = np.bincount(pair, good, minlength=len(short))
    mean = np.bincount(pair, np.where(good, apart, 0), minlength=len(short)) / np.maximum(hits, 1)
    to = shapely.get_coordinates(shapely.line_interpolate_point(two, along)) - shapely.get_coordinates(point)
    heading = np.radians(heading)
    beside = np.cos(heading) * to[:, 1] - np.sin(heading) * to[:, 0]  # metres to the left
    size, forks = _stretches(pair, near, good, inside, beside, length[short] / count, len(short))
    return _Beside(hits / count, mean, size, forks)


def _stretches(pair, near, good, inside, beside, step, pairs) -> tuple[np.ndarray, np.ndarray]:
    """(metres, forks) of the longest stretch of each pair, from points ``step`` apart along the shorter line.

    A stretch ends with one of the lines, or because they part. Lines that part have left each other at an angle:
    what their distance has changed by over the stretch.
    """
    size, forks = np.zeros(pairs), np.zeros(pairs, dtype=bool)
    there = np.flatnonzero(near)
    if not len(there):
        return size, forks
    new = np.r_[True, (np.diff(there) > 1) | (np.diff(pair[there]) != 0)]
    first, last = there[new], there[np.r_[np.flatnonzero(new)[1:] - 1, len(there) - 1]]
    found = np.bincount(np.cumsum(new) - 1, good[there])
    # The longest stretch of a pair is the last of its own that is written.
    order = np.argsort(found, kind="stable")
    first, last, found = first[order], last[order], found[order]
    owner = pair[first]
    before, behind = np.maximum(first - 1, 0), np.minimum(last + 1, len(pair) - 1)
    parts = (first > 0) & (pair[before] == owner) & inside[before]
    parts |= (last < len(pair) - 1) & (pair[behind] == owner) & inside[behind]
    away = np.degrees(np.arctan2(np.abs(beside[last] - beside[first]), (last - first) * step[owner]))
    size[owner] = found * step[owner]
    forks[owner] = parts & (away > PARTING)
    return size, forks


def _bearing(lines, at, length):
    before = shapely.get_coordinates(shapely.line_interpolate_point(lines, np.maximum(at - 1, 0)))
    after = shapely.get_coordinates(shapely.line_interpolate_point(lines, np.minimum(at + 1, length)))
    return np.degrees(np.arctan2(*(after - before).T[::-1]))
