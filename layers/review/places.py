"""Candidate places of a row without one: what its own texts point at, with why and how coarse.

Looked up in the store only: rows already placed under the same address, landmarks and towns of the reference
table (T28), lines of the route that the row names. Nothing is placed by itself: a person chooses.
"""

from __future__ import annotations

import math

import numpy as np
import shapely

from ...i18n import language, tr
from ...schema import model
from ..normalise import Context, normalise
from ..store import Store
from ..store.geometry_blob import decode
from ..unify.references import References, shipped_towns
from .subject import Hint

MOST = 12
TEXTS = ("address", "address_raw", "landmark", "title")
FREE = ("body", "note")  # may name a landmark, too rarely the place itself
TOWN, LANDMARK_MIN = "TW", 3  # shorter names stand inside too many words
NO_LANDMARK = (TOWN, "FL", "RL", "RV", "ER", "BR", "SR", "AC", "X9")  # areas and lines, not spots
FACILITY_GL, VICINITY_GL, TOWN_GL, ROUTE_GL = "3", "5", "6", "7"  # code list GL
SPOT_M = 50.0


def candidates(store: Store, table: str, uuid: str | None) -> list[Hint]:
    """Hints for one row, the finest first. A row that is gone, or says nothing, has none."""
    entry = model().tables.get(table)
    if entry is None or uuid is None:
        return []
    names = [f.name for f in entry.fields if f.name in (*TEXTS, *FREE, "route_key", "section_id")]
    select = ", ".join(["city_code", *(f'"{name}"' for name in names)])
    row = store.con.execute(f'SELECT {select} FROM "{table}" WHERE uuid = ?', (uuid,)).fetchone()  # nosec B608
    if row is None:
        return []
    city, values = row[0], dict(zip(names, row[1:]))
    said = [values[name] for name in TEXTS if values.get(name)]
    search = _Search(store, city, values, said, uuid)
    found = [*search.same_address(), *search.landmarks(), *search.towns(), *search.routes()]
    return sorted(_distinct(found), key=lambda hint: (hint.radius_m, hint.gl))[:MOST]


