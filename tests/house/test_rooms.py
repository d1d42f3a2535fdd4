"""The import rules hold, and the check that says so can fail."""

from __future__ import annotations

import importlib.util

import pytest


@pytest.fixture(scope="module")
def rooms(root):
    spec = importlib.util.spec_from_file_location("lint_rooms", root / "scripts" / "lint_rooms.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def check(rooms, folder, path, code):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(code, "utf-8")
    return rooms.check(folder)


def test_the_plugin_keeps_its_rooms(rooms, root):
    assert rooms.check(root) == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("analysis/priority.py", "from qgis.core import QgsGeometry"),
        ("analysis/priority.py", "def f():\n    import qgis"),
        ("analysis/priority.py", "import importlib\nimportlib.import_module('qgis.core')"),
        ("workflow/states.py", "from qgis.PyQt.QtCore import QDate"),
        ("schema/__init__.py", "from qgis.core import QgsFields"),
        ("layers/readers/excel.py", "import qgis.core"),
        ("layers/importing.py", "from ..analysis import priority"),
        ("layers/importing.py", "from ..processing_provider.base import Base"),
        ("layers/importing.py", "import gunmane.documents"),
        ("layers/importing.py", "import pyogrio"),
        ("schema/__init__.py", "from ..i18n import tr"),
        ("analysis/zones.py", "from .. import layers"),
        ("documents/layout.py", "from ..ui import help"),
        ("processing_provider/base.py", "from ..ui.help import guide_path"),
        ("ui/dock.py", "from .. import plugin"),
        ("scripts/make_samples.py", "from gunmane.layers.normalise import normalise"),
        ("scripts/sampling/dates.py", "from gunmane.layers import normalise"),
    ],
)
def test_an_import_to_the_right_is_found(rooms, tmp_path, path, code):
    found = check(rooms, tmp_path, path, code)
    assert len(found) == 1 and found[0].startswith(path)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("analysis/priority.py", "import numpy\nfrom ..schema import model"),
        ("layers/project/sources.py", "from qgis.core import QgsVectorLayer\nfrom ...schema import model"),
        ("layers/project/__init__.py", "from qgis.core import QgsProject"),
        ("layers/readers/vector.py", "import pyogrio"),
        ("processing_provider/base.py", "from ..layers import store\nfrom ..ui import settings"),
        ("scripts/sampling/events.py", "from . import people\nfrom .area import TOWNS"),
        ("ui/sample.py", "from ..layers.store import Store\nfrom . import settings"),
        ("plugin.py", "from .ui.help import HelpWindow\nfrom .processing_provider.provider import P"),
    ],
)
def test_what_the_architecture_allows_passes(rooms, tmp_path, path, code):
    assert check(rooms, tmp_path, path, code) == []
