"""Draws the made-up results: counts first, then values and intervals from the counts."""

import math
import random
from datetime import date

import pandas as pd

from metrics.result import RESULT_COLUMNS
from tests.factory_members import STAGES, members
from tests.factory_metrics import ASSUMPTION, METRICS, MadeUpMetric

SIZES = {"XAA": 2.0, "XAB": 1.0, "XAC": 0.22}
LEVELS = {"XAA": 0.94, "XAB": 1.12, "XAC": 1.0}
"""How the places differ in the levels of their shares."""
YEARS = range(2021, 2026)
# What one claim or one survivor adds to a sum.
CONTRIBUTION = 250
AS_OF = date(2025, 12, 31)
BLOCKS = ((2021, 2022), (2023, 2024, 2025))
"""Years taken together, as the real counting does."""
RIPE = 1095
"""Days after which everything that happens has happened."""
BOUNDED = (
    "cohort_conviction",
    "charge_rate",
    "attrition",
    "survivor_satisfaction",
    "retrafficking",
)


def fabricate_results(seed: int) -> pd.DataFrame:
    """Undisclosed results: rows with the columns of `results`, and `contributors` to sums of money."""
    draw = random.Random(seed)
    rows = []
    for metric in METRICS:
        for place, size in SIZES.items():
            for scope in _scopes(metric, place):
                counted = {year: _year(draw, metric, place, scope, size) for year in YEARS}
                rows += _rows(metric, place, scope, counted)
    return pd.DataFrame(rows, columns=[*RESULT_COLUMNS, "contributors"])


def _scopes(metric: MadeUpMetric, place: str) -> tuple[str, ...]:
    everything = (
        "all_crime" in metric.definition.scopes and place == "XAB" and not metric.is_official
    )
    return ("trafficking", "all_crime") if everything else ("trafficking",)


def _year(draw, metric: MadeUpMetric, place: str, scope: str, size: float) -> tuple[float, dict]:
    """Level, and (breakdown, category, horizon) -> who entered and who was counted: categories add up
    to their total, and horizons only ever grow."""
    total = max(1, round(metric.size * size * draw.uniform(0.85, 1.15)))
    if scope == "all_crime":
        total *= 20
    level = metric.level * draw.uniform(0.92, 1.08)
    if metric.definition.value_unit == "share":
        level = min(level * LEVELS[place], 0.97)
    ripe = [min(1.0, math.sqrt((horizon or RIPE) / RIPE)) for horizon in metric.horizons]
    reached = [round(total * _part(metric, level) * part) for part in ripe]
    found = {}
    for breakdown in metric.breakdowns:
        names, entered, counted = _distribute(draw, metric, breakdown, total, reached)
        for category, n, by_horizon in zip(names, entered, counted, strict=True):
            for horizon, k in zip(metric.horizons, by_horizon, strict=True):
                found[breakdown, category.format(place=place), horizon] = (n, k)
    return level, found


def _rows(metric: MadeUpMetric, place: str, scope: str, counted: dict) -> list[dict]:
    """Totals year by year and for years together; detail for years together only."""
    rows = []
    for years in (*((year,) for year in YEARS), *(() if metric.is_yearly else BLOCKS)):
        level = sum(counted[year][0] for year in years) / len(years)
        for key in counted[years[0]][1]:
            breakdown, category, horizon = key
            is_detail = breakdown not in ("total", "stage") and not metric.is_owed_by_year
            is_yearly = metric.is_yearly or breakdown == "stage"
            if (len(years) == 1 and is_detail and not is_yearly) or (len(years) > 1 and is_yearly):
                continue
            n, k = (sum(counted[year][1][key][side] for year in years) for side in (0, 1))
            row = _identity(metric, place, years, scope, horizon, breakdown, category)
            rows.append(row | _numbers(metric, row, n, k, level))
    return rows


def _part(metric: MadeUpMetric, level: float) -> float:
    """What stands above the line, as a part of what stands below it."""
    parts = {"days": 0.6, "count": 1.0, "agreement": 0.8}
    parts |= {"per_hundred_thousand": level / 100_000, "per_hundred_person_years": level / 36_525}
    return parts.get(metric.definition.value_unit, level)


def _distribute(draw, metric: MadeUpMetric, breakdown: str, total: int, reached: list[int]):
    """Categories of a breakdown with who entered and, horizon by horizon, who was counted."""
    if breakdown == "total":
        return ["total"], [total], [reached]
    if breakdown == "stage":
        counted = [[max(round(total * s), reached[0])] for s in STAGES.values()]
        return list(STAGES), [total] * len(STAGES), [*counted[:-1], reached[:1]]
    shares = members(breakdown)
    if breakdown == ASSUMPTION:
        names = [name for name in shares if name != "unknown"]
        return names, [total] * len(names), [reached] * len(names)
    if metric.definition.kind == "mix":
        return (
            list(shares),
            [total] * len(shares),
            [[part] for part in _split(total, list(shares.values()))],
        )
    entered = _split(total, list(shares.values()))
    noise = [draw.uniform(0.85, 1.15) for _ in shares]
    counted = [[] for _ in shares]
    so_far = [0] * len(shares)
    for target in reached:
        room = [
            n - k if metric.definition.value_unit == "share" else 10_000 * n
            for n, k in zip(entered, so_far, strict=True)
        ]
        weights = [r * x for r, x in zip(room, noise, strict=True)]
        more = _split(target - sum(so_far), weights, room)
        so_far = [k + extra for k, extra in zip(so_far, more, strict=True)]
        for own, k in zip(counted, so_far, strict=True):
            own.append(k)
    return list(shares), entered, counted


