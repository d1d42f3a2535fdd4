"""The plugin's settings: kept in the user's QGIS profile under ``gunmane/``, read by name, always typed."""

from __future__ import annotations

import json
from pathlib import Path

from qgis.core import QgsSettings

PREFIX = "gunmane/"
DEFAULTS = {
    "store": "",  # path of the unified store (.gpkg) that dialogs offer first
    "profiles": "",  # folder with a person's own city profiles, beside the shipped ones
    "report_language": "ja",  # language of the import report: "ja" or "en"
    "department": "",  # 作成課: who stands on printed maps as their maker
    "store_crs": "EPSG:6677",  # CRS of a store that is made new
    "user_name": "",  # who decides in reviews; empty: the computer's user
    "imports": "",  # JSON: city code -> {"profile", "folder"} of the city's last import in Desktop
    "hint_shown": False,  # the first-run hint has been seen
}


def value(name: str):
    """The setting, of its default's type; an unreadable one is the default. KeyError for an unknown name."""
    default = DEFAULTS[name]
    found = QgsSettings().value(PREFIX + name, default)
    if isinstance(default, bool):  # an .ini file holds text
        return found if isinstance(found, bool) else str(found).lower() in ("true", "1")
    text = "" if found is None else str(found)
    if name == "report_language" and text not in ("ja", "en"):
        return default
    return text if text or not default else default


def set_value(name: str, new) -> None:
    """Store a setting; its default is stored as nothing, so that later defaults reach the user."""
    default = DEFAULTS[name]
    if new == default:
        QgsSettings().remove(PREFIX + name)
    else:
        QgsSettings().setValue(PREFIX + name, new)


def imports() -> dict[str, dict[str, str]]:
    """city_code -> {"profile": path, "folder": path} of the last import in Desktop, to repeat it."""
    try:
        found = json.loads(value("imports") or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def remember_import(city_code: str, profile: str | Path, folder: str | Path) -> None:
    """What an import in Desktop was made with."""
    entry = {"profile": str(Path(profile).resolve()), "folder": str(Path(folder).resolve())}
    set_value("imports", json.dumps({**imports(), city_code: entry}, ensure_ascii=False, sort_keys=True))
