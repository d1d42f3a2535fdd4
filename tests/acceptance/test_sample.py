"""The four-city sample, imported through the algorithm and held to its manifest row by row."""

import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from sample_check import SampleCheck, summary


@pytest.fixture(scope="session")
def unified(provider, samples, tmp_path_factory):
    """(results of gunmane:unifycities on the sample, the folder with store and report)."""
    from qgis import processing
    from qgis.core import QgsProcessingFeedback

    out = tmp_path_factory.mktemp("統合 結果")
    feedback = QgsProcessingFeedback(False)
    store, project = str(out / "gunmane.gpkg"), str(out / "gunmane.qgz")
    results = processing.run(
        "gunmane:unifycities",
        {"FOLDER": str(samples), "STORE": store, "REPORT": str(out / "import_report.html")},
        feedback=feedback,
    )
    processing.run(
        "gunmane:loadunifiedmap",
        {"STORE": store, "PROJECT": project, "MAP": str(out / "map.pdf")},
        feedback=feedback,
    )
    with zipfile.ZipFile(project) as archive:
        archive.extractall(out / "project")
    (out / "log.txt").write_text(feedback.textLog(), encoding="utf-8")
    return results, out


@pytest.fixture(scope="session")
def check(unified, samples):
    return SampleCheck(samples, unified[1] / "gunmane.gpkg")


@pytest.fixture(scope="session")
def account(samples, unified):
    """The account of a trial run over the imported store: the same counts, and everything unchanged."""
    from gunmane.layers.importing import import_cities
    from gunmane.layers.profile import load_profiles

    jobs = [
        (profile, folder)
        for profile in load_profiles()
        for folder in sorted(samples.iterdir())
        if folder.is_dir() and profile.matches_folder(folder.name)
    ]
    return import_cities(jobs, unified[1] / "gunmane.gpkg", dry_run=True)


def test_read_is_kept_plus_set_aside(unified):
    results, _ = unified
    assert results["READ"] == results["KEPT"] + results["SET_ASIDE"] and results["FAILED"] == 0


def test_the_totals_are_those_of_the_manifest(unified, check):
    results, _ = unified
    for name in ("READ", "KEPT", "SET_ASIDE"):
        assert results[name] == sum(city["total"][name] for city in check.expected["cities"].values())


def test_every_ledger_has_the_counts_of_the_manifest(check, account):
    assert "\n".join(check.counts(account)) == ""


def test_every_dirtied_cell_and_row_became_what_the_manifest_says(check):
    wrong = [
        (
            f"{entry['kind']}: {message[:50]}",
            f"{entry['city']} {entry['file']} {entry['row']} {entry['raw']!r} {message}",
        )
        for entry, messages in check.dirt()
        for message in messages
    ]
    assert summary(wrong) == ""


def test_no_row_is_flagged_without_cause(check):
    assert list(check.undeserved())[:20] == []


def test_every_clean_row_has_its_true_values_and_place(check):
    wrong = [
        (f"{where.split()[1]}.{name}", f"{where}: {got!r} for {want!r}")
        for where, name, got, want in check.truth()
    ]
    assert summary(wrong) == ""


def test_a_trial_run_over_the_imported_store_finds_nothing_to_change(account):
    assert account.total("unchanged") == account.total("kept")
    assert account.total("new") == account.total("updated") == account.total("vanished") == 0


def test_no_petitioner_is_in_any_output(unified, check):
    """Every name, telephone, mail and address that the generator planted is looked for in every output."""
    _, out = unified
    planted = {text.encode() for text in check.expected["personal"] if len(text.encode()) >= 8}
    assert len(planted) > 1000
    outputs = sorted(path for path in out.rglob("*") if path.is_file())
    assert {"import_report.html", "import_report_set_aside.csv", "gunmane.gpkg", "log.txt", "map.pdf"} <= {
        path.name for path in outputs
    }
    for path in outputs:
        if not path.name.startswith("petitioner.gpkg"):
            assert leaks(path.read_bytes(), planted) == [], path.name
    assert leaks((out / "petitioner.gpkg").read_bytes(), planted), "the search itself must be able to find"


def leaks(data: bytes, planted: set[bytes], most: int = 5) -> list[str]:
    """Planted texts that occur in ``data``: by their first eight bytes at every offset, then in full."""
    heads = np.unique(np.array([int.from_bytes(text[:8], "little") for text in planted], dtype=np.uint64))
    by_head: dict[int, list[bytes]] = {}
    for text in planted:
        by_head.setdefault(int.from_bytes(text[:8], "little"), []).append(text)
    found = []
    for start in range(0, max(len(data) - 7, 0), 1 << 22):
        part = np.frombuffer(data[start : start + (1 << 22) + 7], dtype=np.uint8)
        words = np.lib.stride_tricks.sliding_window_view(part, 8).copy().view(np.uint64).ravel()
        place = np.searchsorted(heads, words).clip(max=len(heads) - 1)
        for n in np.flatnonzero(heads[place] == words):
            for text in by_head[int(words[n])]:
                if data.startswith(text, start + int(n)):
                    found.append(text.decode())
                    if len(found) >= most:
                        return found
    return found


def test_the_search_for_leaks_finds_a_planted_text():
    assert leaks("あ".encode() * 9 + "山田 花子様".encode(), {"山田 花子".encode()}) == ["山田 花子"]
