"""The strata a release tells are those its results allow, and adjusted numbers follow from both alone."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from metrics.catalogue import metrics
from metrics.comparing import compare, disparities
from metrics.comparing.metrics_inside import metrics_inside
from metrics.comparing.strata_table import STRATA_TABLE_COLUMNS, published_strata
from metrics.counted_sets import counted_sets, nested_sets
from metrics.strata import is_stratified
from tests.metrics.comparing_frames import BLOCK, group, metric, results, row, strata

FORM = "exploitation_form"
CATALOGUE = {"m": metric(case_mix=(FORM,)), "n": metric()}
FORMS = {
    "forced_labour": {"female": (30, 150), "male": (10, 50)},
    "sexual_exploitation": {"female": (30, 50), "male": (90, 150)},
    "forced_begging": {"female": (12, 40), "male": (12, 40)},
}


def summed(counts) -> tuple:
    return tuple(np.sum([*counts], axis=0))


def shown(forms=FORMS, **blank) -> list[dict]:
    """Rows of the total, each form and each sex; `blank` names a category that is hidden."""
    sexes = dict.fromkeys(sex for each in forms.values() for sex in each)
    by_sex = {sex: summed(each[sex] for each in forms.values()) for sex in sexes}
    rows = [row("XAA", *summed(by_sex.values()))]
    counted = {("sex", sex): numbers for sex, numbers in by_sex.items()}
    counted |= {(FORM, form): summed(each.values()) for form, each in forms.items()}
    for (breakdown, category), numbers in counted.items():
        facts = {"blank": blank[category]} if category in blank else {}
        rows.append(group(category, *numbers, breakdown, **facts))
    return rows


def counted(forms=FORMS, place: str = "XAA") -> pd.DataFrame:
    by_form = {("total", form): summed(each.values()) for form, each in forms.items()}
    by_sex = {(sex, form): each[sex] for form, each in forms.items() for sex in each}
    return pd.concat([strata(by_form, "total", place), strata(by_sex, "sex", place)])


def told(rows, cells=None, catalogue=CATALOGUE, **facts) -> pd.DataFrame:
    cells = counted() if cells is None else cells
    return published_strata(results(*rows), cells, catalogue, 10, **facts)


def by_stratum(table: pd.DataFrame, category: str) -> dict:
    mine = table[table["category"] == category]
    return {each.stratum: (each.part, each.whole) for each in mine.itertuples()}


def test_strata_are_told_as_they_are_where_all_is_shown_and_nothing_small():
    table = told(shown())
    assert list(table) == list(STRATA_TABLE_COLUMNS)
    assert by_stratum(table, "total") == {form: summed(e.values()) for form, e in FORMS.items()}
    assert by_stratum(table, "female") == {form: each["female"] for form, each in FORMS.items()}
    assert table["horizon_days"].isna().all()


def test_a_category_that_the_results_hide_is_in_the_rest():
    table = told(shown(forced_begging="suppressed"))
    assert set(by_stratum(table, "total")) == {"forced_labour", "sexual_exploitation", "rest"}
    # Two are hidden, so that one stratum is left beside them; of three nothing is.
    table = told(shown(forced_begging="suppressed", forced_labour="suppressed"))
    assert by_stratum(table, "male")["rest"] == (22, 90)
    hidden = dict.fromkeys(FORMS, "suppressed")
    assert told(shown(**hidden)).empty


def test_a_category_hidden_in_a_year_of_the_block_is_in_the_rest():
    year = {"period_start": date(2021, 1, 1), "period_end": date(2021, 12, 31)}
    rows = [*shown(), group("forced_labour", 0, 0, FORM, blank="suppressed", **year)]
    assert "forced_labour" not in set(told(rows)["stratum"])
    year = {"period_start": date(2019, 1, 1), "period_end": date(2019, 12, 31)}
    rows = [*shown(), group("forced_labour", 0, 0, FORM, blank="suppressed", **year)]
    assert "forced_labour" in set(told(rows)["stratum"])


def test_a_category_that_is_hidden_among_the_same_people_elsewhere_is_in_the_rest():
    rows = [*shown(), group("forced_labour", 0, 0, FORM, blank="suppressed", metric_id="n")]
    assert "forced_labour" in set(told(rows)["stratum"])
    assert "forced_labour" not in set(told(rows, inside={"m": {"n"}})["stratum"])


def test_small_cells_of_one_group_move_strata_of_all_groups():
    forms = FORMS | {"forced_begging": {"female": (4, 40), "male": (12, 40)}}
    table = told(shown(forms), counted(forms))
    assert by_stratum(table, "total")["forced_begging"] == (16, 80)
    # 4 women join the smallest other stratum, and the men of that with them.
    assert by_stratum(table, "female") == {"sexual_exploitation": (30, 50), "rest": (34, 190)}
    assert by_stratum(table, "male") == {"sexual_exploitation": (90, 150), "rest": (22, 90)}


def test_groups_that_are_not_told_are_never_few_in_a_stratum():
    forms = {form: each | {"unknown": (3, 12)} for form, each in FORMS.items()}
    # Three of unknown sex would be left in every stratum, nine in all of them: no group is told.
    assert set(told(shown(forms), counted(forms))["breakdown"]) == {"total"}
    forms = {form: each | {"unknown": (12, 40)} for form, each in FORMS.items()}
    table = told(shown(forms), counted(forms))
    assert set(table["category"]) == {"total", "female", "male"}
    assert by_stratum(table, "female")["forced_begging"] == (12, 40)


def test_a_place_told_in_coarser_categories_has_coarser_strata():
    coarse = {
        "labour_exploitation": summed(
            summed(FORMS[form].values()) for form in ("forced_labour", "forced_begging")
        ),
        "sexual_exploitation": summed(FORMS["sexual_exploitation"].values()),
    }
    rows = [each for each in shown() if each["breakdown"] != FORM]
    rows += [group(name, *numbers, FORM) for name, numbers in coarse.items()]
    table = told(rows)
    assert by_stratum(table, "total") == coarse
    assert by_stratum(table, "female")["labour_exploitation"] == (42, 190)


@pytest.mark.parametrize("change", ["total", "category", "scope", "place"])
def test_strata_that_are_not_those_of_the_results_are_not_told(change):
    rows, cells = shown(), counted()
    if change == "total":
        rows[0]["denominator"] += 1
    if change == "category":
        rows[-1]["numerator"] += 1
    if change == "scope":
        rows = [each | {"scope": "all_crime"} for each in rows]
        cells = cells.assign(scope="all_crime")
    if change == "place":
        rows[0] = row("XAA", blank="suppressed")
    assert told(rows, cells).empty


def test_adjusted_numbers_follow_from_results_and_strata():
    rows, table = shown(), told(shown())
    found = disparities(results(*rows), table, CATALOGUE).set_index("category").loc["female"]
    # Mantel-Haenszel by hand: sum of (a m - c n) / (n + m) over sum of n m / (n + m)
    up = down = 0
    women, men = by_stratum(table, "female"), by_stratum(table, "male")
    for name, (a, n) in women.items():
        c, m = men[name]
        up, down = up + (a * m - c * n) / (n + m), down + n * m / (n + m)
    assert found["adjusted_difference"] == round(up / down, 3) == 0
    assert found["strata_used"] == 3
    places = ("XAA", "XAB", "XAC")
    everywhere = [each | {"jurisdiction": place} for place in places for each in shown()]
    cells = pd.concat([counted(place=place) for place in places])
    compared = compare(results(*everywhere), told(everywhere, cells), CATALOGUE)
    assert (compared["observed"] == compared["expected"]).all() and len(compared) == 3


def test_the_order_of_rows_changes_nothing_and_nothing_gives_an_empty_table():
    pd.testing.assert_frame_equal(told(shown()), told(shown()[::-1], counted()[::-1]))
    assert list(told([], counted())) == list(STRATA_TABLE_COLUMNS)
    assert told(shown(), counted()[:0]).empty and BLOCK


def test_no_two_metrics_tell_strata_of_the_same_people():
    """What lies between two of them would be people too, and no rule here looks at it."""
    catalogue = metrics()
    inside = metrics_inside(
        counted_sets(catalogue.values(), ("trafficking",)),
        nested_sets(catalogue.values(), ("trafficking",)),
    )
    mixed = {name for name, each in catalogue.items() if is_stratified(each) and each.case_mix}
    assert mixed and all(not mixed & inside[name] for name in mixed)
    assert "cohort_acquittal" in inside["cohort_conviction"]
