"""How well borders are linked: precision and recall against areas whose truth is known.

    PYTHONPATH=.build/plugins .venv/bin/python -m gunmane.benchmarks.network_score [--seeds 4] [--sections 6000]

A markdown table by misfit and one by hard case. *Links* are those joined without a person (自動): right where both
ends share a place. *Recall* counts the pairs that must be joined; *found or asked* adds those that a person is shown
(要確認, or in the review list), whose
length stands beside it. ``Score`` adds up over areas, so rates are of all pairs and not means of means.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from .areas import HARD, Area, area

MISFITS = (0, 2, 4, 6, 8, 10, 12)
AUTOMATIC, TO_CHECK = "自動", "要確認"
MEET_M = 15.0  # farther, nothing is demanded
RUNNING, UNSURE = 0.70, 0.02  # border-running from this share; around it either answer is right


@dataclass
class Score:
    """Counts over one or more areas. ``worst``: sentences about single failures."""

    counts: dict[str, int] = field(default_factory=dict)
    worst: list[str] = field(default_factory=list)

    def add(self, **counts: int) -> None:
        for name, value in counts.items():
            self.counts[name] = self.counts.get(name, 0) + int(value)

    def __add__(self, other: Score) -> Score:
        total = Score(dict(self.counts), self.worst + other.worst)
        total.add(**other.counts)
        return total

    def rate(self, part: str, whole: str) -> float:
        """part / whole; not a number where there is nothing to count."""
        n = self.counts.get(whole, 0)
        return self.counts.get(part, 0) / n if n else float("nan")

    precision = property(lambda self: self.rate("links_right", "links"))
    recall = property(lambda self: self.rate("must_linked", "must"))
    found_or_asked = property(lambda self: self.rate("must_seen", "must"))
    met = property(lambda self: self.rate("meets_joined", "meets"))
    met_or_asked = property(lambda self: self.rate("meets_seen", "meets"))
    bend_recall = property(lambda self: self.rate("bends_linked", "bends"))
    bend_seen = property(lambda self: self.rate("bends_seen", "bends"))
    duplicate_precision = property(lambda self: self.rate("twins_right", "twins"))
    duplicate_recall = property(lambda self: self.rate("same_found", "same"))
    candidate_precision = property(lambda self: self.rate("running_right", "running_said"))
    candidate_recall = property(lambda self: self.rate("running_found", "running"))


def judge(case: Area, joined, label: str = "") -> Score:
    """Counts of what ``joined`` (the result of ``link_roads``) got right on ``case``."""
    out, truth, links = Score(), case.truth, joined.links
    place = truth.ends.set_index(["section", "end"])["place"].to_dict()
    city = case.roads.set_index("section")["city_code"].to_dict()
    automatic = links[links["state"] == AUTOMATIC]
    pairs = _pairs(automatic)
    meets = {(a, end, b) for a, end, b, _ in truth.meets.itertuples(index=False)}
    twin_groups = _twins(truth, place)
    right = 0
    for a, end_a, b, end_b in pairs:
        good = _right(a, end_a, b, end_b, place, meets, twin_groups)
        right += good
        if not good:
            out.worst.append(f"{label}: wrong link {a} {end_a} ({city[a]}) – {b} {end_b} ({city[b]})")
    out.add(links=len(pairs), links_right=right, reviews=len(joined.review))
    seen = {frozenset(pair) for pair in _asked(joined)}
    linked = {frozenset(((a, ea), (b, eb))) for a, ea, b, eb in pairs}
    for row in truth.joins[truth.joins["must"]].itertuples(index=False):
        hit = frozenset(((row.section_a, row.end_a), (row.section_b, row.end_b))) in linked
        asked = hit or frozenset((row.section_a, row.section_b)) in seen
        out.add(must=1, must_linked=hit, must_seen=asked)
        if not hit:
            what = "only asked" if asked else "missed"
            out.worst.append(
                f"{label}: {what} {row.section_a} {row.end_a} – {row.section_b} {row.end_b}, gap {row.gap_m:.1f} m"
            )
    bends = truth.joins[truth.joins["kind"] == "bend"]
    for row in bends.itertuples(index=False):
        hit = frozenset(((row.section_a, row.end_a), (row.section_b, row.end_b))) in linked
        asked = hit or frozenset((row.section_a, row.section_b)) in seen
        out.add(bends=1, bends_linked=hit, bends_seen=asked)
    out += _apart(truth, joined, linked, label)
    out += _meetings(truth, joined, pairs, seen, label)
    out += _duplicates(truth, joined, label)
    return out + _candidates(truth, joined, label)


def _pairs(links):
    """(section, end, section, end); end_b None where the middle of a section is met."""
    ends = [value if isinstance(value, str) and value else None for value in links["end_b"]]
    return list(zip(links["section_a"], links["end_a"], links["section_b"], ends))


def _right(a, end_a, b, end_b, place, meets, twin_groups):
    if end_b is None:
        if (a, end_a, b) in meets:
            return True
        spot = place.get((a, end_a))  # at an end of the section, or of its twin, is as good
        return spot in twin_groups.get(b, set()) | {place.get((b, e)) for e in ("始点", "終点")}
    return place.get((a, end_a), -1) == place.get((b, end_b), -2)


def _twins(truth, place):
    """Section -> places of the ends of its other drawings."""
    out: dict[str, set] = {}
    for a, b in truth.same.itertuples(index=False):
        for one, other in ((a, b), (b, a)):
            out.setdefault(one, set()).update(place.get((other, end)) for end in ("始点", "終点"))
    return out


def _asked(joined):
    """Pairs of sections that a person is shown."""
    checks = joined.links[joined.links["state"] == TO_CHECK]
    pairs = list(zip(checks["section_a"], checks["section_b"]))
    review = joined.review
    if len(review):
        for row in review.to_dict("records"):
            pairs.append((row["section_a"], row["section_b"]))
            for other in _keys(row.get("alternatives")):
                pairs += [(row["section_a"], other), (row["section_b"], other)]
    return [(a, b) for a, b in pairs if a and b]


def _keys(value):
    """Section keys in a list of alternatives, however it is written (text of JSON, dicts, tuples)."""
    import re

    return re.findall(r"\bs\d{7}\b|\b[\w:.]+#\d+\b", str(value)) if value is not None else []


def _nodes(joined):
    """(section, end) -> node, and section -> its nodes."""
    network = joined.network.sort_values(["section", "part"])
    first, last = network.drop_duplicates("section"), network.drop_duplicates("section", keep="last")
    node = dict(zip(((s, "始点") for s in first["section"]), first["node_from"]))
    node.update(zip(((s, "終点") for s in last["section"]), last["node_to"]))
    of: dict[str, set] = {}
    for section, a, b in zip(network["section"], network["node_from"], network["node_to"]):
        of.setdefault(section, set()).update((a, b))
    return node, of


def _apart(truth, joined, linked, label):
    out, (node, _) = Score(), _nodes(joined)
    for row in truth.apart.itertuples(index=False):
        a, b = (row.section_a, row.end_a), (row.section_b, row.end_b)
        merged = frozenset((a, b)) in linked or (a in node and node.get(a) == node.get(b))
        out.add(apart=1, apart_merged=merged)
        if merged:
            out.worst.append(f"{label}: joined over the river {a} – {b}")
    spot = truth.ends.assign(node=[node.get(key) for key in zip(truth.ends["section"], truth.ends["end"])])
    out.add(nodes=spot["node"].nunique(), nodes_merged=(spot.groupby("node")["place"].nunique() > 1).sum())
    out.add(places=spot["place"].nunique(), places_split=(spot.groupby("place")["node"].nunique() > 1).sum())
    return out


def _meetings(truth, joined, pairs, seen, label):
    out, (node, of) = Score(), _nodes(joined)
    told = {(a, end, b) for a, end, b, _ in pairs} | {(b, end, a) for a, _, b, end in pairs}
    for a, end, b, gap in truth.meets.itertuples(index=False):
        if gap > MEET_M:
            continue
        hit = (a, end, b) in told or node.get((a, end)) in of.get(b, set())
        out.add(meets=1, meets_joined=hit, meets_seen=hit or frozenset((a, b)) in seen)
        if not hit:
            out.worst.append(f"{label}: {a} {end} does not meet the middle of {b}, {gap:.1f} m")
    return out


def _duplicates(truth, joined, label):
    out = Score()
    same = {frozenset(pair) for pair in truth.same.itertuples(index=False)}
    table = joined.duplicates
    table = table[table["state"] == AUTOMATIC] if "state" in table and len(table) else table
    said = {frozenset(pair) for pair in zip(table["kept"], table["other"])}
    doubtful = {frozenset(pair) for pair in zip(joined.duplicates["kept"], joined.duplicates["other"])}
    doubtful |= {frozenset(pair) for pair in _asked(joined)}
    out.add(same=len(same), same_found=len(same & said), same_seen=len(same & doubtful))
    out.add(twins=len(said), twins_right=len(said & same))
    out.worst += [f"{label}: not one road {sorted(pair)}" for pair in said - same]
    out.worst += [f"{label}: drawn twice, not seen {sorted(pair)}" for pair in same - said]
    return out


def _candidates(truth, joined, label):
    """Border-running roads; a candidate's ``section list`` names all of its sections, drawn by both or not."""
    out, table = Score(), joined.candidates
    column = next((name for name in ("sections", "section_list", "section") if name in table), None)
    said: set = set()
    if column is not None:
        for value in table[column]:
            said.update(_keys(value) if isinstance(value, str) else value)
    running = truth.running
    sure = set(running.loc[running["share"] >= RUNNING + UNSURE, "section"])
    maybe = set(running.loc[running["share"] >= RUNNING - UNSURE, "section"])
    out.add(running=len(sure), running_found=len(sure & said))
    out.add(running_said=len(said), running_right=len(said & maybe))
    out.worst += [f"{label}: runs along the border, not a candidate {s}" for s in sorted(sure - said)]
    out.worst += [f"{label}: no candidate should hold {s}" for s in sorted(said - maybe)]
    return out


