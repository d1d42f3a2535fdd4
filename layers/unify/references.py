"""What one ledger knows of another: route register, source keys of sections, facilities, contractors, towns.

Filled from the store at the start and from every batch as it is unified, so references resolve in a dry run too.
"""

from __future__ import annotations

import functools
import json
from collections import Counter, defaultdict
from pathlib import Path

import shapely

from ..identity import row_uuid
from ..store import Store
from ..store.geometry_blob import decode
from ..store.writer import Rows

TOWNS = Path(__file__).parents[1] / "boundaries" / "towns.json"
# Tables that others refer to by a natural key: the source's own key -> the unified one.
NATURAL = {
    "section": "section_id", "facility": "fac_id", "contractor": "con_id", "request": "req_no", "work": "work_id",
}  # fmt: skip
PREFIXED = {"fac_id", "con_id", "work_id"}


class RouteRegister:
    """The routes of one city, to be found by class and number, by number alone, or by name."""

    def __init__(self):
        self._by_number: dict[tuple, list[tuple]] = defaultdict(list)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._rows: dict[str, tuple | None] = {}
        self._keys: Counter = Counter()

    def add(self, uuid: str, route_key: str | None, rc: str | None, number, branch, name: str | None) -> None:
        """Enter a route. A row that is known already is entered anew: what the file says now counts, or the next
        import of the same files, which finds it in the store, would read other ledgers differently."""
        place = None if number is None else (int(number), str(branch or ""))
        entry = (route_key, rc, place, name) if route_key else None
        old = self._rows.get(uuid)
        if old == entry:
            return
        if old is not None:
            self._remove(*old)
        self._rows[uuid] = entry
        if entry is None:
            return
        self._keys[route_key] += 1
        if place is not None:
            self._by_number[place].append((rc, route_key))
        if name:
            self._by_name[name].append(route_key)

    def _remove(self, route_key: str, rc, place, name) -> None:
        self._keys[route_key] -= 1
        if place is not None:
            self._by_number[place].remove((rc, route_key))
        if name:
            self._by_name[name].remove(route_key)

    def find(self, rc=None, no=None, branch=None) -> list[str]:
        """Route keys with that number; ``rc`` a class, the first letter of one (N, P, C), or None for any."""
        if no is None:
            return []
        hits = self._by_number.get((int(no), str(branch or "")), [])
        fitting = [key for found, key in hits if rc is None or (found or "").startswith(str(rc))]
        return list(dict.fromkeys(fitting))

    def find_name(self, name: str) -> list[str]:
        return list(dict.fromkeys(self._by_name.get(name, ())))

    def __contains__(self, key: str) -> bool:
        return self._keys[key] > 0

    def __len__(self) -> int:
        return sum(count > 0 for count in self._keys.values())


class References:
    """Everything that rows of one city refer to."""

    def __init__(
        self, store: Store, city_code: str, cities: dict[str, str], towns: dict[str, set] | None = None
    ):
        self.city_code = city_code
        self.cities = cities
        self.towns = shipped_towns() if towns is None else towns
        self.routes = RouteRegister()
        self._natural: dict[str, dict[str, str]] = {}
        self._lines: dict[str, list] = defaultdict(list)
        self._store = store
        for row in store.con.execute(
            "SELECT uuid, route_key, rc, route_no, branch, name_ja FROM route WHERE city_code = ? AND route_key"
            " IS NOT NULL ORDER BY fid",
            (city_code,),
        ):
            self.routes.add(*row)

    def add(self, table: str, rows: Rows) -> None:
        """Remember what a batch brings."""
        columns = rows.columns
        count = len(rows)
        if table == "route":
            empty = [None] * count
            for row in zip(
                columns["uuid"], columns.get("route_key", empty), columns.get("rc", empty),
                columns.get("route_no", empty), columns.get("branch", empty), columns.get("name_ja", empty),
            ):  # fmt: skip
                self.routes.add(*row)
        if table in NATURAL and NATURAL[table] in columns:
            known = self._keys(table)
            plain = self._plain(table)
            for key, natural in zip(columns["src_key"], columns[NATURAL[table]]):
                # Keys that only got the city's code before them need not be remembered: millions may.
                if key is not None and natural is not None and not (plain and natural == plain + key):
                    known.setdefault(key, natural)
        if table == "section" and rows.geom is not None and "route_key" in columns:
            for key, geom in zip(columns["route_key"], rows.geom):
                if key and geom is not None:
                    self._lines[key].append(geom)

    def natural(self, table: str, key: str | None, prefix: str | None = None) -> str | None:
        """The unified key of a row named by its source key.

        A text that is no known key stays as it is, with ``prefix`` before it where the table's keys carry one.
        """
        if key is None:
            return None
        found = self._keys(table).get(key)
        if found is None and prefix and not key.startswith(f"{prefix}-"):
            return f"{prefix}-{key}"
        return found or key

    def uuid(self, table: str, key: str | None) -> str | None:
        """The uuid of a row of this city named by its source key (it may not be there: then it dangles)."""
        return None if key is None else row_uuid(self.city_code, table, key)

    def route_lines(self) -> dict:
        """Lines of the city's routes by route key, in the store's CRS: to tell which reading of a point is right."""
        if not self._lines:
            for key, blob in self._store.con.execute(
                "SELECT route_key, geom FROM section WHERE city_code = ? AND route_key IS NOT NULL"
                " AND geom IS NOT NULL",
                (self.city_code,),
            ):
                self._lines[key].append(decode([blob])[0])
        return {
            key: shapely.multilinestrings(list(shapely.get_parts(lines)))
            for key, lines in self._lines.items()
        }

    def _keys(self, table: str) -> dict[str, str]:
        if table not in self._natural:
            column = NATURAL[table]
            self._natural[table] = dict(
                self._store.con.execute(
                    f'SELECT src_key, "{column}" FROM "{table}" WHERE city_code = ?'  # nosec B608
                    f' AND src_key IS NOT NULL AND "{column}" IS NOT NULL AND "{column}" <> ? || src_key',
                    (self.city_code, self._plain(table)),
                )
            )
        return self._natural[table]

    def _plain(self, table: str) -> str:
        """What stands before a source key in a unified key that follows from it alone; "" where none does."""
        return f"{self.city_code}-" if NATURAL[table] in PREFIXED else ""


@functools.lru_cache(maxsize=1)
def shipped_towns() -> dict[str, set]:
    """町字 names by city code, from the table that ships with the plugin (位置参照情報, 国土交通省)."""
    if not TOWNS.exists():
        return {}
    return {code: set(names) for code, names in json.loads(TOWNS.read_text(encoding="utf-8")).items()}
