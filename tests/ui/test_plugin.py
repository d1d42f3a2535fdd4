"""The desktop entry: what loading adds, unloading takes back."""

from __future__ import annotations

import shutil
import time

import pytest
from qgis.core import Qgis, QgsApplication, QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolBar

NAMES = (
    "open_sample",
    "import_city",
    "mapping_wizard",
    "unify_cities",
    "undo_import",
    "load_map",
    "review",
    "standards",
    "options",
    "help",
)

KEPT: list = []


@pytest.fixture
def plugin(qgis_iface, qgis_processing, monkeypatch):
    import gunmane
    import gunmane.plugin

    registry = QgsApplication.processingRegistry()
    before = registry.providerById("gunmane")
    if before is not None:  # another test module's: a registry knows one of a name
        registry.removeProvider(before)
    QgsSettings().remove("gunmane")
    monkeypatch.setattr(gunmane.plugin, "iface", qgis_iface)
    plugin = gunmane.classFactory(qgis_iface)
    plugin.initGui()
    yield plugin
    plugin.unload()
    QgsSettings().remove("gunmane")
    if before is not None:
        from gunmane.processing_provider.provider import GunmaneProvider

        KEPT.append(GunmaneProvider())  # the registry does not keep the Python half of a provider alive
        registry.addProvider(KEPT[-1])


def ours(iface, kind):
    return [w for w in iface.mainWindow().findChildren(kind) if w.objectName().startswith("gunmane")]


def settle():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def test_loading_adds_menu_toolbar_provider_and_options_page(plugin, qgis_iface):
    assert {action.objectName() for action in ours(qgis_iface, QAction)} == {f"gunmane_{n}" for n in NAMES}
    (menu,) = ours(qgis_iface, QMenu)
    (toolbar,) = ours(qgis_iface, QToolBar)
    assert menu.menuAction() in qgis_iface.mainWindow().menuBar().actions()
    assert len(toolbar.actions()) == 8
    assert QgsApplication.processingRegistry().providerById("gunmane") is not None
    qgis_iface.registerOptionsWidgetFactory.assert_called_with(plugin.options)


def test_every_toolbar_action_has_a_picture(plugin):
    for action in plugin.toolbar.actions():
        assert not action.icon().pixmap(24, 24).isNull()


def test_unloading_leaves_nothing(plugin, qgis_iface):
    options = plugin.options
    menu, toolbar = plugin.menu, plugin.toolbar
    plugin.unload()
    settle()
    assert ours(qgis_iface, QAction) == ours(qgis_iface, QMenu) == ours(qgis_iface, QToolBar) == []
    assert sip.isdeleted(menu) and sip.isdeleted(toolbar)
    assert QgsApplication.processingRegistry().providerById("gunmane") is None
    qgis_iface.unregisterOptionsWidgetFactory.assert_called_with(options)


def test_it_can_be_reloaded(plugin, qgis_iface):
    plugin.unload()
    settle()
    plugin.initGui()
    assert len(ours(qgis_iface, QAction)) == len(NAMES)


@pytest.mark.parametrize(
    ("name", "algorithm"),
    [("import_city", "importcity"), ("unify_cities", "unifycities"), ("load_map", "loadunifiedmap")],
)
def test_an_action_opens_the_algorithms_dialog_with_the_users_store(plugin, monkeypatch, name, algorithm):
    import gunmane.ui.settings as settings
    from qgis import processing

    opened = []
    monkeypatch.setattr(processing, "execAlgorithmDialog", lambda *arguments: opened.append(arguments))
    action = next(a for a in plugin.actions if a.objectName() == f"gunmane_{name}")
    action.trigger()
    settings.set_value("store", "/data/城.gpkg")
    action.trigger()
    assert opened == [(f"gunmane:{algorithm}", {}), (f"gunmane:{algorithm}", {"STORE": "/data/城.gpkg"})]


def test_the_hint_is_shown_once(plugin, qgis_iface):
    assert plugin.timer.isActive()
    plugin._hint_once()
    assert plugin.hint is not None
    plugin.unload()
    plugin.initGui()
    plugin._hint_once()
    assert plugin.hint is None


