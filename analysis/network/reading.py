"""Rows of road sections as arrays of plain lines ("strands"): what can be used, and what is wrong with the rest."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ...i18n import tr
from . import findings

CLASS = {"N1": -1, "N2": -1, "P1": 0, "P2": 0, "C1": 1, "C2": 2, "C3": 3, "X1": 3, "X2": 3, "X3": 3, "X4": 3}
COLUMNS = ("section_id", "route_key", "rc", "name", "width_m", "oneway", "grade", "bridge")
FARTHEST_M = 1e9  # no plane of the Earth has such coordinates; squares of larger ones overflow
_NUMBER = r"(\d+)(?!.*\d)"  # the last number of a text


@dataclass
class Strands:
    """Plain lines of all sections in the order of their keys; a multipart section has several. n strands.

    ``frame``: rows of sections by key. ``row`` (n): row of each strand. ``geom`` (n): LineStrings, 2D.
    ``length`` (n) metres. ``start_m`` (n): metres of the section before the strand. ``city`` (n): number of the city
    in ``cities`` (sorted codes). ``ends`` (n, 2, 2): coordinates of start and finish. ``level``: height of the road,
    0 on the ground; ``stated``: whether the data say so. ``cls``: class on the scale of section 8.1, NaN unknown.
    ``number``, ``label``, ``route``: codes of a national or prefectural number, of the normalised name and of the
    route, -1 none. ``flow``: 1 with the digitised direction, -1 against it, 0 both.
    ``same``: the first strand of the city with the very same line, -1 where there is none. ``vertex`` (m, 2): of all
    strands; ``metre`` (m): along all of them in a row, with 1 m between two; ``begin`` (n): metre of each start.
    """

    frame: pd.DataFrame
    row: np.ndarray
    geom: np.ndarray
    length: np.ndarray
    start_m: np.ndarray
    city: np.ndarray
    cities: np.ndarray
    ends: np.ndarray
    level: np.ndarray
    bridge: np.ndarray
    stated: np.ndarray
    cls: np.ndarray
    number: np.ndarray
    label: np.ndarray
    route: np.ndarray
    flow: np.ndarray
    width: np.ndarray
    same: np.ndarray
    vertex: np.ndarray
    metre: np.ndarray
    begin: np.ndarray

    def __len__(self) -> int:
        return len(self.row)

    def spot(self, strand: np.ndarray, at: np.ndarray) -> np.ndarray:
        """Coordinates (k, 2) at ``at`` metres along strands; what lies beyond an end is that end."""
        start = self.begin[strand]
        where = start + np.clip(at, 0.0, self.length[strand])
        k = np.searchsorted(self.metre, where, side="right") - 1
        # The last vertex, and what rounding puts behind it, belong to the last segment.
        k = np.where(
            self.metre[np.minimum(k + 1, len(self.metre) - 1)] > start + self.length[strand] + 0.5, k - 1, k
        )
        k = np.clip(k, 0, len(self.metre) - 2)
        share = np.clip(
            (where - self.metre[k]) / np.maximum(self.metre[k + 1] - self.metre[k], 1e-12), 0.0, 1.0
        )
        one, two = self.vertex[k], self.vertex[k + 1]
        return one + share[:, None] * (two - one)

    def known(self, strand: np.ndarray) -> np.ndarray:
        """How many attributes of each strand's section are filled."""
        frame = self.frame.drop(columns="geom").take(self.row[strand])
        return frame.notna().to_numpy().sum(axis=1)

    @property
    def code(self) -> np.ndarray:
        """City code of each row of ``frame`` that has a strand."""
        city = np.zeros(len(self.frame), dtype=int)
        city[self.row] = self.city
        return self.cities[city] if len(self.cities) else np.empty(0, dtype=object)

    @property
    def section(self) -> np.ndarray:
        return self.frame["section"].to_numpy(dtype=object)


