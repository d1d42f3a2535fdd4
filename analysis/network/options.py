"""Tolerances of the joining of networks, all in one place; lengths in metres, angles in degrees."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """What counts as the same place, the same direction and the same road.

    Defaults follow the unified model, section 8.1 and 8.2; the others are reasoned in docs/algorithms/linking.md.
    """

    # Topology inside a city
    weld_m: float = 1.0  # ends of one city's sections that are one node
    snap_m: float = 1.0  # an end that misses (or passes) another section by less meets it

    # Links across a border
    gap_m: float = 15.0  # two ends up to this far apart are joined
    same_m: float = 0.1  # the only two ends within this are one place before anything else is paired
    candidate_gap_m: float = 30.0  # up to this far apart they are proposed to a person
    bearing_deg: float = 30.0  # by which the two directions may differ
    bearing_stub_deg: float = 60.0  # the same where an end is a stub and the gap at most meet_m
    bearing_weld_deg: float = (
        150.0  # the same where the only two ends lie within weld_m: the road bends there
    )
    bearing_ask_deg: float = (
        45.0  # up to here a person is asked, where a name or a short piece leaves it open
    )
    bearing_over_m: float = 30.0  # length over which an end's direction is taken
    class_step: int = 1  # on the scale N -1, P 0, C1 1, C2 2, C3 3
    stub_m: float = 10.0  # a shorter piece at an end says nothing of the road's direction
    border_m: float = 15.0  # a link lies this near to the border
    sliver_m: float = 30.0  # polygons of neighbours may miss each other by this much
    margin: float = 0.25  # of cost: a second choice nearer than this makes the first one unsure
    max_cost: float = 3.0  # a dearer pair is left to a person; scores are 1 - cost / max_cost
    junction_border_m: float = 10.0  # a junction this near to the border is one on it
    max_borders: int = 2  # different borders that links in a row may cross without a person's look

    # An end of one city at the middle of another city's road
    meet_m: float = 8.0  # joined up to this gap
    meet_candidate_m: float = 15.0  # proposed up to this gap
    meet_deg: float = 45.0  # at a smaller angle the road may be one that goes on: a person is asked
    meet_ahead_deg: float = 60.0  # the other road lies ahead of the end, within this angle

    # Rivers
    bridge_m: float = 15.0  # a bridge this near to both ends carries the road over a river

    # Roads drawn by two cities
    twin_m: float = 12.0  # distance of two drawings of one road
    twin_deg: float = 25.0  # difference of their directions
    twin_share: float = 0.8  # of a section that lies beside the other city's drawing
    twin_part_share: float = 0.4  # from here on a person is asked
    twin_part_m: float = 25.0  # shorter common stretches are junctions and misfits
    sample_m: float = 5.0  # between the points at which two lines are compared

    # Roads along a border (unified model, section 8.2)
    along_border_m: float = 10.0
    along_share: float = 0.70
    along_min_m: float = 50.0

    # Findings
    outside_m: float = 200.0  # a section farther than this from every city lies outside
    end_at_border_m: float = 30.0  # an end without a partner this near to the border is listed
