"""Every case metric of a demo store, counted a second time one by one by arithmetic that shares nothing with `metrics/`.

`tests/metrics/by_hand` counts year by year; a block of years is held against its years together.
"""

from collections import Counter
from statistics import mean, median

import pytest

from metrics.catalogue import metrics
from tests.metrics.by_hand.spells import curve_at, ended_by, half_in_windows, mean_within
from tests.metrics.conftest import ALL_CRIME

LAST_YEAR = 2025
"""The demo's files hold some impossible days behind it, which intake blanks before anything is counted."""
UNLINKED = "XAH"
"""The demo's jurisdiction whose victims cannot be linked to the courts."""
RARE = {
    "extradition_execution",
    "foreign_confiscation_execution",
    "refusal_grounds",
    "rereferral",
    "time_to_retrafficking",
    "relocation_granted",
    "carriers_sanctioned",
    "dates_in_wrong_order",
}
"""So rare in the demo that few numbers are told."""

RARELY_TOLD = {
    "auditor_agreement",
    "orders_answered_in_120_days",
    "request_turnaround",
    "time_to_payment",
}
"""Counted often enough, but seldom told: what is counted is compared all the same."""


class Held(Counter):
    """How many counts, and values, of a metric were held against a second one."""

    def counts(self, row) -> None:
        self[row["metric_id"], "counts"] += bool(row["numerator"])

    def value(self, row, value) -> None:
        if known(row["value"]) and value is not None:
            assert row["value"] == pytest.approx(value, rel=1e-9, abs=1e-9), places(row)
            self[row["metric_id"], "values"] += 1

    def assert_enough(self, names, values: int = 3) -> None:
        """Nothing is proved by comparing blanks."""
        least = (("counts", 5), ("values", values))
        lacking = {name for name in set(names) - RARE for side, n in least if self[name, side] < n}
        assert not lacking


def known(value) -> bool:
    return value is not None and value == value


def places(row) -> list[tuple]:
    """The keys of the years that a row covers."""
    years = range(row["period_start"].year, row["period_end"].year + 1)
    head = row["metric_id"], row["scope"], row["jurisdiction"]
    return [(*head, year, row["breakdown"], row["category"]) for year in years]


def names_of(*counted) -> set[str]:
    return {key[0] for each in counted for key in each}


@pytest.fixture(scope="module")
def rows(demo_results):
    """Rows that have counts, metric by metric."""
    found = {name: [] for name in metrics()}
    for row in demo_results[demo_results["numerator"].notna()].to_dict("records"):
        found[row["metric_id"]].append(row)
    return found


def of(rows, names):
    return [row for name in sorted(names) for row in rows[name]]


def test_every_case_metric_is_counted_twice(by_hand, answers_by_hand):
    one_by_one = names_of(by_hand.tallies, by_hand.amounts, by_hand.followed, by_hand.ages,
        by_hand.windows, by_hand.repeats, by_hand.found)  # fmt: skip
    answered = {key[0] for key in answers_by_hand.found}
    cases = {name for name, metric in metrics().items() if metric.data == "case"}
    # What the silent would say is the same answers under assumptions.
    assert one_by_one | answered | {"satisfaction_if_silent_differ"} == cases
    assert len(cases) > 150


def test_shares_counts_flows_and_mixes(rows, by_hand, demo_store):
    residents = {
        (place, start.year): number
        for place, start, number in demo_store.execute(
            "SELECT jurisdiction, period_start, residents FROM residents"
        ).fetchall()
    }
    held, names = Held(), names_of(by_hand.tallies)
    ages = names_of(by_hand.ages)
    for row in of(rows, names):
        metric, keys = metrics()[row["metric_id"]], places(row)
        above = sum(len(by_hand.tallies[key][0]) for key in keys)
        if metric.kind == "mix":
            keys = [(*key[:5], None) for key in keys]
        below = sum(len(by_hand.tallies[key][1]) for key in keys)
        if metric.kind == "rate":
            below = sum(residents[key[2], key[3]] for key in keys)
        assert row["numerator"] == above, places(row)
        assert metric.kind == "count" or row["denominator"] == below, places(row)
        held.counts(row)
        if metric.kind == "count":
            held.value(row, above)
        elif below:
            per = {"rate": 100_000, "stock_to_flow": 365}.get(metric.kind, 1)
            held.value(row, per * above / below)
    held.assert_enough(names - ages)


