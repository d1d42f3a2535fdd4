"""What was settled about a file's coordinates, and on what evidence.

Public: ``Decision``, ``explain``, the thresholds, ``axis_order``. Unified model, sections 1, 3.6 and 3.7.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...i18n import tr
from ..errors import GunmaneError
from .crs import friendly_name

EAST_FIRST, NORTH_FIRST = "xy", "yx"
ORDERS = (NORTH_FIRST, EAST_FIRST)
CITY_BUFFER_M = 50.0  # a point this near the border still votes, and needs no remark
ROUTE_NEAR_M = 30.0
SHARE, LEAD = 0.95, 0.20  # a winner's share of the votes, and how far it must be ahead
DATUM_TOLERANCE_M = 40.0
OUTSIDE_M = 200.0  # farther outside its city, a point is set aside (by the import, with E-OUTSIDE)

_ORDER_NAMES = {
    "survey": NORTH_FIRST,
    "math": EAST_FIRST,
    "yx": NORTH_FIRST,
    "xy": EAST_FIRST,
    "auto": None,
    "": None,
}


def axis_order(text: str | None) -> str | None:
    """A profile's order (survey, math, auto; yx, xy) as "yx", "xy" or None; else GunmaneError E-XYORDER."""
    try:
        return _ORDER_NAMES[(text or "auto").strip().lower()]
    except KeyError:
        raise GunmaneError(
            tr("{order} is not an axis order.", order=text),
            code="E-XYORDER",
            remedy=tr("Write survey (X points north), math (X points east) or auto."),
        ) from None


@dataclass(frozen=True)
class Decision:
    """The outcome for one file (or sheet, or layer).

    ``order``: "yx" when the first column points north, "xy" when it points east. ``method``: polygon, routes,
    range (degrees that fit Japan one way only), declared, convention, or empty (no usable point).
    ``error``: a code when the file cannot be placed. ``proposed_crs``: what the points seem to be in; nothing
    is converted with it until a person confirms (``needs_confirmation``).
    ``evidence``: plain numbers and lists, fit for JSON; ``evidence["samples"]`` holds points both ways.
    """

    order: str
    crs: str
    kind: str
    method: str
    by_range: bool = False
    flags: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    error: str | None = None
    needs_confirmation: bool = False
    proposed_crs: str | None = None
    evidence: Mapping = field(default_factory=dict)

    def raise_for_error(self, **place) -> None:
        """GunmaneError with the whole story when the file cannot be placed; ``place``: file, sheet, field."""
        if self.error:
            raise GunmaneError(explain(self), code=self.error, remedy=_remedy(self), **place)


def explain(decision: Decision) -> str:
    """One or two sentences for the report, in the user's language."""
    evidence = decision.evidence
    votes = evidence.get("polygon", {})
    if decision.error == "E-XYAMBIG":
        text = tr(
            "The axis order cannot be settled: of {n} points, {north} lie in the city when the first value "
            "points north and {east} when it points east.",
            n=evidence.get("points", 0),
            north=votes.get(NORTH_FIRST, 0),
            east=votes.get(EAST_FIRST, 0),
        )
    elif decision.error == "E-XYORDER":
        text = tr(
            "The profile's axis order contradicts the file: {north} points lie in the city when the first "
            "value points north, {east} when it points east.",
            north=votes.get(NORTH_FIRST, 0),
            east=votes.get(EAST_FIRST, 0),
        )
    elif decision.error == "E-DATUM":
        text = tr(
            "The points do not fit {crs}; they would fit {other}.",
            crs=friendly_name(decision.crs),
            other=friendly_name(decision.proposed_crs),
        )
    else:
        text = _settled(decision)
    if decision.needs_confirmation and not decision.error:
        east, north = evidence["datum"]["offset_m"]
        text += " " + tr(
            "The points lie {east} m east and {north} m north of their routes, as if they were in {other}.",
            east=f"{east:+.0f}",
            north=f"{north:+.0f}",
            other=friendly_name(decision.proposed_crs),
        )
    return text


def _settled(decision: Decision) -> str:
    crs = friendly_name(decision.crs)
    if decision.method == "empty":
        return tr("No row has usable coordinates.")
    first = tr("north") if decision.order == NORTH_FIRST else tr("east")
    how = {
        "polygon": tr("settled by the city's area"),
        "routes": tr("settled by the named routes"),
        "range": tr("settled by the range of the degrees"),
        "declared": tr("as the profile says"),
        "convention": tr("as the file's format or coordinate system has it, unchecked"),
    }[decision.method]
    return tr("Read as {crs}, first value pointing {first}: {how}.", crs=crs, first=first, how=how)


def _remedy(decision: Decision) -> str:
    if decision.error == "E-DATUM":
        return tr("Check the coordinate system with whoever made the file and correct crs in the profile.")
    return tr('Look at both orders on the map and write order = "survey" or "math" in the profile.')
