"""A draft: operations that can all be taken back, profiles that load as what was saved, words instead of surprises."""

import shutil

import pytest
from gunmane.layers.errors import GunmaneError
from gunmane.layers.importing import Cancelled, Progress, import_cities
from gunmane.layers.profile import load_profile, profile_mistakes
from gunmane.layers.propose import propose
from gunmane.layers.propose.draft import Draft
from gunmane.layers.readers import ReadOptions
from gunmane.schema import model
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

CITY = "082244"  # ships with its area
LAT, LON = 35.951, 139.975
CHANNEL = next(iter(model().code_lists["CH"].codes))
HEADER = "受付番号,受付日,受付方法,区分,内容,申出者氏名,電話番号,場所,緯度,経度,担当メモ"


def requests(n=30):
    return [
        f"R7-{k:04d},7.{k % 12 + 1}.{k % 27 + 1},{'電話' if k % 3 else '目安箱'},{'苦情' if k % 2 else '要望'},"
        f"道路に穴がある{k},佐藤 花子,0297-00-{1000 + k},守谷市本町{k + 1}番地,"
        f"{LAT + k * 1e-4:.6f},{LON + k * 1e-4:.6f},甲{k % 5}"
        for k in range(n)
    ]


def write(path, header, rows, encoding="utf-8"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("\r\n".join([header, *rows]).encode(encoding))


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("draft") / "市の台帳"
    write(folder / "要望.csv", HEADER, requests(), "cp932")
    lamps = [f"{k},街路灯,{k % 7 + 3},{LAT},{LON + k * 1e-4}" for k in range(20)]
    write(folder / "施設.csv", "施設番号,施設種別,灯高さ関係値,緯度,経度", lamps)
    parks = [f"{k},第{k}公園,{LAT},{LON + k * 1e-4}" for k in range(10)]
    write(folder / "公園.csv", "ID,公園名,緯度,経度", parks)
    write(folder / "給食.csv", "日,主食,副菜", ["1,ごはん,煮物", "2,パン,サラダ"])
    return folder


@pytest.fixture(scope="module")
def proposal(files):
    return propose([files], CITY)


@pytest.fixture
def draft(proposal):
    draft = Draft.of(proposal)
    yield draft
    draft.close()


def at(draft, table):
    return next(n for n in draft.kept if draft.table(n).name == table)


def texts(problems):
    return [p.text for p in problems]


# -- operations -------------------------------------------------------------------------------------------


def test_a_draft_writes_what_the_proposal_writes(draft, proposal, tmp_path):
    from gunmane.layers.propose import profile_text

    assert draft.text(tmp_path / "p.toml") == profile_text(proposal, tmp_path / "p.toml")


def test_setting_a_field_brings_its_unit_and_its_codes(draft):
    n = at(draft, "facility")
    draft.set_field(n, "灯高さ関係値", "height_m")
    choice = draft.choice(n, "灯高さ関係値")
    assert (choice.role, choice.field, choice.confidence) == ("field", "height_m", 1.0)
    draft.set_unit(n, "灯高さ関係値", "cm")
    assert draft.choice(n, "灯高さ関係値").targets == [
        {"field": "height_m", "unit": "m", "source_unit": "cm"}
    ]
    rows = draft.preview(n, 3)
    assert [r.values["height_m"] for r in rows] == [0.03, 0.04, 0.05]


def test_a_word_without_a_code_is_counted_until_it_has_one(draft):
    n = at(draft, "request")
    assert [(r.text, r.count, r.how) for r in draft.codes(n, "受付方法")][0] == ("目安箱", 10, "unread")
    assert any(p.part == "codes" and p.level == "todo" for p in draft.problems(n))
    assert draft.sample(n).rules["W-CODE"] == 10
    draft.set_code(n, "受付方法", "目安箱", CHANNEL)
    assert [r.how for r in draft.codes(n, "受付方法")] == ["mapped", "known"]
    assert not any(p.part == "codes" and p.level == "todo" for p in draft.problems(n))
    assert "W-CODE" not in draft.sample(n).rules
    draft.set_code(n, "受付方法", "目安箱", None)
    assert draft.codes(n, "受付方法")[0].how == "unread"


@pytest.mark.parametrize(
    ("operation", "words"),
    [
        (lambda d, n: d.set_personal(n, "受付番号", "name"), "identifies the rows"),
        (lambda d, n: d.set_field(n, "区分", "no_such"), "no item"),
        (lambda d, n: d.set_field(n, "区分", "risk_of_nothing"), "no item"),
        (lambda d, n: d.set_code(n, "受付方法", "目安箱", "ZZ"), "does not have"),
        (lambda d, n: d.set_code(n, "内容", "x", "A1"), "not a column of codes"),
        (lambda d, n: d.set_key(n, ["申出者氏名"]), "cannot be a key"),
        (lambda d, n: d.set_ignore(n, "区分", " "), "Say why"),
        (lambda d, n: d.set_field(n, "ない列", "body"), "no column"),
        (lambda d, n: d.set_place(n, "latlon", "緯度", "緯度"), "two columns"),
        (lambda d, n: d.set_place(n, "latlon", "緯度", "申出者氏名"), "personal"),
        (lambda d, n: d.set_table(n, "no_table"), "cannot be"),
        (lambda d, n: d.set_unit(n, "申出者氏名", "m"), "not an item"),
        (lambda d, n: d.set_city("123456", "X"), "check digit"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_changes_nothing(draft, operation, words):
    before = draft.state
    with pytest.raises(GunmaneError, match=words):
        operation(draft, at(draft, "request"))
    assert draft.state is before and draft.undo_text is None


def test_a_persons_decisions_survive_another_table_and_another_reading(draft):
    n = at(draft, "request")
    draft.set_ignore(n, "担当メモ", "内部のメモ")
    draft.set_field(n, "内容", "body")
    draft.set_table(n, "damage")
    assert draft.table(n).name == "damage" and draft.choice(n, "担当メモ").reason == "内部のメモ"
    assert draft.choice(n, "内容").field != "body"  # damage has no body
    draft.undo()
    draft.set_reading(n, header=1)
    assert draft.choice(n, "内容").confidence == 1.0 and draft.choice(n, "担当メモ").reason == "内部のメモ"
    assert "header = 1" in draft.text()


def test_a_wrong_encoding_is_refused_and_a_right_one_is_kept(draft):
    n = at(draft, "request")
    before = draft.state
    with pytest.raises(GunmaneError):
        draft.set_reading(n, encoding="utf-8")
    assert draft.state is before
    draft.set_reading(n, encoding="cp932")
    assert 'encoding = "cp932"' in draft.text()


def test_places_are_judged_with_their_evidence(draft):
    n = at(draft, "request")
    draft.set_place(n, "latlon", "経度", "緯度")  # the wrong way round
    assert any(p.part == "place" for p in draft.problems(n)) or draft.ledgers[n].place.reasons
    draft.set_place(n, "latlon", "緯度", "経度", crs="EPSG:6668", confirmed=True)
    place = draft.ledgers[n].place
    assert (place.inside, place.problem, place.confirmed) == (1.0, None, True)
    assert draft.points(n).inside.all() and "confirmed = true" in draft.text()
    draft.set_place(n, "none")
    assert draft.points(n) is None and draft.choice(n, "緯度").role == "ignore"


def test_a_ledger_is_left_out_and_taken_again(draft):
    n = at(draft, "request")
    draft.skip(n, "次の機会に")
    assert n not in draft.kept and "次の機会に" in draft.text() and '"内容"' not in draft.text()
    draft.take(n)
    assert n in draft.kept
    lunch = next(m for m, s in enumerate(draft.ledgers) if s.title == "給食")
    assert lunch not in draft.kept
    draft.set_table(lunch, "request")  # whoever insists
    assert lunch in draft.kept


def test_two_ledgers_with_the_same_numbers_get_a_prefix_when_they_become_one_table(draft):
    park, lamp = at(draft, "reference"), at(draft, "facility")
    assert not draft.ledgers[lamp].key_prefix
    draft.set_table(park, "facility")
    prefixes = {draft.ledgers[m].key_prefix for m in (park, lamp)}
    assert len(prefixes) == 2


def test_another_city_moves_the_places_out_of_it(draft):
    n = at(draft, "facility")
    draft.confirm(n, "施設番号")
    draft.set_city("082112")
    assert draft.state.city.name == "常総市" and draft.ledgers[n].place.inside < 0.5
    assert any("lie in the city" in t for t in texts(draft.problems(n)))
    draft.undo()
    assert draft.ledgers[n].place.inside == 1.0


def test_an_area_of_any_map_file_is_written_beside_the_profile(draft, tmp_path, root):
    """A shapefile of districts becomes the city's area, which the saved profile names."""
    import json

    import shapely
    from gunmane.layers.coordinates.boundary import boundaries

    area = boundaries()[CITY].geometry
    west, south, east, north = area.bounds
    middle = (west + east) / 2
    halves = [area.intersection(shapely.box(a, south, b, north)) for a, b in ((west, middle), (middle, east))]
    features = [{"type": "Feature", "properties": {"n": k}, "geometry": json.loads(shapely.to_geojson(h))}
                for k, h in enumerate(halves)]  # fmt: skip
    file = tmp_path / "区域.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    draft.set_city("222127", "焼津市", file)
    assert draft.state.city.boundary.geometry.area == pytest.approx(area.area, rel=1e-6)
    path = draft.save(tmp_path / "p.toml")
    assert (tmp_path / "p_boundary.geojson").exists() and load_profile(path).boundary == "p_boundary.geojson"
    again = Draft.open(path, draft.state.folder)
    assert again.facts(path) == draft.facts(path)
    assert draft.trial().total("kept") == 60


# -- saving -----------------------------------------------------------------------------------------------


def test_it_never_overwrites_without_being_asked(draft, tmp_path):
    path = tmp_path / "p.toml"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(GunmaneError, match="E-EXISTS"):
        draft.save(path)
    assert path.read_text(encoding="utf-8") == "mine"
    draft.save(path, overwrite=True)
    assert load_profile(path).city_code == CITY and not draft.changed


def test_nothing_to_import_is_not_saved(draft, tmp_path):
    for n in draft.kept:
        draft.skip(n, "x")
    with pytest.raises(GunmaneError, match="nothing to import"):
        draft.save(tmp_path / "p.toml")
    assert not (tmp_path / "p.toml").exists()


def test_confidence_reasons_and_candidates_come_back_from_the_comments(draft, tmp_path):
    path = draft.save(tmp_path / "p.toml")
    again = Draft.open(path, draft.state.folder)
    n, m = at(draft, "facility"), at(again, "facility")
    for label in draft.labels(n):
        old, new = draft.choice(n, label), again.choice(m, label)
        assert (old.role, old.confidence, [c for c, _ in old.candidates] if old.role == "undecided" else []) == (
            new.role, new.confidence, [c for c, _ in new.candidates],
        )  # fmt: skip
    assert again.ledgers[m].table.confidence == draft.ledgers[n].table.confidence
    assert again.ledgers[m].table.reasons[0] in path.read_text(encoding="utf-8")
    assert not again.changed


def test_a_profile_whose_files_are_gone_keeps_its_ledgers(draft, tmp_path, files):
    path = draft.save(tmp_path / "p.toml")
    folder = tmp_path / "残り"
    folder.mkdir()
    shutil.copy(files / "公園.csv", folder)
    again = Draft.open(path, folder)
    assert {s.id for s in load_profile(path).sources} == {again.ledgers[n].id for n in again.kept}
    again.set_ignore(at(again, "request"), "内容", "消えた列")
    saved = load_profile(again.save(tmp_path / "q.toml"))
    assert {s.id for s in saved.sources} == {s.id for s in load_profile(path).sources}


def test_shipped_profiles_open_and_save_as_the_same_profile(samples, tmp_path):
    from gunmane.layers.profile import PROFILE_FOLDER

    for shipped in sorted(PROFILE_FOLDER.glob("*.toml")):
        profile = load_profile(shipped)
        if any(".xlsx" in pattern for s in profile.sources for pattern in s.files):
            continue  # the same code, but minutes of reading workbooks
        folder = next(p for p in samples.iterdir() if p.is_dir() and p.name.startswith(profile.city_code))
        draft = Draft.open(shipped, folder)
        saved = load_profile(draft.save(tmp_path / shipped.name))
        for old in profile.sources:
            new = next(s for s in saved.sources if s.id == old.id)
            assert (old.table, old.files, old.constants, old.skip, old.wareki) == (
                new.table, new.files, new.constants, new.skip, new.wareki,
            )  # fmt: skip
            assert (old.geometry.kind, old.geometry.order, old.geometry.crs, old.geometry.confirmed) == (
                new.geometry.kind, new.geometry.order, new.geometry.crs, new.geometry.confirmed,
            )  # fmt: skip
            assert len(old.key) == len(new.key)
        draft.close()


# -- looking ----------------------------------------------------------------------------------------------


def test_the_preview_is_what_the_import_stores(draft, tmp_path):
    n = at(draft, "request")
    path = draft.save(tmp_path / "p.toml")
    store = tmp_path / "s.gpkg"
    import_cities([(load_profile(path), draft.state.folder)], store)
    import sqlite3

    names = ["req_no", "received_at", "kd", "body", "address"]
    con = sqlite3.connect(store)
    stored = con.execute(f"SELECT src_row, {', '.join(names)} FROM request ORDER BY src_row").fetchall()
    con.close()
    shown = [(r.number, *(r.values[name] for name in names)) for r in draft.preview(n, 100)]
    assert shown == stored


def test_personal_cells_are_masked_in_the_preview(draft):
    n = at(draft, "request")
    row = draft.preview(n, 1)[0]
    assert row.raw["申出者氏名"] == row.raw["電話番号"] == "●●●" and row.raw["受付番号"] == "R7-0000"
    assert "佐藤" not in str(row.values)


def test_the_trial_is_the_import_without_writing(draft, tmp_path):
    trial = draft.trial()
    path = draft.save(tmp_path / "p.toml")
    real = import_cities([(load_profile(path), draft.state.folder)], tmp_path / "s.gpkg").cities[0]
    for name in ("read", "kept", "repaired", "set_aside", "skipped"):
        assert trial.total(name) == real.total(name), name
    assert [s.rules for s in trial.sources] == [s.rules for s in real.sources]


def test_the_trial_can_be_stopped(draft):
    with pytest.raises(Cancelled):
        draft.trial(Progress(cancelled=lambda: True))


def test_files_that_a_person_told_how_to_read_keep_it(files, tmp_path):
    folder = tmp_path / "in"
    shutil.copytree(files, folder)
    path = folder / "要望.csv"
    path.write_bytes("令和7年度,受付簿\r\n".encode("cp932") + path.read_bytes())
    options = {path: ReadOptions(encoding="cp932", header=2)}
    from gunmane.layers.propose.draft_city import city_of
    from gunmane.layers.propose.ledgers import read_ledgers

    city, boundary, _made = city_of(CITY)
    draft = Draft.for_city(read_ledgers([folder], None, options), city, boundary, options)
    n = at(draft, "request")
    assert draft.labels(n)[0] == "受付番号" and "header = 2" in draft.text()
    assert draft.trial().problem is None


def test_decisions_are_taken_over_when_a_file_is_added(draft, files, tmp_path):
    n = at(draft, "request")
    draft.set_ignore(n, "担当メモ", "内部のメモ")
    fresh = Draft.from_files([files], CITY)
    fresh.keep_from(draft)
    assert fresh.choice(at(fresh, "request"), "担当メモ").reason == "内部のメモ"


def test_a_real_city_by_its_own_files_with_the_area_of_its_districts(shared_data, tmp_path):
    """No area of it ships: the districts of one of its own shapefiles are joined (70.3 km2 by the gazetteer)."""
    folder = shared_data / "tables" / "yaizu"
    if not folder.is_dir():
        pytest.skip("the real tables are not here")
    draft = Draft.from_files([folder])
    unchecked = [
        n for n in draft.kept if draft.ledgers[n].place.kind != "none" and not draft.ledgers[n].place.checked
    ]
    assert len(unchecked) == len(draft.kept) and any("unchecked" in t for t in texts(draft.problems()))
    draft.set_city("222127", "焼津市", folder / "自治会区域" / "自治会区域.shp")
    area = draft.state.city.boundary.projected(draft.home_crs)
    assert draft.home_crs == "EPSG:6676" and area.area / 1e6 == pytest.approx(70.3, abs=0.5)
    assert all(draft.ledgers[n].place.checked for n in draft.kept)
    account = draft.trial()
    assert (account.total("read"), account.total("kept")) == (2772, 2772)
    path = draft.save(tmp_path / "222127.toml")
    assert Draft.open(path, folder).facts(path) == draft.facts(path)


# -- any sequence -----------------------------------------------------------------------------------------

FIELDS = (
    "received_at",
    "req_no",
    "body",
    "title",
    "ch",
    "kd",
    "fac_name",
    "height_m",
    "name_ja",
    "fac_id",
    "note",
)


@st.composite
def operations(draw):
    kind = draw(st.sampled_from(
        ["field", "personal", "ignore", "context", "unit", "date", "code", "key", "table", "skip", "take", "place",
         "confirm", "city", "reading", "undo", "redo"]))  # fmt: skip
    return kind, draw(st.integers(0, 3)), draw(st.integers(0, 10)), draw(st.integers(0, 30))


def perform(draft, operation):
    kind, n, column, value = operation
    n = n % len(draft.ledgers)
    labels = draft.labels(n) or [""]
    label, other = labels[column % len(labels)], labels[value % len(labels)]
    tables = ("request", "facility", "damage", "reference", "work")
    code = (None, CHANNEL, "ZZ")[column % 3]
    crs = (None, "EPSG:6677")[value % 2]
    calls = {
        "field": lambda: draft.set_field(n, label, FIELDS[value % len(FIELDS)]),
        "personal": lambda: draft.set_personal(n, label, ("name", "phone", "address")[value % 3]),
        "ignore": lambda: draft.set_ignore(n, label, "いらない" * (value % 2)),
        "context": lambda: draft.set_context(n, label),
        "unit": lambda: draft.set_unit(n, label, ("cm", "m", None)[value % 3]),
        "date": lambda: draft.set_date_form(n, label, (True, False, None)[value % 3]),
        "code": lambda: draft.set_code(n, label, ("目安箱", "電話", '変"な\\語')[value % 3], code),
        "key": lambda: draft.set_key(n, [label] if value % 2 else []),
        "table": lambda: draft.set_table(n, tables[value % 5]),
        "skip": lambda: draft.skip(n, "理由"),
        "take": lambda: draft.take(n),
        "place": lambda: draft.set_place(n, ("latlon", "none", "xy")[value % 3], label, other, crs=crs),
        "confirm": lambda: draft.confirm(n, label),
        "city": lambda: draft.set_city(("082244", "082112", "222127")[value % 3], ("守谷市", "", "焼津市")[value % 3]),
        "reading": lambda: draft.set_reading(n, header=(1, "auto")[value % 2]),
        "undo": draft.undo,
        "redo": draft.redo,
    }  # fmt: skip
    calls[kind]()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(operations(), max_size=8))
def test_any_sequence_can_be_taken_back_and_saved(proposal, tmp_path_factory, steps):
    draft = Draft.of(proposal)
    start = draft.facts()
    try:
        for step in steps:
            before = draft.state
            try:
                perform(draft, step)
            except GunmaneError as error:
                assert error.message and draft.state is before
            if draft.kept:
                assert profile_mistakes(draft.text(), "draft.toml")[1] == []
        if draft.kept:
            path = draft.save(tmp_path_factory.mktemp("p") / "p.toml")
            again = Draft.open(path, draft.state.folder)
            assert again.facts(path) == draft.facts(path)
        while draft.undo():
            pass
        assert draft.facts() == start
    finally:
        draft.close()
