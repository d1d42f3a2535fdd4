"""Every real file against a truth written by hand (truth.toml), and then really imported.

What is expected of the import is read with pandas and pyogrio here, not with the plugin's readers.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from gunmane.layers.importing import Progress, import_cities
from gunmane.layers.profile import load_profile
from gunmane.layers.propose import propose, write_profile
from gunmane.layers.propose.labels import tomllib

GROUPS = tomllib.loads((Path(__file__).parent / "truth.toml").read_text(encoding="utf-8"))["group"]
NEAR_M = 0.5


@pytest.fixture(scope="module", params=GROUPS, ids=[g["name"] for g in GROUPS])
def proposed(request, shared_data):
    group = request.param
    inputs = [shared_data / i for i in group["inputs"]]
    for path in inputs:
        if not path.exists():
            pytest.skip(f"{path} is not here")
    area = shared_data / group["boundary"] if group.get("boundary") else None
    return group, propose(inputs, group["city"] or None, area), shared_data


def source_of(proposal, name: str):
    file, _, layer = name.partition("|")
    return next(
        s for s in proposal.sources for p in s.ledger.paths
        if p.name == file and (not layer or s.ledger.raw.sheet == layer)
    )  # fmt: skip


def got(choice) -> set[str]:
    if choice.role in ("undecided", "place"):
        return {choice.role}
    return {t.get("field") or t.get("personal") or "other" for t in choice.targets} or {"ignore"}


def verdicts(truth: dict, source) -> dict[str, str]:
    """column -> right, left (a person has to decide), wrong (something else would be stored)."""
    found = {}
    for label in source.ledger.columns:
        right = (
            {"place"} if label in truth["place"] else set(truth["columns"].get(label, "ignore").split("|"))
        )
        have = got(source.choices[label])
        found[label] = "right" if have & right else "left" if have <= {"ignore", "undecided"} else "wrong"
    return found


def test_every_file_is_what_the_truth_says(proposed):
    group, proposal, _ = proposed
    assert proposal.city.code == group["expected_city"]
    counts: Counter = Counter()
    for truth in group["file"]:
        source = source_of(proposal, truth["file"])
        name, raw, place = truth["file"], source.ledger.raw, source.place
        if "encoding" in truth:
            assert raw.encoding == truth["encoding"], name
        assert raw.header_row == (1 if name.endswith(".csv") else None), name
        if truth.get("refused"):
            assert source.refusal, name
            continue
        assert source.refusal is None, (name, source.refusal)
        assert (source.table.name, source.constants.get("kind")) == (truth["table"], truth.get("kind")), name
        assert [place.kind, *(c for c in (place.a, place.b) if c)] == [c for c in truth["place"][:3] if "EPSG" not in c
                and c != "ftUS"], name  # fmt: skip
        if place.kind != "none":
            assert truth["place"][-1] in (place.crs or place.stated), name
            assert place.checked or "W-UNCHECKED" in place.flags, name
        assert source.date_forms == truth.get("dates", {}), name
        found = verdicts(truth, source)
        assert "wrong" not in found.values(), (name, found)
        counts.update(found.values())
    assert counts["right"] >= 0.85 * sum(counts.values()), counts


def expected_points(truth: dict, paths: list[Path], crs: str, own) -> np.ndarray | None:
    """The middle of each feature in the store's CRS, read independently; None where the file has no places."""
    import geopandas
    import pandas
    import pyogrio

    file, _, layer = truth["file"].partition("|")
    path = next(p for p in paths if p.name == file)
    if truth["place"][0] == "none":
        return None
    if path.suffix == ".csv":
        table = pandas.read_csv(path, encoding=truth["encoding"], dtype=str)
        _, a, b, stated = truth["place"]
        x, y = (b, a) if truth["place"][0] == "latlon" else (a, b)
        frame = geopandas.GeoDataFrame(
            table,
            geometry=geopandas.points_from_xy(table[x].astype(float), table[y].astype(float), crs=stated),
        )
    else:
        frame = pyogrio.read_dataframe(path, layer=layer or None)
    column = next((c for c, f in truth["columns"].items() if f == "city_code" and c in frame), None)
    if own is not None and column is not None:
        frame = frame[frame[column].astype(str).str[:5].isin(own)]
    frame = frame[frame.geometry.notna() & ~frame.geometry.is_empty]
    middle = frame.geometry.to_crs(crs).centroid
    return np.column_stack([middle.x, middle.y])


def test_the_proposal_imports_every_row_at_its_place(proposed, tmp_path):
    import pandas
    import shapely
    from gunmane.layers.store.geometry_blob import decode
    from scipy.spatial import cKDTree

    group, proposal, shared_data = proposed
    profile = load_profile(write_profile(proposal, tmp_path / "p.toml"))
    quiet = Progress(lambda share: None, lambda text: None, lambda text: None, lambda: False)
    store = tmp_path / "s.gpkg"
    account = import_cities(
        [(profile, str(proposal.folder))], str(store), crs=group["store_crs"], progress=quiet
    )
    assert [s.problem for c in account.cities for s in c.sources if s.problem] == []
    read, kept, aside = (account.total(n) for n in ("read", "kept", "set_aside"))
    assert (read, kept + aside) == (group["rows"], group["rows"])
    con = sqlite3.connect(store)
    reasons = Counter(r.split()[0] for (r,) in con.execute("SELECT reason FROM set_aside"))
    own = {group["expected_city"][:5], group["expected_city"][2:5]}
    if "own" in group:
        table = pandas.read_csv(shared_data / group["own"]["file"], dtype=str)
        mine = int((table[group["own"]["column"]] == group["own"]["value"]).sum())
        assert mine and (kept, reasons) == (mine, {"E-OTHERCITY": read - mine})
    elif group["name"] == "towns and shelters":
        assert set(reasons) == {"E-OTHERCITY"}
    else:
        assert reasons == {}
    paths = [p for s in proposal.kept for p in s.ledger.paths]
    for truth in group["file"]:
        if truth.get("refused"):
            continue
        expected = expected_points(truth, paths, group["store_crs"], own)
        file, _, layer = truth["file"].partition("|")
        rows = con.execute(f"SELECT geom, src_file FROM {truth['table']} WHERE geom IS NOT NULL").fetchall()
        blobs = [g for g, f in rows if Path(f.partition("|")[0]).name == file]
        if expected is None:
            assert blobs == []
            continue
        middle = shapely.centroid(np.array(decode(blobs), dtype=object))
        stored = np.column_stack([shapely.get_x(middle), shapely.get_y(middle)])
        assert len(stored) == len(expected), file
        for one, other in ((stored, expected), (expected, stored)):
            distance, _ = cKDTree(one).query(other)
            assert (distance <= NEAR_M).mean() >= 0.999, (
                file
            )  # a few roads of several parts keep their longest
    con.close()
