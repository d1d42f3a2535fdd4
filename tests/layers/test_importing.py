"""The import of a city, rule by rule (unified model, section 2): counts, identity, transactions, personal data."""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest
from gunmane.layers.errors import GunmaneError
from gunmane.layers.importing import run as importing

sys.path.insert(0, os.path.dirname(__file__))
from city_fixture import HEADER, PROFILE, ROWS, City


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


def source(account, name):
    return next(s for s in account.sources if s.source_id == name)


def check_counts(account):
    for s in account.sources:
        assert s.read == s.kept + s.set_aside, s.source_id
        assert s.set_aside == len(s.aside)


def aside(account):
    return [(entry.row, entry.code) for s in account.sources for entry in s.aside]


def bytes_of(city):
    return city.store.read_bytes(), city.petitioners.read_bytes()


# -- what a row becomes ---------------------------------------------------------------------------------


def test_rows_become_unified_rows_with_their_origin(city):
    account = city.run()
    check_counts(account)
    assert [account.total(n) for n in ("read", "kept", "set_aside")] == [5, 5, 0]
    rows = city.rows("request", "req_no, received_at, ch, kd, gl, src_file, src_row, city_code")
    assert rows[0] == (
        "082244-2025-00001", "2025-04-01T09:05:00+09:00", "T1", "K1", "1", "要望.csv", 2, "082244",
    )  # fmt: skip
    assert city.rows("damage", "dmg_id, ft, dt, depth_cm")[0] == ("082244-D1", "F01", "D01", 5.0)


def test_a_link_column_makes_a_row_of_request_damage(city):
    city.run()
    (link,) = city.rows("request_damage", "req_uuid, dmg_uuid")
    assert link[0] == city.rows("request", "uuid")[0][0]
    assert link[1] == city.rows("damage", "uuid")[0][0]


def test_the_raw_row_is_kept_verbatim_but_for_personal_cells(city):
    city.run()
    raw = json.loads(city.rows("request", "raw_json")[0][0])
    assert raw["受付日"] == "令和7年4月1日 9:05" and raw["市コード"] == "082244"
    assert raw["氏名"] == "[氏名]" and raw["電話"] == "[電話]"
    assert raw["内容"] == "穴があいている。[電話]に連絡"
    assert json.loads(city.rows("damage", "raw_json")[0][0])["深さ"] == "約５ｃｍ"


def test_personal_data_stands_in_its_own_file_only(city, tmp_path):
    from gunmane.documents.import_report import write_report
    from gunmane.layers.account import ImportAccount

    account = city.run()
    write_report(ImportAccount("store", False, [account]), city.store.with_name("report.html"))
    import sqlite3

    con = sqlite3.connect(city.petitioners)
    people = con.execute(
        "SELECT name, phone, raw_personal, owner_uuid, retain_until FROM petitioner ORDER BY src_row"
    ).fetchall()
    con.close()
    assert people[0][:2] == ("試験太郎", "0297-00-0001")
    assert json.loads(people[0][2])["内容"] == "穴があいている。090-0000-1111に連絡"
    assert people[0][4] == "2031-03-31"
    reference = city.rows("request", "petitioner_ref")
    assert reference[0][0] and reference[0][0] != reference[1][0] and reference[2][0] is None
    for path in city.store.parent.iterdir():
        if path == city.petitioners:
            continue
        data = path.read_bytes()
        for secret in ("試験太郎", "試験花子", "0297-00-0001", "090-0000-1111"):
            assert secret.encode() not in data, path.name


@pytest.mark.parametrize(
    "row, code",
    [
        (ROWS[0], "E-DUPKEY"),
        (ROWS[0].replace("R7-1,", ",", 1), "E-NOKEY"),
        (ROWS[0].replace("R7-1,", "R7-9,", 1).replace("082244", "082112"), "E-OTHERCITY"),
        (
            ROWS[0].replace("R7-1,", "R7-9,", 1).replace("35.95142,139.97542", "36.05142,139.97542"),
            "E-OUTSIDE",
        ),
    ],
)
def test_a_row_that_cannot_be_a_row_is_set_aside_with_its_reason(city, row, code):
    city.requests([*ROWS, row])
    account = city.run()
    check_counts(account)
    assert aside(account) == [(5, code)]
    ((table_reason, raw, state),) = city.rows("set_aside", "reason, raw_json, state")
    assert table_reason.startswith(code) and state == "未対応"
    assert json.loads(raw)["氏名"] == "[氏名]"


