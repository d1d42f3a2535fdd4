"""What a ledger would become, on some of its rows at once: the import's own engine on what is in memory.

Public: ``Look`` (preview, counts, places), ``judged``, ``Row``, ``CodeRow``, ``code_rows``.
"""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from ...schema import model
from ..account import SourceAccount
from ..coordinates.boundary import Boundary, boundaries
from ..coordinates.cells import parse_cells
from ..coordinates.crs import transformer
from ..coordinates.decision import Decision
from ..coordinates.settle import Survey, place, place_geometries, representative_points
from ..errors import GunmaneError
from ..normalise import Context, normalise
from ..profile import Source, profile_mistakes
from ..readers import Block
from ..store import DEFAULT_CRS, Store, create_store
from ..unify import Unifier
from ..unify.columns import match_columns
from ..unify.places import UNLIMITED, Placing, survey
from ..unify.references import References
from .coordinates import PlaceProposal, _judged
from .draft_state import State, copied, evidence_of, text_of
from .ledgers import Ledger
from .proposal import SourceProposal

SHOWN_CRS = "EPSG:6668"  # of points that a map shows
_POINTS = 3000


@dataclass
class Row:
    """One row before and after. ``raw``: column -> text (personal cells masked); ``values``: field -> value."""

    number: int  # in the file
    raw: dict[str, str | None]
    values: dict[str, object] = field(default_factory=dict)
    flags: dict[str, list[str]] = field(default_factory=dict)  # field (or "geom") -> rule codes
    aside: tuple[str, str | None] | None = None  # (rule code, field) where the row is set aside


@dataclass
class CodeRow:
    """One text of a code column. ``how``: mapped (by the profile), known (to the code list), unread."""

    text: str
    count: int
    code: str | None
    how: str


@dataclass
class Points:
    """Places in longitude and latitude (JGD2011), and which of them are in the city (None: no boundary)."""

    x: np.ndarray
    y: np.ndarray
    inside: np.ndarray | None


MASK = "●●●"


