"""What the protector hides, what it leaves, and that it gives the same answer every time."""

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from disclosure.check import unsafe_rows
from disclosure.protect import EMPTIED, protect
from metrics.result import RESULT_COLUMNS
from tests.disclosure.people import count_people, frame, row

ROOT = Path(__file__).resolve().parents[2]
KINDS = {
    "cohort_conviction": "time_to_event",
    "clearance_rate": "ratio",
    "compensation_paid": "money_funnel",
    "reporting_completeness": "share",
    "time_to_disposition": "time_to_event",
}


def hidden(results) -> list[int]:
    published = protect(results, KINDS)
    return list(published.index[published["blank"] == "suppressed"])


def test_suppressed_row_keeps_its_key_and_loses_every_number():
    published = protect(frame([row("total", "total", 7, 3)]), KINDS).iloc[0]
    assert published[list(EMPTIED)].isna().all()
    assert (published["status"], published["blank"]) == ("suppressed", "suppressed")
    assert published["jurisdiction"] == "XAA"


@pytest.mark.parametrize("count", range(21))
def test_every_count_up_to_twenty(count):
    """Zero and ten are shown, one to nine are not: below the line, above it, and left over."""
    shown = count == 0 or count >= 10
    assert (hidden(frame([row("total", "total", count, 0)])) == []) == shown
    assert (hidden(frame([row("total", "total", 500, count)])) == []) == shown
    assert (hidden(frame([row("total", "total", 500, 500 - count)])) == []) == shown


def test_one_small_category_takes_a_second_with_it():
    rows = [("total", "total", 200, 100), ("sex", "female", 120, 60), ("sex", "male", 75, 36)]
    results = frame([row(*r) for r in rows] + [row("sex", "unknown", 5, 4)])
    assert hidden(results) == [2, 3]


def test_two_categories_go_together_and_the_total_stays():
    rows = [("total", "total", 200, 100), ("sex", "female", 195, 97), ("sex", "male", 5, 3)]
    assert hidden(frame([row(*r) for r in rows])) == [1, 2]


def test_breakdowns_of_one_total_are_protected_each_by_itself():
    rows = [("total", "total", 200, 100), ("sex", "female", 195, 97), ("sex", "male", 5, 3)]
    rows += [("citizenship_group", "own", 120, 60), ("citizenship_group", "other", 80, 40)]
    assert hidden(frame([row(*r) for r in rows])) == [1, 2]


def test_categories_that_overlap_do_not_drag_others_along():
    """A person with two forms of exploitation stands in both: nothing can be subtracted."""
    rows = [("total", "total", 100, 50), ("form", "sexual", 95, 50), ("form", "labour", 60, 30)]
    results = frame([row(*r) for r in rows] + [row("form", "organs", 5, 2)])
    assert hidden(results) == [3]


def test_large_tables_come_through_whole():
    rows = [("total", "total", 400, 200), ("sex", "female", 240, 120), ("sex", "male", 160, 80)]
    assert hidden(frame([row(*r) for r in rows])) == []


def test_official_figures_are_untouched():
    results = frame([row("total", "total", 5, 3, source="official", missing_share=0.123456)])
    pd.testing.assert_frame_equal(protect(results, KINDS), results)


def test_an_agency_is_never_spared():
    results = frame(
        [row("total", "total", 4, 1, metric_id="reporting_completeness", unit_counted="periods")]
    )
    assert hidden(results) == []


def test_later_stage_and_longer_horizon_give_way():
    stages = {"identified": 300, "charged": 150, "convicted": 144}
    rows = [row("stage", name, 300, k, 730) for name, k in stages.items()]
    assert hidden(frame(rows)) == [2]
    assert hidden(
        frame([row("total", "total", 300, 100, 365), row("total", "total", 300, 104, 730)])
    ) == [1]


def test_money_is_shown_only_with_enough_claims_behind_it():
    def money(**other):
        return frame(
            [
                row("total", "total", 90_000, 40_000, metric_id="compensation_paid", currency="EUR")
                | {"unit_counted": "money", **other}
            ]
        )

    assert hidden(money()) == [0]
    assert hidden(money(contributors=9)) == [0]
    assert hidden(money(contributors=10)) == []


