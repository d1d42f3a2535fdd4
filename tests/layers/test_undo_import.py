"""Taking back a city's last import: every table is what it was, but for what a person did since."""

import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from gunmane.layers.errors import GunmaneError
from gunmane.layers.importing import import_cities
from gunmane.layers.importing import run as importing
from gunmane.layers.importing.undo import undo_import, undoable
from gunmane.layers.profile import load_profile
from gunmane.layers.store import open_store
from gunmane.schema import model

sys.path.insert(0, os.path.dirname(__file__))
from city_fixture import DAMAGES, PROFILE, ROWS, City

CODE, OTHER = "082244", "082171"
STAMPS = {"imported_at", "vanished_at", "started_at", "finished_at", "edited_at", "decided_at"}


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


def dump(city, without=(), but_other=False, pet_refs=True):
    """Everything in both files: tables by row number, and the entries of the spatial indexes."""
    con = sqlite3.connect(city.store)
    con.execute("ATTACH ? AS people", (str(city.petitioners),))
    found = {}
    try:
        tables = [
            ("main", t.name) for t in model().tables.values() if t.store == "main" and t.name != "import_run"
        ]
        for schema, table in [*tables, ("main", "settings"), ("people", "petitioner")]:
            columns = [r[1] for r in con.execute(f'PRAGMA {schema}.table_info("{table}")')]
            left = set(without) | (set() if pet_refs else {"petitioner_ref", "pet_ref"})
            listed = ", ".join(f'"{c}"' for c in columns if c not in left)
            column = "substr(key, -6)" if table == "settings" else "city_code"
            where = f"WHERE {column} <> '{OTHER}'" if but_other else ""
            found[table] = con.execute(
                f'SELECT {listed} FROM {schema}."{table}" {where} ORDER BY fid'
            ).fetchall()
            if not pet_refs:  # random, also where a conflict shows them
                found[table] = [
                    tuple(
                        re.sub('"petitioner_ref": {[^}]*}', "", c) if isinstance(c, str) else c for c in row
                    )
                    for row in found[table]
                ]
            if "fid" in left:
                found[table].sort(key=repr)
                continue
            own = model().tables.get(table)
            if own is not None and own.geometry:
                inside = f'WHERE id IN (SELECT fid FROM "{table}" {where})'
                found[f"rtree_{table}"] = con.execute(
                    f'SELECT * FROM "rtree_{table}_geom" {inside} ORDER BY id'
                ).fetchall()
                assert con.execute(f"SELECT rtreecheck('rtree_{table}_geom')").fetchone() == ("ok",)
                wild = (
                    f'SELECT count(*) FROM "rtree_{table}_geom" WHERE id NOT IN (SELECT fid FROM "{table}")'
                )
                assert con.execute(wild).fetchone() == (0,)
        triggers = con.execute("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'index') ORDER BY 1")
        found["triggers"] = [t for t in triggers.fetchall() if "autoindex_journal" not in t[0]]
        return found
    finally:
        con.close()


def same(one, two):
    for name in one:
        assert one[name] == two[name], name
    return True


def changed(rows, chance):
    """Rows of a ledger after some weeks: mended, added, gone, back, and some that cannot be read."""
    rows = [r for r in rows if chance.random() > 0.15]
    for n, row in enumerate(rows):
        cells = row.split(",")
        what = chance.randrange(8)
        if what == 0:
            cells[4] = chance.choice(["草が伸びている", "側溝が割れている", "穴がある 090-0000-2222"])
        elif what == 1:
            cells[6] = f"0297-00-{chance.randrange(10000):04d}"
        elif what == 2:
            cells[8] = f"35.95{chance.randrange(100):02d}"
        elif what == 3:
            cells[2] = chance.choice(["電話", "窓口", "伝書鳩"])
        elif what == 4:
            cells[0] = chance.choice(["", cells[0]])
        rows[n] = ",".join(cells)
    for _ in range(chance.randrange(4)):
        key = f"R7-{chance.randrange(1, 12)}"
        rows.append(chance.choice(ROWS).replace(chance.choice(ROWS).split(",")[0] + ",", key + ",", 1))
    return rows


def next_ledgers(city, chance, state):
    state["rows"] = changed(state["rows"], chance) if chance.random() < 0.85 else [*ROWS]
    city.requests(state["rows"])
    damages = [d for d in DAMAGES[1:] if chance.random() > 0.2]
    damages += [f"D{chance.randrange(3, 9)},R7.4.9,側溝,{chance.choice(['破損', '謎'])},3cm,R7-1"]
    city.write("損傷.csv", "\n".join([DAMAGES[0], *damages]) + "\n")
    if chance.random() < 0.2:
        state["version"] += 1
        city.profile(PROFILE.replace('version = "1"', f'version = "{state["version"]}"'))


