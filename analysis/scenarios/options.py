"""What is compared, and by which figures that no plan holds: hours, crews, prices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from ...i18n import tr

# Assumptions for where nobody gave a figure; every page that shows a number resting on them says so.
ASSUMED_HOURS_PER_KM = 10.0  # working hours that a kilometre of road takes in a year
ASSUMED_CREW_HOURS = 1600.0  # hours that a crew works in a year
GOOD_DEV, WARN_DEV = (
    10.0,
    20.0,
)  # % off the target that contracts call good, and accept (unified model, section 8.4)


class ScenarioError(ValueError):
    """The plans cannot be compared; the text says which and why."""


@dataclass(frozen=True)
class Scenario:
    """One zone plan. ``key``: its id; ``name``: for people.

    ``sections``: one row a section: section, zone_id (None: in no zone), workload (any unit; NaN is 0), travel_min
    (minutes from the base; NaN: not known). ``zones``: zone_id, and what is known of target (%), con_id, contractor
    (its name), yen (a year's contract sum), geom. ``adopted``: whether it is the one that is in force.
    """

    key: str
    name: str
    sections: pd.DataFrame
    zones: pd.DataFrame | None = None
    adopted: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ScenarioOptions:
    """``hours``: working hours a year on all roads of the first plan, without travel (None: an assumption by length);
    ``crew_hours``: hours a crew works a year (None: an assumption); ``journeys``: journeys to work a year in the whole
    area (None: travel is not counted in hours); ``yen_per_hour``: price of a crew's hour (None: no yen of work).

    ``max_minutes``: what counts as too far. ``joint_share``: a zone counts as one of a city from this share of its
    work on, so that a stub over the border makes no joint zone.
    """

    hours: float | None = None
    crew_hours: float | None = None
    journeys: float | None = None
    yen_per_hour: float | None = None
    max_minutes: float = 30.0
    joint_share: float = 0.01

    def check(self) -> None:
        """Raises ScenarioError for figures that make no sense."""
        for name, value in (
            (tr("Working hours a year"), self.hours),
            (tr("Hours a crew works a year"), self.crew_hours),
            (tr("Minutes that count as too far"), self.max_minutes),
        ):
            if value is not None and not 0 < value < float("inf"):
                raise ScenarioError(tr("{name} must be above 0, not {value}.", name=name, value=value))
        for name, value in (
            (tr("Journeys to work a year"), self.journeys),
            (tr("Yen for an hour of a crew"), self.yen_per_hour),
        ):
            if value is not None and not 0 <= value < float("inf"):
                raise ScenarioError(tr("{name} must be 0 or above, not {value}.", name=name, value=value))
