"""The scripts around the code: they parse, name no machine, and derive the package source as they say."""

from __future__ import annotations

import os
import re
import subprocess

import pytest

DEBIAN = "\n".join(["ID=debian", "VERSION_CODENAME=bookworm", ""])


def derived(root, tmp_path, sources, release=DEBIAN):
    """What install-qgis.sh would add, for an apt folder and a release."""
    apt = tmp_path / "apt"
    (apt / "sources.list.d").mkdir(parents=True)
    for name, text in sources.items():
        (apt / name).write_text(text, "utf-8")
    (tmp_path / "os-release").write_text(release, "utf-8")
    run = subprocess.run(
        ["bash", str(root / "scripts" / "install-qgis.sh"), "--source"],
        env={**os.environ, "APT_FOLDER": str(apt), "OS_RELEASE": str(tmp_path / "os-release")},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        (
            "sources.list.d/debian.sources",
            "Types: deb\nURIs: http://mirror.local/debian\nSuites: bookworm bookworm-updates\n"
            "Components: main\nSigned-By: /usr/share/keyrings/k.gpg\n",
            "deb [signed-by=/usr/share/keyrings/k.gpg] http://mirror.local/debian bookworm-backports main",
        ),
        (
            "sources.list.d/mirror.sources",
            "Types: deb\nURIs: mirror+file:///etc/apt/mirrors/debian.list\nSuites: bookworm\nComponents: main\n",
            "deb mirror+file:///etc/apt/mirrors/debian.list bookworm-backports main",
        ),
        (
            "sources.list",
            "# deb http://old.local/debian bookworm main\n"
            "deb [arch=amd64 signed-by=/k.gpg] http://mirror.local/debian bookworm main contrib\n",
            "deb [signed-by=/k.gpg] http://mirror.local/debian bookworm-backports main",
        ),
    ],
)
def test_the_source_of_qgis_is_derived_from_the_apt_configuration(root, tmp_path, name, text, line):
    assert derived(root, tmp_path, {name: text}) == line


def test_another_archives_source_is_not_taken_for_debians(root, tmp_path):
    other = {"sources.list.d/tool.list": "deb https://packages.local/apt tool-bookworm main\n"}
    assert derived(root, tmp_path, other) == ""


def test_no_source_is_made_up_for_another_release(root, tmp_path):
    ubuntu = {"sources.list": "deb http://mirror.local/ubuntu jammy main universe\n"}
    assert derived(root, tmp_path, ubuntu, "ID=ubuntu\nVERSION_CODENAME=jammy\n") == ""


def scripts(root):
    return [*(root / "scripts").glob("*.sh"), root / ".ci" / "run"]


def test_every_script_parses_and_may_be_run(root):
    for path in scripts(root):
        assert subprocess.run(["bash", "-n", str(path)], check=False).returncode == 0, path
        assert path.name == "env.sh" or os.access(path, os.X_OK), path


def test_no_script_names_a_machine_a_mirror_or_a_users_folder(root):
    for path in [*scripts(root), root / "Makefile", *root.glob("requirements*.txt")]:
        found = re.findall(r"https?://[\w.-]+|/home/\w+|/work/", path.read_text("utf-8"))
        assert not found, f"{path}: {found}"


def test_make_help_lists_every_target_that_the_guide_names(root):
    run = subprocess.run(["make", "help"], cwd=root, capture_output=True, text=True, check=True)
    listed = set(re.findall(r"^  ([a-z-]+)", run.stdout, re.M))
    guide = (root / "docs" / "developer-guide.md").read_text("utf-8")
    named = set(re.findall(r"`make ([a-z-]+)", guide))
    assert named <= listed


def test_the_forge_runs_what_a_person_runs(root):
    assert "make test" in (root / ".ci" / "run").read_text("utf-8")
