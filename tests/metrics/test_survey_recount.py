"""What survivors answered and how they were heard, in a demo store: counted a second time one by one."""

from collections import Counter

import pytest

from benchmarks.case_store import demo_case_store
from data.demo.truths import TRUTHS
from metrics.catalogue import metrics
from metrics.compute import compute
from tests.metrics.by_hand.experience import Experience

ASSUMED = "satisfaction_if_silent_differ"
NOT_ASKED = {
    "police": ("court", "6 - score"),
    "prosecution": ("court", "score"),
    "voice": ("information", "6 - score"),
    "respect": ("information", "score"),
    "safety": ("support", "6 - score"),
}
"""Items the demo may not ask -> whose answers stand in for them, and how."""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    con = demo_case_store(tmp_path_factory.mktemp("survey"), cases=12_000)
    there = {row[0] for row in con.sql("SELECT DISTINCT item FROM survey_responses").fetchall()}
    for item, (another, score) in NOT_ASKED.items():
        if item not in there:
            con.execute(
                f"""INSERT INTO survey_responses SELECT * REPLACE ('{item}' AS item, {score} AS score)
                FROM survey_responses WHERE item = '{another}'"""
            )
    yield con
    con.close()


@pytest.fixture(scope="module")
def counted(store):
    return Experience(store).everything()


@pytest.fixture(scope="module")
def computed(store):
    names = {name for name, metric in metrics().items() if metric.group == "experience"}
    found = compute(store, only=names | {"needs_assessed_before_testimony"})
    return getattr(found, "results", found).to_dict("records")


def is_there(number) -> bool:
    return number is not None and number == number


def test_every_metric_of_the_group_is_counted_twice(counted):
    mine = {name for name, metric in metrics().items() if metric.group == "experience"}
    assert mine - {ASSUMED} <= {key[0] for key in counted}


def test_counts_are_the_same(counted, computed):
    compared, seen = Counter(), set()
    for row in computed:
        if row["metric_id"] == ASSUMED or not is_there(row["numerator"]):
            continue
        place = (row["breakdown"], row["category"])
        years = range(row["period_start"].year, row["period_end"].year + 1)
        keys = [(row["metric_id"], row["jurisdiction"], year, *place) for year in years]
        part, whole = (sum(counted[key][side] for key in keys if key in counted) for side in (0, 1))
        assert (row["numerator"], row["denominator"]) == pytest.approx((part, whole), abs=1e-3), (
            keys
        )
        seen |= set(keys)
        compared[row["metric_id"]] += whole > 0
    assert min(compared.values()) > 20 and len(compared) == 18
    # Whatever was counted by hand in a year that has a number is in a row.
    with_rows = {key[:4] for key in seen}
    missed = [k for k in counted if k[:4] in with_rows and k not in seen and counted[k][1] >= 10]
    assert not missed


def test_weighted_satisfaction_comes_nearer_to_the_truth_of_the_demo(store, computed):
    """The demo knows how satisfied everybody is; those convicted cases pleased answer more often."""
    people, truth = Experience(store).eligible(), TRUTHS.survey.satisfied
    apart, held = {"survivor_satisfaction": [], "weighted_satisfaction": []}, []
    for row in computed:
        if (
            row["metric_id"] not in apart
            or row["breakdown"] != "total"
            or not is_there(row["value"])
        ):
            continue
        if row["period_start"].year != row["period_end"].year or row["status"] == "very_uncertain":
            continue
        group = {
            outcome: number
            for (place, year, outcome), number in people.items()
            if (place, year) == (row["jurisdiction"], row["period_start"].year)
        }
        wanted = sum(truth[one] * n for one, n in group.items()) / sum(group.values())
        apart[row["metric_id"]].append(row["value"] - wanted)
        if row["metric_id"] == "weighted_satisfaction":
            held.append(row["lower"] <= wanted <= row["upper"])
    plain, weighted = (sum(each) / len(each) for each in apart.values())
    assert len(held) > 30 and plain > 0.03 and abs(weighted) < 0.02
    assert sum(held) / len(held) > 0.88


def test_assumptions_about_the_silent_stand_on_both_sides_of_the_answers(computed):
    """Each step of the assumption lifts the number; answers themselves are the same throughout."""
    cells = {}
    for row in computed:
        if row["metric_id"] == ASSUMED and is_there(row["value"]):
            cells.setdefault((row["jurisdiction"], row["period_start"]), {})[row["category"]] = row
    assert len(cells) > 10
    order = ("silent_third_of_odds", "silent_half_of_odds", "silent_twice_the_odds",
             "silent_three_times_the_odds")  # fmt: skip
    for rows in cells.values():
        values = [rows[name]["value"] for name in order]
        shares = {row["numerator"] / row["denominator"] for row in rows.values()}
        assert values == sorted(values) and len(shares) == 1
        assert values[1] < shares.pop() < values[2]
        assert all(
            row["bound_lower"] <= row["value"] <= row["bound_upper"] for row in rows.values()
        )