class Look:
    """Keeps an empty store, which the engine wants to look references up in; ``close`` removes it."""

    def __init__(self):
        self._folder: tempfile.TemporaryDirectory | None = None
        self._store: Store | None = None
        self._known: tuple[tuple, References] | None = None
        self._held: dict[int, tuple[Ledger, Block]] = {}

    def close(self) -> None:
        if self._store is not None:
            self._store.close()
            with contextlib.suppress(OSError):  # a virus scanner may still look at it
                self._folder.cleanup()
        self._store = self._folder = self._known = None
        self._held.clear()

    def rows(self, state: State, number: int, count: int) -> list[Row]:
        """The first rows of a ledger, raw and normalised side by side."""
        source = state.sources[number]
        if not source.ledger.blocks:
            return []
        held = self._all(source.ledger)
        block = _part(held, np.arange(min(count, len(held.cells))))
        found = self._raw(source, block)
        with contextlib.suppress(GunmaneError):
            unifier, batch = self._unified(state, number, block)
            by_number = {row.number: row for row in found}
            shown = {f for f in unifier._feeds} | {*unifier.source.constants}
            columns = batch.rows.columns
            for i, at in enumerate(columns["src_row"]):
                row = by_number[at]
                row.values = {n: columns[n][i] for n in columns if n in shown}
                for flag in json.loads(columns["flags"][i] or "[]"):
                    row.flags.setdefault(flag["field"], []).append(flag["code"])
            for entry in batch.aside:
                by_number[entry.row].aside = (entry.code, entry.field)
        return found

    def counts(self, state: State, number: int, size: int) -> SourceAccount:
        """What the import would say of ``size`` rows spread over the ledger (double keys are not looked for)."""
        source = state.sources[number]
        account = SourceAccount(
            source.id, source.title, source.assignment.table.name if source.assignment else ""
        )
        if not source.ledger.blocks:
            return account
        whole = self._all(source.ledger)
        at = np.unique(np.linspace(0, len(whole.cells) - 1, min(size, len(whole.cells))).astype(int))
        try:
            _unifier, batch = self._unified(state, number, _part(whole, at), account)
        except GunmaneError as error:
            account.problem = str(error)
            return account
        account.read, account.set_aside = batch.read, len(batch.aside)
        account.kept, account.repaired = batch.read - len(batch.aside), int(batch.repaired.sum())
        account.aside = batch.aside
        for entry in batch.aside:
            account.note(entry.code, 1)
        return account

    def lacking(self, state: State, number: int) -> list:
        """Required items of the table that no column, constant or other item gives."""
        source = state.sources[number]
        if source.assignment is None:
            return []
        return self._unifier(state, number, SourceAccount("", "", "")).items_not_kept()

    def _all(self, ledger: Ledger) -> Block:
        """The rows in memory that have the columns of the first table, as one block."""
        known = self._held.get(id(ledger))
        if known is not None and known[0] is ledger:
            return known[1]
        blocks = [b for b in ledger.blocks if list(b.cells.columns) == ledger.columns] or ledger.blocks[:1]
        geometry = [b.geometry for b in blocks]
        found = blocks[0] if len(blocks) == 1 else Block(
            pd.concat([b.cells for b in blocks], ignore_index=True),
            np.concatenate([b.rows for b in blocks]),
            None if any(g is None for g in geometry) else np.concatenate(geometry),
        )  # fmt: skip
        self._held[id(ledger)] = (ledger, found)
        return found

    # -- the engine ------------------------------------------------------------------------------------

    def _unified(self, state: State, number: int, block: Block, account=None):
        unifier = self._unifier(state, number, account or SourceAccount("", "", ""))
        placing = None
        spec = unifier.source.geometry
        if spec.kind != "none" and unifier.table.geometry is not None:
            raw = state.sources[number].ledger.raw
            city = None if unifier.table.name in UNLIMITED else state.city.boundary
            fresh = replace(block, coordinates=None)
            decision = survey(
                unifier.source, unifier.matching, raw, unifier, city, DEFAULT_CRS, [fresh],
                unifier.references.route_lines(),
            )  # fmt: skip
            decision.raise_for_error()
            placing = Placing(
                unifier.source, unifier.matching, decision, DEFAULT_CRS, city, unifier.table.geometry
            )
            if unifier.table.name in UNLIMITED:
                placing.limit_m = np.inf
        return unifier, unifier.unify(replace(block, coordinates=None), placing)

    def _unifier(self, state: State, number: int, account: SourceAccount) -> Unifier:
        profile, source = single(state, number)
        raw = state.sources[number].ledger.raw
        matching = match_columns(source, raw.columns, state.sources[number].ledger.cut)
        return Unifier(
            profile, source, matching, self._references(state, number), account, b"preview", raw.file, raw.sheet,
            "preview", bool(raw.date1904),
        )  # fmt: skip

    def _references(self, state: State, number: int) -> References:
        """What rows refer to: the routes of the draft's own route ledgers, so that names of routes are known."""
        routes = [
            n
            for n, s in enumerate(state.sources)
            if s.refusal is None and s.assignment and s.assignment.table.name == "route"
        ]
        if number in routes or not routes:
            return self._no_references(state)
        key = (state.city, *(state.sources[n] for n in routes))
        known = self._known
        if known is None or len(key) != len(known[0]) or any(a is not b for a, b in zip(key, known[0])):
            found = self._no_references(state)
            for n in routes:
                with contextlib.suppress(GunmaneError):
                    unifier = self._unifier(state, n, SourceAccount("", "", ""))
                    unifier.references = found
                    for block in state.sources[n].ledger.blocks:
                        unifier.unify(replace(block, coordinates=None), None)
            self._known = known = (key, found)
        return known[1]

    def _no_references(self, state: State) -> References:
        names = {code: area.name_ja for code, area in boundaries().items()} | {
            state.city.code: state.city.name
        }
        return References(self._empty(), state.city.code, names)

    def _empty(self) -> Store:
        if self._store is None:
            self._folder = tempfile.TemporaryDirectory()
            self._store = create_store(Path(self._folder.name) / "empty.gpkg", DEFAULT_CRS)
        return self._store

    @staticmethod
    def _raw(source: SourceProposal, block: Block) -> list[Row]:
        personal = {label for label, choice in source.choices.items() if choice.personal}
        columns = [
            [MASK if label in personal and t else t for t in block.cells[label]]
            for label in block.cells.columns
        ]
        names = list(block.cells.columns)
        return [Row(int(n), dict(zip(names, row))) for n, row in zip(block.rows, zip(*columns))]


