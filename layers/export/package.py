"""The unified data as a package for others: GeoPackage, GeoJSON, CSV, Open311, and what it is made from.

``export_package`` writes into a folder of its own beside the target and moves the files in when all are complete:
a failed or killed run leaves nothing half done under the package's names. Nothing is overwritten unless asked.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ... import i18n
from ...i18n import tr
from ...schema import model
from ..errors import GunmaneError
from ..importing.progress import Progress
from ..store import Store, open_store
from ..store.petitioners import petitioner_path
from .gpkg import write_geopackage
from .notes import describe, json_of, text_of
from .open311 import write_open311
from .read import Rows, read_tables
from .text import file_name, write_csv, write_geojson

FORMATS = ("GeoPackage", "GeoJSON", "CSV", "Open311")
PACKAGE = "unified.gpkg"
METADATA = "metadata.json"
README = {"ja": "説明.txt", "en": "README.txt"}


@dataclass
class Export:
    """What was written: files (absolute paths), rows by table, and the metadata."""

    folder: Path
    files: list[Path]
    counts: dict[str, int]
    about: dict


def export_package(
    store_path: str | Path,
    folder: str | Path,
    formats: list[str] | None = None,
    cities: list[str] | None = None,
    language: str = "ja",
    overwrite: bool = False,
    progress: Progress | None = None,
) -> Export:
    """Write the package of a store into ``folder`` (made where there is none).

    ``cities``: codes (5 or 6 digits) or names, or None for all. Raises GunmaneError: E-EXISTS (files of the same
    names are there), E-NOCITY, E-NODATA, E-READONLY and those of ``open_store``; Cancelled.
    """
    folder, progress = Path(folder), progress or Progress()
    formats = [name for name in FORMATS if formats is None or name in formats]
    if not formats:
        raise GunmaneError(tr("Choose at least one format."), code="E-FORMAT")
    with open_store(store_path, readonly=True) as store:
        store.con.execute("BEGIN")  # one state of the store, whatever others write meanwhile
        chosen = chosen_cities(store, cities)
        names = _names(formats, language)
        _check_target(folder, names, overwrite, Path(store_path))
        tables = []
        for rows in read_tables(store, chosen, language):
            progress.check()
            tables.append(rows)
        if not any(len(rows) for rows in tables):
            raise GunmaneError(tr("The store has no rows to give away."), code="E-NODATA")
        with i18n.speaking(language):
            about = describe(store, tables, chosen, formats, language)
        crs = store.crs
    progress.report(0.3)
    with _scratch(folder) as scratch:
        _write(scratch, tables, formats, crs, about, language, progress)
        files = _move(scratch, folder, names, overwrite)
    progress.report(1.0)
    return Export(folder, files, {rows.table.name: len(rows) for rows in tables}, about)


def chosen_cities(store: Store, wanted: list[str] | None) -> set[str] | None:
    """City codes of the wanted codes and names; None for all. Raises GunmaneError E-NOCITY with the choices."""
    if not wanted:
        return None
    known = store.con.execute("SELECT city_code, name_ja, name_en FROM city ORDER BY city_code").fetchall()
    found = set()
    for text in wanted:
        hits = {
            code
            for code, ja, en in known
            if text in (code, code[:5], ja) or (en and text.casefold() == en.casefold())
        }
        if not hits:
            choices = ", ".join(f"{ja} ({code})" for code, ja, _ in known)
            raise GunmaneError(
                tr("“{city}” is not in the store. It holds: {choices}", city=text, choices=choices),
                code="E-NOCITY",
            )
        found |= hits
    return found


def _names(formats: list[str], language: str) -> list[str]:
    """What the package may hold, relative to its folder: every file that could be written."""
    tables = [t for t in model().tables.values() if t.store == "main"]
    names = []
    if "GeoPackage" in formats:
        names.append(PACKAGE)
    if "GeoJSON" in formats:
        names += [f"geojson/{t.name}.geojson" for t in tables if t.geometry]
    if "CSV" in formats:
        names += [_csv_name(t, language) for t in tables]
    if "Open311" in formats:
        names += ["open311/requests.json", "open311/services.json"]
    return [*names, README[language], METADATA]


def _csv_name(table, language: str) -> str:
    return f"csv/{file_name(f'{table.number}_{table.label(language)}')}.csv"


def _check_target(folder: Path, names: list[str], overwrite: bool, store: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise GunmaneError(tr("{path} is not a folder.", path=str(folder)), code="E-EXISTS")
    ours = {path.resolve() for path in (store, petitioner_path(store)) if path.exists()}
    there = [name for name in names if (folder / name).exists()]
    for name in there:
        if (folder / name).resolve() in ours:
            raise GunmaneError(
                tr("The package would replace the store itself."),
                code="E-EXISTS",
                remedy=tr("Choose another folder."),
            )
    if there and not overwrite:
        shown = ", ".join(there[:5]) + (" …" if len(there) > 5 else "")
        raise GunmaneError(
            tr(
                "{folder} already holds {count} files of the same names: {names}",
                folder=str(folder), count=len(there), names=shown,
            ),
            code="E-EXISTS",
            remedy=tr("Choose another folder, or allow overwriting."),
        )  # fmt: skip


@contextlib.contextmanager
def _scratch(folder: Path):
    """A folder on the same disk, gone afterwards whatever happens."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=".gunmane-export-", dir=folder.parent))
    except OSError as error:
        raise _not_written(folder, error) from error
    try:
        yield scratch
    except OSError as error:
        raise _not_written(folder, error) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _not_written(folder: Path, error: OSError) -> GunmaneError:
    return GunmaneError(
        tr("The package cannot be written to {folder}: {reason}", folder=str(folder), reason=str(error)),
        code="E-READONLY",
        remedy=tr("Choose another folder, or free some space."),
    )


