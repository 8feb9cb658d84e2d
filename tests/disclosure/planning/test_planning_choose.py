"""The plan: the finest offer within the limit, never finer than total or before, and totals always."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.planning.choosing import Planner
from disclosure.planning.columns import PLAN_COLUMNS
from disclosure.planning.offers import families
from disclosure.policy import threshold
from tests.disclosure.planning.plan_rows import few, frame, made, totals

KINDS = {"victims": "share", "pending": "stock_age", "forms": "mix"}
COUNTS = KINDS | {"victims": "count"}


def planned(rows, previous=None, kinds=KINDS):
    return Planner(rows, few(rows), kinds).choose(previous)


def offer_of(result, breakdown="sex", metric="victims") -> str:
    found = result.choices
    return found[(found.breakdown == breakdown) & (found.metric_id == metric)]["offer"].item()


def details(block: dict, merged: dict | None = None, double: dict | None = None) -> list[dict]:
    counts = {("block", 2017, name, 0): count for name, count in block.items()}
    counts |= {("block", 2017, name, 1): count for name, count in (merged or {}).items()}
    counts |= {("double", 2017, name, 0): count for name, count in (double or {}).items()}
    return made(counts)


MANY = totals({2017: 100, 2018: 100, 2019: 100})


def test_a_total_of_many_is_told_by_years_and_blocks():
    result = planned(frame(MANY))
    assert offer_of(result, "total") == "years_and_blocks"
    assert len(result.rows) == 4
    assert result.choices["passed_over"].isna().all()
    assert result.choices["sensitive"].isna().all()


def test_a_total_of_few_a_year_is_told_by_blocks():
    result = planned(frame(totals({2017: 6, 2018: 6, 2019: 6})))
    assert offer_of(result, "total") == "blocks"
    assert list(result.rows["span"]) == ["block"]
    line = result.choices.iloc[0]
    assert line["sensitive"] == "more than half"
    assert line["passed_over"] == "years_and_blocks"
    assert "single years and blocks of three years would be of few people" in line["reason"]


def test_a_total_stands_at_the_coarsest_however_few():
    years = dict.fromkeys(range(2017, 2023), 1)
    result = planned(frame(totals(years)))
    assert offer_of(result, "total") == "double_blocks"
    assert list(result.rows["numerator"]) == [6.0]


def test_a_year_before_the_first_block_stands_by_itself():
    rows = totals({2017: 6, 2018: 6, 2019: 6}) + made(
        {("year", 2016, "total", 0): 30}, breakdown="total"
    )
    assert sorted(planned(frame(rows)).rows["numerator"]) == [18, 30]


def test_details_go_from_all_to_merged_categories():
    rows = frame(MANY + details({"a": 200, "b": 90, "c": 5, "d": 5}, {"a": 200, "b": 100}))
    result = planned(rows)
    assert offer_of(result) == "blocks_merged"
    told = result.rows[result.rows["breakdown"] == "sex"]
    assert told["merged"].eq(1).all()
    assert len(told) == 2


def test_details_without_merged_categories_go_to_double_blocks_and_out():
    block = {"a": 6, "b": 6, "c": 30}
    rows = frame(MANY + details(block, double={"a": 12, "b": 12, "c": 60}))
    assert offer_of(planned(rows)) == "double_blocks"
    rows = frame(MANY + details(block, double={"a": 7, "b": 7, "c": 60}))
    result = planned(rows)
    assert offer_of(result) == "left_out"
    assert set(result.rows["breakdown"]) == {"total"}


def by_year_and_block(counts: dict[str, int], place: str = "XAA", merged: int = 0) -> list[dict]:
    years = {
        ("year", year, name, merged): n for year in range(2017, 2020) for name, n in counts.items()
    }
    blocks = {("block", 2017, name, merged): 3 * n for name, n in counts.items()}
    return made(years | blocks, jurisdiction=place)


def country(counts: dict[str, int], place: str = "XAA") -> pd.DataFrame:
    return frame([row | {"jurisdiction": place} for row in MANY] + by_year_and_block(counts, place))


def test_counts_of_a_country_are_told_by_year_as_returns_ask():
    result = planned(country({"a": 50, "b": 50}), kinds=COUNTS)
    assert offer_of(result) == "years_and_blocks"
    assert (result.rows["breakdown"] == "sex").sum() == 8
    assert offer_of(planned(country({"a": 6, "b": 6}), kinds=COUNTS)) == "blocks"


def test_a_third_of_the_counts_that_statutes_ask_for_may_be_small():
    one_of_three = {"female": 50, "male": 50, "legal_person": 3}
    assert offer_of(planned(country(one_of_three), kinds=COUNTS)) == "years_and_blocks"
    assert offer_of(planned(country(one_of_three))) == "left_out"


def test_women_and_men_are_told_by_year_before_rarer_answers_are_told_apart():
    fine = {"female": 50, "male": 50, "transgender_female": 2, "non_conforming": 4}
    merged = by_year_and_block({"female": 50, "male": 50, "other_gender": 12}, merged=1)
    rows = pd.concat([country(fine), frame(merged)], ignore_index=True)
    assert offer_of(planned(rows, kinds=COUNTS)) == "years_and_blocks_merged"


def test_counts_of_a_part_of_a_country_and_other_details_are_told_by_blocks():
    many = {"a": 50, "b": 50}
    assert offer_of(planned(country(many, "XAA-1"), kinds=COUNTS)) == "blocks"
    assert offer_of(planned(country(many))) == "blocks"


def test_counts_told_by_blocks_before_stay_so():
    rows = country({"a": 50, "b": 50})
    before = planned(rows).choices
    assert offer_of(planned(rows, before, COUNTS), "total") == "years_and_blocks"
    assert offer_of(planned(rows, before, COUNTS)) == "blocks"


def test_a_short_first_block_is_left_away_first():
    short = made({("block", 2016, "a", 0): 3}, period_end=pd.Timestamp(2016, 12, 31).date())
    rows = frame(MANY + short + details({"a": 100, "b": 200}))
    result = planned(rows)
    assert offer_of(result) == "full_blocks"
    assert result.rows.loc[result.rows["breakdown"] == "sex", "period_start"].nunique() == 1


def test_zeros_and_blanks_thin_nothing_out():
    """One of two counts is sensitive, however many zeros and waiting rows stand beside them."""
    zeros = {("block", 2017, f"z{n}", 0): 0 for n in range(20)}
    waiting = made({("block", 2020, f"z{n}", 0): 0 for n in range(20)}, blank="not_yet")
    for row in waiting:
        row["numerator"] = None
    rows = frame(MANY + details({"a": 5, "b": 295}) + made(zeros) + waiting)
    assert offer_of(planned(rows)) == "left_out"


def test_details_are_never_finer_than_their_total():
    years = {year: 3 for year in range(2017, 2020)} | {year: 2 for year in range(2020, 2023)}
    rows = frame(totals(years) + details({"a": 100, "b": 200}, double={"a": 200, "b": 400}))
    result = planned(rows)
    assert offer_of(result, "total") == "double_blocks"
    assert offer_of(result) == "double_blocks"
    reason = result.choices.set_index("breakdown").loc["sex", "reason"]
    assert "its total is told by no shorter periods" in reason


def test_the_part_of_a_year_always_stands():
    rows = frame(made({("part", 2025, "a", 0): 2, ("part", 2025, "b", 0): 3}))
    result = planned(rows)
    assert len(result.rows) == 2
    assert offer_of(result) == "part"


def test_stocks_are_told_by_years_or_not_at_all():
    facts = {"metric_id": "pending", "period_kind": "stock", "unit_counted": "cases"}
    counts = {("year", year, "a", 0): 4 for year in (2017, 2018)}
    total = {("year", year, "total", 0): 4 for year in (2017, 2018)}
    rows = frame(made(counts, **facts) + made(total, **facts, breakdown="total"))
    result = planned(rows)
    assert offer_of(result, metric="pending") == "left_out"
    assert offer_of(result, "total", "pending") == "years"


def test_a_mix_gives_up_years_before_categories():
    facts = {"metric_id": "forms", "breakdown": "form"}
    counts = {("year", year, name, 0): 5 for year in (2017, 2018, 2019) for name in "ab"}
    counts |= {("block", 2017, name, 0): 15 for name in "ab"}
    assert offer_of(planned(frame(made(counts, **facts))), "form", "forms") == "blocks"


def test_what_was_told_coarser_before_is_never_told_finer():
    rows = frame(MANY)
    before = planned(frame(totals({2017: 6, 2018: 6, 2019: 6}))).choices
    result = planned(rows, before)
    assert offer_of(result, "total") == "blocks"
    assert "as in the release before" in result.choices["reason"].item()
    assert offer_of(planned(rows, result.choices), "total") == "blocks"


def test_an_offer_beyond_the_limit_is_not_kept():
    before = planned(frame(MANY)).choices
    result = planned(frame(totals({2017: 6, 2018: 6, 2019: 6})), before)
    assert offer_of(result, "total") == "blocks"


def test_figures_of_others_stand_and_are_not_listed():
    rows = frame(made({("year", 2017, "a", 0): 1}, source="official"))
    result = planned(rows)
    assert len(result.rows) == 1
    assert result.choices.empty
    assert list(result.choices) == list(PLAN_COLUMNS)


def test_without_span_the_days_of_the_period_tell():
    rows = frame(MANY + details({"a": 100, "b": 200}))
    with_span = planned(rows)
    without = planned(rows.drop(columns=["span", "merged"]))
    pd.testing.assert_frame_equal(with_span.choices, without.choices)


def test_every_family_ends_in_something_coarser():
    for family in families():
        fineness = [offer.fineness for offer in family.offers]
        assert fineness == sorted(fineness), family.name
        assert threshold(family.limit) > 0
        assert family.reason.endswith(".")
        assert any(not offer.periods for offer in family.offers) != family.name.startswith("total")


counts = st.integers(0, 40)
tables = st.dictionaries(
    st.tuples(st.sampled_from(["block", "double"]), st.just(2017), st.sampled_from("abcde")),
    counts,
    max_size=10,
)


@settings(max_examples=25, deadline=None)
@given(st.lists(counts, min_size=6, max_size=6), tables, st.randoms(use_true_random=False))
def test_any_table_is_within_its_limit_or_left_out(years, cells, draw):
    """And the order of the rows decides nothing."""
    detail = {(span, year, name, 0): n for (span, year, name), n in cells.items()}
    rows = frame(totals(dict(zip(range(2017, 2023), years, strict=True))) + made(detail))
    result = planned(rows)
    told = result.rows[(result.rows["breakdown"] == "sex") & (result.rows["numerator"] > 0)]
    if len(told):
        assert few(told).mean() <= threshold("density_limit_details")
    assert (result.rows["breakdown"] == "total").any()
    order = list(rows.index)
    draw.shuffle(order)
    again = planned(rows.loc[order])
    pd.testing.assert_frame_equal(again.choices, result.choices)
    assert sorted(again.rows.index) == list(result.rows.index)
    kept = planned(rows, result.choices)
    assert list(kept.choices["offer"]) == list(result.choices["offer"])
