"""Lays out Syracuse's open data for judging: potholes and rated streets as records of damage, and a standard.

    python scripts/real_syracuse.py DATA OUT      DATA: the folder tables/syracuse of the open data

Writes OUT/damages.gpkg (potholes of 2016, and every street rated in 2015), OUT/sections.gpkg and OUT/standards.xlsx.
The city has no thresholds of ours: those of the workbook are made up for this trial, over what was really measured.

- A street's ``overall`` rating (10 best) has the scale of the index MCI, not its formula; it stands in its column.
- A pothole has no depth there. What is known is how many were filled in its street in the season: ``count``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd

CITY = "990001"
CRS = "EPSG:32618"
# Owner and class -> class of road; what is not the city's own is another administrator's.
OWNERS = {"STATE": "P2", "FEDERAL": "N2", "COUNTY": "P2", "PRIVATE": "X4"}
CLASSES = {"MAJOR": "C1", "MINOR": "C3"}
TRIAL = "試行値 (シラキュースの公開データ用。市の基準ではない)"
STANDARDS = (
    {"std_id": "SYR1", "ft": "F01", "dt": "D01", "measure": "count", "unit": "箇所", "op": ">=",
     "watch": 1, "repair": 10, "emerg": 50, "repair_c1": 5, "rs": ("R1", "R2", "R3"), "perm": "R4"},
    {"std_id": "SYR2", "ft": "F01", "dt": "D04", "measure": "mci", "unit": "点", "op": "<=",
     "watch": 7, "repair": 5, "emerg": 3, "repair_c1": 6, "rs": ("R3", "R3", "R4"), "perm": "R5"},
)  # fmt: skip


def main(data: str, out: str) -> int:
    import geopandas
    from gunmane.layers.standards import write_workbook

    folder, target = Path(data), Path(out)
    target.mkdir(parents=True, exist_ok=True)
    book = folder / "syracuse_streets_ratings2015.gpkg"
    streets = geopandas.read_file(book, layer="streets").to_crs(CRS).drop_duplicates("STREET_ID")
    holes = geopandas.read_file(book, layer="potholes").to_crs(CRS)
    rc = streets["CART_OWN"].map(OWNERS).fillna(streets["CART_CLASS"].map(CLASSES)).fillna("X9")
    streets["route_key"] = [f"{CITY}-{c}-{n}" for c, n in zip(rc, streets["STREET_ID"])]
    streets["section_id"] = streets["route_key"] + ":001"
    keys = streets.set_index("STREET_ID")[["route_key", "section_id"]]
    sections = geopandas.GeoDataFrame(
        {"section_id": streets["section_id"], "route_key": streets["route_key"], "mci": streets["overall"]},
        geometry=streets.geometry,
    )
    potholes = _records("P", "D01", holes["STREET_ID"], keys, holes.geometry)
    potholes["found_at"] = pd.to_datetime(holes["dtTime"], format="%m/%d/%Y %H:%M").dt.strftime(
        "%Y-%m-%dT%H:%M:%S"
    )
    potholes["count"] = holes.groupby("STREET_ID")["STREET_ID"].transform("size").astype(float)
    # Every street is there, rated or not: what was not rated cannot be judged, and must not pass as fine.
    rated = _records(
        "R", "D04", streets["STREET_ID"], keys, streets.geometry.interpolate(0.5, normalized=True)
    )
    rated["found_at"] = "2015-12-31T00:00:00"
    damages = pd.concat([potholes, rated], ignore_index=True)
    damages.to_file(target / "damages.gpkg", layer="damage", engine="pyogrio")
    sections.to_file(target / "sections.gpkg", layer="section", engine="pyogrio")
    write_workbook(rows(), target / "standards.xlsx")
    return 0


def rows() -> list[dict]:
    """The trial's standard as rows of T11."""
    made = []
    for own in STANDARDS:
        row = {name: value for name, value in own.items() if name not in ("rs", "perm")}
        row |= {f"rs_tmp_c{n}": code for n, code in enumerate(own["rs"], 1)}
        row |= {f"rs_perm_c{n}": own["perm"] for n in (1, 2, 3)}
        made.append(row | {"ver": "2015", "scope": "common", "valid_from": "2015-01-01", "basis": TRIAL})
    return made


def _records(letter: str, dt: str, streets, keys, geometry):
    import geopandas

    found = keys.reindex(streets.to_numpy()).reset_index(drop=True)
    found["dmg_id"] = [f"{letter}{n:05d}" for n in range(1, len(found) + 1)]
    found["city_code"], found["ft"], found["dt"] = CITY, "F01", dt
    return geopandas.GeoDataFrame(found, geometry=geometry.to_numpy(), crs=CRS)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
