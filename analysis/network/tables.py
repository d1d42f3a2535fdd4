"""The frames that come out of the joining; the unified model's T15, T23, T24 and what stands beside them."""

from __future__ import annotations

import hashlib
import json

import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ...i18n import tr
from . import findings
from .borders import AGREEMENT
from .decisions import ACCEPTED, FINISH, START

AUTOMATIC, TO_CHECK = "自動", "要確認"
SIDE = np.array([START, FINISH, None], dtype=object)  # -1: the middle of a section
LINKS = ["link_id", "section_a", "section_b", "city_a", "city_b", "end_a", "end_b", "gap_m", "bearing_diff",
         "class_diff", "score", "bd", "bridge_id", "state", "reason", "geom"]  # fmt: skip
DUPLICATES = ["kept", "other", "city_kept", "city_other", "overlap_pct", "mean_dist_m", "state", "reason"]
REVIEW = ["kind", "section_a", "end_a", "section_b", "end_b", "score", "alternatives", "reason", "geom"]
LINK_KIND, TWIN_KIND = "連結候補", "二重描画"


def network(state, cut: dict) -> tuple[pd.DataFrame, np.ndarray]:
    """(NETWORK: one row a piece, number of each place of the topology)."""
    strands = state.strands
    strand, row = cut["strand"], strands.row[cut["strand"]]
    number = _numbers(state, cut)
    one, two = number[cut["one"]], number[cut["two"]]
    length = cut["to_m"] - cut["from_m"]
    reference = state.twins.reference[strand]
    twin_of = (
        np.where(reference >= 0, strands.section[strands.row[reference]], None)
        if len(strand)
        else np.empty(0, object)
    )
    first = np.r_[True, row[1:] != row[:-1]][: len(row)]
    start = np.flatnonzero(first)
    part = np.arange(len(row)) - (start[np.cumsum(first) - 1] if len(row) else 0) + 1
    comp = _components(one, two, np.where(reference >= 0, 0.0, length))
    own = {
        "section": strands.section[row], "part": part, "from_m": cut["from_m"], "to_m": cut["to_m"], "length_m": length,
        "node_from": one, "node_to": two, "comp": comp, "twin_of": twin_of,
    }  # fmt: skip
    more = strands.frame.drop(columns=[*(c for c in own if c in strands.frame), "geom"])
    frame = pd.concat([pd.DataFrame(own), more.take(row).reset_index(drop=True)], axis=1)
    frame["geom"] = cut["geom"]
    return frame, number


def _numbers(state, cut: dict) -> np.ndarray:
    """Numbers of places from 1, by x and then y of the middle of their nodes; only places in use have one."""
    xy, root = state.topology.xy, state.root
    size = int(root.max()) + 1 if len(root) else 0
    used = np.zeros(size, dtype=bool)
    used[cut["one"]] = used[cut["two"]] = True
    count = np.maximum(np.bincount(root, minlength=size), 1)
    origin = xy.min(axis=0) if len(xy) else np.zeros(2)
    middle = [np.round(np.bincount(root, xy[:, k] - origin[k], minlength=size) / count, 3) for k in (0, 1)]
    places = np.flatnonzero(used)
    order = places[np.lexsort((middle[1][places], middle[0][places]))]
    number = np.zeros(size, dtype=int)
    number[order] = np.arange(1, len(order) + 1)
    return number


def _components(one, two, length) -> np.ndarray:
    """Numbers of connected components, 1 for the longest; of equal ones the one with the lowest node first."""
    if not len(one):
        return np.empty(0, dtype=int)
    size = int(max(one.max(), two.max())) + 1
    graph = coo_array((np.ones(len(one), dtype=np.int8), (one, two)), shape=(size, size))
    count, of = connected_components(graph, directed=False)
    total = np.round(np.bincount(of[one], length, minlength=count), 3)
    used = np.bincount(of[one], minlength=count) > 0
    lowest = np.full(count, size)
    np.minimum.at(lowest, of, np.arange(size))
    order = np.lexsort((lowest, -total, ~used))
    rank = np.empty(count, dtype=int)
    rank[order] = np.arange(1, count + 1)
    return rank[of[one]]


