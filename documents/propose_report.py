"""The report of a proposed profile: file by file what was recognised, how sure, why, and what a person must decide.

Public: ``write_propose_report``. Cells are not shown, so no personal data can be: only labels, codes and counts.
"""

from __future__ import annotations

from pathlib import Path

import jinja2

from .. import i18n
from ..i18n import tr
from ..layers.propose import Proposal, SourceProposal
from ..layers.propose.assignment import SURE, labels_of
from ..layers.propose.toml_text import date_form_text
from ..schema import model

TEMPLATES = Path(__file__).with_name("templates")


def write_propose_report(proposal: Proposal, path: str | Path, language: str = "ja") -> str:
    """Write the page (.html); returns its path. ``language``: "ja" or "en"."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with i18n.speaking(language):
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        page = environment.get_template("propose_report.html").render(
            lang=language,
            t=_labels(),
            city=proposal.city,
            sources=[_source(s, language) for s in proposal.sources],
            counts=_counts(proposal),
            sure=SURE,
        )
        path.write_text(page, encoding="utf-8")
    return str(path)


def _counts(proposal: Proposal) -> dict[str, int]:
    choices = [c for s in proposal.kept for c in s.choices.values()]
    return {
        tr("Ledgers proposed"): len(proposal.kept),
        tr("Ledgers without a place"): len(proposal.refused),
        tr("Columns with a field"): sum(c.role in ("field", "link", "context") for c in choices),
        tr("Personal columns"): sum(c.role == "personal" for c in choices),
        tr("Columns to be decided"): sum(c.role == "undecided" for c in choices),
        tr("Columns without a place"): sum(c.role == "ignore" for c in choices),
    }


def _source(source: SourceProposal, language: str) -> dict:
    ledger = source.ledger
    raw = ledger.raw if ledger.raws else None
    place = source.place
    return {
        "id": source.id,
        "title": source.title,
        "refusal": source.refusal,
        "warnings": source.warnings,
        "table": source.assignment.table.label(language) if source.assignment else "-",
        "kind": _kind(source.table.kind, language) if source.table else "",
        "confidence": source.table.confidence if source.table else 0.0,
        "table_reasons": source.table.reasons if source.table else [],
        "others": [(model().tables[n].label(language), s) for n, s in source.table.others] if source.table else [],
        "facts": _facts(source, raw),
        "place": {
            "text": _place(source), "confidence": place.confidence, "reasons": place.reasons,
            "flags": [_flag(code, language) for code in place.flags], "problem": place.problem,
        },
        "columns": [_column(source, label, language) for label in ledger.columns] if source.choices else [],
    }  # fmt: skip


def _facts(source: SourceProposal, raw) -> list[tuple[str, str]]:
    if raw is None:
        return []
    found = [
        (tr("Format"), raw.format),
        (tr("Encoding"), f"{raw.encoding or '-'} ({raw.encoding_confidence:.2f}) {raw.encoding_note}"),
        (tr("Header row"), str(raw.header_row or "-")),
        (tr("Rows"), f"{source.ledger.rows:,}"),
    ]
    if source.key:
        found.append(
            (tr("Key"), f"{' + '.join(source.key)} ({source.key_confidence:.2f}) {source.key_reason}")
        )
    return found


def _place(source: SourceProposal) -> str:
    place = source.place
    kinds = {
        "file": tr("geometry of the file"),
        "latlon": tr("latitude and longitude"),
        "xy": tr("plane coordinates"),
        "none": tr("no places"),
    }
    columns = f": {place.a}, {place.b}" if place.a else ""
    crs = place.crs or place.stated or ""
    return f"{kinds[place.kind]}{columns} {crs if len(crs) < 40 else crs[:40] + '…'}"


def _column(source: SourceProposal, label: str, language: str) -> dict:
    choice = source.choices[label]
    table = source.assignment.table
    if choice.role == "undecided":
        target = tr("to be decided")
    elif choice.personal:
        target = tr(
            "personal: {field}", field=model().tables["petitioner"].field(choice.personal).label(language)
        )
    elif choice.targets:
        target = ", ".join(
            f"{table.field(t['field']).label(language)} ({t['field']})"
            if "field" in t
            else next(iter(t.values()))
            for t in choice.targets
        )
    else:
        target = "-"
    notes = [*choice.reasons, *([choice.reason] if choice.reason else [])]
    form = source.date_forms.get(label)
    return {
        "label": label,
        "spoken": source.ledger.aliases.get(label, ""),
        "role": choice.role,
        "target": target,
        "confidence": choice.confidence,
        "notes": [n for n in notes if n] + ([date_form_text(form)] if form else []),
        "codes": [(t, c) for target_ in choice.targets for t, c in target_.get("codes", {}).items()],
        "units": [t["unit"] for t in choice.targets if "unit" in t],
        "unread": len(choice.unread),
        "candidates": labels_of(choice.candidates, table.name) if choice.role == "undecided" else [],
        "fill": round(100 * source.ledger.evidence[label].fill),
    }


def _kind(code: str | None, language: str) -> str:
    return model().code_lists["RK"].codes[code].label(language) if code else ""


def _flag(code: str, language: str) -> str:
    rule = model().rules.get(code)
    return f"{code} {rule.label(language)}" if rule else code


def _labels() -> dict[str, str]:
    return {
        "title": tr("Proposed city profile"),
        "explain": tr(
            "What the files seem to be, how sure that is (0 to 1) and why. Nothing below {sure} was mapped: decide"
            " those lines in the profile before the first import.",
            sure=SURE,
        ),  # fmt: skip
        "city": tr("City"),
        "summary": tr("Summary"),
        "ledger": tr("Ledger"),
        "table": tr("Table"),
        "confidence": tr("Confidence"),
        "place": tr("Places"),
        "column": tr("Column"),
        "target": tr("Proposed field"),
        "why": tr("Why"),
        "filled": tr("Filled"),
        "refused": tr("not proposed"),
        "others": tr("other tables"),
        "codes": tr("words mapped to codes"),
        "unread": tr("words without a code"),
        "candidates": tr("candidates"),
        "warning": tr("Warning"),
        "unit": tr("Unit"),
    }
