"""``gunmane:undoimport`` as a user runs it: a try, the undo, and what it says of rows that people worked on."""

import os
import sys

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "layers"))
from city_fixture import ROWS, City


class Listener(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.said = []

    def pushInfo(self, text):
        self.said.append(text)

    def pushWarning(self, text):
        self.said.append(text)


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


@pytest.fixture
def undo(provider, city):
    def run(**parameters):
        listener = Listener()
        algorithm = QgsApplication.processingRegistry().algorithmById("gunmane:undoimport").create()
        context = QgsProcessingContext()
        results, ok = algorithm.run(
            {"STORE": str(city.store), **parameters}, context, listener, catchExceptions=False
        )
        assert ok
        return results, "\n".join(listener.said)

    return run


def test_a_try_lists_and_the_undo_takes_back(city, undo):
    city.run()
    city.requests([ROWS[0].replace("大柏950-1", "大柏950-2"), ROWS[1]])
    city.run()
    before = city.store.read_bytes()
    results, said = undo(DRY_RUN=True)
    assert results["UPDATED"] == 1 and results["VANISHED"] == 1 and "守谷市" in said
    assert city.store.read_bytes() == before
    results, _ = undo(CITY="守谷市")
    assert results["UPDATED"] == 1 and results["KEPT"] == 0 and results["PETITIONERS"] >= 0
    assert city.rows("request", "vanished_at") == [(None,)] * 3
    with pytest.raises(QgsProcessingException, match="E-NOUNDO"):
        undo(CITY="082244")


def test_rows_that_people_worked_on_are_listed_without_personal_data(city, undo):
    city.run()
    city.edit("UPDATE request SET body = '職員が直した' WHERE src_row = 2")
    results, said = undo(CITY="08224")
    assert results["KEPT"] == 1 and results["NEW"] == 4 and "要望.csv 2" in said
    assert "試験" not in said and "0297" not in said


def test_a_city_without_an_import_is_refused(city, undo):
    city.run()
    with pytest.raises(QgsProcessingException, match="999999"):
        undo(CITY="999999")