def by_hand(city, chance):
    """A person at work between imports."""
    city.edit(
        chance.choice(
            [
                f"UPDATE request SET body = '職員{chance.randrange(99)}' WHERE src_row = {chance.randrange(2, 6)}",
                "UPDATE review_item SET decision = '採用' WHERE kind = 'コード不明'",
                "UPDATE set_aside SET state = '対象外'",
                "DELETE FROM request WHERE fid = (SELECT max(fid) FROM request)",
                "INSERT INTO facility (uuid, city_code, src_file, src_row, fac_name)"
                f" VALUES (lower(hex(randomblob(18))), '{CODE}', '', 0, 'x')",
            ]
        )
    )


def neighbour(city, tmp_path, rows):
    """Another city in the same store."""
    folder = tmp_path / "隣"
    folder.mkdir(exist_ok=True)
    text = PROFILE.replace(CODE, OTHER).replace("守谷市", "取手市").replace('id = "moriya"', 'id = "other"')
    (tmp_path / "other.toml").write_text(text, encoding="utf-8")
    moved = [r.replace(CODE, OTHER).replace("35.9", "35.9").replace("139.97", "140.05") for r in rows]
    from city_fixture import HEADER

    (folder / "要望.csv").write_text("\n".join([HEADER, *moved]) + "\n", encoding="utf-8")
    account = import_cities([(load_profile(tmp_path / "other.toml"), folder)], city.store).cities[0]
    assert account.problem is None and account.total("kept") > 0
    return account


@pytest.mark.parametrize("seed", range(12))
def test_after_any_imports_the_last_one_can_be_taken_back_and_done_again(city, tmp_path, seed):
    chance = random.Random(seed)
    state = {"rows": [*ROWS], "version": 1}
    undone = 0
    for _ in range(5):
        if city.store.exists() and chance.random() < 0.5:
            by_hand(city, chance)
            city.run()  # what a person deleted comes back, orphans go, before the state is taken down
        before = dump(city, but_other=True) if city.store.exists() else None
        next_ledgers(city, chance, state)
        account = city.run()
        assert account.problem is None
        if before is None or not account.changed:
            continue
        afters = [dump(city, STAMPS | more, but_other=True, pet_refs=False) for more in (set(), {"fid"})]
        assert not city.run().changed
        others = chance.random() < 0.4
        if others:
            neighbour(city, tmp_path, changed(ROWS, chance) + ROWS)
        result = undo_import(city.store, CODE)
        assert result.done and not result.touched
        same(before, dump(city, but_other=True))
        undone += 1
        run = city.rows("import_run", "undone_by IS NOT NULL", f"import_id = '{account.import_id}'")
        assert run == [(1,)]
        city.run()
        run = city.rows("import_run", "undone_at, undone_by", f"import_id = '{account.import_id}'")
        assert run == [(None, None)]
        # (another city's rows may have the row numbers meanwhile)
        again = dump(city, STAMPS | ({"fid"} if others else set()), but_other=True, pet_refs=False)
        same(afters[others], again)
        if chance.random() < 0.3:
            undo_import(city.store, CODE)
            same(before, dump(city, but_other=True))
    assert undone or seed


def test_the_first_import_can_be_taken_back_whole(city, tmp_path):
    neighbour(city, tmp_path, ROWS)
    before = dump(city)
    account = city.run()
    with open_store(city.store) as store:
        listed = {entry[0]: entry for entry in undoable(store)}
    assert set(listed) == {CODE, OTHER} and listed[CODE][1] == account.import_id
    assert listed[CODE][3] == {"new": 5, "updated": 0, "vanished": 0}
    neighbour(city, tmp_path, [*ROWS, ROWS[0].replace("R7-1,", "R7-77,")])
    later = dump(city, but_other=False)
    result = undo_import(city.store, CODE)
    assert result.counts["new"] == 5 and result.counts["petitioners"] == 2
    left = dump(city)
    assert left["request"] == [r for r in later["request"] if CODE not in r]
    assert len(left["petitioner"]) == len(before["petitioner"]) + 1
    with pytest.raises(GunmaneError) as caught:
        undo_import(city.store, CODE)
    assert caught.value.code == "E-NOUNDO"