def _write(
    scratch: Path,
    tables: list[Rows],
    formats: list[str],
    crs: str,
    about: dict,
    language: str,
    progress: Progress,
) -> None:
    filled = [rows for rows in tables if len(rows)]
    steps = {
        "GeoPackage": lambda: write_geopackage(scratch / PACKAGE, filled, crs),
        "GeoJSON": lambda: _each(
            scratch / "geojson", [r for r in filled if any(r.blobs or ())], progress,
            lambda folder, rows: write_geojson(folder / f"{rows.table.name}.geojson", rows),
        ),
        "CSV": lambda: _each(
            scratch / "csv", filled, progress,
            lambda folder, rows: write_csv(folder.parent / _csv_name(rows.table, language), rows, language),
        ),
        "Open311": lambda: _open311(scratch / "open311", filled, language, progress),
    }  # fmt: skip
    for n, name in enumerate(formats, 1):
        progress.check()
        with i18n.speaking(language):
            steps[name]()
        progress.say(tr("{format}: written.", format=name))
        progress.report(0.3 + 0.65 * n / len(formats))
    with i18n.speaking(language):
        text = text_of(about, language)
    (scratch / README[language]).write_bytes(("\ufeff" + text).encode("utf-8"))
    (scratch / METADATA).write_text(json_of(about), encoding="utf-8")


def _each(folder: Path, tables: list[Rows], progress: Progress, write) -> None:
    folder.mkdir()
    for rows in tables:
        progress.check()
        write(folder, rows)


def _open311(folder: Path, tables: list[Rows], language: str, progress: Progress) -> None:
    by_name = {rows.table.name: rows for rows in tables}
    if "request" not in by_name:
        progress.warn(tr("There are no requests: nothing was written for Open311."))
        return
    folder.mkdir()
    write_open311(folder, by_name, language)


def _move(scratch: Path, folder: Path, names: list[str], overwrite: bool) -> list[Path]:
    """The complete package to its place; the metadata last, so that it never describes files not there yet."""
    if not folder.exists():
        scratch.chmod(0o755)
        os.rename(scratch, folder)
        return [folder / name for name in names if (folder / name).exists()]
    moved = []
    for name in names:
        source, target = scratch / name, folder / name
        if not source.exists():
            if overwrite:
                target.unlink(missing_ok=True)  # of an older package: this one has no such rows
            continue
        target.parent.mkdir(exist_ok=True)
        os.replace(source, target)
        moved.append(target)
    return moved
