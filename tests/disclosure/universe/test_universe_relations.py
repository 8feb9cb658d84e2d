"""Every kind of sum ties what is hidden to what is shown: worked examples of each."""

import pytest

from disclosure.universe.error import UniverseError
from disclosure.universe.protect import protect_universe
from tests.disclosure.universe.tables import (
    BLOCK,
    YEAR_2020,
    marks,
    nested,
    row,
    sets,
    table,
    total,
)

YEARS = [(f"{year}-01-01", f"{year}-12-31") for year in (2020, 2021, 2022)]
NOTHING_NESTED = nested()


def protected(rows, declared, inside=NOTHING_NESTED, kinds=None, **options):
    made = table(rows)
    primaries = options.pop("primaries", None)
    primaries = marks(made) if primaries is None else primaries
    return protect_universe(made, declared, inside, kinds or {}, primaries, **options)


def hidden_numerators(found):
    return list(found.hidden.index[found.hidden["numerator"]])


def test_total_minus_the_other_categories_tells_nothing():
    found = protected(
        [total("a", 100), row("a", "female", 4), row("a", "male", 40), row("a", "other", 56)],
        sets(("a", "numerator", "A")),
    )
    assert hidden_numerators(found) == [1, 2]
    assert found.failed == []


def test_zeros_are_told_and_never_partners():
    found = protected(
        [total("a", 100), row("a", "female", 4), row("a", "male", 0), row("a", "other", 96)],
        sets(("a", "numerator", "A")),
    )
    assert hidden_numerators(found) == [1, 3]


def test_one_set_in_two_metrics_is_hidden_in_both():
    rows = [total("a", 100), row("a", "female", 4), row("a", "male", 96)]
    rows += [total("b", 30, 100), row("b", "female", 0, 4), row("b", "male", 30, 96)]
    declared = sets(("a", "numerator", "A"), ("b", "denominator", "A"), ("b", "numerator", "B"))
    found = protected(rows, declared, nested(("B", "A")))
    assert list(found.hidden["denominator"]) == [False] * 4 + [True] * 2
    assert hidden_numerators(found) == [1, 2]


def test_a_hidden_year_is_not_the_block_minus_the_other_years():
    counts = zip(YEARS, (4, 30, 40), strict=True)
    rows = [total("a", 74)] + [total("a", n, period=year) for year, n in counts]
    found = protected(rows, sets(("a", "numerator", "A")))
    assert hidden_numerators(found) == [1, 2]


def test_the_year_nobody_tells_is_not_the_block_minus_the_others():
    rows = [total("a", 74), total("a", 30, period=YEARS[0]), total("a", 40, period=YEARS[1])]
    found = protected(rows, sets(("a", "numerator", "A")))
    assert len(hidden_numerators(found)) >= 1


def test_a_double_block_is_the_sum_of_its_blocks():
    double, later = ("2020-01-01", "2025-12-31"), ("2023-01-01", "2025-12-31")
    rows = [total("a", 94, period=double), total("a", 4), total("a", 90, period=later)]
    found = protected(rows, sets(("a", "numerator", "A")))
    assert hidden_numerators(found) == [1, 2]


def test_what_is_open_at_the_end_of_years_adds_up_to_nothing():
    counts = zip(YEARS, (4, 30, 40), strict=True)
    rows = [total("a", n, period=year, period_kind="stock") for year, n in counts]
    rows += [total("a", 40, period_kind="stock")]
    found = protected(rows, sets(("a", "numerator", "A")))
    assert hidden_numerators(found) == [0]


def test_those_left_over_are_people_too():
    rows = [total("a", 95, 100), row("a", "female", 45, 50), row("a", "male", 50, 50)]
    declared = sets(("a", "numerator", "A"), ("a", "denominator", "W"))
    found = protected(rows, declared, nested(("A", "W")))
    # Five of a hundred lack it: either number of the total has to go, and with it more.
    assert found.hidden.loc[0].any()
    assert found.failed == []