def read(roads: pd.DataFrame) -> tuple[Strands, pd.DataFrame]:
    """(strands, findings). Columns of ``roads``: section (unique), city_code, geom, and those of ``COLUMNS`` that are
    there. Raises ValueError where a column is missing or a key stands twice.
    """
    for name in ("section", "city_code", "geom"):
        if name not in roads:
            raise ValueError(f"roads: no column {name}")
    frame = roads.assign(section=roads["section"].astype(str))
    if frame["section"].duplicated().any():
        twice = frame.loc[frame["section"].duplicated(), "section"].iloc[0]
        raise ValueError(tr("Two road sections have the key {key}.", key=twice))
    # Texts of one width are sorted several times faster than objects, in the same order.
    order = np.argsort(frame["section"].to_numpy(dtype=str), kind="stable")
    frame = frame.take(order).reset_index(drop=True)
    for name in COLUMNS:
        if name not in frame:
            frame[name] = None
    section = frame["section"].to_numpy(dtype=object)
    geom, row, told = _lines(frame["geom"].to_numpy(dtype=object), section)
    length = shapely.length(geom)
    start_m = np.zeros(len(geom))
    if len(geom):
        before = np.cumsum(length) - length
        first = np.r_[True, row[1:] != row[:-1]]
        start_m = before - before[first][np.cumsum(first) - 1]
    xy, owner = shapely.get_coordinates(geom, return_index=True)
    last = np.searchsorted(owner, np.arange(len(geom)), side="right") - 1
    first = np.r_[0, last[:-1] + 1][: len(geom)].astype(int)
    ends = np.stack([xy[first], xy[last]], axis=1).reshape(-1, 2, 2)
    step = np.hypot(*np.diff(xy, axis=0, prepend=xy[:1]).T)
    step[first] = 1.0
    metre = np.cumsum(step)
    same = _same_as(geom, length, frame["city_code"].to_numpy(dtype=object)[row])
    again = np.flatnonzero(same >= 0)
    text = tr("Another section of the city has the same line: it counts once.")
    told.append(findings.make("W-SAMELINE", section[row[again]], text, geom[again]))
    ring = np.flatnonzero((ends[:, 0] == ends[:, 1]).all(axis=1))
    told.append(
        findings.make("W-SELFLOOP", section[row[ring]], tr("The section ends where it begins."), geom[ring])
    )
    code = frame["city_code"].to_numpy(dtype=object)
    cities, city = np.unique(pd.Series(code).fillna("").astype(str).to_numpy(dtype=str), return_inverse=True)
    values = _attributes(frame)
    strands = Strands(
        frame=frame, row=row, geom=geom, length=length, start_m=start_m, city=city.reshape(-1)[row], cities=cities,
        ends=ends, same=same, vertex=xy, metre=metre, begin=metre[first],
        **{name: value[row] for name, value in values.items()},
    )  # fmt: skip
    return strands, findings.joined(told)


def _lines(geoms: np.ndarray, section: np.ndarray) -> tuple[np.ndarray, np.ndarray, list[pd.DataFrame]]:
    """(LineStrings, row of each, findings): 2D, finite, longer than nothing; multiparts merged or in parts."""
    told: list[pd.DataFrame] = []
    right = np.array([g is None or isinstance(g, shapely.Geometry) for g in geoms], dtype=bool)
    geoms = np.where(right, geoms, None)
    kind = shapely.get_type_id(geoms)
    bad = ~np.isin(kind, (1, 5)) | shapely.is_empty(geoms)
    told.append(_tell("E-NOLINE", section, bad, tr("The section has no line: it is left out.")))
    rows = np.flatnonzero(~bad)
    flat = geoms[rows]
    high = shapely.has_z(flat)
    flat[high] = shapely.force_2d(flat[high])
    # Bounds hide a NaN among good coordinates; the sum does not.
    where = shapely.get_coordinates(flat, return_index=True)
    wrong = ~(np.abs(where[0]).max(axis=1, initial=0.0) <= FARTHEST_M)
    finite = np.bincount(where[1], wrong, minlength=len(rows)) == 0
    told.append(
        _tell(
            "E-COORD",
            section[rows],
            ~finite,
            tr("The line has coordinates that are no numbers or beyond the Earth: it is left out."),
        )
    )
    rows, flat = rows[finite], flat[finite]
    zero = tr("The line has no length: it is left out.")
    many = shapely.get_type_id(flat) == 5
    if not many.any():
        length = shapely.length(flat)
        none = length <= 1e-6
        told.append(findings.make("E-ZERO", section[rows[none]], zero, flat[none]))
        return flat[~none], rows[~none], told
    flat[many] = shapely.line_merge(flat[many])
    parted = shapely.get_num_geometries(flat) > 1
    text = tr("The section's line has several parts that do not meet: each part is taken for itself.")
    told.append(findings.make("W-MULTIPART", section[rows[parted]], text, flat[parted]))
    lines, owner = shapely.get_parts(flat, return_index=True)
    length = shapely.length(lines)
    good = length > 1e-6
    total = np.bincount(owner, length, minlength=len(rows)) if len(rows) else np.empty(0)
    none = total <= 1e-6
    told.append(findings.make("E-ZERO", section[rows[none]], zero, flat[none]))
    return lines[good], rows[owner[good]], told