def _split(count: int, weights: list[float], room: list[int] | None = None) -> list[int]:
    """Whole numbers that add up to the count, close to the weights and within the room."""
    room = room or [count] * len(weights)
    exact = [count * weight / (sum(weights) or 1) for weight in weights]
    whole = [min(int(x), most) for x, most in zip(exact, room, strict=True)]
    while sum(whole) < count:
        short = max(
            (i for i in range(len(whole)) if whole[i] < room[i]), key=lambda i: exact[i] - whole[i]
        )
        whole[short] += 1
    return whole


def _identity(metric, place, years, scope, horizon, breakdown, category) -> dict:
    return {
        "metric_id": metric.id,
        "scope": scope,
        "source": metric.source,
        "origin": "made_up_yearbook 2026" if metric.is_official else None,
        "jurisdiction": place,
        "period_kind": metric.definition.period_kind,
        "period_start": date(years[0], 1, 1),
        "period_end": date(years[-1], 12, 31),
        "horizon_days": horizon,
        "breakdown": breakdown,
        "category": category,
        "unit_counted": metric.definition.unit_counted,
        "currency": "EUR"
        if "money" in (metric.definition.unit_counted, metric.definition.value_unit)
        else None,
        "as_of": AS_OF,
        "definition_hash": metric.definition_hash,
    }


def _numbers(metric: MadeUpMetric, row: dict, n: int, k: int, level: float) -> dict:
    blank = _planned_blank(row)
    if blank:
        return {"blank": blank}
    if n == 0:
        return {"numerator": 0.0, "denominator": 0.0, "blank": "not_applicable"}
    days_followed = (AS_OF - row["period_end"]).days
    young = row["horizon_days"] and days_followed < row["horizon_days"]
    if young and days_followed + 365 <= row["horizon_days"]:
        return {"denominator": float(n), "blank": "not_yet", "maturity": "bounds_only"}
    value, lower, upper, method = _estimate(metric, n, k, level)
    found = {
        "numerator": float(k),
        "denominator": float(n) if metric.definition.value_unit != "count" else None,
        "missing_share": 0.03,
        "maturity": ("provisional" if young else "mature") if row["horizon_days"] else None,
        # Claims behind a sum of money: the disclosure step wants to know.
        "contributors": n // CONTRIBUTION if metric.is_sum else None,
    }
    if n < 10:
        return found | {"status": "insufficient", "blank": "insufficient"}
    if metric.id in BOUNDED:
        found |= {"bound_lower": lower * 0.8, "bound_upper": min(1.0, upper * 1.3)}
    width = (upper - lower) / (1 if metric.definition.value_unit == "share" else max(value, 1e-9))
    return found | {
        "value": value,
        "lower": lower,
        "upper": upper,
        "interval_method": method,
        "status": _status(n, width),
    }


def _status(n: int, width: float) -> str:
    if n < 30 or width >= 0.3:
        return "very_uncertain"
    return "use_with_care" if width > 0.2 else "reportable"


def _estimate(metric: MadeUpMetric, n: int, k: int, level: float):
    """Value and its interval, wide where n is small."""
    if metric.definition.kind == "quantity":
        value = k / n if metric.definition.value_unit == "share" else float(k)
        return value, value, value, "enumeration"
    if metric.definition.value_unit == "share":
        people, z = (n if not metric.is_sum else 120), 1.96
        p = k / n
        centre = (p + z * z / (2 * people)) / (1 + z * z / people)
        half = z * math.sqrt(p * (1 - p) / people + z * z / (4 * people**2)) / (1 + z * z / people)
        return p, max(0.0, centre - half), min(1.0, centre + half), "Wilson"
    factor = math.exp(1.96 / math.sqrt(max(1, n // CONTRIBUTION if metric.is_sum else n)))
    per = {"per_hundred_thousand": 100_000, "per_hundred_person_years": 36_525}
    unit = metric.definition.value_unit
    if unit in per:
        factor = math.exp(1.96 / math.sqrt(max(1, k)))
    value = {"days": level, "agreement": level, "count": float(k), "money": float(k)}.get(
        unit, per.get(unit, 1) * k / n
    )
    methods = {"days": "log-log band", "ratio": "log interval", "count": "exact Poisson"}
    return value, value / factor, value * factor, methods.get(unit, "made up")


def _planned_blank(row: dict) -> str | None:
    """Blanks that no arithmetic brings about: the places' own reasons."""
    year = row["period_start"].year
    match row["metric_id"], row["jurisdiction"]:
        case "survivor_satisfaction" | "survey_response_rate", "XAC":
            return "not_reported"
        case "pending_age", "XAB" if year == 2023:
            return "not_reported"
        case "compensation_paid", "XAC":
            return "not_applicable"
        case "retrafficking", "XAB" if year == 2021:
            return "withheld"
        case "official_pendency", "XAC" if year <= 2022:
            return "not_reported"
    return None