def links(state) -> pd.DataFrame:
    """T23: what is joined, what a person is asked, and what a person rejected is not proposed again."""
    parts = [_end_links(state), _meet_links(state), _cross_links(state)]
    parts = [part for part in parts if len(part)]
    if not parts:
        return pd.DataFrame({name: pd.Series(dtype=object) for name in LINKS})
    frame = pd.concat(parts, ignore_index=True)
    return frame.sort_values(["section_a", "section_b", "end_a", "end_b", "link_id"], ignore_index=True)


def _rows(known, a, side_a, b, side_b, **values) -> pd.DataFrame:
    strands = known.strands
    section = strands.section
    one, two = section[strands.row[a]], section[strands.row[b]]
    end_a, end_b = SIDE[side_a], SIDE[side_b]
    frame = pd.DataFrame(
        {
            "link_id": [_id(*key) for key in zip(one, end_a, two, end_b)], "section_a": one, "section_b": two,
            "city_a": strands.cities[strands.city[a]], "city_b": strands.cities[strands.city[b]],
            "end_a": end_a, "end_b": end_b, **values,
        }
    )  # fmt: skip
    return frame[[name for name in [*LINKS] if name in frame]]


def _id(*key) -> str:
    text = "|".join("" if part is None else str(part) for part in key)
    return "L" + hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _end_links(state) -> pd.DataFrame:
    p, unsure = np.flatnonzero(state.accepted | state.asked), state.pairs.doubt
    pairs = state.pairs.take(p)
    status = np.where(state.manual[p], ACCEPTED, np.where(state.accepted[p], AUTOMATIC, TO_CHECK)).astype(
        object
    )
    return _rows(
        state, pairs.a, pairs.side_a, pairs.b, pairs.side_b, gap_m=pairs.gap, bearing_diff=pairs.bearing,
        class_diff=pairs.class_diff, score=_score(pairs.cost, state.options),
        bd=np.where([name is not None for name in pairs.bridge], "B3", "B1").astype(object) if len(p) else [],
        bridge_id=pairs.bridge, state=status, reason=[_why(state, k, unsure) for k in p], geom=pairs.link,
    )  # fmt: skip


def _score(cost, options) -> np.ndarray:
    return np.round(np.clip(1 - np.asarray(cost, dtype=float) / options.max_cost, 0, 1), 4)


def _why(state, k: int, unsure) -> str:
    """The sentences that say why a pair is joined, or why a person is asked."""
    pairs, options = state.pairs, state.options
    parts = []
    if state.manual[k]:
        parts.append(tr("Joined by a person."))
    if np.isfinite(pairs.bearing[k]):
        parts.append(tr("Ends {gap:.1f} m apart, {turn:.0f}° off.", gap=pairs.gap[k], turn=pairs.bearing[k]))
    else:
        parts.append(tr("Ends {gap:.1f} m apart.", gap=pairs.gap[k]))
    if pairs.same_number[k]:
        parts.append(tr("One road number."))
    if pairs.same_name[k]:
        parts.append(tr("One name."))
    if not np.isfinite(pairs.class_diff[k]):
        parts.append(tr("A road class is unknown."))
    elif pairs.class_diff[k] > 0:
        parts.append(tr("Classes differ by {step:.0f}.", step=pairs.class_diff[k]))
    if pairs.bridge[k] is not None:
        parts.append(tr("Over the river by bridge {bridge}.", bridge=pairs.bridge[k]))
    if not state.accepted[k]:
        if state.chained[k]:
            parts.append(
                tr(
                    "The roads joined in a row would cross more than {most} borders.",
                    most=options.max_borders,
                )
            )
        if pairs.gap[k] > options.gap_m:
            parts.append(tr("Farther apart than {limit:g} m.", limit=options.gap_m))
        if not pairs.at_border[k]:
            parts.append(tr("Not at the border of the two cities."))
        if state.margin[k] < options.margin:
            parts.append(tr("Another end fits nearly as well."))
        if pairs.bent[k]:
            parts.append(tr("The road bends or changes its class there: it may be another road."))
        elif unsure[k] and pairs.bridge[k] is not None:
            parts.append(tr("The bridge may carry another road."))
        elif unsure[k]:
            parts.append(tr("At a junction of a city: it may be another road."))
        if pairs.cost[k] > options.max_cost:
            parts.append(tr("Together the differences are too great."))
    return " ".join(parts)


