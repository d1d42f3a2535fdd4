"""A preset: every number of the ranking, validated with words. What a preset does not say, the common one says."""

from __future__ import annotations

import copy
import difflib
import functools
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...i18n import tr
from ...schema import model
from . import catalogue
from .catalogue import FACTORS

BANDS = ("A", "B", "C")
_HEADINGS = ("format", "id", "title_ja", "title_en", "note")
# Tables whose keys are codes: list of codes that they must be of; others have the keys of the common preset.
_KEYED = {
    "impact.level": "JUDGE",
    "probability.level": "JUDGE",
    "probability.position": None,  # also words that the list does not have: ledgers write more than four
    "probability.assumed_adt": "RC",
    "category.risk": "PR",
    "category.response": "PR",
    "factors.emergency.values": "EM",
    "factors.overdue.limit_days": "RS",
}
_LISTED = {
    "impact.emergency": "EM",
    "probability.school_ft": "FT",
    "category.always_first": "PR",
    "category.first_response": "RS",
    "factors.repeat.own_report": "FOUNDBY",
    "factors.poi.kinds": "RK",
    "scope.closed": "ST",
    "scope.made_safe": "ST",
}
_CODED = {"factors.emergency.unknown": "EM", "scope.unjudged_response": "RS"}
# Least and largest number; what is not here may be anything from 0 on.
_RANGES = {
    "impact.otherwise": (1, 5),
    "impact.road": (0, 4),
    "impact.level": (-4, 4),
    "probability.level": (-4, 4),
    "probability.position": (-4, 4),
    "probability.school_at_least": (1, 5),
    "category.risk": (1, 26),
    "score.risk_share": (0, 100),
    "score.bands": (0, 100),
    "factors.emergency.values": (0, 1),
}
_MOST = 1_000_000
_POSITIVE = ("factors.traffic.full", "factors.repeat.full", "factors.overdue.limit_days")


class PresetError(ValueError):
    """A preset that cannot be used; the text says every mistake, one a line."""


@dataclass(frozen=True)
class Preset:
    """``data``: all parameters, nested as in schema/priority/common.toml; ``changed``: those that differ from it."""

    data: dict
    changed: dict

    @classmethod
    def of(cls, overrides: Mapping | str | None = None) -> Preset:
        """From what differs: a mapping, or the text of a TOML or JSON file. Raises PresetError."""
        overrides = _decoded(overrides) if isinstance(overrides, str) else dict(overrides or {})
        common = catalogue.read(catalogue.COMMON)
        problems = list(_checked(overrides, common, ""))
        if problems:
            raise PresetError("\n".join(problems))
        data = _merged(common, overrides)
        problems = list(_consistent(data))
        if problems:
            raise PresetError("\n".join(problems))
        return cls(data, _difference(common, data))

    def __getitem__(self, path: str):
        """``preset["factors.school.weight"]``."""
        return functools.reduce(lambda part, name: part[name], path.split("."), self.data)

    def with_value(self, path: str, value) -> Preset:
        """The preset with one more parameter set; raises PresetError."""
        return self.with_values({path: value})

    def with_values(self, values: Mapping) -> Preset:
        """The preset with these parameters set (path -> value), checked as a whole; raises PresetError."""
        changed = self.changed
        for path, entry in values.items():
            for name in reversed(path.split(".")):
                entry = {name: entry}
            changed = _merged(changed, entry)
        return Preset.of(changed)

    @property
    def weights(self) -> dict[str, float]:
        return {name: float(self[f"factors.{name}.weight"]) for name in FACTORS}

    def text(self) -> str:
        """What differs from the common preset, as JSON: what is saved, and read again by ``of``."""
        return json.dumps(self.changed, ensure_ascii=False, indent=2, sort_keys=True)


def _decoded(text: str) -> dict:
    try:
        found = json.loads(text) if text.lstrip().startswith("{") else catalogue.parse(text)
    except ValueError as error:
        raise PresetError(tr("The preset is neither TOML nor JSON: {detail}", detail=error)) from error
    return found


def _checked(given: Mapping, common: Mapping, path: str) -> Iterator[str]:
    """Names and types, against the common preset."""
    for name, value in given.items():
        here = f"{path}.{name}" if path else str(name)
        if not path and name in _HEADINGS:
            continue
        if path in _KEYED:
            codes = model().code_lists[_KEYED[path]].codes if _KEYED[path] else None
            if codes is not None and name not in codes:
                yield tr("{path}: {value} is not a code of {list}.", path=here, value=name, list=_KEYED[path])
                continue
            sample = next(iter(common.values()))
        elif name not in common:
            close = difflib.get_close_matches(str(name), list(common), 1)
            hint = tr(" (did you mean “{word}”?)", word=close[0]) if close else ""
            yield tr("{path}: there is no such parameter{hint}.", path=here, hint=hint)
            continue
        else:
            sample = common[name]
        if isinstance(sample, Mapping):
            if isinstance(value, Mapping):
                yield from _checked(value, sample, here)
            else:
                yield tr("{path} must be a table of parameters, not {value}.", path=here, value=repr(value))
        else:
            yield from _value(here, value, sample, path)


