"""The report of protection counts what is published and nothing else."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.planning.columns import PLAN_COLUMNS
from disclosure.protection_report import (
    ALL,
    AUDIT_COLUMNS,
    AUDITS,
    PROTECTION_COLUMNS,
    audit_report,
    order_of_magnitude,
    protection_report,
)

NO_VALUE = np.nan
# metric, place, numerator, denominator, value, blank, open court
WORKED = [
    ("a", "XAA", 12, 40, 0.3, None, False),
    ("a", "XAA", 3, 40, 0.075, None, True),
    ("a", "XAA", NO_VALUE, 40, NO_VALUE, "suppressed", False),
    ("a", "XAA", 5, 12, NO_VALUE, "insufficient", False),
    ("a", "XAB", NO_VALUE, NO_VALUE, NO_VALUE, "suppressed", False),
    ("a", "XAB", NO_VALUE, NO_VALUE, NO_VALUE, "not_reported", False),
    ("b", "XAB", 0, 0, NO_VALUE, "not_applicable", False),
    ("b", "XAB", 80, 90, NO_VALUE, "not_yet", False),
]


def results(rows, source="case") -> pd.DataFrame:
    columns = ["metric_id", "jurisdiction", "numerator", "denominator", "value", "blank"]
    return pd.DataFrame(rows, columns=[*columns, "public_fact"]).assign(source=source)


def plan(*lines) -> pd.DataFrame:
    found = pd.DataFrame(index=range(len(lines)), columns=list(PLAN_COLUMNS), dtype=object)
    for number, line in enumerate(lines):
        for name, value in zip(
            ("metric_id", "jurisdiction", "offer", "passed_over"), line, strict=True
        ):
            found.loc[number, name] = value
    return found


def row_of(report: pd.DataFrame, metric: str, place: str, headline: str) -> dict:
    keys = (report["metric_id"], report["jurisdiction"], report["headline"])
    [row] = report[(keys[0] == metric) & (keys[1] == place) & (keys[2] == headline)].to_dict(
        "records"
    )
    return row


def test_worked_example():
    report = protection_report(results(WORKED), headlines={"a"})
    assert list(report.columns) == list(PROTECTION_COLUMNS)
    told = row_of(report, "a", "XAA", "yes")
    assert (told["planned"], told["shown"], told["partly_shown"], told["hidden"]) == (4, 2, 2, 0)
    assert (told["open_court"], told["share_shown"]) == (1, 0.5)
    told = row_of(report, "a", "XAB", "yes")
    assert (told["shown"], told["hidden"], told["absent"], told["share_shown"]) == (0, 1, 1, 0)
    told = row_of(report, "b", "XAB", "no")
    assert told["absent"] == 2 and np.isnan(told["share_shown"])
    assert row_of(report, ALL, ALL, "yes")["share_shown"] == 0.4
    assert row_of(report, ALL, ALL, "no")["planned"] == len(WORKED)


def test_figures_of_others_are_not_counted():
    official = results(WORKED, source="official")
    assert protection_report(official).empty
    both = pd.concat([official, results(WORKED)], ignore_index=True)
    pd.testing.assert_frame_equal(protection_report(both), protection_report(results(WORKED)))


def test_coarsened_tables_are_counted_even_where_nothing_of_them_is_left():
    lines = plan(
        ("a", "XAA", "blocks", "years_and_blocks"),
        ("a", "XAA", "years_and_blocks", None),
        ("c", "XAC", "left_out", "blocks"),
    )
    report = protection_report(results(WORKED), lines)
    assert row_of(report, "a", "XAA", "no")["less_detail"] == 1
    assert row_of(report, "c", "XAC", "no")["less_detail"] == 1
    assert row_of(report, "c", "XAC", "no")["planned"] == 0
    assert row_of(report, ALL, ALL, "no")["less_detail"] == 2


def test_release_without_results_or_columns_of_later_releases_has_a_report():
    assert protection_report(results([])).empty
    older = results(WORKED).drop(columns="public_fact")
    assert protection_report(older)["open_court"].sum() == 0


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(WORKED), max_size=30), st.randoms(use_true_random=False))
def test_every_result_is_counted_once_and_the_order_of_rows_tells_nothing(rows, draw):
    report = protection_report(results(rows), headlines={"a"})
    parts = report[["shown", "partly_shown", "hidden", "absent"]].sum(axis=1)
    assert (parts == report["planned"]).all()
    by_place = report[(report["metric_id"] != ALL) & (report["jurisdiction"] != ALL)]
    assert by_place["planned"].sum() == len(rows)
    shuffled = list(rows)
    draw.shuffle(shuffled)
    again = protection_report(results(shuffled), headlines={"a"})
    pd.testing.assert_frame_equal(report, again)


def test_hidden_numbers_do_not_change_the_report():
    """The report is the same whatever stood where a number was taken out: it has only what is published."""
    shown = results(WORKED)
    assert not {"contributors", "largest", "not_open"} & set(shown)
    extra = shown.assign(contributors=range(len(shown)), largest=7.0)
    pd.testing.assert_frame_equal(protection_report(shown), protection_report(extra))


def test_attack_that_nobody_speaks_of_was_not_run():
    told = audit_report([{"audit": "line", "outcome": "passed", "cells": 10_208}])
    assert list(told.columns) == list(AUDIT_COLUMNS) and list(told["audit"]) == list(AUDITS)
    assert told["outcome"].tolist() == ["passed"] + ["not_run"] * (len(AUDITS) - 1)
    assert told["cells"].iloc[0] == "10,000 to 99,999" and told["cells"].iloc[1:].isna().all()


@pytest.mark.parametrize("strange", [("line", "failed"), ("guessing", "passed")])
def test_attack_that_succeeded_is_never_reported(strange):
    with pytest.raises(ValueError, match=r"called (failed|guessing)"):
        audit_report([dict(zip(("audit", "outcome"), strange, strict=True))])


@given(st.integers(0, 10**9), st.integers(0, 8))
def test_one_cell_more_or_less_does_not_show(number, few):
    """Only at a change of magnitude would one cell show; nobody chooses the number of cells to sit there."""
    told = order_of_magnitude(number)
    if len(str(number)) == len(str(number + few)) and (number >= 100) == (number + few >= 100):
        assert order_of_magnitude(number + few) == told
