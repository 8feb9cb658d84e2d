"""Each relation between counts gives a hidden one away by itself, and only that relation does.

Every example is a release that is unsafe, and the same release without the one thing that tells.
"""

import pandas as pd
import pytest

from disclosure.attacking.audit import audit
from tests.disclosure.attacking.published import HIDE, release, row, years


def found(published, **more) -> tuple:
    return audit(published, **more).labels


TWO_BY_TWO = [
    row("total", 200),
    row("sex: female", 100),
    row("sex: male", 100),
    row("age: child", 80),
    row("age: adult", 120),
]


def crossed(**hidden):
    cells = {"female · child": 40, "female · adult": 60, "male · child": 40, "male · adult": 60}
    cells |= hidden
    return [row(f"sex · age: {name}", count) for name, count in cells.items()]


UNSAFE = {
    "breakdown": (
        release([row("total", 100), row("sex: female", 60), row("sex: male", HIDE)]),
        (2,),
    ),
    "breakdown_sum_is_small": (
        release(
            [
                row("total", 68),
                row("sex: female", 60),
                row("sex: male", HIDE),
                row("sex: unknown", HIDE),
            ]
        ),
        (2, 3),
    ),
    "crossed": (
        release([*TWO_BY_TWO, *crossed(**{"male · child": HIDE, "female · child": HIDE})]),
        (5, 7),
    ),
    "mix": (
        release(
            [row("service: a", 40, 100), row("service: b", 45, 100), row("service: c", HIDE, 100)],
            kinds={"identified": "mix"},
        ),
        (2,),
    ),
    "block_of_years": (
        release(
            [
                row("total", 100, **years(2020, 2022)),
                row("total", 40, **years(2020)),
                row("total", HIDE, **years(2021)),
                row("total", 45, **years(2022)),
            ]
        ),
        (2,),
    ),
    "double_of_blocks": (
        release(
            [
                row("sex: male", 100, **years(2017, 2022)),
                row("sex: male", 60, **years(2017, 2019)),
                row("sex: male", HIDE, **years(2020, 2022)),
            ]
        ),
        (2,),
    ),
    "windows_that_overlap": (
        release(
            [
                row("total", 100, **years(2020, 2022)),
                row("total", 40, **years(2020)),
                row("total", HIDE, **years(2021)),
                row("total", 75, **years(2022, 2023)),
                row("total", 30, **years(2023)),
            ]
        ),
        (2,),
    ),
    "same_set_elsewhere": (
        release(
            [row("total", HIDE), row("total", 50, metric_id="referred")],
            sets=[("identified", "numerator", "victims"), ("referred", "numerator", "victims")],
        ),
        (),
    ),
    "shown_elsewhere_opens_a_sum": (
        release(
            [
                row("total", 100),
                row("sex: female", HIDE),
                row("sex: male", HIDE),
                row("sex: male", 45, metric_id="referred"),
            ],
            sets=[("identified", "numerator", "victims"), ("referred", "numerator", "victims")],
        ),
        (1,),
    ),
    "nested_in_another_metric": (
        release(
            [row("total", 100), row("total", 95, metric_id="referred")],
            sets=[("identified", "numerator", "victims"), ("referred", "numerator", "referred")],
            nested=[("referred", "victims")],
        ),
        (1,),
    ),
    "nested_through_a_set_without_rows": (
        release(
            [row("total", 100), row("total", 95, metric_id="referred")],
            sets=[("identified", "numerator", "victims"), ("referred", "numerator", "referred")],
            nested=[("referred", "asked"), ("asked", "victims")],
        ),
        (1,),
    ),
    "part_of_whole": (
        release([row("total", 95, 100)], kinds={"identified": "share"}),
        (0,),
    ),
    "too_few_for_a_hidden_part": (
        release([row("total", HIDE, 10)], kinds={"identified": "share"}),
        (0,),
    ),
    "horizons": (
        release(
            [row("total", 60, 200, horizon_days=365), row("total", 64, 200, horizon_days=730)],
            kinds={"identified": "time_to_event"},
            sets=[
                ("identified", "denominator", "entered", {"horizon_days": 365}),
                ("identified", "denominator", "entered", {"horizon_days": 730}),
                ("identified", "numerator", "ended 365", {"horizon_days": 365}),
                ("identified", "numerator", "ended 730", {"horizon_days": 730}),
            ],
            nested=[("ended 365", "ended 730"), ("ended 730", "entered")],
        ),
        (0,),
    ),
    "stages_side_by_side": (
        release(
            [
                row("stage: charged", 60, 200),
                row("stage: convicted", HIDE, 200),
                row("total", 52, metric_id="convicted"),
                row("sex: female", 30, metric_id="convicted"),
                row("sex: male", HIDE, metric_id="convicted"),
            ],
            kinds={"identified": "time_to_event"},
            sets=[
                ("identified", "numerator", "charged", {"category": "charged"}),
                ("identified", "numerator", "convicted", {"category": "convicted"}),
                ("identified", "denominator", "entered"),
                ("convicted", "numerator", "convicted"),
            ],
            nested=[("convicted", "charged"), ("charged", "entered")],
        ),
        (1, 2, 4),
    ),
    "trafficking_within_all_crime": (
        release(
            [row("total", 90), row("total", 96, scope="all_crime")],
            sets=[
                ("identified", "numerator", "trafficking"),
                ("identified", "numerator", "all", {"scope": "all_crime"}),
            ],
            nested=[("trafficking", "all")],
        ),
        (0,),
    ),
    "currencies_apart": (
        release(
            [
                row("total", 1000.0, unit_counted="money", currency="EUR"),
                row("sex: female", 600.0, unit_counted="money", currency="EUR"),
                row("sex: male", HIDE, unit_counted="money", currency="EUR"),
                row("sex: male", HIDE, unit_counted="money", currency="USD"),
            ],
            kinds={"identified": "amount"},
        ),
        (2,),
    ),
    "total_had_from_years": (
        release(
            [
                row("total", 40, **years(2020)),
                row("total", 60, **years(2021)),
                row("sex: female", 80, **years(2020, 2021)),
                row("sex: male", HIDE, **years(2020, 2021)),
            ]
        ),
        (3,),
    ),
    "year_that_is_left": (
        release(
            [
                row("total", 100, **years(2020, 2022)),
                row("total", 46, **years(2020)),
                row("total", 50, **years(2022)),
            ]
        ),
        (1, 2),
    ),
    "left_without_a_category": (
        release([row("total", 100), row("sex: female", 60), row("sex: male", 36)]),
        (1, 2),
    ),
    "small_count": (release([row("total", 7)]), (0,)),
    "value_beside_a_hidden_count": (
        release([row("total", HIDE, 40, value=0.1)], kinds={"identified": "share"}),
        (0,),
    ),
    "missing_share": (
        release([row("total", 50, 100, missing_share=0.05)], kinds={"identified": "share"}),
        (0,),
    ),
}