def single(state: State, number: int) -> tuple:
    """(Profile, Source) of one ledger alone, whether it is left out or not; GunmaneError in words."""
    source = copied(state.sources[number])
    source.refusal = None
    own = replace(state, sources=(source,))
    profile, mistakes = profile_mistakes(text_of(own, Path("draft.toml")), "draft.toml")
    if mistakes:
        raise GunmaneError("\n".join(mistakes), code="E-PROFILE")
    found: Source = profile.sources[0]
    return profile, found


def _part(block: Block, at: np.ndarray) -> Block:
    geometry = None if block.geometry is None else block.geometry[at]
    return Block(block.cells.iloc[at].reset_index(drop=True), block.rows[at], geometry)


# -- places -----------------------------------------------------------------------------------------------


def judged(source: SourceProposal, wanted: PlaceProposal, city: Boundary | None) -> PlaceProposal:
    """What the ledger's points say about places that a person has set; raises GunmaneError (no CRS, unknown)."""
    if wanted.kind == "none":
        return wanted
    decision = _decided(source, wanted, city)
    return _judged(wanted, decision, source.ledger, city, decision.crs)


def points(source: SourceProposal, city: Boundary | None) -> Points | None:
    """Places to show on a map; None where there are none. Lines and areas give a point each."""
    spec = source.place
    if spec.kind == "none" or not source.ledger.blocks:
        return None
    try:
        decision = _decided(source, spec, city)
        xs, ys, outside = zip(*_placed(source, spec, decision, city))
    except (GunmaneError, ValueError):
        return None
    x, y, far = np.concatenate(xs), np.concatenate(ys), np.concatenate(outside)
    known = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    known = known[:: max(1, len(known) // _POINTS)]
    return Points(x[known], y[known], None if city is None else ~(far[known] > 0))


def shapes(source: SourceProposal) -> list | None:
    """Geometries of the file for the map, in longitude and latitude, where the file has lines or areas."""
    if source.place.kind != "file" or not source.ledger.geometry_types - {"Point"}:
        return None
    try:
        move = transformer(source.place.crs or source.ledger.raw.crs, SHOWN_CRS)
        drawn = np.concatenate([b.geometry for b in source.ledger.blocks if b.geometry is not None])
        found = move.transform_geometries(drawn[:_POINTS])
    except GunmaneError:
        return None
    return [g for g in found if g is not None and not shapely.is_empty(g)]


def _decided(source: SourceProposal, spec: PlaceProposal, city: Boundary | None) -> Decision:
    stated = source.ledger.raw.crs if spec.kind == "file" else None
    found = Survey(city, spec.crs, spec.order, spec.kind, None, stated_crs=stated, confirmed=spec.confirmed)
    for block in source.ledger.blocks:
        if spec.kind == "file":
            if block.geometry is not None:
                found.add_geometries(block.geometry)
        else:
            cells = parse_cells(block.cells[spec.a], block.cells[spec.b], spec.kind)
            found.add(cells.a, cells.b)
    return found.decide()


def _placed(source, spec, decision, city) -> Iterator[tuple]:
    for block in source.ledger.blocks:
        if spec.kind == "file":
            if block.geometry is not None:
                found = place_geometries(block.geometry, decision, SHOWN_CRS, city)
                yield (*representative_points(found.geometries), found.outside_m)
        else:
            cells = parse_cells(block.cells[spec.a], block.cells[spec.b], spec.kind)
            found = place(cells.a, cells.b, decision, SHOWN_CRS, city)
            yield found.x, found.y, found.outside_m


# -- codes ------------------------------------------------------------------------------------------------


def code_rows(source: SourceProposal, label: str) -> list[CodeRow]:
    """Every text of a code column (the most frequent ones where there are very many), those without a code first."""
    choice = source.choices.get(label)
    target = next((t for t in choice.targets if "field" in t), None) if choice else None
    own = source.assignment.table.field(target["field"]) if target else None
    if own is None or not own.codes:
        return []
    codes = model().code_lists[own.codes]
    mapped = target.get("codes", {})
    context = Context(code_list=codes)
    found = []
    for text, count in evidence_of(source, label).texts:
        if text in mapped:
            found.append(CodeRow(text, count, mapped[text], "mapped"))
            continue
        result = normalise("code", text, context)
        unread = {"W-CODE", "E-CODE"} & set(result.flags)
        found.append(CodeRow(text, count, None if unread else result.value, "unread" if unread else "known"))
    order = {"unread": 0, "mapped": 1, "known": 2}
    return sorted(found, key=lambda row: (order[row.how], -row.count))
