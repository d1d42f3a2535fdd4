"""The store: one GeoPackage of the unified model, written in transactions; petitioners' data beside it."""

from __future__ import annotations

from .geopackage import (
    DEFAULT_CRS,
    Store,
    create_store,
    friendly,
    now_utc,
    open_or_create,
    open_store,
    read_only_error,
)
from .locks import IMPORT_SECONDS, Patience

__all__ = [
    "DEFAULT_CRS",
    "IMPORT_SECONDS",
    "Patience",
    "Store",
    "create_store",
    "friendly",
    "now_utc",
    "open_or_create",
    "open_store",
    "read_only_error",
]