def _meet_links(state) -> pd.DataFrame:
    found = state.meets
    status = np.where(state.met_manual, ACCEPTED, np.where(state.met, AUTOMATIC, TO_CHECK)).astype(object)
    diff = np.abs(state.strands.cls[found.a] - state.strands.cls[found.b])
    score = np.clip(1 - found.gap / (2 * state.options.meet_candidate_m), 0, 1)
    return _rows(
        state, found.a, found.side_a, found.b, found.side_b, gap_m=found.gap, bearing_diff=found.turn, class_diff=diff,
        score=np.round(score, 4),
        bd=np.where([name is not None for name in found.bridge], "B3", "B1").astype(object) if len(found) else [],
        bridge_id=found.bridge, state=status, reason=[_why_meet(state, k) for k in range(len(found))], geom=found.link,
    )  # fmt: skip


def _why_meet(state, k: int) -> str:
    gap = state.meets.gap[k]
    if state.meets.side_b[k] < 0:
        text = tr("The road ends {gap:.1f} m from the middle of the other city's road.", gap=gap)
    else:
        text = tr("The road ends {gap:.1f} m from a junction of the other city.", gap=gap)
    if not state.met[k] and gap > state.options.meet_m:
        text += " " + tr("Farther than {limit:g} m: to be checked.", limit=state.options.meet_m)
    elif not state.met[k] and state.meets.doubt[k]:
        text += " " + tr("Another end is near, too: to be checked.")
    elif not state.met[k]:
        text += " " + tr("At a narrow angle of {turn:.0f}°: to be checked.", turn=state.meets.turn[k])
    return text


def _cross_links(state) -> pd.DataFrame:
    a, b, xy, turn = state.crossed
    middle = np.full(len(a), -1)
    diff = np.abs(state.strands.cls[a] - state.strands.cls[b])
    geom = shapely.linestrings(np.stack([xy, xy], axis=1)) if len(a) else np.empty(0, dtype=object)
    return _rows(
        state, a, middle, b, middle, gap_m=np.zeros(len(a)), bearing_diff=turn, class_diff=diff, score=np.ones(len(a)),
        bd=np.full(len(a), "B1", dtype=object), bridge_id=np.full(len(a), None, dtype=object),
        state=np.full(len(a), AUTOMATIC, dtype=object),
        reason=np.full(len(a), tr("The two cities' roads cross on one level."), dtype=object), geom=geom,
    )  # fmt: skip


def duplicates(state) -> pd.DataFrame:
    """T24 with both cities: one row two sections that lie on each other, the kept one first."""
    pairs, strands = state.twins.pairs, state.strands
    if not len(pairs):
        return pd.DataFrame({name: pd.Series(dtype=object) for name in DUPLICATES})
    # Strands of one pair of sections make one row.
    both = np.column_stack([strands.row[pairs[name].to_numpy(dtype=int)] for name in ("kept", "other")])
    (kept, other), back = (v.T if v.ndim > 1 else v for v in np.unique(both, axis=0, return_inverse=True))
    back = back.reshape(-1)
    apart = np.bincount(back, pairs["apart"].to_numpy(dtype=float)) / np.bincount(back)
    share, sure = np.zeros(len(kept)), np.ones(len(kept), dtype=bool)
    np.maximum.at(share, back, pairs["share"].to_numpy(dtype=float))
    np.logical_and.at(sure, back, pairs["sure"].to_numpy(dtype=bool))
    section, code = strands.section, strands.code.astype(object)
    return pd.DataFrame(
        {
            "kept": section[kept], "other": section[other], "city_kept": code[kept], "city_other": code[other],
            "overlap_pct": np.round(100 * share, 1), "mean_dist_m": np.round(apart, 2),
            "state": np.where(sure, AUTOMATIC, TO_CHECK).astype(object),
            "reason": [_why_twin(*row) for row in zip(sure, 100 * share, apart)],
        }
    ).sort_values(["kept", "other"], ignore_index=True)  # fmt: skip


