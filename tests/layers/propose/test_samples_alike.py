"""The four cities' own files, proposed blind, against the profiles that were written by hand."""

import pytest
from gunmane.layers.profile import load_profiles, source_files
from gunmane.layers.propose import labels, propose
from gunmane.layers.unify.columns import match_columns

PROFILES = {p.id: p for p in load_profiles()}


def wanted(targets) -> set:
    if targets is None:
        return {"-"}
    return {
        "ignore" if t.ignore else t.field or t.personal or ("link" if t.link else "context") for t in targets
    }


def got(choice) -> set:
    if choice is None or not choice.targets:
        return {"ignore"}
    return {
        t.get("field") or t.get("personal") or ("link" if "link" in t else "context") for t in choice.targets
    }


def alike(profile, proposal, folder) -> tuple[float, list]:
    same = every = 0
    wrong = []
    for source in proposal.sources:
        path = source.ledger.raw.path
        by_hand = next((s for s in profile.sources if path in source_files(s, folder)), None)
        if by_hand is None:
            continue
        matching = match_columns(by_hand, source.ledger.columns, source.ledger.cut)
        table = source.table.name if source.refusal is None else None
        coordinates = {*source.place.columns, by_hand.geometry.a, by_hand.geometry.b}
        for label in source.ledger.columns:
            if label in coordinates:
                continue
            every += 1
            right = table == by_hand.table and wanted(matching.roles.get(label)) == got(
                source.choices.get(label)
            )
            same += right
            wrong += [] if right else [(source.title, label)]
    return same / every, wrong


@pytest.fixture
def folder_of(samples):
    return lambda profile: next(p for p in samples.iterdir() if p.name.startswith(profile.city_code))


@pytest.mark.parametrize("name", sorted(PROFILES))
def test_most_columns_are_mapped_as_by_hand(name, folder_of):
    profile = PROFILES[name]
    folder = folder_of(profile)
    proposal = propose([folder], profile.city_code)
    share, wrong = alike(profile, proposal, folder)
    assert share >= 0.95, wrong
    for source in proposal.kept:
        by_hand = next(
            (s for s in profile.sources if source.ledger.raw.path in source_files(s, folder)), None
        )
        if by_hand is None:
            continue
        assert source.place.kind == by_hand.geometry.kind, source.title
        if by_hand.geometry.crs:
            assert (source.place.crs or source.place.stated) == by_hand.geometry.crs, source.title
        if source.place.kind != "none":
            assert source.place.inside > 0.95, source.title
        for label, choice in source.choices.items():  # no person's column in the public store
            hand = match_columns(by_hand, source.ledger.columns, source.ledger.cut).roles.get(label, ())
            assert choice.field is None or not any(t.personal for t in hand), (source.title, label)


def without_words_of(profile):
    """The dictionary without the spellings that only this city uses, and how many those were."""
    others = {bare(c) for p in PROFILES.values() if p is not profile for s in p.sources for c in s.columns}
    own = {bare(c) for s in profile.sources for c in s.columns} - others
    entries = labels.tomllib.loads(labels.SYNONYMS.read_text(encoding="utf-8"))
    forgotten = 0
    for fields in entries["columns"].values():
        for field, words in fields.items():
            fields[field] = [w for w in words if bare(w) not in own]
            forgotten += len(words) - len(fields[field])
    return labels.Dictionary(entries), forgotten


def bare(label: str) -> str:
    return labels.read_label(label).bare


@pytest.mark.parametrize("name", ["joso", "tsukubamirai"])
def test_without_this_citys_own_spellings_most_is_still_found(name, folder_of, monkeypatch):
    """The dictionary knows these cities' words; a fifth city's are met only through others'. So forget one city's."""
    profile = PROFILES[name]
    folder = folder_of(profile)
    found, forgotten = without_words_of(profile)
    assert forgotten >= 20
    monkeypatch.setattr("gunmane.layers.propose.proposal.dictionary", lambda: found)
    share, wrong = alike(profile, propose([folder], profile.city_code), folder)
    assert share >= 0.8, wrong
