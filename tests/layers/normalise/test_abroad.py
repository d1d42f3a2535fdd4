"""Dates as other countries write them."""

import pytest
from gunmane.layers.normalise import normalise


@pytest.mark.parametrize(
    ("kind", "text", "value", "flags"),
    [
        ("datetime_mdy", "4/12/2016 7:54", "2016-04-12T07:54:00+09:00", ()),
        ("datetime_mdy", "4/13/2016", "2016-04-13T00:00:00+09:00", ()),
        ("date_mdy", "12-31-2016", "2016-12-31", ()),
        ("date_dmy", "31.12.2016", "2016-12-31", ()),
        ("datetime_dmy", "4/12/2016 7:54", "2016-12-04T07:54:00+09:00", ()),
        ("date_dmy", "4/13/2016", None, ("E-DATE",)),
        ("date_mdy", "2016-04-12", "2016-04-12", ()),
        ("date_mdy", "", None, ()),
        ("date", "4/12/2016", None, ("E-AMBIG",)),  # without the column's word nobody knows
    ],
)
def test_the_year_may_stand_last_where_the_kind_says_so(kind, text, value, flags):
    result = normalise(kind, text)
    assert (result.value, result.flags) == (value, flags)
