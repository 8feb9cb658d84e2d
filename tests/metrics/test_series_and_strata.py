"""Points by quarter and counts within strata agree with the results they are made beside."""

from dataclasses import replace
from datetime import date

import pytest

from metrics.catalogue import metrics
from metrics.compute import compute
from metrics.coverage import Coverage
from metrics.example import example_store
from metrics.example_rows import charged, together
from metrics.series import covered_parts


@pytest.fixture
def computed(monkeypatch):
    """What the real pipeline counts of one metric with other fields."""

    def counted(rows, name, scopes=("trafficking",), **fields):
        metric = replace(metrics()[name], **fields)
        monkeypatch.setattr("metrics.compute.metrics", lambda: {name: metric})
        return compute(example_store(rows), scopes=scopes)

    return counted


ROWS = together(
    charged("a", 12, "2020-01-15", "2020-02-10", "convicted", sex="female"),
    charged("b", 8, "2020-01-15", "2020-05-20", "acquitted", sex="male"),
    charged("c", 10, "2021-12-31", "2022-12-31", "convicted", sex="male"),
    charged("d", 10, "2022-01-01", "2022-12-01", "acquitted", sex="male"),
)


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        (
            "court_conviction_rate",
            {"2020-01-01": (12, 12), "2020-04-01": (0, 8), "2022-10-01": (10, 20)},
        ),
        (
            "convictions_to_prosecutions",
            {"2020-01-01": (12, 20), "2021-10-01": (0, 10), "2022-10-01": (10, 0)},
        ),
        ("persons_prosecuted", {"2020-01-01": (20, None), "2022-01-01": (10, None)}),
    ],
)
def test_quarters_by_hand(computed, name, counts):
    series = computed(ROWS, name, is_trended=True).series
    quarters = series[series["grain"] == "quarter"].set_index("period_start")
    assert len(quarters) == 20 and len(series[series["grain"] == "half"]) == 10
    for day, (part, whole) in counts.items():
        point = quarters.loc[date.fromisoformat(day)]
        assert point["numerator"] == part
        assert point["denominator"] == whole or whole is None
        if whole:
            assert point["value"] == part / whole
    told = {date.fromisoformat(day) for day in counts}
    assert quarters.loc[[day for day in quarters.index if day not in told], "numerator"].sum() == (
        10 if name == "persons_prosecuted" else 0
    )


@pytest.mark.parametrize("grain", ["quarter", "half"])
def test_parts_of_a_year_add_up_to_the_year(computed, grain):
    found = computed(ROWS, "court_conviction_rate", is_trended=True)
    series = found.series[found.series["grain"] == grain]
    for row in found.results[found.results["breakdown"] == "total"].itertuples():
        inside = series[
            (series["period_start"] >= row.period_start) & (series["period_end"] <= row.period_end)
        ]
        if row.period_end.year <= 2024:
            assert tuple(inside[["numerator", "denominator"]].sum()) == (row.numerator, row.denominator)  # fmt: skip


def test_a_quarter_is_told_when_it_is_over_and_not_before():
    parts = covered_parts(Coverage("XAA", date(2020, 2, 1), date(2021, 7, 30), True), "quarter")
    assert [(start, end) for _, start, end in parts][:1] == [(date(2020, 4, 1), date(2020, 6, 30))]
    assert parts[-1] == (4 * 2021 + 1, date(2021, 4, 1), date(2021, 6, 30))
    gap = Coverage("XAA", date(2019, 1, 1), date(2021, 12, 31), True, frozenset({2020}))
    assert [number for number, _, _ in covered_parts(gap, "half")] == [4038, 4039, 4042, 4043]


def test_a_quarter_of_a_running_year_is_told(monkeypatch):
    metric = replace(metrics()["clearance_rate"], is_trended=True)
    monkeypatch.setattr("metrics.compute.metrics", lambda: {"clearance_rate": metric})
    con = example_store(charged("a", 12, "2021-02-01"), as_of=date(2021, 5, 31))
    series = compute(con, scopes=("trafficking",)).series
    found = series[series["grain"] == "quarter"].set_index("period_start")["denominator"]
    assert found[date(2021, 1, 1)] == 12 and max(found.index) == date(2021, 1, 1)


def test_strata_of_a_share_add_up_to_its_groups(computed):
    found = computed(
        ROWS,
        "court_conviction_rate",
        is_headline=True,
        case_mix=("exploitation_form", "sex"),
        breakdowns=("sex", "exploitation_form"),
    )
    strata = found.strata
    assert set(zip(strata["period_start"], strata["period_end"], strict=True)) == {
        (date(2020, 1, 1), date(2022, 12, 31))
    }
    counts = {(r.breakdown, r.category, r.stratum): (r.part, r.whole) for r in strata.itertuples()}
    assert counts == {
        ("total", "total", "forced_labour · female"): (12, 12),
        ("total", "total", "forced_labour · male"): (10, 28),
        ("sex", "female", "forced_labour"): (12, 12),
        ("sex", "male", "forced_labour"): (10, 28),
        ("exploitation_form", "forced_labour", "female"): (12, 12),
        ("exploitation_form", "forced_labour", "male"): (10, 28),
    }


def test_strata_of_a_cohort_count_those_whose_end_is_known(computed):
    rows = together(ROWS, charged("e", 5, "2022-06-01", sex="female"))
    strata = computed(
        rows, "cohort_conviction", is_headline=True, case_mix=(), breakdowns=("sex",)
    ).strata
    total = strata[strata["breakdown"] == "total"].set_index("horizon_days")
    assert set(total["stratum"]) == {"all"}
    # c ends on day 365; e has been followed for 944 days, not for 1095.
    assert tuple(total.loc[365, ["part", "whole"]]) == (22, 45)
    assert tuple(total.loc[1095, ["part", "whole"]]) == (22, 40)
    by_sex = strata[(strata["breakdown"] == "sex") & (strata["horizon_days"] == 365)]
    assert by_sex.set_index("category")["whole"].to_dict() == {"female": 17, "male": 28}


def test_only_headline_metrics_have_strata_and_only_trended_ones_a_series(computed):
    found = computed(ROWS, "court_conviction_rate", is_headline=False, is_trended=False)
    assert len(found.series) == len(found.strata) == 0 < len(found.results)
