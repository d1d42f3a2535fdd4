"""Maintenance standards (T11) kept: in the store's table, and as a workbook that officials edit in Excel.

Rows are plain dicts of T11's fields; what they mean (inheritance, levels, judging) is ``analysis/standards``.
"""

from __future__ import annotations

from .table import Change, changes, read_standards, write_standards
from .workbook import read_workbook, write_workbook

__all__ = ["Change", "changes", "read_standards", "read_workbook", "write_standards", "write_workbook"]
