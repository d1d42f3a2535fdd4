"""metadata.txt holds what QGIS and its plugin repository ask for, and agrees with the rest."""

from __future__ import annotations

import ast
import configparser
import re

import pytest


@pytest.fixture(scope="module")
def metadata(root):
    parser = configparser.ConfigParser()
    parser.optionxform = str
    parser.read(root / "metadata.txt", encoding="utf-8")
    return dict(parser["general"])


REQUIRED = [
    "name",
    "description",
    "about",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "tracker",
    "repository",
    "license",
]


@pytest.mark.parametrize("key", [*REQUIRED, "homepage", "tags", "category", "icon", "changelog"])
def test_the_repository_finds_every_key_it_asks_for(metadata, key):
    assert metadata[key].strip()


def test_versions_are_numbers_that_qgis_can_compare(metadata):
    assert metadata["qgisMinimumVersion"] == "3.34"
    assert metadata["qgisMaximumVersion"] == "4.99"
    assert re.fullmatch(r"\d+\.\d+\.\d+", metadata["version"])


def test_links_are_web_addresses(metadata):
    for key in ("homepage", "tracker", "repository"):
        assert metadata[key].startswith("https://")


def test_description_is_short_and_speaks_both_languages(metadata):
    assert len(metadata["description"]) < 500
    for key in ("description", "about"):
        assert re.search("[ぁ-ん一-龥]", metadata[key]) and re.search("[a-z]{4}", metadata[key])


def test_it_tells_qgis_process_that_there_are_algorithms(metadata):
    assert metadata["hasProcessingProvider"] == "yes"


def test_the_icon_is_there_and_needs_no_clipping(metadata, root):
    text = (root / metadata["icon"]).read_text("utf-8")
    assert text.lstrip().startswith("<?xml") and "clip" not in text.split("-->", 1)[1]


def test_the_changelog_knows_the_version(metadata, root):
    assert f"[{metadata['version']}]" in (root / "CHANGELOG.md").read_text("utf-8")
    assert metadata["version"] in metadata["changelog"]


def test_the_licence_is_the_whole_gpl_2(root, metadata):
    text = (root / "LICENSE").read_text("utf-8")
    assert "Version 2, June 1991" in text and "END OF TERMS AND CONDITIONS" in text
    assert metadata["license"] == "GPL-2.0-or-later"


def test_pb_tool_deploys_every_module_and_folder_that_is_shipped(root):
    config = configparser.ConfigParser()
    config.read(root / "pb_tool.cfg", encoding="utf-8")
    files = config["files"]
    assert set(files["python_files"].split()) == {path.name for path in root.glob("*.py")}
    packages = {path.parent.name for path in root.glob("*/__init__.py") if path.parent.name != "tests"}
    folders = set(files["extra_dirs"].split())
    assert packages <= folders
    assert all((root / folder).is_dir() for folder in folders)
    assert all((root / file).is_file() for file in files["extras"].split())


def test_the_root_package_has_no_side_effects(root):
    body = ast.parse((root / "__init__.py").read_text("utf-8")).body
    assert [type(node) for node in body] == [ast.Expr, ast.FunctionDef]
    assert body[1].name == "classFactory"


def test_the_entry_stays_short(root):
    assert len((root / "plugin.py").read_text("utf-8").splitlines()) < 200
