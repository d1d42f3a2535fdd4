"""Raw rows of one ledger -> unified rows: the profile applied, field by field, a block at a time.

Work is done on the distinct texts of a column; only rows that carry a flag are ever looked at one by one. No
cell can raise: what cannot be read becomes null with a reason, and its raw text stays in ``raw_json``.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import shapely

from ...i18n import tr
from ...schema import Table, model, spelling_key
from ..account import Example, Review, SetAside, SourceAccount
from ..identity import content_hash, key_text, row_uuids
from ..normalise import normalise_column
from ..profile import Profile, Source
from ..store import now_utc
from ..store.writer import Rows
from . import completing, decided_rows, redaction, shifted
from .columns import STRICT_KINDS, Feed, Matching, context_for, feeds
from .decided_rows import Decided
from .places import Placing
from .references import References

FAR_M = 50_000.0  # from the city
JOINED_BY = {"address": "", "datetime": " ", "date": " "}


@dataclass
class Batch:
    """What a block became."""

    rows: Rows
    repaired: np.ndarray  # bool per row of rows
    reviews: dict[int, list[Review]]  # by index into rows
    petitioners: list[dict]  # with "position": index into rows
    links: list[tuple[int, str]]  # (index into rows, source key of a request)
    aside: list[SetAside]
    aside_personal: list[dict | None]  # per row set aside: column -> original text of personal cells
    aside_uuids: list[str]  # of those that have an identity: they did not vanish
    read: int
    contents: dict[int, str] = field(
        default_factory=dict
    )  # by index into rows: print of the cells as in the file
    again: Batch | None = None  # rows set aside that a person has decided on, unified as decided


@dataclass
class _State:
    """Flags, rules and values of the block in work."""

    count: int
    rows: np.ndarray  # row numbers in the file
    values: dict[str, list] = field(default_factory=dict)
    flags: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    raw_of_flag: dict[tuple[int, str, str], str | None] = field(default_factory=dict)
    repaired: np.ndarray = None
    extras: dict[str, dict[int, dict]] = field(
        default_factory=dict
    )  # field -> row -> extra of the normaliser
    aside: dict[int, tuple[str, str | None, str | None, str]] = field(default_factory=dict)
    decided: dict[int, Decided] = field(default_factory=dict)  # rows in work for the second time
    short: set[int] = field(
        default_factory=set
    )  # rows that lack cells, where personal cells may have shifted

    def __post_init__(self):
        self.repaired = np.zeros(self.count, dtype=bool)

    def flag(self, rows, code: str, name: str) -> None:
        for n in rows:
            self.flags.setdefault(int(n), []).append((code, name))

    def set_aside(self, rows, code: str, name: str | None = None, values=None, detail: str = "") -> None:
        for n in rows:
            if int(n) in self.decided and self.decided[int(n)].accepts(code):
                continue
            self.aside.setdefault(int(n), (code, name, None if values is None else values[int(n)], detail))


class Unifier:
    """Unifies the blocks of one raw table (a file, or one sheet of it)."""

    def __init__(
        self,
        profile: Profile,
        source: Source,
        matching: Matching,
        references: References,
        account: SourceAccount,
        secret: bytes,
        file_label: str,
        sheet: str | None,
        import_id: str,
        date1904: bool = False,
        decisions=None,
    ):
        self.profile, self.source, self.matching = profile, source, matching
        self.references, self.account, self.secret = references, account, secret
        self.file_label, self.sheet, self.import_id = file_label, sheet, import_id
        self.date1904 = date1904
        self.decisions = decisions  # review.replay.Replay, or None: what people decided on rows and texts
        self.table: Table = model().tables[source.table]
        self.src_file = f"{file_label}|{sheet}" if sheet else file_label
        self._feeds = feeds(source, matching, self.table)
        self._occurrences: Counter = Counter()
        self._memos: dict[str, dict] = {}
        self._stamp = now_utc()
        self.plain = context_for(self, None, None)  # for texts of no field: knows the offices' telephones

    def unify(self, block, placing: Placing | None, notes=()) -> Batch:
        """One block of raw rows (readers.Block) -> Batch.

        ``placing`` turns cells or geometry into places; ``notes`` are what the reader noticed about these rows.
        Rows set aside that a person has decided on are unified once more, as decided: ``Batch.again``.
        """
        batch, decided = self._unify(block, placing, notes, {})
        if decided:
            batch.again, _ = self._unify(
                decided_rows.corrected(block, decided), placing, (), dict(enumerate(decided.values()))
            )
            batch.again.read = 0  # the rows were counted already
        return batch

    def _unify(self, block, placing: Placing | None, notes, decided: dict[int, Decided]):
        """``decided``: by position, the rows in work for the second time. Returns (batch, rows to do again)."""
        cells: pd.DataFrame = block.cells
        state = _State(len(cells), block.rows, decided=decided)
        redactor = redaction.Redactor(self.matching, cells, self.plain)
        fy = self._fiscal_years(cells)
        state.short = shifted.short_rows(self, notes, block.rows)
        for name, feed in self._feeds.items():
            self._read_field(name, feed, cells, state, redactor, block.rows, fy)
        for name, value in self.source.constants.items():
            column = state.values.get(name)
            state.values[name] = (
                [value if v is None else v for v in column] if column else [value] * len(cells)
            )
        self._reader_notes(notes, block, state)
        raw_json, personal = redactor.finish()
        geometry = self._places(block, state, placing)
        shifted.hide(self, cells, state, raw_json, personal)
        keys = self._keys(cells, raw_json, state)
        decided_rows.own_keys(keys, state)
        self._check_city(state)
        completing.complete(self, state, keys, geometry)
        completing.own_numbers(self, state)
        hashes = self._hashes(raw_json, personal, block.geometry)
        again = decided_rows.found(self, state, hashes, raw_json)
        for n, entry in decided.items():
            raw_json[n], hashes[n] = entry.raw_json, entry.treatment.own_hash
        return self._batch(block, state, raw_json, hashes, personal, keys, geometry, cells, again), again

    # -- fields ----------------------------------------------------------------------------------------

    def _read_field(self, name: str, feed: Feed, cells, state, redactor, rows, fy) -> None:
        kind = feed.kind
        texts = cells[feed.labels[0]]
        if len(feed.labels) > 1:
            texts = _joined(cells, feed.labels, JOINED_BY.get(kind, " "))
        context = context_for(self, feed, fy)
        if kind == "ref":
            state.values[name] = [key_text(t) for t in texts]
            return
        if kind == "raw":
            state.values[name] = self._json_cells(cells, feed.labels)
            return
        if kind == "keyed":
            decided = self._standing(name)
            values, unlisted = _keyed(texts, feed, decided)
            if feed.field.ref and len(unlisted):  # not in the table: no key of anything
                self.account.note("E-CODE", len(unlisted))
                state.flag(unlisted, "E-CODE", name)
                state.repaired[unlisted] = True
                for n in unlisted:
                    state.raw_of_flag[(int(n), "E-CODE", name)] = values[n]
                    values[n] = None
            state.values[name] = values
            return
        column = normalise_column(kind, texts, context, self._memos.setdefault(name, {}))
        if kind == "code":
            self._name_decided(name, column)
        values = column.values
        previous = state.values.get(name)
        if previous is not None:
            values = [a if a is not None else b for a, b in zip(previous, values)]
        state.values[name] = list(values)
        if kind == "address" and "address_raw" not in self._feeds and self._has("address_raw"):
            state.values["address_raw"] = list(normalise_column("freetext", texts).values)
        self._note(name, feed, column, state, redactor, rows)

    def _standing(self, name: str) -> dict[str, str]:
        """Source text -> value of a field, as people decided for good."""
        return {} if self.decisions is None else self.decisions.codes(self.table.name, name)

    def _name_decided(self, name: str, column) -> None:
        """Codes that come from a person's decision are reported as that."""
        decided = {spelling_key(text) for text in self._standing(name)}
        for k, text in enumerate(column.texts if decided else ()):
            if isinstance(text, str) and spelling_key(text) in decided:
                column.results[k] = column.results[k]._replace(rules=("C-DECIDED",))

    def _has(self, name: str) -> bool:
        return any(own.name == name for own in self.table.fields)

    def _json_cells(self, cells, labels: list[str]) -> list[str | None]:
        """Several columns as one JSON object, column -> text."""
        columns = [normalise_column("freetext", cells[label], self.plain).values for label in labels]
        found = []
        for row in zip(*columns):
            held = {label: text for label, text in zip(labels, row) if text is not None}
            found.append(json.dumps(held, ensure_ascii=False) if held else None)
        return found

    def items_not_kept(self) -> list:
        """Needed items that this ledger has no column for and that nothing else tells."""
        told = {*self._feeds, *self.source.constants, *completing.derived(self)}
        return [
            own
            for own in self.table.fields
            if own.required and own.origin == "source" and own.name not in told
        ]

    def _note(self, name: str, feed: Feed, column, state: _State, redactor, rows) -> None:
        counts = np.bincount(column.codes, minlength=len(column.results))
        strict = feed.kind in STRICT_KINDS
        speaking, extra = [], {}
        for k, result in enumerate(column.results):
            if strict and (result.value is None or result.flags) and column.texts[k]:
                redactor.check(feed.labels, column.texts[k])
            if result.rules or result.flags:
                first = None
                for code in (*result.rules, *result.flags):
                    self.account.note(code, int(counts[k]))
                    if len(self.account.examples.get(code, ())) < 5:
                        first = int(np.argmax(column.codes == k)) if first is None else first
                        if first not in state.short:
                            self._example(code, feed, column.texts[k], result, int(rows[first]))
                if result.flags or any(rule.startswith("R-") for rule in result.rules):
                    speaking.append(k)
            if result.extra:
                extra[k] = result.extra
        if speaking:
            hit = np.flatnonzero(np.isin(column.codes, speaking))
            state.repaired[hit] = True
            for n in hit:
                result = column.results[column.codes[n]]
                for code in result.flags:
                    state.flag([n], code, name)
                    state.raw_of_flag[(int(n), code, name)] = column.texts[column.codes[n]]
        if extra:
            codes = column.codes
            hit = np.flatnonzero(np.isin(codes, list(extra))).tolist()
            found = [extra[k] for k in codes[hit].tolist()]
            state.extras.setdefault(name, {}).update(zip(hit, found))

    def _example(self, code: str, feed: Feed, raw, result, row: int) -> None:
        value = _shown(result)
        if feed.kind == "freetext":
            value = raw = redaction.redacted(raw, self.plain)
        self.account.note(
            code,
            0,
            Example(self.src_file, row, " + ".join(feed.labels), redaction.redacted(raw, self.plain), value),
        )

    def _reader_notes(self, notes, block, state: _State) -> None:
        doubts = [note for note in notes if note.row is not None and note.code[:2] in ("W-", "E-", "R-")]
        if not doubts:
            return
        position = {int(row): n for n, row in enumerate(block.rows)}
        names = {label: feed.field.name for feed in self._feeds.values() for label in feed.labels}
        for note in doubts:
            n = position.get(note.row)
            if n is not None:
                state.flag([n], note.code, names.get(note.column, note.column or ""))
                state.repaired[n] = True

    def _fiscal_years(self, cells) -> list | None:
        label = self.matching.context.get("fy")
        if label is None:
            return None
        return list(normalise_column("fy", cells[label], context_for(self, None, None)).values)

    # -- identity and place ----------------------------------------------------------------------------

    def _keys(self, cells, raw_json: list[str], state: _State) -> list[str | None]:
        if self.source.key[:1] == ("@row_content",):
            keys = []
            for text in raw_json:
                print_ = content_hash([text])
                self._occurrences[print_] += 1
                again = self._occurrences[print_]
                keys.append(print_ if again == 1 else f"{print_}#{again}")
            return keys
        parts = []
        for label in self.source.key:
            found = self.matching.by_profile.get(label)
            codes, distinct = pd.factorize(cells[found].to_numpy(dtype=object), use_na_sentinel=False)
            read = np.array([key_text(t) if isinstance(t, str) else None for t in distinct], dtype=object)
            parts.append(read[codes])
        if len(parts) == 1:
            keys = list(parts[0])
        else:
            keys = ["|".join(p or "" for p in row) if any(row) else None for row in zip(*parts)]
        state.set_aside([n for n, key in enumerate(keys) if key is None], "E-NOKEY", self.source.key[0])
        prefix = self.source.key_prefix
        return [prefix + key if key is not None else None for key in keys] if prefix else keys

    def _places(self, block, state: _State, placing: Placing | None):
        if placing is None or self.table.geometry is None:
            return None
        placed = placing.place(block)
        for code, hit in placed.flags.items():
            self.account.note(code, len(hit))
            if code.startswith("C-"):
                continue
            state.flag(hit, code, "geom")
            if code[:2] in ("W-", "E-", "R-"):
                state.repaired[hit] = True
        if np.isinf(
            placing.limit_m
        ):  # tables whose things may lie in other cities, but hardly in another region
            far = np.flatnonzero(placed.outside_m > FAR_M)
            state.flag(far, "W-FAR", "geom")
            state.repaired[far] = True
            if len(far):
                self.account.note("W-FAR", len(far))
        for n in np.flatnonzero(placed.outside_m > placing.limit_m):
            state.set_aside([n], "E-OUTSIDE", "geom", detail=f"{placed.outside_m[n]:.0f} m")
        return placed.geometry

    def _check_city(self, state: _State) -> None:
        column = state.values.get("city_code")
        if column is not None:
            own = self.profile.city_code
            other = [n for n, value in enumerate(column) if value is not None and value != own]
            state.set_aside(other, "E-OTHERCITY", "city_code", column)
        state.values["city_code"] = [self.profile.city_code] * state.count

    # -- result ----------------------------------------------------------------------------------------

    def _batch(self, block, state, raw_json, hashes, personal, keys, geometry, cells, again) -> Batch:
        count = state.count
        kept = [n for n in range(count) if n not in state.aside and n not in again]
        aside = [n for n in sorted(state.aside) if n not in again]
        whole = len(kept) == count
        take = (lambda column: column) if whole else (lambda column: [column[n] for n in kept])
        names = {c.name for c in self.table.columns}
        columns = {name: take(column) for name, column in state.values.items() if name in names}
        columns["uuid"] = row_uuids(self.profile.city_code, self.table.name, take(keys))
        columns["src_file"] = [self.src_file] * len(kept)
        columns["src_row"] = take([int(r) for r in block.rows])
        columns["src_key"] = take(keys)
        columns["imported_at"] = [self._stamp] * len(kept)
        columns["raw_json"] = take(raw_json)
        columns["row_hash"] = take(hashes)
        columns["import_id"] = [self.import_id] * len(kept)
        columns["flags"] = [_flags_json(state.flags.get(n)) for n in kept]
        _jsonable(columns, self.table)
        rows = Rows(columns, None if geometry is None else geometry[kept])
        position = {n: i for i, n in enumerate(kept)}
        batch = Batch(
            rows=rows,
            repaired=state.repaired[kept],
            reviews=self._all_reviews(state, position, columns, geometry),
            petitioners=self._petitioners(state, personal, position, columns),
            links=self._links(cells, position),
            aside=[self._aside(n, state, raw_json, hashes, block) for n in aside],
            aside_personal=[personal.get(n) for n in aside],
            aside_uuids=row_uuids(
                self.profile.city_code, self.table.name, [keys[n] for n in aside if keys[n] is not None]
            ),
            read=count,
            contents={position[n]: entry.content for n, entry in state.decided.items() if n in position},
        )
        self.references.add(self.table.name, rows)
        self._count_filled(columns)
        return batch

    def _hashes(self, raw_json, personal, geoms) -> list[str]:
        shapes = None if geoms is None else shapely.to_wkb(geoms, hex=True)
        hashes = []
        for n, text in enumerate(raw_json):
            parts = [text]
            if shapes is not None:
                parts.append(shapes[n] or "")
            own = personal.get(n)
            if own:
                parts.extend(f"{k}={v}" for k, v in own.items())
            hashes.append(content_hash(parts, self.secret if own else b""))
        return hashes

    def _all_reviews(self, state: _State, position, columns, geometry) -> dict[int, list[Review]]:
        rows = set(state.flags)
        if geometry is not None:
            rows.update(np.flatnonzero(shapely.is_missing(geometry)).tolist())
        found = {}
        for n in sorted(rows & position.keys()):
            reviews = self._reviews(n, position[n], state, columns, geometry)
            if reviews:
                found[position[n]] = reviews
        return found

    def _reviews(self, n: int, i: int, state: _State, columns, geometry) -> list[Review]:
        found = state.flags.get(n)
        geom = None if geometry is None else geometry[n]
        needs_place = geometry is not None and geom is None
        point = None
        if geom is not None and not geom.is_empty:
            centre = geom if geom.geom_type == "Point" else geom.representative_point()
            point = (centre.x, centre.y)
        table, uuid = self.table.name, columns["uuid"][i]
        reviews = []
        for code, name in found or ():
            if code == "E-MISSING" or (needs_place and name == "geom"):
                continue
            raw = redaction.redacted(state.raw_of_flag.get((n, code, name)), self.plain)
            value = columns[name][i] if name in columns else None
            kind = "コード不明" if code in ("W-CODE", "E-CODE") else "その他"
            reviews.append(
                Review(kind, table, uuid, code, name, {"raw": raw, "value": value}, point, self.src_file)
            )
        if needs_place:
            codes = [code for code, name in found or () if name == "geom"]
            address = columns.get("address", [None] * (i + 1))[i]
            detail = {"address": address, "gl": columns.get("gl", [None] * (i + 1))[i]}
            reviews.append(
                Review("位置未特定", table, uuid, codes[0] if codes else "W-NOCOORD", "geom", detail, None)
            )
        for review in reviews:
            review.file, review.row = self.src_file, columns["src_row"][i]
        return reviews

    def _petitioners(self, state, personal, position, columns) -> list[dict]:
        found = []
        for n, originals in personal.items():
            i = position.get(n)
            if i is None:
                continue
            row = {
                "position": i,
                "owner_uuid": columns["uuid"][i],
                "src_file": self.src_file,
                "src_row": columns["src_row"][i],
                "raw_personal": originals,
                "received": next(
                    (columns[f][i] for f in ("received_at", "found_at", "ordered_at") if columns.get(f)), None
                ),
            }
            for label, name in self.matching.personal.items():
                if originals.get(label) is not None:
                    row[name] = key_text(originals[label])
            found.append(row)
        return found

    def _links(self, cells, position) -> list[tuple[int, str]]:
        label = self.matching.link
        if label is None:
            return []
        links = []
        for n, text in enumerate(cells[label]):
            if isinstance(text, str) and n in position:
                for part in text.replace("、", ",").split(","):
                    key = key_text(part)
                    if key:
                        links.append((position[n], key))
        return links

    def _aside(self, n, state, raw_json, hashes, block) -> SetAside:
        code, name, value, detail = state.aside[n]
        content = state.decided[n].content if n in state.decided else hashes[n]
        return SetAside(
            self.file_label, self.sheet, int(block.rows[n]), self.table.name, name,
            redaction.redacted(None if value is None else str(value), self.plain), code, detail, raw_json[n], content,
        )  # fmt: skip

    def _count_filled(self, columns) -> None:
        self.account.filled["*"] += len(columns["uuid"])
        for name in self._feeds:
            column = columns.get(name)
            if column is not None:
                self.account.filled[name] += len(column) - column.count(None)