@pytest.mark.parametrize("few", range(1, 10))
def test_sets_that_differ_by_few_are_not_both_told(few):
    rows = [total("short", 50 - few, horizon_days=365.0), total("long", 50, horizon_days=365.0)]
    declared = sets(
        ("short", "numerator", "S", {"horizon_days": 365}),
        ("long", "numerator", "L", {"horizon_days": 365}),
    )
    assert protected(rows, declared, nested(("S", "L"))).hidden["numerator"].any()
    rows[0]["numerator"] = 40
    assert not protected(rows, declared, nested(("S", "L"))).hidden["numerator"].any()


def test_sets_are_nested_over_one_that_is_not_told():
    rows = [total("a", 45), total("c", 50)]
    declared = sets(("a", "numerator", "A"), ("b", "numerator", "B"), ("c", "numerator", "C"))
    inside = nested(("A", "B"), ("B", "C"))
    assert protected(rows, declared, inside).hidden["numerator"].any()


def test_a_pair_that_holds_of_totals_says_nothing_of_details():
    rows = [total("a", 45), total("b", 65), row("a", "x", 45), row("b", "x", 45), row("b", "y", 20)]
    declared = sets(("a", "numerator", "A"), ("b", "numerator", "B"))
    inside = nested(("A", "B")).assign(totals_only=True)
    assert not protected(rows, declared, inside).hidden.any().any()
    rows[0]["numerator"], rows[2]["numerator"] = 60, 60
    assert protected(rows, declared, inside).hidden["numerator"].any()


def test_trafficking_lies_in_all_crime():
    rows = [total("a", 95), total("a", 100, scope="all_crime")]
    declared = sets(("a", "numerator", "A"), ("a", "numerator", "A all", {"scope": "all_crime"}))
    assert protected(rows, declared, nested(("A", "A all"))).hidden["numerator"].any()


def test_two_endings_of_one_cohort_share_those_who_entered():
    rows = [total("a", 40, 100), row("a", "female", 1, 4), row("a", "male", 39, 96)]
    rows += [total("b", 60, 100), row("b", "female", 2, 4), row("b", "male", 58, 96)]
    declared = sets(
        ("a", "numerator", "A"), ("a", "denominator", "W"),
        ("b", "numerator", "B"), ("b", "denominator", "W"),
    )  # fmt: skip
    found = protected(rows, declared, nested(("A", "W"), ("B", "W")))
    assert list(found.hidden["denominator"]) == [False, True, True, False, True, True]


def test_crossed_categories_add_up_to_both_margins():
    rows = [total("a", 154), row("a", "f", 64), row("a", "m", 90)]
    rows += [row("a", "x", 74, breakdown="age"), row("a", "y", 80, breakdown="age")]
    crossed = {"f · x": 4, "f · y": 60, "m · x": 70, "m · y": 20}
    rows += [row("a", name, n, breakdown="sex · age") for name, n in crossed.items()]
    found = protected(rows, sets(("a", "numerator", "A")))
    assert hidden_numerators(found) == [5, 6, 7, 8]


def test_members_of_a_mix_add_up_to_the_whole_beside_each():
    rows = [row("a", name, n, 100) for name, n in (("x", 4), ("y", 40), ("z", 56))]
    declared = sets(("a", "numerator", "A"), ("a", "denominator", "A, whole"))
    found = protected(rows, declared, nested(("A", "A, whole")), kinds={"a": "mix"})
    assert hidden_numerators(found) == [0, 1]
    assert not found.hidden["denominator"].any()


def test_the_whole_of_a_mix_is_the_total_of_its_set():
    rows = [total("b", 100), row("b", "x", 4), row("b", "y", 40), row("b", "z", 56)]
    rows += [row("a", name, n, 100) for name, n in (("x", 4), ("y", 40), ("z", 56))]
    declared = sets(
        ("b", "numerator", "A"), ("a", "numerator", "A"), ("a", "denominator", "A, whole")
    )
    found = protected(rows, declared, nested(("A", "A, whole")), kinds={"a": "mix"})
    assert hidden_numerators(found) == [1, 2, 4, 5]


