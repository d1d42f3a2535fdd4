"""One city's ledgers into the store: read, settle, unify, merge, in one transaction.

``import_cities`` is the whole job; everything it did is in the ``ImportAccount`` it returns. A city lands whole
or not at all; inside a city a ledger that cannot be read is reported and leaves the others alone, unless the
profile requires it.
"""

from __future__ import annotations

import contextlib
import hashlib
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np

from ..i18n import language, tr
from ..schema import model
from . import followup
from .account import CityAccount, FileFacts, ImportAccount, SetAside, SourceAccount
from .city_row import write_city
from .columns import match_columns
from .coordinates.boundary import Boundary, boundaries
from .coordinates.decision import explain
from .errors import GunmaneError
from .identity import content_hash, row_uuid, row_uuids
from .petitioners import PetitionerFile
from .places import UNLIMITED, Placing, survey
from .profile import Profile, Source, source_files
from .readers import ReadOptions, open_tables
from .redaction import redacted
from .references import References
from .store import DEFAULT_CRS, Store, create_store, friendly, now_utc, open_or_create, open_store
from .unify import Unifier
from .version import RULES_VERSION, app_version
from .writer import CONFLICT, DUPLICATE, NEW, UNCHANGED, UPDATED, Rows, TableWriter

CHUNK = 50_000  # rows in memory at once
LISTED = 50_000  # skipped rows listed one by one; beyond that they are only counted


class Cancelled(Exception):  # noqa: N818 - not an error
    """The user pressed Cancel; nothing of the city in work was kept."""


