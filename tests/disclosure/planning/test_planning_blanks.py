"""Tables that came out too blank: they are told coarser, and detail before the total of the same people."""

import pandas as pd

from disclosure.planning.blanks import too_blank
from metrics.result import RESULT_COLUMNS

KINDS = {"victims": "count", "decided": "share"}


def table(hidden: int, shown: int, metric="victims", breakdown="total", place="XAA") -> list[dict]:
    facts = {
        "metric_id": metric,
        "scope": "trafficking",
        "source": "case",
        "jurisdiction": place,
        "breakdown": breakdown,
        "period_kind": "period",
        "unit_counted": "victims",
    }
    blanks = ["suppressed"] * hidden + [None] * shown
    return [dict.fromkeys(RESULT_COLUMNS) | facts | {"blank": blank} for blank in blanks]


def found(*tables: list[dict], offers: dict | None = None) -> dict[tuple, str]:
    told = pd.DataFrame([row for each in tables for row in each])
    names = ["metric_id", "scope", "jurisdiction", "breakdown", "currency"]
    choices = told[names].drop_duplicates(ignore_index=True)
    asked = [(row.metric_id, row.breakdown) for row in choices.itertuples()]
    choices["offer"] = [(offers or {}).get(each, "years_and_blocks") for each in asked]
    return too_blank(told, choices, KINDS)


def key(metric="victims", breakdown="total", place="XAA") -> tuple:
    return metric, "trafficking", place, breakdown, None


def test_the_limit_is_that_of_the_family():
    assert found(table(2, 10)) == {key(): "years_and_blocks"}
    assert found(table(1, 10)) == {}
    assert found(table(5, 5, breakdown="sex")) == {}
    assert found(table(6, 5, breakdown="sex")) == {key(breakdown="sex"): "years_and_blocks"}
    assert found(table(5, 5, "decided", "sex")) == {key("decided", "sex"): "years_and_blocks"}


def test_blanks_that_wait_are_neither_hidden_nor_told():
    waiting = [row | {"blank": "not_yet"} for row in table(40, 0)]
    assert found(table(1, 10), waiting) == {}


def test_detail_by_year_goes_before_the_total_that_covers_for_it():
    tables = table(3, 7), table(2, 8, breakdown="sex"), table(3, 7, "decided")
    assert found(*tables) == {key(breakdown="sex"): "years_and_blocks"}


def test_totals_without_detail_by_year_are_told_coarser_themselves():
    tables = table(3, 7), table(2, 8, breakdown="sex"), table(3, 7, "decided")
    coarse = found(*tables, offers={("victims", "sex"): "blocks"})
    assert coarse == {key(): "years_and_blocks", key("decided"): "years_and_blocks"}
    elsewhere = found(table(3, 7), table(2, 8, breakdown="sex", place="XAB"))
    assert elsewhere == {key(): "years_and_blocks"}
