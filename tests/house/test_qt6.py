"""``supportsQt6=True`` stands in metadata.txt because these hold."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest


@pytest.fixture(scope="module")
def qt6(root):
    spec = importlib.util.spec_from_file_location("lint_qt6", root / "scripts" / "lint_qt6.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_enum_of_the_plugin_is_unscoped(qt6):
    assert qt6.main([]) == 0


def test_flake8_qgis_finds_nothing_removed_in_qt6(root):
    run = subprocess.run(
        [sys.executable, "-m", "flake8", str(root)], cwd=root, capture_output=True, text=True, check=False
    )
    assert run.stdout == "" and run.returncode == 0


@pytest.mark.parametrize(
    ("code", "scoped"),
    [
        ("from qgis.PyQt.QtCore import Qt\nQt.AlignLeft", "Qt.AlignmentFlag.AlignLeft"),
        ("from qgis.PyQt import QtWidgets\nQtWidgets.QMessageBox.Yes", "QMessageBox.StandardButton.Yes"),
        ("from qgis.core import Qgis as Q\nQ.Info", "Qgis.MessageLevel.Info"),
    ],
)
def test_a_short_enum_is_found(qt6, code, scoped):
    (finding,) = qt6.unscoped(code)
    assert scoped in finding


@pytest.mark.parametrize(
    "code",
    [
        "from qgis.PyQt.QtCore import Qt\nQt.AlignmentFlag.AlignLeft",
        "from qgis.core import Qgis\nQgis.MessageLevel.Info",
        "from qgis.core import QgsProject\nQgsProject.instance",
        "import os\nos.path",
    ],
)
def test_a_scoped_enum_passes(qt6, code):
    assert qt6.unscoped(code) == []
