"""The grid of a ledger's columns: what stands in the file, what it becomes, how sure. Undecided ones first."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QPalette
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QCompleter, QStyle, QStyledItemDelegate

from ...i18n import tr
from ...layers.errors import GunmaneError
from ...layers.propose.draft_look import MASK
from .entries import apply, entries, key_of, shown, sureness

COLUMN, EXAMPLES, ITEM, SURE = range(4)
UNDECIDED = QColor("#d55e00")
NOT_TAKEN = QColor("#767676")  # grey that is still read on white
DOUBTFUL = 0.75  # below it a guess is shown as one to be looked at
SURENESS = Qt.ItemDataRole.UserRole + 1
EXAMPLES_SHOWN = 4


class ColumnsModel(QAbstractTableModel):
    """One ledger of a draft. ``refused(text)``: an operation was not possible, and why."""

    changed = pyqtSignal(str)  # the column
    refused = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.draft, self.number, self.labels, self.entries = None, -1, [], []
        self.waiting: dict[str, str] = {}  # column -> what waits for a person

    def show(self, draft, number: int) -> None:
        """The order stays while a person works: what was just decided does not jump away."""
        self.beginResetModel()
        self.draft, self.number = draft, number
        table = draft.table(number)
        self._wait()
        self.labels = sorted(draft.labels(number), key=self._rank) if table else []
        self.entries = entries(table) if table else []
        self.endResetModel()

    def refresh(self) -> None:
        """The draft changed; the same columns."""
        if self.draft is None:
            return
        if self.draft.table(self.number) is None or set(self.labels) != set(self.draft.labels(self.number)):
            self.show(self.draft, self.number)
        elif self.labels:
            self.entries = entries(self.draft.table(self.number))
            self._wait()
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.labels) - 1, SURE))

    def _wait(self) -> None:
        found = self.draft.problems(self.number) if self.draft.ledgers[self.number].refusal is None else []
        self.waiting = {p.label: p.text for p in found if p.level == "todo" and p.label}

    def _rank(self, label: str) -> int:
        choice = self.draft.choice(self.number, label)
        if choice.role == "undecided":
            return 0
        if label in self.waiting:
            return 1
        return 2 if choice.targets and choice.confidence < DOUBTFUL else 3

    # -- Qt's side ---------------------------------------------------------------------------------------

    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self.labels)

    def columnCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else 4

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Column of the file"), tr("Examples"), tr("Becomes"), tr("Sureness"))[section]
        return None

    def flags(self, index):
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsEditable if index.column() == ITEM else found

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid() or self.draft is None:
            return None
        label = self.labels[index.row()]
        choice = self.draft.choice(self.number, label)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(label, index.column())
        if role == Qt.ItemDataRole.EditRole and index.column() == ITEM:
            return key_of(choice)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.why(label)
        if role == SURENESS:
            return sureness(choice)
        if (choice.role == "undecided" or label in self.waiting) and index.column() in (COLUMN, ITEM):
            if role == Qt.ItemDataRole.ForegroundRole:
                return QBrush(UNDECIDED)
            if role == Qt.ItemDataRole.FontRole:
                font = QFont()
                font.setBold(True)
                return font
        if role == Qt.ItemDataRole.ForegroundRole and not choice.targets:
            return QBrush(NOT_TAKEN)
        return None

    def setData(self, index, value, role=Qt.ItemDataRole.EditRole):
        label = self.labels[index.row()]
        if value is None or value == key_of(self.draft.choice(self.number, label)):
            return False
        try:
            apply(self.draft, self.number, label, tuple(value))
        except GunmaneError as error:
            self.refused.emit(str(error))
            return False
        self.changed.emit(label)
        return True

    def examples(self, label: str, count: int = EXAMPLES_SHOWN) -> list[str]:
        """The most frequent cells; a person's are masked."""
        if self.draft.choice(self.number, label).personal:
            return [MASK]
        texts = self.draft.evidence(self.number, label).counts.most_common(count)
        return [text.replace("\n", " ").strip() for text, _ in texts]

    def why(self, label: str) -> str:
        choice = self.draft.choice(self.number, label)
        lines = [*choice.reasons, choice.reason or ""]
        if choice.unread:
            lines.append(tr("Words without a code: {words}", words=", ".join(choice.unread)))
        return "\n".join(dict.fromkeys(line for line in lines if line))

    def _text(self, label: str, column: int) -> str:
        if column == COLUMN:
            spoken = self.draft.ledgers[self.number].ledger.aliases.get(label)
            return f"{label} ({spoken})" if spoken and spoken != label else label
        if column == EXAMPLES:
            return " ｜ ".join(text[:24] for text in self.examples(label)) or tr("(empty)")
        if column == ITEM:
            text = shown(self.draft, self.number, label)
            unread = self.draft.choice(self.number, label).unread if label in self.waiting else []
            return text + (" " + tr("(words without a code: {count})", count=len(unread)) if unread else "")
        return ""

    def row_of(self, label: str) -> QModelIndex:
        return self.index(self.labels.index(label), ITEM) if label in self.labels else QModelIndex()


