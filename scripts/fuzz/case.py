"""One case: a group of ledgers, one of them damaged, imported and judged."""

from __future__ import annotations

import contextlib
import random
import shutil
import tempfile
import time
import warnings
from dataclasses import asdict, dataclass, field
from pathlib import Path

from . import (  # noqa: F401 - they register kinds
    base,
    damage_bytes,
    damage_cells,
    damage_places,
    judge,
    views,
)
from . import ledger as ledgers
from .kinds import KINDS, Job, NotApplicable

OUTCOMES = (
    "unchanged", "as the file says", "flagged or repaired", "rows set aside", "ledger refused", "city refused",
)  # fmt: skip


@dataclass
class Result:
    number: int
    kind: str = ""
    group: str = ""
    file: str = ""
    mode: str = ""  # into an empty store, or over the undamaged import
    said: str = ""
    outcome: str = ""
    words: str = ""  # what the user was told of a refusal
    wrong: list[str] = field(default_factory=list)
    warned: list[str] = field(default_factory=list)  # Python's warnings
    seconds: float = 0.0


@dataclass
class Known:
    """A group imported undamaged, once a process."""

    group: base.Group
    folder: Path  # store and petitioners
    before: dict
    account: object
    secrets: dict[str, list[str]]
    ledgers: dict[str, ledgers.Ledger]
    views: dict[str, views.View]


