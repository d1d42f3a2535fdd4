"""gunmane:checkdata through processing.run: the layer, the report, the table, and what happens when it goes wrong."""

import csv
import sqlite3

import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsProject, QgsVectorLayer


@pytest.fixture
def store(tmp_path, provider):
    """A store with a few planted faults; returns its path."""
    import shapely
    from gunmane.layers.store import create_store
    from gunmane.layers.store.geometry_blob import encode

    path = tmp_path / "統合 データ" / "gunmane.gpkg"
    path.parent.mkdir()
    made = create_store(path)

    def add(table, geom=None, **values):
        values = {"city_code": "082244", "src_file": "台帳.csv", "src_row": 7, **values}
        values["uuid"] = values["uuid"].ljust(36, "-")
        if geom is not None:
            values["geom"] = encode([geom], 6677)[0]
        names = ", ".join(f'"{n}"' for n in values)
        made.con.execute(f'DROP TRIGGER IF EXISTS "rtree_{table}_geom_insert"')  # it needs spatial functions
        marks = ",".join("?" * len(values))
        made.con.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', [*values.values()])

    add(
        "city", shapely.MultiPolygon([shapely.box(0, 0, 5000, 5000)]), uuid="c", name_ja="守谷市", src_key="c"
    )
    add("route", uuid="r", route_key="082244-C1-0001", rc="C1", route_no=1, ad="A1")
    common = {
        "ch": "T1",
        "kd": "K1",
        "body": "穴",
        "gl": "1",
        "ad": "A1",
        "st": "S00",
        "ft": "F01",
        "dt": "D01",
    }
    add(
        "request",
        shapely.Point(100, 100),
        uuid="q1",
        req_no="=1+1",
        received_at="2025-05-01T09:00:00+09:00",
        **common,
    )
    add(
        "request",
        shapely.Point(103, 104),
        uuid="q2",
        req_no="082244-2025-00002",
        received_at="2025-05-03T09:00:00+09:00",
        route_key="082244-C1-0099",
        **common,
    )
    add("request", None, uuid="q3", req_no="082244-2025-00003", received_at="2027-05-03T09:00:00+09:00",
        **{**common, "dt": "D15"})  # fmt: skip
    made.close()
    return path


def run(**parameters):
    from qgis import processing

    return processing.run("gunmane:checkdata", parameters, feedback=QgsProcessingFeedback(False))


def test_the_layer_says_what_where_and_how_to_mend_it(store):
    results = run(STORE=str(store), AS_OF="2026-03-31", ISSUES="TEMPORARY_OUTPUT", LANGUAGE=0)
    layer = results["ISSUES"]
    assert layer.crs().authid() == "EPSG:6677" and layer.featureCount() == results["COUNT"] == 4
    found = {f["kind"]: f for f in layer.getFeatures()}
    assert set(found) == {"duplicate_request", "dangling_reference", "date_future", "missing_location"}
    twice = found["duplicate_request"]
    assert (twice["uuid"][:3], twice["other_uuid"][:3], twice["city"]) == ("q2-", "q1-", "守谷市")
    assert (
        "5.0 m" in twice["text"]
        and twice["remedy"]
        and twice["src_file"] == "台帳.csv"
        and twice["src_row"] == 7
    )
    assert twice.geometry().asPoint().x() == 103 and twice["located"] == "finding"
    assert found["missing_location"]["located"] == "city"
    assert results["ERRORS"] == 2 and results["WARNINGS"] == 2


def test_without_a_layer_there_is_the_count(store):
    results = run(STORE=str(store), AS_OF="2026-03-31", ISSUES=None)
    assert results["COUNT"] == 4 and "ISSUES" not in results


def test_the_layer_can_be_a_file(store, tmp_path):
    path = tmp_path / "見つかったこと.gpkg"
    run(STORE=str(store), AS_OF="2026-03-31", ISSUES=str(path))
    assert QgsVectorLayer(str(path), "x", "ogr").featureCount() == 4


