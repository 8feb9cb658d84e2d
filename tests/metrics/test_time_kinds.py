"""The pace of a year and repeat episodes come out of a store as plain Python adds them up from its records."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from metrics.catalogue import metrics, populations
from metrics.compute import as_planned, compute
from metrics.counting.text import PARTS
from metrics.estimating.time_to_event import estimate
from metrics.example import example_store
from metrics.figure import Figure
from metrics.sql import counting_statement
from tests.metrics.stores import AS_OF, dated, store_of


def records_of(seed: int, number: int) -> list[dict]:
    """Proceedings begun over six years, ties and unknown dates among them."""
    draw = np.random.default_rng(seed)
    return dated(
        [
            {
                "person": int(draw.integers(1, 200)),
                "charged": None if draw.random() < 0.03 else int(draw.integers(0, 2100)),
                "took": None if draw.random() < 0.1 else int(draw.exponential(30)) * 10,
                "outcome": "convicted",
                "offence": "0204",
            }
            for _ in range(number)
        ]
    )


def median_of_window(records: list[dict], start: date, end: date) -> tuple[int, int, float | None]:
    """Ended in the window, open in it, and the day at which the curve of those followed in it only reaches one half."""
    seen, ended = [], 0
    for record in records:
        if record["charged_on"] is None or record["charged_on"] > end:
            continue
        last = record["disposed_on"] or AS_OF
        if last < start:
            continue
        # At risk on a day of one's own clock that lies in the window.
        first_age = max(0, (start - record["charged_on"]).days)
        last_age = (min(last, end) - record["charged_on"]).days
        is_end = record["disposed_on"] is not None and last <= end
        seen.append((first_age, last_age, is_end))
        ended += is_end
    left = 1.0
    for day in range(3000):
        at_risk = sum(first <= day <= last for first, last, _ in seen)
        ends = sum(is_end and last == day for _, last, is_end in seen)
        if ends:
            left *= 1 - ends / at_risk
            if left <= 0.5:
                return ended, len(seen), day
    return ended, len(seen), None


@pytest.mark.parametrize("seed", [1, 2])
def test_the_pace_of_a_year_and_of_several(seed):
    records = records_of(seed, 700)
    results = as_planned(compute(store_of(records), only=("current_pace",)).results)
    results = results[results.scope == "trafficking"]
    told = 0
    for row in results[results.blank.isna()].itertuples():
        wanted = median_of_window(records, row.period_start, row.period_end)
        years = range(row.period_start.year, row.period_end.year + 1)
        ends = [median_of_window(records, date(y, 1, 1), date(y, 12, 31)) for y in years]
        # Years add up to the block: one open in three of them counts three times below the line.
        assert row.numerator == wanted[0] == sum(each[0] for each in ends)
        assert row.denominator == sum(each[1] for each in ends)
        assert len(ends) == 1 or wanted[1] < row.denominator
        assert row.value == wanted[2]
        assert row.lower <= row.value <= row.upper
        told += 1
    spans = {(row.period_end.year - row.period_start.year) for row in results.itertuples()}
    assert told >= 5 and max(spans) == 2


def test_a_pace_that_starts_among_too_few_is_not_told():
    # 9 begin in the year and end at once; 200 others are old: half of those who lasted is not half of all.
    row = {"period_year": 2021, "occurrences": 9, "units": 9, "newcomers": 9}
    old = {"period_year": 2021, "occurrences": 200, "units": 200, "newcomers": 0}
    rows = [
        row | {"ending": "convicted", "days": 5},
        old | {"ending": "convicted", "days": 300},
        old | {"ending": "came_late", "days": 100, "units": 0},
    ]
    (figure,) = estimate(metrics()["current_pace"], rows, "trafficking")
    assert isinstance(figure, Figure)
    assert (figure.numerator, figure.denominator) == (209, 209)
    assert (figure.value, figure.blank) == (None, "insufficient")


def survivors(seed: int, number: int) -> list[dict]:
    """Survivors who left in 2019, when they were last reached, and the days of their new episodes."""
    draw = np.random.default_rng(seed)
    found = []
    for _ in range(number):
        left = date(2019, 1, 1) + timedelta(int(draw.integers(0, 365)))
        sight = int(draw.exponential(1200)) // 30 * 30
        days = sorted({int(day) // 50 * 50 for day in draw.random(draw.poisson(0.8)) * 1500})
        found.append({"left": left, "sight": sight, "days": days})
    return found


def store_of_survivors(people: list[dict]):
    rows = {"victims": [], "exits": [], "followups": [], "retrafficking": []}
    for number, person in enumerate(people):
        name = {"victim_id": f"v{number}"}
        rows["victims"].append(name)
        rows["exits"].append(name | {"exited_on": person["left"]})
        seen = person["left"] + timedelta(person["sight"])
        rows["followups"].append(name | {"contact_on": seen, "reached": True})
        for day in person["days"]:
            # Two reports of one day are one episode.
            again = name | {"onset_on": person["left"] + timedelta(day)}
            rows["retrafficking"] += [again, again]
    return example_store(
        {table: tuple(each) for table, each in rows.items()},
        covered_from=date(2018, 1, 1),
        as_of=AS_OF,
    )


@pytest.mark.parametrize("seed", [3, 4])
def test_repeat_episodes(seed):
    people = survivors(seed, 150)
    results = as_planned(
        compute(store_of_survivors(people), only=("episodes_per_survivor",)).results
    )
    mine = results[(results.period_start == date(2019, 1, 1)) & (results.breakdown == "total")]
    mine = mine[mine.period_end == date(2019, 12, 31)]
    assert list(mine.horizon_days) == [365, 730, 1095]
    end_of = [max([person["sight"], *person["days"]]) for person in people]
    for row in mine.itertuples():
        horizon = row.horizon_days
        events = [day for person in people for day in person["days"] if day <= horizon]
        mean = sum(1 / sum(end >= day for end in end_of) for day in events)
        assert (row.numerator, row.denominator) == (len(events), len(people))
        assert row.value == pytest.approx(mean, abs=1e-9)
        assert row.lower < row.value < row.upper
        assert pd.isna(row.bound_lower) and pd.isna(row.bound_upper)
        hit = sum(any(day <= horizon for day in person["days"]) for person in people)
        assert row.contributors == hit


def test_a_mean_of_one_kind_of_end_alone_is_refused():
    metric = metrics()["mean_time_to_outcome"]
    metric = replace(metric, counting=metric.counting | {"events": ("a",)})
    with pytest.raises(ValueError, match="all ends together"):
        estimate(metric, [], "trafficking")


@pytest.mark.parametrize(
    ("paid", "refused", "waiting", "value", "blank"),
    [(30, 5, 5, 100, None), (15, 25, 0, None, "not_applicable"), (5, 5, 30, None, "not_yet")],
)
def test_half_of_all_is_not_half_of_those_who_got_there(paid, refused, waiting, value, blank):
    metric = replace(
        metrics()["time_to_disposition"],
        counting={"estimate": "median", "events": ("paid",)},
    )
    rows = [
        {"ending": "paid", "days": 100, "units": paid},
        {"ending": "refused", "days": 200, "units": refused},
        {"ending": "open", "days": 300, "units": waiting},
    ]
    (figure,) = estimate(metric, rows, "trafficking")
    assert (figure.numerator, figure.denominator) == (paid, 40)
    assert (figure.value, figure.blank) == (value, blank)


def test_a_young_cohort_has_bounds_of_its_mean_and_no_mean():
    metric = metrics()["mean_time_to_outcome"]
    rows = [
        {"ending": "cleared", "days": 100, "units": 20, "followable_1095": 0},
        {"ending": "open", "days": 400, "units": 20, "followable_1095": 0},
    ]
    (figure,) = estimate(metric, rows, "trafficking")
    assert (figure.value, figure.blank, figure.maturity) == (None, "not_yet", "bounds_only")
    # (20 x 100 + 20 x 400)/40 at least, (20 x 100 + 20 x 1095)/40 at most
    assert (figure.bound_lower, figure.bound_upper) == (250, 597.5)


def test_the_pace_of_a_quarter():
    records = records_of(5, 1500)
    con = store_of(records)
    metric = metrics()["current_pace"]
    name = metric.population
    con.execute(f"CREATE TEMP TABLE {name} AS {populations()[name].rows}")
    fine = replace(metric, counting=metric.counting | {"grain": "quarter"})
    counted = con.execute(counting_statement(fine)).df().astype(object)
    counted = counted.where(counted.notna(), None)
    told = 0
    for year, quarter in itertools.product(range(2019, 2024), range(4)):
        mine = counted[counted["period_year"] == 4 * year + quarter].to_dict("records")
        (figure,) = estimate(fine, mine, "trafficking")
        start, end = (date.fromisoformat(f"{year}-{day}") for day in PARTS["quarter"][quarter])
        ended, present, median = median_of_window(records, start, end)
        assert (figure.numerator, figure.denominator) == (ended, present)
        if figure.value is not None:
            assert figure.value == median
            told += 1
    assert told >= 10
