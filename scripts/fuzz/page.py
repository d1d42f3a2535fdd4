"""The parts of docs/reliability.md that are written by tools, between marks."""

from __future__ import annotations

from pathlib import Path


def replace(path: Path, name: str, text: str) -> None:
    """Put ``text`` between ``<!-- name -->`` and ``<!-- /name -->``; raises ValueError where a mark is missing."""
    page = path.read_text(encoding="utf-8")
    first, last = f"<!-- {name} -->", f"<!-- /{name} -->"
    start, stop = page.index(first) + len(first), page.index(last)
    path.write_text(f"{page[:start]}\n{text}\n{page[stop:]}", encoding="utf-8")


def table(head: list, rows: list[list]) -> str:
    lines = ["| " + " | ".join(map(str, head)) + " |"]
    lines.append("|" + "---|" * len(head))
    lines += ["| " + " | ".join(str(cell) if cell != 0 else "·" for cell in row) + " |" for row in rows]
    return "\n".join(lines)