def test_means(rows, by_hand):
    held, names = Held(), names_of(by_hand.amounts)
    for row in of(rows, names):
        amounts = [float(x) for key in places(row) for x in by_hand.amounts[key].values()]
        assert (row["numerator"], row["denominator"]) == pytest.approx((sum(amounts), len(amounts)))
        held.counts(row)
        held.value(row, mean(amounts) if amounts else None)
    held.assert_enough(names)


def test_cohorts(rows, by_hand):
    held, names = Held(), names_of(by_hand.followed)
    for row in of(rows, names):
        lives = [life for key in places(row) for life in by_hand.followed[key] if life]
        horizon = row["horizon_days"] if known(row["horizon_days"]) else None
        ended = sum(kind == "event" and days <= (horizon or days) for days, kind, _ in lives)
        assert (row["numerator"], row["denominator"]) == (ended, len(lives)), places(row)
        held.counts(row)
        held.value(row, life_value(metrics()[row["metric_id"]].counting, lives, horizon))
    held.assert_enough(names)


def life_value(counting: dict, lives: list, horizon) -> float | None:
    estimate = counting["estimate"]
    if horizon and any(reach < horizon for *_, reach in lives):
        return None
    if estimate == "cumulative_incidence":
        return curve_at(lives, horizon)
    if estimate == "restricted_mean":
        return mean_within(lives, int(horizon))
    return ended_by(lives, counting.get("share", 0.5))


def test_what_waits_at_the_end_of_a_year(rows, by_hand):
    held, names = Held(), names_of(by_hand.ages)
    for row in of(rows, names):
        (key,) = places(row)
        ages, metric = by_hand.ages[key], metrics()[row["metric_id"]]
        old = sum(age > metric.counting.get("older_than", 730) for age in ages)
        assert (row["numerator"], row["denominator"]) == (old, len(ages)), key
        held.counts(row)
        if ages:
            held.value(row, median(ages) if metric.kind == "stock_age" else old / len(ages))
    held.assert_enough(names)


def test_the_pace_of_a_year(rows, by_hand):
    held = Held()
    for row in rows["current_pace"]:
        seen = [one for key in places(row) for one in by_hand.windows[key]]
        ended = sum(has_ended for _, (_, _, has_ended) in seen)
        assert (row["numerator"], row["denominator"]) == (ended, len(seen)), places(row)
        held.counts(row)
        held.value(row, half_in_windows([window for _, window in seen]))
    held.assert_enough({"current_pace"})


def test_what_can_happen_again(rows, by_hand):
    held, name = Held(), "episodes_per_survivor"
    for row in rows[name]:
        people = [one for key in places(row) for one in by_hand.repeats[key]]
        days = [day for _, episodes, _ in people for day in episodes if day <= row["horizon_days"]]
        assert (row["numerator"], row["denominator"]) == (len(days), len(people)), places(row)
        held.counts(row)
        # Each adds one over those still in sight on its day.
        held.value(row, sum(1 / sum(end >= day for end, *_ in people) for day in days))
    held.assert_enough({name})


