"""What bodies report of themselves where reports are odd; the rest is counted a second time in `test_audit_recount`."""

from datetime import date

from metrics.compute import as_planned, compute
from metrics.example import example_store
from metrics.example_agencies import agencies, figures
from metrics.example_rows import together


def rows_of(store, name, **where):
    results = as_planned(compute(store, only=(name,)).results)
    for column, value in where.items():
        results = results[results[column] == value]
    return [row for row in results.itertuples() if row.numerator == row.numerator]


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
    results = as_planned(
        compute(
            example_store(together(agencies("NORTH"), {"agency_figures": both})),
            only=("budget_executed",),
        ).results
    )
    year = results[
        (results["period_end"] == date(2021, 12, 31)) & (results["breakdown"] == "total")
    ]
    assert set(year["blank"]) == {"not_reported"}
