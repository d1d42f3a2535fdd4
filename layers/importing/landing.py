"""What a city's import leaves in the store: rows, petitioners, rows set aside, reviews, links.

Works inside the transactions that ``city_import`` holds open. ``Mark`` goes back to the state before a file.
"""

from __future__ import annotations

import numpy as np

from ...schema import model
from ..account import FileFacts, Review, SetAside, SourceAccount
from ..identity import content_hash, row_uuid, row_uuids
from ..profile import Profile
from ..review.replay import Replay
from ..store import Store, now_utc
from ..store.petitioners import PetitionerFile
from ..store.writer import CONFLICT, DUPLICATE, NEW, UNCHANGED, UPDATED, Conflict, Rows, TableWriter
from ..unify import Batch, Unifier
from ..unify.redaction import redacted, redacted_cells
from . import followup
from .version import RULES_VERSION

LISTED = 50_000  # skipped rows listed one by one; beyond that they are only counted
COUNTS = ("read", "kept", "repaired", "set_aside", "skipped", "new", "updated", "unchanged", "conflicts")


class Landing:
    """Where the batches of one city go."""

    def __init__(
        self,
        profile: Profile,
        store: Store,
        personal: PetitionerFile,
        import_id: str,
        dry: bool,
        decisions: Replay,
    ):
        self.profile, self.store, self.personal = profile, store, personal
        self.import_id, self.dry, self.decisions = import_id, dry, decisions
        self.unhelped: list[SetAside] = []  # set aside again although a person had decided on them
        self.writers: dict[str, TableWriter] = {}
        self.reviews = followup.ReviewWriter(store, profile.city_code, import_id)
        self.aside: list[SetAside] = []
        self.aside_personal: list[dict | None] = []
        self.read_files: set[str] = set()
        self._beside = 0

    @property
    def changes(self) -> int:
        """Rows written so far, in whatever table."""
        return sum(writer.changes for writer in self.writers.values()) + self.reviews.changes + self._beside

    def land(self, unifier: Unifier, batch: Batch, account: SourceAccount) -> None:
        """One batch: its rows merged, and everything that goes beside them; then those decided on once more."""
        self._land(unifier, batch, account)
        if batch.again is not None:
            self._land(unifier, batch.again, account)
            self.unhelped.extend(batch.again.aside)

    def _land(self, unifier: Unifier, batch: Batch, account: SourceAccount) -> None:
        source, rows = unifier.source, batch.rows
        writer = self._writer(source.table)
        references = self._petitioner_refs(source.table, batch)
        if references:
            column = rows.columns.setdefault("petitioner_ref", [None] * len(rows))
            for person, reference in zip(batch.petitioners, references):
                person["pet_ref"] = reference
                column[person["position"]] = reference
            if "petitioner_ref" not in {f.name for f in model().tables[source.table].fields}:
                del rows.columns["petitioner_ref"]
        decided = self.decisions.apply(unifier, batch)
        state, conflicts = writer.write(rows)
        conflicts = _real(conflicts, decided, state, rows)
        writer.mark_seen(batch.aside_uuids)
        duplicates = np.flatnonzero(state == DUPLICATE)
        self._duplicates(unifier, rows, duplicates, batch)
        account.read += batch.read
        account.kept += len(rows) - len(duplicates)
        account.set_aside += len(batch.aside)
        account.repaired += int(batch.repaired[state != DUPLICATE].sum())
        account.new += int((state == NEW).sum())
        account.updated += int((state == UPDATED).sum())
        account.unchanged += int((state == UNCHANGED).sum())
        account.conflicts += int((state == CONFLICT).sum())
        for entry in batch.aside:
            account.note(entry.code, 1)
        self._keep_aside(batch.aside, batch.aside_personal, account)
        self._keep_petitioners(source.table, batch, state)
        self._keep_reviews(source.table, rows, state, batch, conflicts, decided, account)
        if batch.links:
            self._keep_links(unifier, rows, state, batch)

    def _writer(self, table: str) -> TableWriter:
        if table not in self.writers:
            self.writers[table] = TableWriter(
                self.store,
                model().tables[table],
                self.profile.city_code,
                self.import_id,
                self._stale(),
                self.dry,
            )
        return self.writers[table]

    def _stale(self) -> set[str]:
        """Imports of this city made with another profile or with other rules."""
        mark = f"{self.profile.label} / {RULES_VERSION}"
        return {
            import_id
            for import_id, profile, version in self.store.con.execute(
                "SELECT import_id, profile, app_ver FROM import_run WHERE city_code = ?",
                (self.profile.city_code,),
            )
            if f"{profile} / {(version or '').rpartition('rules ')[2]}" != mark
        }

    def _duplicates(self, unifier, rows: Rows, duplicates, batch) -> None:
        """A second row with a key already read has no identity of its own."""
        for i in duplicates:
            c = rows.columns
            key = c["src_key"][i]
            entry = SetAside(
                unifier.file_label, unifier.sheet, c["src_row"][i], unifier.table.name, None, redacted(key), "E-DUPKEY",
                "", c["raw_json"][i], batch.contents.get(i, c["row_hash"][i]),
            )  # fmt: skip
            batch.aside.append(entry)
            own = next((p["raw_personal"] for p in batch.petitioners if p["position"] == i), None)
            batch.aside_personal.append(own)

    def _petitioner_refs(self, table: str, batch) -> list[str]:
        if not batch.petitioners:
            return []
        return self.personal.references(table, [p["owner_uuid"] for p in batch.petitioners])

    def _keep_petitioners(self, table: str, batch, state) -> None:
        people = [p for p in batch.petitioners if state[p["position"]] != DUPLICATE]
        for person in people:
            person["retain_until"] = self._retain_until(person.get("received"))
        self.personal.upsert(self.profile.city_code, table, people)

    def _retain_until(self, received: str | None) -> str:
        """The end of the fiscal year in which the request came, plus the profile's years."""
        year, month = (int(received[:4]), int(received[5:7])) if received else (int(now_utc()[:4]), 4)
        return f"{year + (1 if month >= 4 else 0) + self.profile.retain_years:04d}-03-31"

    def _keep_aside(
        self, entries: list[SetAside], personal: list[dict | None], account: SourceAccount
    ) -> None:
        account.aside.extend(entries)
        self.aside.extend(entries)
        self.aside_personal.extend(personal)

    def _keep_reviews(self, table, rows: Rows, state, batch, conflicts, decided, account) -> None:
        conflicts = [*conflicts, *_against_decisions(rows, state, decided)]
        if self.dry:
            for i, reviews in batch.reviews.items():
                if state[i] in (NEW, UPDATED):
                    account.reviews.update(r.kind for r in reviews)
            account.reviews["値の衝突"] += len(conflicts)
            return
        for i in np.flatnonzero(state == UPDATED):
            self.reviews.rewritten(table, rows.columns["uuid"][i])
        for i, reviews in batch.reviews.items():
            if state[i] in (NEW, UPDATED):
                for review in reviews:
                    self.reviews.add(review)
                    account.reviews[review.kind] += 1
        position = {uuid: i for i, uuid in enumerate(rows.columns["uuid"])} if conflicts else {}
        for conflict in conflicts:
            i = position[conflict.uuid]
            fields = {k: {"store": old, "file": new} for k, (old, new) in conflict.fields.items()}
            for name, both in decided.conflicts.get(i, {}).items():
                if name in fields:
                    fields[name] = both
            detail = {"row_hash": conflict.row_hash, "values": fields, "cells": rows.columns["raw_json"][i]}
            self.reviews.add(
                Review("値の衝突", table, conflict.uuid, "W-CONFLICT", None, detail, None, conflict.src_file,
                       conflict.src_row)
            )  # fmt: skip
            account.note("W-CONFLICT", 1)
            account.reviews["値の衝突"] += 1

    def _keep_links(self, unifier: Unifier, rows: Rows, state, batch) -> None:
        table = model().tables["request_damage"]
        keys, columns = [], {}
        for i, key in batch.links:
            if state[i] == DUPLICATE:
                continue
            own = rows.columns["uuid"][i]
            other = row_uuid(self.profile.city_code, "request", key)
            keys.append(f"{other}|{own}")
            for name, value in {
                "req_uuid": other, "dmg_uuid": own, "link_type": "主", "linked_by": "自動",
                "src_file": rows.columns["src_file"][i], "src_row": rows.columns["src_row"][i],
                "row_hash": content_hash([keys[-1]]),
            }.items():  # fmt: skip
                columns.setdefault(name, []).append(value)
        if not keys:
            return
        count = len(keys)
        columns["uuid"] = row_uuids(self.profile.city_code, table.name, keys)
        columns["src_key"] = keys
        columns["city_code"] = [self.profile.city_code] * count
        columns["imported_at"] = [now_utc()] * count
        columns["import_id"] = [self.import_id] * count
        self._writer(table.name).write(Rows(columns))

    def leftovers(self, raw, unifier: Unifier, account: SourceAccount, facts: FileFacts) -> None:
        """Rows that the reader itself passed over or could not read, and what it noticed."""
        label, matching = unifier.file_label, unifier.matching
        facts.notes.extend((note.code, note.text) for note in raw.open_notes)
        for code, count in raw.note_counts.items():
            account.note(code, count)
        account.skipped += len(raw.skipped)
        room = LISTED - len(account.skips)
        for row in raw.skipped[: max(0, room)]:
            text = " ".join(c for c in row.cells if c)[:60]
            account.skips.append((label, raw.sheet, row.row, row.code, redacted(text) or ""))
        if not raw.bad_rows:
            return
        entries, originals = [], []
        for bad in raw.bad_rows:
            shown, taken = redacted_cells(matching, raw.columns, bad.cells, unifier.plain)
            entries.append(
                SetAside(label, raw.sheet, bad.row, unifier.table.name, None, None, bad.code, bad.detail, shown,
                         content_hash([shown]))
            )  # fmt: skip
            originals.append(taken or None)
            account.note(bad.code, 1)
        account.read += len(entries)
        account.set_aside += len(entries)
        self._keep_aside(entries, originals, account)

    def finish(self, sources: list[SourceAccount]) -> None:
        """When all files were read: what vanished, what was set aside, what waits for a person."""
        failed = {facts.file for s in sources if s.problem for facts in s.files}
        names = sorted(n for n in self.read_files if n.partition("|")[0] not in failed)
        for table, writer in self.writers.items():
            vanished = writer.mark_vanished(names)
            account = next((s for s in sources if s.table == table), None)
            if account is not None:
                account.vanished += vanished
        if self.dry:
            return
        files = sorted({n.partition("|")[0] for n in names})
        changed, uuids = followup.write_set_aside(
            self.store, self.profile.city_code, self.import_id, self.aside, files
        )
        self._beside += int(changed)
        self._beside += followup.reopen(
            self.store,
            [uuid for uuid, entry in zip(uuids, self.aside) if any(entry is e for e in self.unhelped)],
        )
        people = [
            {
                "owner_uuid": uuid, "src_file": entry.file, "src_row": entry.row, "raw_personal": own,
                "retain_until": self._retain_until(None),
            }
            for uuid, entry, own in zip(uuids, self.aside, self.aside_personal)
            if own
        ]  # fmt: skip
        if people:
            references = self.personal.references("set_aside", [p["owner_uuid"] for p in people])
            for person, reference in zip(people, references):
                person["pet_ref"] = reference
            self.personal.upsert(self.profile.city_code, "set_aside", people)
        self.reviews.flush()
        for writer in self.writers.values():
            writer.finish()


