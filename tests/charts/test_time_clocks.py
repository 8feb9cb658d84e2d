"""What clocks read and why they disagree: each sentence with a made-up place where it holds, and one where it does not."""

import pytest

from charts import time_backlog, time_reasons
from charts.labels import Labels
from charts.time_clocks import CLOCKS, clocks, headline, not_reached, reading
from charts.time_readings import Readings, apart, percent
from tests.views.made_results import result

LABELS = Labels({"XAA": "Altaria"})
YEAR, BEFORE = (2024, 2024), (2023, 2023)


def days(metric_id: str, value: float, years=YEAR, width: float = 20, **more) -> dict:
    given = {"value": value, "lower": value - width, "upper": value + width}
    return result(metric_id, years, **(given | {"numerator": 80.0, "denominator": 100.0} | more))


def clearance(ended: float, came_in: float, years=YEAR) -> dict:
    given = {"numerator": ended, "denominator": came_in, "value": ended / came_in}
    return result("clearance_rate", years, **given, lower=0.1, upper=2.0)


def definition(metric_id: str, unit: str = "days") -> dict:
    return {
        "metric_id": metric_id,
        "title": metric_id,
        "kind": "time_to_event",
        "value_unit": unit,
        "unit_counted": "proceedings",
    }


def test_a_median_not_reached_says_how_long_half_have_waited_at_least():
    row = days("time_to_disposition", 0, numerator=30.0, blank="not_yet", status=None)
    row |= {"value": None, "lower": None, "upper": None}
    assert not_reached(row, 0.5) == "more than 365 days: half have not ended (30 of 100 have)"
    assert reading("time_to_disposition", row, definition("time_to_disposition")).startswith(
        "more than 365 days"
    )
    assert not_reached(row | {"as_of": row["period_end"]}, 0.5).startswith("not reached: half")
    assert not_reached(row, 0.9).startswith("more than 365 days: more than one in ten")


@pytest.mark.parametrize(
    "changes",
    [
        {"blank": "suppressed"},
        {"blank": None},
        {"numerator": None},
        {"denominator": None},
        {"numerator": 60.0},
        {"denominator": 0.0},
    ],
)
def test_nothing_is_said_of_waits_that_counts_do_not_show(changes):
    row = days("time_to_disposition", 0, numerator=30.0, blank="not_yet") | changes
    assert not_reached(row, 0.5) == ""


def test_clocks_stand_on_one_axis_in_the_order_of_proceedings():
    rows = {
        "pending_age": days("pending_age", 300),
        "time_to_disposition": days("time_to_disposition", 420),
    }
    chart = clocks(rows, {key: definition(key) for key in rows}, LABELS)
    assert [row["value"] for row in chart.rows] == [420, 300]
    assert chart.unit == "days" and chart.kind == "bar"
    assert chart.title == "In Altaria, 2 clocks read from 300 days to 420 days"
    assert set(rows) < set(CLOCKS)


def test_one_clock_alone_is_no_chart():
    rows = {"pending_age": days("pending_age", 300)}
    assert clocks(rows, {"pending_age": definition("pending_age")}, LABELS) is None


def test_clocks_that_are_mostly_hidden_are_not_called_intervals():
    told = {key: days(key, 400, status="very_uncertain") for key in CLOCKS}
    assert headline(told, "Altaria") == "In Altaria, most clocks can be read as intervals only"
    hidden = {"blank": "suppressed", "value": None, "lower": None, "upper": None}
    mostly = told | {key: told[key] | hidden for key in list(CLOCKS)[:-2]}
    assert headline(mostly, "Altaria") == "In Altaria, most clocks cannot be read"


def readings(now: list[dict], before: list[dict] = ()) -> Readings:
    return Readings(*({row["metric_id"]: row for row in rows} for rows in (now, before)))


def test_intervals_that_overlap_are_not_told_apart():
    assert apart(days("current_pace", 300), days("current_pace", 400))
    assert not apart(days("current_pace", 300), days("current_pace", 310))
    assert not apart(days("current_pace", 300), days("current_pace", 400, lower=None))


@pytest.mark.parametrize(
    ("pace", "said"),
    [(200, "Courts ended cases faster in 2024"), (600, "more slowly"), (430, "intervals overlap")],
)
def test_pace_is_set_against_the_cohort(pace, said):
    found = readings([days("time_to_disposition", 420), days("current_pace", pace)])
    assert said in time_reasons.pace_and_cohort(found)


