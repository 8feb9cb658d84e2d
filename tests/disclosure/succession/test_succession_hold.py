"""Groups with too little change stand as they were: same numbers, same blanks, same data date."""

from datetime import date

import pandas as pd

from disclosure.succession.holding import hold
from disclosure.succession.revisions import REVISION_COLUMNS, revisions
from metrics.result import RESULT_COLUMNS
from tests.disclosure.succession.two_releases import (
    EARLIER,
    KINDS,
    LATER,
    YEARS,
    blocked,
    count,
    groups_of,
    later,
    release,
    suppressed,
)

CELLS = {(year, sex): (60, 25) for year in YEARS for sex in ("female", "male")}
WHOLE = {"period_start": date(YEARS[0], 1, 1), "period_end": date(YEARS[-1], 12, 31)}


def held_rows(new: pd.DataFrame, old: pd.DataFrame):
    return hold(new, old, groups_of(new), KINDS)


def assert_as_before(result, old):
    assert result.held.all()
    told, before = (
        rows[list(RESULT_COLUMNS)].reset_index(drop=True).astype(object).fillna("")
        for rows in (result.rows, old)
    )
    pd.testing.assert_frame_equal(told, before)


def test_a_group_with_few_late_registrations_stands_as_it_was():
    old = release(*blocked(CELLS))
    new = later(*blocked(CELLS | {(2021, "male"): (64, 27)}))
    assert_as_before(held_rows(new, old), old)


def test_its_blanks_stay_blank():
    old = release(*blocked(CELLS))
    hidden = old["breakdown"] == "sex"
    old = suppressed(old, above=hidden, below=hidden)
    new = later(*blocked(CELLS | {(2021, "male"): (64, 27)}))
    assert_as_before(held_rows(new, old), old)


def test_nothing_changed_looks_like_few():
    """Or the older data date would tell that somebody came late."""
    old = release(*blocked(CELLS))
    assert_as_before(held_rows(later(*blocked(CELLS)), old), old)


def test_ten_more_end_the_wait():
    old = release(*blocked(CELLS))
    new = later(*blocked(CELLS | {(2021, "male"): (80, 40)}))
    result = held_rows(new, old)
    assert not result.held.any()
    assert result.rows["as_of"].eq(LATER).all()


def test_changes_add_up_over_releases_until_they_are_told():
    first = release(*blocked(CELLS))
    second = held_rows(later(*blocked(CELLS | {(2021, "male"): (66, 31)})), first).rows
    third = later(*blocked(CELLS | {(2021, "male"): (72, 37)}))
    assert not held_rows(third, second).held.any()


def test_other_years_without_a_block_go_on():
    old = release(count(year=2020), count(year=2021))
    new = later(count(year=2020, below=103), count(year=2021, below=130), count(year=2022))
    result = held_rows(new, old)
    assert list(result.held) == [True, False, False]
    assert list(result.rows["as_of"]) == [EARLIER, LATER, LATER]


def test_a_block_told_for_the_first_time_does_not_wait_for_its_years():
    old = release(count(year=2020), count(year=2021))
    new = later(count(year=2020, below=103), count(year=2021), count(year=2022), count(**WHOLE))
    assert not held_rows(new, old).held.any()


def test_what_is_new_beside_a_held_count_is_withheld():
    """The same cohort at a longer horizon has the same people below the line."""
    old = release(count(horizon=365))
    new = later(count(horizon=365, below=103), count(horizon=730, below=103, above=60))
    result = held_rows(new, old)
    assert result.held.all()
    assert list(result.rows["denominator"].fillna(-1)) == [100, -1]
    assert result.rows["blank"].tolist()[1] == "withheld"


def test_what_waited_in_a_held_period_waits_on():
    waiting = count(horizon=730, below=None, above=0) | {"numerator": None, "blank": "not_yet"}
    old = release(count(horizon=365), waiting)
    new = later(count(horizon=365, below=103), count(horizon=730, below=103, above=60))
    assert_as_before(held_rows(new, old), old)


def test_a_cohort_that_has_not_moved_tells_its_next_horizon():
    old = release(count(horizon=365))
    new = later(count(horizon=365), count(horizon=730, above=60))
    assert not held_rows(new, old).held.any()


def test_a_category_that_vanished_comes_back_with_its_group():
    old = release(*blocked(CELLS))
    new = later(*blocked(CELLS | {(2021, "male"): (64, 27)}))
    new = new[new["category"] != "female"]
    result = held_rows(new, old)
    assert len(result.rows) == len(old)
    assert result.rows["category"].eq("female").sum() == 1
    assert result.held.all()


def test_a_jurisdiction_that_vanished_stays_away():
    old = release(count(), count(jurisdiction="XAB"))
    result = held_rows(later(count()), old)
    assert list(result.rows["jurisdiction"]) == ["XAA"]


def test_a_definition_that_changed_is_not_held():
    new = later(count(below=103, definition_hash="1" * 16))
    assert not held_rows(new, release(count())).held.any()


def test_rows_without_a_group_are_never_held():
    new = later(count(below=103))
    groups = pd.Series(None, index=new.index, dtype=object)
    assert not hold(new, release(count()), groups, KINDS).held.any()


def test_revisions_name_what_was_held_and_what_was_told_anew():
    old = release(count(year=2020), count(year=2021))
    new = later(count(year=2020, below=103), count(year=2021, below=130))
    result = held_rows(new, old)
    table = revisions(result.rows, result.held, old, KINDS)
    assert list(table) == list(REVISION_COLUMNS)
    assert list(table["what"]) == ["held", "revised"]
    assert set(table["results"]) == {"fewer than 10"}


def test_revisions_name_what_is_told_no_more():
    old = release(*(count(year=year) for year in (2019, 2020, 2021, 2022)))
    old = suppressed(old, above=old.index == 0, below=old.index == 0)
    new = later(*(count(year=year) for year in (2019, 2020, 2021)))
    new = suppressed(new, above=new.index != 1, below=new.index != 1)
    table = revisions(new, pd.Series(False, index=new.index), old, KINDS)
    gone = table[table["what"] == "withdrawn"]
    assert [day.year for day in gone["period_start"]] == [2021, 2022]
    assert set(gone["results"]) == {"fewer than 10"} and gone["reason"].notna().all()


def test_a_held_table_keeps_its_categories():
    old = release(*blocked(CELLS))
    new = later(*blocked(CELLS | {(2021, "male"): (64, 27)}))
    new["category"] = new["category"].replace("female", "women and girls")
    result = held_rows(new, old)
    assert len(result.rows) == len(old)
    assert set(result.rows["category"]) == set(old["category"])
    assert result.held.all()