def test_lists_sums_and_what_is_counted_year_by_year(rows, by_hand):
    by_year = {}
    for key, each in by_hand.found.items():
        by_year.setdefault(key[:6], {})[key[6:]] = each
    wholes = {key[:5]: each[1] for key, each in by_hand.found.items()}
    held, names = Held(), names_of(by_hand.found)
    detail = {name: {key[4] for key in by_hand.found if key[0] == name} for name in names}
    for row in of(rows, names):
        extra = tuple(
            row[name] if known(row[name]) else None for name in ("horizon_days", "currency")
        )
        cells = [by_year.get(key, {}).get(extra) for key in places(row)]
        cells = [cell for cell in cells if cell]
        # Where all crime was sent, what names no case is of no known crime: by hand that is not told apart.
        if row["jurisdiction"] == ALL_CRIME or not (
            cells or row["breakdown"] in detail[row["metric_id"]]
        ):
            continue
        assert row["numerator"] == pytest.approx(sum(cell[0] for cell in cells)), places(row)
        if known(row["denominator"]):
            below = sum(cell[1] for cell in cells)
            if metrics()[row["metric_id"]].kind == "mix":
                below = sum(wholes.get(key[:5], 0) for key in places(row))
            assert row["denominator"] == pytest.approx(below), places(row)
        held.counts(row)
        if row["period_start"].year == row["period_end"].year and cells:
            held.value(row, cells[0][2])
        elif metrics()[row["metric_id"]].kind == "share" and row["denominator"]:
            held.value(row, row["numerator"] / row["denominator"])
    held.assert_enough(names, values=0)
    # Medians of few, and agreement of auditors, which is no plain share.
    assert {name for name in names if not held[name, "values"]} <= RARE | RARELY_TOLD


def test_nothing_counted_by_hand_is_left_out(demo_results, by_hand):
    """Each member found by hand has a row of its own, in its year or its block, unless the whole time is blank."""
    told, silent = set(), set()
    for row in demo_results.to_dict("records"):
        told |= set(places(row))
        if row["blank"] in ("not_reported", "not_yet"):
            silent |= {key[:5] for key in places(row)}
    counted = [by_hand.tallies, by_hand.amounts, by_hand.followed, by_hand.ages, by_hand.windows]
    missing = [
        key
        for each in counted
        for key, found in each.items()
        if key[5] is not None and key[3] <= LAST_YEAR and any(found)
        if key not in told and key[:5] not in silent
    ]
    assert {key[2] for key in missing} <= {UNLINKED}


def test_all_crime_stays_where_it_was_sent(demo_results, by_hand):
    of_all = demo_results[demo_results["scope"] == "all_crime"]
    assert set(of_all["jurisdiction"]) == {ALL_CRIME}
    assert {key[2] for key in by_hand.tallies if key[1] == "all_crime"} == {ALL_CRIME}


def test_answers_and_interviews(rows, answers_by_hand):
    held, names = Held(), {key[0] for key in answers_by_hand.found}
    for row in of(rows, names):
        keys = [(key[0], *key[2:]) for key in places(row)]
        counted = [answers_by_hand.found[key] for key in keys if key in answers_by_hand.found]
        part, whole = (sum(each[side] for each in counted) for side in (0, 1))
        assert (row["numerator"], row["denominator"]) == pytest.approx((part, whole), abs=1e-3)
        held.counts(row)
        if row["metric_id"] != "weighted_satisfaction":
            held.value(row, part / whole if whole else None)
    held.assert_enough(names - {"weighted_satisfaction"})


def test_what_the_silent_would_say(rows, answers_by_hand):
    """Answers as given, and everybody silent with other odds of being satisfied."""
    odds = {
        "silent_third_of_odds": 1 / 3,
        "silent_half_of_odds": 1 / 2,
        "silent_twice_the_odds": 2,
        "silent_three_times_the_odds": 3,
    }
    eligible = Counter()
    for (place, year, _), number in answers_by_hand.eligible().items():
        eligible[place, year] += number
    held, name = Held(), "satisfaction_if_silent_differ"
    for row in rows[name]:
        keys = [("survivor_satisfaction", *key[2:4], "total", "total") for key in places(row)]
        counted = [answers_by_hand.found[key] for key in keys if key in answers_by_hand.found]
        part, whole = (sum(each[side] for each in counted) for side in (0, 1))
        assert (row["numerator"], row["denominator"]) == (part, whole)
        held.counts(row)
        if known(row["value"]) and part < whole:
            silent = sum(eligible[key[1:3]] for key in keys) - whole
            ratio = odds[row["category"]] * part / (whole - part)
            held.value(row, (part + silent * ratio / (1 + ratio)) / (whole + silent))
    held.assert_enough({name})