def test_help_opens_the_guide_in_both_languages(plugin):
    from gunmane import i18n
    from gunmane.ui.help import HelpWindow, guide_path

    assert guide_path("ja") != guide_path("en") and guide_path("ja").exists() and guide_path("en").exists()
    i18n.set_language("ja")
    window = HelpWindow(guide_path())
    assert "サンプルを開く" in window.browser.toPlainText()
    window.close()


def test_the_options_page_keeps_what_was_entered(plugin):
    from gunmane.ui import settings
    from gunmane.ui.options_page import OptionsPage

    page = OptionsPage()
    page.store.setFilePath("/data/統一.gpkg")
    page.department.setText(" 道路管理課 ")
    page.report_language.setCurrentIndex(1)
    page.apply()
    assert settings.value("store") == "/data/統一.gpkg"
    assert settings.value("department") == "道路管理課"
    assert settings.value("report_language") == "en"
    assert settings.value("store_crs") == "EPSG:6677"
    assert OptionsPage().store.filePath() == "/data/統一.gpkg"


def test_settings_are_typed_and_never_surprise(plugin):
    from gunmane.ui import settings

    QgsSettings().setValue("gunmane/report_language", "xx")
    QgsSettings().setValue("gunmane/hint_shown", "true")
    assert settings.value("report_language") == "ja"
    assert settings.value("hint_shown") is True
    with pytest.raises(KeyError):
        settings.value("no_such_setting")


def test_the_sample_never_lands_in_a_store_that_is_there(tmp_path):
    from gunmane.ui.sample import FOLDER_NAME, sample_files

    files = sample_files(tmp_path)
    assert files["store"].parent == tmp_path / FOLDER_NAME
    assert sample_files(tmp_path / FOLDER_NAME) == files


def test_a_missing_sample_is_told(plugin, qgis_iface, monkeypatch, tmp_path):
    import gunmane.ui.sample as sample

    monkeypatch.setattr(sample, "iface", qgis_iface)
    monkeypatch.setattr(sample, "SAMPLES", tmp_path / "none")
    qgis_iface.messageBar().clear_messages()
    assert sample.SampleRun().ask_and_start() is False
    (message,) = qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)
    assert "no sample" in message


def test_the_sample_is_imported_and_its_map_opens(
    plugin, qgis_iface, monkeypatch, samples, tmp_path, qgis_new_project
):
    import gunmane.ui.sample as sample
    from qgis.core import QgsProject

    one_city = tmp_path / "one city"
    shutil.copytree(min(p for p in samples.iterdir() if p.name[:6].isdigit()), one_city / "082112")
    monkeypatch.setattr(sample, "iface", qgis_iface)
    monkeypatch.setattr(sample, "SAMPLES", one_city)
    qgis_iface.messageBar().clear_messages()
    run = sample.SampleRun()
    assert run.start(tmp_path / "選んだ フォルダ")
    until = time.monotonic() + 120
    while run.task is not None and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.02)
    assert not qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Critical)
    (message,) = qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Success)
    assert "Rows read" in message
    assert QgsProject.instance().fileName() == str(run.files["project"])
    assert len(QgsProject.instance().mapLayers()) > 5
    assert all(layer.isValid() for layer in QgsProject.instance().mapLayers().values())
    assert run.files["report"].exists()


def test_a_run_that_fails_tells_why_and_opens_nothing(plugin, qgis_iface, monkeypatch, tmp_path):
    import gunmane.ui.sample as sample

    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setattr(sample, "iface", qgis_iface)
    monkeypatch.setattr(sample, "SAMPLES", empty)
    monkeypatch.setattr(sample, "open_map", lambda *_: pytest.fail("opened"))
    qgis_iface.messageBar().clear_messages()
    run = sample.SampleRun()
    assert run.start(tmp_path)
    until = time.monotonic() + 30
    while run.task is not None and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.02)
    (message,) = qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Critical)
    assert "could not be imported" in message and str(empty) in message
