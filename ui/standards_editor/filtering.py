"""Which rows are shown: those with a text, those that differ."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSortFilterProxyModel

from ...schema import model
from .model import CHANGED, LABELS, MARK


class RowFilter(QSortFilterProxyModel):
    def __init__(self, source, parent=None):
        super().__init__(parent)
        self._words: list[str] = []
        self._only_different = False
        self.setSourceModel(source)

    def look_for(self, text: str) -> None:
        """Rows with all of these words, in whatever is written of them."""
        self._words = text.lower().split()
        self.invalidateFilter()

    def only_different(self, on: bool) -> None:
        self._only_different = on
        self.invalidateFilter()

    def filterAcceptsRow(self, row, parent):
        source = self.sourceModel()
        if self._only_different:
            cells = (source.index(row, column) for column in range(LABELS, source.columnCount()))
            if not any(cell.data(MARK) is not None or cell.data(CHANGED) for cell in cells):
                return False
        if not self._words:
            return True
        texts = [source.index(row, column).data() or "" for column in range(LABELS)]
        entry = source.identity[source.rows[row]]
        lists = model().code_lists
        for name, code in (("FT", entry.get("ft")), ("DT", entry.get("dt"))):
            known = lists[name].codes.get(code or "")
            texts += [known.ja, known.en, *known.aliases] if known else [code or ""]
        texts.append(entry.get("measure") or "")
        text = " ".join(texts).lower()
        return all(word in text for word in self._words)
