"""Two runs side by side: which damages they judge differently."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..store import Store
from .runs import find_plan

READ = ("level", "std_id", "std_ver", "rs_tmp", "rs_perm", "due_tmp", "due_perm", "transfer")
ORDER = ("L0", "L1", "NJ", "L2", "L3")  # from good to bad
WORSE, BETTER, DEADLINE, ONLY_A, ONLY_B = "worse", "better", "deadline", "only_a", "only_b"


def compare_plans(store: Store, a: str, b: str) -> pd.DataFrame:
    """Damages that differ between two runs, in the order of the store.

    Columns: damage (uuid), dmg_id, city_code, ft, dt, ``<field>_a`` and ``<field>_b`` of what is compared, and
    ``moved``: "worse" or "better" from a to b, "deadline" (same level, other response or deadline), "only_a", "only_b".
    Raises GunmaneError E-NOPLAN.
    """
    for plan_id in (a, b):
        find_plan(store, plan_id)
    left, right = (_rows(store, plan_id) for plan_id in (a, b))
    both = left.join(right, how="outer", lsuffix="_a", rsuffix="_b")
    in_a, in_b = both.index.isin(left.index), both.index.isin(right.index)
    rank = {level: n for n, level in enumerate(ORDER)}
    # Another administrator's has no level: less than any.
    worse = both["level_b"].map(rank).fillna(-1) - both["level_a"].map(rank).fillna(-1)
    same = np.ones(len(both), bool)
    for name in ("rs_tmp", "rs_perm", "due_tmp", "due_perm", "transfer"):
        one, other = both[f"{name}_a"], both[f"{name}_b"]
        same &= ((one == other) | (one.isna() & other.isna())).to_numpy()
    both["moved"] = np.select(
        [in_a & ~in_b, in_b & ~in_a, worse > 0, worse < 0, ~same],
        [ONLY_A, ONLY_B, WORSE, BETTER, DEADLINE],
        "",
    )
    both = both[both["moved"] != ""]
    names = ["damage", "dmg_id", "city_code", "ft", "dt"]
    damages = pd.DataFrame(
        store.con.execute("SELECT uuid, dmg_id, city_code, ft, dt FROM damage ORDER BY fid").fetchall(),
        columns=names,
    )
    return damages.merge(both, left_on="damage", right_index=True, how="inner").reset_index(drop=True)


def _rows(store: Store, plan_id: str) -> pd.DataFrame:
    found = store.con.execute(
        f"SELECT damage, {', '.join(READ)} FROM judgement WHERE plan_id = ?",  # nosec B608
        (plan_id,),
    ).fetchall()
    return pd.DataFrame(found, columns=["damage", *READ], dtype=object).set_index("damage")
