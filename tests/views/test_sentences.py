"""Sentences say what intervals allow and no more."""

from datetime import date

import pytest

from charts.labels import Labels
from views import sentences

NAMES = Labels({"XAA": "Altaria", "XAB": "Borovia"}, {})
SHARE = {"value_unit": "share"}


def row(value, lower, upper, year=2024, place="XAA", status="reportable", blank=None):
    return {
        "jurisdiction": place,
        "period_kind": "period",
        "period_start": date(year, 1, 1),
        "period_end": date(year, 12, 31),
        "horizon_days": None,
        "category": "total",
        "currency": None,
        "value": value,
        "lower": lower,
        "upper": upper,
        "status": status,
        "blank": blank,
        "maturity": None,
        "source": "case",
    }


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (row(0.45, 0.40, 0.55), "their intervals overlap"),
        (row(0.80, 0.75, 0.85), "their intervals do not overlap"),
        (row(0.80, None, None), "nothing is said about chance"),
    ],
)
def test_change_is_judged_by_intervals(last, said):
    assert said in sentences.change([last, row(0.5, 0.4, 0.6, 2020)], SHARE, NAMES)


def test_very_uncertain_numbers_take_no_part_in_a_comparison():
    unsure = row(0.9, 0.5, 1.0, place="XAB", status="very_uncertain")
    said = sentences.spread([row(0.5, 0.4, 0.6), unsure], SHARE, NAMES)
    assert said.startswith("1 of 2 places has a number: 50.0% (Altaria)")
    assert "90" not in said


def test_blanks_are_counted_by_reason():
    rows = [row(None, None, None, blank="not_reported", status=None)] * 2
    rows.append(row(None, None, None, blank="withheld", status=None))
    said = sentences.spread(rows, SHARE, NAMES)
    assert said == (
        "None of the 3 places has a number that can be shown. "
        "Without a number: 2 not reported, 1 withheld."
    )
