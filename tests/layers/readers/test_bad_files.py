"""A file that cannot be read says what it is and what to do."""

from __future__ import annotations

import os
import zipfile

import pytest
from gunmane.i18n import set_language
from gunmane.layers.errors import GunmaneError
from gunmane.layers.readers import open_tables

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.csv", b"", "E-EMPTY"),
        ("a.csv", b"\r\n\r\n", "E-EMPTY"),
        ("a.csv", b"\xef\xbb\xbf", "E-EMPTY"),
        ("a.csv", b",,\n,,\n", "E-EMPTY"),
        ("a.xlsx", b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "E-FILETYPE"),
        ("a.xlsx", b"\xff\xd8\xff\xe0" + b"\x01" * 99, "E-FILETYPE"),
        ("a.xlsx", b"%PDF-1.4\n", "E-FILETYPE"),
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), "E-XLS"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "E-PASSWORD"),
        ("a.doc", OLE, "E-FILETYPE"),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "E-FILETYPE"),
        (
            "a.xls",
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "E-FILETYPE",
        ),
        ("a.xlsx", b"PK\x03\x04" + b"\x00" * 50, "E-TRUNCATED"),
        ("a.csv", bytes(range(256)) * 40, "E-FILETYPE"),
        ("a.gpkg", b"SQLite format 3\x00" + b"\x00" * 100, "E-VECTOR"),
        ("a.shp", b"\x00\x00\x27\x0a" + b"\x00" * 20, "E-VECTOR"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": [', "E-VECTOR"),
        ("a.kml", b"<kml><Document><Placemark>", "E-VECTOR"),
        ("a.kml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><kml>&b;</kml>', "E-XMLDTD"),
        ("a.dbf", b"\x03" + b"\x00" * 100, "E-DBF"),
    ],
)
def test_each_kind(name, data, code, tmp_path):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(GunmaneError) as caught:
        for table in open_tables(path):
            list(table.blocks())
    assert caught.value.code == code
    assert caught.value.file == name


def test_a_zip_renamed_xlsx(tmp_path):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("台帳.csv", "番号\n")
    with pytest.raises(GunmaneError) as caught:
        open_tables(path)
    assert caught.value.code == "E-FILETYPE"
    assert caught.value.remedy


def test_no_such_file_and_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    with pytest.raises(GunmaneError, match="E-NOFILE"):
        open_tables(tmp_path / "ない.csv")
    path = tmp_path / "a.csv"
    path.write_text("番号\n1\n", encoding="utf-8")

    def locked(*_args, **_kwargs):
        raise PermissionError(13, "locked")

    monkeypatch.setattr("builtins.open", locked)
    with pytest.raises(GunmaneError, match="E-ACCESS"):
        open_tables(path)


def test_the_message_names_file_and_remedy(tmp_path):
    path = tmp_path / "台帳.xlsx"
    path.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))
    set_language("en")
    try:
        with pytest.raises(GunmaneError) as caught:
            open_tables(path)
    finally:
        set_language(None)
    text = str(caught.value)
    assert text.startswith("[E-PASSWORD] 台帳.xlsx: ")
    assert "remove the password" in text


def test_the_folder_of_the_source_is_never_written_to(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("番号,内容\n1,穴\n", encoding="utf-8")
    before = {entry.name: entry.stat().st_mtime_ns for entry in os.scandir(tmp_path)}
    for table in open_tables(path):
        list(table.blocks())
    assert {entry.name: entry.stat().st_mtime_ns for entry in os.scandir(tmp_path)} == before