def test_unreadable_cells_become_empty_with_a_flag_and_the_row_stays(city):
    bad = "R7-4,R8.2.30,伝書鳩,通報,穴,,,,0,0,"
    city.requests([*ROWS, bad])
    account = city.run()
    check_counts(account)
    row = city.rows("request", "received_at, ch, flags, geom", "src_row = 5")[0]
    assert row[0] is None and row[1] == "X9" and row[3] is None
    assert {(f["code"], f["field"]) for f in json.loads(row[2])} >= {
        ("E-DATE", "received_at"), ("W-CODE", "ch"), ("E-NULLGEOM", "geom"),
    }  # fmt: skip
    assert source(account, "requests").repaired == 1
    kinds = {r[0] for r in city.rows("review_item", "kind")}
    assert kinds == {"コード不明", "位置未特定", "その他"}


def test_rows_without_a_flag_are_not_counted_as_repaired(city):
    assert city.run().total("repaired") == 0  # wareki, full width and a declared unit are notations


def test_blank_rows_repeated_headers_and_totals_are_skipped_and_counted_apart(city):
    city.requests([*ROWS, "", HEADER, "合計,,,,,,,,,,"])
    account = city.run()
    check_counts(account)
    assert (source(account, "requests").read, source(account, "requests").skipped) == (3, 3)


def test_a_formula_stays_text(city):
    city.requests(["R7-1,R7.4.1,電話,通報,\"=cmd|' /C calc'!A0\",,,,35.95142,139.97542,"])
    city.run()
    assert city.rows("request", "body")[0][0].startswith("=cmd")


def test_a_column_that_the_profile_does_not_know_is_kept_and_reported(city):
    city.requests([row + ",覚え" for row in ROWS], HEADER + ",新しい列")
    account = city.run()
    assert source(account, "requests").files[0].unmatched == ["新しい列"]
    assert json.loads(city.rows("request", "raw_json")[0][0])["新しい列"] == "覚え"


# -- importing again ------------------------------------------------------------------------------------


def test_a_second_import_of_the_same_files_changes_nothing(city):
    city.run()
    before = bytes_of(city)
    account = city.run()
    assert not account.changed and account.total("unchanged") == 5
    assert bytes_of(city) == before


def test_a_changed_source_row_updates_and_keeps_its_id(city):
    city.run()
    uuid = city.rows("request", "uuid")[1]
    city.requests([ROWS[0], ROWS[1].replace("草が伸びている", "草を刈ってほしい"), ROWS[2]])
    account = city.run()
    assert [source(account, "requests").updated, source(account, "requests").unchanged] == [1, 2]
    assert city.rows("request", "uuid")[1] == uuid
    assert city.rows("request", "body")[1][0] == "草を刈ってほしい"


def test_a_changed_telephone_number_changes_only_the_petitioners_file(city):
    city.run()
    city.requests([ROWS[0].replace("0297-00-0001", "0297-00-0009"), *ROWS[1:]])
    assert source(city.run(), "requests").updated == 1
    assert b"0297-00-0009" in city.petitioners.read_bytes()


def test_a_vanished_row_is_marked_and_may_return(city):
    city.run()
    city.requests(ROWS[:2])
    assert source(city.run(), "requests").vanished == 1
    assert [bool(r[0]) for r in city.rows("request", "vanished_at")] == [False, False, True]
    assert not city.run().changed
    city.requests(ROWS)
    city.run()
    assert [r[0] for r in city.rows("request", "vanished_at")] == [None, None, None]


def test_rows_of_a_file_that_is_not_there_any_more_do_not_vanish(city):
    city.run()
    (city.folder / "損傷.csv").unlink()
    account = city.run()
    assert account.missing_sources == ["損傷"] and account.total("vanished") == 0
    assert city.rows("damage", "vanished_at") == [(None,), (None,)]


def test_a_row_edited_by_a_person_is_not_overwritten_but_listed_with_both_values(city):
    city.run()
    city.edit("UPDATE request SET body = '職員が直した' WHERE src_row = 3")
    assert city.rows("request", "edited_at IS NOT NULL")[1] == (1,)
    assert not city.run().changed  # the source is as it was: nothing to decide
    city.requests([ROWS[0], ROWS[1].replace("草が伸びている", "草を刈ってほしい"), ROWS[2]])
    account = city.run()
    assert source(account, "requests").conflicts == 1
    assert city.rows("request", "body")[1][0] == "職員が直した"
    (detail,) = [json.loads(r[0]) for r in city.rows("review_item", "detail", "kind = '値の衝突'")]
    assert detail["values"] == {"body": {"store": "職員が直した", "file": "草を刈ってほしい"}}
    before = bytes_of(city)
    city.run()
    assert bytes_of(city) == before


def test_a_row_mended_at_the_source_closes_what_was_set_aside(city):
    city.requests([*ROWS, ROWS[2].replace("R7-3,", ",", 1)])
    city.run()
    city.requests([*ROWS, ROWS[2].replace("R7-3,", "R7-4,", 1)])
    account = city.run()
    assert not aside(account) and city.rows("set_aside", "state") == [("対応済",)]


