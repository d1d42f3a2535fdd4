"""The best one-to-one matching of a ledger's columns to the fields of one table.

Public: ``Choice``, ``Assignment``, ``assign``. Score = likeness of the label x what the cells can be; the whole
table is matched at once, so that 区間番号 is the sequence where another column is the identifier.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linear_sum_assignment

from ...i18n import language, tr
from ...schema import Table, model
from .compatibility import fits
from .evidence import Evidence
from .labels import Dictionary
from .ledgers import Ledger

SURE = 0.6  # below it nothing is mapped: the person decides
LINK, FY = "@link", "@fy"
_CLOSE = 0.06
_LINKED = {"damage"}  # tables whose rows may name requests
_DATED = {"request", "damage", "work", "patrol"}


@dataclass
class Choice:
    """What one column is proposed to be. ``role``: field, personal, ignore, undecided, context, link, place."""

    label: str
    role: str
    targets: list[dict] = field(default_factory=list)  # as the profile writes them
    confidence: float = 0.0
    reasons: list[str] = field(default_factory=list)
    candidates: list[tuple[str, float]] = field(default_factory=list)
    reason: str | None = None  # why it has no place
    unread: list[str] = field(default_factory=list)  # words of a code column that no code was found for

    @property
    def field(self) -> str | None:
        return next((t["field"] for t in self.targets if "field" in t), None)

    @property
    def personal(self) -> str | None:
        return next((t["personal"] for t in self.targets if "personal" in t), None)


@dataclass
class Assignment:
    """A ledger read as one table."""

    table: Table
    choices: dict[str, Choice]
    coverage: float  # how much of the columns it explains
    required: float  # share of the source fields that the model requires and this fills

    def required_with(self, implied) -> float:
        """``required``, where the fields of ``implied`` are known without a column."""
        return _required(self.choices, self.table, implied)

    @property
    def fields(self) -> dict[str, str]:
        """field -> column"""
        return {t["field"]: c.label for c in self.choices.values() for t in c.targets if "field" in t}


def assign(ledger: Ledger, table: Table, words: Dictionary, settled: dict[str, Choice]) -> Assignment:
    """``settled``: columns whose role does not depend on the table's fields (places, personal, ignored)."""
    evidence = ledger.evidence
    labels = [c for c in ledger.columns if c not in settled]
    names = [*words.fields(table.name)]
    if table.name in _LINKED:
        names.append(LINK)
    if table.name in _DATED:
        names.append(FY)
    scores = np.zeros((len(labels), len(names)))
    likeness = np.zeros_like(scores)
    for n, label in enumerate(labels):
        for m, name in enumerate(names):
            likeness[n, m], scores[n, m] = _score(ledger, label, name, table, words, evidence[label])
    rows, cols = linear_sum_assignment(-scores) if labels else ((), ())
    choices = dict(settled)
    taken = dict(zip(rows, cols))
    for n, label in enumerate(labels):
        m = taken.get(n)
        order = sorted(range(len(names)), key=lambda k, n=n: -scores[n, k])
        candidates = [(names[k], round(float(scores[n, k]), 2)) for k in order[:3] if scores[n, k] >= 0.3]
        if m is None or scores[n, m] < 0.3:
            rival = _rival(candidates, names, taken, labels)
            choices[label] = _nothing(label, candidates, evidence[label], rival)
            continue
        confidence = _confidence(scores, likeness, n, m)
        choices[label] = _choice(
            label, names[m], confidence, candidates, evidence[label], table, likeness[n, m]
        )
    return Assignment(table, choices, _coverage(choices, settled, evidence), _required(choices, table))


def _score(ledger, label, name, table, words, column: Evidence) -> tuple[float, float]:
    if name == LINK:
        like = max((m.likeness for m in words.meanings(ledger.spoken(label), "request", ledger.cut)
                    if m.field == "req_no"), default=0.0)  # fmt: skip
        return like, 0.97 * like
    if name == FY:
        like = 0.97 if words_key(ledger.spoken(label)) in words.fy else 0.0
        return like, like * column.share("fy")
    like = 0.0
    for spoken in {label, ledger.spoken(label)}:
        for meaning in words.meanings(spoken, table.name, ledger.cut):
            if meaning.field == name:
                like = max(like, meaning.likeness)
    own = table.field(name)
    if like == 0.0:
        return 0.0, _by_values(own, table, column)
    return like, like * (0.3 + 0.7 * fits(own, table, column))


