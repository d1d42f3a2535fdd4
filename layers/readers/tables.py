"""What every reader hands over: tables of untouched text with the row numbers of their file."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...i18n import tr
from ..errors import GunmaneError

NOTES_LISTED = 20_000  # of one code; the rest is only counted, so that memory stays flat
CELLS_IN_BLOCK = 2_000_000  # a block of a very wide table holds fewer rows


@dataclass
class ReadOptions:
    """How a profile (or nobody) says that a file is to be read."""

    encoding: str = "auto"
    header: str | int = "auto"  # or the 1-based row
    header_rows: int | str = 1  # "auto" or a number; 1 still takes a group row where merged cells show one
    sheet: str | list[str] | None = None  # glob patterns
    layer: str | list[str] | None = None
    columns: list[str] | None = None  # labels that the profile expects
    delimiter: str = "auto"
    skip_rows: tuple[str, ...] = ()  # regular expressions on the first non-blank cell
    dictionary: tuple[str, ...] = ()  # further words that speak for an encoding or a header


class Note(NamedTuple):
    code: str
    text: str
    row: int | None = None
    column: str | None = None


class SkippedRow(NamedTuple):
    row: int
    code: str
    cells: tuple


class BadRow(NamedTuple):
    row: int
    code: str
    detail: str
    cells: tuple


@dataclass
class Block:
    """Some consecutive data rows. ``cells``: text or None; ``rows``: 1-based numbers in the file."""

    cells: pd.DataFrame
    rows: np.ndarray
    geometry: np.ndarray | None = None
    coordinates: object | None = None  # what the import read of its coordinate columns


class Sink:
    """Where a pass over a file leaves what it notices."""

    def __init__(self):
        self.notes: list[Note] = []
        self.skipped: list[SkippedRow] = []
        self.bad: list[BadRow] = []
        self.counts: Counter = Counter()

    def note(self, code: str, text: str, row: int | None = None, column: str | None = None) -> None:
        self.counts[code] += 1
        if self.counts[code] <= NOTES_LISTED:
            self.notes.append(Note(code, text, row, column))

    def skip(self, row: int, code: str, cells=()) -> None:
        self.skipped.append(SkippedRow(row, code, tuple(cells)))

    def set_aside(self, row: int, code: str, detail: str, cells=()) -> None:
        self.bad.append(BadRow(row, code, detail, tuple(cells)))


Pass = Callable[["RawTable", int, Sink], Iterator[Block]]


@dataclass
class RawTable:
    """One sheet, layer or text file.

    What is known after opening stands in the fields; ``blocks`` reads the rows and may be called again.
    ``skipped`` and ``bad_rows`` are those of the last complete ``blocks`` pass. Records of the file =
    header rows + data rows + skipped + bad rows.
    """

    path: Path
    format: str
    sheet: str | None = None
    encoding: str | None = None
    encoding_note: str = ""
    encoding_confidence: float = 1.0
    header_row: int | None = None
    header_rows: int = 1
    columns: list[str] = field(default_factory=list)
    missing_columns: list[str] = field(default_factory=list)  # expected, not found
    crs: str | None = None
    date1904: bool = False
    n_rows: int | None = None
    field_bytes: list[bytes] | None = None  # DBF names as they stand in the file
    geometry_type: str | None = None
    open_notes: list[Note] = field(default_factory=list)
    read: Pass | None = field(default=None, repr=False)
    _sink: Sink = field(default_factory=Sink, repr=False)

    @property
    def file(self) -> str:
        return self.path.name

    @property
    def warnings(self) -> list[Note]:
        return [*self.open_notes, *self._sink.notes]

    @property
    def note_counts(self) -> Counter:
        """How often each code was noted (a long list of notes is cut, this is not)."""
        return Counter(note.code for note in self.open_notes) + self._sink.counts

    @property
    def skipped(self) -> list[SkippedRow]:
        return self._sink.skipped

    @property
    def bad_rows(self) -> list[BadRow]:
        return self._sink.bad

    def note(self, code: str, text: str, row: int | None = None, column: str | None = None) -> None:
        self.open_notes.append(Note(code, text, row, column))

    def blocks(self, size: int = 100_000) -> Iterator[Block]:
        self._sink = Sink()
        size = max(1, min(size, CELLS_IN_BLOCK // max(1, len(self.columns))))
        try:
            yield from self.read(self, size, self._sink)
        except GunmaneError as error:
            error.file, error.sheet = error.file or self.file, error.sheet or self.sheet
            raise
        except OSError as error:  # a share that went away, a file replaced while it is read
            raise GunmaneError(
                tr("The file cannot be read: {reason}", reason=error.strerror or error),
                code="E-ACCESS",
                file=self.file,
                sheet=self.sheet,
                remedy=tr("Check that the folder can be reached and run the import again."),
            ) from None


def label_key(label: str | None) -> str:
    """Comparison form of a label: NFKC, no white space, lower case."""
    return "".join(unicodedata.normalize("NFKC", label or "").split()).lower()


def is_blank(cell: str | None) -> bool:
    """Nothing to read: empty, white space, or the end mark that DOS programs left."""
    return cell is None or not cell.strip().strip("\x1a\ufeff")
