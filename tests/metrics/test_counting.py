"""Counting in SQL agrees with plain Python over the same records, and what must add up does."""

from collections import defaultdict
from statistics import median

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings

from metrics.catalogue import metrics, populations
from metrics.compute import as_planned, compute
from metrics.sql import counting_statement
from tests.metrics.stores import AS_OF, dated, proceedings, store_of

# Each example builds a store, so few are drawn and failures are not shrunk: that would take minutes.
FEW = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
YEARS = range(2018, 2024)
COURT = (
    "court_conviction_rate",
    "convictions_to_prosecutions",
    "clearance_rate",
    "disposition_time",
)


def is_trafficking(record: dict) -> bool:
    return record["offence"].startswith("0204")


def is_convicted_of_trafficking(record: dict) -> bool:
    return record["outcome"] == "convicted" and is_trafficking(record)


def totals(results, metric: str, scope: str = "trafficking") -> dict[int, dict]:
    found = results[
        (results.metric_id == metric) & (results.scope == scope) & (results.breakdown == "total")
    ]
    years = (row for row in found.to_dict("records") if is_year(row))
    return {row["period_start"].year: row for row in years}


def is_year(row: dict) -> bool:
    return row["period_start"].year == row["period_end"].year


def counts(row: dict) -> tuple[float, float]:
    return row["numerator"], row["denominator"]


@FEW
@given(proceedings)
def test_flows_and_stocks_agree_with_plain_counting(drawn):
    records = dated(drawn)
    results = as_planned(compute(store_of(records), only=(*COURT, "pending_age")).results)
    mine = [record for record in records if is_trafficking(record)]
    verdicts = ("convicted", "convicted_other", "acquitted", "dismissed", "discontinued")
    for year in YEARS:
        ended = [r for r in mine if r["disposed_on"] and r["disposed_on"].year == year]
        begun = [r for r in mine if r["charged_on"] and r["charged_on"].year == year]
        year_end = AS_OF.replace(year=year)
        pending = [
            (year_end - r["charged_on"]).days
            for r in mine
            if r["charged_on"]
            and r["charged_on"] <= year_end
            and (r["outcome"] == "open" or r["disposed_on"] > year_end)
        ]
        convicted = {r["person"] for r in ended if is_convicted_of_trafficking(r)}
        concluded = {r["person"] for r in ended if r["outcome"] in verdicts}
        expected = {
            "court_conviction_rate": (len(convicted), len(concluded)),
            "convictions_to_prosecutions": (len(convicted), len({r["person"] for r in begun})),
            "clearance_rate": (len(ended), len(begun)),
            "disposition_time": (len(pending), len(ended)),
            "pending_age": (sum(age > 730 for age in pending), len(pending)),
        }
        for name, numbers in expected.items():
            assert counts(totals(results, name)[year]) == numbers, (name, year)
        if len(pending) >= 10:
            assert totals(results, "pending_age")[year]["value"] == median(pending)


@FEW
@given(proceedings)
def test_every_person_of_a_cohort_has_one_ending(drawn):
    records = dated(drawn)
    con = store_of(records)
    metric = metrics()["cohort_conviction"]
    con.execute(f"CREATE TEMP TABLE {metric.population} AS {populations()[metric.population].rows}")
    counted = con.execute(counting_statement(metric, "all_crime")).df()
    counted = counted[counted.breakdown == "total"]
    first: dict[str, int] = {}
    for record in records:
        if record["charged_on"]:
            year = record["charged_on"].year
            first[record["person"]] = min(year, first.get(record["person"], year))
    entered = defaultdict(int)
    for year in first.values():
        entered[year] += 1
    assert (
        counted.dropna(subset="period_year").groupby("period_year")["units"].sum().to_dict()
        == entered
    )
    assert counted["units"].sum() == len({record["person"] for record in records})


@FEW
@given(proceedings)
def test_incidence_never_falls_with_the_horizon(drawn):
    results = as_planned(compute(store_of(dated(drawn)), only=("cohort_conviction",)).results)
    place = ["scope", "period_start", "period_end", "breakdown", "category"]
    for column in ("numerator", "value", "bound_lower"):
        shown = results.dropna(subset=column).sort_values("horizon_days")
        assert (shown.groupby(place)[column].diff().fillna(0) >= -1e-12).all(), column


@FEW
@given(proceedings)
def test_categories_add_up_to_the_total(drawn):
    results = as_planned(
        compute(
            store_of(dated(drawn)), only=(*COURT, "cohort_conviction", "time_to_disposition")
        ).results
    )
    results["horizon_days"] = results["horizon_days"].fillna(0)
    results = results[results["numerator"].notna()]
    place = ["metric_id", "scope", "period_start", "period_end", "horizon_days"]
    numbers = ["numerator", "denominator"]
    whole = results[results.breakdown == "total"].set_index(place)[numbers]
    for breakdown in ("sex", "exploitation_form"):
        parts = results[results.breakdown == breakdown].groupby(place)[numbers].sum()
        # What was drawn may hold no trafficking offence, and then no detail to add up.
        assume(len(parts))
        assert ((whole.loc[parts.index] - parts).abs().to_numpy() < 1e-9).all()
    told_twice = results[(results.breakdown == "total") & (results.metric_id != "disposition_time")]
    is_single = told_twice.apply(is_year, axis=1)
    series = ["metric_id", "scope", "horizon_days"]
    for where, block in told_twice[~is_single].groupby([*series, "period_start", "period_end"]):
        years = told_twice[is_single].set_index(series).loc[[where[:3]]]
        years = years[(years.period_start >= where[3]) & (years.period_end <= where[4])]
        assert len(years) >= 2
        assert (years[numbers].sum() == block[numbers].sum()).all()


# Two stores are enough: everything there is, is computed of each, which takes longest by far.
@pytest.mark.long
@settings(FEW, max_examples=2)
@given(proceedings)
def test_every_result_is_a_number_with_its_interval_or_a_blank_with_its_reason(drawn):
    results = as_planned(compute(store_of(dated(drawn))).results)
    valued = results["value"].notna()
    assert (results["blank"].isna() == valued).all()
    for column in ("lower", "upper", "interval_method", "status"):
        assert results.loc[valued, column].notna().all(), column
    assert (results.loc[valued, "lower"] <= results.loc[valued, "value"] + 1e-12).all()
    assert (results.loc[valued, "value"] <= results.loc[valued, "upper"] + 1e-12).all()
    assert set(results["metric_id"]) == {n for n, m in metrics().items() if m.data == "case"}
