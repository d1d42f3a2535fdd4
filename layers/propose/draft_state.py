"""The state of a draft: what a person edits, copied before each change, so that undo is going back.

Public: ``State``, ``proposal_of``, ``text_of``, ``facts``, ``copied``, ``labels``, ``evidence_of``, ``DECIDED``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from .assignment import Choice
from .city import CityFound
from .evidence import Evidence
from .proposal import Proposal, SourceProposal
from .toml_text import column_notes, comment, profile_text

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.9 and 3.10
    import tomli as tomllib

DECIDED = 1.0  # the confidence of what a person decided; a guess never reaches it


@dataclass(frozen=True)
class State:
    """Never changed: an operation makes another one that shares what stayed the same."""

    city: CityFound
    sources: tuple[SourceProposal, ...]
    folder: Path
    boundary_file: Path | None = None  # a GeoJSON that the profile can name
    boundary_made: bool = False  # the area comes from another kind of file: it is written beside the profile
    head: dict = field(default_factory=dict)

    def with_source(self, number: int, source: SourceProposal) -> State:
        sources = (*self.sources[:number], source, *self.sources[number + 1 :])
        return replace(self, sources=sources)


def copied(source: SourceProposal) -> SourceProposal:
    """A copy that may be changed; the ledger (the rows themselves) is shared."""
    table = source.table
    if table is not None and table.assignment is not None:
        choices = {label: _copied_choice(choice) for label, choice in table.assignment.choices.items()}
        table = replace(table, assignment=replace(table.assignment, choices=choices))
    return replace(
        source, table=table, place=replace(source.place), key=list(source.key), files=list(source.files),
        constants=dict(source.constants), date_forms=dict(source.date_forms), warnings=list(source.warnings),
        reading=replace(source.reading),
    )  # fmt: skip


def _copied_choice(choice: Choice) -> Choice:
    targets = [{k: dict(v) if isinstance(v, dict) else v for k, v in t.items()} for t in choice.targets]
    return replace(
        choice, targets=targets, reasons=list(choice.reasons), candidates=list(choice.candidates),
        unread=list(choice.unread),
    )  # fmt: skip


def labels(source: SourceProposal) -> list[str]:
    """The columns in the file's order, then those that only the profile knows."""
    return [*source.ledger.columns, *(c for c in source.choices if c not in source.ledger.columns)]


def evidence_of(source: SourceProposal, label: str) -> Evidence:
    return source.ledger.tally.columns.get(label) or Evidence(label, source.ledger.tally.rows)


def boundary_beside(path: Path) -> Path:
    """Where the area is written that a profile needs and no GeoJSON of the city holds."""
    return path.with_name(f"{path.stem}_boundary.geojson")


def proposal_of(state: State, path: Path) -> Proposal:
    """The state as what the writer of profiles takes."""
    boundary = boundary_beside(path) if state.boundary_made else state.boundary_file
    return Proposal(state.city, list(state.sources), state.folder, boundary, state.head)


def text_of(state: State, path: Path) -> str:
    """The profile's whole text, as it would stand at ``path``."""
    return profile_text(proposal_of(state, path), path)


def facts(state: State, path: Path) -> dict:
    """Everything that is decided, and how sure it is, as plain data: two drafts are the same where these are."""
    data = tomllib.loads(text_of(state, path))
    sources = {entry["id"]: entry for entry in data.pop("source", [])}
    kept = [s for s in state.sources if s.refusal is None]
    return {
        "head": data,
        "area": None if state.city.boundary is None else round(state.city.boundary.geometry.area, 9),
        "sources": sources,
        "sure": {s.id: _sureness(s) for s in kept},
        "left": sorted(_name(s) for s in state.sources if s.refusal is not None),
    }


def _sureness(source: SourceProposal) -> dict:
    columns = {
        label: (column_notes(source, label, choice), [(n, round(s, 2)) for n, s in choice.candidates])
        for label, choice in source.choices.items()
        if choice.role == "undecided" or choice.targets
    }
    return {
        "columns": {k: v if source.choices[k].role == "undecided" else v[0] for k, v in columns.items()},
        "table": round(source.table.confidence, 2),
        "key": (round(source.key_confidence, 2), comment(source.key_reason)),
        "place": (
            round(source.place.confidence, 2) if source.place.reasons else None,
            comment("; ".join(source.place.reasons)),
        ),
    }


def _name(source: SourceProposal) -> str:
    paths = source.ledger.paths if source.ledger.raws else [source.ledger.path]
    return "|".join([*(p.name for p in paths), *(source.ledger.sheets if source.ledger.raws else [])])
