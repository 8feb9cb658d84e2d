"""What the demo knows of its survivors, and what its survey says of them."""

import pytest

from data.demo.truths import TRUTHS

ASSUMED = "satisfaction_if_silent_differ"


@pytest.fixture(scope="module")
def computed(demo_results):
    names = ("survivor_satisfaction", "weighted_satisfaction", ASSUMED)
    return demo_results[demo_results["metric_id"].isin(names)].to_dict("records")


def is_there(number) -> bool:
    return number is not None and number == number


def test_weighted_satisfaction_comes_nearer_to_the_truth_of_the_demo(answers_by_hand, computed):
    """The demo knows how satisfied everybody is; those convicted cases pleased answer more often."""
    people, truth = answers_by_hand.eligible(), TRUTHS.survey.satisfied
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
