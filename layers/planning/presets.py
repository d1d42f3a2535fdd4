"""Named presets of the ranking, kept in the store's table ``settings`` so that colleagues rank by the same ones.

A preset is what differs from the common one, as ``analysis.priority.Preset.changed`` has it. Nothing here knows what
it means: it is checked where it is read. No row of a city is touched, so an import or its undoing leaves it alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ...i18n import tr
from ..errors import GunmaneError
from ..store import Store, open_store
from .runs import moment

KEY = "priority_preset/"
_MOST = 60  # characters of a name
_FILES = (".toml", ".json")


@dataclass(frozen=True)
class SavedPreset:
    """``values``: what differs from the common preset; ``saved_at``: Japanese time."""

    name: str
    values: dict
    author: str | None
    saved_at: str


def preset_name(text: str) -> str:
    """The name without blanks around it. Raises GunmaneError E-PRESETNAME where it could be taken for a file."""
    name = text.strip()
    if not name or len(name) > _MOST or set(name) & set('/\\"\n\t') or name.lower().endswith(_FILES):
        raise GunmaneError(
            tr("“{name}” cannot be the name of a preset.", name=name),
            code="E-PRESETNAME",
            remedy=tr("Up to {n} characters, without slashes and quotes, not ending like a file's.", n=_MOST),
        )
    return name


def save_preset(
    path: str | Path, name: str, values: Mapping, author: str | None = None, replace: bool = False
) -> bool:
    """Keep a preset under a name; False where the same stands there already.

    Raises GunmaneError E-PRESETEXISTS where another one has the name and ``replace`` is not set, E-PRESETNAME, and
    those of ``open_store``.
    """
    name = preset_name(name)
    with open_store(path) as store, store.transaction(tr("saving a preset")):
        former = presets(store).get(name)
        if former is not None and former.values == dict(values):
            return False
        if former is not None and not replace:
            raise GunmaneError(
                tr("The store has another preset of the name “{name}” (saved {when}).", name=name,
                   when=former.saved_at[:10]),
                code="E-PRESETEXISTS",
                remedy=tr("Take another name, or say that the saved one is to be replaced."),
            )  # fmt: skip
        entry = {"values": dict(values), "author": author, "saved_at": moment()}
        store.con.execute(
            "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
            (KEY + name, json.dumps(entry, ensure_ascii=False, sort_keys=True)),
        )
    return True


def presets(store: Store) -> dict[str, SavedPreset]:
    """Name -> preset, in the order of names. What somebody has damaged by hand is left out."""
    found = {}
    for key, text in store.con.execute(
        "SELECT key, value FROM settings WHERE substr(key, 1, ?) = ? ORDER BY key", (len(KEY), KEY)
    ):
        try:
            entry = json.loads(text or "")
            name, values = key[len(KEY) :], dict(entry["values"])
        except (ValueError, KeyError, TypeError):
            continue
        found[name] = SavedPreset(name, values, entry.get("author"), str(entry.get("saved_at") or ""))
    return found


def find_preset(store: Store, name: str) -> SavedPreset:
    """One preset. Raises GunmaneError E-NOPRESET, which names those that are there."""
    there = presets(store)
    if name.strip() in there:
        return there[name.strip()]
    raise GunmaneError(
        tr("The store has no preset “{name}”, and there is no such file.", name=name.strip()),
        code="E-NOPRESET",
        remedy=tr("Those that it has: {presets}.", presets=", ".join(there) or "-"),
    )
