"""Published results and strata made by hand, for the tests of comparisons."""

from datetime import date
from types import SimpleNamespace

import pandas as pd

from metrics.estimators import wilson
from metrics.result import RESULT_COLUMNS
from metrics.status import status_of_share

BLOCK = {"period_start": date(2020, 1, 1), "period_end": date(2022, 12, 31)}


def metric(kind: str = "share", **facts) -> SimpleNamespace:
    """A metric as far as comparisons look at it."""
    plain = {"value_unit": "share", "counting": {}, "case_mix": (), "is_headline": True}
    return SimpleNamespace(kind=kind, **(plain | facts))


CATALOGUE = {"m": metric()}


def row(place: str = "XAA", part: float = 0, whole: float = 0, **facts) -> dict:
    """A row of results; counts and what follows from them unless `facts` say otherwise."""
    made = dict.fromkeys(RESULT_COLUMNS) | BLOCK
    made |= {
        "metric_id": "m",
        "scope": "trafficking",
        "source": "case",
        "jurisdiction": place,
        "period_kind": "period",
        "breakdown": "total",
        "category": "total",
        "unit_counted": "persons",
        "numerator": float(part),
        "denominator": float(whole),
    }
    if whole and "blank" not in facts and "value" not in facts:
        found = wilson(part, whole)
        made |= {"value": found.value, "lower": found.lower, "upper": found.upper}
        made["status"] = status_of_share(whole, found.lower, found.upper, found.value)
    if "blank" in facts:
        made |= {"numerator": None, "denominator": None, "value": None}
    return made | facts


def rate_row(place: str, events: float, exposure: float, per: float = 100_000, **facts) -> dict:
    value = per * events / exposure
    return row(place, events, exposure, value=value, status="reportable", **facts)


def results(*rows: dict) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(RESULT_COLUMNS))


def group(category: str, part: float, whole: float, breakdown: str = "sex", **facts) -> dict:
    return row(part=part, whole=whole, breakdown=breakdown, category=category, **facts)


def strata(counted: dict, breakdown: str = "sex", place: str = "XAA", name: str = "m"):
    """`counted`: (category, stratum) -> (part, whole)."""
    return pd.DataFrame(
        [
            {
                "metric_id": name,
                "scope": "trafficking",
                "jurisdiction": place,
                **BLOCK,
                "breakdown": breakdown,
                "category": category,
                "stratum": stratum,
                "part": part,
                "whole": whole,
            }
            for (category, stratum), (part, whole) in counted.items()
        ]
    )
