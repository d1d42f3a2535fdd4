"""checkdata held to a generator's own list of faults (``quality.json``): what was found, what is there, by kind.

Used by tests/acceptance/test_quality.py (the shipped sample) and by ``quality_seeds.py`` (samples of other seeds).
The truth is the generator's; nothing here knows how a check works.
"""

from __future__ import annotations

import datetime
import json
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

ROWS = (
    "missing_location", "place_other_city", "place_outside", "line_stub", "manager_request", "manager_facility",
    "manager_damage", "geometry_self_crossing", "geometry_zero_length", "geometry_duplicate_vertex",
    "geometry_unreadable", "geometry_empty", "geometry_invalid",
)  # fmt: skip
PAIRS = (
    "duplicate_facility_place", "duplicate_facility_number", "duplicate_section", "border_request", "border_damage",
    "border_facility", "border_section", "border_overlap", "border_gap", "line_undershoot", "line_overshoot",
    "line_overlap", "line_crossing", "line_no_node",
)  # fmt: skip
EVENTS = ("duplicate_request", "duplicate_damage")
FIELDS = ("date_future", "dangling_reference")
ORDERS = ("date_order",)
KINDS = (*ROWS, *PAIRS, *EVENTS, *FIELDS, *ORDERS)
_MEETINGS = ("line_undershoot", "line_overshoot", "line_no_node", "line_crossing")


@dataclass
class Score:
    """Counts of one kind; scores of several samples add up."""

    right: int = 0  # findings that are true
    found: int = 0  # findings, without those of which the truth says nothing
    hit: int = 0  # faults that were found
    true: int = 0  # faults there are
    wrong: list = field(default_factory=list)
    missed: list = field(default_factory=list)
    chance: int = 0  # findings of what chance put where a fault would be (counted neither for nor against)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.hit / self.true if self.true else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))

    def __str__(self) -> str:
        text = f"precision {self.precision:.3f} ({self.right}/{self.found}), "
        text += f"recall {self.recall:.3f} ({self.hit}/{self.true})"
        for name, items in (("not true", self.wrong), ("missed", self.missed)):
            text += f"; {name}: {sorted(map(str, items))[:6]}" if items else ""
        return text


@dataclass
class Found:
    """Findings of one store, with what is needed to name them as the truth does."""

    rows: object  # DataFrame of findings
    names: dict  # uuid -> (city, table, src_key)
    damage_of: dict  # uuid of a link -> uuid of its damage
    settled: set  # rows that say whose duplicate they are

    def of(self, kind: str):
        return self.rows[self.rows["kind"] == kind]

    def paired(self, kind: str) -> set:
        rows = self.of(kind)
        return {frozenset((self.names[a], self.names[b])) for a, b in zip(rows["uuid"], rows["other_uuid"])}


def load_truth(path: Path) -> dict:
    """quality.json with rows as (city, table, key, more...), pairs and events as tuples of them."""
    body = json.loads(path.read_text(encoding="utf-8"))
    body["kinds"] = {
        kind: {name: [i for g in groups.items() for i in _named(*g)] for name, groups in entry.items()}
        for kind, entry in body["kinds"].items()
    }
    return body


def _named(group: str, items: list):
    """(city, table, key, more...) of a row; a tuple of rows where the group is of rows that go together."""
    owners = [tuple(owner.split("/")) for owner in group.split(" ") if owner != "together"]
    for item in items:
        if " " in group:
            every = owners * len(item) if len(owners) == 1 else owners
            yield tuple((*owner, key) for owner, key in zip(every, item))
        else:
            yield (*owners[0], *([item] if isinstance(item, str) else item))


def import_sample(samples: Path, store: Path, truth: dict) -> None:
    """All cities' folders into a new store, and what only a hand in the store can do."""
    from gunmane.layers.importing import import_cities
    from gunmane.layers.profile import load_profiles

    jobs = [
        (profile, folder)
        for profile in load_profiles()
        for folder in sorted(samples.iterdir())
        if folder.is_dir() and profile.matches_folder(folder.name)
    ]
    import_cities(jobs, store)
    _edit(store, truth["edits"])


def _edit(path: Path, edits: list) -> None:
    """Geometries that are broken, empty or invalid: no file can bring them in."""
    from gunmane.layers.store import ddl

    with sqlite3.connect(path) as con:
        for statement in ddl.rtree_triggers_drop("reference"):
            con.execute(statement)
        srs = con.execute(
            "SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = 'reference'"
        ).fetchone()[0]
        for _, city, table, key, wkb in edits:
            head = b"GP\x00\x01" + srs.to_bytes(4, "little")
            done = con.execute(
                f'UPDATE "{table}" SET geom = ? WHERE city_code = ? AND src_key = ?',
                (head + bytes.fromhex(wkb), city, key),
            )
            assert done.rowcount == 1
        for statement in ddl.rtree_triggers_create("reference"):
            con.execute(statement)
    con.close()


