"""What damaged ledgers once brought to light (docs/reliability.md), each as the smallest ledger that shows it."""

import json
import sys
from pathlib import Path

import pytest
import shapely

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "layers"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
from city_fixture import HEADER, PROFILE, ROWS, City
from fuzz import judge

SECRETS = ("試験太郎", "試験花子", "0297-00-0001", "0297-00-0002", "090-0000-1111")


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


def held(city) -> str:
    """Everything but the petitioners' file: the store, the report, the messages."""
    from gunmane.documents.import_report import write_report
    from gunmane.layers.account import ImportAccount
    from gunmane.layers.importing import Progress

    said = []
    account = city.run(progress=Progress(say=said.append, warn=said.append))
    report = city.store.with_name("report.html")
    write_report(ImportAccount("store", False, [account]), report)
    assert judge.store_is_sound(city.store) == []
    assert judge.words_only([*said, *(s.problem or "" for s in account.sources)]) == []
    city.account = account
    return city.store.read_bytes().decode("utf-8", "replace") + report.read_text("utf-8") + "\n".join(said)


def leaks(city) -> list[str]:
    text = held(city)
    return [secret for secret in SECRETS if secret in text]


def petitioners(city) -> str:
    return city.petitioners.read_bytes().decode("utf-8", "replace")


@pytest.mark.parametrize("label", ["申出者", "", "内容"])
def test_a_personal_column_under_another_name_stays_hidden(city, label):
    """Renamed, without a label, or merged under its neighbour's: its cells went into raw_json as they stood."""
    city.requests(ROWS, HEADER.replace("氏名", label))
    assert leaks(city) == [] and "試験太郎" in petitioners(city)
    notes = [code for s in city.account.sources for f in s.files for code, _ in f.notes]
    assert "W-PERSONAL" in notes


def test_an_unknown_column_is_shown_where_no_personal_one_is_missing(city):
    city.requests([row + ",覚え" for row in ROWS], HEADER + ",新しい列")
    assert "覚え" in held(city)


def test_a_line_with_an_open_quote_hides_what_it_holds(city):
    """Such a line is one cell of no known column: names in it stood in the rows set aside."""
    city.requests([ROWS[0].replace("試験太郎", '"試験太郎'), *ROWS[1:]])
    assert leaks(city) == [] and "試験太郎" in petitioners(city)
    assert [e.code for s in city.account.sources for e in s.aside] == ["E-QUOTE"]


def test_a_row_with_a_cell_too_many_hides_what_a_shift_may_have_moved(city):
    city.requests([ROWS[0].replace("電話,通報", "電話,,通報", 1) + ",x", *ROWS[1:]])
    assert leaks(city) == []
    (entry,) = [e for s in city.account.sources for e in s.aside]
    shown = json.loads(entry.raw_json)
    assert entry.code == "E-RAGGED" and shown["番号"] == "R7-1" and "試験太郎" not in entry.raw_json


def test_a_row_that_broke_before_a_name_is_set_aside_with_its_cells_hidden(city):
    """A cell lost in the middle moves every later one a column left: the name stood in the column before it."""
    city.requests([ROWS[0].replace("穴があいている。090-0000-1111に連絡,", "", 1), *ROWS[1:]])
    assert leaks(city) == []
    (entry,) = [e for s in city.account.sources for e in s.aside]
    assert entry.code == "E-SHIFTED" and json.loads(entry.raw_json)["番号"] == "R7-1"
    assert "試験太郎" in petitioners(city)


def test_a_row_without_its_empty_cells_at_the_end_is_kept(city):
    """Spreadsheets leave them out: nothing shifted."""
    city.requests([*ROWS[:2], ROWS[2].removesuffix(",")])
    assert leaks(city) == [] and len(city.rows("request", "fid", "1")) == 3


@pytest.mark.parametrize("end", ["\v", "\x85", "\u2028"])
def test_rows_swallowed_by_the_header_are_not_shown(city, end):
    """Line ends that are none make the whole file one header: its “labels” stood in message and report."""
    many = [ROWS[k % 2].replace("R7-", f"R7-{k}", 1) for k in range(20)]
    city.write("要望.csv", end.join([HEADER, *many]))
    assert leaks(city) == []


