"""Standards into the editor and out of it: the store, workbooks, what ships with the plugin."""

from __future__ import annotations

from pathlib import Path

from ...i18n import tr
from ...layers.errors import GunmaneError
from ...layers.standards import read_standards, read_workbook, write_standards, write_workbook
from ...layers.store import Patience, open_or_create, open_store
from ...processing_provider.standards.common import builtin_rows, city_names, titles_of
from .document import Document

LOCK_SECONDS = 3  # longer than a person likes to wait with a still window


def open_document(path: str | Path | None) -> tuple[Document, dict[str, str], list[str], str]:
    """(document, names of cities, codes of the store's cities, what to say) of a store.

    Without a store, and for a store without standards, it is what ships with the plugin, which is said. Raises
    GunmaneError where the store cannot be read.
    """
    titles, examples = titles_of()
    if path is None:
        names = city_names(None)
        document = Document(builtin_rows(), titles, examples, shipped=True)
        return (
            document,
            names,
            sorted(examples),
            tr(
                "No store is open: these are the proposal that ships with the plugin and invented examples of cities."
            ),
        )
    with open_store(path, readonly=True) as store:
        rows, names = read_standards(store), city_names(store)
        cities = [row[0] for row in store.con.execute("SELECT city_code FROM city ORDER BY city_code")]
    if rows:
        return _with_common(rows, titles, names, cities)
    document = Document(builtin_rows(examples=False), titles, (), shipped=True)
    return document, names, cities, tr(
        "This store has no standards yet: the common proposal that ships with the plugin is shown. It is put into the"
        " store when you save."
    )  # fmt: skip


def save(document: Document, path: str | Path, who: str) -> int:
    """Write what is not in the store yet, in one transaction; returns the number of rows that changed there.

    Raises GunmaneError: the lock with its holder, E-STDMEANWHILE where somebody else has changed the standards.
    """
    if not Path(path).exists():
        from .. import settings

        open_or_create(path, settings.value("store_crs")).close()
    stored = [row for key, row in document.base.items() if key not in document.borrowed]
    found = write_standards(
        path, document.changed, who, replace=True, since=stored, patience=Patience(LOCK_SECONDS)
    )
    return len(found)


def load_workbook(path: str | Path) -> list[dict]:
    """Rows of a workbook; GunmaneError names every cell that cannot be read."""
    rows = read_workbook(path)
    if not rows:
        raise GunmaneError(tr("The workbook holds no row of a standard."), file=Path(path).name)
    return rows


def export_workbook(document: Document, path: str | Path, names: dict[str, str]) -> str:
    """All versions as a workbook, those that are not saved included."""
    return write_workbook(
        document.rows.values(), path, names=names, titles=document.titles, examples=document.examples
    )


def _with_common(rows, titles, names, cities):
    """A store with cities' rows but no common ones inherits from what ships with the plugin, and that is said."""
    document = Document(rows, titles, _invented(rows))
    if any(row["scope"] == "common" for row in rows):
        return document, names, cities, ""
    document.borrow(builtin_rows(examples=False))
    return document, names, cities, tr(
        "This store has no common standard: the proposal that ships with the plugin is shown in its place. It is put"
        " into the store when you save."
    )  # fmt: skip


def _invented(rows) -> frozenset:
    """Scope keys whose rows say themselves that they are examples."""
    return frozenset(
        row["scope_key"] for row in rows if row["scope_key"] and (row["basis"] or "").startswith("例")
    )