def check_store(path: Path, as_of: str) -> Found:
    """The findings of checkdata's engine with its own default options."""
    from gunmane.analysis import quality
    from gunmane.layers.frames import read_table
    from gunmane.layers.store import open_store

    with open_store(path, readonly=True) as store:
        frames = {n: read_table(store, n, [*c, "src_key"]) for n, c in quality.needed().items()}
    quality.add_names(frames)
    rows = quality.check(frames, quality.Options(as_of=datetime.date.fromisoformat(as_of)))
    names = {}
    for table, frame in frames.items():
        for uuid, city, key in zip(frame["uuid"], frame["city_code"], frame["src_key"]):
            names[uuid] = (city, table, key)
    links = frames["request_damage"]
    settled = {
        names[uuid]
        for table in ("request", "damage", "facility")
        for uuid, dup_of in zip(frames[table]["uuid"], frames[table]["dup_of"])
        if dup_of is not None
    }
    return Found(rows, names, dict(zip(links["uuid"], links["dmg_uuid"])), settled)


def score(kind: str, found: Found, truth: dict) -> Score:
    """Of findings and faults of one kind; what the truth leaves open counts for neither."""
    entry = truth["kinds"][kind]
    if kind in EVENTS:
        return _events(kind, found, entry)
    if kind in PAIRS:
        got, want, unsure = found.paired(kind), _pairs(entry["pairs"]), _pairs(entry["unsure"])
        if kind in _MEETINGS:  # roads that lie on each other are told once, as that
            unsure |= found.paired("duplicate_section") | found.paired("line_overlap")
    else:
        got, want, unsure = _rows(kind, found), set(entry["rows"]), set(entry["unsure"])
    got, want = got - unsure, want - unsure
    right = len(got & want)
    return Score(right, len(got), right, len(want), sorted(got - want, key=str), sorted(want - got, key=str))


def _rows(kind: str, found: Found) -> set:
    rows, names = found.of(kind), found.names
    if kind in ORDERS:
        later = [values["later_field"] for values in rows["values"]]
        return {(*names[u], first, then) for u, first, then in zip(rows["uuid"], rows["field"], later)}
    if kind not in FIELDS:
        return {names[u] for u in rows["uuid"]}
    got = set()
    for uuid, table, name in zip(rows["uuid"], rows["table"], rows["field"]):
        # The ledgers write a link into the damage.
        got.add((*names[found.damage_of[uuid] if table == "request_damage" else uuid], name))
    return got


def _pairs(items) -> set:
    return {frozenset(pair) for pair in items}


def _events(kind: str, found: Found, entry: dict) -> Score:
    """A finding is right if both rows are of one event; every later row of an event must be found, unless the city
    itself has written whose duplicate it is.
    """
    rows, names = found.of(kind), found.names
    groups = [set(group) for group in entry["events"]]
    event: dict = {}
    for n, group in enumerate(groups):
        for row in group:
            event.setdefault(row, set()).add(n)
    unsure_rows = {row for row in entry["unsure"] if isinstance(row[0], str)}
    chance = _pairs(entry.get("chance", []))
    unsure_pairs = _pairs(p for p in entry["unsure"] if not isinstance(p[0], str))
    result, late = Score(), set()
    for a, b in zip(rows["uuid"], rows["other_uuid"]):
        one, two = names[a], names[b]
        if one in found.settled or two in found.settled:
            raise AssertionError(f"a settled duplicate is told again: {one}, {two}")
        late.add(one)
        if {one, two} & unsure_rows or frozenset((one, two)) in unsure_pairs:
            continue
        if frozenset((one, two)) in chance:
            result.chance += 1
            continue
        result.found += 1
        if not event.get(one, set()) & event.get(two, set()):
            result.wrong.append((one, two))
    result.right = result.found - len(result.wrong)
    for group in (group - found.settled for group in groups):
        wanted = max(len(group) - 1, 0)
        result.true += wanted
        result.hit += min(len(group & late), wanted)
        if len(group & late) < wanted:
            result.missed.append(sorted(group))
    return result


def near_misses_told(found: Found, truth: dict) -> tuple[int, list]:
    """(how many things only look like a fault, those of them that were told as one)."""
    looked, told = 0, []
    for kind, entry in truth["kinds"].items():
        rows = found.of(kind)
        got = {
            frozenset(found.names[u] for u in (a, b) if u is not None)
            for a, b in zip(rows["uuid"], rows["other_uuid"])
        }
        for near in _pairs(entry.get("near", [])):
            looked += 1
            told += [(kind, sorted(near))] if near in got else []
    return looked, told
