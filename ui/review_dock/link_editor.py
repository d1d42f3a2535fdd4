"""A possible link across a border: joined as proposed, or with another end, from the list or from the map."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from . import words
from .editors import Answer, Editor, plain
from .map_link import ITEM, OTHER
from .tables import SidesTable, square

SHOWN = 5  # lines of the list; the rest by scrolling
ROLE = int(Qt.ItemDataRole.UserRole)


class LinkEditor(Editor):
    """``chosen`` is the end (layers.review.link_view.EndView) that the kept end would be joined with.

    ``tool_wanted(on)`` asks for the map tool; ``drawn(points or None)`` is the line to show on the map, in the
    store's CRS.
    """

    tool_wanted = pyqtSignal(bool)
    drawn = pyqtSignal(object)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.view = None
        self.keep = "a"
        self._build()
        self.ends.currentRowChanged.connect(lambda _row: self._show())
        self.map_button.toggled.connect(self.tool_wanted)
        for button, side in ((self.keep_a, "a"), (self.keep_b, "b")):
            button.toggled.connect(lambda on, s=side: self._stay(s) if on else None)

    def show_items(self, items, subject):
        self.view = getattr(subject, "link", None) if len(items) == 1 else None
        self.one.setVisible(self.view is not None)
        self.gone.setVisible(self.view is None and len(items) == 1)
        other = subject.other if subject is not None and len(items) == 1 else None
        self.table.setVisible(other is not None)
        if other is not None:
            second = {view.name: view for view in other.fields}
            rows = [
                (view.name, view.label, plain(view.shown), plain(second[view.name].shown))
                for view in subject.fields
                if view.name in second and (plain(view.shown) or plain(second[view.name].shown))
            ]
            rows.sort(key=lambda row: row[2] == row[3])  # what differs comes first
            self.table.fill_sides(rows)
        if self.view is None:
            self.ends.clear()
            self.drawn.emit(None)
            return
        for button, end in ((self.keep_a, self.view.a), (self.keep_b, self.view.b)):
            button.setText(f"{end.label} {end.end or tr('middle')}")
            button.setToolTip(end.section_id)
            button.setEnabled(end.end is not None)
        self._stay("a" if self.view.a.end is not None else "b")

    def choose(self, end) -> None:
        """Take an end (from the map): one that is in the list."""
        for row in range(self.ends.count()):
            if self.ends.item(row).data(ROLE) == end:
                self.ends.setCurrentRow(row)
                self.ends.scrollToItem(self.ends.item(row))
                return

    @property
    def chosen(self):
        item = self.ends.currentItem()
        return item.data(ROLE) if item is not None else None

    @property
    def proposed(self) -> bool:
        """Is what is chosen the pair that was proposed?"""
        end = self.chosen
        if end is None or self.view is None:
            return True
        other = self.view.kept("b" if self.keep == "a" else "a")
        return (end.section, end.end) == (other.section, other.end)

    def line(self) -> list | None:
        """The link that would be made, from the end that stays."""
        end = self.chosen
        return None if end is None or self.view is None else [self.view.kept(self.keep).point, end.point]

    def answer(self):
        end = self.chosen
        if end is None or self.proposed:
            return None
        return Answer("correct", values={"section": end.section, "end": end.end, "keep": self.keep})

    def first(self):
        return self.ends if self.view is not None else self.table

    def main_text(self):
        return tr("Join with this end instead") if not self.proposed else ""

    # --- helpers ------------------------------------------------------------------------------------------

    def _stay(self, keep: str) -> None:
        self.keep = keep
        button = self.keep_a if keep == "a" else self.keep_b
        if not button.isChecked():
            button.blockSignals(True)
            button.setChecked(True)
            button.blockSignals(False)
        self.ends.blockSignals(True)
        self.ends.clear()
        for n, end in enumerate(self.view.partners.get(keep, ()) if self.view is not None else ()):
            entry = QListWidgetItem(_partner_text(end, n == 0))
            entry.setToolTip(f"{end.label}\n{end.section_id} {end.end or tr('middle')}")
            entry.setData(ROLE, end)
            self.ends.addItem(entry)
        self.ends.setCurrentRow(0 if self.ends.count() else -1)
        self.ends.blockSignals(False)
        line = max(self.ends.sizeHintForRow(0), 16)
        self.ends.setFixedHeight(line * min(max(self.ends.count(), 1), SHOWN) + 6)
        self._show()

    def _show(self) -> None:
        self.drawn.emit(self.line())
        self.changed.emit()

    def _build(self) -> None:
        self.keep_a, self.keep_b = QRadioButton(self), QRadioButton(self)
        for button, colour in ((self.keep_a, ITEM), (self.keep_b, OTHER)):  # as they are drawn on the map
            button.setIcon(QIcon(square(colour)))
            button.setSizePolicy(
                QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed
            )  # long names widen no dock
        group = QButtonGroup(self)
        group.addButton(self.keep_a)
        group.addButton(self.keep_b)
        self.map_button = QPushButton(tr("Choose on the map"), self)
        self.map_button.setObjectName("gunmaneReviewLinkMap")
        self.map_button.setCheckable(True)
        self.map_button.setToolTip(
            tr("Click the end of another road (M). Enter on the map decides, Esc ends.")
        )
        self.ends = QListWidget(self)
        self.ends.setObjectName("gunmaneReviewEnds")
        self.ends.setAccessibleName(tr("Ends that it could be joined with"))
        self.ends.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.ends.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.gone = QLabel(tr("One of the two sections is not in the store any more."), self)
        self.gone.setWordWrap(True)
        self.table = SidesTable(tr("This road"), tr("The other road"), choosing=False, parent=self)
        self.table.setObjectName("gunmaneReviewLinkRoads")
        self.table.setAccessibleName(tr("Two roads beside each other"))
        self.table.setMinimumHeight(110)
        for column, colour in ((1, ITEM), (2, OTHER)):
            self.table.horizontalHeaderItem(column).setIcon(QIcon(square(colour)))
        self.one = QWidget(self)
        inside = QVBoxLayout(self.one)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(3)
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("This end stays:"), self.one))
        row.addStretch(1)
        row.addWidget(self.map_button)
        inside.addLayout(row)
        inside.addWidget(self.keep_a)
        inside.addWidget(self.keep_b)
        inside.addWidget(QLabel(tr("and is joined with:"), self.one))
        inside.addWidget(self.ends)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.one)
        layout.addWidget(self.gone)
        layout.addWidget(self.table)
        for before, after in (
            (self.keep_a, self.keep_b),
            (self.keep_b, self.ends),
            (self.ends, self.map_button),
        ):
            QWidget.setTabOrder(before, after)


def _partner_text(end, proposed: bool) -> str:
    figures = words.figures({"gap_m": end.distance_m, "bearing_diff": end.bearing_diff, "score": end.score})
    text = f"{figures}  {end.label}"  # the figures first: long names are cut
    return tr("Proposed: {end}", end=text) if proposed else text