def _joined(cells, labels: list[str], glue: str) -> list[str | None]:
    return [
        glue.join(p for p in row if isinstance(p, str) and p.strip()) or None
        for row in zip(*(cells[label] for label in labels))
    ]


def _keyed(texts, feed: Feed, decided: dict[str, str]) -> tuple[list[str | None], np.ndarray]:
    """Plain text with an exact replacement table of the profile (no code list behind it).

    Returns the values and the rows whose text is not in the table (they keep it).
    """
    table = {key_text(k): v for k, v in {**feed.target.codes, **decided}.items()}
    codes, distinct = pd.factorize(np.asarray(texts, dtype=object), use_na_sentinel=False)
    read = [key_text(t) if isinstance(t, str) else None for t in distinct]
    unlisted = np.array([t is not None and t not in table for t in read], dtype=bool)
    read = np.array([table.get(t, t) for t in read], dtype=object)
    return list(read[codes]), np.flatnonzero(unlisted[codes])


def _shown(result) -> str | None:
    """A value as a person reads it in the report."""
    value = result.value
    if value is None:
        return None
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, float):
        return f"{value:.10g}"
    return str(value).partition("T00:00:00")[0] if result.precision == "day" else str(value)


def _flags_json(found) -> str | None:
    if not found:
        return None
    return json.dumps([{"code": code, "field": name} for code, name in found], ensure_ascii=False)


def _jsonable(columns: dict[str, list], table: Table) -> None:
    """JSON fields as text, booleans as 0/1: what the store holds."""
    types = {c.name: c.type for c in table.columns}
    for name, column in columns.items():
        if types[name] == "bool":
            columns[name] = [None if v is None else int(bool(v)) for v in column]
        elif types[name] == "json" and name not in ("raw_json", "flags"):
            columns[name] = [
                v if v is None or isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in column
            ]
