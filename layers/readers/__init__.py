"""Any file that a city keeps -> raw tables of untouched text with their row numbers.

``open_tables`` looks at the content, never only at the name, and hands over one ``RawTable`` a sheet or layer.
Nothing is normalised here.
"""

from __future__ import annotations

from .open import open_tables
from .tables import BadRow, Block, Note, RawTable, ReadOptions, SkippedRow, label_key

__all__ = ["BadRow", "Block", "Note", "RawTable", "ReadOptions", "SkippedRow", "label_key", "open_tables"]
