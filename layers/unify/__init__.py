"""Raw rows of a ledger -> unified rows, by the city's profile."""

from __future__ import annotations

from .unifier import Batch, Unifier

__all__ = ["Batch", "Unifier"]
