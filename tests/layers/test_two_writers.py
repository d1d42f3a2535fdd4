"""Two processes that write one store: the second waits, or says who holds it; nothing is lost."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from gunmane.layers.errors import GunmaneError
from gunmane.layers.importing import run as importing
from gunmane.layers.store import create_store, locks, open_store

sys.path.insert(0, os.path.dirname(__file__))
from city_fixture import HEADER, PROFILE, ROWS, City

IMPORT = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from city_fixture import load_profile, import_cities
from gunmane.layers.importing import Progress
account = import_cities([(load_profile({profile!r}), Path({folder!r}))], {store!r},
                        progress=Progress(say=lambda text: print(text, flush=True)))
(one,) = account.cities
print("DONE", one.problem, one.changed, one.total("new"), one.total("unchanged"), flush=True)
"""
HOLD = """
import sys, time
from gunmane.layers.store import open_store
with open_store({store!r}) as store, store.transaction("試しの作業"):
    store.con.execute("INSERT INTO settings (key, value) VALUES ('half', 'done')")
    print("HELD", flush=True)
    time.sleep({seconds})
"""


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


@pytest.fixture
def start(root):
    """Starts Python in a process of its own; ends what is left at the end."""
    begun = []

    def run(script, **values):
        environment = {
            **os.environ,
            "PYTHONPATH": str(root / ".build" / "plugins"),
            "PYTHONIOENCODING": "utf-8",
        }
        process = subprocess.Popen(
            [sys.executable, "-c", script.format(tests=os.path.dirname(__file__), **values)],
            env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        )  # fmt: skip
        begun.append(process)
        return process

    yield run
    for process in begun:
        process.kill()
        process.wait()


def other_city(city, tmp_path, rows):
    """A second city's profile and folder."""
    folder = tmp_path / "隣"
    folder.mkdir()
    profile = tmp_path / "other.toml"
    text = (
        PROFILE.replace("082244", "082171")
        .replace("守谷市", "取手市")
        .replace('id = "moriya"', 'id = "other"')
    )
    profile.write_text(text, encoding="utf-8")
    moved = [
        r.replace("082244", "082171").replace("139.97", "140.05").replace("139.98", "140.05") for r in rows
    ]
    (folder / "要望.csv").write_text("\n".join([HEADER, *moved]) + "\n", encoding="utf-8")
    return profile, folder


def many(count):
    return [ROWS[1].replace("R7-2,", f"R7-{n},", 1).replace("試験花子", f"試験{n}") for n in range(1, count)]


def result(process):
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return said.splitlines()


def held(process):
    assert process.stdout.readline().strip() == "HELD"
    return process


def whole(city):
    """Nothing is left beside the two files, and every petitioner has an owner and the other way round."""
    assert sorted(os.listdir(city.store.parent)) == ["gunmane.gpkg", "petitioner.gpkg"]
    con = sqlite3.connect(city.petitioners)
    people = {r[0] for r in con.execute("SELECT pet_ref FROM petitioner")}
    con.close()
    assert people == {r[0] for r in city.rows("request", "petitioner_ref") if r[0]}


@pytest.mark.parametrize("again", range(3))
def test_two_cities_at_once_into_a_store_that_is_not_there_yet(city, start, tmp_path, again):
    city.requests(many(1500))
    profile, folder = other_city(city, tmp_path, many(1500))
    both = [
        start(IMPORT, profile=str(city.profile_path), folder=str(city.folder), store=str(city.store)),
        start(IMPORT, profile=str(profile), folder=str(folder), store=str(city.store)),
    ]
    said = [result(process)[-1] for process in both]
    assert said == ["DONE None True 1501 0", "DONE None True 1499 0"]
    found = city.rows("request", "city_code, uuid")
    assert len(set(found)) == 2998 and {code for code, _ in found} == {"082244", "082171"}
    assert len(city.rows("import_run")) == 2
    with open_store(city.store) as store:
        assert store.con.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert store.con.execute("SELECT rtreecheck('rtree_request_geom')").fetchone() == ("ok",)
        entries = store.con.execute("SELECT count(*) FROM rtree_request_geom").fetchone()
        assert entries == store.con.execute("SELECT count(*) FROM request WHERE geom NOT NULL").fetchone()
    whole(city)


def test_the_same_city_twice_at_once_lands_once(city, start):
    city.requests(many(1500))
    values = {"profile": str(city.profile_path), "folder": str(city.folder), "store": str(city.store)}
    both = [start(IMPORT, **values) for _ in range(2)]
    said = sorted(result(process)[-1] for process in both)
    assert said == ["DONE None False 0 1501", "DONE None True 1501 0"]
    assert len(city.rows("request")) == 1499 and len(city.rows("import_run")) == 1
    whole(city)


def test_the_second_waits_and_is_told_for_whom(city, start):
    create_store(city.store).close()
    held(start(HOLD, store=str(city.store), seconds=3))
    began = time.monotonic()
    said = []
    account = city.run(progress=importing.Progress(say=said.append))
    assert account.problem is None and account.total("kept") == 5 and time.monotonic() - began > 1
    (waiting,) = [text for text in said if "gunmane.gpkg" in text]
    assert "試しの作業" in waiting and locks.user_name() in waiting
    assert city.rows("settings", "value", "key = 'half'") == [("done",)]
    whole(city)


def test_a_killed_holder_holds_nothing(city, start):
    create_store(city.store).close()
    holder = held(start(HOLD, store=str(city.store), seconds=60))
    assert locks.holder_of(city.store).pid == holder.pid
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert locks.read_note(city.store) and locks.holder_of(city.store) is None
    account = city.run()
    assert account.problem is None and city.rows("settings", "value", "key = 'half'") == []
    whole(city)


