"""The unified data as a package for others, without personal data."""

from __future__ import annotations

from .package import Export, export_package

__all__ = ["Export", "export_package"]