def _real(conflicts: list[Conflict], decided, state, rows: Rows) -> list[Conflict]:
    """Conflicts without fields that only a replayed decision brought into the batch, and with those that the
    source disputes; a row whose every field agrees is no conflict."""
    found = []
    for conflict in conflicts:
        own = decided.fields.get(conflict.uuid, ())
        for name in decided.added.difference(own):
            conflict.fields.pop(name, None)
        found.append(conflict)
    by_uuid = {conflict.uuid: conflict for conflict in found}
    for i, fields in decided.conflicts.items():
        if state[i] == CONFLICT:
            conflict = by_uuid[rows.columns["uuid"][i]]
            conflict.fields.update({name: (both["store"], both["file"]) for name, both in fields.items()})
    return [conflict for conflict in found if conflict.fields]


def _against_decisions(rows: Rows, state, decided) -> list[Conflict]:
    """Where the source now says something else of a field that a person decided on (the row itself is merged)."""
    c = rows.columns
    return [
        Conflict(
            c["uuid"][i], c["src_file"][i], c["src_row"][i], c["row_hash"][i],
            {name: (both["store"], both["file"]) for name, both in fields.items()},
        )
        for i, fields in decided.conflicts.items()
        if state[i] in (NEW, UPDATED)
    ]  # fmt: skip


class Mark:
    """The state of a landing before a file, to go back to where the file fails half-way."""

    def __init__(self, run: Landing, account: SourceAccount):
        self.run, self.account = run, account
        self.lengths = (len(run.aside), len(account.aside), len(account.skips))
        self.counts = {k: getattr(account, k) for k in COUNTS}
        self.writers = {name: (w._seen, w._next_fid, w._bulk, w.changes) for name, w in run.writers.items()}
        self.pending = len(run.reviews._pending)
        self.unhelped = len(run.unhelped)

    def restore(self) -> None:
        run, account = self.run, self.account
        del run.aside[self.lengths[0] :], run.aside_personal[self.lengths[0] :]
        del account.aside[self.lengths[1] :], account.skips[self.lengths[2] :]
        for name, value in self.counts.items():
            setattr(account, name, value)
        for name in list(run.writers):
            if name in self.writers:
                w = run.writers[name]
                w._seen, w._next_fid, w._bulk, w.changes = self.writers[name]
            else:
                del run.writers[name]
        del run.reviews._pending[self.pending :]
        del run.unhelped[self.unhelped :]
