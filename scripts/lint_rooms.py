"""The import rules of docs/architecture.md: data flows left to right, nothing imports to its right.

    python scripts/lint_rooms.py [ROOT]      exit 1 and one line a finding

Reads source only (ast), imports inside functions included, so that a lazy import cannot go round a rule.
"""

from __future__ import annotations

import ast
import fnmatch
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Rooms that every room may use: translation, the list of missing packages. Neither imports anything of ours.
COMMON = {"i18n", "dependencies"}
# room -> rooms of ours that it may import
MAY_IMPORT = {
    "i18n": set(),
    "dependencies": {"i18n"},
    "schema": set(),
    "layers": {"schema"},
    "analysis": {"schema"},
    "workflow": {"schema", "analysis"},
    "documents": {"schema", "layers", "analysis", "workflow"},
    "processing_provider": {"schema", "layers", "analysis", "workflow", "documents", "ui.settings"},
    "ui": {"schema", "layers", "analysis", "workflow", "documents", "processing_provider"},
    "plugin": {"schema", "layers", "analysis", "workflow", "documents", "processing_provider", "ui"},
}
# Files that may import qgis. i18n asks QGIS for its language inside a try.
MAY_IMPORT_QGIS = (
    "i18n/__init__.py",
    "layers/project*",
    "layers/coordinates/qgis_crs.py",
    "documents/*",
    "processing_provider/*",
    "ui/*",
    "plugin.py",
)
# Vector files outside QGIS are read in one place, by whichever of these is there.
VECTOR_LIBRARIES = {"pyogrio", "fiona"}
MAY_READ_VECTORS = ("layers/readers/*",)
# The sample's generator must not know the rules that its sample tests.
GENERATOR = ("scripts/make_samples.py", "scripts/sampling/*")
GENERATOR_KNOWS = {"schema"}


def main(arguments: list[str]) -> int:
    found = check(Path(arguments[0]) if arguments else ROOT)
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


def check(root: Path) -> list[str]:
    """One line for each import that breaks a rule."""
    found = []
    for path in sorted(
        [*root.glob("*.py"), *(p for room in MAY_IMPORT for p in (root / room).rglob("*.py"))]
    ):
        relative = path.relative_to(root)
        room = relative.parts[0].removesuffix(".py")
        if room in MAY_IMPORT:
            found += _check_file(path, relative, room)
    for pattern in GENERATOR:
        for path in sorted(root.glob(pattern)):
            if path.suffix == ".py":
                found += _check_generator(path, path.relative_to(root))
    return found


def _check_file(path: Path, relative: Path, room: str) -> list[str]:
    found = []
    allowed = MAY_IMPORT[room] | ({room} if room not in ("dependencies", "plugin") else set())
    if room != "schema":
        allowed |= COMMON
    for line, module in imports(path.read_text("utf-8"), relative):
        where = f"{relative.as_posix()}:{line}"
        top, _, rest = module.partition(".")
        if top == "qgis" and not _matches(relative, MAY_IMPORT_QGIS):
            found.append(f"{where}: imports {module}: qgis is not for {room}/")
        elif top in VECTOR_LIBRARIES and not _matches(relative, MAY_READ_VECTORS):
            found.append(f"{where}: imports {module}: vector files are read in layers/readers/ only")
        elif top == "gunmane":
            target = rest.split(".")[0]
            exact = ".".join(rest.split(".")[:2])
            if target in MAY_IMPORT and target not in allowed and exact not in allowed:
                found.append(f"{where}: {room} imports {rest}: to its right (docs/architecture.md)")
    return found


def _check_generator(path: Path, relative: Path) -> list[str]:
    return [
        f"{relative.as_posix()}:{line}: imports {module}: the sample would only compare a rule with itself"
        for line, module in imports(path.read_text("utf-8"), relative)
        if module.startswith("gunmane.") and module.split(".")[1] in set(MAY_IMPORT) - GENERATOR_KNOWS
    ]


def imports(source: str, relative: Path) -> list[tuple[int, str]]:
    """(line, dotted module) of every import; relative ones are resolved to ``gunmane. ...``."""
    package = ["gunmane", *relative.parts[:-1]]
    found = []
    for node in ast.walk(ast.parse(source, str(relative))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            # `from . import a` and `from ..layers import store` name modules in their list.
            found += [(node.lineno, f"{module}.{alias.name}") for alias in node.names]
        elif isinstance(node, ast.Call) and _name(node.func) in ("import_module", "__import__"):
            names = [a.value for a in node.args[:1] if isinstance(a, ast.Constant)]
            found += [(node.lineno, name) for name in names if isinstance(name, str)]
    return found


def _name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _matches(relative: Path, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch.fnmatch(relative.as_posix(), pattern) for pattern in patterns)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
