"""A benchmark is reached only where the whole interval says so."""

from datetime import date

import pandas as pd
import pytest

from compliance.benchmarks import benchmarks
from compliance.columns import BENCHMARK_COLUMNS
from metrics.result import RESULT_COLUMNS

DEFINITIONS = pd.DataFrame({"metric_id": ["claim_rate", "time_to_charge"]})


def result(value=0.5, lower=0.4, upper=0.6, year: int = 2024, **changed) -> dict:
    row = {
        "metric_id": "claim_rate",
        "scope": "trafficking",
        "source": "case",
        "jurisdiction": "XAA",
        "period_start": date(year, 1, 1),
        "period_end": date(year, 12, 31),
        "breakdown": "total",
        "category": "total",
        "value": value,
        "lower": lower,
        "upper": upper,
    }
    return row | changed


def aim(number: float = 0.5, direction: str = "at_least", **changed) -> dict:
    row = {
        "jurisdiction": "XAA",
        "benchmark_id": "b1",
        "metric_id": "claim_rate",
        "direction": direction,
        "number": number,
        "set_by": "national_rapporteur",
        "set_on": date(2023, 6, 1),
        "evidence_url": "https://example.org/aims",
    }
    return row | changed


def beside(aims: list, results: list) -> pd.DataFrame:
    found = benchmarks(
        pd.DataFrame(aims, columns=list(aim())),
        pd.DataFrame(results, columns=list(RESULT_COLUMNS)),
        DEFINITIONS,
    )
    assert list(found.columns) == list(BENCHMARK_COLUMNS)
    return found


@pytest.mark.parametrize(
    ("direction", "number", "reached"),
    [
        # The interval runs from 0.4 to 0.6.
        ("at_least", 0.39, "yes"),
        ("at_least", 0.4, "yes"),
        ("at_least", 0.41, "cannot_tell"),
        ("at_least", 0.5, "cannot_tell"),
        ("at_least", 0.6, "cannot_tell"),
        ("at_least", 0.61, "no"),
        ("at_most", 0.61, "yes"),
        ("at_most", 0.6, "yes"),
        ("at_most", 0.5, "cannot_tell"),
        ("at_most", 0.4, "cannot_tell"),
        ("at_most", 0.39, "no"),
    ],
)
def test_the_whole_interval_decides(direction, number, reached):
    found = beside([aim(number, direction)], [result()]).iloc[0]
    assert found["reached"] == reached
    assert (found["value"], found["lower"], found["upper"]) == (0.5, 0.4, 0.6)
    assert found["link"] == "https://example.org/aims"


def test_a_figure_without_an_interval_is_taken_as_it_stands():
    printed = result(500, None, None)
    assert beside([aim(500)], [printed])["reached"].item() == "yes"
    assert beside([aim(501)], [printed])["reached"].item() == "no"
    assert beside([aim(499, "at_most")], [printed])["reached"].item() == "no"


@pytest.mark.parametrize(
    ("set_on", "before"),
    [(date(2023, 12, 31), True), (date(2024, 1, 1), False), (date(2025, 1, 1), False)],
)
def test_set_before_the_period_began(set_on, before):
    assert bool(beside([aim(set_on=set_on)], [result()])["was_set_before"].item()) == before


@pytest.mark.parametrize(
    "results",
    [
        [],
        [result(None, None, None, blank="suppressed")],
        [result(jurisdiction="XAB")],
        [result(breakdown="sex", category="female")],
        [result(metric_id="time_to_charge")],
    ],
)
def test_nothing_beside_it(results):
    found = beside([aim()], results).iloc[0]
    assert found["reached"] == "no_result"
    empty = ["value", "lower", "upper", "period_start", "period_end", "was_set_before"]
    assert found[empty].isna().all()


def test_an_unknown_metric_has_no_result():
    made_up = "made_up_rate"
    found = beside([aim(metric_id=made_up)], [result(metric_id=made_up)])
    assert found["reached"].item() == "no_result"


@pytest.mark.parametrize(
    "other",
    [
        result(0.9, year=2023),
        result(0.9, source="official", origin="a yearbook"),
        result(0.9, scope="all_crime"),
        result(0.9, period_start=date(2022, 1, 1)),
        result(0.9, horizon_days=365),
        result(None, None, None, year=2025, blank="not_yet"),
    ],
)
def test_the_newest_finest_figure_about_trafficking_stands_beside_it(other):
    chosen = result(0.5, horizon_days=730)
    for results in ([chosen, other], [other, chosen]):
        assert beside([aim()], results)["value"].item() == 0.5


def test_every_benchmark_keeps_its_row_and_its_own_figure():
    aims = [
        aim(benchmark_id="b2", metric_id="time_to_charge", direction="at_most", number=90),
        aim(),
        aim(0.7, benchmark_id="b3"),
        aim(jurisdiction="XAB"),
    ]
    results = [result(), result(120, 100, 140, metric_id="time_to_charge")]
    found = beside(aims, results)
    assert list(zip(found["jurisdiction"], found["benchmark_id"], strict=True)) == [
        ("XAA", "b1"),
        ("XAA", "b2"),
        ("XAA", "b3"),
        ("XAB", "b1"),
    ]
    assert list(found["reached"]) == ["cannot_tell", "no", "no", "no_result"]


def test_no_benchmark_gives_an_empty_table():
    assert len(beside([], [result()])) == 0
