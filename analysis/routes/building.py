"""One network -> through routes, where they cross borders, and what each pair of cities shares."""

from __future__ import annotations

import contextlib
import gc
import hashlib
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd
import shapely

from ...i18n import tr
from . import borders as border_table
from . import breaks, crossings, joining, labels
from .continuing import Pairs, pair_ends
from .options import RouteOptions, Routes
from .pieces import Pieces, places, read
from .zones import metres_inside

_ACCEPTED, _AUTOMATIC = "採用", "自動"  # codes of the schema's list LINKSTATE
_CANDIDATE, _CONFIRMED = "候補", "確認"  # THSTATUS
_END = {"始点": 0, "終点": 1}  # LINKEND


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles, which finds none here and reads all the small lists again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@_uncollected()
def build_routes(
    network: pd.DataFrame,
    links: pd.DataFrame | None = None,
    options: RouteOptions | None = None,
    standards=None,
    requests: pd.DataFrame | None = None,
    damages: pd.DataFrame | None = None,
    cities: pd.DataFrame | None = None,
    progress: Callable[[float, str], None] | None = None,
) -> Routes:
    """Through routes (T14) of a joined network (unified model, sections 8.1 and 8.3).

    ``network``: pieces with section, city_code, node_from, node_to, geom (LineString, metres, one projected CRS) and
    what there is of part, length_m, route_key, name, rc, width_m, ln, pt, oneway, twin_of. ``links``: T23; those that
    are 自動 or 採用 carry a road across the border. ``standards``: a ``StandardSet``, for breaks of standard.
    ``requests``, ``damages``: with geom (Point, same CRS) and, where known, received_at or found_at. ``cities``:
    city_code, name_ja or name, geom (polygon): names of cities, and borders. ``progress``: called with a share and
    what is being done; what it raises stops the work, which has changed nothing.

    Returns ``Routes``; the same for any order of the rows and whichever way lines were drawn. Rows without a usable
    line are in ``findings`` and in no route. Raises KeyError where a needed column is missing, ValueError for options
    that make no sense.
    """
    options = options or RouteOptions()
    tell = progress or (lambda share, text: None)
    tell(0.0, tr("Reading the network"))
    pieces, bad = read(network, options)
    tell(0.2, tr("Continuing roads at their nodes"))
    own = pieces.twin < 0
    usable = np.repeat(own, 2)
    link_end = _link_ends(pieces, links, options)
    pairs, label, node = _continue(pieces, options, usable, link_end)
    route = _with_twins(pieces, label, own)
    tell(0.4, tr("Describing through routes"))
    names = labels.city_names(pieces.cities, cities)
    ids, route = _numbered(pieces, route, own, options)
    called = labels.road_labels(pieces)
    found = crossings.crossings(network, pieces, pairs, node, route, ids, links, link_end, called, options)
    if standards is not None and len(found):
        tell(0.6, tr("Comparing standards at the borders"))
        found = breaks.with_breaks(found, standards, names, options.on)
    else:
        found = breaks.without_breaks(found, names)
    chains = joining.components(len(pieces), (pairs.a >> 1, pairs.b >> 1))
    table = _table(pieces, pairs, chains, route, ids, own, found, names, called, options)
    tell(0.75, tr("Measuring what lies along the borders"))
    lines = border_table.shared_lines(cities, options.gap_m)
    tree = shapely.STRtree(np.where(own, pieces.geom, None)) if lines else None
    along = border_table.borders(pieces, tree, lines, table, found, requests, damages, names, options)
    table = _along_borders(table, pieces, tree, lines, route)
    sections = _sections(network, pieces, chains, route, ids, own)
    tell(1.0, tr("Done"))
    return Routes(
        routes=table,
        crossings=found.drop(columns=[name for name in found if name.startswith("_")]),
        borders=along,
        sections=sections,
        pairs=_pair_table(pieces, pairs),
        findings=pd.DataFrame(bad, columns=["code", "section", "reason"]),
    )


