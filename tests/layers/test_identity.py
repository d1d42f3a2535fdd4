"""Ids are stable, ours alone, and cheap."""

import uuid

import numpy as np
from gunmane.layers.identity import NAMESPACE, content_hash, key_text, row_uuid, row_uuids, short_ids
from hypothesis import given
from hypothesis import strategies as st


@given(st.lists(st.text(max_size=20), max_size=20))
def test_row_uuids_are_version_5_uuids_of_city_table_and_key(keys):
    expected = [
        str(uuid.uuid5(NAMESPACE, f"082244|request|{key}"))
        for key in keys
        if not any("\ud800" <= c <= "\udfff" for c in key)
    ]
    clean = [key for key in keys if not any("\ud800" <= c <= "\udfff" for c in key)]
    assert row_uuids("082244", "request", clean) == expected


def test_the_same_key_of_another_city_or_table_is_another_row():
    assert (
        len(
            {
                row_uuid("082244", "request", "1"),
                row_uuid("082112", "request", "1"),
                row_uuid("082244", "damage", "1"),
            }
        )
        == 3
    )


def test_short_ids_tell_uuids_apart():
    uuids = row_uuids("082244", "request", [str(n) for n in range(10_000)])
    assert len(np.unique(short_ids(uuids))) == 10_000


def test_a_key_is_compared_without_width_and_outer_blanks():
    assert key_text(" Ｒ７－１２ ") == "R7-12"
    assert key_text("　") is None and key_text(None) is None


def test_a_keyed_print_cannot_be_made_without_the_secret():
    assert content_hash(["090-0000-0000"], b"a" * 32) != content_hash(["090-0000-0000"])
