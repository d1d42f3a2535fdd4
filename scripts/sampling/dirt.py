"""The dirt of real ledgers, put into rows that know what should become of them.

``spoil_city(city, ledgers, world, rng)`` changes rows in place. A row gets at most one kind of dirt, so that what
is expected stays certain. Rates follow ``RATE``: a few rows of every kind in every ledger that has the column.
"""

from __future__ import annotations

from .dirt_cells import UNKNOWN_WORDS, codes, dates, marks, texts
from .dirt_places import places
from .dirt_rows import row_level
from .dirt_words import addresses, bodies, city_codes, links, measures, missing, routes, standards
from .variants import spoil_variants

RATE = 0.0011  # share of a ledger's rows for one kind of dirt, at least two rows


class Spoiler:
    """One city's ledgers and the dice."""

    def __init__(self, city, world, rng):
        self.city, self.world, self.rng = city, world, rng
        self.wareki = city == "082244"
        self.cp932 = city in ("082112", "082350")

    def take(self, ledger, condition=lambda row: True, share=1.0, least=2, most=12) -> list:
        """Some clean rows of a ledger, in file order."""
        found = [r for r in ledger.rows if r.clean and condition(r)]
        wanted = min(len(found), most, max(least, round(len(ledger.rows) * RATE * share)))
        if not wanted:
            return []
        picked = sorted(int(i) for i in self.rng.choice(len(found), wanted, replace=False))
        return [found[i] for i in picked]

    def one(self, choices):
        return choices[int(self.rng.integers(len(choices)))]


def spoil_city(city, ledgers, world, rng) -> None:
    s = Spoiler(city, world, rng)
    by = {ledger.source: ledger for ledger in ledgers}
    for ledger in ledgers:
        if ledger.table in ("reference", "standard", "contractor"):
            continue
        for column in ledger.cols:
            if column.field in ("certified_on", "insp_date", "measured_on", "planned_on", "date"):
                dates(s, ledger, column, moment=False)
            elif column.field in ("received_at", "found_at", "started_at", "closed_at"):
                dates(s, ledger, column, moment=True)
            elif column.field in UNKNOWN_WORDS and column.field != "ln":
                codes(s, ledger, column)
            elif column.field in ("is_bus", "is_school", "is_urgent", "injury", "cavity"):
                marks(s, ledger, column)
        texts(s, ledger)
        routes(s, ledger, by)
        missing(s, ledger)
    for source in ("requests", "facilities", "damages", "lights"):
        if source in by:
            places(s, by[source])
    measures(s, by["damages"])
    bodies(s, by["requests"])
    addresses(s, by["requests"])
    links(s, by)
    for ledger in ledgers:
        city_codes(s, ledger)
    standards(s, by["standards"])
    spoil_variants(s, by)
    for ledger in ledgers:
        if ledger.table not in ("reference", "standard"):
            row_level(s, ledger)
