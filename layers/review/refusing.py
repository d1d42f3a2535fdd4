"""A decision that cannot be taken."""

from __future__ import annotations


class RefusedError(ValueError):
    """The text says why."""