def score(n: int, seed: int, misfit_m: float, hard: str | None = None, options=None) -> Score:
    """Link one area and judge the result."""
    case = area(n, seed, misfit_m, hard)
    joined = link(case, options)
    return judge(case, joined, f"{hard or n} seed {seed} misfit {misfit_m}")


def link(case: Area, options=None):
    """``link_roads`` on an area."""
    from ..analysis.network import link_roads

    return link_roads(case.roads, case.cities, case.rivers["geom"].to_numpy(), case.bridges, options)


HEAD = (
    "| | links | precision | recall | found or asked | rows to review | over a river | drawn twice: precision | recall "
    "| along the border: precision | recall | meets the middle | or asked "
    "| bends over 30°: joined | or asked |\n" + "|---" * 15 + "|"
)


def line(label: str, total: Score) -> str:
    """One row of the table."""
    cells = [label, str(total.counts.get("links", 0))]
    cells += [_percent(value) for value in (total.precision, total.recall, total.found_or_asked)]
    cells.append(str(total.counts.get("reviews", 0)))
    cells.append(f"{total.counts.get('apart_merged', 0)} / {total.counts.get('apart', 0)}")
    cells += [
        _percent(value)
        for value in (
            total.duplicate_precision, total.duplicate_recall, total.candidate_precision, total.candidate_recall,
            total.met, total.met_or_asked, total.bend_recall, total.bend_seen,
        )
    ]  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def _percent(value):
    return "–" if np.isnan(value) else f"{value:.3f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("--sections", type=int, default=6000)
    parser.add_argument("--repeats", type=int, default=200)
    parser.add_argument("--only", choices=["misfit", "hard", *HARD])
    parser.add_argument("--misfits", default=",".join(str(m) for m in MISFITS))
    parser.add_argument("--worst", type=int, default=0, help="failures to print")
    options = parser.parse_args()
    misfits, seeds = [float(m) for m in options.misfits.split(",")], range(1, options.seeds + 1)
    worst: list[str] = []
    if options.only in (None, "misfit"):
        print(HEAD)
        for misfit in misfits:
            total = sum((score(options.sections, seed, misfit) for seed in seeds), Score())
            print(line(f"{misfit:g} m", total), flush=True)
            worst += total.worst
    for kind in HARD:
        if options.only not in (None, "hard", kind):
            continue
        print(f"\n{kind}\n\n{HEAD}")
        for misfit in misfits:
            total = score(options.repeats, 1, misfit, kind)
            print(line(f"{misfit:g} m", total), flush=True)
            worst += total.worst
    print("\n".join(pd.Series(worst, dtype=object).head(options.worst)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