def _continue(pieces: Pieces, options: RouteOptions, usable, link_end):
    """(pairs, label a piece, node an end with the nodes of a roundabout as one)."""
    node = pieces.node
    taking = usable
    ring = np.full(len(pieces), -1, np.int64)
    if options.numbers:
        ring = joining.rings(pieces, options, usable)
        node = joining.ring_nodes(pieces, ring)
        taking = usable & (np.repeat(ring, 2) < 0)
    pairs = pair_ends(pieces, options, node, link_end if options.numbers else None, taking)
    edges = [(pairs.a >> 1, pairs.b >> 1)]
    if options.numbers:
        edges.append(joining.same_number(pieces, usable))
        edges.append(joining.carriageways(pieces, options, taking))
        edges.append(joining.through_rings(pieces, ring, node, taking, pairs))
    if options.whole_sections:
        edges.append(joining.same_section(pieces, usable))
    return pairs, joining.components(len(pieces), *edges), node


def _with_twins(pieces: Pieces, label: np.ndarray, own: np.ndarray) -> np.ndarray:
    """A twin's route is that of the first piece of its reference."""
    first = np.full(len(pieces.sections), -1, np.int64)
    rows = np.flatnonzero(own)[::-1]
    first[pieces.section[rows]] = rows
    route = label.copy()
    route[~own] = label[first[pieces.twin[~own]]]
    return route


def _link_ends(pieces: Pieces, links: pd.DataFrame | None, options: RouteOptions) -> np.ndarray | None:
    """For each end the row of the link that ends there, -1 none; None without links.

    A link at which the road turns by more than ``angle`` is a junction at the border: it joins the network, but does
    not make one road of two.
    """
    if links is None or not len(links) or not len(pieces):
        return None
    found = np.full(2 * len(pieces), -1, np.int64)
    state = links["state"].to_numpy(object) if "state" in links else np.full(len(links), _AUTOMATIC, object)
    good = np.isin(state.astype(str), [_ACCEPTED, _AUTOMATIC])
    if "bearing_diff" in links:
        good &= ~(links["bearing_diff"].to_numpy(float, na_value=np.nan) > options.angle)
    low = np.full(len(pieces.sections), len(pieces), np.int64)
    order = np.lexsort((-pieces.part, pieces.section))
    low[pieces.section[order]] = order  # least part is written last
    high = low.copy()
    high[pieces.section[order[::-1]]] = order[::-1]
    for side in ("a", "b"):
        at = places(links[f"section_{side}"].to_numpy(object), pieces.sections)
        end = links[f"end_{side}"].map(_END)
        ok = good & (at >= 0) & end.notna().to_numpy()
        which = end.fillna(0).to_numpy(np.int64)
        piece = np.where(which == 0, low[at], high[at])
        found[(2 * piece + which)[ok]] = np.flatnonzero(ok)
    return found


def _numbered(pieces: Pieces, route: np.ndarray, own: np.ndarray, options) -> tuple[list[str], np.ndarray]:
    """(through_id, place a piece): routes by length, longest first; the id follows from its first section alone."""
    heads = np.flatnonzero(route == np.arange(len(pieces)))  # a route is called by its least piece
    code = np.empty(len(pieces), np.int64)
    code[heads] = np.arange(len(heads))
    code = code[route]
    length = np.bincount(code, np.where(own, pieces.length, 0.0), len(heads))
    order = np.lexsort((heads, -np.round(length, 3)))
    place = np.empty(len(heads), np.int64)
    place[order] = np.arange(len(heads))
    texts = pieces.sections[pieces.section[heads[order]]].tolist()
    if not options.whole_sections:
        texts = [f"{text}#{part}" for text, part in zip(texts, pieces.part[heads[order]].tolist())]
    ids = ["TR-" + hashlib.blake2b(str(text).encode(), digest_size=6).hexdigest() for text in texts]
    return ids, place[code]


