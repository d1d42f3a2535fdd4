"""Which column of a file is which field: matching a profile's labels to a file's, and the kind of each field."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...schema import Field, Table, model
from ..normalise import Context
from ..normalise.labels import match_labels
from ..profile import Source, Target
from ..readers import label_key

FREE_TEXT = {"title", "body", "note", "landmark", "address_raw", "cause", "detail", "judge_reason", "reason"}
# Read into something else than text: what these kinds understood holds no personal data.
STRICT_KINDS = {
    "number",
    "int",
    "date",
    "datetime",
    "fy",
    "mark",
    "code",
    "angle",
    "route",
    "citycode",
    "req_no",
}
TABLE_KEYS_BY_SOURCE = {"damage", "request", "work", "facility"}  # may be referred to by uuid
_PERSON = re.compile(
    "氏名|姓名|お名前|ふりがな|フリガナ|連絡先|世帯主|(申出|申請|通報|要望|相談|届出|陳情|依頼|申込)[者人]"
)
SOURCE_KEY_REFS = {"section.section_id", "facility.fac_id", "contractor.con_id", "work.work_id"}


@dataclass
class Matching:
    """Labels of a file matched to a profile.

    ``by_profile``: profile label -> file label; ``roles``: file label -> targets; ``unknown``: file labels that
    the profile does not know; ``absent``: profile labels that the file does not have.
    """

    by_profile: dict[str, str]
    roles: dict[str, tuple[Target, ...]]
    unknown: list[str]
    absent: list[str]
    notes: list[tuple[str, str]] = field(default_factory=list)
    personal_absent: list[str] = field(default_factory=list)  # of ``absent``, those with personal data
    personal_elsewhere: set[str] = field(default_factory=set)  # label keys that are personal in any ledger
    strict_labels: set[str] = field(default_factory=set)  # file labels read as numbers, dates, codes

    @property
    def personal(self) -> dict[str, str]:
        """File label -> petitioner field."""
        return {label: t.personal for label, ts in self.roles.items() for t in ts if t.personal}

    @property
    def hidden(self) -> set[str]:
        """Unknown file labels that may hold persons: all where a personal column is missing (it was renamed),
        those that say so, and those that are personal in another ledger of the city (a file under a wrong name)."""
        if self.personal_absent:
            return set(self.unknown)
        keys = {label: label_key(label) for label in self.unknown}
        return {k for k, key in keys.items() if key in self.personal_elsewhere or _PERSON.search(key)}

    @property
    def context(self) -> dict[str, str]:
        """What a column tells about others ("fy") -> file label."""
        return {t.context: label for label, ts in self.roles.items() for t in ts if t.context}

    @property
    def link(self) -> str | None:
        return next((label for label, ts in self.roles.items() for t in ts if t.link), None)


@dataclass
class Feed:
    """What fills one field: the file's columns, the profile's entry, the kind of normaliser."""

    field: Field
    labels: list[str]
    target: Target
    kind: str


def match_columns(source: Source, file_labels: list[str], cut_names: bool) -> Matching:
    """Match by comparison form (width, blanks and case do not count); cut DBF names by their first ten bytes.

    ``cut_names``: the file is a DBF, whose field names are at most ten bytes long.
    """
    by_key: dict[str, list[str]] = {}
    for label in file_labels:
        by_key.setdefault(label_key(label), []).append(label)
    by_profile: dict[str, str] = {}
    notes: list[tuple[str, str]] = []
    for label in source.columns:
        found = by_key.get(label_key(label))
        if found:
            by_profile[label] = found.pop(0)
    rest_profile = [label for label in source.columns if label not in by_profile]
    taken = set(by_profile.values())
    rest_file = [label for label in file_labels if label not in taken]
    if cut_names and rest_profile and rest_file:
        for cut, (label, code) in match_labels(rest_file, rest_profile).items():
            if label is not None and label not in by_profile:
                by_profile[label] = cut
            elif code:
                notes.append((code, cut))
    roles = {actual: source.columns[label] for label, actual in by_profile.items()}
    taken = set(by_profile.values())
    return Matching(
        by_profile,
        roles,
        [label for label in file_labels if label not in taken],
        [label for label in source.columns if label not in by_profile],
        notes,
        [
            k
            for k, targets in source.columns.items()
            if k not in by_profile and any(t.personal for t in targets)
        ],
    )


def feeds(source: Source, matching: Matching, table: Table) -> dict[str, Feed]:
    """For each field that the file feeds, in table order: its columns and how they are read.

    Several columns without a ``part`` feed one field together: their texts are joined before reading (a date
    and a time column, a town and a parcel column).
    """
    found: dict[str, Feed] = {}
    for label, targets in source.columns.items():
        actual = matching.by_profile.get(label)
        if actual is None:
            continue
        for target in targets:
            if target.field is None:
                continue
            if target.field in found:
                found[target.field].labels.append(actual)
            else:
                own = table.field(target.field)
                found[target.field] = Feed(own, [actual], target, kind_of(own, target))
    for feed in found.values():
        if feed.kind in STRICT_KINDS:
            matching.strict_labels.update(feed.labels)
    order = {column.name: n for n, column in enumerate(table.columns)}
    return dict(sorted(found.items(), key=lambda item: order[item[0]]))


def kind_of(own: Field, target: Target) -> str:
    """The normaliser of a field: what the profile says, else what the model implies."""
    if target.kind:
        return target.kind
    if own.codes:
        return "code"
    if own.name == "city_code":
        return "citycode"
    if own.name == "req_no" or own.ref == "request.req_no":
        return "req_no"
    if own.name == "route_key" or own.ref == "route.route_key":
        return "route"
    if own.ref and (own.ref in SOURCE_KEY_REFS or own.ref in TABLE_KEYS_BY_SOURCE):
        return "ref"
    if own.type == "text":
        if target.codes:
            return "keyed"
        if own.name == "address":
            return "address"
        return "freetext" if own.name in FREE_TEXT else "text"
    if own.type == "int" and target.kind is None and own.name.endswith("_year"):
        return "fy"
    return {
        "int": "int", "real": "number", "date": "date", "datetime": "datetime", "bool": "mark", "json": "raw",
    }[own.type]  # fmt: skip


def context_for(unifier, feed: Feed | None, fy: list | None) -> Context:
    """What a normaliser needs to know beside the text."""
    profile, source, references = unifier.profile, unifier.source, unifier.references
    context = Context(
        city_code=profile.city_code,
        cities=references.cities,
        towns=references.towns,
        routes=references.routes,
        wareki=source.wareki,
        date1904=unifier.date1904,
        field=None,
        allow_phones=profile.public_phones,
    )
    if feed is None:
        return context
    target = feed.target
    context.field = feed.field.name
    context.unit = target.unit or feed.field.unit
    context.source_unit = target.source_unit or (target.unit if target.unit else None)
    context.part = target.part
    decided = unifier._standing(feed.field.name) if feed.kind == "code" else {}
    context.code_map = {**target.codes, **decided}
    context.code_list = model().code_lists.get(feed.field.codes or "")
    if target.wareki is not None:
        context.wareki = target.wareki
    if fy is not None and feed.kind in ("date", "datetime"):
        context.fy = fy
    return context
