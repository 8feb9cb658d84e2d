"""Frames of compliance have the declared columns and types, whatever the days were written as."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from compliance.frame import as_days, in_columns

DECLARED = {
    "name": ("VARCHAR", "A name."),
    "seen_on": ("DATE", "A day."),
    "count": ("INTEGER", "A count."),
    "share": ("DOUBLE", "A share."),
    "is_new": ("BOOLEAN", "Whether it is."),
}


@pytest.mark.parametrize(
    "written",
    [date(2024, 2, 29), pd.Timestamp("2024-02-29"), np.datetime64("2024-02-29"), "2024-02-29"],
)
def test_a_day_is_a_day_however_it_is_written(written):
    found = in_columns(pd.DataFrame({"seen_on": [written, None]}, dtype=object), DECLARED)
    assert list(found["seen_on"]) == [date(2024, 2, 29), None]


def test_days_written_in_several_ways_stand_in_one_column():
    column = pd.Series([date(2024, 1, 1), pd.Timestamp("2024-01-02"), "2024-01-03", None], dtype=object)  # fmt: skip
    assert list(as_days(column).dt.day.dropna()) == [1, 2, 3]


def test_what_is_empty_stays_empty_and_what_was_not_declared_goes():
    rows = pd.DataFrame({"other": [1, 2], "name": ["", np.nan], "count": [None, 3]}, index=[7, 7])
    found = in_columns(rows, DECLARED)
    assert list(found.columns) == list(DECLARED) and list(found.index) == [0, 1]
    assert list(found["name"]) == [None, None]
    assert found["count"].isna().tolist() == [True, False]
    assert found[["seen_on", "share", "is_new"]].isna().all(axis=None)


def test_nothing_has_its_columns():
    assert list(in_columns(pd.DataFrame(), DECLARED).columns) == list(DECLARED)
