"""Writes docs/data-dictionary.md: the unified model for people, made from schema/.

``python scripts/make_dictionary.py`` writes the page; with ``--check`` it only says whether the page is up to
date (exit code 1 if not).
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "data-dictionary.md"
TYPES_JA = {
    "text": "文字",
    "int": "整数",
    "real": "実数",
    "date": "日付",
    "datetime": "日時",
    "bool": "真偽",
    "json": "JSON",
}
ORIGINS_JA = {"source": "台帳・入力", "plan": "分析", "system": "システム"}
HEAD = """# データ辞書 / Data dictionary

<!-- scripts/make_dictionary.py が schema/ から作る。直接書き換えないこと。
     Made by scripts/make_dictionary.py from schema/; do not edit by hand. -->

統一モデル(版 {version})の全ての表、項目、コード表である。
GeoPackage の表名と項目名は英字、日本語は別名として登録してある。

- **必須** ○ は「完全な行に必要」の意味である。欠けた行も保存し、品質フラグ E-MISSING を付ける。
  データベースが空を許さないのは `uuid`、`city_code`、`src_file`、`src_row` だけである。
- **出所** 「台帳・入力」は市の台帳または人の入力、「分析」は本システムの分析が埋める項目、「システム」は管理用の項目。
- **日時** は日本時間 `YYYY-MM-DDTHH:MM:SS+09:00`、管理用の日時は UTC で持つ。形状の列名は全て `geom` である。
- 全ての表は[共通項目](#共通項目--common-fields)も持つ。
"""


def render(model, common) -> str:
    """The whole page as Markdown."""
    parts = [HEAD.format(version=model.version), _overview(model), _common(common)]
    parts += [_table(table) for table in model.tables.values()]
    parts.append("# コード表 / Code lists\n")
    parts += [_code_list(code_list) for code_list in model.code_lists.values()]
    return "\n".join(parts)


def _overview(model) -> str:
    rows = [
        (
            f"[{table.number}](#{_anchor(_heading(table))})",
            table.ja,
            table.en,
            f"`{table.name}`",
            table.group,
            table.geometry or "–",
            " + ".join(f"`{name}`" for name in table.key) or "–",
            str(len(table.fields)),
        )
        for table in model.tables.values()
    ]
    titles = ("番号", "表", "English", "表名", "区分", "形状", "自然キー", "項目数")
    return "# 表 / Tables\n\n" + _grid(titles, rows)


def _common(fields) -> str:
    return "## 共通項目 / Common fields\n\n" + _fields(fields)


def _table(table) -> str:
    facts = [f"区分: {table.group}", f"形状: {table.geometry or 'なし'}"]
    if table.geometry_required:
        facts[-1] += "(必須)"
    if table.store != "main":
        facts.append("別ファイルに置く")
    lines = [f"## {_heading(table)}\n", " / ".join(facts) + (f"。{table.note}" if table.note else "") + "\n"]
    return "\n".join(lines) + "\n" + _fields(table.fields)


def _fields(fields) -> str:
    rows = [
        (
            f"`{field.name}`",
            field.ja,
            field.en,
            TYPES_JA[field.type] + (str(field.length) if field.length else ""),
            "○" if field.required else "",
            field.unit or "",
            _points_to(field),
            ORIGINS_JA[field.origin],
            field.note or "",
        )
        for field in fields
    ]
    return _grid(
        ("項目名", "項目", "English", "型", "必須", "単位", "コード・参照", "出所", "説明"),
        rows,
    )


def _points_to(field) -> str:
    if field.codes:
        return f"[{field.codes}](#{_anchor(field.codes)})"
    if field.ref:
        return f"→ `{field.ref if '.' in field.ref else field.ref + '.uuid'}`"
    return ""


def _code_list(code_list) -> str:
    rows = [
        (f"`{code.code}`", code.ja, code.en, "、".join(code.aliases)) for code in code_list.codes.values()
    ]
    unknown = f"。読めない値は `{code_list.unknown}` とし、確認事項に載せる" if code_list.unknown else ""
    head = f'## <a id="{_anchor(code_list.name)}"></a>{code_list.name} {code_list.ja} / {code_list.en}\n\n'
    note = f"{len(rows)}件{unknown}。\n\n"
    return head + note + _grid(("コード", "日本語", "English", "台帳での書き方"), rows)


def _heading(table) -> str:
    return f"{table.number} {table.ja} / {table.en} (`{table.name}`)"


def _anchor(heading: str) -> str:
    """The id that GitHub gives a heading."""
    kept = "".join(ch for ch in heading.lower() if ch.isalnum() or ch in " -_")
    return kept.replace(" ", "-")


def _grid(titles, rows) -> str:
    lines = [titles, ["---"] * len(titles), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def main(arguments: list[str]) -> int:
    sys.path.insert(0, str(ROOT / ".build" / "plugins"))
    from gunmane.schema import common_fields, model

    page = render(model(), common_fields())
    if "--check" in arguments:
        current = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
        if current != page:
            print(f"{PAGE.relative_to(ROOT)} is out of date: run python scripts/make_dictionary.py")
            return 1
        return 0
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_bytes(page.encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
