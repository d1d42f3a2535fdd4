"""What judging hands over, and its forms for the store."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from . import catalogue, columns
from .applying import LEVELS
from .preparing import WHYS, Prepared
from .rows import Effective
from .tables import Tables


@dataclass
class Judgements:
    """``frame``: one row a damage, in their order and with their index. Its columns: those of T26 that judging fills
    (``level``, ``std_id``, ``std_ver``, ``measure``, ``value``, ``threshold``, ``rs_tmp``, ``rs_perm``,
    ``due_tmp``, ``due_perm`` as Japanese wall time, ``needs_measure``), and
    ``transfer`` (another administrator's: no level; to be told at once), ``rp`` (P3: go and look),
    ``visit_due`` (when somebody must have measured, or measured again), ``road`` (C1-C3: the column that was used),
    ``why`` (a word for what decided, see ``WHYS``; "no_standard", "unknown_type", "transfer").

    ``hits``: one row for every row of the standards that spoke: row (position), std_id, std_ver, measure, value,
    threshold, level, rs_tmp, rs_perm, why, incomplete (its measure is still to be taken). ``flags``: row, code, field.
    """

    frame: pd.DataFrame
    hits: pd.DataFrame
    flags: pd.DataFrame
    as_of: np.datetime64
    prepared: Prepared
    effectives: list[Effective] = field(default_factory=list)

    def totals(self) -> dict[str, int]:
        """Damages by level, NJ and transfers apart."""
        counts = self.frame["level"].value_counts()
        found = {level: int(counts.get(level, 0)) for level in ("L3", "L2", "L1", "L0", "NJ")}
        return {**found, "transfer": int(self.frame["transfer"].sum())}

    def without_standard(self) -> pd.DataFrame:
        """The kinds of damage that no row speaks of: ft, dt, n, most frequent first."""
        here = self.frame["why"].isin(["no_standard", "unknown_type"]).to_numpy()
        kinds = pd.DataFrame({"ft": self.prepared.ft[here], "dt": self.prepared.dt[here]})
        counts = kinds.fillna("").groupby(["ft", "dt"]).size().rename("n").reset_index()
        return counts.sort_values(["n", "ft", "dt"], ascending=[False, True, True], ignore_index=True)

    def table(self) -> pd.DataFrame:
        """The columns of T26 as the store takes them: times as ISO texts with +09:00, ``hits`` as JSON, 0/1."""
        table = self.frame[["level", "std_id", "std_ver", "measure", "value", "threshold"]].copy()
        table["hits"] = hits_json(self)
        table["rs_tmp"], table["rs_perm"] = self.frame["rs_tmp"], self.frame["rs_perm"]
        for name in ("due_tmp", "due_perm"):  # there are none where no deadlines were wanted
            table[name] = (
                columns.iso(self.frame[name].to_numpy(columns.SECOND)) if name in self.frame else None
            )
        table["needs_measure"] = self.frame["needs_measure"].astype(int)
        return table


def hits_table(tables: Tables, parts: list[dict]) -> pd.DataFrame:
    names = ("row", "std", "value", "threshold", "level", "tmp", "perm", "why", "incomplete")
    joined = {
        name: np.concatenate([part[name] for part in parts]) if parts else np.zeros(0, int) for name in names
    }
    order = np.lexsort((joined["std"], joined["row"]))
    joined = {name: values[order] for name, values in joined.items()}
    responses = lookup(catalogue.responses())
    limit = len(responses) - 1
    std = joined["std"]
    ids, measures = (np.array([key[n] for key in tables.keys] or [None], object) for n in (0, 3))
    return pd.DataFrame(
        {
            "row": joined["row"],
            "std_id": ids[std],
            "std_ver": tables.versions[tables.place[joined["row"]], std] if len(std) else np.zeros(0, object),
            "measure": measures[std],
            "value": joined["value"].astype(float),
            "threshold": joined["threshold"].astype(float),
            "level": np.array(LEVELS, object)[joined["level"]],
            "rs_tmp": responses[np.minimum(joined["tmp"], limit)],
            "rs_perm": responses[np.minimum(joined["perm"], limit)],
            "why": np.array(WHYS, object)[joined["why"]],
            "incomplete": joined["incomplete"].astype(bool),
        }
    )


def hits_json(judgements: Judgements) -> np.ndarray:
    """Every row that spoke, as the JSON of T26.hits; None where none did."""
    hits = judgements.hits
    found = np.full(len(judgements.frame), None, object)
    if not len(hits):
        return found

    def quoted(name):
        codes, values = columns.distinct(hits[name].to_numpy(object))
        table = np.array([*(f'"{value}"' for value in values), "null"], object)
        return table[codes]

    def numeric(name):
        codes, values = pd.factorize(hits[name].to_numpy())
        return np.array([*(f"{value:.12g}" for value in values), "null"], object)[codes]

    fields = [("std_id", quoted), ("std_ver", quoted), ("measure", quoted), ("value", numeric),
              ("threshold", numeric), ("level", quoted), ("rs_tmp", quoted), ("rs_perm", quoted),
              ("why", quoted)]  # fmt: skip
    texts = None
    for name, write in fields:
        part = f'"{name}": ' + write(name)
        texts = "{" + part if texts is None else texts + ", " + part
    texts = texts + "}"
    rows = hits["row"].to_numpy()
    starts = np.flatnonzero(np.append(True, rows[1:] != rows[:-1]))
    counts = np.diff(np.append(starts, len(rows)))
    whole = texts[starts].copy()
    for n in range(1, counts.max()):
        more = counts > n
        whole[more] = whole[more] + ", " + texts[starts[more] + n]
    found[rows[starts]] = "[" + whole + "]"
    return found


def flag_table(flags: list) -> pd.DataFrame:
    flags = [entry for entry in flags if len(entry[2])]
    rows = np.concatenate([rows for _, _, rows in flags]) if flags else np.zeros(0, int)
    repeat = [len(rows) for _, _, rows in flags]
    table = pd.DataFrame(
        {
            "row": rows,
            "code": np.repeat(np.array([code for code, _, _ in flags], object), repeat),
            "field": np.repeat(np.array([name for _, name, _ in flags], object), repeat),
        }
    )
    return table.drop_duplicates(ignore_index=True).sort_values(["row", "code", "field"], ignore_index=True)


def lookup(codes) -> np.ndarray:
    return np.array([*codes, None], object)
