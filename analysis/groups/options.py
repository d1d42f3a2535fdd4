"""What a planner may choose when routes are grouped, and which choices contradict each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...i18n import tr

CORRIDORS = "corridors"
WHOLE = "whole"
# Speeds of the unified model, section 8.4 (km/h), by the first letter or the whole code of the road class.
SPEEDS = {"C1": 30.0, "C2": 25.0, "C3": 20.0, "P": 40.0, "N": 40.0, "": 20.0}
EXAMPLE_YEN_PER_HOUR = (
    9000.0  # an example to be edited (a crew's van and two people), never a finding of ours
)


class GroupingError(ValueError):
    """Choices that cannot be met together; ``conflicts`` names each of them in the user's language."""

    def __init__(self, conflicts: Sequence[str]):
        self.conflicts = list(conflicts)
        super().__init__("\n".join(self.conflicts))


@dataclass(frozen=True)
class Weights:
    """What a group costs, in metres of dead running: how many of them a planner would give to avoid one of these.

    ``dead``: a metre of dead running; ``crossing``: a border crossing on a through route whose two sides fall into
    different groups; ``city``: each city of a group after its first; ``std_break``: a break of standard inside;
    ``compact``: a junction that two groups share, and a group's spread about its centre; ``balance``: the squared
    relative deviation from the target length (or workload), times the target.
    """

    dead: float = 1.0
    crossing: float = 250.0
    city: float = 100.0
    std_break: float = 20.0
    compact: float = 30.0
    balance: float = 0.05


@dataclass(frozen=True)
class GroupOptions:
    """All lengths in the units of their names; None means no limit or not asked."""

    mode: str = CORRIDORS
    min_km: float = 20.0
    max_km: float = 60.0
    target_km: float | None = None  # None: the middle of the bounds
    n_groups: int | None = None
    corridor_m: float = (
        500.0  # corridors: what lies wholly within this of a chosen through route belongs to it
    )
    link_m: float = 3000.0  # a piece below min_km may join another over other roads, this far at most
    attach_islands: bool = True  # a piece below min_km that no such road joins goes to the nearest group
    attach_m: float = 1000.0  # as the crow flies, this far at most
    island_km: float = 1.0  # a shorter piece that has no group to go to is no group but listed
    cities: Sequence[str] | None = None
    exclude_rc: Sequence[str] = ("N1", "N2", "P1", "P2", "X4")
    exclude_ad: Sequence[str] = ("A3", "A4", "A9")  # by manager, where the network has a column ``ad``
    no_travel_rc: Sequence[str] = ("X4",)
    balance_by: str = "length"  # or the name of a numeric column of the network (one value a section)
    weights: Weights = field(default_factory=Weights)
    change_penalty: float = 0.0  # metres of dead running per metre of road that leaves its group of ``start``
    breaks_by_cities: Mapping[tuple, int] | None = None  # (city, city) -> cells of the standard that differ
    sweeps: int = 30
    starts: int = 1
    seed: int = 1
    time_limit_s: float | None = None
    compare: bool = True
    certify: bool = True
    passes_per_year: float = 12.0
    yen_per_hour: float | None = None
    speeds: Mapping[str, float] = field(default_factory=lambda: dict(SPEEDS))
    outline_m: float = 150.0

    @property
    def target_m(self) -> float:
        km = self.target_km if self.target_km else (self.min_km + self.max_km) / 2
        return 1000.0 * km

    def check(self) -> None:
        """Raises GroupingError with every mistake in the options."""
        wrong = []
        if self.mode not in (CORRIDORS, WHOLE):
            wrong.append(tr("Unknown mode: {mode}", mode=self.mode))
        if not 0 <= self.min_km <= self.max_km or self.max_km <= 0:
            wrong.append(
                tr("The bounds {low} to {high} km cannot be met.", low=self.min_km, high=self.max_km)
            )
        elif self.target_km is not None and not self.min_km <= self.target_km <= self.max_km:
            wrong.append(tr("The target of {km} km lies outside the bounds.", km=self.target_km))
        if self.n_groups is not None and self.n_groups < 1:
            wrong.append(tr("The number of groups must be at least 1."))
        if (
            min(
                self.corridor_m,
                self.link_m,
                self.attach_m,
                self.island_km,
                self.change_penalty,
                self.outline_m,
            )
            < 0
        ):
            wrong.append(tr("Distances and penalties cannot be negative."))
        if min(vars(self.weights).values()) < 0:
            wrong.append(tr("Weights cannot be negative."))
        if self.sweeps < 0 or self.starts < 1:
            wrong.append(tr("At least one start and no negative number of rounds."))
        if wrong:
            raise GroupingError(wrong)


@dataclass(frozen=True)
class Locks:
    """Sets of keys that must share a group (``together``) or must not share one, two by two (``apart``).

    A key is a section, a route_key or a through_id of the network.
    """

    together: Sequence[Sequence[str]] = ()
    apart: Sequence[Sequence[str]] = ()
