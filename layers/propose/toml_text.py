"""A proposal as the TOML of a profile, with reasons as comments. Public: ``profile_text``, ``write_profile``.

An own writer, because the comments are the point: nobody should accept a line without seeing why it is there.
"""

from __future__ import annotations

import os
from pathlib import Path

from ...i18n import language, tr
from ...schema import model
from ..errors import GunmaneError
from ..profile import load_profile
from .assignment import SURE, Choice, labels_of
from .proposal import Proposal, SourceProposal, profile_id

_ENCODINGS = {"utf-16-le": "utf-16", "utf-16-be": "utf-16"}
UNDECIDED = "undecided"  # marks a column that waits for a person, whatever language the reason is in
_HEAD = ("name_en", "note", "retain_years", "public_phones", "attribution")
_HAS_ENCODING = ("csv", "tsv", "dbf", "shp", "shapefile")


def write_profile(proposal: Proposal, path: str | Path) -> Path:
    """Write the profile and read it back; raises GunmaneError where no file has a place in the model."""
    path = Path(path)
    if not proposal.kept:
        listed = "\n".join(f"{s.title}: {s.refusal}" for s in proposal.refused)
        raise GunmaneError(
            tr("None of the files has a place in the model:\n{listed}", listed=listed), code="E-NOPLACE"
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(profile_text(proposal, path), encoding="utf-8", newline="\n")
    load_profile(path)
    return path


def profile_text(proposal: Proposal, path: str | Path = "profile.toml") -> str:
    """The whole text."""
    path, city = Path(path), proposal.city
    lines = [
        f"# {tr('Proposed profile of {city}. Check every line before the first import.', city=city.name)}",
        f"# {tr('The number after # is the confidence (0 to 1); below {sure} nothing was mapped.', sure=SURE)}",
        f"# {tr('City')}: {'; '.join(city.reasons)} ({city.confidence:.2f})",
        "format = 1",
        f"id = {quoted(profile_id(proposal, path))}",
        f"version = {quoted(proposal.head.get('version', '1'))}",
        f"city_code = {quoted(city.code)}",
        f"name_ja = {quoted(city.name)}",
        f"folder = {_value(proposal.head.get('folder', [city.name]))}",
        *(f"{k} = {_value(v)}" for k, v in proposal.head.items() if k in _HEAD),
    ]
    if proposal.boundary_file is not None and city.boundary is not None:
        lines.append(f"boundary = {quoted(_relative(proposal.boundary_file, path))}")
    elif city.boundary is None:
        lines.append(f"# {tr('no boundary: places are as the files state them, unchecked')}")
    if proposal.head.get("city"):
        lines += ["", "[city]", *(f"{k} = {_value(v)}" for k, v in proposal.head["city"].items())]
    for source in proposal.sources:
        lines += ["", *(_source(source) if source.refusal is None else _refused(source))]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A basic string of TOML."""
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return '"' + "".join(
        escapes.get(c) or (f"\\u{ord(c):04X}" if ord(c) < 32 or ord(c) == 127 else c) for c in str(text)
    ) + '"'  # fmt: skip


def _value(value) -> str:
    """Any value that a profile holds."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_value(v) for v in value)}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{k} = {_value(v)}' for k, v in value.items())} }}"
    return str(value) if isinstance(value, (int, float)) else quoted(value)


def comment(text: str) -> str:
    """One line of comment without what TOML forbids there."""
    return "".join(c if c == "\t" or (ord(c) >= 32 and ord(c) != 127) else " " for c in text)


def date_form_text(form: str) -> str:
    """How a column writes its dates, in words."""
    return {
        "western": tr("dates with Western years"),
        "wareki": tr("dates with years of an era (wareki)"),
        "bare": tr("dates like 8.3.5 are years of an era"),
        "mdy": tr("dates as month/day/year"),
        "dmy": tr("dates as day/month/year"),
        "foreign": tr("dates with the year last: whether the month or the day comes first, no cell tells"),
        "monthday": tr("month and day only: the year comes from elsewhere"),
    }.get(form, "")


def _source(source: SourceProposal) -> list[str]:
    ledger, raw, table = source.ledger, source.ledger.raw, source.assignment.table
    lines = [f"# {comment('; '.join(source.table.reasons))}"]
    if source.table.others:
        others = ", ".join(
            f"{model().tables[n].label(language())} {score:.2f}" for n, score in source.table.others
        )
        lines.append(f"# {tr('other tables')}: {comment(others)}")
    lines += [f"# {tr('Warning')}: {comment(w)}" for w in source.warnings]
    lines += [
        "[[source]]",
        f"id = {quoted(source.id)}",
        f"table = {quoted(table.name)}  # {source.table.confidence:.2f} {comment(table.label(language()))}",
        f"title_ja = {quoted(source.title)}",
        f"files = [{', '.join(quoted(f) for f in source.files)}]",
    ]
    if raw.format == "xlsx":
        lines.append(f"sheet = {_sheets(ledger.sheets)}")
    elif ledger.is_layer and raw.sheet and raw.format in ("gpkg", "kml", "kmz"):
        lines.append(f"layer = {quoted(raw.sheet)}")
    reading = source.reading
    if raw.encoding and raw.format in _HAS_ENCODING:
        encoding = _ENCODINGS.get(raw.encoding, raw.encoding)
        if reading.encoding != "auto":
            encoding = reading.encoding
        lines.append(
            f"encoding = {quoted(encoding)}  # {raw.encoding_confidence:.2f} {comment(raw.encoding_note)}".rstrip()
        )
    if raw.header_row is not None:
        rows = sorted({r.header_row for r in ledger.raws if r.header_row is not None})
        found = f"{tr('found in row')} {', '.join(map(str, rows))}"
        lines.append(f"header = {_value(reading.header)}  # {found}")
        if raw.header_rows > 1 or reading.header_rows not in (1, "auto"):
            lines.append(f"header_rows = {max(raw.header_rows, int(reading.header_rows))}")
    if reading.delimiter != "auto":
        lines.append(f"delimiter = {quoted(reading.delimiter)}")
    if reading.skip_rows:
        lines.append(f"skip = {_value(reading.skip_rows)}")
    if source.required:
        lines.append("required = true")
    if source.wareki:
        lines.append(f"wareki = true  # {tr('dates like 8.3.5 are years of an era')}")
    key = ", ".join(quoted(k) for k in source.key)
    lines.append(f"key = [{key}]  # {source.key_confidence:.2f} {comment(source.key_reason)}")
    if source.key_prefix:
        lines.append(
            f"key_prefix = {quoted(source.key_prefix)}  # {tr('another ledger of this table has the same numbers')}"
        )
    if source.constants:
        lines.append(f"constants = {_value(source.constants)}")
    lines += ["", *_geometry(source), "", "  [source.columns]"]
    for label in [*ledger.columns, *(c for c in source.choices if c not in ledger.columns)]:
        lines += _column(source, label, source.choices[label])
    return lines


def _sheets(sheets: list[str]) -> str:
    if len(sheets) == 1:
        return quoted(sheets[0])
    return f"[{', '.join(quoted(s) for s in sheets)}]"


def _geometry(source: SourceProposal) -> list[str]:
    place = source.place
    lines = [f"  # {place.confidence:.2f} {comment('; '.join(place.reasons))}"] if place.reasons else []
    if place.problem:
        lines.append(f"  # {comment(place.problem)}")
    if place.flags:
        lines.append(f"  # {', '.join(place.flags)}")
    lines.append("  [source.geometry]")
    kind = place.kind
    lines.append(f"  kind = {quoted(kind)}")
    names = {"latlon": ("lat", "lon"), "xy": ("x", "y")}.get(kind)
    if names:
        lines += [f"  {names[0]} = {quoted(place.a)}", f"  {names[1]} = {quoted(place.b)}"]
    if kind == "xy":
        lines.append(f"  order = {quoted(place.order)}  # {tr('the whole file votes at every import')}")
    if place.crs:
        lines.append(f"  crs = {quoted(place.crs)}")
    elif place.stated:
        lines.append(f"  # crs: {comment(place.stated)} ({tr('stated by the file')})")
    if place.confirmed:
        lines.append("  confirmed = true")
    return lines


def column_notes(source: SourceProposal, label: str, choice: Choice) -> list[str]:
    """How sure a column's entry is, and why, as the comment says it."""
    notes = [f"{choice.confidence:.2f}", *(comment(r) for r in choice.reasons)]
    form = source.date_forms.get(label)
    if form:
        notes.append(date_form_text(form))
    spoken = source.ledger.aliases.get(label)
    if spoken:
        notes.append(comment(f"「{spoken}」"))
    return list(dict.fromkeys(n for n in notes if n))


def _column(source: SourceProposal, label: str, choice: Choice) -> list[str]:
    table = source.assignment.table
    lines = []
    if choice.role == "undecided":
        listed = ", ".join(labels_of(choice.candidates, table.name)) or "-"
        lines.append(f"  # {tr('candidates')}: {comment(listed)}")
        best = labels_of(choice.candidates[:1], table.name)
        text = tr("Undecided: {best}", best=best[0] if best else "-")
        if choice.reason:  # one that was read back says all of this already
            text = choice.reason if choice.reason.startswith(text) else f"{text} ({choice.reason})"
        value = f"{{ ignore = {quoted(text)}, note = {quoted(UNDECIDED)} }}"
        if choice.personal:  # what may be a person's is kept as such until it is decided
            lines.append(f"  # {comment(text)}")
            value = f"{{ personal = {quoted(choice.personal)}, note = {quoted(UNDECIDED)} }}"
    elif choice.role == "place" and not choice.targets:
        value = f"{{ ignore = {quoted(choice.reason)} }}"
    elif not choice.targets:
        value = f"{{ ignore = {quoted(choice.reason or tr('the model has no such item'))} }}"
    else:
        entries = [_target(t) for t in choice.targets]
        value = entries[0] if len(entries) == 1 else f"[{', '.join(entries)}]"
    if choice.unread and choice.targets:
        lines.append(f"  # {tr('words without a code')}: {comment(', '.join(choice.unread))}")
    lines.append(f"  {quoted(label)} = {value}  # {' / '.join(column_notes(source, label, choice))}")
    return lines


def _target(target: dict) -> str:
    if list(target) == ["field"]:
        return quoted(target["field"])
    pairs = []
    for key, value in target.items():
        if isinstance(value, dict):
            inner = ", ".join(f"{quoted(k)} = {quoted(v)}" for k, v in value.items())
            pairs.append(f"{key} = {{ {inner} }}")
        else:
            pairs.append(f"{key} = {_value(value)}")
    return f"{{ {', '.join(pairs)} }}"


def _refused(source: SourceProposal) -> list[str]:
    """A ledger without a place: what it is and why, as comments."""
    lines = [f"# {comment(source.title)}: {tr('not proposed')}"]
    lines += [f"#   {comment(line)}" for line in str(source.refusal).splitlines()]
    if source.ledger.raws:
        raw = source.ledger.raw
        facts = [raw.format, raw.encoding or "", f"{source.ledger.rows} {tr('rows')}"]
        lines.append(f"#   {comment(', '.join(f for f in facts if f))}")
        lines.append(f"#   {comment(', '.join(raw.columns))}")
        if source.assignment:
            best = source.assignment.table.label(language())
            lines.append(f"#   {tr('nearest table')}: {comment(best)} {source.table.confidence:.2f}")
    return lines


def _relative(target: Path, profile: Path) -> str:
    try:
        return Path(os.path.relpath(target.resolve(), profile.resolve().parent)).as_posix()
    except ValueError:  # another drive
        return target.resolve().as_posix()
