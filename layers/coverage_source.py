"""What the coverage matrix is made from: profiles, and what a store really holds.

``gather`` gives the plain data that ``analysis/coverage.py`` describes. Petitioners' data is not opened: of
their table only the profile's word is taken.
"""

from __future__ import annotations

import fnmatch
import json
from types import SimpleNamespace

from ..schema import Table, model
from .profile import Profile, Source, load_profiles
from .store import Store
from .unify.columns import match_columns
from .unify.completing import derived

GEOMETRY = "geom"
# A structured item that shares its column with one of these is read out of a sentence. (address_raw is not
# here: an address is what that column is for.)
_SENTENCES = {"title", "body", "note", "cause", "landmark"}


def gather(profiles: list[Profile], store: Store | None = None) -> dict:
    """The evidence of ``profiles`` and ``store`` (either may be missing: no profiles, or None).

    A city of the store without a profile is described by the column map that its import left in the store; that
    map does not know columns without a place, constants and places.
    """
    evidence = {"cities": [], "feeds": [], "rows": None, "filled": {}, "strays": []}
    for profile in profiles:
        _profile(profile, evidence)
    if store is not None:
        evidence["rows"] = {}
        _cities_without_profile(store, evidence)
        _fill(store, evidence)
        _unknown_columns(store, profiles, evidence)
    evidence["cities"].sort(key=lambda city: city["code"])
    return evidence


def profiles_for(folder: str | None, store: Store | None) -> list[Profile]:
    """The profiles of ``folder``; without one, the shipped profiles of the cities that are in the store."""
    if folder or store is None:
        return load_profiles(folder)
    there = {row[0] for row in store.con.execute("SELECT city_code FROM city")}
    return [profile for profile in load_profiles() if profile.city_code in there]


# -- profiles -----------------------------------------------------------------------------------------------


def _profile(profile: Profile, evidence: dict) -> None:
    ledgers: dict[str, list[str]] = {}
    for source in profile.sources:
        table = model().tables[source.table]
        _add(ledgers, table.name, source.title)
        feeds = evidence["feeds"]
        fed = _column_feeds(profile, source, feeds, ledgers)
        if source.geometry.kind != "none":
            columns = [label for label in (source.geometry.a, source.geometry.b) if label]
            feeds.append(_feed(profile, source, table.name, GEOMETRY, columns, "place"))
        for name in source.constants:
            if name not in fed:
                feeds.append(_feed(profile, source, table.name, name, [], "constant"))
        shape = SimpleNamespace(_feeds=fed, table=table, source=source)
        for name in sorted(derived(shape) - fed - set(source.constants)):
            feeds.append(_feed(profile, source, table.name, name, [], "derived"))
        evidence["strays"] += [
            {
                "city": profile.city_code, "ledger": source.title, "table": table.name, "column": label,
                "reason": target.ignore,
            }
            for label, targets in source.columns.items()
            for target in targets
            if target.ignore and label not in (source.geometry.a, source.geometry.b)
        ]  # fmt: skip
    # The ledger of requests is where petitioners would stand, that of damages where the requests' numbers would.
    for table, home in (("petitioner", "request"), ("request_damage", "damage")):
        if home in ledgers and table not in ledgers:
            ledgers[table] = list(ledgers[home])
    evidence["cities"].append(
        {
            "code": profile.city_code,
            "ja": profile.name_ja,
            "en": profile.name_en or profile.name_ja,
            "ledgers": ledgers,
        }
    )


def _column_feeds(profile: Profile, source: Source, feeds: list, ledgers: dict) -> set[str]:
    """Adds what the columns feed; returns the fields of the ledger's own table among it."""
    columns: dict[tuple[str, str], list[str]] = {}
    how: dict[tuple[str, str], str] = {}
    from_sentence: dict[tuple[str, str], bool] = {}
    for label, targets in source.columns.items():
        shared = {target.field for target in targets if target.field}
        for target in targets:
            if target.field:
                places = [(source.table, target.field)]
            elif target.personal:
                places = [("petitioner", target.personal)]
            elif target.link:
                places = [("request_damage", "req_uuid"), ("request_damage", "dmg_uuid")]
            else:
                continue  # without a place, or read together with another column (the year of dates)
            for place in places:
                columns.setdefault(place, []).append(label)
                how[place] = "link" if target.link else "column"
                sentence = bool(target.field) and target.field not in _SENTENCES and bool(shared & _SENTENCES)
                from_sentence[place] = from_sentence.get(place, True) and sentence
    for (table, item), labels in columns.items():
        _add(ledgers, table, source.title)
        feed = _feed(profile, source, table, item, labels, how[table, item])
        feeds.append({**feed, "free": from_sentence[table, item]})
    return {item for table, item in columns if table == source.table}


