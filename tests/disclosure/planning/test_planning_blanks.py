"""Tables that came out too blank: they are told coarser, and detail before the total of the same people."""

import pandas as pd

from disclosure.planning.blanks import Blank, too_blank
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


def found(*tables: list[dict], offers: dict | None = None) -> Blank:
    told = pd.DataFrame([row for each in tables for row in each])
    names = ["metric_id", "scope", "jurisdiction", "breakdown", "currency"]
    choices = told[names].drop_duplicates(ignore_index=True)
    asked = [(row.metric_id, row.breakdown) for row in choices.itertuples()]
    choices["offer"] = [(offers or {}).get(each, "years_and_blocks") for each in asked]
    return too_blank(told, choices, KINDS)


def key(metric="victims", breakdown="total", place="XAA") -> tuple:
    return metric, "trafficking", place, breakdown, None


YEARS = "years_and_blocks"
NOTHING = Blank({}, {})


def test_the_limit_is_that_of_the_family():
    assert found(table(2, 10)) == Blank({key(): YEARS}, {})
    assert found(table(1, 10)) == NOTHING
    assert found(table(5, 5, breakdown="sex")) == NOTHING
    assert found(table(6, 5, breakdown="sex")) == Blank({key(breakdown="sex"): YEARS}, {})
    assert found(table(5, 5, "decided", "sex")) == Blank({key("decided", "sex"): YEARS}, {})


def test_blanks_that_wait_are_neither_hidden_nor_told():
    waiting = [row | {"blank": "not_yet"} for row in table(40, 0)]
    assert found(table(1, 10), waiting) == NOTHING


def test_detail_by_year_goes_before_the_total_that_covers_for_it():
    tables = table(3, 7), table(2, 8, breakdown="sex"), table(3, 7, "decided")
    waiting = {key(): YEARS, key("decided"): YEARS}
    assert found(*tables) == Blank({key(breakdown="sex"): YEARS}, waiting)


def test_totals_without_detail_by_year_are_told_coarser_themselves():
    tables = table(3, 7), table(2, 8, breakdown="sex"), table(3, 7, "decided")
    coarse = found(*tables, offers={("victims", "sex"): "blocks"})
    assert coarse == Blank({key(): YEARS, key("decided"): YEARS}, {})
    elsewhere = found(table(3, 7), table(2, 8, breakdown="sex", place="XAB"))
    assert elsewhere == Blank({key(): YEARS}, {})
