"""A small synthetic store, its petitioners' file beside it, and the project made from it."""

from __future__ import annotations

import sqlite3

import pytest
from gunmane import i18n
from gunmane.benchmarks.synthetic_store import write_store
from gunmane.layers.project import build_project

SECRET = "個人 花子"


@pytest.fixture(scope="session")
def folder(tmp_path_factory, qgis_app):
    """A folder with Japanese characters and a space in its name, as office PCs have."""
    place = tmp_path_factory.mktemp("地図 と台帳")
    store = write_store(place / "gunmane.gpkg", sections=600, facilities=500, damages=300, requests=300)
    with sqlite3.connect(place / "petitioner.gpkg") as con:
        con.execute("CREATE TABLE petitioner (pet_ref TEXT, name TEXT)")
        con.execute("INSERT INTO petitioner VALUES ('ref00000000', ?)", (SECRET,))
    build_project(str(store), str(place / "gunmane.qgz"), language="ja")
    i18n.set_language("en")
    return place


@pytest.fixture(scope="module")
def project(folder):
    """The project as read back from its file; tests only look at it."""
    from qgis.core import QgsProject

    read = QgsProject()
    assert read.read(str(folder / "gunmane.qgz"))
    yield read
    read.clear()


@pytest.fixture(scope="module")
def layers(project):
    """Layers by their key in the catalogue."""
    return {layer.customProperty("gunmane/key"): layer for layer in project.mapLayers().values()}
