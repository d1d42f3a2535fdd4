"""A profile in the making: what was guessed, what a person decides, what the import would make of it.

Public: ``Draft``, ``Problem``. No QGIS here; the mapping wizard is a dialog around it. Each operation either leaves
a profile that loads, or changes nothing and says why (GunmaneError); each can be taken back.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ...i18n import language, tr
from ...schema import Table, model
from ..account import CityAccount, SourceAccount
from ..coordinates.boundary import boundaries
from ..errors import GunmaneError
from ..profile import load_profile, profile_mistakes
from ..readers import ReadOptions, open_tables
from . import draft_look, draft_state
from .assignment import Choice
from .city import CityFound
from .coordinates import PlaceProposal
from .draft_check import Problem, city_problems, ledger_problems
from .draft_city import area_text, city_of
from .draft_columns import ColumnEdits
from .draft_load import load_state
from .draft_look import CodeRow, Look, Points, Row, code_rows, judged
from .draft_state import DECIDED, State, boundary_beside, copied, evidence_of, labels, text_of
from .keys import ROW, key_values
from .labels import dictionary
from .ledgers import Ledger, ledger_of
from .proposal import Proposal, SourceProposal, propose, propose_source

__all__ = ["CodeRow", "Draft", "Points", "Problem", "Row"]

_NOWHERE = Path("draft.toml")


class Draft(ColumnEdits):
    """Made by ``of``, ``from_files`` or ``open``. ``state`` may be read; only the operations change it."""

    def __init__(self, state: State):
        self.state = state
        self._past: list[tuple[str, State]] = []
        self._future: list[tuple[str, State]] = []
        self._look = Look()
        self._judged: dict[int, tuple] = {}  # ledger -> (its state, the city, its problems)
        self.saved: Path | None = None
        self._saved_state: State | None = None

    @classmethod
    def of(cls, proposal: Proposal, options: dict[Path, ReadOptions] | None = None) -> Draft:
        """``options``: how a person said that single files are to be read, as ``read_ledgers`` was told."""
        sources = []
        for number, source in enumerate(proposal.sources):
            source = copied(source)
            source.id = source.id or f"file_{number + 1}"
            source.files = source.files or [source.ledger.path.name]
            source.reading = next((options[p] for p in source.ledger.paths if options and p in options),
                                  source.reading)  # fmt: skip
            sources.append(source)
        made = proposal.city.boundary is not None and proposal.boundary_file is None
        shipped = made and proposal.city.code in boundaries()
        return cls(
            State(
                proposal.city, tuple(_unlike(sources)), proposal.folder, proposal.boundary_file, made and not shipped,
                dict(proposal.head),
            )
        )  # fmt: skip

    @classmethod
    def from_files(cls, inputs, city: str | None = None, boundary_file=None, progress=None, *, options=None,
                   ledgers: list[Ledger] | None = None) -> Draft:  # fmt: skip
        """Unknown files, guessed; raises GunmaneError E-CITY where they do not tell whose they are."""
        return cls.of(propose(inputs, city, boundary_file, progress, ledgers), options)

    @classmethod
    def for_city(
        cls, ledgers: list[Ledger], city: CityFound, boundary_file=None, options=None, progress=None
    ) -> Draft:
        """Ledgers that were read already, of a city that a person has named (``draft_city.city_of``)."""
        return cls.of(propose((), city, boundary_file, progress, ledgers), options)

    def keep_from(self, other: Draft) -> None:
        """Take over what was decided in another draft about the same tables with the same columns."""
        before = {_table_of(s): s for s in other.state.sources if s.ledger.raws}
        sources = []
        for source in self.state.sources:
            old = before.get(_table_of(source)) if source.ledger.raws else None
            if old is not None and old.ledger.columns == source.ledger.columns:
                source = replace(
                    copied(old), ledger=source.ledger, reading=source.reading, files=source.files
                )
            sources.append(source)
        self.state = replace(self.state, sources=tuple(_unlike(sources)), head=dict(other.state.head))

    @classmethod
    def open(cls, profile_path, folder, progress=None) -> Draft:
        """A profile that is there, with its files."""
        draft = cls(load_state(profile_path, folder, progress))
        draft.saved, draft._saved_state = Path(profile_path), draft.state
        return draft

    def close(self) -> None:
        """Give back the temporary files of the previews."""
        self._look.close()

    # -- what there is ---------------------------------------------------------------------------------

    @property
    def ledgers(self) -> tuple[SourceProposal, ...]:
        return self.state.sources

    @property
    def kept(self) -> list[int]:
        return [n for n, s in enumerate(self.state.sources) if s.refusal is None]

    @property
    def changed(self) -> bool:
        """Whether something would be lost by not saving."""
        return self.state is not self._saved_state

    def table(self, number: int) -> Table | None:
        source = self.state.sources[number]
        return source.assignment.table if source.assignment else None

    def labels(self, number: int) -> list[str]:
        return labels(self.state.sources[number])

    def choice(self, number: int, label: str) -> Choice:
        return self.state.sources[number].choices[label]

    def evidence(self, number: int, label: str):
        return evidence_of(self.state.sources[number], label)

    def codes(self, number: int, label: str) -> list[CodeRow]:
        return code_rows(self.state.sources[number], label)

    def text(self, path: str | Path = _NOWHERE) -> str:
        """The profile's TOML, as it would stand at ``path``."""
        return text_of(self.state, Path(path))

    def facts(self, path: str | Path = _NOWHERE) -> dict:
        """What is decided, as plain data: two drafts are the same where these are."""
        return draft_state.facts(self.state, Path(path))

    # -- undo --------------------------------------------------------------------------------------------

    @property
    def undo_text(self) -> str | None:
        return self._past[-1][0] if self._past else None

    @property
    def redo_text(self) -> str | None:
        return self._future[-1][0] if self._future else None

    def undo(self) -> bool:
        """Take the last operation back; False where there is none."""
        if not self._past:
            return False
        title, state = self._past.pop()
        self._future.append((title, self.state))
        self.state = state
        return True

    def redo(self) -> bool:
        if not self._future:
            return False
        title, state = self._future.pop()
        self._past.append((title, self.state))
        self.state = state
        return True

    # -- operations: ledgers -----------------------------------------------------------------------------

    def set_table(self, number: int, name: str, kind: str | None = None) -> None:
        """What a ledger is; its columns are guessed anew, but what a person decided stays where it can.

        ``kind``: code of RK for a ledger of reference features (None: as guessed, or by a column).
        """
        old = self.state.sources[number]
        if name not in model().tables or not old.ledger.raws:
            raise GunmaneError(tr("The ledger cannot be {table}.", table=name), code="E-PROFILE")
        source = self._guessed(old, old.ledger, name)
        if kind is not None:
            source.constants["kind"] = kind
        source.refusal = None
        label = model().tables[name].label(language())
        self._do(tr("{title}: {table}", title=old.title, table=label), number, source)

    def skip(self, number: int, reason: str) -> None:
        """Leave a ledger out."""
        source = copied(self.state.sources[number])
        source.refusal = reason.strip() or tr("left out by a person")
        self._do(tr("{title}: left out", title=source.title), number, source)

    def take(self, number: int) -> None:
        """Take a ledger that was left out; raises in words where its table or its file is the trouble."""
        source = copied(self.state.sources[number])
        if source.ledger.problem is not None:
            raise GunmaneError(str(source.ledger.problem), code=source.ledger.problem.code)
        if source.assignment is None:
            raise GunmaneError(tr("Choose first what “{title}” is.", title=source.title), code="E-PROFILE")
        source.refusal = None
        self._do(tr("{title}: taken", title=source.title), number, source)

    def set_key(self, number: int, columns: list[str]) -> None:
        """The columns that identify a row; none: the row's content does."""
        source = copied(self.state.sources[number])
        source.key, source.key_confidence = list(columns) or [ROW], DECIDED
        source.key_reason = tr("decided by a person")
        self._do(tr("{title}: key", title=source.title), number, source)

    def set_reading(self, number: int, *, encoding: str | None = None, header: str | int | None = None,
                    header_rows: int | None = None, sheets: list[str] | None = None,
                    skip_rows: tuple[str, ...] | None = None) -> None:  # fmt: skip
        """Read the files again: with another encoding, header row or other sheets of the workbook.

        Columns keep what a person decided where they are still called the same.
        """
        old = self.state.sources[number]
        reading = replace(
            old.reading,
            **{k: v for k, v in (("encoding", encoding), ("header", header), ("header_rows", header_rows),
                                 ("skip_rows", skip_rows), ("sheet", sheets)) if v is not None},
        )  # fmt: skip
        chosen = reading.sheet or old.ledger.sheets or None
        raws = [
            raw
            for path in (old.ledger.paths or [old.ledger.path])
            for raw in open_tables(path, replace(reading, sheet=chosen, columns=None))
        ]
        if not raws:
            raise GunmaneError(tr("No table is left to read."), code="E-EMPTY")
        first = raws[0].columns
        raws = [raw for raw in raws if raw.columns == first]
        ledger = ledger_of(raws, old.ledger.folder or self.state.folder)
        decided = bool(old.table) and old.table.confidence >= DECIDED
        source = self._guessed(old, ledger, self.table(number).name if decided else None)
        source.reading = reading
        self._do(tr("{title}: read again", title=old.title), number, source)

    def set_place(self, number: int, kind: str, a: str | None = None, b: str | None = None, order: str = "auto",
                  crs: str | None = None, confirmed: bool = False) -> None:  # fmt: skip
        """Where the places come from; ``a``, ``b``: latitude and longitude, or X and Y as the columns are called."""
        source = copied(self.state.sources[number])
        wanted = PlaceProposal(kind, a, b, order, crs, confirmed, DECIDED, [tr("decided by a person")],
                               stated=source.place.stated)  # fmt: skip
        if kind in ("latlon", "xy"):
            if not a or not b or a == b:
                raise GunmaneError(tr("Name the two columns of the coordinates."), code="E-PROFILE")
            personal = [c for c in (a, b) if source.choices[c].personal]
            if personal:
                raise GunmaneError(tr("“{label}” is personal data.", label=personal[0]), code="E-PROFILE")
        if kind == "latlon" and not crs:
            wanted.crs = "EPSG:6668"
        if source.ledger.blocks:
            wanted = judged(source, wanted, self.state.city.boundary)
            wanted.confidence = DECIDED if not wanted.problem else wanted.confidence
        for label, choice in source.choices.items():
            if label in wanted.columns and not choice.targets:
                choice.role, choice.reason = "place", tr("coordinate, used for the place")
            elif choice.role == "place" and label not in wanted.columns:
                choice.role, choice.reason = "ignore", tr("a coordinate, but the places come from elsewhere")
        source.place = wanted
        self._do(tr("{title}: places", title=source.title), number, source)

    # -- operations: the city ----------------------------------------------------------------------------

    def set_city(self, code: str, name: str = "", boundary_file: str | Path | None = None) -> None:
        """Whose files they are; ``boundary_file``: GeoJSON with city_code, or any map file of the city's area.

        Places are judged anew in the other area; ledgers without a decision of a person are guessed anew.
        """
        city, file, made = city_of(code, name, boundary_file)
        same_area = city.boundary is self.state.city.boundary and city.code == self.state.city.code
        state = replace(self.state, city=city, boundary_file=file, boundary_made=made)
        if not same_area:
            state = replace(state, sources=tuple(_unlike([self._elsewhere(s, city) for s in state.sources])))
        self._replace(tr("City: {name}", name=city.name), state)

    def _elsewhere(self, old: SourceProposal, city: CityFound) -> SourceProposal:
        touched = any(c.confidence >= DECIDED for c in old.choices.values())
        if old.ledger.problem is not None or not old.ledger.blocks:
            return old
        if not touched and not (old.table and old.table.confidence >= DECIDED):
            fresh = self._guessed(old, old.ledger, None, city)
            left_out = old.refusal == tr("left out by a person")
            fresh.refusal = old.refusal if left_out else fresh.refusal
            return fresh
        source = copied(old)
        with suppress(GunmaneError):
            source.place = judged(
                source, replace(old.place, reasons=[], flags=(), problem=None), city.boundary
            )
        return source

    # -- judging -----------------------------------------------------------------------------------------

    def problems(self, number: int | None = None) -> list[Problem]:
        """What stands in the way, what waits for a person, what is doubtful: of one ledger, or of all."""
        if number is None:
            return [*city_problems(self), *(p for n in self.kept for p in self.problems(n))]
        source, city = self.state.sources[number], self.state.city
        known = self._judged.get(number)
        if (
            known is None or known[0] is not source or known[1] is not city
        ):  # states are never changed in place
            known = self._judged[number] = (source, city, ledger_problems(self, number))
        return list(known[2])

    def lacking(self, number: int) -> list:
        """Required items of the table (schema.Field) that nothing gives."""
        with suppress(GunmaneError):
            return self._look.lacking(self.state, number)
        return []

    def preview(self, number: int, count: int = 50) -> list[Row]:
        """The first rows as they are and as they would be stored. Personal cells are masked."""
        return self._look.rows(self.state, number, count)

    def sample(self, number: int, size: int = 400) -> SourceAccount:
        """The import's counts on some rows spread over the ledger: at once, for the person who is editing."""
        return self._look.counts(self.state, number, size)

    def points(self, number: int) -> Points | None:
        return draft_look.points(self.state.sources[number], self.state.city.boundary)

    def shapes(self, number: int) -> list | None:
        return draft_look.shapes(self.state.sources[number])

    def trial(self, progress=None) -> CityAccount:
        """The whole import as a dry run, by the engine itself; ``progress``: importing.Progress (may cancel)."""
        from ..importing import import_cities

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "trial.toml"
            self._write(path)
            jobs = [(load_profile(path), self.state.folder)]
            return import_cities(
                jobs, Path(folder) / "trial.gpkg", dry_run=True, default_crs=self.home_crs, progress=progress
            ).cities[0]  # fmt: skip

    @property
    def home_crs(self) -> str | None:
        """The plane zone of the city's area."""
        area = self.state.city.boundary
        return area.home.code if area is not None else None

    # -- saving ------------------------------------------------------------------------------------------

    def save(self, path: str | Path, overwrite: bool = False) -> Path:
        """Write the profile and read it back. Raises GunmaneError where it is not valid, or a file is there
        already and ``overwrite`` is not said (E-EXISTS)."""
        path = Path(path)
        beside = [boundary_beside(path)] if self.state.boundary_made else []
        there = [p for p in (path, *beside) if p.exists()]
        if there and not overwrite:
            raise GunmaneError(tr("{name} is there already.", name=there[0].name), code="E-EXISTS")
        if not self.kept:
            raise GunmaneError(tr("Every ledger is left out: there is nothing to import."), code="E-NOPLACE")
        mistakes = profile_mistakes(self.text(path), path)[1]
        if mistakes:
            raise GunmaneError("\n".join(mistakes), code="E-PROFILE")
        path.parent.mkdir(parents=True, exist_ok=True)
        self._write(path)
        load_profile(path)
        self.saved, self._saved_state = path, self.state
        return path

    def _write(self, path: Path) -> None:
        if self.state.boundary_made:
            boundary_beside(path).write_text(
                area_text(self.state.city.boundary), encoding="utf-8", newline="\n"
            )
        path.write_text(self.text(path), encoding="utf-8", newline="\n")

    # -- below the operations ----------------------------------------------------------------------------

    def _guessed(
        self, old: SourceProposal, ledger: Ledger, table: str | None, city: CityFound | None = None
    ) -> SourceProposal:
        """The ledger guessed anew, with its identity and a person's decisions kept."""
        areas = boundaries()
        city = city or self.state.city
        if city.boundary is not None:
            areas = {**areas, city.code: city.boundary}
        source = propose_source(ledger, dictionary(), city, areas, table)
        source.id, source.reading, source.required = old.id, old.reading, old.required
        source.files = list(old.files)
        if source.assignment is None:
            return source
        names = {f.name for f in source.assignment.table.columns}
        for label, choice in old.choices.items():
            fields = {t["field"] for t in choice.targets if "field" in t}
            if (
                choice.confidence >= DECIDED
                and label in source.choices
                and fields <= names
                and choice.role != "place"
            ):
                source.choices[label] = choice
        if any(source.choices.get(k) is None or source.choices[k].personal for k in source.key if k != ROW):
            source.key, source.key_confidence, source.key_reason = [ROW], 0.65, ""
        return source

    def _do(self, title: str, number: int, source: SourceProposal) -> None:
        sources = list(self.state.with_source(number, source).sources)
        self._replace(title, replace(self.state, sources=tuple(_unlike(sources))), number)

    def _replace(self, title: str, state: State, number: int | None = None) -> None:
        if number is not None and state.sources[number].refusal is None:
            draft_look.single(state, number)  # raises in words where the profile would not load
        self._past.append((title, self.state))
        self._future.clear()
        self.state = state


def _table_of(source: SourceProposal) -> tuple:
    return tuple((raw.path, raw.sheet) for raw in source.ledger.raws)


def _unlike(sources: list[SourceProposal]) -> list[SourceProposal]:
    """Ids that differ, and a prefix for a ledger whose numbers another ledger of its table has too."""
    ids: set[str] = set()
    taken: dict[str, list[set]] = {}
    found = []
    for source in sources:
        base, n = source.id, 2
        while source.id in ids:
            source = replace(source, id=f"{base}_{n}")
            n += 1
        ids.add(source.id)
        if (
            source.refusal is None
            and source.assignment is not None
            and source.key != [ROW]
            and not source.key_prefix
        ):
            known = all(k in source.ledger.columns for k in source.key)
            own = key_values(source.ledger, source.key) if known else set()
            others = taken.setdefault(source.assignment.table.name, [])
            if any(len(own & other) > 0.2 * min(len(own), len(other)) for other in others if own and other):
                source = replace(source, key_prefix=f"{source.id}-")
            others.append(own)
        found.append(source)
    return found
