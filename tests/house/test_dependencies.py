"""What is missing is said in one place, and the plugin loads all the same."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from gunmane import dependencies


def test_a_package_that_is_here_is_not_missing():
    assert dependencies.missing(["numpy", "pandas"]) == []


def test_a_package_that_is_not_here_is_missing():
    assert dependencies.missing(["numpy", "no_such_package"]) == ["no_such_package"]


def test_a_package_that_is_blocked_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert dependencies.missing(["openpyxl"]) == ["openpyxl"]


def test_a_package_that_is_too_old_is_missing_and_both_versions_are_told(monkeypatch):
    monkeypatch.setitem(dependencies.NEEDED, "numpy", "99.1")
    assert dependencies.missing(["numpy"]) == ["numpy"]
    text = dependencies.explain(["numpy"])
    assert "99.1" in text and dependencies.installed_version("numpy") in text


@pytest.mark.parametrize(
    ("system", "word"), [("linux", "package manager"), ("win32", "OSGeo4W"), ("darwin", "LTR package")]
)
def test_the_remedy_fits_the_system(monkeypatch, system, word):
    monkeypatch.setattr(sys, "platform", system)
    assert word in dependencies.explain(["geopandas"])


def test_nothing_missing_says_nothing():
    assert dependencies.explain([]) == ""


def test_bundled_packages_go_last_and_only_where_they_are_needed(monkeypatch, tmp_path):
    monkeypatch.setattr(dependencies, "BUNDLE", tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    dependencies.use_bundled()
    assert str(tmp_path) not in sys.path  # the venv has them
    monkeypatch.setattr(dependencies, "BUNDLED", ("no_such_package",))
    dependencies.use_bundled()
    dependencies.use_bundled()
    assert sys.path[-1] == str(tmp_path) and sys.path.count(str(tmp_path)) == 1


@pytest.mark.skipif(not hasattr(os, "RTLD_DEEPBIND"), reason="only where the loader can do it (glibc)")
def test_an_isolated_import_looks_into_its_own_libraries_first_and_leaves_the_loader_as_it_was():
    before = sys.getdlopenflags()
    with pytest.raises(ImportError), dependencies.isolated():
        assert sys.getdlopenflags() == before | os.RTLD_DEEPBIND
        raise ImportError
    assert sys.getdlopenflags() == before


IMPORT_INSIDE_QGIS = """
def classFactory(iface):
    return Plugin()


class Plugin:
    def initProcessing(self):
        import pyproj
        from shapely.geometry import Point

        x, y = pyproj.Transformer.from_crs(4326, 6677, always_xy=True).transform(140.0, 36.0)
        print("PLACED", round(x), round(y), Point(x, y).buffer(1).area > 3, flush=True)

    def unload(self):
        pass
"""


def test_pyproj_and_shapely_work_inside_the_qgis_executable(tmp_path):
    # A wheel of pyproj aborts qgis_process on import, though Python alone imports it happily.
    plugin = tmp_path / "plugins" / "inside"
    plugin.mkdir(parents=True)
    (plugin / "__init__.py").write_text(IMPORT_INSIDE_QGIS, "utf-8")
    (plugin / "metadata.txt").write_text(
        "[general]\nname=inside\nversion=1\nqgisMinimumVersion=3.0\nhasProcessingProvider=yes\n", "utf-8"
    )
    environment = {
        **os.environ,
        "QGIS_PLUGINPATH": str(tmp_path / "plugins"),
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    for arguments in (["plugins", "enable", "inside"], ["plugins"]):
        run = subprocess.run(
            ["qgis_process", *arguments],
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
    assert "PLACED 15026 13 True" in run.stdout


LOAD_WITHOUT_PACKAGES = """
import sys
for name in {blocked!r}:
    sys.modules[name] = None
from qgis.core import QgsApplication
application = QgsApplication([], True)
application.initQgis()
import gunmane
plugin = gunmane.classFactory(None)
plugin.initProcessing()
provider = QgsApplication.processingRegistry().providerById("gunmane")
for algorithm in provider.algorithms():
    can, why = algorithm.canExecute()
    print(algorithm.id(), can, why.replace(chr(10), " "))
"""


def test_the_plugin_loads_without_any_extra_package_and_the_algorithms_say_what_is_missing(root):
    blocked = ["pandas", "geopandas", "shapely", "scipy", "pyogrio", "fiona", "openpyxl", "jinja2", "tomli_w"]
    run = subprocess.run(
        [sys.executable, "-c", LOAD_WITHOUT_PACKAGES.format(blocked=blocked)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    lines = [line for line in run.stdout.splitlines() if line.startswith("gunmane:")]
    assert lines, run.stdout + run.stderr
    importing = next(line for line in lines if line.startswith("gunmane:importcity"))
    assert " False " in importing and "pandas" in importing
