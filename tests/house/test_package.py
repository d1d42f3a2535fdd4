"""The zip that a person installs: what is in it, and that a clean QGIS takes it."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

VENV = Path(__file__).resolve().parent.parent.parent / ".venv" / "bin"


@pytest.fixture(scope="module")
def tool(root):
    spec = importlib.util.spec_from_file_location("package_tool", root / "scripts" / "package.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def package(tool, tmp_path_factory):
    try:
        return tool.build(tmp_path_factory.mktemp("dist"))
    except RuntimeError as error:
        pytest.skip(f"a bundled package cannot be downloaded here: {error}")


@pytest.fixture(scope="module")
def installed(package, tmp_path_factory):
    """The zip unpacked into a plugin folder, as the plugin manager does."""
    folder = tmp_path_factory.mktemp("installed") / "plugins"
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    return folder


def qgis_process(plugins, profile, *arguments, venv_first):
    """Run qgis_process on a profile that nobody used before."""
    environment = {
        key: value
        for key, value in os.environ.items()
        if key not in ("PYTHONPATH", "LC_ALL", "LC_MESSAGES", "LANGUAGE")
    }
    parts = [part for part in environment["PATH"].split(os.pathsep) if "/.venv/" not in f"{part}/"]
    environment["PATH"] = os.pathsep.join([str(VENV), *parts] if venv_first else parts)
    environment.update(
        QGIS_PLUGINPATH=str(plugins),
        QGIS_CUSTOM_CONFIG_PATH=str(profile),
        XDG_CONFIG_HOME=str(profile / "config"),
        QT_QPA_PLATFORM="offscreen",
        LANG="ja_JP.UTF-8",
        LC_CTYPE="C.UTF-8",
    )
    program = shutil.which("qgis_process", path=environment["PATH"])
    return subprocess.run(
        [program, *arguments], env=environment, capture_output=True, text=True, timeout=180, check=False
    )


def test_the_repository_would_take_it(tool, package):
    assert tool.verify(package) == []


def test_it_holds_the_plugin_and_what_a_user_needs_and_nothing_else(package):
    names = set(zipfile.ZipFile(package).namelist())
    tops = {name.split("/")[1] for name in names}
    assert {"plugin.py", "schema", "layers", "processing_provider", "samples", "docs", "vendor"} <= tops
    assert not tops & {"tests", "scripts", "benchmarks", "Makefile", "requirements.txt"}
    assert {f"gunmane/vendor/{name}/__init__.py" for name in ("tomli", "tomli_w", "jpholiday")} <= names
    assert "gunmane/i18n/gunmane_ja.ts" in names


def test_the_same_tree_gives_the_same_bytes(tool, package, tmp_path):
    assert tool.build(tmp_path).read_bytes() == package.read_bytes()


def test_a_binary_a_hidden_file_and_a_second_folder_are_refused(tool, package, tmp_path):
    bad = tmp_path / package.name
    shutil.copy(package, bad)
    with zipfile.ZipFile(bad, "a") as archive:
        for name in ("gunmane/tool.exe", "gunmane/.secret", "other/a.py"):
            archive.writestr(name, "x")
    assert len(tool.verify(bad)) == 3


@pytest.mark.parametrize("venv_first", [True, False], ids=["with the venv", "with QGIS's own packages only"])
def test_a_clean_qgis_loads_the_zip(installed, tmp_path, venv_first):
    enabled = qgis_process(installed, tmp_path, "plugins", "enable", "gunmane", venv_first=venv_first)
    assert enabled.returncode == 0, enabled.stdout + enabled.stderr
    listed = qgis_process(installed, tmp_path, "--json", "list", venv_first=venv_first)
    algorithms = json.loads(listed.stdout)["providers"]["gunmane"]["algorithms"]
    assert {"gunmane:importcity", "gunmane:unifycities", "gunmane:loadunifiedmap"} <= set(algorithms)
    assert "Traceback" not in listed.stderr
