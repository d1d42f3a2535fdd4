"""A small city for tests of the import: a profile and ledgers that a test can change line by line."""

from __future__ import annotations

from pathlib import Path

from gunmane.layers.importing import import_cities
from gunmane.layers.profile import load_profile

PROFILE = """format = 1
id = "moriya"
version = "1"
city_code = "082244"
name_ja = "守谷市"

[defaults]
encoding = "auto"

[[source]]
id = "requests"
table = "request"
title_ja = "要望"
files = ["要望*.csv"]
key = ["番号"]
  [source.geometry]
  kind = "latlon"
  lat = "緯度"
  lon = "経度"
  crs = "EPSG:6668"
  [source.columns]
  "番号" = "req_no"
  "受付日" = "received_at"
  "方法" = "ch"
  "種別" = "kd"
  "内容" = "body"
  "氏名" = { personal = "name" }
  "電話" = { personal = "phone" }
  "場所" = "address"
  "市コード" = "city_code"

[[source]]
id = "damages"
table = "damage"
title_ja = "損傷"
files = ["損傷.csv"]
key = ["番号"]
  [source.columns]
  "番号" = "dmg_id"
  "発見日" = "found_at"
  "施設" = "ft"
  "損傷" = "dt"
  "深さ" = { field = "depth_cm", unit = "cm" }
  "要望" = { link = "request" }
"""

HEADER = "番号,受付日,方法,種別,内容,氏名,電話,場所,緯度,経度,市コード"
ROWS = [
    "R7-1,令和7年4月1日 9:05,電話,通報,穴があいている。090-0000-1111に連絡,試験太郎,0297-00-0001,大柏950-1,"
    "35.95142,139.97542,082244",
    "R7-2,R7.4.2,窓口,要望,草が伸びている,試験花子,0297-00-0002,大柏地内,35.9500,139.9800,082244",
    "R7-3,R7.4.3,電話,通報,街灯が消えている,,,,35.9520,139.9760,",
]
DAMAGES = [
    "番号,発見日,施設,損傷,深さ,要望",
    "D1,R7.4.1,車道舗装,ポットホール,約５ｃｍ,R7-1",
    "D2,R7.4.5,側溝,破損,,",
]


class City:
    """The city's folder, profile and store in a temporary folder."""

    def __init__(self, tmp_path: Path):
        self.folder = tmp_path / "守谷市 台帳"
        self.folder.mkdir()
        self.profile_path = tmp_path / "moriya.toml"
        self.store = tmp_path / "out" / "gunmane.gpkg"
        self.petitioners = tmp_path / "out" / "petitioner.gpkg"
        self.profile(PROFILE)
        self.requests(ROWS)
        self.write("損傷.csv", "\n".join(DAMAGES) + "\n")

    def profile(self, text: str) -> None:
        self.profile_path.write_text(text, encoding="utf-8")

    def requests(self, rows: list[str], header: str = HEADER, encoding: str = "utf-8") -> None:
        self.write("要望.csv", "\n".join([header, *rows]) + "\n", encoding)

    def write(self, name: str, text: str, encoding: str = "utf-8") -> None:
        (self.folder / name).write_bytes(text.encode(encoding))

    def run(self, **options):
        """Import; returns the city's account."""
        profile = load_profile(self.profile_path)
        return import_cities([(profile, self.folder)], self.store, **options).cities[0]

    def rows(self, table: str, columns: str = "*", where: str = "1") -> list[tuple]:
        import sqlite3

        con = sqlite3.connect(self.store)
        try:
            return con.execute(f'SELECT {columns} FROM "{table}" WHERE {where} ORDER BY fid').fetchall()
        finally:
            con.close()

    def edit(self, statement: str, *values) -> None:
        """Change the store as another program would: through OGR, which knows the spatial functions."""
        from osgeo import gdal, ogr

        gdal.ErrorReset()
        source = ogr.Open(str(self.store), 1)
        source.ExecuteSQL(statement)
        said = gdal.GetLastErrorMsg() if gdal.GetLastErrorType() >= gdal.CE_Failure else ""
        source = None
        assert not said, said  # whether OGR raises depends on what ran before