def words_key(label: str) -> str:
    from .labels import read_label

    return read_label(label).bare


def _by_values(own, table, column: Evidence) -> float:
    """A label that says nothing: only a column of words of one code list speaks for itself."""
    if not own.codes or column.empty or sum(1 for f in table.fields if f.codes == own.codes) > 1:
        return 0.0
    return 0.62 if column.code_share(own.codes) >= 0.95 and column.code_words(own.codes) >= 4 else 0.0


def _confidence(scores, likeness, n: int, m: int) -> float:
    """The score, less where another field fits this column, or another column this field, as well."""
    own = scores[n, m]
    others = np.delete(scores[n], m)
    rivals = np.delete(scores[:, m], n)
    doubt = 1.0
    if likeness[n, m] < 0.95 and len(others) and others.max() > own - _CLOSE:
        doubt *= 0.85
    if likeness[n, m] < 0.95 and len(rivals) and rivals.max() > own - _CLOSE:
        doubt *= 0.9
    return round(float(min(own * doubt, 0.99)), 2)


def _choice(label, name, confidence, candidates, column: Evidence, table, likeness) -> Choice:
    reasons = [tr("label {share}% alike", share=round(100 * float(likeness)))]
    if name == LINK:
        target, role, title = {"link": "request"}, "link", tr("request number")
    elif name == FY:
        target, role, title = {"context": "fy"}, "context", tr("fiscal year of the dates")
    else:
        target, role, title = {"field": name}, "field", table.field(name).label(language())
        reasons.append(_value_reason(table.field(name), table, column))
    if confidence < SURE:
        return Choice(label, "undecided", [], confidence, [r for r in reasons if r], candidates, title)
    return Choice(label, role, [target], confidence, [r for r in reasons if r], candidates)


def _value_reason(own, table, column: Evidence) -> str:
    if column.empty:
        return tr("every row is empty")
    share = round(100 * fits(own, table, column))
    if own.codes:
        read = round(100 * column.code_share(own.codes))
        return tr("{share}% of the cells are words of code list {list}", share=read, list=own.codes)
    if own.type in ("date", "datetime", "bool", "int", "real"):
        return tr("{share}% of the cells read as {type}", share=share, type=own.type)
    return ""


def _rival(candidates, names, taken, labels) -> str | None:
    """The column that got the field which this one would fit best."""
    if not candidates:
        return None
    wanted = names.index(candidates[0][0])
    return next((labels[n] for n, m in taken.items() if m == wanted), None)


def _nothing(label: str, candidates, column: Evidence, rival: str | None) -> Choice:
    if candidates and candidates[0][1] >= 0.45:
        reason = tr("“{column}” fits the same field better", column=rival) if rival else ""
        return Choice(
            label, "undecided", [], min(candidates[0][1], 0.59), [reason], candidates, reason or None
        )
    if column.empty:
        return Choice(label, "ignore", [], 0.9, [], candidates, tr("every row is empty"))
    return Choice(
        label, "ignore", [], 0.7, [tr("no label is alike")], candidates, tr("the model has no such item")
    )


def _coverage(choices, settled, evidence) -> float:
    counted = [c for label, c in choices.items() if label not in settled and not evidence[label].empty]
    explained = sum(c.confidence for c in counted if c.role in ("field", "link", "context"))
    return explained / len(counted) if counted else 0.0


def _required(choices, table, implied=()) -> float:
    needed = {f.name for f in table.fields if f.required and f.origin == "source"} - {"gl", "city_code"}
    given = {t.get("field") for c in choices.values() for t in c.targets} | set(implied)
    derived = {"route_key"} if {"rc", "route_no"} <= given else set()
    derived |= {"section_id"} if {"route_key", "seq"} <= given else set()
    return len(needed & (given | derived)) / len(needed) if needed else 0.0


def labels_of(names: list[tuple[str, float]], table_name: str | None) -> list[str]:
    """Candidates as a person reads them: "label (field) 0.55"."""
    table = model().tables.get(table_name or "")
    found = []
    for name, score in names:
        known = table is not None and not name.startswith("@")
        title = table.field(name).label(language()) if known else name
        found.append(f"{title} ({name}) {score:.2f}")
    return found