def test_what_was_updated_vanished_and_closed_is_counted(city):
    city.requests([*ROWS, ROWS[2].replace("R7-3,", ",", 1)])
    city.run()
    city.requests([ROWS[0].replace("大柏950-1", "大柏950-2"), ROWS[1], ROWS[0].replace("R7-1,", "R7-9,", 1)])
    city.run()
    trial = undo_import(city.store, CODE, trial=True)
    counts = {k: trial.counts[k] for k in ("new", "updated", "vanished", "set_aside", "kept")}
    assert counts == {"new": 1, "updated": 1, "vanished": 1, "set_aside": 1, "kept": 0} and not trial.done
    assert undo_import(city.store, CODE).counts["new"] == 1


EDITS = {
    "edited": "UPDATE request SET body = '職員が直した' WHERE src_row = 3",
    "decided": "UPDATE review_item SET decision = '採用', decided_at = '2026-01-01T00:00:00Z' WHERE row_uuid ="
    " (SELECT uuid FROM request WHERE src_row = 3)",
    "referred": "INSERT INTO request_damage (uuid, city_code, src_file, src_row, req_uuid, dmg_uuid) SELECT"
    " '00000000-0000-0000-0000-000000000001', city_code, '', 0, uuid, 'x' FROM request WHERE src_row = 3",
}


@pytest.mark.parametrize("why", EDITS)
@pytest.mark.parametrize("force", [False, True])
def test_what_a_person_did_since_stays_unless_forced(city, why, force):
    (city.folder / "要望.csv").unlink()
    city.run()
    before = dump(city)
    city.requests([ROWS[0], ROWS[1].replace("窓口", "伝書鳩"), ROWS[2]])
    city.run()
    city.edit(EDITS[why])
    result = undo_import(city.store, CODE, force=force)
    assert why in {t.why for t in result.touched} and result.touched[0].reason()
    left = city.rows("request", "src_row, petitioner_ref")
    people = _people(city)
    if force:
        assert left == [] and people == [] and not result.kept
        after = dump(city)
        same({k: v for k, v in before.items() if why != "referred" or k != "request_damage"}, after)
    else:
        assert [r[0] for r in left] == [3] and people == [left[0][1]]
        assert city.rows("review_item", "kind") == [("コード不明",)]
        city.run()  # and the same files again: as before the undo, with the person's work
        assert len(city.rows("request")) == 3 and len(_people(city)) == 2
        if why == "edited":
            assert ("職員が直した",) in city.rows("request", "body")


def test_a_row_that_a_person_deleted_since_is_not_brought_back_unasked(city):
    city.run()
    city.requests([ROWS[0].replace("大柏950-1", "大柏950-2"), *ROWS[1:]])
    city.run()
    city.edit("DELETE FROM request WHERE src_row = 2")
    assert [t.why for t in undo_import(city.store, CODE, trial=True, force=True).touched] == ["deleted"]
    assert len(undo_import(city.store, CODE).kept) == 1
    assert len(city.rows("request")) == 2


def test_an_edited_petitioner_keeps_its_row(city):
    (city.folder / "要望.csv").unlink()
    city.run()
    city.requests(ROWS)
    city.run()
    con = sqlite3.connect(city.petitioners)
    con.execute("UPDATE petitioner SET phone = '0297-00-0099', edited_at = '2026-01-01' WHERE src_row = 2")
    con.commit()
    con.close()
    assert {t.why for t in undo_import(city.store, CODE).kept} == {"petitioner"}
    assert [r[0] for r in city.rows("request", "src_row")] == [2] and len(_people(city)) == 1


def test_an_update_by_the_import_is_no_edit_of_a_petitioner(city):
    city.run()
    city.requests([ROWS[0].replace("0297-00-0001", "0297-00-0009"), *ROWS[1:]])
    city.run()
    con = sqlite3.connect(city.petitioners)
    assert con.execute("SELECT count(*) FROM petitioner WHERE edited_at IS NOT NULL").fetchone() == (0,)
    con.close()


def test_a_question_that_was_asked_since_about_a_row_that_goes_goes_with_it(city):
    city.run()
    before = dump(city)
    city.requests([*ROWS, ROWS[0].replace("R7-1,", "R7-8,")])
    city.run()
    city.edit(
        'INSERT INTO review_item (uuid, city_code, src_file, src_row, kind, "table", row_uuid, other_uuid, decision)'
        " SELECT '00000000-0000-0000-0000-000000000002', city_code, '', 0, '重複候補', 'request', uuid,"
        " (SELECT uuid FROM request WHERE src_row = 2), '未定' FROM request WHERE src_row = 5"
    )
    assert not undo_import(city.store, CODE).kept
    same(before, dump(city))