def _tell(code: str, section: np.ndarray, where: np.ndarray, text: str) -> pd.DataFrame:
    return findings.make(code, section[where], text, np.full(int(where.sum()), None, dtype=object))


def _same_as(geom: np.ndarray, length: np.ndarray, city: np.ndarray) -> np.ndarray:
    """The first strand of the same city with the very same line in either direction, -1 where there is none."""
    found = np.full(len(geom), -1)
    code = pd.factorize(city)[0]
    # Cheap keys first: only lines of equal lengths and boxes are compared.
    rough = np.round(length, 5)
    order = np.lexsort((code, rough))
    equal = (np.diff(rough[order]) <= 2e-5) & (np.diff(code[order]) == 0)
    some = np.unique(np.concatenate([order[:-1][equal], order[1:][equal]]))
    if not len(some):
        return found
    key = np.column_stack([shapely.bounds(geom[some]), code[some]]).round(5)
    order = np.lexsort((some, *key.T))
    start = np.r_[True, (np.abs(np.diff(key[order], axis=0)) > 2e-5).any(axis=1)]
    first = some[order][start][np.cumsum(start) - 1]
    copies = np.flatnonzero(first != some[order])
    one, two = some[order][copies], first[copies]
    same = shapely.equals(geom[one], geom[two]) if len(one) else np.zeros(0, dtype=bool)
    found[one[same]] = two[same]
    return found


def _attributes(frame: pd.DataFrame) -> dict[str, np.ndarray]:
    """Columns as numbers, one value a row; distinct texts are read once."""

    def number(name):
        return pd.to_numeric(frame[name], errors="coerce").to_numpy(dtype=float)

    def truth(name):
        codes, texts = pd.factorize(frame[name].to_numpy(dtype=object))
        yes = np.array([_true(t) for t in texts] + [False], dtype=bool)
        return yes[codes]

    bridge = truth("bridge")
    grade = number("grade")
    rc = frame["rc"].to_numpy(dtype=object)
    codes, texts = pd.factorize(rc)
    cls = np.array([CLASS.get(t, np.nan) for t in texts] + [np.nan])[codes]
    high = cls <= 0
    label = _labels(frame["name"].to_numpy(dtype=object))
    flow = number("oneway")
    return {
        "level": np.where(np.isfinite(grade), grade, bridge.astype(float)),
        "stated": np.isfinite(grade) | bridge,
        "bridge": bridge,
        "cls": cls,
        "number": _numbers(frame, high),
        "label": label,
        "route": pd.factorize(frame["route_key"].to_numpy(dtype=object))[0],
        "flow": np.sign(np.nan_to_num(flow)).astype(int),
        "width": number("width_m"),
    }


def _true(value) -> bool:
    if value is None or value != value:
        return False
    if isinstance(value, str):
        return value.strip().lower() in ("1", "true", "yes", "t", "y")
    return bool(value)


def _labels(names: np.ndarray) -> np.ndarray:
    codes, texts = pd.factorize(names)
    plain = [_plain(t) for t in texts]
    return pd.factorize(np.array([p or None for p in plain] + [None], dtype=object))[0][codes]


def _plain(name) -> str:
    """A name in its comparison form: width, case and white space do not count. A name with a number in it is the
    city's own numbering ("City road 12"), which says nothing in another city: empty.
    """
    plain = "".join(unicodedata.normalize("NFKC", str(name)).casefold().split())
    return "" if any(c.isdigit() for c in plain) else plain


def _numbers(frame: pd.DataFrame, high: np.ndarray) -> np.ndarray:
    """Numbers of national and prefectural roads, which are the same in every city; -1 where none is known."""
    found = np.full(len(frame), -1)
    rows = np.flatnonzero(high)
    for name in ("name", "route_key"):  # the key says it more surely
        codes, texts = pd.factorize(frame[name].to_numpy(dtype=object)[rows])
        tail = pd.Series([unicodedata.normalize("NFKC", str(t)) for t in texts], dtype=object)
        if name == "route_key":  # without the city's code
            tail = tail.str.split("-", n=1).str[-1]
        digits = tail.str.extract(_NUMBER, expand=False) if len(tail) else tail
        value = np.append(pd.to_numeric(digits, errors="coerce").fillna(-1).to_numpy(dtype=float), -1)[codes]
        good = (value >= 0) & (value < 10_000)
        found[rows[good]] = value[good]
    # A national and a prefectural road of one number are two roads.
    return np.where(found >= 0, 2 * found + (frame["rc"].isin(["P1", "P2"])).to_numpy(), -1).astype(int)