def _why_twin(sure: bool, pct: float, apart: float) -> str:
    text = tr(
        "{pct:.0f} % of the shorter section lies beside the other, {apart:.1f} m away.", pct=pct, apart=apart
    )
    return text if sure else text + " " + tr("Only a part: to be checked.")


def review(state) -> pd.DataFrame:
    """What a person must decide: pairs not joined with their rivals, ends near a road, drawings that agree in part."""
    rows = _pairs_to_review(state) + _meets_to_review(state) + _twins_to_review(state)
    frame = pd.DataFrame(rows, columns=REVIEW)
    return frame.sort_values(["kind", "section_a", "section_b", "end_a", "end_b"], ignore_index=True)


def _pairs_to_review(state) -> list[tuple]:
    pairs, strands = state.pairs, state.strands
    asked = np.flatnonzero(state.asked)
    if not len(asked):
        return []
    of_end: dict[int, list[int]] = {}
    ends = np.column_stack([2 * pairs.a + pairs.side_a, 2 * pairs.b + pairs.side_b])
    for k, (one, two) in enumerate(ends.tolist()):
        of_end.setdefault(one, []).append(k)
        of_end.setdefault(two, []).append(k)
    section, score, unsure = strands.section, _score(pairs.cost, state.options), state.pairs.doubt
    rows = []
    for k in asked:
        rivals = sorted(
            {n for end in ends[k].tolist() for n in of_end[end]} - {k}, key=lambda n: (pairs.cost[n], n)
        )
        others = [
            {
                "section_a": section[strands.row[pairs.a[n]]], "end_a": SIDE[pairs.side_a[n]],
                "section_b": section[strands.row[pairs.b[n]]], "end_b": SIDE[pairs.side_b[n]],
                "score": float(score[n]), "gap_m": round(float(pairs.gap[n]), 2),
            }
            for n in rivals
        ]  # fmt: skip
        rows.append(
            (LINK_KIND, section[strands.row[pairs.a[k]]], SIDE[pairs.side_a[k]], section[strands.row[pairs.b[k]]],
             SIDE[pairs.side_b[k]], float(score[k]), json.dumps(others, ensure_ascii=False),
             _why(state, k, unsure), pairs.link[k])
        )  # fmt: skip
    return rows


def _meets_to_review(state) -> list[tuple]:
    found, strands = state.meets, state.strands
    section = strands.section
    return [
        (LINK_KIND, section[strands.row[found.a[k]]], SIDE[found.side_a[k]], section[strands.row[found.b[k]]],
         SIDE[found.side_b[k]], round(float(1 - found.gap[k] / (2 * state.options.meet_candidate_m)), 4), "[]",
         _why_meet(state, k), found.link[k])
        for k in np.flatnonzero(~state.met)
    ]  # fmt: skip


def _twins_to_review(state) -> list[tuple]:
    pairs, strands = state.twins.pairs, state.strands
    section = strands.section
    return [
        (TWIN_KIND, section[strands.row[r.kept]], None, section[strands.row[r.other]], None, round(float(r.share), 4),
         "[]", _why_twin(False, 100 * r.share, r.apart), strands.geom[r.other])
        for r in pairs[~pairs["sure"].to_numpy(dtype=bool)].itertuples()
    ]  # fmt: skip


