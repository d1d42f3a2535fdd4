"""``gunmane:proposeprofile`` as users run it: parameters, files written, then the import of what it proposed."""

import os
import sys

import pytest
from qgis.core import QgsProcessingException

sys.path.insert(0, os.path.dirname(__file__))
from test_algorithms import Listener, run

LAT, LON = 35.951, 139.975


@pytest.fixture
def algorithm(provider):
    """Registered already, or (while the provider does not list it) added for these tests."""
    if not any(a.name() == "proposeprofile" for a in provider.algorithms()):
        from gunmane.processing_provider.importing.propose_profile import ProposeProfile

        provider.addAlgorithm(ProposeProfile())
    return provider


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "市の ファイル"
    folder.mkdir()
    rows = [
        f"R7-{k:04d},2025/{k % 12 + 1}/{k % 27 + 1},電話,苦情,穴がある,佐藤 花子,0297-00-{1000 + k},"
        f"守谷市本町{k + 1}番地,{LAT + k * 1e-4:.6f},{LON + k * 1e-4:.6f}"
        for k in range(20)
    ]
    header = "受付番号,受付日,受付方法,区分,内容,申出者氏名,電話番号,場所,緯度,経度"
    (folder / "要望一覧.csv").write_bytes("\r\n".join([header, *rows]).encode("cp932"))
    (folder / "給食献立.csv").write_text("日,主食\n1,ごはん\n2,パン\n", encoding="utf-8")
    return folder


def test_it_proposes_and_the_import_takes_it_without_hand_work(algorithm, folder, tmp_path):
    profile, report = tmp_path / "案.toml", tmp_path / "案.html"
    feedback = Listener()
    results = run(
        "proposeprofile",
        FILES=[str(folder)],
        CITY="守谷市",
        PROFILE=str(profile),
        REPORT=str(report),
        feedback=feedback,
    )
    assert (results["LEDGERS"], results["REFUSED"], results["PERSONAL"]) == (1, 1, 2)
    assert results["PROFILE"] == str(profile) and feedback.values[-1] == 100
    page = report.read_text(encoding="utf-8")
    assert 'lang="ja"' in page and "要望一覧" in page and "給食献立" in page
    for text in (page, profile.read_text(encoding="utf-8"), *feedback.said):
        assert "佐藤" not in text and "0297-00" not in text  # no cell of a person anywhere
    store = tmp_path / "s.gpkg"
    imported = run("importcity", PROFILE=str(profile), FOLDER=str(folder), STORE=str(store))
    assert (imported["READ"], imported["KEPT"], imported["SET_ASIDE"]) == (20, 20, 0)


def test_single_files_and_english(algorithm, folder, tmp_path):
    profile, report = tmp_path / "p.toml", tmp_path / "p.html"
    run("proposeprofile", FILES=[str(folder / "要望一覧.csv")], CITY="08224", PROFILE=str(profile),
        REPORT=str(report), LANGUAGE=1)  # fmt: skip
    assert "Proposed city profile" in report.read_text(encoding="utf-8")
    assert "# City: as given" in profile.read_text(encoding="utf-8")


def test_an_unknown_city_is_asked_for(algorithm, folder, tmp_path):
    (folder / "要望一覧.csv").unlink()
    with pytest.raises(QgsProcessingException, match="E-CITY"):
        run("proposeprofile", FILES=[str(folder)], PROFILE=str(tmp_path / "p.toml"))


def test_where_nothing_fits_the_report_is_written_all_the_same(algorithm, folder, tmp_path):
    report = tmp_path / "r.html"
    with pytest.raises(QgsProcessingException, match="E-NOPLACE"):
        run("proposeprofile", FILES=[str(folder / "給食献立.csv")], CITY="08224", PROFILE=str(tmp_path / "p.toml"),
            REPORT=str(report), LANGUAGE=1)  # fmt: skip
    assert "給食献立" in report.read_text(encoding="utf-8") and not (tmp_path / "p.toml").exists()