def test_a_file_without_its_header_does_not_show_a_row_for_it(city):
    city.requests(ROWS[1:], ROWS[0])
    assert leaks(city) == []
    assert "E-COLUMN" in city.account.sources[0].problem or "E-HEADER" in city.account.sources[0].problem


LINES = """
[[source]]
id = "sections"
table = "section"
title_ja = "区間"
files = ["区間.geojson"]
key = ["番号"]
  [source.geometry]
  kind = "file"
  [source.columns]
  "番号" = { ignore = "key" }

[[source]]
id = "reference"
table = "reference"
title_ja = "参考"
files = ["参考.geojson"]
key = ["番号"]
constants = { kind = "RV" }
  [source.geometry]
  kind = "file"
  crs = "EPSG:6677"
  [source.columns]
  "番号" = "ref_id"
"""


def lines(city, name: str, geometries: list, crs: str | None = None) -> None:
    features = [
        {"type": "Feature", "properties": {"番号": f"K{n}"}, "geometry": shapely.geometry.mapping(geom)}
        for n, geom in enumerate(geometries)
    ]
    document = {"type": "FeatureCollection", "features": features}
    if crs:
        document["crs"] = {"type": "name", "properties": {"name": crs}}
    city.write(name, json.dumps(document))


def test_a_line_whose_parts_have_no_length_is_no_fault_of_ours(city):
    """Merging them leaves nothing, and the longest of nothing was asked for: E-UNEXPECTED."""
    city.profile(PROFILE + LINES)
    good = shapely.LineString([(139.975, 35.951), (139.976, 35.952)])
    dot = shapely.MultiLineString([[(139.975, 35.951), (139.975, 35.951)]] * 2)
    lines(city, "区間.geojson", [good, dot, good])
    held(city)
    (row,) = city.rows("section", "geom, flags", "src_key = 'K1'")
    assert row[0] is None and "W-GEOM" in row[1]


@pytest.mark.parametrize("factor", [1e3, 1e40, 1e300])
def test_a_place_beyond_the_earth_is_no_place(city, factor):
    """Reference lines may leave the city, but not the numbers that a spatial index holds."""
    city.profile(PROFILE + LINES)
    good = shapely.LineString([(12800.0, -5380.0), (12900.0, -5300.0)])
    far = shapely.transform(good, lambda points: points * factor)
    lines(city, "参考.geojson", [good, good, good, far], "urn:ogc:def:crs:EPSG::6677")
    held(city)
    (row,) = city.rows("reference", "geom, flags", "src_key = 'K3'")
    assert (row[0] is None) == (factor > 1e3 or "E-NOPLACE" in (row[1] or ""))


def test_another_ledger_under_this_name_does_not_show_its_persons(city):
    """The damage ledger has no personal column of its own, so those of a wrong file were unknown columns."""
    city.write("損傷.csv", "\n".join([HEADER, *ROWS]))
    assert leaks(city) == [] and "試験太郎" in petitioners(city)


def test_an_unknown_column_that_says_it_holds_persons_is_hidden(city):
    city.requests([row + ",覚え" for row in ROWS], HEADER + ",通報者連絡先")
    assert "覚え" not in held(city) and "覚え" in petitioners(city)


def test_a_point_that_no_shift_of_datum_can_take_is_no_empty_point(city):
    """Transformed to NaN it is an empty point: it stood in the store without a flag."""
    import numpy as np
    from gunmane.layers.coordinates.decision import Decision
    from gunmane.layers.coordinates.placing import place_geometries

    points = np.array([shapely.Point(12800, -5380), shapely.Point(1e9, 1e9), shapely.Point(1e300, 1e300)])
    placed = place_geometries(points, Decision("xy", "EPSG:30169", "xy", "declared"), "EPSG:6677")
    assert placed.geometries[0] is not None and list(placed.geometries[1:]) == [None, None]
    assert all("E-NOPLACE" in codes for codes in placed.flags[1:])


def shapefile(folder: Path, n: int = 12) -> Path:
    from fuzz import shapefile as files

    path = folder / "点.shp"
    geoms = [shapely.Point(139.97 + k / 1000, 35.95) for k in range(n)]
    files.write_shp(path, geoms)
    files.write_dbf(path.with_suffix(".dbf"), ["番号", "備考"], [[f"K{k}", "x" * 12] for k in range(n)],
                    [("C", 6, 0), ("C", 12, 0)], "cp932")  # fmt: skip
    return path


