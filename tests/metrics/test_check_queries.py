"""Each headline number a second time, in plain SQL written from its sentences alone.

The queries in `check_queries/` share no code with `metrics/`: they read tables of the case store, and
a few views in `check_queries/views/` that are plain SQL too.
"""

from collections import Counter
from pathlib import Path

import pytest

from metrics.catalogue import metrics
from metrics.compute import as_planned, compute
from tests.metrics.conftest import ALL_CRIME

FOLDER = Path(__file__).parent / "check_queries"
QUERIES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.sql"))}
VIEWS = ("checked_log", "checked_senders", "checked_proceedings", "checked_courts", "checked_case_steps", "checked_victim_steps")  # fmt: skip
"""In the order in which they build on one another."""
CATEGORY = {"attrition": "stage"}
"""Queries whose numbers stand in a breakdown instead of the total."""
UNLINKED = "XAH"
OTHERS = {f"XA{letter}" for letter in "ABCDEFGHIJKL"} - {ALL_CRIME}
NEVER_COUNTED = ("not_reported", "not_yet")


def checked(con, name: str, scope: str) -> dict:
    """(jurisdiction, year, category, horizon, currency) -> (numerator, denominator, value) by the query."""
    for view in VIEWS:
        text = (FOLDER / "views" / f"{view}.sql").read_text(encoding="utf-8")
        con.execute(f"CREATE OR REPLACE TEMP VIEW {view} AS\n{text}")
    parameters = {"scope": scope} if "$scope" in QUERIES[name] else None
    answer = con.execute(QUERIES[name], parameters)
    columns = [column[0] for column in answer.description]
    rows = [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]
    extra = (CATEGORY.get(name), "horizon", "currency")
    return {
        (row["jurisdiction"], row["year"], *(row.get(column) for column in extra)): (
            row["numerator"],
            row["denominator"],
            row["value"],
        )
        for row in rows
    }


def computed(results, name: str, scope: str) -> dict:
    """The same keys -> rows of single years, or of the part of the only year covered."""
    rows = results[(results["metric_id"] == name) & (results["scope"] == scope)]
    rows = rows[rows["breakdown"] == CATEGORY.get(name, "total")]
    return {
        (
            row["jurisdiction"],
            row["period_start"].year,
            row["category"] if name in CATEGORY else None,
            none(row["horizon_days"]),
            none(row["currency"]),
        ): row
        for row in rows.to_dict("records")
        if row["period_start"].year == row["period_end"].year
    }


def none(value):
    return None if value is None or value != value else value


def agree(by_query: dict, rows: dict) -> Counter:
    """Hold every number against the other; how many counts and values were held so."""
    held = Counter()
    for key, row in rows.items():
        numerator, denominator, value = by_query.get(key, (0, 0, None))
        if none(row["numerator"]) is None:
            assert row["blank"] in (*NEVER_COUNTED, "insufficient", "not_applicable"), key
            continue
        assert float(row["numerator"]) == float(numerator), key
        if none(row["denominator"]) is not None:
            assert float(row["denominator"]) == float(denominator), key
        held["counts"] += denominator > 0
        if none(row["value"]) is not None:
            assert row["value"] == pytest.approx(float(value), abs=1e-9), key
            held["values"] += 1
    return held


def test_every_headline_metric_has_its_query():
    headlines = {name for name, metric in metrics().items() if metric.is_headline}
    assert headlines <= set(QUERIES) <= set(metrics())


@pytest.mark.parametrize("name", QUERIES)
def test_the_demo_says_the_same_twice(demo_store, demo_results, name):
    scopes = metrics()[name].scopes
    held = Counter()
    for scope in scopes:
        by_query, rows = checked(demo_store, name, scope), computed(demo_results, name, scope)
        held += agree(by_query, rows)
        # The demo's files hold impossible days (2109), which intake blanks before anything is counted.
        years = {key for key, each in by_query.items() if 2016 <= key[1] <= 2025 and each[1]}
        untold = {key[0] for key in years - set(rows)}
        # All crime is told where all crime was sent; without linked pseudonyms there is no staircase.
        assert untold == (
            OTHERS if scope == "all_crime" else {UNLINKED} if name in CATEGORY else set()
        )
    assert held["counts"] > 50 and held["values"] > 30, held


REAL = ("court_conviction_rate", "cohort_conviction", "time_to_disposition", "pending_age")
"""What prosecutors' files alone can answer."""


@pytest.mark.parametrize("place", ["federal", "county"])
def test_real_files_say_the_same_twice(place, request):
    con = request.getfixturevalue(place)
    results = as_planned(compute(con, only=REAL).results)
    for name in REAL:
        held = Counter()
        for scope in metrics()[name].scopes:
            held += agree(checked(con, name, scope), computed(results, name, scope))
        assert held["counts"], name
    assert results["value"].notna().sum() > 3
