"""What a person asks of the zones, and the words for what cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...i18n import tr

AUTO = "auto"
KEEP, PREFER, IGNORE = "keep", "prefer", "ignore"
BORDERS = (KEEP, PREFER, IGNORE)
K_MAX = 12
MAINTAINED_NOT = ("N1", "N2", "P1", "P2")  # roads that are driven on, but that the cities do not maintain
SPEED_KMH = {"C1": 30.0, "C2": 25.0, "C3": 20.0, "N1": 40.0, "N2": 40.0, "P1": 40.0, "P2": 40.0}
SPEED_OTHER_KMH = 20.0
DETOUR = 1.3  # lights, turns and stops on top of the driving itself
CLASS_WEIGHT = {"C1": 1.5, "C2": 1.2, "C3": 1.0}
CLASS_WEIGHT_OTHER = 0.5
GOOD_DEV, WARN_DEV = 0.10, 0.20


class ZoneError(ValueError):
    """Zones cannot be drawn from what was given; the text names the features and says what to do."""


@dataclass(frozen=True)
class Message:
    """``code``: stable name of the kind; ``text``: for a person; ``features``: names of the sections, depots, zones."""

    code: str
    text: str
    features: tuple = ()


@dataclass(frozen=True)
class ZoneOptions:
    """All choices of a run. Times in minutes, lengths in metres, shares as parts of 1.

    ``k``: 1 to 12 or "auto" (the fewest zones within ``k_bounds`` that reach everything in time and are balanced).
    ``zone_ids``: names of the zones (contractors), default "Z01" ...; ``targets``: zone id -> share (any positive
    numbers; they are scaled to 1). ``borders``: "keep" (every zone within one city), "prefer" (crossing a border costs
    ``border_minutes``), "ignore". ``change_minutes``: what moving a section away from its ``current`` zone costs, as
    minutes of travel. ``attach_islands``: sections that no road connects join the nearest zone. ``groups``: a column
    of the network whose equal values stay together (through_id), or None. ``cut_budget``: how much longer travel may
    become, as a share of its lower bound, for borders that cut fewer junctions. ``tolerance``: imbalance aimed at.
    ``simplify_m``: how far outlines may leave the exact middle between roads. ``time_limit_s``: the best so far is
    returned after it; None: no limit, and the result never depends on the machine's speed.
    """

    k: int | str = 4
    k_bounds: tuple[int, int] = (2, K_MAX)
    zone_ids: tuple[str, ...] | None = None
    targets: Mapping[str, float] | None = None
    borders: str = IGNORE
    border_minutes: float = 3.0
    change_minutes: float = 0.0
    max_minutes: float = 30.0
    attach_islands: bool = False
    groups: str | None = None
    cut_budget: float = 0.01
    tolerance: float = 0.005
    seed: int = 0
    starts: int = 6
    rounds: int = 12
    speed_kmh: Mapping[str, float] = field(default_factory=lambda: dict(SPEED_KMH))
    detour: float = DETOUR
    not_maintained: tuple[str, ...] = MAINTAINED_NOT
    depot_reach_m: float = 2000.0
    exact_up_to: int = 10
    outlines: bool = True
    simplify_m: float = 40.0
    time_limit_s: float | None = None

    def check(self) -> None:
        """Raises ZoneError for choices that make no sense by themselves."""
        if self.k != AUTO and not (isinstance(self.k, int) and 1 <= self.k <= K_MAX):
            raise ZoneError(
                tr("The number of zones must be 1 to {most} or 'auto', not {k}.", most=K_MAX, k=self.k)
            )
        low, high = self.k_bounds
        if self.k == AUTO and not 1 <= low <= high <= K_MAX:
            raise ZoneError(
                tr("The bounds for the number of zones must lie within 1 and {most}: {low} to {high} do not.",
                   most=K_MAX, low=low, high=high)
            )  # fmt: skip
        if self.borders not in BORDERS:
            raise ZoneError(
                tr("Borders are kept, preferred or ignored ({known}), not {given}.",
                   known=", ".join(BORDERS), given=self.borders)
            )  # fmt: skip
        for zone, share in (self.targets or {}).items():
            if not share > 0 or share == float("inf"):
                raise ZoneError(
                    tr("The share of zone {zone} must be above 0, not {share}.", zone=zone, share=share)
                )
        if not self.max_minutes > 0:
            raise ZoneError(
                tr("The longest travel time must be above 0 minutes, not {n}.", n=self.max_minutes)
            )


def some(names, most: int = 5) -> str:
    """The first few names for a message, and how many more there are."""
    names = [str(name) for name in names]
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else tr("{names} and {n} more", names=shown, n=len(names) - most)