def _table(pieces, pairs, chains, route, ids, own, found, names, called, options) -> pd.DataFrame:
    """T14 and what is shown beside it, one row a through route."""
    n = len(ids)
    rows = np.flatnonzero(own)
    rows = rows[np.argsort(route[rows], kind="stable")]
    length = np.bincount(route[rows], pieces.length[rows], n)
    keys, words, name = labels.routes_and_names(pieces, pairs, rows, route, n, found, names, called)
    starts = np.searchsorted(route[rows], np.arange(n + 1))
    cities, by_city = _by_city(pieces, rows, starts, length)
    lines = pieces.geom[rows]
    if shapely.has_z(lines).any():
        lines = shapely.force_2d(lines)
    geom = shapely.multilinestrings(lines, indices=route[rows]) if n else []
    # Pieces of one section are counted once, so that of several the pairs of route and section are told apart.
    of_section = pieces.section[rows]
    several = np.bincount(of_section, minlength=len(pieces.sections))[of_section] > 1
    section = np.bincount(route[rows[~several]], minlength=n)
    width = len(pieces.sections) + 1
    pair = np.unique(route[rows[several]] * width + of_section[several]) // width
    section += np.bincount(pair, minlength=n)
    table = pd.DataFrame({
        "through_id": ids, "routes": keys, "name": name, "names": words, "cities": cities,
        "length_m": np.round(length, 3),
        "length_by_city": by_city, "sections": section, "parts": np.bincount(route[_heads(chains, own)], minlength=n),
        "geom": np.asarray(geom, object),
    })  # fmt: skip
    return _summed(table, found, options)


def _summed(table: pd.DataFrame, found: pd.DataFrame, options: RouteOptions) -> pd.DataFrame:
    """What a route's crossings say of it."""
    n = len(table)
    at = found["_route"].to_numpy(np.int64) if len(found) else np.zeros(0, np.int64)
    count = np.bincount(at, minlength=n)
    crosses = count > 0
    state = found["state"].to_numpy(object)
    accepted = crosses & (np.bincount(at, state != _ACCEPTED, n) == 0)
    bd = np.where(crosses, "B1", "B0").astype(object)
    bd[at[found["bd"].to_numpy(object) == "B3"]] = "B3"
    review = ~accepted & (count > options.borders_checked)
    reason = np.full(n, tr("Inside one city."), object)
    for times in np.unique(count[crosses]).tolist():
        here = count == times
        reason[here] = tr("Crosses borders: {n}.", n=times)
        if times > options.borders_checked:
            reason[here] = tr("Crosses borders: {n}, not all of them checked by a person.", n=times)
    reason[accepted] = tr("A person accepted every link.")
    bridges = {}
    for r, bridge in zip(at.tolist(), found["bridge_id"].tolist()):
        if bridge is not None and bridge == bridge:
            bridges[r] = min(str(bridge), bridges.get(r, str(bridge)))
    steps = _most(found["class_diff"], at, n)
    class_diff = pd.array(np.nan_to_num(steps).astype(np.int64), dtype="Int64")
    class_diff[np.isnan(steps)] = pd.NA
    told = breaks.of_routes(found, at, n)
    geom = table.pop("geom")
    return table.assign(
        bd=bd,
        crossings=count,
        join_dist_m=_most(found["gap_m"], at, n),
        bearing_diff=_most(found["bearing_diff"], at, n),
        class_diff=class_diff,
        std_breaks=told,
        n_breaks=[len(entries) for entries in told],
        severity=np.bincount(at, found["severity"].to_numpy(float), n),
        bridge_id=[bridges.get(r) for r in range(n)],
        status=np.where(accepted, _CONFIRMED, _CANDIDATE).astype(object),
        review=review,
        reason=reason,
        geom=geom,
    )


def _most(values: pd.Series, at: np.ndarray, n: int) -> np.ndarray:
    """The greatest known value a route, NaN for none."""
    values = values.to_numpy(float, na_value=np.nan)
    known = ~np.isnan(values)
    found = np.full(n, -np.inf)
    np.maximum.at(found, at[known], values[known])
    return np.where(np.isinf(found), np.nan, found)