def test_a_new_version_of_the_profile_renews_rows_without_calling_it_a_conflict(city):
    city.run()
    city.edit("UPDATE request SET body = '職員が直した' WHERE src_row = 3")
    city.profile(
        PROFILE.replace('"方法" = "ch"', '"方法" = { ignore = "x" }').replace(
            'version = "1"', 'version = "2"'
        )
    )
    account = city.run()
    assert source(account, "requests").updated == 2 and source(account, "requests").conflicts == 0
    assert [r[0] for r in city.rows("request", "ch")] == [None, "W1", None]
    assert not city.run().changed


def test_a_decision_of_a_person_survives_the_next_import(city):
    city.requests([ROWS[0].replace("電話,通報", "伝書鳩,通報"), *ROWS[1:]])
    city.run()
    city.edit("UPDATE review_item SET decision = '採用' WHERE kind = 'コード不明'")
    city.requests([ROWS[0].replace("電話,通報", "伝書鳩,通報").replace("大柏950-1", "大柏950-2"), *ROWS[1:]])
    city.run()
    assert city.rows("review_item", "decision", "kind = 'コード不明'") == [("採用",)]


# -- what fails -----------------------------------------------------------------------------------------


def test_a_renamed_key_column_is_named_with_what_the_header_has(city):
    city.run()
    before = bytes_of(city)
    city.requests(ROWS, HEADER.replace("番号", "受付No", 1))
    account = city.run()
    problem = source(account, "requests").problem
    assert "E-COLUMN" in problem and "「番号」" in problem and "受付No" in problem
    assert bytes_of(city) == before and source(account, "damages").unchanged == 2


def test_a_ledger_that_cannot_be_read_leaves_the_others_alone(city):
    (city.folder / "要望.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    account = city.run()
    assert account.problem is None and source(account, "requests").problem
    assert source(account, "damages").kept == 2 and city.rows("request") == []


def test_a_required_ledger_that_fails_gives_up_the_whole_city(city):
    city.profile(PROFILE.replace('files = ["損傷.csv"]', 'files = ["損傷.csv"]\nrequired = true'))
    (city.folder / "損傷.csv").write_bytes(b"PK\x03\x04 cut off")
    account = city.run()
    assert account.problem and city.rows("request") == [] and city.rows("import_run") == []


def test_a_dry_run_reports_the_same_and_writes_nothing(city):
    trial = city.run(dry_run=True)
    assert not city.store.exists() and not city.petitioners.exists()
    real = city.run()
    for name in ("read", "kept", "repaired", "set_aside", "skipped", "new"):
        assert trial.total(name) == real.total(name)
    before = bytes_of(city)
    city.requests(ROWS[:1])
    trial = city.run(dry_run=True)
    assert source(trial, "requests").vanished == 2 and bytes_of(city) == before


def test_cancel_takes_the_city_back(city):
    city.run()
    before = bytes_of(city)
    city.requests(ROWS[:1])
    answers = iter([False, False, False, True, True, True])
    with pytest.raises(importing.Cancelled):
        city.run(progress=importing.Progress(cancelled=lambda: next(answers)))
    assert bytes_of(city) == before


def test_a_store_in_another_crs_is_not_mixed(city):
    city.run()
    with pytest.raises(GunmaneError, match="6677"):
        city.run(crs="EPSG:6676")


def test_the_wrong_axis_order_stops_and_nothing_of_the_file_is_kept(city):
    degrees = 'kind = "latlon"\n  lat = "緯度"\n  lon = "経度"\n  crs = "EPSG:6668"'
    metres = 'kind = "xy"\n  x = "緯度"\n  y = "経度"\n  crs = "EPSG:6677"\n  order = "math"'
    text = PROFILE.replace(degrees, metres)
    city.profile(text)
    city.requests([r.replace("35.95142,139.97542", "-5380.5,12817.6") for r in ROWS[:1]])
    account = city.run()
    assert "E-XYORDER" in source(account, "requests").problem and city.rows("request") == []


def test_a_full_disk_takes_the_city_back_and_says_so(city, monkeypatch):
    from gunmane.layers.store import geopackage as store

    city.run()
    before = bytes_of(city)
    pages = os.path.getsize(city.store) // 4096
    plain = store.connect

    def small(path, readonly):
        con = plain(path, readonly)
        con.execute(f"PRAGMA max_page_count = {pages + 3}")
        return con

    monkeypatch.setattr(store, "connect", small)
    city.requests([ROWS[1].replace("R7-2,", f"R7-{n},", 1) for n in range(1, 3000)])
    account = city.run()
    assert "E-DISKFULL" in account.problem and "Free some space" in account.problem
    assert city.store.read_bytes() == before[0]


def test_a_fault_of_ours_is_told_without_the_cells_and_the_others_go_on(city, monkeypatch):
    from gunmane.layers.importing import city as city_import

    plain = city_import.open_tables

    def faulty(path, options):
        if path.name == "要望.csv":
            raise ValueError("could not convert 090-0000-1111")
        return plain(path, options)

    monkeypatch.setattr(city_import, "open_tables", faulty)
    account = city.run()
    problem = source(account, "requests").problem
    assert "E-UNEXPECTED" in problem and "ValueError" in problem and "090" not in problem
    assert source(account, "damages").kept == 2


def test_a_ledger_that_lost_most_of_its_rows_is_doubted(city):
    city.requests([ROWS[1].replace("R7-2,", f"R7-{n},", 1) for n in range(1, 40)])
    city.run()
    city.requests(ROWS[:1])
    said = []
    city.run(progress=importing.Progress(warn=said.append))
    assert any("not in the file any more" in text for text in said)


def test_a_header_only_file_is_read_as_no_rows(city):
    city.requests([])
    account = city.run()
    assert source(account, "requests").problem is None and source(account, "requests").read == 0


def test_an_empty_file_is_named(city):
    (city.folder / "要望.csv").write_bytes(b"")
    assert "E-EMPTY" in source(city.run(), "requests").problem


def test_a_wrong_declared_encoding_cannot_be_missed(city):
    city.profile(PROFILE.replace('files = ["要望*.csv"]', 'files = ["要望*.csv"]\nencoding = "utf-8"'))
    city.requests(ROWS, encoding="cp932")
    problem = source(city.run(), "requests").problem
    assert "E-ENCODING" in problem and "cp932" in problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "euc_jp"])