class Bench:
    """Where cases are run: keeps the undamaged imports of one process."""

    def __init__(self, folder: Path):
        from gunmane import i18n

        i18n.set_language("en")
        self.base, self.scratch = folder, Path(tempfile.mkdtemp(prefix="fuzz-"))
        self.groups = base.groups(folder)
        self.known: dict[str, Known] = {}
        from gunmane.layers.store import create_store

        self.empty = self.scratch / "empty.gpkg"
        create_store(self.empty).close()

    def close(self) -> None:
        shutil.rmtree(self.scratch, ignore_errors=True)

    # -- the undamaged side ----------------------------------------------------------------------------

    def prepare(self, group: base.Group) -> Known:
        if group.id in self.known:
            return self.known[group.id]
        from gunmane.layers.importing import import_cities

        folder = self.scratch / f"known-{group.id}"
        cities = self._copy(group, folder / "city")
        shutil.copyfile(self.empty, folder / "gunmane.gpkg")
        account = import_cities([(group.profile, cities)], folder / "gunmane.gpkg").cities[0]
        assert not account.problem and not any(s.problem for s in account.sources), (group.id, account)
        text = _report(account, folder / "report.html")
        shown = (folder / "gunmane.gpkg").read_bytes(), text
        secrets, held, seen = {}, {}, {}
        for source, path in group.files():
            held[path.name] = ledgers.load(path)
            seen[path.name] = views.view(held[path.name], source)
            labels = {label for label, ts in source.columns.items() if any(t.personal for t in ts)}
            texts = {t for label, t in seen[path.name].cells if label in labels and len(t) >= 4}
            secrets[path.name] = sorted(t for t in texts if not any(t.encode() in data for data in shown))
        known = Known(group, folder, judge.snapshot(folder / "gunmane.gpkg"), account, secrets, held, seen)
        self.known[group.id] = known
        return known

    def _copy(self, group: base.Group, target: Path) -> Path:
        target.mkdir(parents=True)
        for _, path in group.files():
            for part in base.parts_of(path):
                shutil.copyfile(part, target / part.name)
        return target

    # -- a case ----------------------------------------------------------------------------------------

    def run(self, seed: int, number: int, kind: str | None = None, keep: Path | None = None) -> Result:
        """Case ``number`` of ``seed``: always the same. ``kind`` forces one; ``keep`` leaves its folder there."""
        began = time.monotonic()
        rng = random.Random(f"{seed}:{number}")
        names = list(KINDS)
        result = Result(number, kind or names[number % len(names)])
        folder = keep or Path(tempfile.mkdtemp(dir=self.scratch))
        try:
            job, group, source = self._damage(rng, KINDS[result.kind], folder / "city", result)
            result.mode = rng.choice(["empty", "over"])
            self._import(rng, job, group, source, folder, result)
        finally:
            if keep is None:
                shutil.rmtree(folder, ignore_errors=True)
        result.seconds = round(time.monotonic() - began, 3)
        return result

    def _damage(self, rng, kind, cities: Path, result: Result):
        """Try ledgers at random until the damage makes sense on one."""
        for _ in range(200):
            group = rng.choice(self.groups)
            source, path = rng.choice(group.files())
            if ledgers.kind_of(path) not in kind.formats or (
                kind.geometry and source.geometry.kind == "none"
            ):
                continue
            shutil.rmtree(cities, ignore_errors=True)
            self._copy(group, cities)
            job = Job(rng, source, cities / path.name)
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    kind.damage(job)
            except (NotApplicable, IndexError, ValueError):
                continue
            result.group, result.file, result.said = group.id, path.name, ", ".join(job.said)[:120]
            return job, group, source
        raise AssertionError(f"{kind.name} fits no ledger")

    def _import(self, rng, job: Job, group, source, folder: Path, result: Result) -> None:
        from gunmane.layers.errors import GunmaneError
        from gunmane.layers.importing import Progress, import_cities

        known = self.prepare(group)
        store = folder / "gunmane.gpkg"
        over = result.mode == "over"
        shutil.copyfile(known.folder / "gunmane.gpkg" if over else self.empty, store)
        if over:
            shutil.copyfile(known.folder / "petitioner.gpkg", folder / "petitioner.gpkg")
        dumped = judge.dump(store) if over else None
        said: list[str] = []
        progress = Progress(say=said.append, warn=said.append)
        try:
            with warnings.catch_warnings(record=True) as warned:
                warnings.simplefilter("always")
                account = import_cities([(group.profile, folder / "city")], store, progress=progress).cities[
                    0
                ]
        except GunmaneError as error:
            result.outcome, result.words = "city refused", str(error)
            result.wrong = judge.words_only([str(error)]) + judge.store_is_sound(store)
            return
        except Exception as error:  # whatever gets out would be a traceback in the user's log
            import traceback

            at = traceback.extract_tb(error.__traceback__)[-1]
            result.outcome = "crash"
            result.wrong = [
                f"{type(error).__name__} at {Path(at.filename).name}:{at.lineno}: {str(error)[:200]}"
            ]
            return
        result.warned = sorted({f"{Path(w.filename).name}:{w.lineno} {w.category.__name__}" for w in warned})
        self._judge(job, known, source, account, store, said, dumped, result)
        if rng.random() < 0.15 and not account.problem:
            again = import_cities([(group.profile, folder / "city")], store).cities[0]
            if again.changed:
                result.wrong.append("the same files once more changed the store")

    def _judge(self, job, known: Known, source, account, store, said, dumped, result: Result) -> None:
        wrong = result.wrong
        name = job.path.name
        own = next((s for s in account.sources if s.source_id == source.id), None)
        said += [account.problem or "", *(s.problem or "" for s in account.sources)]
        wrong += judge.words_only(said)
        wrong += judge.store_is_sound(store)
        wrong += judge.accounts_add_up(account, store)
        try:
            text = _report(account, store.with_name("report.html"))
        except Exception as error:
            wrong.append(f"the report fails: {type(error).__name__} {error}")
            text = b""
        if result.number % 20 == 0:
            wrong += judge.opens_elsewhere(store)
        after = judge.snapshot(store)
        now = self._now(job, known, source)
        shown = {"the store": store.read_bytes(), "the report": text, "a message": "\n".join(said)}
        secrets = [
            s for n, texts in known.secrets.items() if not (n == name and job.unreadable) for s in texts
        ]
        wrong += judge.personal_stays_apart(_not_moved(secrets, source, now), shown)
        if account.problem:
            result.outcome, result.words = "city refused", account.problem
            if dumped is not None and judge.dump(store) != dumped:
                wrong.append("the city was refused and the store changed")
            if dumped is None and any(after.values()):
                wrong.append("the city was refused and rows are in the store")
            return
        before = known.before
        related = source.table in ("route", "section", "contractor", "facility", "request")
        if job.path.exists() or result.mode == "empty":
            wrong += judge.others_unchanged(before, after, name, related)
        if own.problem:
            result.outcome, result.words = "ledger refused", own.problem
            if result.mode == "over" and dumped is not None:
                wrong += judge.others_unchanged(before, after, "", related)
            return
        base_own = next(s for s in known.account.sources if s.source_id == source.id)
        followed = 0
        if {"E-QUOTE", "W-QUOTE"} & set(own.rules):
            now = None  # csv.reader swallows what follows an open quote, the engine does not
        if now is not None:
            depth = {"csv": 1, "xlsx": known.ledgers[name].extra.get("depth", 1)}.get(
                known.ledgers[name].kind, 0
            )
            if len(base_own.files) == known.views[name].tables and name == own.files[0].file:
                wrong += judge.rows_accounted(own, now, depth)
            found, followed = judge.nothing_silently_wrong(
                source, name, before, after, known.views[name], now, own
            )
            wrong += found
        if own.set_aside > base_own.set_aside:
            result.outcome = "rows set aside"
        elif own.repaired > base_own.repaired or set(own.rules) - set(base_own.rules):
            result.outcome = "flagged or repaired"
        else:
            same = (own.read, own.skipped) == (base_own.read, base_own.skipped) and not followed
            result.outcome = "unchanged" if same else "as the file says"

    def _now(self, job, known: Known, source):
        """The damaged ledger as the independent reader sees it; None where it cannot tell."""
        if job.unreadable:
            return None
        with contextlib.suppress(Exception), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ledger = ledgers.load(job.path, like=known.ledgers[job.path.name], encoding=job.encoding)
            return views.view(ledger, source)
        return None


def _not_moved(secrets, source, now) -> list[str]:
    """Names that the damage put into a column of another meaning can be seen there by anyone."""
    if now is None:
        return secrets
    personal = {label for label, ts in source.columns.items() if any(t.personal for t in ts)}
    moved = {text for label, text in now.cells if label is not None and label not in personal}
    return [s for s in secrets if s not in moved]


def _report(account, path: Path) -> bytes:
    from gunmane.documents.import_report import write_report
    from gunmane.layers.account import ImportAccount

    write_report(ImportAccount("store", False, [account]), path)
    return path.read_bytes()


def as_line(result: Result) -> dict:
    return asdict(result)
