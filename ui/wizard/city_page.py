"""Page 2: whose files they are, and the city's area to check places against."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ...i18n import tr
from ...layers.coordinates.boundary import boundaries
from ...layers.errors import GunmaneError
from ...layers.propose.city import find_city
from ...layers.propose.draft import Draft
from ...layers.propose.draft_city import city_of
from ...layers.propose.labels import dictionary
from ...layers.propose.ledgers import read_ledgers
from .place_map import PlaceMap
from .tasks import Stopped, Worker


class CityPage(QWizardPage):
    """Reads the files in the background as soon as it is shown; Next makes the draft."""

    def __init__(self, wizard):
        super().__init__(wizard)
        self.setTitle(tr("2. The city"))
        self.setSubTitle(
            tr("Choose it in the list, or give its code and name. The area shows whether places are right.")
        )
        self.read = Worker(self)
        self.make = Worker(self)
        for worker in (self.read, self.make):
            worker.busy_changed.connect(lambda _b: self._busy())
            worker.told.connect(
                lambda share, text: (self.bar.setValue(round(100 * share)), self.bar.setFormat(text))
            )
        self.search = QLineEdit()
        self.search.setObjectName("city_search")
        self.search.setPlaceholderText(tr("Search by name or code"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _t: self._filter())
        self.cities = QListWidget()
        self.cities.setObjectName("cities")
        self.cities.currentItemChanged.connect(lambda *_: self._picked())
        self.code, self.name = QLineEdit(), QLineEdit()
        self.code.setObjectName("city_code")
        self.code.setPlaceholderText(tr("5 or 6 digits"))
        self.name.setObjectName("city_name")
        for edit in (self.code, self.name):
            edit.textEdited.connect(lambda _t: self._edited())
        self.file = QgsFileWidget()
        self.file.setObjectName("boundary")
        self.file.setFilter(
            tr("Map files") + " (*.geojson *.json *.shp *.gpkg *.kml);;" + tr("All files") + " (*)"
        )
        self.file.fileChanged.connect(lambda _t: self._edited())
        self.ours = QComboBox()
        self.ours.setObjectName("area_from_files")
        self.ours.activated.connect(lambda _n: self.file.setFilePath(self.ours.currentData() or ""))
        self.found, self.verdict = QLabel(), QLabel()
        for label in (self.found, self.verdict):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.hide()
        self.map = PlaceMap()
        form = QFormLayout()
        form.addRow(tr("Code"), self.code)
        form.addRow(tr("Name"), self.name)
        form.addRow(tr("Own file of the area"), self.file)
        form.addRow(tr("or one of these files"), self.ours)
        left = QVBoxLayout()
        left.addWidget(self.found)
        left.addWidget(self.search)
        left.addWidget(self.cities, 1)
        left.addLayout(form)
        left.addWidget(self.verdict)
        box = QWidget()
        box.setLayout(left)
        box.setMaximumWidth(520)
        row = QHBoxLayout()
        row.addWidget(box, 1)
        row.addWidget(self.map, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(row, 1)
        layout.addWidget(self.bar)
        self._city = None  # (CityFound, GeoJSON, made) that the fields say
        self._ledgers_of = None

    # -- reading -----------------------------------------------------------------------------------------

    def initializePage(self):
        if not self.cities.count():
            for code, area in sorted(boundaries().items()):
                item = QListWidgetItem(f"{area.name_ja}  {code}")
                item.setData(Qt.ItemDataRole.UserRole, code)
                self.cities.addItem(item)
        wizard = self.wizard()
        self._offer_areas()
        if wizard.ledgers is not None:
            return
        paths, options = [e.path for e in wizard.looks], dict(wizard.options)
        self.found.setText(tr("The files are being read…"))
        self.read.start(
            tr("Reading the files"),
            lambda progress: _read(paths, options, progress),
            self._was_read,
            self._failed,
        )

    def cleanupPage(self):
        self.read.drop()
        self.make.drop()

    def _was_read(self, result) -> None:
        self.wizard().ledgers, city, why = result
        if city is not None:
            text = tr("By the files: {name} ({code}); {why}.", name=city.name, code=city.code,
                      why="; ".join(city.reasons))  # fmt: skip
            if not self.code.text():
                self.code.setText(city.code)
                self.name.setText(city.name)
                self._edited()
        else:
            text = why
        self.found.setText(text)
        self.completeChanged.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Stopped):
            self.wizard().say(error)
            self.found.setText(str(error))

    # -- choosing ----------------------------------------------------------------------------------------

    def _filter(self) -> None:
        text = self.search.text().strip()
        for n in range(self.cities.count()):
            self.cities.item(n).setHidden(text not in self.cities.item(n).text())

    def _picked(self) -> None:
        item = self.cities.currentItem()
        if item is not None:
            code = item.data(Qt.ItemDataRole.UserRole)
            self.code.setText(code)
            self.name.setText(boundaries()[code].name_ja)
            self._edited()

    def _offer_areas(self) -> None:
        """Files of the city that hold areas: those of all its districts together are the city's, too."""
        self.ours.clear()
        self.ours.addItem(tr("— files of areas, joined into one —"), "")
        for entry in self.wizard().looks:
            for table in entry.tables:
                if "polygon" in (table.raw.geometry_type or "").lower():
                    name = tr("{name} ({count} areas)", name=entry.path.name, count=table.raw.n_rows)
                    self.ours.addItem(name, str(entry.path))
        self.ours.setEnabled(self.ours.count() > 1)

    def _edited(self) -> None:
        self._city, area = None, None
        file = self.file.filePath().strip()
        try:
            if self.code.text().strip():
                self._city = city_of(self.code.text(), self.name.text(), Path(file) if file else None)
                area = self._city[0].boundary
                text = (
                    tr("{name} ({code}): places are checked against this area.", name=self._city[0].name,
                       code=self._city[0].code)
                    if area is not None
                    else tr("{name} ({code}): the plugin has no area of it. Give a file of it, or go on: places are"
                            " then taken as the files state them, unchecked.", name=self._city[0].name,
                            code=self._city[0].code)
                )  # fmt: skip
            else:
                text = ""
        except GunmaneError as error:
            text = str(error)
        self.verdict.setText(text)
        self.verdict.setStyleSheet("" if self._city else "color: #d55e00")
        self.map.show_places(None, None, area)
        self.map.note.clear()
        self.completeChanged.emit()

    def isComplete(self):
        return self._city is not None and self.wizard().ledgers is not None and not self.make.busy

    def _busy(self) -> None:
        self.bar.setVisible(self.read.busy or self.make.busy)
        self.completeChanged.emit()

    # -- going on ----------------------------------------------------------------------------------------

    def validatePage(self):
        wizard = self.wizard()
        if self._city is None or self.make.busy:
            return False
        city, file, _made = self._city
        old = wizard.draft
        if old is not None and wizard.draft_of is wizard.ledgers:
            same = old.state.city.code == city.code and old.state.city.boundary is city.boundary
            if not same or old.state.city.name != city.name:
                own = self.file.filePath().strip()
                old.set_city(city.code, self.name.text(), own or None)
            return True
        ledgers, options = wizard.ledgers, dict(wizard.options)

        def work(progress):
            return Draft.for_city(ledgers, self._city[0], file, options, progress)

        def made(draft: Draft) -> None:
            if old is not None:
                draft.keep_from(old)
            wizard.use(draft)
            wizard.next()

        self.make.start(tr("Guessing what the ledgers are"), work, made, self._failed)
        return False


def _read(paths, options, progress):
    """(ledgers, city or None, why not)"""
    ledgers = read_ledgers(paths, lambda share, text: progress(0.9 * share, text), options)
    try:
        return ledgers, find_city(ledgers, dictionary(), None, None), ""
    except GunmaneError as error:
        return ledgers, None, error.message
