"""What should become of every file and row: ``expected.json`` and ``truth/*.csv.gz``."""

from __future__ import annotations

import csv
import gzip
import io
import json
import unicodedata
from pathlib import Path

from .area import CITY_NAMES
from .codes import CODES  # noqa: F401  (documents where codes come from)
from .ledger import UNCHECKED

# Identifiers and references: the store makes its own, so the truth says nothing about them.
SKIP = {"fac_id", "dmg_id", "work_id", "pat_id", "con_id", "std_id", "ref_id", "wk_codes", "std_ver"}


def write(out: Path, made: dict, seed: int) -> None:
    """``made``: city code -> ledgers, whose rows know their file and number by now."""
    manifest = {
        "version": 1,
        "seed": seed,
        "last_day": "2026-03-31",
        "cities": {},
        "dirt": [],
        "personal": [],
    }
    personal: set = set()
    truth = out / "truth"
    truth.mkdir(exist_ok=True)
    for old in truth.glob("*.csv.gz"):
        old.unlink()
    for code, ledgers in made.items():
        sources, tables = {}, {}
        for ledger in ledgers:
            for part, rows in _parts(ledger):
                sources[part] = _counts(ledger, rows)
            _dirt(manifest["dirt"], code, ledger)
            _personal(personal, ledger)
            tables.setdefault(ledger.table, []).append(ledger)
        total = {
            name: sum(s[name] for s in sources.values())
            for name in ("READ", "KEPT", "REPAIRED", "REPAIRED_MAX", "SET_ASIDE", "SKIPPED", "SKIPPED_MAX")
        }
        by_table: dict = {}
        for s in sources.values():
            by_table[s["table"]] = by_table.get(s["table"], 0) + s["KEPT"]
        manifest["cities"][code] = {
            "name_ja": CITY_NAMES[code],
            "folder": f"{code}_{CITY_NAMES[code]}",
            "total": total,
            "kept_by_table": by_table,
            "sources": sources,
        }
        for table, group in tables.items():
            _truth(truth / f"{code}_{table}.csv.gz", group)
    manifest["personal"] = sorted(personal)
    manifest["counts"] = {
        name: sum(c["total"][name] for c in manifest["cities"].values())
        for name in ("READ", "KEPT", "REPAIRED", "REPAIRED_MAX", "SET_ASIDE", "SKIPPED", "SKIPPED_MAX")
    }
    kinds: dict = {}
    for entry in manifest["dirt"]:
        kinds[entry["kind"]] = kinds.get(entry["kind"], 0) + 1
    manifest["kinds"] = dict(sorted(kinds.items()))
    body = {k: v for k, v in manifest.items() if k not in ("dirt", "personal")}
    text = json.dumps(body, ensure_ascii=False, indent=1)[:-2]
    dirt = ",\n".join(json.dumps(e, ensure_ascii=False, separators=(",", ":")) for e in manifest["dirt"])
    people = ",\n".join(json.dumps(p, ensure_ascii=False) for p in manifest["personal"])
    (out / "expected.json").write_text(
        f'{text},\n"dirt": [\n{dirt}\n],\n"personal": [\n{people}\n]\n}}\n', encoding="utf-8"
    )


def _parts(ledger):
    """A KML ledger is one source a file in the profile; all others are one source."""
    files = list(dict.fromkeys(row.file for row in ledger.rows))
    if ledger.table == "reference" and all(str(name).endswith(".kml") for name in files):
        for name in files:
            rows = [row for row in ledger.rows if row.file == name]
            yield f"reference_{rows[0].source_row['kind'].lower()}", rows
    else:
        yield ledger.source, ledger.rows


def _counts(ledger, rows) -> dict:
    kept = [r for r in rows if r.outcome == "kept"]
    aside = [r for r in rows if r.outcome == "set_aside"]
    skipped = [r for r in rows if r.outcome == "skipped"]
    repaired = [r for r in kept if r.repaired]
    perhaps = [r for r in kept if r.repaired or r.flags_may]
    return {
        "table": ledger.table,
        "files": list(dict.fromkeys(r.file for r in rows)),
        "READ": len(kept) + len(aside),
        "KEPT": len(kept),
        "REPAIRED": len(repaired),
        "REPAIRED_MAX": len(perhaps),
        "SET_ASIDE": len(aside),
        "SKIPPED": len(skipped),
        "SKIPPED_MAX": len(skipped) + ledger.skipped_extra,
    }


def _dirt(entries: list, code: str, ledger) -> None:
    for row in ledger.rows:
        for dirt in row.dirt:
            entry = {
                "city": code,
                "source": ledger.source,
                "file": row.file,
                "sheet": row.sheet,
                "row": row.number,
                "table": ledger.table,
                "src_key": row.key,
            }
            entry.update(dirt)
            if entry.get("raw") is not None and not isinstance(entry["raw"], (int, float, str)):
                entry["raw"] = str(entry["raw"])
            if isinstance(entry.get("raw"), str):
                entry["raw"] = entry["raw"].replace("\ue000", "")
            if isinstance(entry.get("column"), str):
                entry["column"] = entry["column"].replace("\n", "")
            entries.append(entry)


def _personal(found: set, ledger) -> None:
    """Every planted string: name, reading, phone, mail, address as they stand in the files."""
    for row in ledger.rows:
        for col in ledger.cols:
            if (
                col.field
                and col.field.startswith("p_")
                and col.field != "p_ward"
                and row.cells.get(col.label)
                or col.label in ("代表者", "電話")
                and row.cells.get(col.label)
                and ledger.table == "contractor"
            ):
                found.add(str(row.cells[col.label]))
        for text in row.source_row.get("_planted", ()) if row.source_row else ():
            found.add(text)
    found |= {unicodedata.normalize("NFKC", text) for text in found}  # outputs would hold the plain form
    found.discard("代表者")
    found.discard("電話")
    for col in ledger.cols:
        found.discard(col.label)


def _truth(path: Path, ledgers) -> None:
    fields: list = []
    for ledger in ledgers:
        for col in ledger.cols:
            if (
                col.field
                and not col.field.startswith(("p_", "_", "-"))
                and col.field not in SKIP
                and col.field not in fields
            ):
                fields.append(col.field)
        for row in ledger.rows:
            fields += [n for n in row.truth if n not in fields and n not in SKIP and not n.startswith("_")]
    placed = any(row.xy for ledger in ledgers for row in ledger.rows)
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(["src_key", *fields, *(["x", "y"] if placed else [])])
    for ledger in ledgers:
        for row in ledger.rows:
            if row.outcome != "kept":
                continue
            values = [_text(row.truth.get(name, UNCHECKED)) for name in fields]
            xy = [f"{v:.1f}" for v in row.xy] if row.xy else ["", ""]
            writer.writerow([row.key, *values, *(xy if placed else [])])
    with (
        open(path, "wb") as stream,
        gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0, compresslevel=9) as packed,
    ):
        packed.write(buffer.getvalue().encode("utf-8"))


def _text(value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return repr(int(value)) if value == int(value) else repr(round(value, 4))
    return str(value)
