"""What of the layers of ``gunmane:assignzones`` can be used; what is left out is told."""

from __future__ import annotations

from ...i18n import tr
from ...layers.errors import GunmaneError
from ..frames import attributes
from ..network.progress import first_of
from .zone_results import AROUND_M


def usable(network, feedback):
    """The network's rows that lie somewhere, with lengths, and second drawings only of roads that are there. Raises
    GunmaneError where no row is left."""
    import numpy as np
    import pandas as pd
    import shapely

    frame = network.frame
    lines = frame["geom"].to_numpy(object) if "geom" in frame else np.full(len(frame), None, object)
    there = ~(shapely.is_missing(lines) | shapely.is_empty(lines))
    if not there.all():
        feedback.pushWarning(
            tr("{n} pieces of sections have no line and are left out: {names}.", n=f"{(~there).sum():,}",
               names=first_of(sorted(set(frame["section"][~there]))))
        )  # fmt: skip
        frame, lines = frame[there], lines[there]
    if not len(frame):
        raise GunmaneError(f"NETWORK: {tr('The network has no section.')}")
    lost = sorted(set(frame["section"][frame["city_code"].isna()]))
    if lost:
        feedback.pushWarning(
            tr("{n} sections have no city code; they are taken as roads of one more city: {names}.",
               n=f"{len(lost):,}", names=first_of(lost))
        )  # fmt: skip
    drawn = shapely.length(lines)
    said = attributes(
        network.source, ("length_m",), feedback
    )  # as it stands there: 0 and less are told, not mended
    length = pd.Series(drawn, frame.index)
    if "length_m" in said:
        given = pd.to_numeric(said["length_m"], errors="coerce").reindex(frame.index)
        length = given.where(given.notna(), length)
    frame = frame.assign(length_m=length)
    if "twin_of" in frame:
        frame["twin_of"] = _leaders(frame["section"], frame["twin_of"])
    return frame


def _leaders(section, twin):
    """``twin_of`` where it names another road of the network; of two that name each other, the first is the road."""
    twin = twin.map(str, na_action="ignore")
    said = twin.notna()
    first = twin.map(dict(zip(section[said], twin[said]))).eq(section) & section.lt(twin.fillna(""))
    return twin.where(twin.isin(set(section)) & twin.ne(section) & ~first, None)


def areas_of(cities, frame, feedback):
    """The areas of the network's cities (others have no roads to share out), or None where they cannot be its own. A
    city without one has the surroundings of its roads."""
    import numpy as np
    import pandas as pd
    import shapely

    if cities is None or "geom" not in cities:
        return None
    city, lines = frame["city_code"].astype(object), frame["geom"].to_numpy(object)
    there = cities[cities["city_code"].isin(set(city.dropna()))]
    there = there[~shapely.is_missing(there["geom"].to_numpy(object))]
    there = there[shapely.area(there["geom"].to_numpy(object)) > 0].reset_index(drop=True)
    whole = shapely.union_all(shapely.make_valid(there["geom"].to_numpy(object)))
    shapely.prepare(whole)
    if not np.any(shapely.intersects(whole, lines)):
        feedback.pushWarning(
            tr("No road of its city lies within the areas of CITIES: they are not used. Look at city_code and the"
               " coordinate systems.")
        )  # fmt: skip
        return None
    lacking = sorted(set(city.dropna()) - set(there["city_code"]))
    if not lacking:
        return there
    feedback.pushWarning(
        tr("CITIES has no area of {codes}: outlines there end {m} m from the roads.", codes=first_of(lacking),
           m=int(AROUND_M))
    )  # fmt: skip
    around = [
        shapely.union_all(shapely.buffer(lines[(city == code).to_numpy()], AROUND_M)) for code in lacking
    ]
    added = np.array([*shapely.difference(around, whole), None], object)[:-1]
    return pd.concat([there, pd.DataFrame({"city_code": lacking, "geom": added})], ignore_index=True)


def told_points(requests, facilities, work, feedback) -> None:
    """How many of the requests and facilities count."""
    import pandas as pd

    if requests is not None:
        feedback.pushInfo(
            tr("{n} of {all} requests count: within 30 m of a section, and of the three fiscal years.",
               n=f"{work['requests'].sum():,.0f}", all=f"{len(requests):,}")
        )  # fmt: skip
    if requests is not None and "received_at" in requests:
        days = pd.to_datetime(requests["received_at"].astype(str).str[:10], errors="coerce")
        if days.isna().any():
            feedback.pushWarning(
                tr("{n} requests have no day that can be read (as 2026-05-31); where other days are known, they do not"
                   " count.", n=f"{days.isna().sum():,}")
            )  # fmt: skip
    if facilities is not None:
        feedback.pushInfo(
            tr("{n} of {all} facilities count: within 30 m of a section.", n=f"{work['facilities'].sum():,.0f}",
               all=f"{len(facilities):,}")
        )  # fmt: skip
