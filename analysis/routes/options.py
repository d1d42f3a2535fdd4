"""What a user can set when through routes are built, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True)
class RouteOptions:
    """Degrees, metres.

    ``angle``: greatest deflection at which a road goes straight on (roads of one number turn as they like).
    ``bearing_m``: the bearing of an end is taken over so many metres of the line (0: its last segment).
    ``numbers``: numbers, names, links, classes, widths, one-way, roundabouts and carriageways count; False is
    deflection alone, as strokes (COINS) have it, on pieces as they are.
    ``keep_sections``: pieces of one section stay in one route (None: as ``numbers``).
    ``class_deg``, ``width_deg``, ``number_deg``: what a step of class, a doubling of the width, or another number of
    the same city counts for, as degrees of deflection (roads of the state and the prefecture end with their number).
    ``class_steps``: more steps than these never continue.
    ``roundabout_m``: a round ring of at most this length is driven through (0: none is).
    ``borders_checked``: routes over more borders than this, not all accepted by a person, are to be checked.
    ``width_step_m``: least difference of width that counts as a change at a border.
    ``near_m``: what lies so near a border counts for it. ``gap_m``: widest gap or overlap between the areas of two
    cities that are still neighbours.
    """

    angle: float = 60.0
    bearing_m: float = 15.0
    numbers: bool = True
    keep_sections: bool | None = None
    class_deg: float = 10.0
    class_steps: int = 2
    width_deg: float = 10.0
    number_deg: float = 30.0
    roundabout_m: float = 200.0
    borders_checked: int = 2
    width_step_m: float = 0.5
    near_m: float = 500.0
    gap_m: float = 30.0
    on: str | None = None  # the day on which standards are in force; None: today

    def __post_init__(self):
        for name in (
            "angle",
            "bearing_m",
            "class_deg",
            "width_deg",
            "number_deg",
            "roundabout_m",
            "near_m",
            "gap_m",
        ):
            if not getattr(self, name) >= 0:
                raise ValueError(f"{name} must be 0 or more, not {getattr(self, name)!r}")
        if self.angle > 180:
            raise ValueError(f"angle must be at most 180 degrees, not {self.angle!r}")

    @property
    def whole_sections(self) -> bool:
        return self.numbers if self.keep_sections is None else self.keep_sections


@dataclass
class Routes:
    """``routes`` (T14), longest first: through_id, routes (JSON list of route keys), name, names (its roads in words,
    in the order of the crossings), cities, length_m, length_by_city, sections (n), parts (chains of pairs in it), bd,
    crossings (n), join_dist_m, bearing_diff, class_diff (the greatest at a crossing), std_breaks (what differs, largest
    first), n_breaks, severity, bridge_id, status, review, reason, geom. Twins count nowhere.

    ``crossings``: a row for each border that a through route crosses; see ``crossings.crossings`` and
    ``breaks.with_breaks``. ``borders``: a row for each pair of cities; see ``borders.borders``. ``sections``: a row for
    each usable piece in the network's order and with its index: section, part, through_id, role (main: in the longest
    chain, branch, twin: follows its reference).
    ``pairs``: which ends continue each other: section_a, part_a, end_a (0 start, 1 end of the piece), the same of b,
    node, level (4 same section, 3 same number, 2 link, 1 same name, 0 geometry), deflection.
    ``findings``: code, section, reason of rows that could not be used as they are.
    """

    routes: pd.DataFrame
    crossings: pd.DataFrame
    borders: pd.DataFrame
    sections: pd.DataFrame
    pairs: pd.DataFrame = field(default_factory=pd.DataFrame)
    findings: pd.DataFrame = field(default_factory=pd.DataFrame)
