"""Finds enum members of Qt and QGIS that are not written fully scoped (``Qt.AlignLeft``).

PyQt 6 has only ``Qt.AlignmentFlag.AlignLeft``, so the short form breaks in QGIS 4. Names are looked up in the
QGIS that is here: no list to keep. Together with flake8-qgis' QGS4xx rules this is what ``supportsQt6=True`` in
metadata.txt rests on.

    python scripts/lint_qt6.py [FILE ...]      exit 1 and one line a finding
"""

from __future__ import annotations

import ast
import importlib
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SKIP = {".venv", ".build", ".git", "out", "dist", "vendor", "samples"}


def main(arguments: list[str]) -> int:
    paths = [Path(argument) for argument in arguments] or _files()
    found = [finding for path in sorted(paths) for finding in unscoped(path.read_text("utf-8"), path)]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


def unscoped(source: str, path: Path | str = "<text>") -> list[str]:
    """One line for each enum member reached without its enum's name."""
    tree = ast.parse(source, str(path))
    names = _qgis_names(tree)
    found = []
    for node in ast.walk(tree):
        chain = _chain(node) if isinstance(node, ast.Attribute) else None
        if not chain or chain[0] not in names:
            continue
        parent = names[chain[0]]
        for part in chain[1:-1]:
            parent = getattr(parent, part, None)
        value = getattr(parent, chain[-1], None)
        if parent is not None and _is_enum(type(value)) and parent is not type(value):
            scoped = f"{type(value).__qualname__}.{chain[-1]}"
            found.append(f"{path}:{node.lineno}: {'.'.join(chain)} is not scoped: write {scoped}")
    return found


def _files() -> list[Path]:
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in SKIP]  # prune: .build may hold a whole system
        found += [Path(folder, name) for name in names if name.endswith(".py")]
    return found


def _qgis_names(tree: ast.AST) -> dict[str, object]:
    names = {}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.ImportFrom)
            and node.level == 0
            and (node.module or "").split(".")[0] == "qgis"
        ):
            module = importlib.import_module(node.module)
            for alias in node.names:
                if hasattr(module, alias.name):
                    names[alias.asname or alias.name] = getattr(module, alias.name)
    return names


def _chain(node: ast.AST) -> list[str] | None:
    parts = []
    while isinstance(node, ast.Attribute):
        parts.insert(0, node.attr)
        node = node.value
    return [node.id, *parts] if isinstance(node, ast.Name) else None


def _is_enum(kind: type) -> bool:
    return type(kind).__name__ in ("enumtype", "EnumType", "EnumMeta")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
