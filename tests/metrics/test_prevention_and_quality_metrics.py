"""What bodies report of themselves, and how complete records are, counted a second time from the raw tables."""

from collections import defaultdict
from datetime import date

import pytest

from benchmarks.case_store import demo_case_store
from metrics.compute import compute
from metrics.example import example_store
from metrics.example_agencies import agencies, figures
from metrics.example_rows import together
from tests.metrics.by_hand.raw import Raw

PAIRS = {
    "training_coverage": ("staff_trained", "staff_to_train"),
    "inspections_screened": ("inspections_screened", "inspections"),
    "recruiters_inspected": ("recruiters_inspected", "recruiters_licensed"),
    "carriers_sanctioned": ("carriers_sanctioned", "carriers_breaching"),
    "budget_executed": ("budget_spent", "budget_allocated"),
}
FACTS = {
    "sex": "sex",
    "age": "age_band",
    "citizenship": "citizenship_group",
    "migration_status": "migration_status",
    "exploitation_form": "exploitation_form",
    "referred_by": "referred_by",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    con = demo_case_store(tmp_path_factory.mktemp("bodies"), cases=2_000)
    yield con
    con.close()


@pytest.fixture(scope="module")
def raw(store):
    return Raw(store)


def rows_of(store, name, **where):
    results = compute(store, only=(name,)).results
    for column, value in where.items():
        results = results[results[column] == value]
    return [row for row in results.itertuples() if row.numerator == row.numerator]


@pytest.mark.parametrize("name", PAIRS)
def test_figures_of_bodies_are_added_where_both_were_told(store, raw, name):
    reported = defaultdict(dict)
    for row in raw.rows("agency_figures"):
        cell = row["jurisdiction"], row["agency_id"], row["period_start"].year, row["currency"]
        reported[cell][row["measure"]] = float(row["value"])
    counted = defaultdict(lambda: [0.0, 0.0])
    for (place, _, year, currency), told in reported.items():
        part, whole = PAIRS[name]
        if part in told and whole in told:
            counted[place, year, currency][0] += told[part]
            counted[place, year, currency][1] += told[whole]
    found = [
        row
        for row in rows_of(store, name, breakdown="total")
        if row.period_start.year == row.period_end.year
    ]
    assert len(found) >= 20
    for row in found:
        cell = row.jurisdiction, row.period_start.year, row.currency or None
        assert [row.numerator, row.denominator] == pytest.approx(counted[cell]), cell
        assert row.value == pytest.approx(row.numerator / row.denominator)


def test_people_in_post_are_not_added_over_the_year():
    half = [figures("NORTH", 2021, staff=number)["agency_figures"][0] for number in (10, 30)]
    half[0] |= {"period_end": "2021-06-30"}
    half[1] |= {"period_start": "2021-07-01"}
    rows = together(agencies("NORTH"), {"agency_figures": tuple(half)})
    (row,) = [
        row
        for row in rows_of(example_store(rows), "agency_staff", breakdown="total")
        if row.period_end == date(2021, 12, 31)
    ]
    assert row.numerator == row.value == 30


def test_money_set_aside_in_one_currency_and_spent_in_another_is_missing():
    both = figures("NORTH", 2021, "EUR", budget_allocated=100)["agency_figures"]
    both += figures("NORTH", 2021, "USD", budget_spent=90)["agency_figures"]
    results = compute(
        example_store(together(agencies("NORTH"), {"agency_figures": both})),
        only=("budget_executed",),
    ).results
    year = results[
        (results["period_end"] == date(2021, 12, 31)) & (results["breakdown"] == "total")
    ]
    assert set(year["blank"]) == {"not_reported"}


def test_every_fact_is_asked_of_the_same_victims(store, raw):
    """Blocks of three years hold the victims of each of their years."""
    blocks = {2016: (2016, 2016), 2017: (2017, 2019), 2020: (2020, 2022), 2023: (2023, 2025)}
    counted = defaultdict(lambda: [0, 0])
    for (place, one), row in raw.victims.items():
        days = [day for day in raw.days(place, "victim", one, "referred", "identified") if day]
        if not days:
            continue
        start = next(first for first, last in blocks.values() if first <= min(days).year <= last)
        for fact, column in FACTS.items():
            counted[place, start, fact][0] += row[column] not in (None, "unknown")
            counted[place, start, fact][1] += 1
    found = rows_of(store, "field_completeness", breakdown="field")
    assert len(found) >= 100
    for row in found:
        cell = row.jurisdiction, row.period_start.year, row.category
        assert [row.numerator, row.denominator] == counted[cell], cell


def test_all_four_or_not_complete(store, raw):
    counted = defaultdict(lambda: [0, 0])
    for (place, one), row in raw.victims.items():
        days = [day for day in raw.days(place, "victim", one, "identified") if day]
        if days:
            known = [row[FACTS[f]] for f in ("sex", "age", "citizenship", "migration_status")]
            counted[place, min(days).year][0] += not {None, "unknown"} & set(known)
            counted[place, min(days).year][1] += 1
    found = [
        row
        for row in rows_of(store, "protected_attribute_completeness", breakdown="total")
        if row.period_start.year == row.period_end.year
    ]
    assert len(found) >= 60
    for row in found:
        cell = row.jurisdiction, row.period_start.year
        assert [row.numerator, row.denominator] == counted[cell], cell


def test_unknown_endings_are_of_all_endings(store, raw):
    counted = defaultdict(lambda: [0, 0])
    for one in raw.files:
        if one["is_trafficking"] and one["outcome"] != "open" and one["ended"]:
            counted[one["place"], one["ended"].year][0] += one["outcome"] == "unknown"
            counted[one["place"], one["ended"].year][1] += 1
    found = [
        row
        for row in rows_of(store, "unknown_outcome_share", breakdown="total", scope="trafficking")
        if row.period_start.year == row.period_end.year
    ]
    assert len(found) >= 60
    for row in found:
        cell = row.jurisdiction, row.period_start.year
        assert [row.numerator, row.denominator] == counted[cell], cell