def read(path: Path):
    from gunmane.layers.readers import open_tables

    (table,) = open_tables(path)
    blocks = list(table.blocks())
    return table, [
        (c, g)
        for b in blocks
        for c, g in zip(b.cells.iloc[:, 0], b.geometry if b.geometry is not None else b.rows)
    ]


def test_an_index_that_points_astray_loses_and_exchanges_no_shape(tmp_path):
    """OGR gave null shapes, or another record's, without a word; the .shx can be made anew from the .shp."""
    path = shapefile(tmp_path)
    whole = [g.wkt for _, g in read(path)[1]]
    index = bytearray(path.with_suffix(".shx").read_bytes())
    index[100 + 8 * 3 : 100 + 8 * 5] = bytes(16)
    index[100 + 8 * 7 : 100 + 8 * 8] = index[100 + 8 * 8 : 100 + 8 * 9]
    path.with_suffix(".shx").write_bytes(index)
    table, rows = read(path)
    assert [g.wkt for _, g in rows] == whole
    assert "W-NOSHX" in table.note_counts


def test_a_shape_that_is_cut_off_is_said_to_be_broken(tmp_path):
    path = shapefile(tmp_path)
    path.write_bytes(path.read_bytes()[:-50])
    table, rows = read(path)
    assert [key for key, _ in rows] == [f"K{k}" for k in range(12)]
    lost = [n for n, (_, g) in enumerate(rows, 1) if g is None]
    assert lost and lost == [note.row for note in table.warnings if note.code == "W-GEOM"]


def test_records_of_a_dbf_that_slipped_are_set_aside(tmp_path):
    """A byte too many shifts every record behind it: cells of one column were read as those of the next."""
    path = shapefile(tmp_path).with_suffix(".dbf")
    data = path.read_bytes()
    at = data.index(b"K5")
    path.write_bytes(data[:at] + b"zz" + data[at:])
    table, rows = read(path)
    assert [key for key, _ in rows][:5] == [f"K{k}" for k in range(5)]
    assert all(key in [f"K{k}" for k in range(12)] or key.startswith("zz") for key, _ in rows)
    assert {bad.code for bad in table.bad_rows} == {"E-DECODE"} and len(rows) + len(table.bad_rows) == 12


def test_zero_bytes_in_a_dbf_are_left_out_and_said(tmp_path):
    """A key with zero bytes in it was another key at the next import."""
    path = shapefile(tmp_path).with_suffix(".dbf")
    path.write_bytes(path.read_bytes().replace(b"K5    ", b"K\x005   "))
    table, rows = read(path)
    assert [key for key, _ in rows] == [f"K{k}" for k in range(12)]
    assert table.note_counts["W-NUL"] == 1


ROUTES = """
[[source]]
id = "routes"
table = "route"
title_ja = "路線"
files = ["路線.csv"]
key = ["整理番号"]
  [source.columns]
  "整理番号" = { ignore = "key" }
  "級" = "rc"
  "番号" = "route_no"
  "路線名" = "name_ja"
"""


def test_a_route_that_lost_its_number_is_not_found_by_the_old_one_once_more(city):
    """The old entry was still in the register while the same files were imported, and gone at the next import."""
    damages = PROFILE[PROFILE.index('[[source]]\nid = "damages"') :]
    located = damages.replace('"番号" = "dmg_id"', '"番号" = "dmg_id"\n  "路線" = "route_key"')
    city.profile(PROFILE.replace(damages, "") + ROUTES + located)
    city.write("損傷.csv", "番号,路線,発見日,施設,損傷,深さ,要望\nD1,5号線,R7.4.1,車道舗装,ポットホール,5,\n")
    city.write("路線.csv", "整理番号,級,番号,路線名\nA,1級,5,大柏線\n")
    city.run()
    (found,) = city.rows("damage", "route_key", "1")
    assert found[0] == "082244-C1-0005"
    city.write("路線.csv", "整理番号,級,番号,路線名\nA,1級,?,大柏線\n")
    city.run()
    (after,) = city.rows("damage", "route_key", "1")
    before = judge.dump(city.store)
    assert not city.run().changed and judge.dump(city.store) == before, after
