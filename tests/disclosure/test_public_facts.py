"""Facts of open court are totals of which nobody was a juvenile or behind closed doors, and that somebody has counted."""

import pandas as pd
import pytest

from disclosure.public_facts import is_public_fact

POPULATIONS = {"convicted": "convicted_persons", "identified": "registered_victims"}
ROW = {"metric_id": "convicted", "breakdown": "total", "source": "case", "not_open": 0}


def marked(**given) -> bool:
    return bool(is_public_fact(pd.DataFrame([ROW | given]), POPULATIONS).iloc[0])


def test_a_total_of_convictions_in_open_court_is_a_public_fact():
    assert marked()


@pytest.mark.parametrize(
    "given",
    [
        {"not_open": 1},
        {"not_open": None},
        {"breakdown": "sex"},
        {"breakdown": "exploitation_form"},
        {"metric_id": "identified"},
        {"metric_id": "unheard_of"},
        {"source": "official"},
    ],
)
def test_anything_else_is_not(given):
    assert not marked(**given)


def test_nothing_is_where_nobody_counted_who_was_not_open():
    rows = pd.DataFrame([ROW]).drop(columns="not_open")
    assert not is_public_fact(rows, POPULATIONS).any()
