"""What ranking hands over, and its forms for the store."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..standards import Judgements
from .catalogue import FACTORS
from .gathering import Facts
from .preset import Preset


@dataclass(frozen=True)
class Basis:
    """What a rank follows from, apart from weights; one entry a damage. ``rows``: those that are ranked; ``root``:
    the square root of risk / 25; ``factors``: one row a factor; ``present``: factors whose layer is there; ``top``:
    always first; ``after``: place in the order that decides between equal scores."""

    rows: np.ndarray
    root: np.ndarray
    factors: np.ndarray
    present: tuple[str, ...]
    top: np.ndarray
    unjudged: np.ndarray
    after: np.ndarray


@dataclass
class Ranking:
    """``frame``: one row a damage, in the order of the judgement and with a plain index.

    rank (1 is first; 0: not ranked, ``left_out`` says why: transfer, closed, future), level, first (response code of
    the first action), due (Japanese wall time), due_code and due_of (which code set it: standard, category, visit),
    days_over, risk_i, risk_p, risk, category, f_* (NaN: that layer is absent), wf, score, band, top (R0 or a category
    that is always first), p_assumed, adt (counted or assumed), em, repeats.

    ``absent``: factor -> why it does not count (no_layer, empty_layer, no_clocks): its weight went to the others.
    ``flags``: (code, field, rows).
    """

    frame: pd.DataFrame
    basis: Basis
    judged: Judgements
    preset: Preset
    facts: Facts
    absent: dict[str, str]
    flags: list = field(default_factory=list)
    as_of: np.datetime64 | None = None

    def list(self) -> pd.DataFrame:
        """The ranked damages, first to last; the index says which row of the input each is."""
        return self.frame[self.frame["rank"] > 0].sort_values("rank")

    def totals(self) -> dict[str, int]:
        """Ranked damages by band, those on top, those that need a visit, and those left out by reason."""
        ranked = self.frame[self.frame["rank"] > 0]
        counts = ranked["band"].value_counts()
        left = self.frame["left_out"].value_counts()
        return {
            "ranked": len(ranked),
            **{band: int(counts.get(band, 0)) for band in ("A", "B", "C")},
            "top": int(ranked["top"].sum()),
            "visit": int((ranked["level"] == "NJ").sum()),
            **{reason: int(left.get(reason, 0)) for reason in ("transfer", "closed", "future")},
        }

    def flag_table(self) -> pd.DataFrame:
        """row, code, field."""
        parts = [(rows, code, name) for code, name, rows in self.flags if len(rows)]
        table = pd.DataFrame(
            {
                "row": np.concatenate([rows for rows, _, _ in parts]) if parts else np.zeros(0, int),
                "code": [code for rows, code, _ in parts for _ in rows],
                "field": [name for rows, _, name in parts for _ in rows],
            }
        )
        return table.sort_values(["row", "code", "field"], ignore_index=True)

    def table(self) -> pd.DataFrame:
        """The columns of T26 from ``risk_i`` on, as the store takes them; None where a damage is not ranked."""
        from .words import reasons

        names = [
            "risk_i",
            "risk_p",
            "risk",
            "category",
            *(f"f_{name}" for name in FACTORS),
            "score",
            "band",
            "rank",
        ]
        table = self.frame[names].astype(object)
        table["reason"] = reasons(self)
        gone = (self.frame["rank"] == 0).to_numpy()
        table.loc[gone, [*names, "reason"]] = None
        return table.where(table.notna(), None)
