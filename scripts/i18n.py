"""Collects the texts that a user sees, and keeps their Japanese complete.

    python scripts/i18n.py update [--merge FILE.tsv ...]   rewrite i18n/gunmane_ja.ts from the code
    python scripts/i18n.py check                           exit 1 where a text lacks Japanese, or is stale
    python scripts/i18n.py missing                         the texts without Japanese, ready to fill in (TSV)
    python scripts/i18n.py compile [--quiet]               i18n/gunmane_ja.qm by lrelease

Texts are the literals in ``tr("...")`` and ``mark("...")`` of every package (context Gunmane), and the strings
of .ui files (context: the form's class). A TSV line is ``source<TAB>Japanese``; ``\\n`` and ``\\t`` are escapes.
"""

from __future__ import annotations

import argparse
import ast
import os
import shutil
import string
import subprocess  # nosec B404: runs lrelease
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "i18n" / "gunmane_ja.ts"
CONTEXT = "Gunmane"
SKIP = {".venv", ".build", ".git", "out", "dist", "vendor", "samples", "tests", "benchmarks", "scripts"}
FUNCTIONS = {"tr", "mark"}
LRELEASE = (
    "lrelease",
    "lrelease-qt5",
    "lrelease-qt6",
    "/usr/lib/qt6/bin/lrelease",
    "/usr/lib/qt5/bin/lrelease",
)
Key = tuple  # (context, source)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    update_parser = commands.add_parser("update")
    update_parser.add_argument("--merge", action="append", default=[], type=Path, metavar="FILE.tsv")
    commands.add_parser("check")
    commands.add_parser("missing")
    commands.add_parser("compile").add_argument("--quiet", action="store_true")
    options = parser.parse_args(arguments)
    if options.command == "update":
        return update(options.merge)
    if options.command == "check":
        problems = check()
        print("\n".join(problems), end="\n" if problems else "")
        return 1 if problems else 0
    if options.command == "missing":
        texts, _ = extract(ROOT)
        known = read_ts(TS)
        for key in sorted(texts):
            if not known.get(key):
                print(f"{_escape_tsv(key[1])}\t")
        return 0
    return compile_qm(options.quiet)


def update(merge: list[Path]) -> int:
    """Rewrite the .ts: what the code has, with the Japanese that was there or comes in the TSV files."""
    texts, problems = extract(ROOT)
    known = read_ts(TS)
    by_source = {source: japanese for (_, source), japanese in known.items() if japanese}
    for path in merge:
        by_source.update(read_tsv(path))
    translations = {key: known.get(key) or by_source.get(key[1], "") for key in texts}
    for path in merge:  # a merged text wins over the one that was there
        for source, japanese in read_tsv(path).items():
            translations.update({key: japanese for key in translations if key[1] == source})
    TS.write_text(to_ts(texts, translations), "utf-8")
    lacking = sum(not japanese for japanese in translations.values())
    print(f"{TS.relative_to(ROOT)}: {len(texts)} texts, {lacking} without Japanese")
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


def check(root: Path = ROOT, ts: Path = TS) -> list[str]:
    """One line for each text without Japanese, stale entry, lost placeholder and tr() without a literal."""
    texts, problems = extract(root)
    known = read_ts(ts)
    for key, places in sorted(texts.items()):
        japanese = known.get(key)
        if not japanese:
            problems.append(f"{places[0]}: no Japanese for {key[1]!r}")
        elif _placeholders(key[1]) != _placeholders(japanese):
            problems.append(f"{places[0]}: placeholders differ: {key[1]!r} / {japanese!r}")
    problems += [f"{ts.name}: stale: {source!r}" for context, source in sorted(set(known) - set(texts))]
    return problems


