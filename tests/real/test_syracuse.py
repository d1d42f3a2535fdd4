"""Real potholes and road ratings judged by a standard of their own; what is expected is counted with pandas.

CityofSyracuse/RoadsChallenge, GPL-3: read from ``../shared/data``, never copied into the repository.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

pyogrio = pytest.importorskip("pyogrio")
AS_OF = "2017-01-04T09:00:00"


@pytest.fixture(scope="module")
def laid_out(shared_data, root, tmp_path_factory) -> Path:
    source = shared_data / "tables" / "syracuse"
    if not source.is_dir():
        pytest.skip(f"{source} is not here")
    out = tmp_path_factory.mktemp("syracuse")
    subprocess.run(
        [sys.executable, str(root / "scripts" / "real_syracuse.py"), str(source), str(out)], check=True
    )
    return out


@pytest.fixture(scope="module")
def judged(provider, laid_out):
    from qgis import processing

    return processing.run(
        "gunmane:judgestandards",
        {
            "INPUT": str(laid_out / "damages.gpkg"),
            "SECTIONS": str(laid_out / "sections.gpkg"),
            "STANDARDS": str(laid_out / "standards.xlsx"),
            "AS_OF": AS_OF,
            "OUTPUT": str(laid_out / "judged.gpkg"),
        },
    )


@pytest.fixture(scope="module")
def streets(shared_data):
    path = shared_data / "tables" / "syracuse" / "syracuse_streets_ratings2015.gpkg"
    found = pyogrio.read_dataframe(path, layer="streets", read_geometry=False).drop_duplicates("STREET_ID")
    found["own"] = found["CART_OWN"] == "MUNICIPAL"
    found["major"] = found["CART_CLASS"] != "MINOR"  # a road of unknown class is judged as one of class 1
    holes = pyogrio.read_dataframe(path, layer="potholes", read_geometry=False)
    return found, holes


def test_every_record_has_a_judgement_or_is_another_administrators(judged, streets):
    found, holes = streets
    assert judged["COUNT"] == len(found) + len(holes)
    levels = sum(judged[name] for name in ("L0", "L1", "L2", "L3", "NJ"))
    assert levels + judged["TRANSFER"] == judged["COUNT"]
    own = dict(zip(found["STREET_ID"], found["own"]))
    assert judged["TRANSFER"] == (~found["own"]).sum() + sum(not own[n] for n in holes["STREET_ID"])


def test_the_ratings_are_judged_as_pandas_counts_them(judged, streets):
    found, _ = streets
    layer = pyogrio.read_dataframe(judged["OUTPUT"], read_geometry=False)
    rated = layer[layer["dt"] == "D04"]
    own = found[found["own"]]
    repair = own["major"].map({True: 6.0, False: 5.0})
    index = own["overall"]
    expected = {
        "NJ": index.isna().sum(),
        "L3": (index <= 3).sum(),
        "L2": ((index > 3) & (index <= repair)).sum(),
        "L1": ((index > repair) & (index <= 7)).sum(),
        "L0": (index > 7).sum(),
    }
    assert rated["judge"].value_counts().to_dict() == expected
    assert expected["NJ"] > 300  # what nobody rated does not pass as fine


def test_the_potholes_are_judged_as_pandas_counts_them(judged, streets):
    found, holes = streets
    layer = pyogrio.read_dataframe(judged["OUTPUT"], read_geometry=False)
    potholes = layer[layer["dt"] == "D01"]
    count = holes.groupby("STREET_ID")["STREET_ID"].transform("size")
    road = found.set_index("STREET_ID").loc[holes["STREET_ID"]].reset_index()
    repair = road["major"].map({True: 5, False: 10})
    level = pd.cut(count, [0, 1, 49, 1e9], labels=["", "", "L3"], ordered=False).astype(str)
    level[(count < 50) & (count >= repair)] = "L2"
    level[count < repair] = "L1"
    assert potholes["judge"].value_counts().to_dict() == level[road["own"]].value_counts().to_dict()


def test_bad_streets_have_more_potholes(judged):
    """The two ledgers know nothing of each other; that they agree says that neither is read upside down."""
    layer = pyogrio.read_dataframe(judged["OUTPUT"], read_geometry=False)
    rated = layer[layer["dt"] == "D04"].set_index("section_id")["judge"]
    holes = layer[layer["dt"] == "D01"].groupby("section_id").size()
    per_street = holes.reindex(rated.index).fillna(0).groupby(rated).mean()
    assert per_street["L2"] > per_street["L1"] > per_street["L0"]
    assert per_street["L3"] > per_street["L0"]


def test_by_the_common_standard_none_of_them_is_fine(provider, laid_out):
    """Nobody measured the depth of these potholes: not one of them is judged by it."""
    from qgis import processing

    found = processing.run(
        "gunmane:judgestandards",
        {
            "INPUT": f"{laid_out / 'damages.gpkg'}|subset=dt='D01'",
            "AS_OF": "2026-03-31T09:00:00",
            "OUTPUT": "memory:",
        },
    )
    assert found["NJ"] + found["TRANSFER"] == found["COUNT"] == 7538 and found["L0"] == found["L1"] == 0
