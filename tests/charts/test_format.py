"""Numbers, dates and blanks read the same everywhere."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from charts import format as reads
from data.schema import code_lists
from metrics.definition import VALUE_UNITS
from metrics.result import BLANKS, STATUSES


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        (0.62345, "share", "62.3%"),
        (0.0, "share", "0.0%"),
        (512.4, "days", "512 days"),
        (1, "days", "1 day"),
        (0.5, "ratio", "0.50"),
        (1393, "count", "1,393"),
        (3.5, "count", "3.50"),
        (1234567.4, "money", "EUR 1,234,567"),
        (3.14159, "per_hundred_thousand", "3.14 per 100,000"),
        (None, "share", ""),
        (float("nan"), "days", ""),
    ],
)
def test_a_value_reads_in_its_unit(number, unit, words):
    assert reads.value(number, unit, "EUR") == words


def test_every_unit_of_the_metrics_has_words_of_its_own():
    assert len({reads.value(1234.5, unit, "EUR") for unit in VALUE_UNITS}) == len(VALUE_UNITS)


def test_an_interval_says_where_an_end_is_open():
    assert reads.interval(0.551, 0.684, "share") == "55.1% to 68.4%"
    assert reads.interval(394, 466, "days") == "394 to 466 days"
    assert reads.interval(10, 2000, "money", "EUR") == "EUR 10 to 2,000"
    assert reads.interval(394, None, "days") == "at least 394 days"
    assert reads.interval(None, 466, "days") == "at most 466 days"
    assert reads.interval(None, None, "days") == ""


def test_periods_and_horizons():
    assert reads.period(date(2024, 1, 1), date(2024, 12, 31)) == "2024"
    assert reads.period(date(2021, 1, 1), date(2024, 12, 31)) == "2021 to 2024 (together)"
    assert reads.period(date(2024, 1, 1), date(2024, 3, 31)) == "January to March 2024"
    assert reads.short_period(date(2024, 7, 1), date(2024, 12, 31)) == "Jul–Dec 2024"
    assert reads.short_period(date(2024, 1, 1), date(2024, 12, 31)) == "2024"
    assert reads.period(date(2024, 7, 2), date(2024, 9, 30)) == "2 July 2024 to 30 September 2024"
    assert reads.period(date(2024, 7, 1), date(2024, 7, 1)) == "1 July 2024"
    assert [reads.horizon(days) for days in (365, 730, 1095, 90, None)] == [
        "12 months",
        "24 months",
        "36 months",
        "90 days",
        "",
    ]


@pytest.mark.parametrize("empty", [None, "", float("nan"), np.nan, pd.NaT, pd.NA])
def test_every_kind_of_nothing_is_missing(empty):
    assert reads.is_missing(empty)


@pytest.mark.parametrize("there", [0, 0.0, False, "0", date(2024, 1, 1)])
def test_zero_is_not_missing(there):
    assert not reads.is_missing(there)


def test_every_blank_and_status_has_words_and_blanks_a_mark_of_their_own():
    assert set(reads.BLANKS) == set(BLANKS) == set(code_lists()["blank"].codes)
    assert set(reads.STATUSES) == set(STATUSES)
    marks = [words.shorthand for words in reads.BLANKS.values()]
    assert all(marks) and len(set(marks)) == len(marks)


def test_blanks_read_as_in_the_code_list():
    for code, entry in code_lists()["blank"].codes.items():
        assert reads.BLANKS[code].label == entry.label