def test_what_another_trigger_changes_in_the_same_statement_is_not_taken_for_the_old_content(city):
    from gunmane.layers.store import ddl, journal

    city.run()
    with open_store(city.store) as store, store.transaction() as con:
        kept = journal.Journal(store, CODE, "t")
        for statement in ddl.rtree_triggers_drop("request"):
            con.execute(statement)
        con.execute("UPDATE request SET body = 'x' WHERE src_row = 2")  # stamped as edited by its trigger
        old = con.execute("SELECT body, edited_at FROM journal_request WHERE run = ?", (kept.run,)).fetchall()
        assert len(old) == 1 and old[0][0] != "x" and old[0][1] is None
        # Without a type the key's index would not be used, and every change would read the whole journal.
        types = {r[1]: r[2] for r in con.execute("PRAGMA table_info(journal_request)")}
        assert types["run"] == types["fid"] == "INTEGER" and types["body"] == ""
        con.execute("ROLLBACK")


def test_the_journal_is_no_layer_and_goes_with_the_schema(city):
    from osgeo import ogr

    city.run()
    city.requests(ROWS[:1])
    city.run()
    names = [layer.GetName() for layer in ogr.Open(str(city.store))]
    assert names and not [n for n in names if n.startswith("journal")]
    assert not [
        layer.GetName() for layer in ogr.Open(str(city.petitioners)) if layer.GetName() != "petitioner"
    ]
    con = sqlite3.connect(city.store)
    assert con.execute("SELECT count(*) FROM journal_request").fetchone() == (2,)
    con.execute("ALTER TABLE request ADD COLUMN mine TEXT")
    con.close()
    with open_store(city.store) as store:
        assert undoable(store) == []
    with pytest.raises(GunmaneError, match="can be taken back"):
        undo_import(city.store, CODE)
    city.requests(ROWS)
    city.run()
    assert undo_import(city.store, CODE).counts["updated"] == 2
    assert [bool(r[0]) for r in city.rows("request", "vanished_at")] == [False, True, True]


def test_a_crash_between_the_two_files_is_settled_by_the_next_one(city, monkeypatch):
    city.run()
    before = dump(city)
    city.requests([ROWS[0].replace("試験太郎", "試験次郎"), ROWS[0].replace("R7-1,", "R7-8,"), *ROWS[1:]])

    def lost(*_):
        raise KeyboardInterrupt

    from gunmane.layers.store.petitioners import PetitionerFile

    plain = PetitionerFile.commit

    def commit_then_die(self, landed=False):
        plain(self, landed)
        lost()

    monkeypatch.setattr(PetitionerFile, "commit", commit_then_die)
    with pytest.raises(KeyboardInterrupt):
        city.run()
    monkeypatch.undo()
    assert dump(city)["petitioner"] != before["petitioner"]
    assert undo_import(city.store, CODE, trial=True).counts["new"] == 5
    city.requests(ROWS)
    assert not city.run().changed  # the next one with the store's lock puts the people back
    same(before, dump(city))


KILLED = """
import sys
from gunmane.layers.importing.undo import undo_import
undo_import({store!r}, {code!r})
"""


def test_a_killed_undo_is_before_or_after(city, root):
    many = [ROWS[1].replace("R7-2,", f"R7-{n},", 1).replace("試験花子", f"試験{n}") for n in range(1, 4000)]
    city.run()
    before = dump(city)
    city.requests(many)
    city.run()
    after = dump(city)
    kept = city.store.with_name("kept")
    shutil.copytree(city.store.parent, kept)
    environment = {**os.environ, "PYTHONPATH": str(root / ".build" / "plugins")}
    script = KILLED.format(store=str(city.store), code=CODE)
    seen = set()
    chance = random.Random(3)
    for number in range(8):
        process = subprocess.Popen([sys.executable, "-c", script], env=environment)
        time.sleep(0.3 + 0.09 * number + chance.uniform(0, 0.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        with open_store(city.store) as store, store.transaction():
            from gunmane.layers.store.petitioners import PetitionerFile

            people = PetitionerFile(city.store)
            people.settle(store, CODE)
            people.close()
        now = dump(city)
        seen.add(now == before)
        assert now in (before, after)
        if now == before:
            for path in kept.iterdir():
                shutil.copy(path, city.store.parent / path.name)
    assert not city.store.with_name(city.store.name + ".writing").exists()


def test_cancel_takes_nothing_back(city):
    city.run()
    before = dump(city)
    answers = iter([False, True, True])
    with pytest.raises(importing.Cancelled):
        undo_import(city.store, CODE, progress=importing.Progress(cancelled=lambda: next(answers)))
    assert same(before, dump(city))


def _people(city):
    con = sqlite3.connect(city.petitioners)
    try:
        return [r[0] for r in con.execute("SELECT pet_ref FROM petitioner ORDER BY fid")]
    finally:
        con.close()
