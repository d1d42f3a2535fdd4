"""The table: standards down, cells of a place (or one cell of all places) across."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QFont

from ...analysis.standards import RESPONSES
from ...i18n import tr
from ...layers.standards.cells import read_cell
from ...layers.written import read_response
from ...schema import model as schema_model
from . import words
from .book import STORED, Book
from .document import COMMON, VALUES

FACILITY, TITLE, MEASURE = 0, 1, 2
LABELS = 3
MARK, CHANGED, TROUBLE, OWN, GROUP_START, KEY = (Qt.ItemDataRole.UserRole + n for n in range(1, 7))
# Okabe and Ito's palette, lightened: told apart with any colour vision; the marks say the same without colour.
STRICTER_FILL, LOOSER_FILL, OTHER_FILL = QColor("#fbd9b5"), QColor("#bfe0f5"), QColor("#e6dcef")
INHERITED_TEXT = QColor("#767676")


class StandardsModel(QAbstractTableModel):
    """``show_place`` shows all cells of one place, ``show_all`` one cell of all places. ``refused(text)``: what was
    typed cannot be taken; ``told(text)``: it was, with a doubt."""

    refused = pyqtSignal(str)
    told = pyqtSignal(str)

    def __init__(self, book: Book, parent=None):
        super().__init__(parent)
        self.book = book
        self.columns: list[tuple] = []  # (place, cell)
        self.rows: list[str] = []
        self.identity: dict[str, dict] = {}
        self.troubles: dict[tuple, str] = {}  # (place, std_id, cell) -> words
        self._against: dict[tuple, object] = {}
        self.beside = False
        book.changed.connect(self.refresh)
        book.looked.connect(self.refresh)
        self.show_place(COMMON)

    # -- what is shown --------------------------------------------------------------------------------------

    def show_place(self, place: tuple) -> None:
        self._show([(place, cell) for cell in VALUES], beside=False)

    def show_all(self, cell: str) -> None:
        self._show([(place, cell) for place in self.book.places()], beside=True)

    def against(self, place: tuple):
        """What the cells of a place are compared with: the common standard, and that with what is stored."""
        if self.beside:
            return STORED if place == COMMON else COMMON
        return self._against.get(place, STORED if place == COMMON else COMMON)

    def compare(self, place: tuple, against) -> None:
        self._against[place] = against
        self.refresh()

    def place(self) -> tuple:
        return self.columns[0][0]

    def refresh(self) -> None:
        """Everything may be another: rows, values, colours. The selection stays where the rows are the same."""
        cell = self.columns[0][1]
        columns = [(place, cell) for place in self.book.places()] if self.beside else self.columns
        rows, identity = self._rows(columns)
        if rows != self.rows or columns != self.columns:
            self.beginResetModel()
            self.rows, self.identity, self.columns = rows, identity, columns
            self.endResetModel()
            return
        self.identity = identity
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def set_troubles(self, troubles: dict[tuple, str]) -> None:
        if troubles != self.troubles:
            self.troubles = troubles
            if self.rows:
                self.dataChanged.emit(
                    self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1)
                )

    def find(self, place: tuple, std_id: str, cell: str) -> QModelIndex:
        """Where a cell stands; invalid where it is not shown."""
        if std_id not in self.rows:
            return QModelIndex()
        cell = cell if cell in VALUES else VALUES[0]
        column = self.columns.index((place, cell)) + LABELS if (place, cell) in self.columns else -1
        return self.index(self.rows.index(std_id), column) if column >= 0 else QModelIndex()

    def key(self, index: QModelIndex) -> tuple | None:
        """(place, std_id, cell) of a value's index."""
        if not index.isValid() or index.column() < LABELS:
            return None
        place, cell = self.columns[index.column() - LABELS]
        return place, self.rows[index.row()], cell

    def _show(self, columns: list[tuple], beside: bool) -> None:
        self.beginResetModel()
        self.columns, self.beside = columns, beside
        self.rows, self.identity = self._rows(columns)
        self.endResetModel()

    def _rows(self, columns) -> tuple[list[str], dict[str, dict]]:
        identity: dict[str, dict] = {}
        for place in dict.fromkeys(place for place, _ in columns):
            for std_id, row in self.book.cells(place)[0].items():
                identity.setdefault(std_id, row)
        ordered = sorted(identity, key=lambda std: (identity[std]["ft"] or "~", _natural(std)))
        return ordered, identity

    # -- Qt's questions -------------------------------------------------------------------------------------

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else LABELS + len(self.columns)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        if section < LABELS:
            return (tr("Facility"), tr("Standard"), tr("Measure"))[section]
        place, cell = self.columns[section - LABELS]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self.book.name(place)} {words.short(cell)}"
        return self.book.name(place) if self.beside else words.head(cell)

    def flags(self, index):
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        key = self.key(index)
        if key and self.book.draft_shown(key[0]):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        if index.column() < LABELS:
            return self._label(index.row(), index.column(), role)
        place, std_id, cell = self.key(index)
        value, origin = self.value(place, std_id, cell)
        if role == Qt.ItemDataRole.EditRole:
            return words.shown(cell, value)
        if role == KEY:
            return place, std_id, cell
        if role == OWN:
            return origin == place[0]
        if role == GROUP_START:
            return self._starts_group(index.row())
        if role == CHANGED:
            return self._is_changed(place, std_id, cell, value)
        if role == TROUBLE:
            return self.troubles.get((place, std_id, cell))
        mark = self.book.marks(place, self.against(place)).get((std_id, cell))
        if role == MARK:
            return mark
        if role == Qt.ItemDataRole.DisplayRole:
            text = words.shown(cell, value)
            return text if mark is None else f"{words.MARKS[mark]} {text}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.BackgroundRole and mark is not None:
            return QBrush({1: STRICTER_FILL, -1: LOOSER_FILL, 0: OTHER_FILL}[mark])
        if role == Qt.ItemDataRole.ForegroundRole and place != COMMON and origin != place[0]:
            return QBrush(INHERITED_TEXT)
        if role == Qt.ItemDataRole.FontRole and place != COMMON and origin == place[0]:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.explain(place, std_id, cell)
        return None

    def setData(self, index, value, role=Qt.ItemDataRole.EditRole):
        key = self.key(index)
        if (
            role != Qt.ItemDataRole.EditRole
            or key is None
            or not self.flags(index) & Qt.ItemFlag.ItemIsEditable
        ):
            return False
        text = str(value).strip()
        if text == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        return self.edit({index: text}, tr("{where}: {text}", where=self.where(*key), text=text or "∅"))

    # -- editing ---------------------------------------------------------------------------------------------

    def edit(self, texts: dict, label: str) -> bool:
        """{index: text} as one edit; nothing is taken where one of them cannot be read (said by ``refused``)."""
        values, bad, doubts = {}, [], []
        for index, text in texts.items():
            place, std_id, cell = self.key(index)
            try:
                values[(place, std_id, cell)], doubt = self.read(std_id, cell, text)
            except ValueError as error:
                bad.append(f"{self.where(place, std_id, cell)}: {error}")
                continue
            doubts += [f"{self.where(place, std_id, cell)}: {doubt}"] if doubt else []
        if bad:
            more = tr(" … and {n} more", n=len(bad) - 3) if len(bad) > 3 else ""
            self.refused.emit(" / ".join(bad[:3]) + more)
            return False
        done = self.book.do(self.book.document.set_cells(values), label)
        if doubts:
            self.told.emit(" / ".join(doubts[:3]))
        return done

    def read(self, std_id: str, cell: str, text: str):
        """(value, doubt in words or None) of what was typed. ValueError with words."""
        text = text.strip().lstrip("".join(words.MARKS.values())).strip()
        if not text:
            return None, None
        row = self.identity.get(std_id) or self.book.identity(std_id)
        own = schema_model().tables["standard"].field(cell)
        try:
            return read_cell(own, text, row.get("unit"), row.get("op")), None
        except ValueError:
            found = read_response(text) if cell in RESPONSES else None
            if found is None or found.response is None:
                raise
        doubt = words.rule_words(found.flags[0])[0] if found.flags else None
        return found.response, f"“{text}” → {found.response}: {doubt}" if doubt else None

    # -- words -----------------------------------------------------------------------------------------------

    def value(self, place: tuple, std_id: str, cell: str) -> tuple:
        """(value, scope that it comes from)."""
        values, origins = self.book.cells(place)
        row = values.get(std_id)
        return (None, "") if row is None else (row[cell], origins[std_id][cell])

    def where(self, place: tuple, std_id: str, cell: str) -> str:
        return f"{self.book.name(place)} {std_id} {words.short(cell)}"

    def explain(self, place: tuple, std_id: str, cell: str) -> str:
        """A cell in words: value, where it is from, how it differs, what is wrong."""
        value, origin = self.value(place, std_id, cell)
        row = self.identity[std_id]
        parts = [f"{self.where(place, std_id, cell)}: {words.explained(cell, value, row)}"]
        if place != COMMON and origin == place[0]:
            parts.append(tr("own value of {place}", place=self.book.name(place)))
        elif place != COMMON:
            parts.append(tr("inherited from: {scope}", scope=words.scope_word(origin or "common")))
        else:
            own = self.book.own_values(std_id, cell)
            texts = (f"{self.book.name(city)} {words.shown(cell, v) or '–'}" for city, v in own.items())
            parts += [tr("own values: {values}", values=", ".join(texts))] if own else []
        against = self.against(place)
        mark = self.book.marks(place, against).get((std_id, cell))
        if mark is not None:
            other = words.shown(cell, self.book.base_value(place, against, std_id, cell)) or "–"
            kind = {1: tr("stricter"), -1: tr("looser"), 0: tr("other")}[mark]
            parts.append(f"{words.MARKS[mark]} " + tr("{kind} than {other}", kind=kind, other=other))
        if self._is_changed(place, std_id, cell, value):
            before = words.shown(cell, self.book.stored_cells(place).get(std_id, {}).get(cell)) or "–"
            parts.append(tr("not saved; in the store: {value}", value=before))
        trouble = self.troubles.get((place, std_id, cell))
        return "\n".join([*parts, f"⚠ {trouble}"] if trouble else parts)

    def _label(self, row: int, column: int, role):
        std_id = self.rows[row]
        entry = self.identity[std_id]
        if role == GROUP_START:
            return self._starts_group(row)
        texts = (
            words.facility(entry),
            f"{std_id} {words.title(self.book.document, std_id, entry)}",
            words.measure(entry),
        )
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return texts[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            basis = self.basis(std_id)
            kind = f"{texts[0]}・{words.code_label('DT', entry.get('dt'))}"
            return "\n".join(
                filter(None, (kind, texts[1], texts[2], tr("Basis: {text}", text=basis) if basis else ""))
            )
        if role == Qt.ItemDataRole.TextAlignmentRole and column == FACILITY:
            return Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.BackgroundRole:
            return QBrush(QColor("#eef2f6"))
        return None

    def basis(self, std_id: str) -> str:
        """Why the row says what it says, of this place or of the common standard."""
        shown = self.book.document.in_force(self.book.day, self.book.chosen)
        found = {key[2:]: row["basis"] for key, row in shown.items() if key[0] == std_id}
        return found.get(self.place()) or found.get(COMMON) or ""

    def _is_changed(self, place, std_id, cell, value) -> bool:
        if self.book.draft_shown(place) is None and self.book.draft_shown(COMMON) is None:
            return False
        before = self.book.stored_cells(place).get(std_id)
        return not words.empty(value) if before is None else not words.same(before[cell], value)

    def _starts_group(self, row: int) -> bool:
        return row == 0 or self.identity[self.rows[row]]["ft"] != self.identity[self.rows[row - 1]]["ft"]


def _natural(std_id: str) -> tuple:
    digits = "".join(c for c in std_id if c.isdigit())
    return (int(digits) if digits else 0, std_id)