class _Search:
    def __init__(self, store: Store, city: str, values: dict, said: list[str], uuid: str):
        self.store, self.city, self.values, self.said, self.uuid = store, city, values, said, uuid
        self.text = "\n".join(said)
        self._town: tuple[str, object] | None = None  # the town's name and area, for the route's part in it

    def same_address(self) -> list[Hint]:
        """Where rows with the very same address were placed."""
        address = self.values.get("address")
        if not address or not any(c.isdigit() for c in address):
            return []  # a town's name alone is no address: see towns
        return self._of_placed("address = ?", address, tr("placed rows with the same address"), VICINITY_GL)

    def landmarks(self) -> list[Hint]:
        """Schools, shelters, parks ... whose name the row mentions, or that hold the landmark it names."""
        text = "\n".join([self.text, *(self.values[name] for name in FREE if self.values.get(name))])
        landmark = self.values.get("landmark") or ""
        marks = ",".join("?" * len(NO_LANDMARK))
        rows = self.store.con.execute(
            "SELECT name_ja, kind, geom FROM reference WHERE city_code = ? AND geom IS NOT NULL AND vanished_at IS NULL"  # nosec B608
            f" AND kind NOT IN ({marks}) AND length(name_ja) >= ? AND (instr(?, name_ja) OR length(?) >= ? AND"
            " instr(name_ja, ?)) ORDER BY length(name_ja) DESC, fid LIMIT ?",
            (self.city, *NO_LANDMARK, LANDMARK_MIN, text, landmark, LANDMARK_MIN, landmark, MOST),
        ).fetchall()
        rows += [
            (name, None, geom)
            for name, geom in self.store.con.execute(
                "SELECT fac_name, geom FROM facility WHERE city_code = ? AND geom IS NOT NULL AND vanished_at IS NULL"
                " AND length(fac_name) >= ? AND instr(?, fac_name) ORDER BY length(fac_name) DESC, fid LIMIT ?",
                (self.city, LANDMARK_MIN, text, MOST),
            )
        ]
        kinds = model().code_lists["RK"].codes
        found = []
        for name, kind, geom in _decoded(rows, 2):
            what = (
                kinds[kind].label(language())
                if kind in kinds
                else model().tables["facility"].label(language())
            )
            why = tr("the row names this landmark ({kind})", kind=what)
            found.append(Hint(name, _spot(geom), why, FACILITY_GL, max(SPOT_M, _radius(geom))))
        return found

    def towns(self) -> list[Hint]:
        """The town in the address: its area, else the middle of what was placed in it."""
        name = self._town_name()
        if name is None:
            return []
        rows = self.store.con.execute(
            "SELECT name_ja, geom FROM reference WHERE city_code = ? AND kind = ? AND geom IS NOT NULL AND vanished_at"
            " IS NULL AND (name_ja = ? OR substr(name_ja, -length(?)) = ?) ORDER BY fid LIMIT ?",
            (self.city, TOWN, name, name, name, MOST),
        ).fetchall()
        if rows:
            areas = [geom for _, geom in _decoded(rows, 1)]
            area = shapely.union_all(areas)
            self._town = (name, area)
            why = tr("the address names this town; middle of its area")
            return [Hint(name, _spot(area), why, TOWN_GL, max(SPOT_M, _radius(area)))]
        why = tr("placed rows in the same town")
        return self._of_placed("instr(address, ?)", name, why, TOWN_GL, label=name)

    def routes(self) -> list[Hint]:
        """The route or section that the row names: the middle of its line, or of the part within the town."""
        key, section = self.values.get("route_key"), self.values.get("section_id")
        if section:
            rows = self._lines("section_id = ?", section)
            if rows:
                return [self._on_line(section, rows, tr("middle of the section that the row names"))]
        key = key or self._route_in_text()
        if not key:
            return []
        rows = self._lines("route_key = ?", key)
        if not rows:
            return []
        (name,) = self.store.con.execute(
            "SELECT name_ja FROM route WHERE city_code = ? AND route_key = ?", (self.city, key)
        ).fetchone() or (None,)
        found = [self._on_line(name or key, rows, tr("middle of the route that the row names"))]
        if self._town is not None:
            part = shapely.intersection(shapely.union_all(rows), self._town[1])
            if not part.is_empty:
                label = f"{name or key} ({self._town[0]})"
                found.append(
                    self._on_line(label, [part], tr("part of the named route within the named town"))
                )
        return found

    def _of_placed(self, where: str, value: str, why: str, gl: str, label: str | None = None) -> list[Hint]:
        points = []
        for table in (t.name for t in model().tables.values() if _has_address(t)):
            for (blob,) in self.store.con.execute(
                f'SELECT geom FROM "{table}" WHERE city_code = ? AND {where} AND geom IS NOT NULL AND uuid <> ?'  # nosec B608
                " AND vanished_at IS NULL LIMIT 1000",
                (self.city, value, self.uuid),
            ):
                points.append(_spot(decode([blob])[0]))
        if not points:
            return []
        middle = np.median(np.array(points), axis=0)
        spread = float(np.max(np.hypot(*(np.array(points) - middle).T)))
        words = f"{why}: {len(points)}"
        return [Hint(label or value, (float(middle[0]), float(middle[1])), words, gl, max(SPOT_M, spread))]

    def _town_name(self) -> str | None:
        """The longest name of a town of the city that stands in the texts."""
        names = set(shipped_towns().get(self.city, ()))
        names.update(
            name
            for (name,) in self.store.con.execute(
                "SELECT DISTINCT name_ja FROM reference WHERE city_code = ? AND kind = ? AND name_ja IS NOT NULL",
                (self.city, TOWN),
            )
        )
        return max(
            (name for name in names if name and name in self.text), key=lambda n: (len(n), n), default=None
        )

    def _route_in_text(self) -> str | None:
        references = References(self.store, self.city, {})
        context = Context(city_code=self.city, routes=references.routes, towns=references.towns)
        for text in self.said:
            extra = normalise("address", text, context).extra or {}
            named = extra.get("route_text")
            key = normalise("route", named, context).value if named else None
            if key is not None:
                return key
        return None

    def _lines(self, where: str, value: str) -> list:
        rows = self.store.con.execute(
            f"SELECT geom FROM section WHERE city_code = ? AND {where} AND geom IS NOT NULL AND vanished_at IS NULL"  # nosec B608
            " LIMIT 2000",
            (self.city, value),
        ).fetchall()
        return [geom for (geom,) in _decoded(rows, 0)]

    def _on_line(self, label: str, lines: list, why: str) -> Hint:
        whole = shapely.line_merge(shapely.union_all(lines)) if len(lines) > 1 else lines[0]
        parts = [part for part in shapely.get_parts(whole) if part.length > 0] or [whole]
        longest = max(parts, key=lambda part: part.length)
        point = (
            longest.interpolate(0.5, normalized=True) if longest.length else longest.representative_point()
        )
        return Hint(label, (point.x, point.y), why, ROUTE_GL, max(SPOT_M, _radius(whole)))


def _has_address(table) -> bool:
    own = {f.name for f in table.fields}
    return table.store == "main" and table.geometry in ("Point", "Geometry") and "address" in own


def _decoded(rows: list[tuple], n: int) -> list[tuple]:
    """Rows with the geometry in column ``n`` decoded; those without a usable one are left out."""
    geoms = decode([row[n] for row in rows])
    return [
        (*row[:n], geom, *row[n + 1 :])
        for row, geom in zip(rows, geoms)
        if geom is not None and not geom.is_empty
    ]


def _spot(geom) -> tuple[float, float]:
    point = geom if geom.geom_type == "Point" else geom.representative_point()
    return (point.x, point.y)


def _radius(geom) -> float:
    """How far the geometry reaches: half the diagonal of its box."""
    west, south, east, north = geom.bounds
    return math.hypot(east - west, north - south) / 2


def _distinct(hints: list[Hint]) -> list[Hint]:
    """One hint a place (to the metre) and label."""
    return list(
        {(hint.label, round(hint.point[0]), round(hint.point[1])): hint for hint in reversed(hints)}.values()
    )
