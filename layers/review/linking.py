"""Deciding on possible links across borders: joined as proposed, not joined, or joined with another end.

No row of a section changes: a decision is a row of T29 with the pair that was joined (``after["link"]``), and the
next linking run takes it from there (``links.link_decisions``). An end is joined once: what would join it a second
time is refused.
"""

from __future__ import annotations

import math

from ...i18n import tr
from ..store import Store
from .link_view import KEPT, REACH_M, find_end
from .links import joined_ends, pair_of
from .queue import DRAWN_KIND
from .refusing import RefusedError


class Linking:
    """The decisions of one batch on links."""

    def __init__(self, store: Store):
        self.store = store
        self._joined: dict | None = None

    def take(self, item, decision) -> tuple[dict, dict]:
        """(before, after) for T29. Raises RefusedError."""
        pair = pair_of(item.detail)
        if pair is None:
            raise RefusedError(tr("The item names no ends."))
        if decision.action == "reject":
            return {}, {}
        if item.kind == DRAWN_KIND:
            if decision.action != "accept":
                raise RefusedError(tr("Say whether it is one road, drawn twice, or two roads."))
            return {}, {"twins": list(pair[::2])}
        if decision.action == "accept":
            return {}, self._join(item.id, item.detail["a"], item.detail["b"])
        if decision.action == "correct":
            return {}, self._redraw(item, decision.values)
        raise RefusedError(tr("A link can be accepted, rejected, or drawn to another end."))

    def again(self, item_id: str, after: dict) -> str | None:
        """Why a decision that was taken back cannot be taken again."""
        link = after.get("link")
        if not link:
            return None
        try:
            self._join(item_id, link["a"], link["b"])
        except RefusedError as error:
            return str(error)
        return None

    def _redraw(self, item, values: dict) -> dict:
        keep = values.get("keep", "a")
        if keep not in KEPT:
            raise RefusedError(tr("Say which of the two ends stays."))
        own = item.detail[keep]
        stays = find_end(self.store, own["section"], own["end"])
        chosen = find_end(self.store, values.get("section"), values.get("end"))
        if stays is None or chosen is None:
            raise RefusedError(tr("There is no such end of a section."))
        if chosen.city == stays.city:
            raise RefusedError(tr("Both ends lie in one city; links join roads of different cities."))
        gap = math.dist(stays.point, chosen.point)
        if gap > REACH_M:
            raise RefusedError(
                tr("The ends lie {gap} m apart; at most {most} m can be joined.", gap=f"{gap:.0f}",
                   most=f"{REACH_M:.0f}")
            )  # fmt: skip
        other = {"section": chosen.section, "section_id": chosen.section_id, "end": chosen.end}
        a, b = (own, other) if keep == "a" else (other, own)
        return {**self._join(item.id, a, b), "gap_m": round(gap, 2)}

    def _join(self, item_id: str, a: dict, b: dict) -> dict:
        if self._joined is None:
            self._joined = joined_ends(self.store)
        ends = [said for said in (a, b) if said.get("end")]
        for said in ends:
            holder = self._joined.get((said["section"], said["end"]))
            if holder not in (None, item_id):
                raise RefusedError(
                    tr("The end of {section} ({end}) is joined by another decision already.",
                       section=said.get("section_id") or said["section"], end=said["end"])
                )  # fmt: skip
        self._joined = {at: holder for at, holder in self._joined.items() if holder != item_id}
        names = ("section", "section_id", "end")
        link = {side: {name: said.get(name) for name in names} for side, said in zip(KEPT, (a, b))}
        for said in ends:
            self._joined[said["section"], said["end"]] = item_id
        return {"link": link}
