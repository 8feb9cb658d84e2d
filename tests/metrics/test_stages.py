"""Stages are drawn once and shared; what a release shows is still the whole text."""

import pytest

from metrics.catalogue import populations
from metrics.compute import as_planned, compute
from metrics.example import example_store
from metrics.example_rows import charged
from metrics.stages import names, with_stages, without_stages


@pytest.mark.parametrize("name", sorted(populations()))
def test_taking_the_stages_off_and_putting_them_back_changes_nothing(name):
    rows = populations()[name].rows
    stages, rest = without_stages(rows)
    assert set(stages) <= names()
    assert with_stages(rest, *stages) == rows if stages else rest == rows
    assert not any(f"{stage} AS (" in rest for stage in stages)


def test_a_statement_without_stages_is_left_alone():
    assert without_stages("WITH one AS (SELECT 1) SELECT * FROM one") == (
        {},
        "WITH one AS (SELECT 1) SELECT * FROM one",
    )


@pytest.mark.long
def test_computing_leaves_no_stage_behind_and_can_be_repeated():
    con = example_store(charged("a", 12, "2020-03-01", "2020-09-01", "convicted"))
    assert as_planned(compute(con).results).equals(as_planned(compute(con).results))
    left = {row[0] for row in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert not left & names()
