"""Hiding counts, coarsening, recomputing and the grid in turn: what comes out is fit for a release, and stays as it is."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.grid import coarsen_days
from disclosure.primary import primaries
from disclosure.recompute import hide_counts, recompute
from disclosure.shares import coarsen_shares
from metrics.catalogue import metrics
from metrics.estimators import wilson
from metrics.result import RESULT_COLUMNS
from release.complete import incomplete

CATALOGUE = metrics()
KINDS = {name: metric.kind for name, metric in CATALOGUE.items()}
UNITS = {name: metric.value_unit for name, metric in CATALOGUE.items()}
POPULATIONS = {name: metric.population for name, metric in CATALOGUE.items()}
NAMES = ("claim_rate", "cohort_conviction", "time_to_disposition_75", "compensation_paid")
DEFINITIONS = pd.DataFrame({"metric_id": NAMES, "pair": NAMES})

numbers = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.integers(0, 60),
        st.integers(0, 60),
        st.floats(0, 1),
        st.integers(0, 900),
        st.sampled_from(["XAA", "TUV"]),
    ),
    min_size=1,
    max_size=12,
)


def row(place: int, name: str, above: int, left: int, part: float, days: int, jurisdiction: str):
    below = above + left
    share = wilson(above, below)
    facts = {"value": share.value, "lower": share.lower, "upper": share.upper}
    scale = 1.0
    if UNITS[name] == "days":
        facts = {"value": days + part, "lower": days * part, "upper": days + 3.0}
    elif KINDS[name] == "money_funnel":
        scale = 1234.56
    elif KINDS[name] == "time_to_event" and below:
        # Those who could not be seen are whole people.
        unseen = round(left * part)
        bounds = {"bound_lower": above / below, "bound_upper": (above + unseen) / below}
        seen = above / below + (bounds["bound_upper"] - above / below) * 0.37
        facts = bounds | {"value": seen, "lower": seen * part, "upper": seen + (1 - seen) * part}
    if below < 10:
        facts = {"status": "insufficient", "blank": "insufficient"}
    else:
        facts |= {"status": "reportable", "interval_method": "any"}
    return (
        dict.fromkeys((*RESULT_COLUMNS, "blank"))
        | {
            "metric_id": name,
            "scope": "trafficking",
            "source": "case",
            "jurisdiction": jurisdiction,
            "period_start": place,
            "breakdown": "sex",
            "category": "female",
            "unit_counted": CATALOGUE[name].unit_counted,
            "numerator": above * scale,
            "denominator": below * scale,
            "missing_share": part,
            "contributors": below if scale > 1 else None,
        }
        | facts
    )


def told_of(rows: pd.DataFrame) -> pd.DataFrame:
    return coarsen_days(
        recompute(coarsen_shares(rows, KINDS), KINDS, UNITS, POPULATIONS), CATALOGUE
    )


@settings(deadline=None, max_examples=15)
@given(numbers)
def test_what_is_told_is_complete_and_nothing_small_is_left(given_):
    rows = pd.DataFrame([row(place, *each) for place, each in enumerate(given_)])
    found = primaries(rows, KINDS, POPULATIONS)
    marked = pd.DataFrame(
        {name: found[name] | found["whole_row"] for name in ("numerator", "denominator")}
    )
    told = told_of(hide_counts(rows[list(RESULT_COLUMNS)], marked))
    assert incomplete(told, DEFINITIONS) == []
    for name in ("numerator", "denominator"):
        shown = pd.to_numeric(told[name])
        people = shown[rows["unit_counted"] != "money"]
        assert not people.between(0, 10, inclusive="neither").any()
    pd.testing.assert_frame_equal(told_of(told), told)


def test_rows_that_are_hidden_in_part_tell_nothing_else():
    rows = pd.DataFrame([row(0, "claim_rate", 4, 46, 0.2, 0, "XAA")])
    found = primaries(rows, KINDS, POPULATIONS)
    told = told_of(hide_counts(rows[list(RESULT_COLUMNS)], found)).iloc[0]
    assert told["denominator"] == 50
    assert told["blank"] == told["status"] == "suppressed"
    assert told[["numerator", "value", "lower", "upper", "missing_share"]].isna().all()


@pytest.mark.parametrize("below", [10, 19])
def test_ten_to_nineteen_show_counts_only(below):
    rows = pd.DataFrame([row(0, "claim_rate", below, 0, 0.0, 0, "XAA")])
    told = told_of(rows[list(RESULT_COLUMNS)]).iloc[0]
    assert (told["numerator"], told["denominator"]) == (below, below)
    assert told["blank"] == "insufficient"
    assert pd.isna(told["value"])