def _value(here: str, value, sample, table: str) -> Iterator[str]:
    if here == "impact.base":
        yield from _base(value)
    elif here == "factors.repeat.same_kind":
        if not (isinstance(value, list) and all(isinstance(group, list) for group in value)):
            yield tr("{path} must be a list of lists of damage types.", path=here)
        else:
            yield from _codes(here, [code for group in value for code in group], "DT")
    elif here == "probability.adt":
        rising = isinstance(value, list) and all(_number(v) for v in value)
        if not rising or any(b <= a for a, b in zip(value, value[1:])) or len(value) != 4:
            yield tr("{path} must be four rising numbers.", path=here)
    elif isinstance(sample, list):
        if not isinstance(value, list):
            yield tr("{path} must be a list, not {value}.", path=here, value=repr(value))
        else:
            yield from _codes(here, value, _LISTED[here])
    elif isinstance(sample, str):
        if here == "score.unjudged_at_least":
            if value not in BANDS:
                yield tr("{path} must be A, B or C, not {value}.", path=here, value=repr(value))
        elif table == "category.response":
            if value != "":
                yield from _codes(here, [value], "RS")
        else:
            yield from _codes(here, [value], _CODED[here])
    elif not _number(value):
        yield tr("{path} must be a number, not {value}.", path=here, value=repr(value))
    else:
        least, most = _RANGES.get(here, _RANGES.get(table, (0, _MOST)))
        whole = (here.startswith(("impact.", "probability.")) and table != "probability.assumed_adt") and (
            here != "impact.speed_kmh"
        )
        if whole and value != int(value):
            yield tr("{path} must be a whole number, not {value}.", path=here, value=value)
        elif not least <= value <= most:
            limits = {"path": here, "value": value, "least": least, "most": most}
            if most == _MOST and value < least:
                yield tr("{path} must not be below {least}, but is {value}.", **limits)
            else:
                yield tr("{path} must lie between {least} and {most}, but is {value}.", **limits)
        elif value == 0 and (here in _POSITIVE or table in _POSITIVE):
            yield tr("{path} must be more than 0.", path=here)


def _base(value) -> Iterator[str]:
    whole = isinstance(value, list) and all(isinstance(entry, Mapping) for entry in value)
    if not whole:
        yield tr("{path} must be a list of tables with points, dt and ft.", path="impact.base")
        return
    for n, entry in enumerate(value, 1):
        here = f"impact.base[{n}]"
        for name in sorted(set(entry) - {"points", "dt", "ft"}):
            yield tr("{path}: there is no such parameter{hint}.", path=f"{here}.{name}", hint="")
        points = entry.get("points")
        if not _number(points) or points != int(points) or not 1 <= points <= 5:
            yield tr(
                "{path} must be a whole number from 1 to 5, not {value}.", path=f"{here}.points", value=points
            )
        for name, codes in (("dt", "DT"), ("ft", "FT")):
            if not isinstance(entry.get(name, []), list):
                yield tr(
                    "{path} must be a list, not {value}.", path=f"{here}.{name}", value=repr(entry[name])
                )
            else:
                yield from _codes(f"{here}.{name}", entry.get(name, []), codes)


def _codes(here: str, values: list, name: str) -> Iterator[str]:
    for value in values:
        if value not in model().code_lists[name].codes:
            yield tr("{path}: {value} is not a code of {list}.", path=here, value=value, list=name)


def _consistent(data: dict) -> Iterator[str]:
    """What only the whole can show."""
    if not any(data["factors"][name]["weight"] > 0 for name in FACTORS):
        yield tr("All weights are 0: at least one factor must count.")
    if data["score"]["bands"]["A"] < data["score"]["bands"]["B"]:
        yield tr("The limit of band A lies below that of band B.")
    order = [code for code in model().code_lists["PR"].codes]
    limits = [data["category"]["risk"][code] for code in order]
    if any(b > a for a, b in zip(limits, limits[1:])):
        yield tr("The risks of the categories do not fall from 1 to W.")
    if limits[-1] > 1:
        yield tr("The last category must begin at risk 1.")


def _number(value) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _merged(common: Mapping, given: Mapping) -> dict:
    found = copy.deepcopy(dict(common))
    for name, value in given.items():
        both = isinstance(value, Mapping) and isinstance(found.get(name), Mapping)
        found[name] = _merged(found[name], value) if both else copy.deepcopy(value)
    return found


def _difference(common: Mapping, data: Mapping) -> dict:
    found = {}
    for name, value in data.items():
        if isinstance(value, Mapping):
            part = _difference(common.get(name, {}), value)
            if part:
                found[name] = part
        elif value != common.get(name):
            found[name] = value
    return found