def test_the_report_and_its_table(store, tmp_path):
    report = tmp_path / "品質.html"
    run(STORE=str(store), AS_OF="2026-03-31", ISSUES=None, REPORT=str(report), LANGUAGE=0)
    page = report.read_text(encoding="utf-8")
    assert "品質レポート" in page or "Quality report" in page  # the Japanese comes with the next translation
    assert "守谷市" in page and "日付が未来" in page and "2027-05-03" in page and "http" not in page
    table = report.with_name("品質_findings.csv")
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(table.open(encoding="utf-8-sig")))
    assert len(rows) == 5
    assert any("'=1+1" in cell for row in rows for cell in row) and not any(
        c.startswith("=") for r in rows for c in r
    )


def test_the_report_in_english(store, tmp_path):
    report = tmp_path / "q.html"
    run(STORE=str(store), AS_OF="2026-03-31", ISSUES=None, REPORT=str(report), LANGUAGE=1)
    page = report.read_text(encoding="utf-8")
    assert "A date in the future" in page and "Request" in page


def test_the_day_and_the_tolerances_count(store):
    assert run(STORE=str(store), AS_OF="2028-01-01", ISSUES=None)["COUNT"] == 3
    assert run(STORE=str(store), AS_OF="2028-01-01", ISSUES=None, DUP_DISTANCE=4)["COUNT"] == 2
    assert run(STORE=str(store), AS_OF="2028-01-01", ISSUES=None, DUP_DAYS=1)["COUNT"] == 2


def test_the_store_is_not_changed(store):
    before = store.read_bytes()
    run(STORE=str(store), ISSUES="TEMPORARY_OUTPUT")
    assert store.read_bytes() == before
    with sqlite3.connect(store) as con:
        assert con.execute("SELECT count(*) FROM review_item").fetchone() == (0,)


def test_an_empty_store_has_no_findings(tmp_path, provider):
    from gunmane.layers.store import create_store

    create_store(tmp_path / "empty.gpkg").close()
    report = tmp_path / "r.html"
    results = run(STORE=str(tmp_path / "empty.gpkg"), ISSUES="TEMPORARY_OUTPUT", REPORT=str(report))
    assert results["COUNT"] == 0 and results["ISSUES"].featureCount() == 0 and report.exists()


def test_something_else_is_refused_with_words(tmp_path, provider):
    (tmp_path / "x.gpkg").write_bytes(b"no store" * 500)
    with pytest.raises(QgsProcessingException, match="E-NOTSTORE"):
        run(STORE=str(tmp_path / "x.gpkg"), ISSUES=None)


def test_gaps_that_contradict_each_other_are_refused(store):
    with pytest.raises(QgsProcessingException, match="largest gap"):
        run(STORE=str(store), ISSUES=None, GAP=6)


def test_a_cancelled_run_writes_nothing(store):
    from qgis import processing

    feedback = QgsProcessingFeedback(False)
    feedback.cancel()
    QgsProject.instance().clear()
    results = processing.run("gunmane:checkdata", {"STORE": str(store), "ISSUES": None}, feedback=feedback)
    assert "COUNT" not in results


def test_suspects_wait_for_a_person_only_when_asked_for(store):
    def queue():
        with sqlite3.connect(store) as con:
            return con.execute('SELECT kind, "table", decision FROM review_item ORDER BY kind').fetchall()

    run(STORE=str(store), AS_OF="2026-03-31")
    assert queue() == []
    results = run(STORE=str(store), AS_OF="2026-03-31", REVIEW=True, LANGUAGE=1)
    assert results["SUSPECTS"] == 2
    assert queue() == [("その他", "request", "未定"), ("重複候補", "request", "未定")]
    assert run(STORE=str(store), AS_OF="2026-03-31", REVIEW=True)["SUSPECTS"] == 0


def test_a_pair_that_was_settled_is_not_told_again(store):
    with sqlite3.connect(store) as con:
        for (name,) in con.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            con.execute(f'DROP TRIGGER "{name}"')
        con.execute("UPDATE request SET dup_of = '=1+1' WHERE uuid LIKE 'q2%'")
    results = run(STORE=str(store), AS_OF="2026-03-31", ISSUES="TEMPORARY_OUTPUT")
    assert "duplicate_request" not in {f["kind"] for f in results["ISSUES"].getFeatures()}
