"""The row of a city itself (T01): what the profile says of it, its area from the boundary file."""

from __future__ import annotations

import json

import numpy as np
import shapely

from ...schema import model
from ..coordinates.boundary import Boundary
from ..coordinates.crs import transformer
from ..identity import content_hash, row_uuid
from ..profile import Profile
from ..store import Store, now_utc
from ..store.writer import Rows, TableWriter


def write_city(store: Store, profile: Profile, area: Boundary | None, import_id: str) -> int:
    """Insert or bring up to date the city's row; a row that a person edited stays. Returns rows written."""
    values = {
        "city_code": profile.city_code,
        "name_ja": profile.name_ja,
        "name_en": profile.name_en or None,
        "pref_code": profile.city_code[:2],
        **profile.city,
    }
    geom = None
    if area is not None:
        moved = transformer("EPSG:6668", store.crs).transform_geometries(
            np.array([area.geometry], dtype=object)
        )[0]
        parts = [p for p in shapely.get_parts(shapely.make_valid(moved)) if p.geom_type.endswith("Polygon")]
        geom = shapely.multipolygons([q for p in parts for q in shapely.get_parts(p)])
        if values.get("area_km2") is None:
            values["area_km2"] = round(geom.area / 1e6, 2)
    for name, value in values.items():
        if isinstance(value, (dict, list)):
            values[name] = json.dumps(value, ensure_ascii=False)
        elif hasattr(value, "isoformat"):
            values[name] = value.isoformat()
        elif isinstance(value, bool):
            values[name] = int(value)
    rows = Rows({name: [value] for name, value in values.items()}, np.array([geom], dtype=object))
    content = json.dumps(values, ensure_ascii=False, sort_keys=True) + (
        geom.wkb_hex if geom is not None else ""
    )
    rows.columns.update(
        uuid=[row_uuid(profile.city_code, "city", profile.city_code)],
        src_file=[profile.path.name],
        src_row=[0],
        src_key=[profile.city_code],
        imported_at=[now_utc()],
        row_hash=[content_hash([content])],
        import_id=[import_id],
    )
    writer = TableWriter(store, model().tables["city"], profile.city_code, import_id)
    writer.write(rows)
    writer.finish()
    return writer.changes + _write_attribution(store, profile)


def _write_attribution(store: Store, profile: Profile) -> int:
    """Whose data it is (setting ``attribution/<city code>``), for maps to name."""
    return store.con.execute(
        "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"
        " WHERE settings.value IS NOT excluded.value",
        (f"attribution/{profile.city_code}", profile.attribution or ""),
    ).rowcount
