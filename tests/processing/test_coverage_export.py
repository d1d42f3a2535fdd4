"""``coveragematrix`` and ``exportunified`` through processing.run."""

import json
import os
import sys
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "layers"))
from city_fixture import City


class Listener(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.said: list[str] = []

    def pushInfo(self, text):
        self.said.append(text)

    def pushWarning(self, text):
        self.said.append("! " + text)


@pytest.fixture
def city(tmp_path, provider):
    made = City(tmp_path)
    made.run()
    profiles = tmp_path / "profiles"
    profiles.mkdir()
    (profiles / "moriya.toml").write_bytes(made.profile_path.read_bytes())
    made.profiles = profiles
    return made


def run(name, **parameters):
    from qgis import processing

    return processing.run(
        f"gunmane:{name}", parameters, feedback=parameters.pop("feedback", None) or Listener()
    )


def test_coveragematrix_writes_three_documents(city, tmp_path):
    feedback = Listener()
    results = run(
        "coveragematrix", STORE=str(city.store), PROFILES=str(city.profiles), REPORT=str(tmp_path / "c.html"),
        XLSX=str(tmp_path / "c.xlsx"), TABLE=str(tmp_path / "c.csv"), feedback=feedback,
    )  # fmt: skip
    assert results["CITIES"] == 1 and results["UNREASONED"] == 0 and results["ITEMS"] > 200
    page = Path(results["REPORT"]).read_text("utf-8")
    assert "守谷市" in page and 'lang="ja"' in page and "試験太郎" not in page
    assert Path(results["XLSX"]).stat().st_size > 5000
    assert Path(results["TABLE"]).read_bytes().startswith(b"\xef\xbb\xbf")
    assert any("守谷市" in text and "%" in text for text in feedback.said)


def test_coveragematrix_of_profiles_alone(city, tmp_path):
    results = run("coveragematrix", PROFILES=str(city.profiles), TABLE=str(tmp_path / "c.csv"), LANGUAGE=1)
    assert results["CITIES"] == 1 and "REPORT" not in results
    assert "Source column" in (tmp_path / "c.csv").read_text("utf-8-sig")


def test_coveragematrix_of_a_store_alone_takes_the_shipped_profiles(city, tmp_path):
    assert run("coveragematrix", STORE=str(city.store), TABLE=str(tmp_path / "c.csv"))["CITIES"] == 1


def test_coveragematrix_wants_something(provider):
    with pytest.raises(QgsProcessingException, match="store"):
        run("coveragematrix")


def test_exportunified_makes_a_package_that_qgis_opens(city, tmp_path):
    results = run("exportunified", STORE=str(city.store), FORMAT=[0, 1, 2, 3], FOLDER=str(tmp_path / "渡す"))
    assert results["ROWS"] == 7 and results["FILES"] == 11
    layer = QgsVectorLayer(f"{tmp_path / '渡す' / 'unified.gpkg'}|layername=request", "r", "ogr")
    assert layer.isValid() and layer.featureCount() == 3 and layer.crs().authid() == "EPSG:6677"
    labels = [
        feature["ch_label"] for feature in layer.getFeatures()
    ]  # to the end: an open iterator outlives QGIS
    del layer
    assert labels[0] == "電話"
    about = json.loads((tmp_path / "渡す" / "metadata.json").read_text("utf-8"))
    assert about["formats"] == ["GeoPackage", "GeoJSON", "CSV", "Open311"]
    with pytest.raises(QgsProcessingException, match="E-EXISTS"):
        run("exportunified", STORE=str(city.store), FOLDER=str(tmp_path / "渡す"))
    run("exportunified", STORE=str(city.store), FOLDER=str(tmp_path / "渡す"), OVERWRITE=True)


def test_exportunified_of_one_city_and_format(city, tmp_path):
    results = run(
        "exportunified", STORE=str(city.store), FORMAT=[2], CITY="守谷市、08224", FOLDER=str(tmp_path / "p")
    )
    assert results["FILES"] == 6 and not (tmp_path / "p" / "unified.gpkg").exists()
    with pytest.raises(QgsProcessingException, match="E-NOCITY"):
        run("exportunified", STORE=str(city.store), CITY="知らない市", FOLDER=str(tmp_path / "q"))


def test_exportunified_cancelled_writes_nothing(city, tmp_path):
    feedback = Listener()
    feedback.cancel()
    run("exportunified", STORE=str(city.store), FOLDER=str(tmp_path / "p"), feedback=feedback)
    assert not (tmp_path / "p").exists() or not any((tmp_path / "p").iterdir())