def reference_rows(state) -> np.ndarray:
    """For each section row the row of its reference drawing, -1 for none."""
    strands, reference = state.strands, state.twins.reference
    rows = np.full(len(strands.frame), -1)
    twin = np.flatnonzero(reference >= 0)
    rows[strands.row[twin]] = strands.row[reference[twin]]
    return rows


def no_agreements() -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(dtype=object) for name in AGREEMENT})


def faults(state, frame: pd.DataFrame) -> pd.DataFrame:
    """Findings about the joined network: ends without a partner, islands, roads outside, cities without roads."""
    strands, borders = state.strands, state.borders
    parts = []
    section = strands.section
    if borders is not None:
        away = np.flatnonzero(borders.outside(strands))
        text = tr("The road lies outside all cities.")
        parts.append(findings.make("W-OUTSIDE", section[strands.row[away]], text, strands.geom[away]))
        bare = np.setdiff1d(borders.codes[np.unique(borders.owner)], strands.cities)
        parts.append(
            findings.make("W-NOROADS", np.full(len(bare), None, dtype=object),
                          np.array([tr("The city {city} has no road.", city=c) for c in bare], dtype=object),
                          np.full(len(bare), None, dtype=object))
        )  # fmt: skip
    parts.append(_dead_ends(state))
    parts.append(_islands(frame))
    return findings.joined(parts)


def _dead_ends(state) -> pd.DataFrame:
    strands, options = state.strands, state.options
    if not len(strands):
        return findings.joined([])
    place = state.root[state.topology.end_node]
    strand, side = np.nonzero((state.degree[place] == 1) & ~state.twins.is_twin[:, None])
    xy = strands.ends[strand, side]
    points = shapely.points(xy)
    if state.borders is not None:
        near = state.borders.faces_city(points, strands.city[strand], options.end_at_border_m)
    else:
        near = np.zeros(len(strand), dtype=bool)
        r = options.end_at_border_m
        row, line = shapely.STRtree(strands.geom).query(shapely.box(*(xy - r).T, *(xy + r).T))
        other = strands.city[line] != strands.city[strand[row]]
        row, line = row[other], line[other]
        near[row[shapely.dwithin(points[row], strands.geom[line], r)]] = True
    rows = np.flatnonzero(near)
    text = {0: tr("The start ends at the border."), 1: tr("The finish ends at the border.")}
    asked = _asked_ends(state)
    more = tr("A link is proposed.")
    reason = np.array([text[s] for s in side[rows].tolist()], dtype=object)
    waiting = np.isin(2 * strand[rows] + side[rows], asked)
    reason[waiting] = [f"{t} {more}" for t in reason[waiting]]
    return findings.make("B4", strands.section[strands.row[strand[rows]]], reason, points[rows])


def _asked_ends(state) -> np.ndarray:
    pairs, found = state.pairs, state.meets
    return np.concatenate(
        [
            2 * pairs.a[state.asked] + pairs.side_a[state.asked], 2 * pairs.b[state.asked] + pairs.side_b[state.asked],
            2 * found.a[~state.met] + found.side_a[~state.met],
        ]
    )  # fmt: skip


def _islands(frame: pd.DataFrame) -> pd.DataFrame:
    """One finding for each component but the longest, at its first section."""
    comp = frame["comp"].to_numpy()
    rows = np.flatnonzero(comp > 1)
    if not len(rows):
        return findings.joined([])
    value, first, back = np.unique(comp[rows], return_index=True, return_inverse=True)
    count = np.bincount(back.reshape(-1))
    metres = np.bincount(back.reshape(-1), frame["length_m"].to_numpy()[rows])
    first = rows[first]
    reason = [
        tr("An island: {count} pieces, {metres:.0f} m.", count=c, metres=m) for c, m in zip(count, metres)
    ]
    return findings.make(
        "W-ISLAND",
        frame["section"].to_numpy()[first],
        np.array(reason, dtype=object),
        frame["geom"].to_numpy()[first],
    )