def _along_borders(table, pieces, tree, lines, route) -> pd.DataFrame:
    """B2: routes of one city that run along its border (unified model, section 8.2: 70 % within 10 m)."""
    total = table["length_m"].to_numpy()
    asked = (table["bd"] == "B0").to_numpy() & (total >= 50.0)
    if not lines or not asked.any():
        return table
    zone = border_table.strip(lines)
    rows, whole = border_table.in_strip(tree, lines, zone)
    here = asked[route[rows]]
    rows, whole = rows[here], whole[here]
    metres = pieces.length[rows]
    # A piece partly inside is measured only where its route would run along the border if all of it were inside.
    most = np.where(whole, metres, np.maximum(metres, shapely.length(pieces.geom[rows])))
    least = 0.70 * np.maximum(total, 1e-9)
    open_ = (np.bincount(route[rows], most, len(table)) >= least)[route[rows]] & ~whole
    metres[~whole] = 0.0
    metres[open_] = metres_inside(pieces.geom[rows[open_]], zone, np.zeros(open_.sum(), np.int64))
    along = asked & (np.bincount(route[rows], metres, len(table)) >= least)
    table.loc[along, "bd"] = "B2"
    table.loc[along, "reason"] = tr("Runs along the border.")
    return table


def _by_city(pieces, rows, starts, length) -> tuple[list, list]:
    """(codes, {code: metres} as dict) a route; ``rows``: its pieces from ``starts`` on."""
    names = np.array(["", *pieces.cities], object)
    city = pieces.city[rows] + 1
    if not len(rows):
        return [], []
    low, high = np.minimum.reduceat(city, starts[:-1]), np.maximum.reduceat(city, starts[:-1])
    told = names[low].tolist()
    cities = [[name] for name in told]
    by_city = [{name: metres} for name, metres in zip(told, np.round(length, 3).tolist())]
    for r in np.flatnonzero(low < high).tolist():
        here = slice(starts[r], starts[r + 1])
        metres = np.round(np.bincount(city[here], pieces.length[rows[here]]), 3)
        by_city[r] = dict(sorted((names[c], float(metres[c])) for c in np.unique(city[here]).tolist()))
        cities[r] = list(by_city[r])
    return cities, by_city


def _heads(chains: np.ndarray, own: np.ndarray) -> np.ndarray:
    """The least piece of each chain; a chain lies in one route."""
    return np.flatnonzero(own & (chains == np.arange(len(chains))))


def _sections(network, pieces, chains, route, ids, own) -> pd.DataFrame:
    """One row a usable piece, in the network's order."""
    weight = np.bincount(chains, np.where(own, pieces.length, 0.0), len(pieces))
    heads = _heads(chains, own)
    heads = heads[np.lexsort((-heads, np.round(weight[heads], 3)))]
    main = np.full(len(ids), -1, np.int64)
    main[route[heads]] = heads  # the longest, of equals the first, is written last
    role = np.where(chains == main[route], "main", "branch").astype(object)
    role[~own] = "twin"
    order = np.argsort(pieces.rows, kind="stable")
    return pd.DataFrame({
        "section": pieces.sections[pieces.section[order]], "part": pieces.part[order],
        "through_id": np.array(ids, object)[route[order]], "role": role[order],
    }, index=network.index[pieces.rows[order]])  # fmt: skip


def _pair_table(pieces: Pieces, pairs: Pairs) -> pd.DataFrame:
    a, b = pairs.a >> 1, pairs.b >> 1
    return pd.DataFrame({
        "section_a": pieces.sections[pieces.section[a]], "part_a": pieces.part[a], "end_a": pairs.a & 1,
        "section_b": pieces.sections[pieces.section[b]], "part_b": pieces.part[b], "end_b": pairs.b & 1,
        "node": pieces.node[pairs.a], "level": pairs.level, "deflection": pairs.turn,
    })  # fmt: skip