def extract(root: Path) -> tuple[dict[Key, list[str]], list[str]]:
    """{(context, source): [file, ...]} and the problems found on the way."""
    texts: dict[Key, list[str]] = {}
    problems: list[str] = []
    for path in _files(root, ".py"):
        name = path.relative_to(root)
        for line, source in _calls(path, name):
            if source is None:
                problems.append(
                    f"{name.as_posix()}:{line}: tr() without a literal (mark() it, then translate())"
                )
            else:
                places = texts.setdefault((CONTEXT, source), [])
                if name.as_posix() not in places:
                    places.append(name.as_posix())
    for path in _files(root, ".ui"):
        name = path.relative_to(root)
        form = ElementTree.parse(path).getroot()
        for element in form.iter("string"):
            if element.text and element.get("notr") != "true" and any(c.isalpha() for c in element.text):
                texts.setdefault((form.findtext("class", ""), element.text), [name.as_posix()])
    return texts, problems


def _files(root: Path, suffix: str) -> list[Path]:
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in SKIP]  # prune: .build may hold a whole system
        found += [Path(folder, name) for name in names if name.endswith(suffix)]
    return sorted(found)


def _calls(path: Path, name: Path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"), str(name))):
        if not isinstance(node, ast.Call):
            continue
        function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        owner = getattr(getattr(node.func, "value", None), "id", None)
        if function not in FUNCTIONS or (function == "mark" and owner not in (None, "i18n")):
            continue  # the latter: somebody else's mark(), pytest's for one
        literal = node.args[0] if node.args else None
        ok = isinstance(literal, ast.Constant) and isinstance(literal.value, str)
        yield node.lineno, literal.value if ok else None


def read_ts(path: Path) -> dict[Key, str]:
    if not path.exists():
        return {}
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = message.findtext("translation", "") or ""
    return found


def to_ts(texts: dict[Key, list[str]], translations: dict[Key, str]) -> str:
    """Qt's format; sorted and without line numbers, so that a difference shows only what changed."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", '<TS version="2.1" language="ja_JP">']
    for context in sorted({context for context, _ in texts}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for key in sorted(key for key in texts if key[0] == context):
            japanese = translations.get(key, "")
            lines.append("    <message>")
            lines += [f'        <location filename="../{escape(place)}"/>' for place in texts[key]]
            lines.append(f"        <source>{escape(key[1])}</source>")
            state = "" if japanese else ' type="unfinished"'
            lines += [f"        <translation{state}>{escape(japanese)}</translation>", "    </message>"]
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def read_tsv(path: Path) -> dict[str, str]:
    found = {}
    for line in path.read_text("utf-8").splitlines():
        source, tab, japanese = line.partition("\t")
        if tab and source and japanese.strip() and not line.startswith("#"):
            found[_unescape_tsv(source)] = _unescape_tsv(japanese.rstrip("\r"))
    return found


def compile_qm(quiet: bool) -> int:
    tool = next((found for found in map(shutil.which, LRELEASE) if found), None)
    if tool is None:
        print("lrelease was not found (Debian: qttools5-dev-tools); Qt forms stay English.", file=sys.stderr)
        return 0
    if not TS.exists():
        return 0
    qm = TS.with_suffix(".qm")
    if qm.exists() and qm.stat().st_mtime >= TS.stat().st_mtime:
        return 0
    run = subprocess.run(
        [tool, "-silent", str(TS), "-qm", str(qm)], check=False, capture_output=True, text=True
    )
    if run.returncode or not quiet:
        print(run.stdout + run.stderr + f"{qm.relative_to(ROOT)}")
    return run.returncode


def _placeholders(text: str) -> set[str]:
    try:
        return {field for _, field, _, _ in string.Formatter().parse(text) if field}
    except ValueError:  # a lone brace: the text is not a template
        return set()


def _escape_tsv(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _unescape_tsv(text: str) -> str:
    out, rest = [], iter(text)
    for char in rest:
        if char != "\\":
            out.append(char)
            continue
        following = next(rest, "")
        out.append({"n": "\n", "t": "\t"}.get(following, following))
    return "".join(out)


if __name__ == "__main__":
    sys.exit(main())
