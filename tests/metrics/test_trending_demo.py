"""Trends of a demo store, through the whole pipeline: counted, protected, told over time."""

from collections import defaultdict

import pandas as pd
import pytest

from benchmarks.case_store import demo_case_store
from data.demo.truths import TRUTHS
from disclosure.step import disclose
from metrics.catalogue import metrics
from metrics.compute import compute
from metrics.counted_sets import counted_sets, nested_sets
from metrics.trending import trends

MINIMUM = 10
TRENDED = ("interpreter_provision", "victims_identified", "persons_prosecuted", "special_measures_granted")  # fmt: skip


@pytest.fixture(scope="module")
def protected_and_told(build, tmp_path_factory):
    con = demo_case_store(tmp_path_factory.mktemp("trends"), cases=20_000)
    computed = compute(con, only=TRENDED)
    con.close()
    catalogue = {name: metrics()[name] for name in TRENDED}
    scopes = sorted(set(computed.results["scope"]))
    of_whom = (each(catalogue.values(), scopes) for each in (counted_sets, nested_sets))
    results = disclose(computed.results, catalogue, *of_whom).results
    return results, trends(computed.series, results, catalogue, MINIMUM)


def of_each_year(rows: list[dict]) -> dict:
    """(metric, scope, jurisdiction, year) -> the counts told for it; a number that is empty counts nobody."""
    found = defaultdict(list)
    for row in rows:
        place = (row["metric_id"], row["scope"], row["jurisdiction"], row["period_start"].year)
        sides = (row["numerator"], row["denominator"])
        found[place].append([0 if pd.isna(side) else float(side) for side in sides])
    return found


def test_nothing_is_found_by_taking_quarters_from_years(protected_and_told):
    results, table = protected_and_told
    years = of_each_year(
        [
            row
            for row in results.to_dict("records")
            if row["breakdown"] == "total"
            and row["period_start"].year == row["period_end"].year
            and not pd.isna(row["numerator"])
        ]
    )
    fine = of_each_year([row for row in table.to_dict("records") if row["grain"] != "year"])
    assert len(fine) > 50
    for place, points in fine.items():
        (total,) = years[place]
        for side in (0, 1):
            left = total[side] - sum(point[side] for point in points)
            assert left == 0 or abs(left) >= MINIMUM, place
            assert all(point[side] == 0 or point[side] >= MINIMUM for point in points)


def test_a_reform_is_seen_where_it_was_made(protected_and_told):
    """One jurisdiction of the demo set up a register of interpreters; in others hardly a quarter stands out."""
    _, table = protected_and_told
    rules = TRUTHS.interviews
    shown = table[(table["metric_id"] == "interpreter_provision") & (table["grain"] != "year")]
    place = shown[shown["jurisdiction"] == rules.register_jurisdiction]
    is_after = place["period_start"] >= rules.register_from
    assert set(place.loc[is_after, "signal"].dropna()) <= {"Above UCL", "7 Points Above CL", "2 in 3 Above CL"}  # fmt: skip
    assert place.loc[is_after, "signal"].notna().mean() > 0.5
    elsewhere = shown[shown["jurisdiction"] != rules.register_jurisdiction]
    assert len(elsewhere) > 30 and elsewhere["signal"].notna().mean() < 0.1


def test_every_point_lies_in_a_series_of_one_grain(protected_and_told):
    _, table = protected_and_told
    for _, one in table.groupby(["metric_id", "scope", "jurisdiction"]):
        assert one["grain"].nunique() == one["chart"].nunique() == 1
        assert one["value"].notna().sum() == one["points"].iloc[0]
        assert one["expected_false_alarms"].between(0, 0.5).all()
