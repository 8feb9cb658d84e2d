"""Results as SDMX observations: which column is which component, how periods, statuses and blanks are coded."""

from datetime import date, timedelta

import pandas as pd

TOTAL, NOT_APPLICABLE = "_T", "_Z"
"""What SDMX writes where a dimension holds all, and where it does not apply."""

DIMENSIONS = {
    "METRIC": "metric_id",
    "SCOPE": "scope",
    "SOURCE": "source",
    "ORIGIN": "origin",
    "REF_AREA": "jurisdiction",
    "PERIOD_KIND": "period_kind",
    "HORIZON": "horizon_days",
    "BREAKDOWN": "breakdown",
    "CATEGORY": "category",
    "CURRENCY": "currency",
}
"""Component -> column of `results`; TIME_PERIOD stands beside them."""
MEASURES = {
    "NUMERATOR": "numerator",
    "DENOMINATOR": "denominator",
    "LOWER": "lower",
    "UPPER": "upper",
    "BOUND_LOWER": "bound_lower",
    "BOUND_UPPER": "bound_upper",
    "MISSING_SHARE": "missing_share",
}
WORDS = {
    "UNIT_COUNTED": "unit_counted",
    "INTERVAL_METHOD": "interval_method",
    "MATURITY": "maturity",
    "STATUS": "status",
    "BLANK": "blank",
    "DEFINITION_HASH": "definition_hash",
}
"""Attributes: numbers and words that belong to an observation."""

OBSERVATION_STATUS = {
    "not_reported": "L",
    "not_applicable": "M",
    "not_yet": "O",
    "insufficient": "O",
    "suppressed": "Q",
    "withheld": "Q",
}
"""Our blank -> code of the SDMX list CL_OBS_STATUS: not collected, cannot exist, missing, suppressed.

SDMX has one code for several of our blanks; BLANK keeps ours. From memory of the list, to be checked against it.
"""
LOW_RELIABILITY, PROVISIONAL, NORMAL = "U", "P", "A"


def observations(results: pd.DataFrame) -> pd.DataFrame:
    """One row a result, with the components of the structure as columns, all as text or number."""
    found = pd.DataFrame(index=results.index)
    for component, column in DIMENSIONS.items():
        found[component] = [_code(value) for value in results[column]]
    found["TIME_PERIOD"] = [
        time_range(start.date(), end.date())
        for start, end in zip(results["period_start"], results["period_end"], strict=True)
    ]
    found["OBS_VALUE"] = results["value"]
    for component, column in MEASURES.items():
        found[component] = results[column]
    for component, column in WORDS.items():
        found[component] = results[column].astype(object).where(results[column].notna(), "")
    found["OBS_STATUS"] = [
        _status(*row)
        for row in zip(results["blank"], results["status"], results["maturity"], strict=True)
    ]
    return found.sort_values([*DIMENSIONS, "TIME_PERIOD"], ignore_index=True)


def time_range(start: date, end: date) -> str:
    """An ISO 8601 range, start and length, as SDMX writes one: 2023-01-01/P3Y."""
    after = end + timedelta(days=1)
    months = 12 * (after.year - start.year) + after.month - start.month
    if start.day == after.day == 1 and months > 0:
        length = f"{months // 12}Y" if months % 12 == 0 else f"{months}M"
    else:
        length = f"{(after - start).days}D"
    return f"{start.isoformat()}/P{length}"


def _code(value: object) -> str:
    if pd.isna(value):
        return NOT_APPLICABLE
    if value == "total":
        return TOTAL
    return str(int(value)) if isinstance(value, float) else str(value)


def _status(blank: object, status: object, maturity: object) -> str:
    if not pd.isna(blank):
        return OBSERVATION_STATUS[blank]
    if status in ("very_uncertain", "use_with_care"):
        return LOW_RELIABILITY
    return PROVISIONAL if maturity in ("provisional", "bounds_only") else NORMAL