class Progress:
    """What the engine tells while it works; the Processing algorithms pass theirs in."""

    def __init__(
        self,
        report: Callable[[float], None] | None = None,
        say: Callable[[str], None] | None = None,
        warn: Callable[[str], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ):
        self.report = report or (lambda _share: None)
        self.say = say or (lambda _text: None)
        self.warn = warn or (lambda _text: None)
        self._cancelled = cancelled or (lambda: False)

    def check(self) -> None:
        if self._cancelled():
            raise Cancelled


def import_cities(
    jobs: Iterable[tuple[Profile, Path]],
    store_path: str | Path,
    *,
    dry_run: bool = False,
    crs: str | None = None,
    default_crs: str | None = None,
    boundary_path: str | Path | None = None,
    progress: Progress | None = None,
) -> ImportAccount:
    """Import cities one after another, each in a transaction of its own.

    ``jobs``: (profile, folder). ``crs``: what the store must be in; a store made anew is in it, else in
    ``default_crs``, else in EPSG:6677. With ``dry_run`` everything
    is done but the writing. Raises GunmaneError where nothing at all can be done (the store cannot be opened,
    written, or is of another version) and Cancelled; what concerns one city is in its account.
    """
    progress = progress or Progress()
    jobs = list(jobs)
    account = ImportAccount(str(store_path), dry_run)
    with contextlib.ExitStack() as stack:
        if dry_run and not Path(store_path).exists():
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            create_store(Path(folder) / "empty.gpkg", crs or default_crs or DEFAULT_CRS).close()
            store = stack.enter_context(open_store(Path(folder) / "empty.gpkg", readonly=True))
        elif dry_run:
            store = stack.enter_context(open_store(store_path, readonly=True))
        else:
            store = stack.enter_context(open_or_create(store_path, crs or default_crs or DEFAULT_CRS))
            if crs and crs.upper() != store.crs:
                raise GunmaneError(
                    tr("The store is in {theirs}, not {asked}.", theirs=store.crs, asked=crs),
                    code="E-CRS",
                    remedy=tr("A store keeps its CRS; leave the parameter empty or make a new store."),
                )
        personal = PetitionerFile(store_path, dry_run)
        stack.callback(personal.close)
        areas = boundaries(boundary_path)
        names = {code: area.name_ja for code, area in areas.items()}
        for number, (profile, folder) in enumerate(jobs):
            share = (number / len(jobs), (number + 1) / len(jobs))
            run = CityImport(profile, Path(folder), store, personal, areas, names, dry_run, progress, share)
            account.cities.append(run.run())
    progress.report(1.0)
    return account


class CityImport:
    """The import of one city."""

    def __init__(
        self, profile, folder, store: Store, personal: PetitionerFile, areas, names, dry_run, progress, share
    ):
        self.profile: Profile = profile
        self.folder: Path = folder
        self.store, self.personal, self.dry = store, personal, dry_run
        self.progress: Progress = progress
        self.share = share
        self.names = names
        if profile.boundary:
            areas = {**areas, **boundaries(profile.path.parent / profile.boundary)}
        self.area: Boundary | None = areas.get(profile.city_code)
        self.account: CityAccount = None
        self.writers: dict[str, TableWriter] = {}
        self.aside: list[SetAside] = []
        self.aside_personal: list[dict | None] = []
        self.read_files: set[str] = set()
        self.changes = 0

    def run(self) -> CityAccount:
        profile = self.profile
        files = {source.id: source_files(source, self.folder) for source in profile.sources}
        every = list(dict.fromkeys(path for paths in files.values() for path in paths))
        prints = {path: _sha256(path) for path in every}
        self.import_id = self._import_id(prints)
        self.account = CityAccount(
            profile.city_code, profile.name_ja, profile.label, self.import_id, now_utc()
        )
        self.account.unused_files = sorted(
            p.relative_to(self.folder).as_posix()
            for p in self.folder.rglob("*")
            if p.is_file()
            and p not in set(every)
            and not _side_file(p)
            and not p.name.startswith((".", "~$"))
        )
        if not every:
            self.account.problem = tr(
                "No file of the profile was found in {folder}.", folder=str(self.folder)
            )
            self.account.remedy = tr("Check the folder and the file names in the profile.")
            return self.account
        try:
            with self._transactions():
                self._import(files, prints)
        except GunmaneError as error:
            self.account.problem, self.account.remedy = str(error), error.remedy
            for source in self.account.sources:
                source.problem = source.problem or tr("Not kept, because the city's import was given up.")
        return self.account

    # -- transaction -----------------------------------------------------------------------------------

    @contextlib.contextmanager
    def _transactions(self):
        if self.dry:
            self.store.con.execute("BEGIN")
            try:
                with self.personal.transaction():
                    yield
            finally:
                self.store.con.execute("ROLLBACK")
            return
        with self.store.transaction() as con, self.personal.transaction():
            yield
            self.changes += sum(w.changes for w in self.writers.values()) + self.reviews.changes
            self.account.changed = self.changes > 0
            self.account.finished_at = now_utc()
            # The petitioners first: a crash between the two commits leaves orphans, never rows without owner.
            self.personal.commit()
            if self.account.changed:
                followup.write_import_run(self.store, self.account, app_version())
            else:
                con.execute("ROLLBACK")  # the bulk writer has at least taken triggers off and put them on
        self.personal.purge_orphans(self.store.path, self.profile.city_code)

    def _import(self, files: dict[str, list[Path]], prints: dict[Path, str]) -> None:
        self.references = References(self.store, self.profile.city_code, self.names)
        self.reviews = followup.ReviewWriter(self.store, self.profile.city_code, self.import_id)
        if not self.dry:
            self.changes += write_city(self.store, self.profile, self.area, self.import_id)
        work = sum(len(paths) for paths in files.values()) or 1
        done = 0
        for source in self.profile.sources:
            account = SourceAccount(source.id, source.title, source.table)
            self.account.sources.append(account)
            if not files[source.id]:
                self._missing(source, account)
                continue
            for path in files[source.id]:
                self.progress.check()
                self.progress.say(f"{self.profile.name_ja}: {path.name}")
                self._file(source, path, prints[path], account)
                done += 1
                low, high = self.share
                self.progress.report(low + (high - low) * done / work)
            if not self.dry and not account.problem:
                self.changes += followup.write_field_map(
                    self.store, self.profile, self.import_id, source, account
                )
        self._finish()

    def _missing(self, source: Source, account: SourceAccount) -> None:
        account.problem = tr("No file matches {patterns}.", patterns=", ".join(source.files))
        self.account.missing_sources.append(source.title)
        if source.required:
            raise GunmaneError(
                tr("The ledger “{title}” is missing: no file matches {patterns}.", title=source.title,
                   patterns=", ".join(source.files)),
                code="E-NOFILE",
                remedy=tr("Put the file into {folder}, or correct its name in the profile.", folder=str(self.folder)),
            )  # fmt: skip
        self.progress.warn(f"{self.profile.name_ja} / {source.title}: {account.problem}")

    def _file(self, source: Source, path: Path, print_: str, account: SourceAccount) -> None:
        """One file; what fails leaves no trace of this file, and the rest of the city goes on."""
        label = path.relative_to(self.folder).as_posix()
        mark = _Mark(self, account)
        if not self.dry:
            self.store.con.execute("SAVEPOINT one_file")
            self.personal.con.execute("SAVEPOINT one_file")
        try:
            for raw in open_tables(path, _options(source)):
                self._table(source, raw, label, print_, account)
        except GunmaneError as error:
            if error.code in ("E-DISKFULL", "E-LOCKED", "E-READONLY"):
                raise
            if not self.dry:
                self.store.con.execute("ROLLBACK TO one_file")
                self.personal.con.execute("ROLLBACK TO one_file")
            mark.restore()
            error.file = error.file or label
            account.problem = str(error)
            self.progress.warn(f"{self.profile.name_ja} / {source.title}: {error}")
            if source.required:
                raise
        finally:
            if not self.dry and self.store.con.in_transaction:
                with contextlib.suppress(Exception):
                    self.store.con.execute("RELEASE one_file")
                    self.personal.con.execute("RELEASE one_file")

    # -- one table -------------------------------------------------------------------------------------

    def _table(self, source: Source, raw, label: str, print_: str, account: SourceAccount) -> None:
        matching = match_columns(source, raw.columns, raw.format in ("shp", "dbf", "shapefile"))
        facts = FileFacts(
            label, raw.sheet, raw.format, raw.encoding, raw.encoding_note, raw.header_row, 0, print_, raw.crs, "",
            matching.unknown, matching.absent, list(matching.notes),
        )  # fmt: skip
        account.files.append(facts)
        self._check_columns(source, matching, label, raw)
        unifier = Unifier(
            self.profile, source, matching, self.references, account, self.personal.secret, label, raw.sheet,
            self.import_id, bool(raw.date1904),
        )  # fmt: skip
        self.read_files.add(unifier.src_file)
        lacking = unifier.items_not_kept()
        if lacking:
            names = ", ".join(own.label(language()) for own in lacking)
            facts.notes.append(("W-NOITEM", names))
        blocks = raw.blocks(CHUNK)
        placing = None
        if source.geometry.kind != "none" and unifier.table.geometry is not None:
            blocks, placing = self._settle(source, raw, matching, unifier, facts)
        heard = 0
        for block in blocks:
            self.progress.check()
            notes = raw.warnings[heard:]
            heard += len(notes)
            self._block(unifier, block, placing, notes, account)
            facts.rows += len(block.cells)
        self._leftovers(raw, label, unifier, account, facts)

    def _settle(self, source, raw, matching, unifier, facts):
        """Survey the whole table. A table of one block stays in memory; a longer one is read twice."""
        first: list = []
        iterator = iter(raw.blocks(CHUNK))
        for block in iterator:
            first.append(block)
            if len(first) == 2:
                break
        single = len(first) < 2
        again = first if single else raw.blocks(CHUNK)
        city = None if unifier.table.name in UNLIMITED else self.area
        routes = self.references.route_lines()
        decision = survey(source, matching, raw, unifier, city, self.store.crs, again, routes)
        facts.decision = explain(decision)
        for code in (*decision.flags, *decision.rules):
            facts.notes.append((code, tr("whole file")))
        decision.raise_for_error(file=facts.file, sheet=facts.sheet)
        limit = np.inf if unifier.table.name in UNLIMITED else None
        placing = Placing(source, matching, decision, self.store.crs, city, unifier.table.geometry)
        if limit is not None:
            placing.limit_m = limit
        return (first if single else raw.blocks(CHUNK)), placing

    def _check_columns(self, source: Source, matching, label: str, raw) -> None:
        needed = [k for k in source.key if not k.startswith("@")]
        if source.geometry.kind in ("xy", "latlon"):
            needed += [source.geometry.a, source.geometry.b]
        lost = [column for column in needed if column not in matching.by_profile]
        if lost:
            raise GunmaneError(
                tr(
                    "The columns {lost} were not found. The header has: {found}.",
                    lost=", ".join(f"「{c}」" for c in lost),
                    found=", ".join(raw.columns) or "-",
                ),
                code="E-COLUMN",
                file=label,
                sheet=raw.sheet,
                row=raw.header_row,
                remedy=tr(
                    "Was a column renamed, or the file saved with another encoding ({encoding})? Correct the"
                    " header, or the profile {profile}.",
                    encoding=raw.encoding or "-",
                    profile=self.profile.path.name,
                ),
            )

    def _block(self, unifier: Unifier, block, placing, notes, account: SourceAccount) -> None:
        source = unifier.source
        batch = unifier.unify(block, placing, notes)
        rows = batch.rows
        writer = self._writer(source.table)
        references = self._petitioner_refs(source.table, batch)
        if references:
            column = rows.columns.setdefault("petitioner_ref", [None] * len(rows))
            for person, reference in zip(batch.petitioners, references):
                person["pet_ref"] = reference
                column[person["position"]] = reference
            if "petitioner_ref" not in {f.name for f in model().tables[source.table].fields}:
                del rows.columns["petitioner_ref"]
        state, conflicts = writer.write(rows)
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
        self._keep_reviews(source.table, rows, state, batch, conflicts, account)
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

    # -- what goes beside the rows ---------------------------------------------------------------------

    def _duplicates(self, unifier, rows: Rows, duplicates, batch) -> None:
        """A second row with a key already read has no identity of its own."""
        for i in duplicates:
            c = rows.columns
            key = c["src_key"][i]
            entry = SetAside(
                unifier.file_label, unifier.sheet, c["src_row"][i], unifier.table.name, None, redacted(key), "E-DUPKEY",
                "", c["raw_json"][i], c["row_hash"][i],
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

    def _keep_reviews(self, table, rows: Rows, state, batch, conflicts, account) -> None:
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
        from .account import Review

        for conflict in conflicts:
            fields = {k: {"store": old, "file": new} for k, (old, new) in conflict.fields.items()}
            detail = {"row_hash": conflict.row_hash, "values": fields}
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

    def _leftovers(self, raw, label, unifier: Unifier, account, facts) -> None:
        """Rows that the reader itself passed over or could not read, and what it noticed."""
        source, matching = unifier.source, unifier.matching
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
        from .redaction import redacted_cells

        entries, originals = [], []
        for bad in raw.bad_rows:
            shown, taken = redacted_cells(matching, raw.columns, bad.cells, unifier.plain)
            entries.append(
                SetAside(label, raw.sheet, bad.row, source.table, None, None, bad.code, bad.detail, shown,
                         content_hash([shown]))
            )  # fmt: skip
            originals.append(taken or None)
            account.note(bad.code, 1)
        account.read += len(entries)
        account.set_aside += len(entries)
        self._keep_aside(entries, originals, account)

    # -- end -------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        failed = {facts.file for s in self.account.sources if s.problem for facts in s.files}
        names = sorted(n for n in self.read_files if n.partition("|")[0] not in failed)
        for table, writer in self.writers.items():
            vanished = writer.mark_vanished(names)
            if vanished:
                account = next((s for s in self.account.sources if s.table == table), None)
                if account is not None:
                    account.vanished += vanished
        if self.dry:
            return
        files = sorted({n.partition("|")[0] for n in names})
        changed, uuids = followup.write_set_aside(
            self.store, self.profile.city_code, self.import_id, self.aside, files
        )
        self.changes += int(changed)
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

    def _import_id(self, prints: dict[Path, str]) -> str:
        listed = sorted(f"{p.relative_to(self.folder).as_posix()}={h}" for p, h in prints.items())
        text = "|".join([self.profile.digest, RULES_VERSION, *listed])
        return row_uuid(self.profile.city_code, "import_run", hashlib.sha256(text.encode()).hexdigest())


class _Mark:
    """The state of a city's import before a file, to go back to where the file fails half-way."""

    def __init__(self, run: CityImport, account: SourceAccount):
        self.run, self.account = run, account
        self.lengths = (len(run.aside), len(account.aside), len(account.skips))
        self.counts = {
            k: getattr(account, k)
            for k in (
                "read",
                "kept",
                "repaired",
                "set_aside",
                "skipped",
                "new",
                "updated",
                "unchanged",
                "conflicts",
            )
        }
        self.writers = {name: (w._seen, w._next_fid, w._bulk, w.changes) for name, w in run.writers.items()}
        self.pending = len(run.reviews._pending)

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


def _options(source: Source) -> ReadOptions:
    return ReadOptions(
        encoding=source.encoding,
        header=source.header,
        header_rows=source.header_rows,
        sheet=source.sheet,
        layer=source.layer,
        columns=source.labels,
        delimiter=source.delimiter,
        skip_rows=source.skip,
    )


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    for part in (path, *_companions(path)):
        with part.open("rb") as stream:
            while chunk := stream.read(1 << 20):
                digest.update(chunk)
    return digest.hexdigest()


_SIDE_SUFFIXES = {
    ".shx",
    ".dbf",
    ".prj",
    ".cpg",
    ".sbn",
    ".sbx",
    ".qpj",
    ".qix",
    ".xml",
    ".gpkg-wal",
    ".gpkg-shm",
}


def _companions(path: Path) -> list[Path]:
    """The files that belong to a Shapefile: a change in any of them is a change of the ledger."""
    if path.suffix.lower() != ".shp":
        return []
    return sorted(
        p for p in path.parent.glob(path.stem + ".*") if p != path and p.suffix.lower() in _SIDE_SUFFIXES
    )


def _side_file(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix in (".md", ".toml", ".html"):
        return True
    return suffix in _SIDE_SUFFIXES and any(path.with_suffix(main).exists() for main in (".shp", ".dbf"))


__all__ = ["CHUNK", "Cancelled", "Progress", "friendly", "import_cities"]
