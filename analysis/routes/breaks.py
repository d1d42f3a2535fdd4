"""Two cities judge one road by two standards: what differs where a through route crosses, and how much it matters.

Severity (unified model, section 8.3): the same test damages (J01-J17, ``schema/standards/vectors``) judged by both
sides' standards, the differences of their levels summed. L0 to L3 are 0 to 3; "not measured" stands between L1 and L2.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from ... import schema
from ...i18n import language, tr
from .. import standards as st
from ..standards.words import code_label, with_unit

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.9 and 3.10
    import tomli as tomllib

_RANK = {"L0": 0.0, "L1": 1.0, "NJ": 1.5, "L2": 2.0, "L3": 3.0}
_COLUMN = {"C1": 1, "C2": 2, "C3": 3, "X1": 3, "X2": 3, "X3": 3, "X4": 3}
# Largest first among equals: what decides whether a crew goes out, then when.
_ORDER = ("repair", "emerg", "watch", "rs_tmp", "rs_perm")
# What a crossing's sentence is made of.
_SAID = ["city_a", "city_b", "std_breaks", "changes"]
_SAID += [f"{name}_{side}" for name in ("rc", "width", "ln", "pt") for side in "ab"]


@functools.lru_cache(maxsize=1)
def vectors() -> tuple[dict, ...]:
    """The test damages J01-J17 as records of T07 with the class of their road."""
    path = Path(schema.__file__).parent / "standards" / "vectors" / "judging.toml"
    return tuple(tomllib.loads(path.read_text(encoding="utf-8"))["damages"])


def with_breaks(found: pd.DataFrame, standards: st.StandardSet, names: Mapping, on=None) -> pd.DataFrame:
    """The crossings with ``std_breaks`` (list, largest first: std_id, cell, a, b, severity, cause), ``std_cells`` (how
    many cells of the two standards differ at all), ``severity``, ``n_breaks``, and ``reason``, a sentence.

    A break is a value that applies to the road on both sides (its class's column) and differs; ``cause``: "standard",
    or "class" where only the road's class changes and both would treat one class alike. Roads of the state and the
    prefecture have no city's standard.
    """
    own = set(standards.keys("route"))
    sides = [
        list(
            zip(found[f"city_{s}"], [k if k in own else None for k in found[f"route_{s}"]], found[f"rc_{s}"])
        )
        for s in "ab"
    ]
    places = sorted({side[:2] for column in sides for side in column}, key=lambda p: (p[0], p[1] or ""))
    states = {place: st.effective(standards, place[0], place[1], on) for place in places}
    levels, by_row = _levels(standards, places, on)
    cells: dict[tuple, int] = {}
    cache: dict[tuple, tuple] = {}
    told = []
    for a, b in zip(*sides):
        if (a, b) not in cache:
            column_a, column_b = _column(a[2]), _column(b[2])
            if column_a is None or column_b is None:
                cache[a, b] = ([], 0, 0.0)
            else:
                one, two = a[:2], b[:2]
                if (one, two) not in cells:
                    cells[one, two] = len(st.differences({"a": states[one], "b": states[two]}))
                part = _by_standard(by_row[one], by_row[two])
                rows = _differing(states[one], states[two], column_a, column_b, part)
                severity = float(np.abs(levels[one] - levels[two]).sum())
                cache[a, b] = (rows, cells[one, two], severity)
        told.append(cache[a, b])
    found = found.assign(
        std_breaks=[rows for rows, _, _ in told],
        n_breaks=[len(rows) for rows, _, _ in told],
        std_cells=[n for _, n, _ in told],
        severity=[s for _, _, s in told],
    )
    units = {std: row for state in states.values() for std, row in state.cells.to_dict("index").items()}
    return found.assign(reason=_sentences(found, standards, units, names))


def without_breaks(found: pd.DataFrame, names: Mapping) -> pd.DataFrame:
    """The same columns where there is no standard to compare."""
    found = found.assign(std_breaks=[[] for _ in range(len(found))], n_breaks=0, std_cells=0, severity=0.0)
    return found.assign(reason=_sentences(found, None, {}, names))


def of_routes(found: pd.DataFrame, at: np.ndarray, n: int) -> list[list[dict]]:
    """The distinct breaks on each route, largest first, with the cities that they lie between."""
    rows: dict[int, dict] = {}
    columns = (found[name].tolist() for name in ("city_a", "city_b", "std_breaks"))
    for r, city_a, city_b, entries in zip(at.tolist(), *columns):
        for entry in entries:
            key = (city_a, city_b, entry["std_id"], entry["cell"], str(entry["a"]), str(entry["b"]))
            rows.setdefault(r, {})[key] = {**entry, "city_a": city_a, "city_b": city_b}
    told: list[list[dict]] = [[] for _ in range(n)]
    for r, entries in rows.items():
        ordered = sorted(entries.items(), key=lambda item: (*_largest(item[1]), item[0]))
        told[r] = [entry for _, entry in ordered]
    return told


def _levels(standards, places, on) -> tuple[dict, dict]:
    """Of each place the levels of the test damages (NaN: another's road), and {(damage, std_id): level}."""
    tests = vectors()
    frame = pd.DataFrame([
        {**{k: v for k, v in test.items() if k not in ("id", "measures")}, "city_code": city, "route_key": route,
         "measures": json.dumps(test["measures"]) if "measures" in test else None}
        for city, route in places
        for test in tests
    ])  # fmt: skip
    as_of = None if on is None else f"{str(on)[:10]}T12:00:00+09:00"
    judged = st.judge(frame, standards, as_of=as_of, clocks=False)
    rank = judged.frame["level"].map(_RANK).to_numpy(float)
    levels = {
        place: np.nan_to_num(rank[n * len(tests) : (n + 1) * len(tests)]) for n, place in enumerate(places)
    }
    by_row: dict = {place: {} for place in places}
    for row, std, level in judged.hits[["row", "std_id", "level"]].itertuples(index=False):
        if level in _RANK:
            by_row[places[row // len(tests)]][row % len(tests), std] = _RANK[level]
    return levels, by_row


def _by_standard(one: dict, two: dict) -> dict[str, float]:
    """std_id -> sum of the differences that its own rows make; a row that only one side has says L0 on the other."""
    found: dict[str, float] = {}
    for test, std in sorted(one.keys() | two.keys()):
        found[std] = found.get(std, 0.0) + abs(one.get((test, std), 0.0) - two.get((test, std), 0.0))
    return found


def _column(rc: str | None) -> int | None:
    """Which response column the road has; as judging does it, a road of unknown class is treated as class 1."""
    if rc is None or rc not in _COLUMN:
        return None if rc is not None and rc[:1] in "NP" else 1
    return _COLUMN[rc]


def _differing(one, two, column_a: int, column_b: int, severity: Mapping) -> list[dict]:
    a, b = one.cells.to_dict("index"), two.cells.to_dict("index")
    rows = []
    for std in sorted(set(a) | set(b)):
        for cell in _ORDER:
            va, vb = _applies(a.get(std), cell, column_a), _applies(b.get(std), cell, column_b)
            if va == vb:
                continue
            same = all(
                _applies(a.get(std), cell, c) == _applies(b.get(std), cell, c) for c in (column_a, column_b)
            )
            entry = {"std_id": std, "cell": cell, "a": va, "b": vb, "severity": severity.get(std, 0.0)}
            rows.append({**entry, "cause": "class" if same else "standard"})
    return sorted(rows, key=_largest)


def _largest(entry: Mapping) -> tuple:
    """Where standards differ before where only the class does; then by severity, by what decides, by how far apart."""
    far = _far(entry["a"], entry["b"])
    return (entry["cause"] == "class", -entry["severity"], _ORDER.index(entry["cell"]), -far, entry["std_id"])


def _applies(row: Mapping | None, cell: str, column: int):
    """The value in one column; None where there is no such level or response."""
    if row is None:
        return None
    if cell in ("rs_tmp", "rs_perm"):
        value = row[f"{cell}_c{column}"]
        return None if value is None or value != value or value == st.NO_RESPONSE else value
    value = row[cell]
    if cell == "repair" and column == 1 and row["repair_c1"] == row["repair_c1"]:
        value = row["repair_c1"]
    return float(value) if value is not None and np.isfinite(value) else None


def _far(a, b) -> float:
    """How far apart two values are, as a share of the larger; one that only one side has is farthest."""
    if a is None or b is None:
        return 1.0
    if isinstance(a, str):
        order = st.responses()
        return abs(order.index(a) - order.index(b)) / len(order) if a in order and b in order else 1.0
    return abs(a - b) / max(abs(a), abs(b), 1e-9)


def _sentences(found: pd.DataFrame, standards, units: Mapping, names: Mapping) -> list[str]:
    """A sentence a crossing; those of which the same is known are worded once."""
    known: dict[str, str] = {}
    told = []
    columns = [found[name].tolist() for name in _SAID]
    for values in zip(*columns):
        key = repr(values)
        if key not in known:
            known[key] = _sentence(dict(zip(_SAID, values)), standards, units, names)
        told.append(known[key])
    return told


def _sentence(row: Mapping, standards, units: Mapping, names: Mapping) -> str:
    """What a person should know of the crossing: the largest break, then what changes of the road."""
    city_a, city_b = names.get(row["city_a"], row["city_a"]), names.get(row["city_b"], row["city_b"])
    said = []
    if row["std_breaks"]:
        first = row["std_breaks"][0]
        said.append(_break_words(first, standards, units.get(first["std_id"], {}), city_a, city_b))
        more = len({entry["std_id"] for entry in row["std_breaks"]}) - 1
        if more:
            said.append(tr("{n} more standards differ", n=more))
    change = {
        "rc": lambda: tr(
            "road class {a} → {b}", a=code_label("RC", row["rc_a"]), b=code_label("RC", row["rc_b"])
        ),
        "width": lambda: tr("width {a} → {b}", a=f"{row['width_a']:.1f} m", b=f"{row['width_b']:.1f} m"),
        "ln": lambda: tr("lanes {a} → {b}", a=code_label("LN", row["ln_a"]), b=code_label("LN", row["ln_b"])),
        "pt": lambda: tr(
            "pavement {a} → {b}", a=code_label("PT", row["pt_a"]), b=code_label("PT", row["pt_b"])
        ),
    }
    said += [change[name]() for name in row["changes"]]
    if not said:
        return tr("{city_a} and {city_b}: nothing known changes at the border.", city_a=city_a, city_b=city_b)
    if row["std_breaks"]:
        return _listed(said)
    return tr("{city_a} to {city_b}: {changes}", city_a=city_a, city_b=city_b, changes=_listed(said))


def _listed(said: list[str]) -> str:
    return functools.reduce(lambda first, rest: tr("{first}; {rest}", first=first, rest=rest), said)


def _break_words(entry: Mapping, standards, unit: Mapping, city_a: str, city_b: str) -> str:
    std = entry["std_id"]
    title = (standards.titles.get(std) or {}).get(language())
    what = title or f"{code_label('FT', unit.get('ft'))} {code_label('DT', unit.get('dt'))}"
    cell, words = entry["cell"], {}
    for side in "ab":
        value = entry[side]
        if value is None:
            words[side] = tr("no rule")
        elif cell in ("rs_tmp", "rs_perm"):
            words[side] = code_label("RS", value)
        else:
            words[side] = with_unit(unit.get("measure"), value)
    words = {"what": what, "city_a": city_a, "city_b": city_b, **words}
    if cell == "repair":
        return tr("{what}: {city_a} repairs at {a}, {city_b} at {b}", **words)
    if cell == "emerg":
        return tr("{what}: an emergency at {a} in {city_a}, at {b} in {city_b}", **words)
    if cell == "watch":
        return tr("{what}: watched from {a} in {city_a}, from {b} in {city_b}", **words)
    if cell == "rs_tmp":
        return tr("{what}, made safe: {city_a} {a}, {city_b} {b}", **words)
    return tr("{what}, repaired for good: {city_a} {a}, {city_b} {b}", **words)
