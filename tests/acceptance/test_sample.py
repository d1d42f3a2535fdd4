"""The four-city sample, imported through the algorithm and held to its manifest row by row."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from sample_check import SampleCheck, summary  # noqa: E402


@pytest.fixture(scope="session")
def unified(provider, samples, tmp_path_factory):
    """(results of gunmane:unifycities on the sample, the folder with store and report)."""
    import processing

    out = tmp_path_factory.mktemp("統合 結果")
    results = processing.run(
        "gunmane:unifycities",
        {
            "FOLDER": str(samples),
            "STORE": str(out / "gunmane.gpkg"),
            "REPORT": str(out / "import_report.html"),
        },
    )
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
    import re

    _, out = unified
    planted = [text for text in check.expected["personal"] if len(text) >= 4]
    assert len(planted) > 1000
    pattern = re.compile("|".join(map(re.escape, sorted(planted, key=len, reverse=True))).encode())
    for path in sorted(out.iterdir()):
        if path.name.startswith("petitioner.gpkg"):
            continue
        found = pattern.search(path.read_bytes())
        assert found is None, f"{path.name}: {found.group().decode()}"


def test_the_petitioners_file_holds_them(unified):
    data = (unified[1] / "petitioner.gpkg").read_bytes()
    assert b"0297-00-10" in data