def test_every_encoding_of_a_city_hall_is_recognised(city, encoding):
    city.requests(ROWS, encoding=encoding)
    account = city.run()
    assert source(account, "requests").kept == 3, source(account, "requests").problem
    assert city.rows("request", "body")[1][0] == "草が伸びている"


KILLED = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from city_fixture import load_profile, import_cities
import_cities([(load_profile({profile!r}), Path({folder!r}))], {store!r})
"""


def test_a_killed_import_leaves_the_store_as_before_or_complete(city, root):
    many = [ROWS[1].replace("R7-2,", f"R7-{n},", 1).replace("試験花子", f"試験{n}") for n in range(1, 4000)]
    city.run()
    city.requests(many)
    script = KILLED.format(
        tests=os.path.dirname(__file__),
        profile=str(city.profile_path),
        folder=str(city.folder),
        store=str(city.store),
    )
    environment = {**os.environ, "PYTHONPATH": str(root / ".build" / "plugins")}
    chance = random.Random(7)
    seen = set()
    for _ in range(6):
        process = subprocess.Popen([sys.executable, "-c", script], env=environment)
        time.sleep(chance.uniform(0.8, 3.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
        count = len(city.rows("request", "uuid"))
        seen.add(count)
        assert count in (3, 3999), "half an import"
        people = _people(city)
        assert people >= {r[0] for r in city.rows("request", "petitioner_ref") if r[0]}, (
            "a row without its petitioner"
        )
    account = city.run()
    assert len(city.rows("request", "uuid")) == 3999 and account.problem is None
    assert not city.run().changed
    assert _people(city) == {r[0] for r in city.rows("request", "petitioner_ref") if r[0]}, "orphans remain"


def _people(city):
    import sqlite3

    con = sqlite3.connect(city.petitioners)
    try:
        return {r[0] for r in con.execute("SELECT pet_ref FROM petitioner")}
    finally:
        con.close()


def test_a_reference_point_in_another_region_is_doubted_but_kept(city):
    """Shelters and schools may lie beyond the border; 220 km away, a digit is wrong."""
    source = """
[[source]]
id = "shelters"
table = "reference"
title_ja = "避難所"
files = ["避難所.csv"]
key = ["ID"]
constants = { kind = "SH" }
  [source.geometry]
  kind = "latlon"
  lat = "緯度"
  lon = "経度"
  crs = "EPSG:6668"
  [source.columns]
  "ID" = "ref_id"
"""
    city.profile(PROFILE + source)
    near, over = ("35.9510,139.9750", "35.9999,139.9750")
    rows = [f"{n},{near}" for n in range(9)] + [f"9,{over}", "10,37.9510,139.9750"]
    city.write("避難所.csv", "\n".join(["ID,緯度,経度", *rows]) + "\n")
    city.run()
    flagged = city.rows("reference", "src_key, flags", "flags IS NOT NULL")
    assert [(key, "W-FAR" in flags) for key, flags in flagged] == [("10", True)]
    assert city.rows("review_item", "row_uuid", "detail LIKE '%W-FAR%'")
