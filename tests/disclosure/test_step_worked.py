"""What the step hides in little tables, what it leaves, and that it gives the same answer every time."""

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from disclosure.universe.error import UniverseError
from metrics.result import RESULT_COLUMNS
from tests.disclosure.people import count_people, count_people_over_years, frame, row
from tests.disclosure.telling import hide, not_told, tell, told, unsafe_rows

ROOT = Path(__file__).resolve().parents[2]
BOTH = {"numerator", "denominator"}
KEPT = ("status", "blank", "public_fact")
SEX = [("total", "total", 200, 100), ("sex", "female", 195, 97), ("sex", "male", 5, 3)]


def of_people(*rows):
    """Rows of a cohort after a year."""
    return frame([row(*each, 365) for each in rows])


def test_suppressed_row_keeps_its_key_and_loses_every_number():
    published = told(of_people(("total", "total", 7, 3))).iloc[0]
    first = list(RESULT_COLUMNS).index("numerator")
    last = list(RESULT_COLUMNS).index("linkage_recall")
    emptied = [name for name in list(RESULT_COLUMNS)[first:last] if name not in KEPT]
    assert published[emptied].isna().all()
    assert (published["status"], published["blank"]) == ("suppressed", "suppressed")
    assert published["jurisdiction"] == "XAA"


def test_every_count_up_to_twenty():
    """Zero and ten are shown, one to nine are not: below the line, above it, and left over."""
    for name, pair in {
        "below": lambda count: (count, 0),
        "above": lambda count: (500, count),
        "left": lambda count: (500, 500 - count),
    }.items():
        rows = [
            row("total", "total", *pair(n), 365, jurisdiction=f"XA{chr(65 + n)}") for n in range(21)
        ]
        assert set(not_told(frame(rows))) == set(range(1, 10)), name


def test_one_small_category_takes_others_with_it():
    """Of whom the small one is the only one small: who takes the sum off the total gets no count of few."""
    rows = [("total", "total", 200, 100), ("sex", "female", 120, 60), ("sex", "male", 75, 36)]
    gone = not_told(of_people(*rows, ("sex", "unknown", 5, 4)))
    assert gone[3] == BOTH
    for name in BOTH:
        assert sum(name in hidden for hidden in gone.values()) >= 2
    assert 0 not in gone


def test_two_categories_go_together_and_the_total_stays():
    assert not_told(of_people(*SEX)) == {1: BOTH, 2: BOTH}


def test_a_row_may_show_those_below_the_line_and_hide_those_above():
    rows = [("total", "total", 200, 100), ("sex", "female", 120, 97), ("sex", "male", 80, 3)]
    published = told(of_people(*rows))
    assert not_told(of_people(*rows)) == {1: {"numerator"}, 2: {"numerator"}}
    assert published.loc[[1, 2], "denominator"].tolist() == [120, 80]
    assert published.loc[[1, 2], "blank"].eq("suppressed").all()
    assert published.loc[[1, 2], ["value", "lower", "upper"]].isna().all(axis=None)


def test_breakdowns_of_one_total_are_protected_each_by_itself():
    rows = [("citizenship_group", "own", 120, 60), ("citizenship_group", "other", 80, 40)]
    assert not_told(of_people(*SEX, *rows)) == {1: BOTH, 2: BOTH}


def test_categories_that_do_not_add_up_are_told_together_or_not_at_all():
    """Where persons stand in two of them, no arithmetic shows that a hidden one is safe."""
    form = "exploitation_form"
    rows = [("total", "total", 100, 50), (form, "sexual_exploitation", 95, 50)]
    rows += [(form, "forced_labour", 60, 30)]
    assert not_told(of_people(*rows)) == {}
    gone = not_told(of_people(*rows, (form, "organ_removal", 5, 2)))
    assert gone == {1: BOTH, 2: BOTH, 3: BOTH}


def test_large_tables_come_through_whole():
    rows = [("total", "total", 400, 200), ("sex", "female", 240, 120), ("sex", "male", 160, 80)]
    assert not_told(of_people(*rows)) == {}


def test_official_figures_are_untouched():
    printed = row("total", "total", 5, 3, 365, source="official", missing_share=0.123456)
    results = frame([printed])
    same = [name for name in RESULT_COLUMNS if name not in ("public_fact", "linkage_recall")]
    pd.testing.assert_frame_equal(told(results)[same], results[same], check_dtype=False)


def test_an_agency_is_never_spared():
    reported = row(
        "total", "total", 4, 1, metric_id="reporting_completeness", unit_counted="periods"
    )
    assert not_told(frame([reported])) == {}


def test_a_fact_of_open_court_is_told_however_small():
    counted = {"metric_id": "court_conviction_rate", "unit_counted": "judgments"}
    open_court = row("total", "total", 7, 3, **counted, not_open=0.0)
    closed = row("total", "total", 7, 3, **counted, not_open=1.0, jurisdiction="XAB")
    published = told(frame([open_court, closed]))
    assert published["public_fact"].tolist() == [True, False]
    assert published["numerator"].notna().tolist() == [True, False]


def test_of_stages_and_horizons_a_small_step_apart_one_gives_way():
    stages = {"identified": 300, "investigated": 150, "charged": 144}
    rows = [
        row("stage", name, 300, k, 1095, metric_id="attrition", unit_counted="victims")
        for name, k in stages.items()
    ]
    assert {1, 2} & set(not_told(frame(rows)))
    steps = [row("total", "total", 300, 100, 365), row("total", "total", 300, 104, 730)]
    assert len(not_told(frame(steps))) == 1


