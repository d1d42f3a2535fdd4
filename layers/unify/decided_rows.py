"""Rows set aside that a person has decided on: found by their cells, and unified once more as decided."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass
class Decided:
    """A row set aside at first, with what a person decided on it and its cells as they stand in the file."""

    treatment: object  # review.replay.Treatment
    raw_json: str
    content: str

    def accepts(self, code: str) -> bool:
        return self.treatment.action == "accept" and self.treatment.code == code


def own_keys(keys: list, state) -> None:
    """A row that was accepted though its key is taken, or though it has none, gets a key of its own."""
    for n, entry in state.decided.items():
        if entry.accepts("E-DUPKEY") and keys[n] is not None:
            keys[n] += f"#{entry.treatment.tail()}"
        elif entry.accepts("E-NOKEY") and keys[n] is None:
            keys[n] = f"@{entry.treatment.tail()}"


def found(unifier, state, hashes: list[str], raw_json: list[str]) -> dict[int, Decided]:
    """Rows that a person has decided on, by their cells; none of those that are decided rows themselves."""
    if state.decided or unifier.decisions is None or unifier.decisions.nothing_aside(unifier.table.name):
        return {}
    hits = {}
    for n, content in enumerate(hashes):
        code = state.aside[n][0] if n in state.aside else None
        treatment = unifier.decisions.treatment(unifier.table.name, content, code)
        if treatment is not None:
            hits[n] = Decided(treatment, raw_json[n], content)
    return hits


def corrected(block, decided: dict[int, Decided]):
    """The rows of a block that were decided on (readers.Block), with the corrected cells."""
    take = list(decided)
    cells = block.cells.iloc[take].reset_index(drop=True)
    for i, entry in enumerate(decided.values()):
        for label, text in entry.treatment.cells.items():
            if label in cells.columns:
                cells.iat[i, cells.columns.get_loc(label)] = text
    geometry = None if block.geometry is None else block.geometry[take]
    return replace(block, cells=cells, rows=block.rows[take], geometry=geometry, coordinates=None)