def test_pace_is_not_told_without_both_numbers():
    weak = days("current_pace", 200, status="very_uncertain")
    assert time_reasons.pace_and_cohort(readings([days("time_to_disposition", 420), weak])) == ""
    assert time_reasons.reasons(readings([])) == []


@pytest.mark.parametrize(
    ("value", "said"), [(700, "comes near the mean"), (200, "lies below the second"), (405, "")]
)
def test_what_cepej_calls_time_is_set_against_the_pace(value, said):
    found = readings([days("disposition_time", value), days("current_pace", 400)])
    told = time_reasons.mean_and_middle(found)
    assert (said in told) if said else told == ""


def test_a_slow_end_is_told_from_twice_the_middle_on():
    for slow, times in ((1000, "2.5 times"), (700, "")):
        found = readings([days("time_to_disposition", 400), days("time_to_disposition_90", slow)])
        told = time_reasons.slow_end(found)
        assert (times in told) if times else told == ""


@pytest.mark.parametrize(
    ("ended", "age", "said"),
    [
        (120, 500, "More ended than came in, and yet those who wait have waited longer"),
        (120, 200, "old cases were ended"),
        (80, 200, "a stock looks younger"),
        (80, 500, "a backlog in the making"),
        (80, 300, "The age did not move"),
    ],
)
def test_clearance_is_checked_against_the_age_of_what_is_open(ended, age, said):
    found = readings(
        [clearance(ended, 100), days("pending_age", age)], [days("pending_age", 300, BEFORE)]
    )
    assert said in time_backlog.clearance_and_age(found)
    assert f"{ended}.0% ({ended} ended, 100 came in)" in time_backlog.clearance_and_age(found)


def test_a_small_change_of_age_may_be_chance_and_other_years_are_not_mixed():
    before = [days("pending_age", 300, BEFORE)]
    told = time_backlog.clearance_and_age(
        readings([clearance(120, 100), days("pending_age", 310)], before)
    )
    assert "310 days, which may be chance." in told
    told = time_backlog.clearance_and_age(
        readings([clearance(80, 100), days("pending_age", 300)], before)
    )
    assert "from 300 days to 300 days. The age did not move." in told
    other = readings([clearance(120, 100, (2022, 2022)), days("pending_age", 310)], before)
    assert time_backlog.clearance_and_age(other) == ""


def test_bulk_closure_is_named_where_cepej_improves_and_the_pace_does_not():
    before = [days("disposition_time", 600, BEFORE), days("current_pace", 400, BEFORE)]
    now = [clearance(130, 100), days("disposition_time", 450)]
    told = time_backlog.closed_in_bulk(readings([*now, days("current_pace", 405)], before))
    assert "600 days to 450 days" in told and "would look just like this" in told
    assert time_backlog.closed_in_bulk(readings([*now, days("current_pace", 300)], before)) == ""
    slower = [clearance(90, 100), days("disposition_time", 450), days("current_pace", 405)]
    assert time_backlog.closed_in_bulk(readings(slower, before)) == ""


def test_cases_left_lying_are_named_where_old_ones_grow_and_the_pace_quickens():
    old = {"lower": 0.28, "upper": 0.32}
    then = days("pending_over_two_years", 0.1, BEFORE) | {"lower": 0.08, "upper": 0.12}
    now = days("pending_over_two_years", 0.3) | old
    quick = readings([now, days("current_pace", 300)], [then, days("current_pace", 400, BEFORE)])
    assert "hard ones are left lying" in time_backlog.left_lying(quick)
    slow = readings([now, days("current_pace", 500)], [then, days("current_pace", 400, BEFORE)])
    assert time_backlog.left_lying(slow).endswith("Old cases are left lying.")
    same = readings(
        [then | {"metric_id": "pending_over_two_years"}, days("current_pace", 300)], [then]
    )
    assert time_backlog.left_lying(same) == ""


@pytest.mark.parametrize(("came_in", "said"), [(130, "30% more"), (70, "30% fewer"), (105, "")])
def test_intake_is_told_where_it_moved(came_in, said):
    told = time_backlog.intake(readings([clearance(90, came_in)], [clearance(90, 100, BEFORE)]))
    assert (said in told) if said else told == ""


def test_clearance_reads_as_cepej_writes_it():
    assert percent(clearance(97, 100)) == "97.0%"
