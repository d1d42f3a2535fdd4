"""The algorithms through the doors that users use: processing.run, a model, qgis_process."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProject,
)

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "layers"))
from city_fixture import HEADER, PROFILE, ROWS, City

IDS = {
    "gunmane:importcity",
    "gunmane:unifycities",
    "gunmane:loadunifiedmap",
    "gunmane:updatestore",
    "gunmane:undoimport",
    "gunmane:checkdata",
    "gunmane:coveragematrix",
    "gunmane:exportunified",
    "gunmane:proposeprofile",
    "gunmane:importstandards",
    "gunmane:comparestandards",
    "gunmane:judgestandards",
    "gunmane:exportstandards",
    "gunmane:prioritize",
    "gunmane:prioritysensitivity",
    "gunmane:workplan",
    "gunmane:linkborders",
    "gunmane:buildroutes",
    "gunmane:grouproutes",
    "gunmane:assignzones",
    "gunmane:comparescenarios",
}


class Listener(QgsProcessingFeedback):
    """Keeps what an algorithm says."""

    def __init__(self):
        super().__init__(False)
        self.said: list[str] = []
        self.values: list[float] = []
        self.progressChanged.connect(self.values.append)

    def pushInfo(self, text):
        self.said.append(text)

    def pushWarning(self, text):
        self.said.append(text)

    def reportError(self, text, fatalError=False):
        self.said.append(text)


@pytest.fixture
def city(tmp_path, provider):
    return City(tmp_path)


def run(name, **parameters):
    from qgis import processing

    feedback = parameters.pop("feedback", None) or Listener()
    return processing.run(f"gunmane:{name}", parameters, feedback=feedback)


def import_city(city, **more):
    return run(
        "importcity", PROFILE=str(city.profile_path), FOLDER=str(city.folder), STORE=str(city.store), **more
    )


def test_the_published_ids_are_there(provider):
    assert {a.id() for a in provider.algorithms()} == IDS


def test_every_parameter_and_algorithm_has_help_in_both_languages(provider):
    from gunmane import i18n

    for algorithm in provider.algorithms():
        texts = []
        for code in ("ja", "en"):
            i18n.set_language(code)
            fresh = algorithm.create()
            texts.append(fresh.shortHelpString())
            assert fresh.shortHelpString() and fresh.displayName() and fresh.group()
            assert all(p.help() for p in fresh.parameterDefinitions()), fresh.id()
        assert texts[0] != texts[1]


def test_importcity_counts_and_reports(city):
    feedback = Listener()
    report = city.store.parent / "報告.html"
    results = import_city(city, REPORT=str(report), feedback=feedback)
    assert {k: results[k] for k in ("READ", "KEPT", "REPAIRED", "SET_ASIDE", "SKIPPED")} == {
        "READ": 5, "KEPT": 5, "REPAIRED": 0, "SET_ASIDE": 0, "SKIPPED": 0,
    }  # fmt: skip
    page = report.read_text(encoding="utf-8")
    assert "取込レポート" in page and "守谷市" in page and "試験太郎" not in page
    assert report.with_name("報告_set_aside.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert feedback.values[-1] == 100 and feedback.values == sorted(feedback.values)
    assert not any("試験太郎" in text or "0297-00" in text for text in feedback.said)


def test_the_report_is_japanese_unless_english_is_chosen(city):
    report = city.store.parent / "r.html"
    import_city(city, REPORT=str(report), LANGUAGE=1)
    assert "Import report" in report.read_text(encoding="utf-8")


def test_a_dry_run_writes_nothing(city):
    results = import_city(city, DRY_RUN=True)
    assert results["KEPT"] == 5 and not city.store.exists()


def test_a_profile_is_chosen_by_name(city):
    with pytest.raises(QgsProcessingException, match="no profile"):
        run("importcity", PROFILE="nowhere", FOLDER=str(city.folder), STORE=str(city.store))


def test_a_city_without_files_is_an_error_that_says_so(city, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(QgsProcessingException, match="No file of the profile"):
        run(
            "importcity",
            PROFILE=str(city.profile_path),
            FOLDER=str(tmp_path / "empty"),
            STORE=str(city.store),
        )


def test_a_foreign_geopackage_is_never_written_to(city):
    city.store.parent.mkdir(parents=True, exist_ok=True)
    city.store.write_bytes(b"not a store at all" * 100)
    with pytest.raises(QgsProcessingException, match="E-NOTSTORE"):
        import_city(city)
    assert city.store.read_bytes().startswith(b"not a store at all")


def test_unifycities_goes_on_when_one_city_fails(city, tmp_path):
    profiles, folder = tmp_path / "profiles", tmp_path / "cities"
    profiles.mkdir()
    (folder / "082112").mkdir(parents=True)
    (folder / "知らない町").mkdir()
    shutil.copytree(city.folder, folder / "082244")
    (profiles / "a.toml").write_text(PROFILE, encoding="utf-8")
    (profiles / "b.toml").write_text(
        PROFILE.replace("082244", "082112").replace("守谷市", "常総市"), encoding="utf-8"
    )
    feedback = Listener()
    results = run(
        "unifycities", FOLDER=str(folder), PROFILES=str(profiles), STORE=str(city.store), feedback=feedback
    )
    assert results["KEPT"] == 5 and results["FAILED"] == 1
    assert any("知らない町" in text for text in feedback.said)
    assert any("常総市" in text and "No file of the profile" in text for text in feedback.said)


def test_a_broken_profile_names_its_line(city):
    city.profile(PROFILE.replace('"番号" = "req_no"', '"番号" = "reqno"'))
    with pytest.raises(QgsProcessingException, match="line 22"):
        import_city(city)


def test_the_map_is_made_with_relative_paths_and_can_be_moved(city, tmp_path):
    import_city(city)
    project = city.store.parent / "gunmane.qgz"
    run("loadunifiedmap", STORE=str(city.store), PROJECT=str(project))
    moved = tmp_path / "別の 場所"
    shutil.move(str(city.store.parent), str(moved))
    opened = QgsProject()
    assert opened.read(str(moved / "gunmane.qgz"))
    layers = list(opened.mapLayers().values())
    assert layers and all(layer.isValid() for layer in layers)
    assert not any("petitioner" in layer.source() for layer in layers)


def test_the_map_of_something_else_is_refused_with_words(city, tmp_path):
    (tmp_path / "x.gpkg").write_bytes(b"x" * 3000)
    with pytest.raises(QgsProcessingException, match="E-NOTSTORE"):
        run("loadunifiedmap", STORE=str(tmp_path / "x.gpkg"), PROJECT=str(tmp_path / "x.qgz"))


def test_updatestore_leaves_a_present_store_alone(city):
    import_city(city)
    assert run("updatestore", STORE=str(city.store))["COPY"] is None


def test_the_algorithms_chain_in_a_model(city, tmp_path):
    model = QgsProcessingModelAlgorithm("chain", "test")
    imported = QgsProcessingModelChildAlgorithm("gunmane:importcity")
    imported.setChildId("import")
    static = QgsProcessingModelChildParameterSource.fromStaticValue
    for name, value in {
        "PROFILE": str(city.profile_path), "FOLDER": str(city.folder), "STORE": str(city.store), "DRY_RUN": False,
    }.items():  # fmt: skip
        imported.addParameterSources(name, [static(value)])
    drawn = QgsProcessingModelChildAlgorithm("gunmane:loadunifiedmap")
    drawn.setChildId("map")
    drawn.addParameterSources(
        "STORE", [QgsProcessingModelChildParameterSource.fromChildOutput("import", "STORE")]
    )
    drawn.addParameterSources("PROJECT", [static(str(tmp_path / "chained.qgz"))])
    drawn.addParameterSources("OPEN", [static(False)])
    model.addChildAlgorithm(imported)
    model.addChildAlgorithm(drawn)
    model.initAlgorithm()
    assert model.validate()[0], model.validate()[1]
    _, ok = model.run({}, QgsProcessingContext(), Listener())
    assert ok and (tmp_path / "chained.qgz").stat().st_size > 10_000


def test_qgis_process_runs_it_and_writes_json(city, root):
    program = shutil.which("qgis_process")
    if program is None:
        pytest.skip("qgis_process is not on this machine")
    script = (
        'cd "$1" && . scripts/env.sh && headless && qgis_process plugins enable gunmane >/dev/null 2>&1;'
        ' shift; exec "$@"'
    )
    command = [
        program, "--json", "run", "gunmane:importcity", "--", f"PROFILE={city.profile_path}",
        f"FOLDER={city.folder}", f"STORE={city.store}",
    ]  # fmt: skip
    done = subprocess.run(
        ["bash", "-c", script, "bash", str(root), *command], capture_output=True, text=True, timeout=180
    )
    assert done.returncode == 0, done.stderr[-2000:]
    results = json.loads(done.stdout[done.stdout.index("{") :])["results"]
    assert (results["READ"], results["KEPT"], results["SET_ASIDE"]) == (5, 5, 0)


def test_a_csv_of_200_columns_is_read(city):
    header = HEADER + "," + ",".join(f"列{n}" for n in range(200))
    city.requests([row + "," + ",".join(str(n) for n in range(200)) for row in ROWS], header)
    results = import_city(city)
    assert results["KEPT"] == 5
    assert json.loads(city.rows("request", "raw_json")[0][0])["列199"] == "199"
