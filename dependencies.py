"""Python packages that are not part of QGIS itself: what is missing here, and how a person gets it.

Nothing is ever installed behind the user, and the plugin always loads: an algorithm asks ``missing`` in its
``canExecute`` and shows ``explain``. Works without QGIS.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import importlib.metadata
import importlib.util
import os
import re
import sys
import threading
from pathlib import Path

from .i18n import tr

# Package -> the oldest version that the plugin works with.
NEEDED = {
    "numpy": "1.21",
    "pandas": "1.5",
    "shapely": "2.0",
    "pyproj": "3.3",
    "geopandas": "0.14",
    "scipy": "1.9",
    "openpyxl": "3.0",
    "jinja2": "3.0",
    "tomli_w": "1.0",
    "jpholiday": "1.0",
}
# Pure-Python packages that `make package` puts into the zip.
BUNDLED = ("tomli", "tomli_w", "jpholiday")
BUNDLE = Path(__file__).with_name("vendor")


def missing(names) -> list[str]:
    """Those of the packages that are absent, or older than the plugin needs, in the order given."""
    return [name for name in names if not _usable(name)]


def explain(names) -> str:
    """What is missing or too old and how to get it on this system; ``""`` for an empty list."""
    names = list(names)
    if not names:
        return ""
    parts = []
    for name in names:
        found = installed_version(name)
        needed = NEEDED.get(name)
        if found and needed:
            parts.append(
                tr("{name} {found} (too old: {needed} is needed)", name=name, found=found, needed=needed)
            )
        else:
            parts.append(name)
    return f"{tr('Python packages are missing: {packages}', packages=', '.join(parts))}\n{_remedy(names)}"


def installed_version(name: str) -> str | None:
    """The version that this Python would import, or None."""
    try:
        if importlib.util.find_spec(name) is None:
            return None
    except (ImportError, ValueError):  # ValueError: a module without a spec, or blocked
        return None
    try:
        return importlib.metadata.version(name.replace("_", "-"))
    except importlib.metadata.PackageNotFoundError:
        try:
            return str(getattr(importlib.import_module(name), "__version__", "")) or None
        except Exception:  # a package that is there and does not import is of no use
            return None


@contextlib.contextmanager
def isolated():
    """Import a package inside this so that a wheel's own GDAL or PROJ keeps to itself.

    On Linux the QGIS executables export their GDAL's symbols, and a wheel's calls would land there: two
    versions mixed. RTLD_DEEPBIND makes the wheel look into its own libraries first. Elsewhere it does nothing.
    """
    deep = getattr(os, "RTLD_DEEPBIND", 0)
    if not deep:
        yield
        return
    before = sys.getdlopenflags()
    sys.setdlopenflags(before | deep)
    try:
        yield
    finally:
        sys.setdlopenflags(before)


def use_bundled() -> None:
    """Make the packages in ``vendor/`` importable where this Python has none of its own.

    The folder goes last: a package that the system has always wins.
    """
    if BUNDLE.is_dir() and str(BUNDLE) not in sys.path and any(not _importable(name) for name in BUNDLED):
        sys.path.append(str(BUNDLE))


def _usable(name: str) -> bool:
    found = installed_version(name)
    if found is None:
        return _importable(name) and name not in NEEDED
    return _numbers(found) >= _numbers(NEEDED.get(name, "0"))


def _importable(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version)[:3])


def _remedy(names: list[str]) -> str:
    if sys.platform == "win32":
        return tr(
            "Install QGIS with the full standalone installer (LTR), or add {packages} in the OSGeo4W setup, "
            "then restart QGIS.",
            packages=", ".join(f"python3-{name.replace('_', '-')}" for name in names),
        )
    if sys.platform == "darwin":
        return tr("Install the QGIS LTR package of the QGIS project, which has them, then restart QGIS.")
    return tr(
        "Install {packages} with your package manager; or, in a checkout of the plugin, run “make setup” and "
        "start QGIS with “make qgis”.",
        packages=" ".join(f"python3-{name.replace('_', '-')}" for name in names),
    )


_kept = threading.local()


def keep_thread_state() -> None:
    """Let Python's state of this thread live as long as the thread; call it first in what a QGIS task runs.

    QGIS's worker threads are none of Python's: Python's state of them is thrown away after each task, and made anew
    for the next. pyproj (3.7 at least) keeps its context with that state, and its next call in the same worker ends
    QGIS with a segmentation fault. Python's own threads, the main one included, need nothing and get nothing.
    """
    if isinstance(threading.current_thread(), threading._DummyThread) and not getattr(_kept, "done", False):
        ctypes.pythonapi.PyGILState_Ensure()  # never released: the state's counter does not reach zero any more
        _kept.done = True
