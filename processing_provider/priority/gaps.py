"""What the log says of layers that have nothing in one of the cities: its damages would be ranked lower unseen."""

from __future__ import annotations

from ...i18n import tr

# Factor -> kinds of reference features that it looks at.
KINDS = {"school": ("SR",), "emergency": ("ER",), "bus": ("BR",), "poi": None}
FEW = 5  # so few ranked damages of a city say nothing about its layers


def gaps(ranking, features, requests, plane: str | None) -> list[tuple[str, str, int]]:
    """(factor, city code, ranked damages) where a layer that counts has nothing within a city that has damages.

    By the areas of cities that ship with the plugin; other cities are looked at by what their damages got.
    """
    import numpy as np

    ready, frame = ranking.judged.prepared, ranking.frame
    ranked = (frame["rank"] > 0).to_numpy()
    cities = ready.city.astype(object)
    found = []
    places = _places(ranking, features, requests)
    for city in sorted({str(code) for code in cities[ranked] if code}):
        own = ranked & (cities == city)
        if own.sum() < FEW:
            continue
        for factor in ("school", "emergency", "traffic", "repeat", "bus", "poi"):
            if factor in ranking.absent:
                continue
            if factor == "traffic":
                nothing = bool(frame["p_assumed"].to_numpy(bool)[own].all())
            else:
                # What the road's own record says is no gap, nor is a shelter just across the border a cover.
                values = frame[f"f_{factor}"].to_numpy(float)[own]
                inside = _inside(city, places[factor], plane)
                nothing = not np.nansum(values) if inside is None else inside == 0
                if factor in ("school", "emergency", "bus"):
                    nothing = nothing and not np.nansum(values)
            if nothing:
                found.append((factor, city, int(own.sum())))
    return found


def said(found: list[tuple[str, str, int]], names: dict[str, str]) -> list[str]:
    """One line a gap, in the language that is spoken."""
    from ...analysis.priority.words import factor_label

    return [
        tr("{factor}: the layers have nothing in {city}; its {n} damages were ranked as if there were none. Complete"
           " the layer, or set the weight to 0.", factor=factor_label(factor), city=names.get(city, city), n=f"{n:,}")
        for factor, city, n in found
    ]  # fmt: skip


def _places(ranking, features, requests) -> dict:
    """Factor -> x and y of a point on each feature that counts for it."""
    import numpy as np
    import shapely

    def points(table, keep=None):
        if table is None or "geom" not in table:
            return np.zeros(0), np.zeros(0)
        shapes = table["geom"].to_numpy(object)
        shapes = shapes if keep is None else shapes[keep]
        shapes = shapely.point_on_surface(shapes[~shapely.is_missing(shapes) & ~shapely.is_empty(shapes)])
        return shapely.get_x(shapes), shapely.get_y(shapes)

    found = {"repeat": points(requests)}
    for factor, kinds in KINDS.items():
        kinds = kinds or ranking.preset["factors.poi.kinds"]
        keep = None if features is None else features["kind"].isin(kinds).to_numpy(bool)
        found[factor] = points(features, keep)
    return found


def _inside(city: str, places, plane: str | None) -> int | None:
    """How many of the places lie in the city; None where its area is not known."""
    from ...layers.coordinates.boundary import boundaries

    area = boundaries().get(city)
    if area is None or plane is None:
        return None
    x, y = places
    return int(area.contains(x, y, plane).sum()) if len(x) else 0
