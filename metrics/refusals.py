"""Why a metric's record is refused: it contradicts itself, divides across units, or claims more than it counts.

Each check returns a sentence for every fault it finds. What is refused here cannot be published.
"""

import re

from metrics.definition import (
    CROSS,
    DIRECTIONS,
    KINDS,
    PERIOD_KINDS,
    VALUE_UNITS,
    Metric,
    Population,
)

PARTS_OF_UNITS = (
    "share",
    "time_to_event",
    "survey_score",
    "survey_weighted",
    "mix",
    "stock_share",
)
"""Kinds whose shares are parts of the units of their population."""
UNITS_OF = {
    "count": ("count",),
    "rate": ("per_hundred_thousand", "per_hundred_person_years"),
    "mix": ("share",),
    "amount": ("money",),
    "mean": ("mean", "months", "days"),
    "stock_share": ("share",),
    "agreement": ("agreement",),
    "stock_age": ("days",),
    "stock_to_flow": ("days",),
    "ratio": ("ratio",),
}
"""Kind -> what its value can be, where the kind decides it."""
NEVER_FIXED = re.compile(
    r"sex(?!ual)|gender|citizen|national|migration|asylum|refugee|residen|permit|visa|status"
    r"|ethnic|racial|(^|_)race|religio|disab"
)
"""Columns that the law forbids to weigh: holding them fixed would explain a difference away by itself."""
NAMED_RATE = "clearance rate"
"""The one ratio of two flows that is called a rate by those who defined it (CEPEJ; NCSC CourTools 2)."""
TRENDED = ("share", "count", "ratio", "mean", "time_to_event")


def faults(metric: Metric, population: Population) -> list[str]:
    """Everything wrong with one record, one sentence each; empty where it may be counted."""
    return [
        *_words(metric),
        *_across_units(metric, population),
        *_called_a_rate(metric),
        *_case_mix(metric),
        *_example(metric),
        *_counting(metric),
    ]


def unpaired(metrics: dict[str, Metric]) -> list[str]:
    """Every metric without another one that shows how it can be gamed, one sentence each."""
    return [
        f"{name}: its pair {metric.pair or 'none'} is not a metric"
        for name, metric in metrics.items()
        if metric.pair not in metrics
    ]


def _words(metric: Metric) -> list[str]:
    allowed = {
        "kind": KINDS,
        "good_direction": DIRECTIONS,
        "value_unit": VALUE_UNITS,
        "period_kind": PERIOD_KINDS,
    }
    return [
        f"{name} has to be one of {', '.join(values)}"
        for name, values in allowed.items()
        if getattr(metric, name) not in values
    ]


def _across_units(metric: Metric, population: Population) -> list[str]:
    found = []
    is_part = metric.data == "case" and metric.kind in PARTS_OF_UNITS
    if is_part and metric.value_unit == "share" and metric.unit_counted != population.unit:
        found.append(
            f"it calls a share of {metric.unit_counted} what it counts among "
            f"{population.unit}: a share is part of its own population"
        )
    if metric.kind == "ratio" and metric.value_unit == "share":
        found.append("two flows are different units, so their ratio is no share")
    elif metric.value_unit not in UNITS_OF.get(metric.kind, (metric.value_unit,)):
        found.append(
            f"a {metric.kind} is told in {' or '.join(UNITS_OF[metric.kind])}, not in {metric.value_unit}"
        )
    return found


def _called_a_rate(metric: Metric) -> list[str]:
    """Convictions of a year over its prosecutions are different people: no rate, whatever is printed elsewhere."""
    is_ratio = metric.value_unit == "ratio" and metric.kind in ("ratio", "published")
    names = (metric.name.replace("_", " "), metric.title.lower())
    called = any(re.search(r"\brates?\b", name.replace(NAMED_RATE, "")) for name in names)
    return ["two flows of one year are no rate: call it a ratio"] if is_ratio and called else []


def _case_mix(metric: Metric) -> list[str]:
    return [
        f"{column} must not be held fixed: comparisons would hide the very disparity they look for"
        for column in metric.case_mix
        if NEVER_FIXED.search(column)
    ]


def _example(metric: Metric) -> list[str]:
    found = []
    example = metric.worked_example
    if not example or not (example.story and example.rows and example.expect):
        found.append("it has no worked example that somebody could check by hand")
    if metric.pair == metric.name or not metric.pair:
        found.append("it is its own pair: another metric has to show how it can be gamed")
    return found


def _counting(metric: Metric) -> list[str]:
    found = []
    if metric.kind == "mix" and metric.breakdowns != (metric.counting.get("column"),):
        found.append("the column of a mix is its one breakdown")
    if metric.is_trended and metric.kind not in TRENDED:
        found.append(f"a {metric.kind} has no points by quarter")
    parts = [part for name in metric.breakdowns for part in name.split(CROSS)]
    if "total" in parts or "year" in parts or len(set(metric.breakdowns)) < len(metric.breakdowns):
        found.append("its breakdowns repeat one another, the total or the year")
    return found
