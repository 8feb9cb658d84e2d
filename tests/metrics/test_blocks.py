"""Detail is told over blocks of three years: which blocks there are, and why one is blank."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.catalogue import metrics
from metrics.cells import Spans, periods_of
from metrics.compute import as_planned, compute
from metrics.coverage import Coverage
from metrics.example import example_store
from metrics.example_rows import charged, together


def told(blocks):
    return [(block.start.year, block.end.year, block.blank) for block in blocks]


@pytest.mark.parametrize(
    ("covered_from", "as_of", "gaps", "expected"),
    [
        ("2017-01-01", "2022-12-31", (), [(2017, 2019, None), (2020, 2022, None)]),
        ("2018-05-01", "2022-12-31", (), [(2019, 2019, None), (2020, 2022, None)]),
        ("2018-01-01", "2021-06-30", (), [(2018, 2019, None), (2020, 2022, "not_yet")]),
        ("2019-02-01", "2022-12-31", (), [(2019, 2019, "not_reported"), (2020, 2022, None)]),
        ("2017-01-01", "2022-12-31", (2018,), [(2017, 2019, "not_reported"), (2020, 2022, None)]),
        ("2020-01-01", "2021-12-31", (), [(2020, 2022, "not_yet")]),
    ],
)
def test_blocks_are_whole_or_blank(covered_from, as_of, gaps, expected):
    days = date.fromisoformat(covered_from), date.fromisoformat(as_of)
    assert told(Coverage("XAA", *days, True, frozenset(gaps)).blocks()) == expected


def test_a_block_that_others_have_got_through_is_not_reported():
    court = Coverage("XAA", date(2018, 1, 1), date(2021, 6, 30), True)
    others = Coverage("XAA", date(2017, 1, 1), date(2023, 6, 30), False)
    assert told(court.blocks(others)) == [
        (2018, 2019, None),
        (2020, 2022, "not_reported"),
        (2023, 2025, "not_yet"),
    ]


def test_data_within_one_year_are_one_period_with_its_detail():
    court = Coverage("XAA", date(2021, 3, 1), date(2021, 10, 31), True)
    assert court.blocks() == court.periods()


@given(
    start=st.dates(date(2010, 1, 1), date(2025, 12, 31)),
    length=st.integers(366, 4000),
)
def test_blocks_follow_one_another_and_only_the_first_is_short(start, length):
    end = date.fromordinal(start.toordinal() + length)
    blocks = Coverage("XAA", start, end, True).blocks()
    for block in blocks:
        assert block.end.year % 3 == 0 and block.is_whole
        assert (block.blank is None) <= (start <= block.start and block.end <= end)
    for earlier, later in pairwise(blocks):
        assert later.start.year == earlier.end.year + 1
        assert later.end.year - later.start.year == 2 or earlier.blank == "not_reported"


def test_every_metric_tells_its_total_yearly_and_nothing_twice():
    coverage = Coverage("XAA", date(2019, 1, 1), date(2023, 12, 31), True)
    for metric in metrics().values():
        periods = periods_of(metric, "total", Spans.of(coverage, coverage))
        spans = [(period.start, period.end) for _, period in periods]
        assert len(set(spans)) == len(spans)
        assert {start.year for start, end in spans if start.year == end.year} == set(
            range(2019, 2024)
        )


def test_detail_of_a_block_adds_up_the_years():
    rows = together(
        charged("a", 12, "2020-03-01", "2020-09-01", "convicted", sex="female"),
        charged("b", 20, "2021-03-01", "2021-09-01", "acquitted", sex="female"),
        charged("c", 15, "2022-03-01", "2022-09-01", "convicted", sex="male"),
    )
    found = as_planned(compute(example_store(rows), only=("court_conviction_rate",)).results)
    found = found[found["scope"] == "trafficking"]
    block = found[found["period_end"] == date(2022, 12, 31)]
    block = block[block["period_start"] == date(2020, 1, 1)]
    counts = {r.category: (r.numerator, r.denominator) for r in block.itertuples()}
    assert counts["total"] == (27, 47)
    assert (counts["female"], counts["male"]) == ((12, 32), (15, 15))
    years = found[found["period_start"].map(lambda d: d.year) == found["period_end"].map(lambda d: d.year)]  # fmt: skip
    assert set(years["breakdown"]) == {"total"}
    assert years["numerator"].sum() == 27


def test_who_was_counted_is_told_by_year_as_statutes_ask():
    rows = together(
        charged("a", 12, "2020-03-01", sex="female"),
        charged("b", 20, "2021-03-01", sex="female"),
        charged("c", 15, "2021-05-01", sex="male"),
        charged("d", 11, "2022-05-01", sex="male"),
    )
    found = as_planned(compute(example_store(rows), only=("persons_prosecuted",)).results)
    found = found[(found["scope"] == "trafficking") & (found["breakdown"] == "sex")]
    counts = {
        (r.period_start.year, r.period_end.year, r.category): r.numerator
        for r in found.itertuples()
    }
    assert (counts[2020, 2020, "female"], counts[2021, 2021, "female"]) == (12, 20)
    assert (counts[2021, 2021, "male"], counts[2022, 2022, "male"]) == (15, 11)
    assert (counts[2020, 2022, "female"], counts[2020, 2022, "male"]) == (32, 26)
