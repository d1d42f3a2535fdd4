"""Page 1: the city's files, how each was read, its first rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QBrush
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ...i18n import tr
from ...layers.errors import GunmaneError
from ...layers.propose.draft import Draft
from ...layers.propose.ledgers import common_folder
from ...layers.readers import ReadOptions
from .columns_model import UNDECIDED
from .files_model import FileLook, TableLook, encoding_combo, look, look_at, raw_table, rows_text, show_rows
from .tasks import Stopped, Worker

TABLE = Qt.ItemDataRole.UserRole


class FilesPage(QWizardPage):
    """The wizard's ``paths``, ``options`` and ``looks`` are filled here."""

    def __init__(self, wizard):
        super().__init__(wizard)
        self.setTitle(tr("1. The city’s files"))
        self.setSubTitle(tr("Drop files or a folder here. Nothing is changed in them: they are only read."))
        self.setAcceptDrops(True)
        self.work = Worker(self)
        self.work.busy_changed.connect(self._busy)
        self.work.told.connect(
            lambda share, text: (self.bar.setValue(round(100 * share)), self.bar.setFormat(text))
        )
        self.tree = QTreeWidget()
        self.tree.setObjectName("files")
        self.tree.setHeaderLabels(
            [tr("File"), tr("Sheet or layer"), tr("Kind"), tr("Encoding"), tr("Header row"), tr("Columns"), tr("Rows"),
             tr("Remarks")]
        )  # fmt: skip
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.currentItemChanged.connect(lambda *_: self._show_rows())
        header = self.tree.header()
        for section, width in enumerate((300, 130, 70, 110, 80, 60, 80)):
            header.resizeSection(section, width)
        header.setSectionResizeMode(7, QHeaderView.ResizeMode.Stretch)
        self.hint = QLabel(tr("Drop the city’s files or its folder here"), self.tree.viewport())
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setEnabled(False)
        hint_box = QVBoxLayout(self.tree.viewport())
        hint_box.addWidget(self.hint)
        self.bar = QProgressBar()
        self.bar.hide()
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.rows = raw_table()
        self.rows.setObjectName("first_rows")
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.tree)
        splitter.addWidget(self._preview())
        splitter.setSizes([260, 260])
        layout = QVBoxLayout(self)
        layout.addLayout(self._buttons())
        layout.addWidget(splitter, 1)
        layout.addWidget(self.bar)
        layout.addWidget(self.note)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, text, slot in (
            ("add_files", tr("Add &files…"), self._ask_files),
            ("add_folder", tr("Add a f&older…"), self._ask_folder),
            ("remove", tr("&Remove from the list"), self.remove_chosen),
            ("open_profile", tr("Go on with a &profile that is there…"), self._ask_profile),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _c, slot=slot: slot())
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _preview(self) -> QWidget:
        box = QWidget()
        self.encoding = encoding_combo()
        self.encoding.setObjectName("encoding")
        self.encoding.activated.connect(lambda _n: self._reread())
        self.header = QSpinBox()
        self.header.setObjectName("header")
        self.header.setRange(0, 200)
        self.header.setSpecialValueText(tr("found by itself"))
        self.header.valueChanged.connect(lambda _n: self._reread())
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("First rows. If they look wrong: encoding")))
        row.addWidget(self.encoding)
        row.addWidget(QLabel(tr("header row")))
        row.addWidget(self.header)
        row.addStretch(1)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.rows, 1)
        return box

    # -- files -------------------------------------------------------------------------------------------

    def add(self, paths) -> None:
        """Look at more files or folders, in the background."""
        known = {entry.path for entry in self.wizard().looks}
        new = [Path(p) for p in paths if Path(p) not in known]
        if not new:
            return
        options = dict(self.wizard().options)
        self.work.start(
            tr("Looking at the files"),
            lambda progress: look(new, options, progress),
            self._looked,
            self._failed,
        )

    def _looked(self, found: list[FileLook]) -> None:
        known = {entry.path for entry in self.wizard().looks}
        self.wizard().looks += [entry for entry in found if entry.path not in known]
        self._changed()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Stopped):
            self.wizard().say(error)
        self.completeChanged.emit()

    def remove_chosen(self) -> None:
        chosen = {item.data(0, TABLE)[0].path for item in self.tree.selectedItems()}
        self.wizard().looks = [entry for entry in self.wizard().looks if entry.path not in chosen]
        for path in chosen:
            self.wizard().options.pop(path, None)
        self._changed()

    def _changed(self) -> None:
        self.wizard().files_changed()
        self._fill()
        self.completeChanged.emit()

    def _fill(self) -> None:
        self.tree.clear()
        looks = self.wizard().looks
        self.hint.setVisible(not looks)
        folder = self.folder()
        for entry in looks:
            for table in entry.tables or [None]:
                self.tree.addTopLevelItem(_item(entry, table, folder))
        if looks:
            self.tree.setCurrentItem(self.tree.topLevelItem(0))
        unreadable = sum(entry.problem is not None for entry in looks)
        text = tr(
            "{files} files, {tables} tables", files=len(looks), tables=sum(len(e.tables) for e in looks)
        )
        if unreadable:
            text += tr("; {count} cannot be read and are left out", count=unreadable)
        if looks and self._too_wide():
            text = tr(
                "These files have no folder in common. Put the city’s files into one folder and add that."
            )
        self.note.setText(text if looks else "")

    def folder(self) -> Path | None:
        """The folder that all files lie in."""
        paths = [entry.path.resolve() for entry in self.wizard().looks]
        if not paths or len({p.anchor for p in paths}) > 1:
            return None
        return common_folder(paths, paths)

    def _too_wide(self) -> bool:
        folder = self.folder()
        return folder is None or folder == Path(folder.anchor)

    def isComplete(self):
        if self.work.busy or self.wizard().opened:
            return not self.work.busy
        return any(entry.tables for entry in self.wizard().looks) and not self._too_wide()

    def nextId(self):
        return self.wizard().LEDGERS if self.wizard().opened else self.wizard().CITY

    def cleanupPage(self):
        """Nothing is forgotten by going back."""

    # -- one file ----------------------------------------------------------------------------------------

    def _current(self) -> tuple[FileLook, TableLook | None] | None:
        item = self.tree.currentItem()
        return item.data(0, TABLE) if item is not None else None

    def _show_rows(self) -> None:
        current = self._current()
        table = current[1] if current else None
        options = self.wizard().options.get(current[0].path) if current else None
        for widget in (self.encoding, self.header):
            widget.blockSignals(True)
            widget.setEnabled(current is not None)
        if current:
            kind = table.raw.format if table else current[0].path.suffix.lower().lstrip(".")
            self.encoding.setEnabled(kind in ("csv", "tsv", "txt", "dbf", "shp", "shapefile"))
            self.header.setEnabled(kind in ("csv", "tsv", "txt", "xlsx", "xlsm"))
            self.encoding.setCurrentIndex(self.encoding.findData(options.encoding if options else "auto"))
            self.header.setValue(options.header if options and isinstance(options.header, int) else 0)
        self.encoding.blockSignals(False)
        self.header.blockSignals(False)
        show_rows(self.rows, table.raw.columns if table else [], table.rows if table else [])

    def _reread(self) -> None:
        """The chosen file, read at once in another way."""
        current = self._current()
        if current is None:
            return
        path, looks = current[0].path, self.wizard().looks
        options = replace(
            self.wizard().options.get(path) or ReadOptions(),
            encoding=self.encoding.currentData(),
            header=self.header.value() or "auto",
        )
        self.wizard().options[path] = options
        fresh = look_at(path, options)
        looks[next(n for n, entry in enumerate(looks) if entry.path == path)] = fresh
        self.wizard().files_changed()
        self._replace_items(fresh)
        self.completeChanged.emit()

    def _replace_items(self, fresh: FileLook) -> None:
        items = [self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount())]
        mine = [item for item in items if item.data(0, TABLE)[0].path == fresh.path]
        first = self.tree.indexOfTopLevelItem(mine[0])
        at = mine.index(self.tree.currentItem()) if self.tree.currentItem() in mine else 0
        self.tree.blockSignals(True)
        for item in mine:
            self.tree.takeTopLevelItem(self.tree.indexOfTopLevelItem(item))
        for n, table in enumerate(fresh.tables or [None]):
            self.tree.insertTopLevelItem(first + n, _item(fresh, table, self.folder()))
        self.tree.setCurrentItem(self.tree.topLevelItem(first + min(at, max(len(fresh.tables) - 1, 0))))
        self.tree.blockSignals(False)
        self._show_rows()

    # -- asking, dropping --------------------------------------------------------------------------------

    def _ask_files(self) -> None:
        kinds = (
            tr("Ledgers")
            + " (*.csv *.tsv *.txt *.xlsx *.xlsm *.shp *.dbf *.gpkg *.geojson *.json *.kml *.kmz)"
        )
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("Files of the city"), "", f"{kinds};;{tr('All files')} (*)"
        )
        self.add(names)

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Folder of the city's files"))
        self.add([name] if name else [])

    def _ask_profile(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("City profile"), "", tr("Profiles (*.toml);;All files (*)")
        )
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of the city's files")) if name else ""
        if folder:
            self.open_profile(name, folder)

    def open_profile(self, profile: str, folder: str) -> None:
        """Go on with a profile that is there."""

        def opened(draft: Draft) -> None:
            self.wizard().use(draft, opened=True)
            self.completeChanged.emit()
            self.wizard().next()

        self.wizard().looks, self.wizard().options = [], {}
        self.work.start(
            tr("Reading the files"), lambda progress: _opened(profile, folder, progress), opened, self._failed
        )

    def dragEnterEvent(self, event):
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event):
        self.add([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.completeChanged.emit()


def _opened(profile: str, folder: str, progress) -> Draft:
    draft = Draft.open(profile, folder, progress)
    if not any(source.ledger.blocks for source in draft.ledgers):
        raise GunmaneError(
            tr("No file of the profile was found in {folder}.", folder=folder), code="E-NOFILE"
        )
    return draft


def _item(entry: FileLook, table: TableLook | None, folder: Path | None) -> QTreeWidgetItem:
    try:
        name = entry.path.resolve().relative_to(folder).as_posix() if folder else entry.path.name
    except ValueError:
        name = entry.path.name
    if table is None:
        item = QTreeWidgetItem(
            [name, "", "", "", "", "", "", (entry.problem or tr("no table in it")).replace("\n", " ")]
        )
        for column in range(8):
            item.setForeground(column, QBrush(UNDECIDED))
        item.setToolTip(7, entry.problem or "")
    else:
        raw = table.raw
        sure = (
            f" ({round(100 * raw.encoding_confidence)}%)"
            if raw.encoding and raw.encoding_confidence < 1
            else ""
        )
        notes = " ".join(note.text for note in raw.open_notes)
        item = QTreeWidgetItem(
            [
                name, raw.sheet or "", raw.format, f"{raw.encoding or ''}{sure}",
                "" if raw.header_row is None else str(raw.header_row), str(len(raw.columns)),
                rows_text(raw), notes,
            ]
        )  # fmt: skip
        item.setToolTip(3, raw.encoding_note)
        item.setToolTip(7, notes)
    item.setToolTip(0, str(entry.path))
    item.setData(0, TABLE, (entry, table))
    return item
