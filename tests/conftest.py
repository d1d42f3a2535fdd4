"""Fixtures that all tests share. pytest-qgis starts QGIS; the plugin is the package ``gunmane``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent

hypothesis.settings.register_profile("ci", max_examples=50, deadline=None)
hypothesis.settings.register_profile("thorough", max_examples=2000, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_sessionfinish(session, exitstatus):
    session.config.final_status = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config):
    """Leave at once when all is said: a layer or feature that some traceback still holds is otherwise destroyed
    after QGIS itself, and the crash would turn a passed run into a failed one."""
    status = getattr(config, "final_status", None)
    if status is not None:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


@pytest.fixture(autouse=True)
def english():
    """Texts are English in tests, whatever the machine's language; a test may set another."""
    from gunmane import i18n

    i18n.set_language("en")
    yield
    i18n.set_language(None)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def samples(root) -> Path:
    """The shipped sample: one folder a city."""
    folder = root / "samples"
    if not any(folder.glob("*/*")):
        pytest.skip("samples/ is empty: run `make samples`")
    return folder


@pytest.fixture(scope="session")
def shared_data(root) -> Path:
    """``../shared/data``: real data that is not part of the repository."""
    folder = root.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("../shared/data is not here (it is not part of the repository)")
    return folder


@pytest.fixture(scope="session")
def provider(qgis_processing):
    """Our Processing provider, registered once; ``processing.run("gunmane:...")`` works after it."""
    from gunmane.processing_provider.provider import GunmaneProvider
    from qgis.core import QgsApplication

    registry = QgsApplication.processingRegistry()
    ours = registry.providerById("gunmane")
    if ours is None:
        ours = GunmaneProvider()
        assert registry.addProvider(ours)
    return ours