def test_who_waits_may_cancel_and_nothing_is_changed(city, start):
    city.run()
    before = city.store.read_bytes(), city.petitioners.read_bytes()
    held(start(HOLD, store=str(city.store), seconds=60))
    city.requests(ROWS[:1])
    said = []
    began = time.monotonic()
    with pytest.raises(importing.Cancelled):
        progress = importing.Progress(
            say=said.append, cancelled=lambda: any("試しの作業" in text for text in said)
        )
        city.run(progress=progress)
    assert time.monotonic() - began < 10
    assert (city.store.read_bytes(), city.petitioners.read_bytes()) == before


def test_who_gives_up_says_who_holds_it(city, start, monkeypatch):
    city.run()
    monkeypatch.setattr(importing, "IMPORT_SECONDS", 0.5)
    holder = held(start(HOLD, store=str(city.store), seconds=60))
    city.requests(ROWS[:1])
    problem = city.run().problem
    assert "E-LOCKED" in problem and "試しの作業" in problem and str(holder.pid) in problem
    assert locks.read_note(city.store).token and len(city.rows("request", "1", "vanished_at IS NULL")) == 3


def test_an_edit_session_is_told_apart_even_beside_a_note_left_behind(city, start, monkeypatch):
    city.run()
    monkeypatch.setattr(importing, "IMPORT_SECONDS", 0.5)
    dead = held(start(HOLD, store=str(city.store), seconds=60))
    dead.kill()
    dead.wait()
    session = sqlite3.connect(city.store, isolation_level=None)
    session.execute("BEGIN IMMEDIATE")
    city.requests(ROWS[:1])
    said = []
    problem = city.run(progress=importing.Progress(say=said.append)).problem
    assert "E-LOCKED" in problem and "QGIS" in problem and str(dead.pid) not in problem
    assert any("QGIS" in text for text in said)
    session.close()
    assert city.run().problem is None


def test_a_colleague_on_another_pc_counts_as_long_as_the_note_is_touched(city, monkeypatch):
    create_store(city.store).close()
    monkeypatch.setattr(locks, "SILENT_SECONDS", 0.6)
    session = sqlite3.connect(city.store, isolation_level=None)
    session.execute("BEGIN IMMEDIATE")
    note = {
        "token": "t", "user": "tanaka", "host": "DOBOKU-07", "node": 1, "pid": 1, "program": "qgis",
        "since": "2026-11-01T09:00:00+09:00", "what": "取込",
    }  # fmt: skip
    locks.note_path(city.store).write_text(json.dumps(note), encoding="utf-8")

    def given_up(limit, touch=False):
        def tick():
            if touch:
                os.utime(locks.note_path(city.store))

        with open_store(city.store) as store, pytest.raises(GunmaneError) as caught:
            store.patience = locks.Patience(limit, check=tick)
            with store.transaction():
                pass
        return str(caught.value)

    assert "DOBOKU-07" in given_up(0.2)  # too short a look to know
    assert "DOBOKU-07" in given_up(1.5, touch=True)
    silent = given_up(1.5)
    assert "DOBOKU-07" not in silent and "QGIS" in silent
    session.close()


def test_who_imports_city_after_city_does_not_exhaust_the_others_patience(city, tmp_path):
    create_store(city.store).close()
    began = time.monotonic()
    note = {
        "user": "tanaka", "host": "DOBOKU-07", "node": 1, "pid": 1, "program": "qgis",
        "since": "2026-11-01T09:00:00+09:00", "what": "取込",
    }  # fmt: skip
    session = sqlite3.connect(city.store, isolation_level=None)
    session.execute("BEGIN IMMEDIATE")

    def next_city():
        token = str(int((time.monotonic() - began) / 0.4))
        locks.note_path(city.store).write_text(json.dumps({**note, "token": token}), encoding="utf-8")
        if time.monotonic() - began > 2 and session.in_transaction:
            session.execute("ROLLBACK")

    with open_store(city.store) as store:
        store.patience = locks.Patience(1.0, check=next_city)
        with store.transaction() as con:
            con.execute("INSERT INTO settings (key, value) VALUES ('mine', '1')")
    assert time.monotonic() - began > 2
    session.close()


def test_a_new_store_never_takes_the_place_of_anothers(tmp_path, monkeypatch):
    from gunmane.layers.store import geopackage

    path = tmp_path / "gunmane.gpkg"
    plain = geopackage.write_code_lists

    def meanwhile(con):
        plain(con)
        if not path.exists():
            path.write_bytes(b"somebody's")

    monkeypatch.setattr(geopackage, "write_code_lists", meanwhile)
    with pytest.raises(GunmaneError) as caught:
        create_store(path)
    assert caught.value.code == "E-EXISTS" and path.read_bytes() == b"somebody's"
    assert os.listdir(tmp_path) == ["gunmane.gpkg"]


def test_a_petitioners_file_that_another_made_meanwhile_keeps_its_secret(city, monkeypatch):
    from gunmane.layers.store.petitioners import PetitionerFile

    create_store(city.store).close()
    plain, asked = PetitionerFile._is_ours, []

    def later(self):
        asked.append(1)
        if len(asked) == 1:  # the other one is made between the question and the making
            later.other = PetitionerFile(city.store)
            return False
        return plain(self)

    monkeypatch.setattr(PetitionerFile, "_is_ours", later)
    mine = PetitionerFile(city.store)
    assert mine.secret == later.other.secret
    mine.close()
    later.other.close()
