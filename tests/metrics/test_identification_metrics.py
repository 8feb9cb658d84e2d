"""Numbers about victims that must fit together, in a demo store; each is counted a second time in `test_audit_recount`."""

from collections import defaultdict
from datetime import date

import pytest

from metrics.compute import as_planned, compute
from metrics.example import example_store
from metrics.example_agencies import agencies
from metrics.example_rows import together
from metrics.example_tables import happened, several


def results_of(results, name):
    return results[results["metric_id"] == name]


def years(results, name):
    """(jurisdiction, year) -> numerator of the yearly totals of a metric that are told."""
    found = results_of(results, name)
    found = found[(found["breakdown"] == "total") & found["numerator"].notna()]
    return {
        (row.jurisdiction, row.period_start.year): row.numerator
        for row in found.itertuples()
        if row.period_start.year == row.period_end.year
    }


def test_the_last_step_of_the_staircase_and_the_conviction_of_victims_are_one_number(demo_results):
    steps = results_of(demo_results, "attrition")
    steps = steps[(steps["breakdown"] == "stage") & (steps["category"] == "convicted")]
    alone = results_of(demo_results, "victims_conviction_within_3_years")
    alone = alone[alone["breakdown"] == "total"]
    columns = ["jurisdiction", "period_start", "period_end", "numerator", "denominator", "value"]
    both = steps[columns].merge(alone[columns], on=columns[:3])
    told = both[both["value_x"].notna()]
    assert len(told) >= 20
    assert told["value_x"].tolist() == told["value_y"].tolist()
    assert told["numerator_x"].tolist() == told["numerator_y"].tolist()


def test_who_refers_adds_up_to_all_who_were_referred(demo_results):
    presumed = years(demo_results, "victims_presumed")
    mix = results_of(demo_results, "referral_source_mix")
    sums = defaultdict(float)
    for row in mix[mix["numerator"].notna()].itertuples():
        if row.period_start.year == row.period_end.year:
            sums[row.jurisdiction, row.period_start.year] += row.numerator
    told = {cell: number for cell, number in presumed.items() if number >= 10}
    assert len(told) >= 20 and {cell: sums[cell] for cell in told} == told


def bodies(event: str):
    """Persons to whom an event happened in 2021: twelve by the police, three by nobody that is named, and two by two bodies."""
    own = {
        "agencies": (
            *agencies("police", kind="police")["agencies"],
            *agencies("shelter", kind="support")["agencies"][1:],
        )
    }
    everybody = (("a", 12), ("b", 4), ("c", 3), ("d", 2))
    return together(
        own,
        *(several("victims", letter, count, "victim_id") for letter, count in everybody),
        happened("victim", "a", 12, event, "2021-03-01", agency_id="XAA-police"),
        # A later event of another body changes nothing.
        happened("victim", "a", 12, event, "2021-05-01", agency_id="XAA-shelter"),
        happened("victim", "b", 4, event, "2021-06-01", agency_id="XAA-shelter"),
        happened("victim", "c", 3, event, "2021-07-01", agency_id=None),
        # Of two on one day the one that is known.
        happened("victim", "d", 2, event, "2021-08-01", agency_id=None),
        happened("victim", "d", 2, event, "2021-08-01", agency_id="XAA-police"),
    )


@pytest.mark.parametrize(
    ("metric", "event"), [("victims_identified", "identified"), ("victims_presumed", "referred")]
)
def test_everybody_stands_under_the_body_that_came_first(metric, event):
    rows = bodies(event)
    # What came later stands first in the log.
    late_first = sorted(rows["events"], key=lambda row: row["occurred_on"], reverse=True)
    rows["events"] = tuple(late_first)
    found = as_planned(compute(example_store(rows), ("trafficking",), only=(metric,)).results)
    found = found[(found["breakdown"] == "agency_kind") & (found["numerator"] > 0)]
    found = found[found["period_start"] == date(2020, 1, 1)]
    told = dict(zip(found["category"], found["numerator"], strict=True))
    assert told == {"police": 12 + 2, "support": 4, "unknown": 3}