def _feed(profile: Profile, source: Source, table: str, item: str, columns: list[str], how: str) -> dict:
    return {
        "city": profile.city_code, "table": table, "item": item, "ledger": source.title, "columns": columns,
        "how": how, "free": False,
    }  # fmt: skip


def _add(ledgers: dict[str, list[str]], table: str, title: str) -> None:
    titles = ledgers.setdefault(table, [])
    if title not in titles:
        titles.append(title)


# -- the store ----------------------------------------------------------------------------------------------


def _tables() -> list[Table]:
    return [t for t in model().tables.values() if t.importable and t.store == "main"]


def _cities_without_profile(store: Store, evidence: dict) -> None:
    known = {city["code"] for city in evidence["cities"]}
    for code, ja, en in store.con.execute("SELECT city_code, name_ja, name_en FROM city ORDER BY city_code"):
        if code in known:
            continue
        ledgers: dict[str, list[str]] = {}
        columns: dict[tuple, list[str]] = {}
        for ledger, column, table, item in store.con.execute(
            "SELECT system, src_col, dst_table, dst_col FROM field_map WHERE city_code = ? ORDER BY fid",
            (code,),
        ):
            _add(ledgers, table, ledger)
            columns.setdefault((ledger, table, item), []).append(column)
        evidence["feeds"] += [
            {
                "city": code, "table": table, "item": item, "ledger": ledger, "columns": labels, "how": "column",
                "free": False,
            }
            for (ledger, table, item), labels in columns.items()
        ]  # fmt: skip
        for table in _tables():  # what no column of the map feeds may be there nevertheless
            if table.name not in ledgers and store.has_rows(table.name, code):
                ledgers[table.name] = []
        evidence["cities"].append(
            {"code": code, "ja": ja or code, "en": en or ja or code, "ledgers": ledgers}
        )


def _fill(store: Store, evidence: dict) -> None:
    """Rows, and rows with a value, of every city and field: one pass over each table."""
    for table in _tables():
        names = [f.name for f in table.fields if f.origin == "source"]
        counts = [f"count(nullif({_name(name)}, ''))" for name in names]
        if table.geometry:
            names.append(GEOMETRY)
            counts.append(f"count({GEOMETRY})")
        for code, rows, *filled in store.con.execute(
            f"SELECT city_code, count(*), {', '.join(counts)} FROM {_name(table.name)}"  # nosec B608
            " WHERE vanished_at IS NULL GROUP BY city_code"
        ):
            evidence["rows"][code, table.name] = rows
            evidence["filled"].update(((code, table.name, name), n) for name, n in zip(names, filled))


def _unknown_columns(store: Store, profiles: list[Profile], evidence: dict) -> None:
    """Columns that files really had and the profile does not name: they stand in the raw data only."""
    by_city = {profile.city_code: profile for profile in profiles}
    for table in _tables():
        # One row of each file tells all of its columns.
        for code, src_file, raw in store.con.execute(
            f"SELECT city_code, src_file, raw_json FROM {_name(table.name)}"  # nosec B608
            " WHERE raw_json IS NOT NULL AND vanished_at IS NULL GROUP BY city_code, src_file"
        ):
            profile = by_city.get(code)
            source = _source_of(profile, table.name, src_file) if profile else None
            if source is None:
                continue
            file = src_file.partition("|")[0].lower()
            labels = list(json.loads(raw))
            for label in match_columns(source, labels, file.endswith((".shp", ".dbf"))).unknown:
                stray = {
                    "city": code, "ledger": source.title, "table": table.name, "column": label, "reason": None,
                }  # fmt: skip
                if stray not in evidence["strays"]:
                    evidence["strays"].append(stray)


def _source_of(profile: Profile, table: str, src_file: str) -> Source | None:
    """The ledger that a stored row came from: by table, file and sheet."""
    file, _, sheet = src_file.partition("|")
    found = [
        source
        for source in profile.sources
        if source.table == table and any(fnmatch.fnmatch(file, p.split("/")[-1]) for p in source.files)
    ]
    if len(found) > 1:
        of_sheet = [s for s in found if sheet and sheet in (s.layer, s.sheet)]
        found = of_sheet or found
    return found[0] if found else None


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
