"""Presets: every parameter may be set, and every mistake is said in words."""

# ruff: noqa: E501  tables
from __future__ import annotations

import pytest
from gunmane import i18n
from gunmane.analysis import priority as pr
from gunmane.analysis.priority import catalogue


def paths(table, before=""):
    for name, value in table.items():
        here = f"{before}.{name}" if before else name
        if isinstance(value, dict):
            yield from paths(value, here)
        elif here not in ("format", "id", "title_ja", "title_en"):
            yield here, value


@pytest.mark.parametrize(("path", "value"), list(paths(catalogue.read("common"))))
def test_every_parameter_can_be_set_and_comes_back(path, value):
    if isinstance(value, (int, float)):
        other = {"score.bands.B": 36, "category.risk.W": 1}.get(path, value + 1 if value >= 1 else value + 0.5 if (
            path.startswith("factors")) else value + 1)  # fmt: skip
        other = 0.25 if "emergency.values" in path else other
    elif isinstance(value, list):
        other = value[:-1] if path != "probability.adt" else [1, 2, 3, 4]
    else:
        other = {"score.unjudged_at_least": "A", "factors.emergency.unknown": "1"}.get(path, "R3")
    preset = pr.Preset.of().with_value(path, other)
    assert preset[path] == other
    assert pr.Preset.of(preset.text()).data == preset.data
    if other != value:
        assert preset.changed


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"factors": {"scool": {"weight": 1}}}, "factors.scool: there is no such parameter (did you mean “school”?)."),
        ({"factors": {"school": {"weight": -1}}}, "factors.school.weight must not be below 0, but is -1."),
        ({"factors": {"school": {"weight": "20"}}}, "factors.school.weight must be a number, not '20'."),
        ({"factors": {"school": {"weight": float("nan")}}}, "factors.school.weight must be a number, not nan."),
        ({"factors": {"school": {"weight": True}}}, "factors.school.weight must be a number, not True."),
        ({"factors": {"school": 20}}, "factors.school must be a table of parameters, not 20."),
        ({"score": {"risk_share": 101}}, "score.risk_share must lie between 0 and 100, but is 101."),
        ({"score": {"bands": {"A": 30}}}, "The limit of band A lies below that of band B."),
        ({"score": {"unjudged_at_least": "D"}}, "score.unjudged_at_least must be A, B or C, not 'D'."),
        ({"category": {"risk": {"2H": 5}}}, "The risks of the categories do not fall from 1 to W."),
        ({"category": {"risk": {"W": 2}}}, "The last category must begin at risk 1."),
        ({"category": {"risk": {"3": 5}}}, "category.risk.3: 3 is not a code of PR."),
        ({"category": {"response": {"1": "R8"}}}, "category.response.1: R8 is not a code of RS."),
        ({"factors": {"traffic": {"full": 0}}}, "factors.traffic.full must be more than 0."),
        ({"factors": {"overdue": {"limit_days": {"R3": 0}}}}, "factors.overdue.limit_days.R3 must be more than 0."),
        ({"factors": {"poi": {"kinds": "HO"}}}, "factors.poi.kinds must be a list, not 'HO'."),
        ({"factors": {"repeat": {"same_kind": ["D01"]}}}, "factors.repeat.same_kind must be a list of lists of damage types."),
        ({"impact": {"base": [{"points": 6}]}}, "impact.base[1].points must be a whole number from 1 to 5, not 6."),
        ({"impact": {"base": [{"points": 2, "dt": ["D77"]}]}}, "impact.base[1].dt: D77 is not a code of DT."),
        ({"impact": {"road": 0.5}}, "impact.road must be a whole number, not 0.5."),
        ({"probability": {"adt": [1, 1, 2, 3]}}, "probability.adt must be four rising numbers."),
        ('{"factors": ', "The preset is neither TOML nor JSON:"),
        ("factors = [", "The preset is neither TOML nor JSON:"),
    ],
)  # fmt: skip
def test_mistakes_are_said_in_words(given, said):
    with i18n.speaking("en"), pytest.raises(pr.PresetError) as raised:
        pr.Preset.of(given)
    assert str(raised.value).startswith(said)


def test_all_mistakes_at_once_and_no_weights():
    with i18n.speaking("en"), pytest.raises(pr.PresetError) as raised:
        pr.Preset.of({"scope": {"closed": ["S1"]}, "bands": 3})
    assert len(str(raised.value).splitlines()) == 2
    with i18n.speaking("en"), pytest.raises(pr.PresetError, match="All weights are 0"):
        pr.Preset.of({"factors": {name: {"weight": 0} for name in pr.FACTORS}})


def test_toml_is_read_and_the_common_preset_is_not_touched():
    preset = pr.Preset.of('id = "mine"\n[factors.school]\nweight = 40\n')
    assert preset.weights["school"] == 40 and preset.weights["bus"] == 10
    assert pr.Preset.of().weights["school"] == 20
    assert preset.changed == {"id": "mine", "factors": {"school": {"weight": 40}}}