def test_categories_side_by_side_are_totals():
    rows = [
        total("a", 50, 100),
        row("a", "early", 50, 100, "stage"),
        row("a", "late", 46, 100, "stage"),
    ]
    early, late = {"category": "early"}, {"category": "late"}
    declared = sets(
        ("a", "numerator", "E"), ("a", "numerator", "E", early), ("a", "numerator", "L", late),
        ("a", "denominator", "W"), ("a", "denominator", "W", early),
        ("a", "denominator", "W", late),
    )  # fmt: skip
    inside = nested(("L", "E"), ("E", "W"))
    found = protected(rows, declared, inside)
    # Few fell away between the stages; the total tells the first stage, so both rows go or stay.
    assert hidden_numerators(found) in ([2], [0, 1])


def test_categories_that_are_not_told_are_not_the_total_minus_the_others():
    found = protected(
        [total("a", 100), row("a", "female", 40), row("a", "male", 56)],
        sets(("a", "numerator", "A")),
    )
    assert hidden_numerators(found)


def test_categories_that_overlap_are_no_sum_and_said_so():
    found = protected(
        [total("a", 100), row("a", "female", 60), row("a", "male", 56)],
        sets(("a", "numerator", "A")),
    )
    assert not hidden_numerators(found)
    assert found.left_out.to_dict("records") == [
        {"kind": "categories", "breakdown": "sex", "relations": 1}
    ]


def test_a_sum_of_money_is_hidden_with_few_behind_it():
    money = {"unit_counted": "money", "currency": "XDM"}
    rows = [
        total("a", 9000.5, contributors=60, **money),
        row("a", "female", 100.25, contributors=4, **money),
        row("a", "male", 4000.0, contributors=26, **money),
        row("a", "other", 4900.25, contributors=30, **money),
    ]
    made = table(rows)
    primaries = marks(made) & False
    primaries.loc[1, "whole_row"] = True
    found = protected(rows, sets(("a", "contributors", "A")), primaries=primaries)
    assert len(hidden_numerators(found)) == 2 and 1 in hidden_numerators(found)


def test_facts_of_open_court_are_never_hidden():
    rows = [total("a", 100), row("a", "female", 4), row("a", "male", 40), row("a", "other", 56)]
    rows = [one | {"public_fact": True} for one in rows]
    made = table(rows)
    found = protected(rows, sets(("a", "numerator", "A")), primaries=marks(made) & False)
    assert not found.hidden.any().any()


def test_merged_and_single_categories_each_add_up():
    rows = [total("a", 100), row("a", "x", 40), row("a", "y", 36), row("a", "z", 24)]
    rows += [total("b", 100), row("b", "x", 40, merged=1), row("b", "y or z", 60, merged=1)]
    found = protected(rows, sets(("a", "numerator", "A"), ("b", "numerator", "A")))
    assert found.left_out.empty
    rows[1]["numerator"], rows[2]["numerator"], rows[3]["numerator"] = 4, 36, 60
    rows[5]["numerator"], rows[6]["numerator"] = 4, 96
    found = protected(rows, sets(("a", "numerator", "A"), ("b", "numerator", "A")))
    assert {1, 5, 6} <= set(hidden_numerators(found))


def test_one_set_with_two_counts_is_refused_without_naming_them():
    declared = sets(("a", "numerator", "A"), ("b", "numerator", "A"))
    with pytest.raises(UniverseError, match=r"A in results of a, b") as caught:
        protected([total("a", 123), total("b", 124)], declared)
    assert "123" not in str(caught.value)


def test_a_metric_without_a_declared_set_is_refused():
    with pytest.raises(UniverseError, match="a"):
        protected([total("a", 100)], sets(("b", "numerator", "B")))


def test_results_of_agencies_are_outside():
    rows = [total("a", 3, unit_counted="inspections"), total("b", 3, source="official")]
    found = protected(rows, sets(("c", "numerator", "C")))
    assert not found.hidden.any().any()


def test_a_table_of_years_is_untouched_where_nothing_is_small():
    rows = [total("a", 100, period=BLOCK), total("a", 40, period=YEAR_2020)]
    assert not protected(rows, sets(("a", "numerator", "A"))).hidden.any().any()