def test_contributors_are_not_passed_on():
    results = frame([row("total", "total", 500, 250, contributors=40)])
    assert list(protect(results, KINDS).columns) == list(RESULT_COLUMNS)


def test_missing_share_cannot_be_multiplied_back():
    shares = {0.0: 0.0, 0.0312: None, 0.2345: 0.23}
    for share, shown in shares.items():
        published = protect(frame([row("total", "total", 100, 50, missing_share=share)]), KINDS)
        value = published["missing_share"].iloc[0]
        assert (pd.isna(value) and shown is None) or value == shown


def test_bounds_that_tell_of_few_unseen_are_emptied():
    near = row("total", "total", 100, 50, bound_lower=0.48, bound_upper=0.52)
    wide = row("total", "total", 100, 50, bound_lower=0.30, bound_upper=0.70)
    published = protect(frame([near | {"period_kind": "period"}, wide]), KINDS)
    assert published["bound_lower"].isna().tolist() == [True, False]
    assert published["value"].notna().all()


def test_same_rows_in_another_order_hide_the_same():
    results = count_people(3, 140, skew=0.5)
    shuffled = results.sample(frac=1, random_state=1)
    first = protect(results, KINDS)
    second = protect(shuffled, KINDS)
    second.index = shuffled.index
    pd.testing.assert_frame_equal(first, second.sort_index(), check_dtype=False)


def test_same_answer_in_every_run():
    """Python orders sets differently from run to run; what is hidden must not depend on it."""
    code = (
        "from tests.disclosure.people import count_people; from disclosure.protect import protect\n"
        "p = protect(count_people(3, 140, skew=0.5)); print(p.index[p.blank == 'suppressed'].tolist())"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in "123"
    }
    assert len(answers) == 1


def test_kind_unknown_is_treated_with_most_care():
    results = frame([row("total", "total", 100, 97, metric_id="clearance_rate")])
    assert hidden(results) == []
    assert protect(results)["blank"].tolist() == ["suppressed"]


def test_missing_few_of_a_rate_are_measured_against_its_people():
    rate = row("total", "total", 1_000_000, 100, missing_share=0.05, metric_id="detection_rate")
    many = rate | {"missing_share": 0.2, "horizon_days": 365}
    published = protect(frame([rate, many]), {"detection_rate": "rate"})
    assert published["missing_share"].isna().tolist() == [True, False]
    untouched = frame([rate])
    untouched["missing_share"] = 0.05
    assert unsafe_rows(untouched, {"detection_rate": "rate"}) == [0]


def crossed(*counts):
    """Sex by form, with both margins and the total."""
    female, male = sum(counts[:2]), sum(counts[2:])
    rows = [("total", "total", female + male), ("sex", "f", female), ("sex", "m", male)]
    rows += [("form", "a", counts[0] + counts[2]), ("form", "b", counts[1] + counts[3])]
    names = ("f · a", "f · b", "m · a", "m · b")
    rows += [("sex · form", name, n) for name, n in zip(names, counts, strict=True)]
    return frame([row(b, c, n, 0, metric_id="clearance_rate") for b, c, n in rows])


def test_a_crossed_cell_is_not_its_margin_minus_the_rest():
    """One small cell takes three more with it: its row, its column, and where those meet."""
    assert hidden(crossed(5, 50, 60, 70)) == [5, 6, 7, 8]
    assert hidden(crossed(40, 50, 60, 70)) == []


def test_a_crossed_cell_hidden_in_its_row_alone_is_found():
    published = crossed(40, 50, 60, 70)
    assert unsafe_rows(published, KINDS) == []
    for label in (5, 6):
        published.loc[label, ["numerator", "denominator", "value"]] = None
        published.loc[label, ["status", "blank"]] = "suppressed"
    assert set(unsafe_rows(published, KINDS)) == {5, 6}
