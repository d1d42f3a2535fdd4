"""Which table a ledger is, or which kind of reference feature. Public: ``TableChoice``, ``choose_table``."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from ...i18n import language, tr
from ...schema import model
from .assignment import SURE, Assignment, assign
from .coordinates import PlaceProposal
from .labels import Dictionary, plain, read_label
from .ledgers import Ledger
from .roles import settled

_WELL_KNOWN = 6  # so many columns with a field, and the table is no chance hit
_LINES, _AREAS = {"LineString"}, {"Polygon"}
# 通学路_豊田小学校 as lines is a school route, no school; a shelter is never drawn as a line.
_NEVER = {
    "LineString": {"SC", "SH", "HO", "PK", "HY", "AE", "UP", "AC"},
    "Point": {"SR", "RV"},
    "Polygon": {"SR", "ER", "BR", "HY", "AE", "AC"},
}
# What a table cannot do without: one of each group.
_GATES = {
    "route": (("rc", "route_no", "route_key"), ("name_ja", "route_no", "length_m", "certified_on")),
    "section": (("section_id", "route_key", "length_m", "width_m", "ln"),),
    "facility": (("ft", "fac_name", "pole_no"), ("fac_id", "pole_no", "route_key", "address")),
    "request": (("received_at", "req_no"), ("body", "title", "dt")),
    "damage": (("dt", "dmg_id"), ("found_at", "dmg_id", "depth_cm", "level")),
    "work": (("work_id", "wk"), ("started_at", "finished_at", "ordered_at", "cost_yen")),
    "patrol": (("date", "pat_id"), ("pat_type", "crew", "vehicle", "start_at")),
    "contractor": (("con_id", "name"), ("kind", "wk_codes", "contract_no", "city_base")),
    "standard": (("measure", "std_id"), ("repair", "emerg", "watch")),
    "photo": (("path",), ("photo_id", "taken_at")),
}


@dataclass
class TableChoice:
    """The table, how sure, the columns as that table has them, what else it could be."""

    assignment: Assignment | None
    confidence: float
    reasons: list[str]
    kind: str | None = None  # code of RK, for reference features
    others: list[tuple[str, float]] = field(default_factory=list)
    refusal: str | None = None  # why it has no place in the model
    implied: dict[str, str] = field(default_factory=dict)  # field -> code that the names say of every row

    @property
    def name(self) -> str | None:
        return self.assignment.table.name if self.assignment else None


def choose_table(ledger: Ledger, words: Dictionary, place: PlaceProposal) -> TableChoice:
    """The best of all tables for this ledger."""
    drawn = ledger.geometry_types if ledger.has_geometry else set()
    for code, names in words.no_place.items():
        if drawn and drawn <= _LINES | _AREAS and _word_in(names, _names(ledger)):
            return TableChoice(None, 0.8, [], refusal=words.reason(code))
    scored = []
    named = _named(ledger, words)
    for name in words.tables:
        found = assign(
            ledger, model().tables[name], words, settled(ledger, model().tables[name], words, place.columns)
        )
        scored.append((*_score(ledger, found, name, named, place), found))
    scored.append(_reference(ledger, words, named, place))
    scored.sort(key=lambda s: -s[0])
    score, reasons, best = scored[0]
    others = [(s[2].table.name, round(s[0], 2)) for s in scored[1:4]]
    margin = score - scored[1][0]
    confidence = round(min(0.98, score) * (0.9 if margin < 0.05 else 1.0), 2)
    chosen = TableChoice(best, confidence, reasons, others=others)
    implied = named["implied"].get(best.table.name, {})
    chosen.implied = {name: code for name, code in implied.items() if name not in best.fields}
    if best.table.name == "reference":
        chosen.kind = named.get("kind") or _kind_by_columns(ledger, words) or "X9"
        if best.fields.get("kind"):
            chosen.kind = None
    if best.table.geometry_required and place.kind == "none":
        # Such rows would all be flagged: the person has to say where the places are.
        chosen.reasons.append(tr("the table needs places, and the ledger has none that can be used"))
        if place.problem and best.table.name in ("damage", "facility", "section"):
            chosen.refusal = place.problem
    if chosen.refusal is None and confidence < 0.6:
        if place.kind == "none" and tr("no places") not in reasons:
            reasons = [*reasons, tr("no places")]
        chosen.refusal = place.problem or tr(
            "no table of the model fits well enough (nearest: {table} {score}; {reasons})",
            table=best.table.label(language()), score=f"{confidence:.2f}", reasons="; ".join(reasons),
        )  # fmt: skip
    return chosen


def take_table(ledger: Ledger, words: Dictionary, place: PlaceProposal, name: str) -> TableChoice:
    """The table that a person has named."""
    table = model().tables[name]
    found = assign(ledger, table, words, settled(ledger, table, words, place.columns))
    chosen = TableChoice(found, 1.0, [tr("decided by a person")])
    implied = _named(ledger, words)["implied"].get(name, {})
    chosen.implied = {own: code for own, code in implied.items() if own not in found.fields}
    if name == "reference" and not found.fields.get("kind"):
        chosen.kind = _named(ledger, words).get("kind") or _kind_by_columns(ledger, words) or "X9"
    return chosen


def _score(ledger: Ledger, found: Assignment, name: str, named: dict, place: PlaceProposal):
    own = found.table
    implied = set(named["implied"].get(name, ()))
    # Ledgers have columns that the model does without; how many it has counts beside their share.
    found_n = sum(c.role in ("field", "link") and c.confidence >= SURE for c in found.choices.values())
    score = 0.35 * found.coverage + 0.2 * min(1.0, found_n / _WELL_KNOWN) + 0.2 * found.required_with(implied)
    reasons = [
        tr("{share}% of the columns have a place in {table}", share=round(100 * found.coverage),
           table=own.label(language()))
    ]  # fmt: skip
    if name in named["tables"]:
        score += 0.25 if named.get("table") == name else 0.15
        reasons.append(tr("the name says “{word}”", word=named["tables"][name]))
    given = set(found.fields) | implied
    if not all(given & set(group) for group in _GATES.get(name, ())):
        score *= 0.5
    if implied and place.kind != "none" and name == named.get("table") and name in ("facility", "damage"):
        score = max(score, 0.66)  # called after one kind of facility or damage, and they have places
    sure = sum(c.role == "personal" and c.confidence >= 0.9 for c in found.choices.values())
    if name == "request" and sure:
        gated = all(given & set(group) for group in _GATES[name])
        score += 0.15 if gated else 0.0  # persons stand in it, and something that they said
        if named.get("table") == name:
            score = max(score, 0.62)
    types = ledger.geometry_types if ledger.has_geometry else set()
    if name == "section" and place.kind != "none":
        if types and types <= _LINES:
            score += 0.25 if named.get("table") == "section" or len(given) >= 3 else 0.0
            if named.get("table") == "section":
                score = max(score, 0.75)
        else:
            score *= 0.3
    elif name == "section" and place.kind == "none":
        score *= 0.5
    elif types and types <= _AREAS and name not in ("facility",):
        score *= 0.6
    elif types and types <= _LINES and name in ("request", "damage", "contractor"):
        score *= 0.5
    if place.kind != "none" and own.geometry is None:
        score *= 0.6
    return min(score, 0.99), reasons


def _reference(ledger: Ledger, words: Dictionary, named: dict, place: PlaceProposal):
    table = model().tables["reference"]
    found = assign(ledger, table, words, settled(ledger, table, words, place.columns))
    by_columns = _kind_by_columns(ledger, words)
    placed = place.kind != "none"
    score = 0.6 if placed else 0.15
    if named.get("table"):
        score -= 0.2  # it is called a ledger of ours
    reasons = [tr("places without a table of their own")] if placed else [tr("no places")]
    kind = named.get("kind") or by_columns
    if named.get("kind"):
        score += 0.25
        reasons.append(tr("the name says “{word}”", word=named["kind_word"]))
    if by_columns:
        score += 0.1 if by_columns == kind else 0.0
        reasons.append(
            tr("columns of {kind}", kind=model().code_lists["RK"].codes[by_columns].label(language()))
        )
    kind_column = found.fields.get("kind")
    if kind_column and ledger.evidence[kind_column].code_share("RK") >= 0.7:
        score += 0.2
        reasons.append(tr("the kinds stand in the column {column}", column=kind_column))
    elif kind_column:
        _drop(found, kind_column)
    if "name_ja" in found.fields:
        score += 0.05
    if not placed:
        addressed = any(
            e.share("address") > 0.6 or (e.share("address") > 0.1 and words.is_address(c))
            for c, e in ledger.evidence.items()
        )
        score += 0.15 if addressed and "name_ja" in found.fields else 0.0
        if addressed:
            reasons.append(tr("addresses, but no coordinates: the places wait for a person"))
    return min(score, 0.95), reasons, found


def _drop(found: Assignment, label: str) -> None:
    choice = found.choices[label]
    choice.role, choice.targets = "ignore", []
    choice.reason, choice.confidence = tr("the words are no kinds of reference features"), 0.7


def _names(ledger: Ledger) -> list[str]:
    """File, sheet or layer, folder: what they are called, nearest first."""
    found = [*(s for s in ledger.sheets), *(p.stem for p in ledger.paths)]
    parent = ledger.paths[0].parent
    if parent.resolve() != ledger.folder.resolve():
        found.append(parent.name)
    return found


def _named(ledger: Ledger, words: Dictionary) -> dict:
    """The table and the kind of reference feature that the names speak of; the longer word wins over the other."""
    names = _names(ledger)
    tables = {n: w for n, ws in words.tables.items() for w in [_word_in(ws, names)] if w}
    implied: dict[str, dict[str, str]] = {}
    for table, own in words.implied.items():
        for name, codes in own.items():
            hits = [(len(w), w, c) for c, ws in codes.items() for w in [_word_in(ws, names)] if w]
            longest = max(hits, default=None)
            if longest and sum(hit[0] == longest[0] for hit in hits) == 1:
                implied.setdefault(table, {})[name] = longest[2]
                tables[table] = max(tables.get(table, ""), longest[1], key=len)
    best_table = max(((w, n) for n, w in tables.items()), key=lambda t: len(t[0]), default=None)
    drawn = ledger.geometry_types if ledger.has_geometry else {"Point"}
    kinds = {n: ws for n, ws in words.kinds.items() if n not in _NEVER.get(next(iter(drawn), ""), ())}
    best_kind = max(((w, n) for n, ws in kinds.items() for w in [_word_in(ws, names)] if w),
                    key=lambda t: (len(t[0]), t[1] != "X9"), default=None)  # fmt: skip
    found: dict = {"tables": tables, "implied": implied}
    if best_table and (not best_kind or len(best_table[0]) >= len(best_kind[0])):
        found |= {"table": best_table[1], "table_word": best_table[0]}
    if best_kind and (not best_table or len(best_kind[0]) >= len(best_table[0])):
        found |= {"kind": best_kind[1], "kind_word": best_kind[0]}
    return found


def _word_in(words: list[str], names: list[str]) -> str | None:
    """The longest word that a name holds; an English word must stand alone (park is not parking)."""
    texts = [unicodedata.normalize("NFKC", n).lower() for n in names]
    hits = [w for w in words if any(_holds(t, w) for t in texts)]
    return max(hits, key=len, default=None)


def _holds(text: str, word: str) -> bool:
    key = plain(word)
    if not key.isascii() or len(key) >= 9:
        return key in plain(text)
    return re.search(rf"(?<![a-z]){re.escape(key)}s?(?![a-z])", text) is not None


def _kind_by_columns(ledger: Ledger, words: Dictionary) -> str | None:
    """The kind whose own columns are there (one telling column, or two)."""
    labels = {
        form for c in ledger.columns for form in (read_label(ledger.spoken(c)).bare, read_label(c).bare)
    }
    hits = {
        kind: sum(
            any(plain(w) == key or (len(plain(w)) > 3 and key.startswith(plain(w))) for key in labels)
            for w in ws
        )
        for kind, ws in words.kind_columns.items()
    }
    kind, count = max(hits.items(), key=lambda item: item[1])
    return kind if count else None