def test_money_is_shown_only_with_enough_claims_behind_it():
    def money(**other):
        sums = {"metric_id": "compensation_paid", "currency": "EUR", "unit_counted": "money"}
        return frame([row("total", "total", 90_000, 40_000, **sums, **other)])

    assert not_told(money()) == {0: BOTH}
    assert not_told(money(contributors=9)) == {0: BOTH}
    assert not_told(money(contributors=10)) == {}
    assert not_told(money(contributors=10, largest=80_000, second_largest=5_000)) == {0: BOTH}


def test_nothing_that_only_protection_needs_is_passed_on():
    behind = {"contributors": 40, "unsettled": 0, "not_open": 0, "span": "year", "merged": 0}
    results = frame([row("total", "total", 500, 250, 365, **behind)])
    assert list(told(results).columns) == list(RESULT_COLUMNS)


def test_missing_share_cannot_be_multiplied_back():
    """In steps that hold ten people, and not at all where those missing are few."""
    shares = {0.0: 0.0, 0.0312: None, 0.2345: 0.2, 0.4999: 0.5}
    for share, shown in shares.items():
        rows = frame([row("total", "total", 100, 50, 365, missing_share=share)])
        value = told(rows)["missing_share"].iloc[0]
        assert (pd.isna(value) and shown is None) or value == pytest.approx(shown)


def test_bounds_that_tell_of_few_unseen_are_emptied():
    near = row("total", "total", 100, 50, 365, bound_lower=0.48, bound_upper=0.52)
    wide = near | {"jurisdiction": "XAB", "bound_lower": 0.30, "bound_upper": 0.70}
    published = told(frame([near, wide]))
    assert published["bound_lower"].isna().tolist() == [True, False]
    assert published["value"].notna().all()


def test_missing_few_of_a_rate_are_measured_against_its_people():
    rate = row("total", "total", 1_000_000, 100, missing_share=0.05, metric_id="detection_rate")
    rate |= {"unit_counted": "victims"}
    many = rate | {"missing_share": 0.2, "jurisdiction": "XAB"}
    published = told(frame([rate, many]))
    assert published["missing_share"].isna().tolist() == [True, False]
    untouched = published.assign(missing_share=0.05)
    assert set(unsafe_rows(untouched)) == {0, 1}


def test_same_rows_in_another_order_hide_the_same():
    results = count_people(3, 140, skew=0.5)
    shuffled = results.sample(frac=1, random_state=1)
    second = told(shuffled)
    second.index = shuffled.index[second.index]
    pd.testing.assert_frame_equal(told(results), second.sort_index(), check_dtype=False)


def test_same_answer_in_every_run():
    """Python orders sets differently from run to run; what is hidden must not depend on it."""
    code = (
        "from tests.disclosure.people import count_people\n"
        "from tests.disclosure.telling import not_told\n"
        "gone = not_told(count_people(3, 140, skew=0.5))\n"
        "print({label: sorted(names) for label, names in sorted(gone.items())})"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()[-1]
        for seed in "12"
    }
    assert len(answers) == 1


def test_counts_of_nobody_knows_whom_are_refused():
    """What a metric counts must be declared, or its counts could be taken from those of others."""
    results = frame([row("total", "total", 100, 97, metric_id="official_figures")])
    with pytest.raises(UniverseError, match="No counted set is declared for official_figures"):
        told(results)


def crossed(*counts):
    """Sex by form, with both margins and the total."""
    female, male, form = sum(counts[:2]), sum(counts[2:]), "exploitation_form"
    rows = [("total", "total", female + male), ("sex", "f", female), ("sex", "m", male)]
    rows += [(form, "a", counts[0] + counts[2]), (form, "b", counts[1] + counts[3])]
    names = ("f · a", "f · b", "m · a", "m · b")
    rows += [(f"sex · {form}", name, n) for name, n in zip(names, counts, strict=True)]
    counted = {"metric_id": "victims_identified", "unit_counted": "victims"}
    return frame([row(b, c, None, n, **counted) for b, c, n in rows])


def test_a_crossed_cell_is_not_its_margin_minus_the_rest():
    """One small cell takes three more with it: its row, its column, and where those meet."""
    assert set(not_told(crossed(5, 50, 60, 70))) == {5, 6, 7, 8}
    assert not_told(crossed(40, 50, 60, 70)) == {}


def test_a_crossed_cell_hidden_in_its_row_alone_is_found():
    published = told(crossed(40, 50, 60, 70))
    assert unsafe_rows(published) == []
    assert set(unsafe_rows(hide(published, 5, 6))) == {5, 6}


def test_an_exact_answer_is_proven_the_cheapest_and_a_quick_one_hides_little_more():
    """The tries that choose the plan take any answer that protects, also where an exact one is asked for."""
    people = count_people_over_years(2, 300, skew=0.5)
    exact, quick = tell(people, is_exact=True), tell(people)
    assert len(exact.components)
    assert exact.components["is_optimal"].all()
    assert not quick.components["is_optimal"].all()
    shown = [told.results["numerator"].notna().sum() for told in (quick, exact)]
    assert 0.95 * shown[1] <= shown[0] <= shown[1]
