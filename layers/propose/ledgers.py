"""The files as they are: which tables they hold, what belongs together, what the cells look like.

Public: ``Ledger``, ``read_ledgers``. Sheets and yearly files with the same header are one ledger. A file that
cannot be read is kept with its reason: the others go on.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from ...i18n import tr
from ..errors import GunmaneError
from ..readers import Block, RawTable, ReadOptions, open_tables
from ..readers.tables import label_key
from .evidence import Evidence, Tally

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".shp", ".dbf", ".gpkg", ".geojson", ".json", ".kml", ".kmz",
            ".gml", ".fgb", ".xls")  # fmt: skip
HELD_ROWS = 40_000  # rows of a ledger that are looked at together; all rows are counted
_YEAR = re.compile(
    r"(?:明治|大正|昭和|平成|令和|[MTSHR])?(?:元|\d{1,4})年?度?(?:[-~〜_](?:[MTSHR])?\d{1,4}年?度?)?$"
)
_DICTIONARY_HEADS = (
    ("original_name", "display_name"),
    ("列名", "表示名"),
    ("項目名", "表示名"),
    ("field", "alias"),
)


@dataclass
class Ledger:
    """One ledger: one or more raw tables with the same columns."""

    raws: list[RawTable] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    blocks: list[Block] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)  # column -> what a data dictionary beside it says
    folder: Path = Path()
    problem: GunmaneError | None = None
    path: Path = Path()
    geometry_count: int = 0

    @property
    def raw(self) -> RawTable:
        return self.raws[0]

    @property
    def columns(self) -> list[str]:
        return self.raw.columns

    @property
    def evidence(self) -> dict[str, Evidence]:
        return {c: self.tally.columns.get(c) or Evidence(c, self.tally.rows) for c in self.columns}

    @property
    def rows(self) -> int:
        return self.tally.rows

    @property
    def cut(self) -> bool:
        return self.raw.format in ("shp", "dbf", "shapefile")

    @property
    def paths(self) -> list[Path]:
        return list(dict.fromkeys(raw.path for raw in self.raws))

    @property
    def sheets(self) -> list[str]:
        return [raw.sheet for raw in self.raws if raw.sheet]

    @property
    def is_layer(self) -> bool:
        return self.raw.format not in ("xlsx", "csv", "tsv", "dbf")

    @property
    def has_geometry(self) -> bool:
        return self.geometry_count > 0

    @property
    def geometry_types(self) -> set[str]:
        import shapely

        found: set[str] = set()
        for block in self.blocks:
            if block.geometry is not None:
                known = block.geometry[~shapely.is_missing(block.geometry)]
                found |= {g.geom_type.removeprefix("Multi") for g in known[:500]}
        return found

    def spoken(self, label: str) -> str:
        """The label that says more: the data dictionary's, else the column's own."""
        return self.aliases.get(label) or label

    @property
    def title(self) -> str:
        name = self.paths[0].stem
        return f"{name} / {', '.join(self.sheets)}" if self.sheets and self.sheets != [name] else name


def read_ledgers(inputs, progress=None, options: dict[Path, ReadOptions] | None = None) -> list[Ledger]:
    """Every table of the files and folders, grouped; unreadable files as ledgers with ``problem``.

    ``options``: what a person said about the reading of some of the files.
    """
    files = list_files(inputs)
    root = common_folder(inputs, files)
    ledgers: list[Ledger] = []
    for number, path in enumerate(files):
        if progress is not None:
            progress(number / max(len(files), 1), path.name)
        try:
            for raw in open_tables(path, (options or {}).get(path)):
                _place(ledgers, raw, root)
        except GunmaneError as error:
            ledgers.append(Ledger(folder=root, problem=error, path=path))
    for ledger in ledgers:
        if ledger.problem is None:
            try:
                _look(ledger)
            except GunmaneError as error:
                ledger.problem, ledger.path = error, ledger.raw.path
    return ledgers


def ledger_of(raws: list[RawTable], folder: Path) -> Ledger:
    """One ledger of tables that somebody else has put together, looked at; raises GunmaneError."""
    ledger = Ledger(list(raws), folder=folder, path=raws[0].path, aliases=_aliases(raws[0]))
    _look(ledger)
    return ledger


def list_files(inputs) -> list[Path]:
    """The files to read, folders searched; raises GunmaneError where there is none."""
    found: dict[Path, None] = {}
    for entry in inputs:
        path = Path(entry)
        if path.is_dir():
            for inner in sorted(path.rglob("*")):
                if (
                    inner.is_file()
                    and inner.suffix.lower() in SUFFIXES
                    and not inner.name.startswith((".", "~$"))
                ):
                    found[inner] = None
        else:
            found[path] = None
    files = [p for p in found if not _beside(p, found) and not _is_dictionary(p)]
    if not files:
        raise GunmaneError(
            tr("There is no file to read in what was given."),
            code="E-NOFILE",
            remedy=tr("Give csv, xlsx, shp, gpkg, geojson or kml files, or a folder that holds some."),
        )
    return files


def common_folder(inputs, files: list[Path]) -> Path:
    """The folder that an import of these files would be given."""
    folders = [Path(i) for i in inputs if Path(i).is_dir()] or [p.parent for p in files]
    first = folders[0].resolve()
    while not all(first == f.resolve() or first in f.resolve().parents for f in folders):
        first = first.parent
    return first


def _beside(path: Path, files) -> bool:
    """A DBF that belongs to a shapefile is no table of its own."""
    return path.suffix.lower() == ".dbf" and any(
        path.with_suffix(s) in files or path.with_suffix(s).exists() for s in (".shp", ".SHP")
    )


def _is_dictionary(path: Path) -> bool:
    return bool(_dictionary_rows(path))


def _dictionary_rows(path: Path) -> list[tuple[str, str]]:
    """(column, what it means) of a small csv that explains the columns of the files beside it."""
    try:
        if path.suffix.lower() != ".csv" or path.stat().st_size > 200_000:
            return []
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.reader(stream))
    except (OSError, UnicodeDecodeError, csv.Error):
        return []
    head = [cell.strip().lower() for cell in rows[0]] if rows else []
    for first, second in _DICTIONARY_HEADS:
        if first in head and second in head:
            a, b = head.index(first), head.index(second)
            return [
                (r[a].strip(), r[b].strip()) for r in rows[1:] if len(r) > max(a, b) and r[a].strip()
            ] or [("", "")]
    return []


def _place(ledgers: list[Ledger], raw: RawTable, root: Path) -> None:
    """Into the ledger that it continues, or a new one."""
    for ledger in ledgers:
        if ledger.problem is None and _same(ledger.raw, raw):
            ledger.raws.append(raw)
            return
    ledgers.append(Ledger([raw], folder=root, path=raw.path, aliases=_aliases(raw)))


def _same(first: RawTable, raw: RawTable) -> bool:
    if [label_key(c) for c in first.columns] != [
        label_key(c) for c in raw.columns
    ] or first.format != raw.format:
        return False
    if first.path == raw.path:
        return raw.format == "xlsx" and first.sheet != raw.sheet
    return (
        first.path.parent == raw.path.parent
        and first.crs == raw.crs
        and bool(_stem(first.path))
        and _stem(first.path) == _stem(raw.path)
    )


def _stem(path: Path) -> str:
    return _YEAR.sub("", unicodedata.normalize("NFKC", path.stem)).rstrip("_- ")


def _aliases(raw: RawTable) -> dict[str, str]:
    found: dict[str, str] = {}
    for sibling in sorted(raw.path.parent.glob("*.csv")):
        for column, meaning in _dictionary_rows(sibling):
            if column and meaning:
                found[label_key(column)] = meaning
    return {c: found[label_key(c)] for c in raw.columns if label_key(c) in found}


def _look(ledger: Ledger) -> None:
    import shapely

    held = 0
    for raw in ledger.raws:
        for block in raw.blocks(20_000):
            ledger.tally.add(block.cells)
            if block.geometry is not None:
                ledger.geometry_count += int((~shapely.is_missing(block.geometry)).sum())
            if held < HELD_ROWS:
                ledger.blocks.append(block)
                held += len(block.cells)
