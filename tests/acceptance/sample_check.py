"""Holding an import of the sample to its manifest (samples/expected.json) and to the truth beside it.

The manifest was written by the sample's generator, which shares no code with the importer.
"""

from __future__ import annotations

import csv
import gzip
import json
import sqlite3
from collections import Counter, defaultdict
from pathlib import Path

FLOAT_FIELDS_TOLERANCE = 0.051
PLACE_TOLERANCE_M = 1.0


class SampleCheck:
    """Looks rows of the store up by city, table and source key."""

    def __init__(self, samples: Path, store: Path):
        self.samples = samples
        self.expected = json.loads((samples / "expected.json").read_text(encoding="utf-8"))
        self.con = sqlite3.connect(store)
        self.con.row_factory = sqlite3.Row
        self._tables: dict[str, dict] = {}

    def table(self, name: str) -> dict:
        """(city, src_key) -> row; flags parsed."""
        if name not in self._tables:
            self._tables[name] = {
                (row["city_code"], row["src_key"]): dict(row)
                for row in self.con.execute(f'SELECT * FROM "{name}"')
            }
        return self._tables[name]

    def by_row(self, name: str) -> dict:
        return {(row["city_code"], row["src_file"], row["src_row"]): row for row in self.table(name).values()}

    def set_aside(self) -> dict:
        """(city, file, sheet, row, table) -> codes."""
        found = defaultdict(list)
        for row in self.con.execute("SELECT * FROM set_aside"):
            found[(row["city_code"], row["src_file"], row["sheet"], row["src_row"], row["target"])].append(
                row["reason"].split(" ")[0]
            )
        return found

    # -- checks: each yields what is wrong, as text ---------------------------------------------------------

    def counts(self, account):
        for city in account.cities:
            wanted = self.expected["cities"][city.city_code]["sources"]
            for source in city.sources:
                want = wanted[source.source_id]
                where = f"{city.city_name} {source.source_id}"
                for name in ("READ", "KEPT", "SET_ASIDE"):
                    got = getattr(source, name.lower())
                    if got != want[name]:
                        yield f"{where}: {name} {got}, expected {want[name]}"
                for name in ("REPAIRED", "SKIPPED"):
                    got = getattr(source, name.lower())
                    if not want[name] <= got <= want[f"{name}_MAX"]:
                        yield f"{where}: {name} {got}, expected {want[name]} to {want[f'{name}_MAX']}"

    def dirt(self):
        """Every dirtied cell and row: (kind, what is wrong)."""
        aside = self.set_aside()
        rows = {}
        for entry in self.expected["dirt"]:
            table = entry["table"]
            if table not in rows:
                rows[table] = self.by_row(table)
            label = entry["file"] if not entry.get("sheet") else f"{entry['file']}|{entry['sheet']}"
            row = rows[table].get((entry["city"], label, entry["row"]))
            if row is None and not entry.get("sheet"):  # a workbook or a layer with one sheet
                row = next(
                    (
                        r
                        for (city, name, number), r in rows[table].items()
                        if city == entry["city"]
                        and number == entry["row"]
                        and name.startswith(f"{entry['file']}|")
                    ),
                    None,
                )
            yield entry, list(self._entry(entry, row, aside))

    def _entry(self, entry, row, aside):
        if entry["outcome"] == "skipped":
            if row is not None:
                yield "kept, expected to be skipped"
            return
        if entry["outcome"] == "set_aside":
            codes = [
                code
                for (city, file, _sheet, number, table), found in aside.items()
                if (city, file, number, table) == (entry["city"], entry["file"], entry["row"], entry["table"])
                for code in found
            ]
            if entry.get("reason") and entry["reason"] not in codes:
                yield f"set aside as {codes}, expected {entry['reason']} (in the table: {row is not None})"
            return
        if row is None:
            yield "not kept"
            return
        codes = [flag["code"] for flag in json.loads(row["flags"] or "[]")]
        for code in entry.get("flags", ()):
            if code not in codes and not code.startswith(("R-", "C-")):
                yield f"flags {codes}, expected {code}"
        if "expect" not in entry or not entry.get("field"):
            return
        wanted = entry["expect"] if isinstance(entry["expect"], dict) else {entry["field"]: entry["expect"]}
        for name, value in wanted.items():
            if value != "?" and not same(row.get(name), value):
                yield f"{name} = {row.get(name)!r}, expected {value!r}"

    def undeserved(self):
        """Flags on rows of which the manifest says nothing."""
        known = defaultdict(set)
        for entry in self.expected["dirt"]:
            known[(entry["city"], entry["file"], entry["row"])].update(
                [*entry.get("flags", ()), *entry.get("flags_may", ())]
            )
        for table in sorted(
            {e["table"] for e in self.expected["dirt"]} | {"reference", "contractor", "standard"}
        ):
            for row in self.table(table).values():
                allowed = known.get((row["city_code"], row["src_file"].split("|")[0], row["src_row"]), set())
                for flag in json.loads(row["flags"] or "[]"):
                    if flag["code"] not in allowed:
                        yield f"{row['city_code']} {row['src_file']} {row['src_row']} {flag['field']}: {flag['code']}"

    def truth(self):
        """Values of rows that no one dirtied, field by field: (where, field, got, want)."""
        dirty = {(e["city"], e["table"], e.get("src_key")) for e in self.expected["dirt"]}
        for path in sorted((self.samples / "truth").glob("*.csv.gz")):
            city, _, table = path.name[: -len(".csv.gz")].partition("_")
            with gzip.open(path, "rt", encoding="utf-8") as stream:
                for want in csv.DictReader(stream):
                    key = want["src_key"]
                    if (city, table, key) in dirty:
                        continue
                    row = self.table(table).get((city, key))
                    if row is None:
                        yield f"{city} {table} {key}", "", "no row", "a row"
                        continue
                    yield from self._fields(f"{city} {table} {key}", row, want)

    def _fields(self, where, row, want):
        for name, text in want.items():
            if name in ("src_key", "x", "y") or text == "?":
                continue
            got = row.get(name)
            if not same(got, text if text != "" else None):
                yield where, name, got, text
        if (
            want.get("x") and want["x"] != "?" and " work " not in where
        ):  # the works' ledgers have no coordinates
            x, y = point(row["geom"])
            if (
                x is None
                or abs(x - float(want["x"])) > PLACE_TOLERANCE_M
                or abs(y - float(want["y"])) > PLACE_TOLERANCE_M
            ):
                tokyo = x is not None and max(abs(x - float(want["x"])), abs(y - float(want["y"]))) < 10
                if not tokyo:
                    yield where, "geom", (x, y), (want["x"], want["y"])


def point(blob):
    from gunmane.layers.store.geometry_blob import decode

    geometry = decode([blob])[0] if blob else None
    return (None, None) if geometry is None else (geometry.centroid.x, geometry.centroid.y)


def same(got, want) -> bool:
    if got is None or want is None:
        return got is None and want is None
    if isinstance(want, bool):
        want = int(want)
    try:
        return abs(float(got) - float(want)) <= 1e-6 or (
            isinstance(got, float) and abs(got - float(want)) < FLOAT_FIELDS_TOLERANCE
        )
    except (TypeError, ValueError):
        return str(got) == str(want)


def summary(problems) -> str:
    """Problems by kind, with one example each: short enough to read in a test's output."""
    kinds, examples = Counter(), {}
    for kind, text in problems:
        kinds[kind] += 1
        examples.setdefault(kind, text)
    return "\n".join(f"{count} x {kind}: {examples[kind]}" for kind, count in kinds.most_common())