def searching_combo(parent, found, current) -> QComboBox:
    """A list that is searched by typing any part of an entry; ``found``: (key, text)."""
    combo = QComboBox(parent)
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.setMaxVisibleItems(18)
    fill(combo, found, current)
    completer = QCompleter(combo.model(), combo)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setMaxVisibleItems(14)
    combo.setCompleter(completer)
    combo.lineEdit().setPlaceholderText(tr("Type to search"))
    return combo


def fill(combo: QComboBox, found, current) -> None:
    combo.clear()
    for key, text in found:
        combo.addItem(text, key)
    combo.setCurrentIndex(index_of(combo, current))


def index_of(combo: QComboBox, key) -> int:
    """``findData`` compares tuples by identity; this does not."""
    return next((n for n in range(combo.count()) if combo.itemData(n) == key), -1)


def chosen(combo: QComboBox):
    """The key of what is typed or picked; typed text that is a part of only one entry means that entry."""
    typed = combo.currentText().strip().casefold()
    if not typed:
        return None
    texts = [combo.itemText(n).casefold() for n in range(combo.count())]
    if typed in texts:
        return combo.itemData(texts.index(typed))
    hits = [n for n, text in enumerate(texts) if typed in text]
    return combo.itemData(hits[0]) if len(hits) == 1 else None


class ItemDelegate(QStyledItemDelegate):
    """The searchable list in the grid. Enter takes, Escape leaves."""

    def createEditor(self, parent, option, index):
        model = index.model()
        key = key_of(model.draft.choice(model.number, model.labels[index.row()]))
        combo = searching_combo(parent, [(e.key, e.text) for e in model.entries], key)
        combo.activated.connect(lambda _n: self.commitData.emit(combo))
        return combo

    def setEditorData(self, editor, index):
        editor.lineEdit().selectAll()

    def setModelData(self, editor, model, index):
        model.setData(index, chosen(editor))


class SureDelegate(QStyledItemDelegate):
    """Confidence as a bar with its number; what a person decided has a mark instead."""

    def paint(self, painter, option, index):
        style = QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        sure = index.data(SURENESS)
        painter.save()
        if sure is None:
            text = "✓"
        else:
            text = f"{round(100 * sure)}%"
            bar = option.rect.adjusted(4, 5, -4, -5)
            painter.fillRect(bar, QColor("#e6e6e6"))
            bar.setWidth(round(bar.width() * sure))
            colour = "#56b4e9" if sure >= DOUBTFUL else "#e69f00" if sure >= 0.6 else "#d55e00"
            painter.fillRect(bar, QColor(colour))
        painter.setPen(
            QColor("#000000") if sure is not None else option.palette.color(QPalette.ColorRole.Text)
        )
        painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
