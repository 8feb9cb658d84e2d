"""Draws the made-up results: counts first, then values and intervals from the counts."""

import math
import random
from datetime import date

import pandas as pd

from metrics.result import RESULT_COLUMNS
from tests.factory_metrics import METRICS, MadeUpMetric

SIZES = {"XAA": 2.0, "XAB": 1.0, "XAC": 0.22}
YEARS = range(2021, 2026)
AS_OF = date(2025, 12, 31)
SHARES = {
    "sex": {"female": 0.6, "male": 0.3, "unknown": 0.1},
    "citizenship_group": {"own": 0.3, "regional": 0.25, "other": 0.35, "unknown": 0.1},
    "agency_kind": {"court": 0.5, "prosecution": 0.5},
    "offence_label": {"Buying of persons": 0.2, "Trafficking in persons": 0.8},
}
STAGES = {"identified": 1.0, "referred_to_prosecution": 0.8, "charged": 0.55, "convicted": 0.25}
BOUNDED = (
    "cohort_conviction",
    "charge_rate",
    "attrition",
    "survivor_satisfaction",
    "retrafficking",
)


def fabricate_results(seed: int) -> pd.DataFrame:
    """Rows with the columns of `results`, before anything is left blank by design, then with it."""
    draw = random.Random(seed)
    rows = []
    for metric in METRICS:
        for place, size in SIZES.items():
            for year in YEARS:
                for scope in _scopes(metric, place):
                    rows += _year_rows(draw, metric, place, year, scope, size)
    return pd.DataFrame(rows, columns=list(RESULT_COLUMNS))


def _scopes(metric: MadeUpMetric, place: str) -> tuple[str, ...]:
    everything = metric.id in ("court_conviction_rate", "clearance_rate") and place == "XAB"
    return ("trafficking", "all_crime") if everything else ("trafficking",)


def _year_rows(draw, metric: MadeUpMetric, place: str, year: int, scope: str, size: float) -> list:
    total = max(1, round(metric.size * size * draw.uniform(0.85, 1.15)))
    if scope == "all_crime":
        total *= 20
    if metric.kind == "money_funnel":
        total = float(total)
    rows = []
    for breakdown in ("total", *metric.breakdowns):
        for category, share in _categories(metric, breakdown).items():
            n = round(total * share)
            for horizon in metric.horizons:
                level = _level(draw, metric, horizon)
                if breakdown == "stage":
                    n, level = total, STAGES[category]
                row = _identity(metric, place, year, scope, horizon, breakdown, category)
                rows.append(row | _numbers(metric, row, n, level))
    return rows


def _categories(metric: MadeUpMetric, breakdown: str) -> dict[str, float]:
    if breakdown == "total":
        return {"total": 1.0}
    return STAGES if breakdown == "stage" else SHARES[breakdown]


def _level(draw, metric: MadeUpMetric, horizon: int | None) -> float:
    ripening = {None: 1.0, 365: 0.6, 730: 0.9, 1095: 1.0}[horizon]
    return metric.level * ripening * draw.uniform(0.9, 1.08)


def _identity(metric, place, year, scope, horizon, breakdown, category) -> dict:
    official = metric.source == "official"
    return {
        "metric_id": metric.id,
        "scope": scope,
        "source": metric.source,
        "origin": "made_up_yearbook 2026" if official else None,
        "jurisdiction": place,
        "period_kind": metric.period_kind,
        "period_start": date(year, 1, 1),
        "period_end": date(year, 12, 31),
        "horizon_days": horizon,
        "breakdown": breakdown,
        "category": category,
        "unit_counted": metric.unit,
        "currency": metric.currency,
        "as_of": AS_OF,
        "definition_hash": f"{abs(hash_text(metric.id)):016x}",
    }


def hash_text(text: str) -> int:
    """A stable number for a text; Python's own hash changes from run to run."""
    return int.from_bytes(text.encode()[:8].ljust(8, b"."), "big")


def _numbers(metric: MadeUpMetric, row: dict, n: float, level: float) -> dict:
    blank = _planned_blank(row)
    if blank:
        return {"blank": blank, "missing_share": None}
    young = row["horizon_days"] and (AS_OF - row["period_end"]).days < row["horizon_days"]
    if young and (AS_OF - row["period_start"]).days < row["horizon_days"]:
        return {
            "denominator": n,
            "blank": "not_yet",
            "maturity": "bounds_only",
            "missing_share": 0.02,
        }
    if (
        metric.source == "case"
        and metric.kind != "money_funnel"
        and metric.unit != "periods"
        and n < 25
    ):
        return {"blank": "suppressed", "status": "suppressed"}
    k, value, lower, upper, method = _estimate(metric, n, level)
    found = {
        "numerator": k,
        "denominator": n if metric.kind != "count" else None,
        "missing_share": 0.03,
        "maturity": ("provisional" if young else "mature") if row["horizon_days"] else None,
    }
    if n < 10:
        return found | {"status": "insufficient", "blank": "insufficient"}
    if metric.id in BOUNDED:
        found |= {"bound_lower": lower * 0.8, "bound_upper": min(1.0, upper * 1.3)}
    width = (upper - lower) / (1 if metric.value_unit == "share" else max(value, 1e-9))
    status = (
        "very_uncertain"
        if n < 30 or width >= 0.3
        else "use_with_care"
        if width > 0.2
        else "reportable"
    )
    return found | {
        "value": value,
        "lower": lower,
        "upper": upper,
        "interval_method": method,
        "status": status,
    }


def _estimate(metric: MadeUpMetric, n: float, level: float):
    """Count above the line, value and its interval; wide where n is small."""
    if metric.value_unit == "share":
        k = round(n * min(level, 1.0))
        p, z = k / n, 1.96
        people = n if metric.kind != "money_funnel" else 120
        centre = (p + z * z / (2 * people)) / (1 + z * z / people)
        half = z * math.sqrt(p * (1 - p) / people + z * z / (4 * people**2)) / (1 + z * z / people)
        return float(k), p, max(0.0, centre - half), min(1.0, centre + half), "Wilson"
    factor = math.exp(1.96 / math.sqrt(max(n, 1)))
    if metric.value_unit == "days":
        return float(round(n * 0.6)), level, level / factor, level * factor, "log-log band"
    if metric.value_unit == "ratio":
        k = round(n * level)
        return float(k), k / n, k / n / factor, k / n * factor, "log interval"
    return float(n), float(n), n / factor, n * factor, "exact Poisson"


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
