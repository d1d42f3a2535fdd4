"""The municipal boundaries that ship with the plugin, and whose work they are."""

from __future__ import annotations

from pathlib import Path

CITIES = Path(__file__).with_name("cities.geojson")
# Printed on every map that shows the boundaries; Japanese only, because the source's terms give this wording.
ATTRIBUTION = "国土数値情報(行政区域データ)(国土交通省)を加工して作成"


def attribution() -> str:
    """The line of credit that the data's terms ask for."""
    return ATTRIBUTION
