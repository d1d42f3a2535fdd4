"""How near is "the same", how far is "joined": the tolerances of all checks, with what they mean."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Options:
    """Lengths in metres, angles in degrees, shares from 0 to 1."""

    as_of: datetime.date = field(default_factory=datetime.date.today)
    dup_distance: float = 15.0  # requests and damages of one event lie so near
    dup_days: int = 90
    facility_distance: float = 2.0  # two entries of one facility, same city
    facility_border: float = 5.0  # the same by two cities, each with its own survey
    overlap_distance: float = 10.0  # two cities' drawings of one road
    overlap_own: float = 3.0  # one city's two drawings of one road: parallel lanes are farther apart
    overlap_share: float = 0.7
    overlap_angle: float = 20.0
    gap: float = 1.0  # ends so near count as joined
    gap_max: float = 5.0  # ends farther than this are not meant to join
    border_gap: float = 15.0  # two cities' ends of one road may be so far apart: each has its own survey
    stub: float = 8.0  # shorter sections are remainders of drawing
    border: float = 20.0  # so far outside its city a place may lie: border and survey disagree
