"""Which published row speaks for a metric."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.evidence.newest import newest
from tests.compliance.making import result, results


def year(first: int, last: int | None = None, **changes) -> dict:
    return result(period_start=date(first, 1, 1), period_end=date(last or first, 12, 31), **changes)


BLANK = {"numerator": None, "denominator": None, "value": None, "blank": "suppressed"}

CASES = {
    "the newest year": ([year(2023), year(2024, numerator=7.0)], 7.0),
    "a number before a newer blank": ([year(2023, numerator=7.0), year(2024, **BLANK)], 7.0),
    "a year before the block that ends with it": ([year(2022, 2024), year(2024, numerator=7.0)], 7.0),
    "a newer block before an older year": ([year(2023), year(2022, 2024, numerator=7.0)], 7.0),
    "totals only": ([year(2023, numerator=7.0), year(2024, breakdown="sex", category="female")], 7.0),
    "trafficking only": ([year(2023, numerator=7.0), year(2024, scope="all_crime")], 7.0),
    "the longest horizon": ([year(2024, horizon_days=365), year(2024, horizon_days=730, numerator=7.0)], 7.0),
    "a mix by its largest known part": (
        [year(2024, breakdown="ground", category="a", numerator=3.0),
         year(2024, breakdown="ground", category="b", numerator=7.0),
         year(2024, breakdown="ground", category="unknown", numerator=90.0),
         year(2024, breakdown="ground+sex", category="b · female", numerator=91.0)], 7.0,
    ),
    "no number at all: the newest blank": ([year(2023, **BLANK), year(2024, **BLANK)], None),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
@settings(deadline=None, max_examples=25)
@given(st.data())
def test_which_row_speaks_whatever_the_order(case, data):
    rows, numerator = CASES[case]
    (found,) = newest(results(*data.draw(st.permutations(rows)))).to_dict("records")
    assert found["numerator"] == numerator or (
        numerator is None and found["period_end"].year == 2024
    )


def test_what_would_be_if_is_no_evidence():
    assert newest(
        results(year(2024, breakdown="assumption", category="all_silent_dissatisfied"))
    ).empty


def test_printed_figures_speak_one_a_measure():
    printed = {"metric_id": "official_figures", "source": "official", "origin": "unodc_glotip 2024"}
    rows = [
        year(2019, breakdown="measure", category="persons_convicted", numerator=5.0, **printed),
        year(2020, breakdown="measure", category="persons_convicted", numerator=7.0, **printed),
        year(2020, breakdown="measure", category="victims_detected", numerator=9.0, **printed),
        year(2021, breakdown="measure · sex", category="victims_detected · female", **printed),
    ]
    found = newest(results(*rows))
    assert dict(zip(found["category"], found["numerator"], strict=True)) == {
        "persons_convicted": 7.0,
        "victims_detected": 9.0,
    }