SAFE = {
    "one_small_and_one_large_hidden": release(
        [row("total", 100), row("sex: female", HIDE), row("sex: male", HIDE)]
    ),
    "crossed_square": release(
        [
            *TWO_BY_TWO,
            *crossed(
                **{
                    name: HIDE
                    for name in ("male · child", "female · child", "male · adult", "female · adult")
                }
            ),
        ]
    ),
    "mix_of_two": release(
        [row("service: a", 40, 100), row("service: b", HIDE, 100), row("service: c", HIDE, 100)],
        kinds={"identified": "mix"},
    ),
    "two_years": release(
        [
            row("total", 100, **years(2020, 2022)),
            row("total", 40, **years(2020)),
            row("total", HIDE, **years(2021)),
            row("total", HIDE, **years(2022)),
        ]
    ),
    "stock_of_years_is_no_sum": release(
        [
            row("total", 100, period_kind="stock", **years(2020, 2021)),
            row("total", 60, period_kind="stock", **years(2020)),
            row("total", HIDE, period_kind="stock", **years(2021)),
        ],
        kinds={"identified": "stock_age"},
    ),
    "zero": release([row("total", 0, 100)], kinds={"identified": "share"}),
    "open_court": release([row("total", 3, 4, public_fact=True)], kinds={"identified": "share"}),
    "ratio_has_no_rest": release([row("total", 97, 100)], kinds={"identified": "ratio"}),
    "waits": release([row("total", None, 100, blank="not_yet")], kinds={"identified": "share"}),
    "numerator_alone_hidden": release([row("total", HIDE, 40)], kinds={"identified": "share"}),
}


@pytest.mark.parametrize("name", UNSAFE)
def test_relation_gives_a_hidden_count_away(name):
    published, labels = UNSAFE[name]
    assert found(published) == labels


@pytest.mark.parametrize("name", SAFE)
def test_what_leaves_room_passes(name):
    findings = audit(SAFE[name])
    assert findings.is_safe, findings.text()


@pytest.mark.parametrize(
    "name", ["nested_in_another_metric", "trafficking_within_all_crime", "horizons"]
)
def test_only_the_declared_nesting_tells(name):
    published, _ = UNSAFE[name]
    without = published | {"nested_sets": published["nested_sets"].iloc[:0]}
    assert found(without) == ()


def test_only_the_shared_set_tells():
    published, _ = UNSAFE["shown_elsewhere_opens_a_sum"]
    apart = published["counted_sets"].assign(set_id=["one", "two"])
    assert found(published | {"counted_sets": apart}) == ()


def test_quarters_open_a_hidden_year():
    rows = [
        row("total", 100, **years(2020, 2021)),
        row("total", HIDE, **years(2020)),
        row("total", HIDE, **years(2021)),
    ]
    quarters = [
        {
            "metric_id": "identified",
            "scope": "trafficking",
            "jurisdiction": "XAA",
            "grain": "quarter",
            "period_start": pd.Timestamp(2020, 3 * quarter + 1, 1),
            "period_end": pd.Timestamp(2020, 3 * quarter + 1, 1) + pd.offsets.QuarterEnd(),
            "numerator": 12,
            "denominator": None,
        }
        for quarter in range(4)
    ]
    assert found(release(rows)) == ()
    assert found(release(rows, trends=quarters)) == (1, 2)


def test_comparison_may_not_tell_what_the_results_hide():
    rows = [row("total", 100), row("sex: female", HIDE), row("sex: male", HIDE)]
    told = [row("sex: male", 40)]
    findings = audit(release(rows, comparisons=told))
    assert ("identified", "comparisons", "not in results") in findings.families
    assert findings.labels == (1,)


def test_findings_hold_no_value():
    published = release([row("total", 4321), row("sex: female", 4278), row("sex: male", HIDE)])
    findings = audit(published)
    assert findings.labels == (2,)
    assert not any(number in findings.text() for number in ("4321", "4278", "43"))
    assert not {"lower", "upper", "value"} & set(findings.cells.columns)
