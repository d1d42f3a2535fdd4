"""One city's import: its files read, settled, unified and merged, in one transaction."""

from __future__ import annotations

import contextlib
import hashlib
import traceback
from pathlib import Path

import numpy as np

from ...i18n import language, tr
from ..account import CityAccount, FileFacts, SourceAccount
from ..coordinates.boundary import Boundary, boundaries, is_foreign
from ..coordinates.crs import accepted, friendly_name
from ..coordinates.decision import explain
from ..errors import GunmaneError
from ..identity import row_uuid
from ..profile import Profile, Source, source_files
from ..readers import ReadOptions, open_tables
from ..review.replay import Replay, decisions_print
from ..store import Store, friendly, journal, now_utc
from ..store.petitioners import PetitionerFile
from ..unify import Unifier
from ..unify.columns import match_columns
from ..unify.places import UNLIMITED, Placing, survey
from ..unify.redaction import redacted
from ..unify.references import References
from . import followup
from .city_row import write_city
from .files import sha256, unused_files
from .landing import Landing, Mark
from .progress import Cancelled, Progress
from .version import RULES_VERSION, app_version

CHUNK = 50_000  # rows in work at once
_JAPANESE = ("JGD2011", "JGD2000", "Tokyo")  # datums whose projections draw nothing elsewhere
HELD = 3  # blocks that stay in memory between the survey of a table and its import


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
        if profile.boundary:
            areas = {**areas, **boundaries(profile.path.parent / profile.boundary)}
        # The own name too: a column of names can only be told apart where the own one is known.
        self.names = {**names, **{code: area.name_ja for code, area in areas.items()}}
        self.names.setdefault(profile.city_code, profile.name_ja)
        self.area: Boundary | None = areas.get(profile.city_code)
        self.account: CityAccount = None
        self.landing: Landing = None
        self.changes = 0

    def run(self) -> CityAccount:
        profile = self.profile
        files = {source.id: source_files(source, self.folder) for source in profile.sources}
        every = list(dict.fromkeys(path for paths in files.values() for path in paths))
        prints = {path: sha256(path) for path in every}
        self.import_id = self._import_id(prints)
        self.account = CityAccount(
            profile.city_code, profile.name_ja, profile.label, self.import_id, now_utc()
        )
        self.account.unused_files = unused_files(self.folder, every)
        if is_foreign(profile.city_code) and accepted(self.store.crs).datum in _JAPANESE:
            self.account.problem = tr(
                "A city outside Japan cannot be drawn in {crs}.", crs=friendly_name(self.store.crs)
            )
            self.account.remedy = tr(
                "Import it into a store of its own, in a coordinate system of its place (its UTM zone, for example)."
            )
            return self.account
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
        code, token = self.profile.city_code, journal.new_token()
        with self.store.transaction(tr("import of {city}", city=self.profile.name_ja)) as con:
            self.personal.settle(self.store, code)
            with self.personal.transaction(code, self.import_id, token):
                record = journal.Journal(self.store, code, token)
                yield
                self.changes += self.landing.changes
                self.account.changed = self.changes + self.personal.changes > 0
                self.account.finished_at = now_utc()
                if self.account.changed:
                    followup.write_import_run(self.store, self.account, app_version())
                    counts = {name: self.account.total(name) for name in ("new", "updated", "vanished")}
                    record.finish(self.import_id, self.account.finished_at, counts)
                # The petitioners first: what lands here only is taken back by the next who has the store's lock.
                self.personal.commit(landed=self.account.changed)
            if not self.account.changed:
                con.execute("ROLLBACK")  # the bulk writer has at least taken triggers off and put them on

    def _import(self, files: dict[str, list[Path]], prints: dict[Path, str]) -> None:
        self.references = References(self.store, self.profile.city_code, self.names)
        self.decisions = Replay(self.store, self.profile.city_code)
        self.landing = Landing(
            self.profile, self.store, self.personal, self.import_id, self.dry, self.decisions
        )
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
        self.landing.finish(self.account.sources)
        self._doubt_vanished()

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
        mark = Mark(self.landing, account)
        if not self.dry:
            self.store.con.execute("SAVEPOINT one_file")
            self.personal.con.execute("SAVEPOINT one_file")
        try:
            with friendly(self.store.path):
                for raw in open_tables(path, _options(source)):
                    self._table(source, raw, label, print_, account)
        except (Cancelled, MemoryError):
            raise
        except Exception as found:
            error = found if isinstance(found, GunmaneError) else unexpected(found)
            if error.code in ("E-DISKFULL", "E-LOCKED", "E-READONLY"):
                raise error from found
            if not self.dry:
                self.store.con.execute("ROLLBACK TO one_file")
                self.personal.con.execute("ROLLBACK TO one_file")
            mark.restore()
            error.file = error.file or label
            account.problem = str(error)
            self.progress.warn(f"{self.profile.name_ja} / {source.title}: {error}")
            if source.required:
                raise error from found
        finally:
            if not self.dry and self.store.con.in_transaction:
                with contextlib.suppress(Exception):
                    self.store.con.execute("RELEASE one_file")
                    self.personal.con.execute("RELEASE one_file")

    # -- one table -------------------------------------------------------------------------------------

    def _table(self, source: Source, raw, label: str, print_: str, account: SourceAccount) -> None:
        matching = match_columns(source, raw.columns, raw.format in ("shp", "dbf", "shapefile"))
        matching.personal_elsewhere = self.profile.personal_labels
        facts = FileFacts(
            label, raw.sheet, raw.format, raw.encoding, raw.encoding_note, raw.header_row, 0, print_, raw.crs, "",
            _shown_labels(source, matching.unknown), matching.absent, list(matching.notes),
        )  # fmt: skip
        account.files.append(facts)
        self._check_columns(source, matching, label, raw, account)
        unifier = Unifier(
            self.profile, source, matching, self.references, account, self.personal.secret, label, raw.sheet,
            self.import_id, bool(raw.date1904), self.decisions,
        )  # fmt: skip
        self.landing.read_files.add(unifier.src_file)
        lacking = unifier.items_not_kept()
        if matching.hidden:
            names = ", ".join(redacted(c[:40]) for c in matching.personal_absent)
            facts.notes.append(("W-PERSONAL", names))
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
            self.landing.land(unifier, unifier.unify(block, placing, notes), account)
            facts.rows += len(block.cells)
        self.landing.leftovers(raw, unifier, account, facts)

    def _settle(self, source, raw, matching, unifier, facts):
        """Survey the whole table. A few blocks stay in memory; a longer table is read a second time."""
        held: list = []
        whole = True

        def passing():
            nonlocal whole
            for block in raw.blocks(CHUNK):
                whole = whole and len(held) < HELD
                if whole:
                    held.append(block)
                else:
                    held.clear()
                yield block

        city = None if unifier.table.name in UNLIMITED else self.area
        routes = self.references.route_lines()
        decision = survey(source, matching, raw, unifier, city, self.store.crs, passing(), routes)
        facts.decision = explain(decision)
        for code in (*decision.flags, *decision.rules):
            if code != "W-LATLON":  # said of each row that was swapped
                facts.notes.append((code, tr("whole file")))
        decision.raise_for_error(file=facts.file, sheet=facts.sheet)
        limit = np.inf if unifier.table.name in UNLIMITED else None
        placing = Placing(source, matching, decision, self.store.crs, self.area, unifier.table.geometry)
        if limit is not None:
            placing.limit_m = limit
        return (held if whole else raw.blocks(CHUNK)), placing

    def _check_columns(self, source: Source, matching, label: str, raw, account: SourceAccount) -> None:
        needed = [k for k in source.key if not k.startswith("@")]
        if source.geometry.kind in ("xy", "latlon"):
            needed += [source.geometry.a, source.geometry.b]
        lost = [column for column in needed if column not in matching.by_profile]
        if lost:
            # Where hardly a label is known this is no header but somebody's row: it must not be shown.
            known = len(matching.by_profile) >= max(1, len(source.columns) // 4)
            if not known:
                account.files[-1].unmatched = []
            labels = _shown_labels(source, raw.columns) if known else []
            raise GunmaneError(
                tr(
                    "The columns {lost} were not found. The header has: {found}.",
                    lost=", ".join(f"「{c}」" for c in lost),
                    found=", ".join(labels) or "-",
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

    def _doubt_vanished(self) -> None:
        """Most rows of a ledger gone at once is rather a wrong file than so many corrections: say it."""
        for source in self.account.sources:
            there = source.updated + source.unchanged + source.conflicts
            if source.vanished >= 10 and source.vanished > there:
                self.progress.warn(
                    tr(
                        "{city} / {title}: {count} rows that were imported before are not in the file any more."
                        " They are only marked; if the file is the wrong one, import the right one again.",
                        city=self.profile.name_ja,
                        title=source.title,
                        count=source.vanished,
                    )
                )

    def _import_id(self, prints: dict[Path, str]) -> str:
        listed = sorted(f"{p.relative_to(self.folder).as_posix()}={h}" for p, h in prints.items())
        decided = decisions_print(self.store, self.profile.city_code)
        text = "|".join([self.profile.digest, RULES_VERSION, *listed, *([decided] if decided else [])])
        return row_uuid(self.profile.city_code, "import_run", hashlib.sha256(text.encode()).hexdigest())


def unexpected(error: Exception) -> GunmaneError:
    """A fault of ours while reading one file. It tells where, but no text of the error: that may hold cells."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "-"
    return GunmaneError(
        tr("The ledger could not be processed ({kind} at {place}).", kind=type(error).__name__, place=place),
        code="E-UNEXPECTED",
        remedy=tr("Please report this with the kind of file; the other ledgers were imported."),
    )


def _shown_labels(source: Source, labels: list[str]) -> list[str]:
    """Labels as they may be told to anyone. A header many times as long as the profile's swallowed rows of data
    (line ends that are none): of that nothing is shown."""
    if len(labels) > 2 * len(source.columns) + 20:
        return []
    return [redacted(label[:40]) for label in labels]


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
