"""Cities' ledgers into the store: ``import_cities`` is the whole job."""

from __future__ import annotations

from .progress import Cancelled, Progress
from .run import import_cities

__all__ = ["Cancelled", "Progress", "import_cities"]
