"""The pane for one item, or for several at once: why it waits, what was said, and the editor of its kind."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from . import words
from .editors import Answer, CellsEditor, ConflictEditor, NoEditor, TwinEditor, ValueEditor, field_of
from .link_editor import LinkEditor
from .place_editor import PlaceEditor
from .tables import FactsTable

ONE_FOR_ALL_ALIKE = (words.CODE, words.OTHER)  # the same text means the same thing


class OneOfThese(QWidget):
    """Like a stack of pages, but only as high as the page that is shown."""

    def __init__(self, parent=None):
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._current = None

    def addWidget(self, page) -> None:
        page.hide()
        self.layout().addWidget(page)

    def currentWidget(self):
        return self._current

    def setCurrentWidget(self, page) -> None:
        if self._current is not None and self._current is not page:
            self._current.hide()
        self._current = page
        page.show()


class DetailPane(QWidget):
    """``decide(Answer)`` carries what the person wants; who, alike rows and the note are asked from here."""

    decide = pyqtSignal(object)
    form_wanted = pyqtSignal()
    history_wanted = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.items: list = []
        self.subject = None
        self.alike: list = []
        self._labels()
        self._editors()
        self._facts()
        self._buttons()
        body = QWidget(self)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(6, 2, 6, 2)
        inside.setSpacing(4)
        for widget in (
            self.title,
            self.why,
            self.remedy,
            self.stack,
            self.for_alike,
            self.standing,
        ):
            inside.addWidget(widget)
        inside.addWidget(self.facts, 1)
        self.scroll = QScrollArea(self)
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.scroll, 1)
        layout.addWidget(self.foot)
        layout.addWidget(self._decided_bar())
        self._order()
        self.show_items([], None, [])

    # --- filling ------------------------------------------------------------------------------------------

    def show_items(self, items: list, subject, alike: list) -> None:
        """``subject`` belongs to the first item; ``alike`` are open items that say the same."""
        self.items, self.subject, self.alike = items, subject, alike
        self.note.clear()
        is_open = all(words.is_open(item) for item in items)
        self.foot.setVisible(bool(items) and is_open)
        self.decided_bar.setVisible(bool(items) and not is_open)
        self.stack.setEnabled(is_open)
        self.scroll.widget().setVisible(bool(items))
        if not items:
            return
        item, many = items[0], len(items) > 1
        self.title.setText(
            tr("{number} items selected", number=len(items)) if many else self._title(item, subject)
        )
        same = len({i.code for i in items}) == 1
        remedy = words.remedy(item)
        why = [] if many or item.kind == words.SET_ASIDE_KIND else [words.source_text(item)]
        why += [words.explanation(item) if not many else words.reason(item)] if same else []
        self.why.setText("  ".join(why))
        self.why.setVisible(bool(why))
        self.remedy.setText("→ " + remedy)
        self.remedy.setVisible(bool(remedy) and same)
        self._show_editor(items, subject)
        self._show_alike(item, many, alike)
        self._show_facts(subject if not many else None, item)
        self.decided_text.setText(
            ""
            if is_open or many
            else f"{words.decision_text(item)}  {item.decided_by or ''}  {words.when(item.decided_at)}".strip()
        )
        self._show_buttons()

    def editor(self):
        return self.stack.currentWidget()

    def chosen(self) -> list:
        """The items that a decision is for: what is selected, and all alike where that is ticked."""
        if not self.for_alike.isVisibleTo(self) or not self.for_alike.isChecked():
            return self.items
        own = {item.id for item in self.items}
        return self.items + [item for item in self.alike if item.id not in own]

    def accept(self) -> None:
        if self.accept_button.isEnabled() and self.accept_button.isVisibleTo(self):
            self.decide.emit(Answer("accept", values=self.editor().accepting()))

    def reject(self) -> None:
        if self.reject_button.isEnabled() and self.reject_button.isVisibleTo(self):
            self.decide.emit(Answer("reject"))

    def take(self) -> None:
        """Decide with what was entered."""
        answer = self.editor().answer() if self.items else None
        if answer is not None and self.main_button.isVisibleTo(self) and self.main_button.isEnabled():
            self.decide.emit(answer)

    def confirm(self) -> None:
        """Enter on the map: what was entered; of a link also the pair as it is proposed."""
        if self.editor() is self.link and self.link.answer() is None and self.link.chosen is not None:
            self.accept()
        else:
            self.take()

    def edit(self) -> None:
        """Bring the keyboard to the editor."""
        self.editor().first().setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- building -----------------------------------------------------------------------------------------

    def _labels(self) -> None:
        self.title, self.why, self.remedy = (QLabel(self) for _ in range(3))
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        for label in (self.title, self.why, self.remedy):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def _editors(self) -> None:
        self.stack = OneOfThese(self)
        self.no_editor, self.value = NoEditor(self), ValueEditor(self)
        self.conflict, self.twin, self.cells = ConflictEditor(self), TwinEditor(self), CellsEditor(self)
        self.place, self.link = PlaceEditor(self), LinkEditor(self)
        for editor in (
            self.no_editor, self.value, self.conflict, self.twin, self.cells, self.place, self.link,
        ):  # fmt: skip
            self.stack.addWidget(editor)
            editor.changed.connect(self._show_buttons)
        self.stack.setCurrentWidget(self.no_editor)
        self.for_alike, self.standing = QCheckBox(self), QCheckBox(self)
        self.for_alike.setObjectName("gunmaneReviewAlike")
        self.standing.setObjectName("gunmaneReviewStanding")
        self.standing.setText(tr("Also at later imports of this city"))
        self.standing.setToolTip(
            tr(
                "The same text in this item is then read as this value, now and whenever the city is imported."
            )
        )
        self.for_alike.toggled.connect(lambda _on: self._show_buttons())
        self.standing.toggled.connect(self._stand)

    def _facts(self) -> None:
        self.facts = QTabWidget(self)
        self.facts.setMinimumHeight(130)
        self.raw = FactsTable([tr("Column of the ledger"), tr("As written")], self)
        self.raw.setAccessibleName(tr("What the source said"))
        self.row = FactsTable([tr("Item"), tr("Stored")], self)
        self.row.setAccessibleName(tr("What is stored"))
        self.other = FactsTable([tr("Item"), tr("Stored")], self)
        self.form_button = QPushButton(tr("Open the row's form"), self)
        self.form_button.clicked.connect(lambda: self.form_wanted.emit())
        self.row_page = QWidget(self)
        page = QVBoxLayout(self.row_page)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.row)
        page.addWidget(self.form_button, 0, Qt.AlignmentFlag.AlignRight)
        self.facts.addTab(self.raw, tr("The ledger's row"))
        self.facts.addTab(self.row_page, tr("The stored row"))

    def _buttons(self) -> None:
        self.note = QLineEdit(self)
        self.note.setObjectName("gunmaneReviewNote")
        self.note.setPlaceholderText(tr("Why, for those who read it later (no names or phone numbers)"))
        self.main_button, self.accept_button, self.reject_button = (QPushButton(self) for _ in range(3))
        self.main_button.setObjectName("gunmaneReviewTake")
        self.accept_button.setObjectName("gunmaneReviewAccept")
        self.reject_button.setObjectName("gunmaneReviewReject")
        self.main_button.setToolTip(tr("Decide with what was entered (Ctrl+Enter)"))
        self.main_button.clicked.connect(lambda: self.take())
        self.accept_button.clicked.connect(lambda: self.accept())
        self.reject_button.clicked.connect(lambda: self.reject())
        bold = self.main_button.font()
        bold.setBold(True)
        self.main_button.setFont(bold)
        self.foot = QWidget(self)
        layout = QVBoxLayout(self.foot)
        layout.setContentsMargins(6, 2, 6, 4)
        layout.setSpacing(4)
        label = QLabel(tr("&Note"), self.foot)
        label.setBuddy(self.note)
        first = QHBoxLayout()
        first.addWidget(label)
        first.addWidget(self.note, 1)
        first.addWidget(self.main_button)
        layout.addLayout(first)
        row = QHBoxLayout()
        for button in (self.accept_button, self.reject_button):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        layout.addLayout(row)

    def _decided_bar(self) -> QWidget:
        """In place of the buttons where all is decided: what, who, when, and the way to take it back."""
        self.decided_bar = QWidget(self)
        self.decided_text = QLabel(self.decided_bar)
        self.decided_text.setTextFormat(Qt.TextFormat.PlainText)
        self.decided_text.setWordWrap(True)
        self.history_button = QPushButton(tr("History, take back…"), self.decided_bar)
        self.history_button.clicked.connect(lambda: self.history_wanted.emit())
        row = QHBoxLayout(self.decided_bar)
        row.setContentsMargins(6, 2, 6, 4)
        row.addWidget(self.decided_text, 1)
        row.addWidget(self.history_button)
        return self.decided_bar

    def _order(self) -> None:
        chain = [
            self.stack, self.for_alike, self.standing, self.note, self.main_button, self.accept_button,
            self.reject_button, self.facts,
        ]  # fmt: skip
        for before, after in zip(chain, chain[1:]):
            QWidget.setTabOrder(before, after)

    # --- helpers ------------------------------------------------------------------------------------------

    def _title(self, item, subject) -> str:
        return f"{words.kind_text(item.kind)}: {subject.title if subject else words.table_text(item.table)}"

    def _show_editor(self, items: list, subject) -> None:
        editor = self._editor_for(items, subject)
        self.stack.setCurrentWidget(editor)
        editor.show_items(items, subject)
        self.stack.setVisible(editor is not self.no_editor or len(items) > 1)

    def _editor_for(self, items: list, subject):
        kinds = {item.kind for item in items}
        if len(kinds) > 1:
            return self.no_editor
        kind, item = items[0].kind, items[0]
        if kind == words.PLACE:
            return self.place
        if kind == words.CONFLICT:
            return self.conflict
        if kind == words.LINK:
            return self.link
        if kind in (words.TWIN, words.DRAWN):
            return self.twin
        if kind == words.SET_ASIDE_KIND:
            return self.cells if len(items) == 1 else self.no_editor
        one_field = len({(i.table, i.field) for i in items}) == 1
        view = field_of(subject, item.field)
        return self.value if one_field and view is not None and view.editable else self.no_editor

    def _show_alike(self, item, many: bool, alike: list) -> None:
        code = item.kind == words.CODE and self.editor() is self.value
        code = code and words.is_open(item)
        some = not many and len(alike) > 1 and item.kind in ONE_FOR_ALL_ALIKE and words.is_open(item)
        self.for_alike.setText(tr("For all that are written alike ({number})", number=len(alike)))
        self.for_alike.setChecked(False)
        self.for_alike.setVisible(some)
        self.standing.setChecked(False)
        self.standing.setVisible(code)

    def _stand(self, on: bool) -> None:
        """What holds for later imports holds for all that is here now."""
        if on:
            self.for_alike.setChecked(True)
        self.for_alike.setEnabled(not on)

    def _show_facts(self, subject, item) -> None:
        aside = item.kind == words.SET_ASIDE_KIND
        self.facts.setVisible(subject is not None and not aside)
        if subject is None or aside:
            return
        self.raw.fill(list(subject.raw.items()))
        self.row.fill([(view.label, words.value_text(view.shown)) for view in subject.fields if view.shown])
        self.form_button.setVisible(bool(item.row_uuid))

    def _show_buttons(self) -> None:
        if not self.items:
            return
        number = len(self.chosen())
        editor, kind = self.editor(), self.items[0].kind
        several_kinds = len({item.kind for item in self.items}) > 1
        shown_kind = "" if several_kinds else kind
        self.main_button.setVisible(bool(editor.main_text()))
        self.main_button.setText(words.numbered(editor.main_text(), number))
        self.main_button.setEnabled(editor.answer() is not None)
        self.accept_button.setText(words.numbered(words.accept_text(shown_kind), number))
        self.accept_button.setToolTip(tr("{what} (A)", what=words.accept_text(shown_kind)))
        self.reject_button.setText(words.numbered(words.reject_text(shown_kind), number))
        self.reject_button.setToolTip(tr("{what} (R)", what=words.reject_text(shown_kind)))
        self.accept_button.setVisible(any(words.can_accept(item) for item in self.items))
        self.reject_button.setVisible(shown_kind != words.CONFLICT)
