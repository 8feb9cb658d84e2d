"""Small releases made by hand, in the shape that the attacker reads."""

from datetime import date

import pandas as pd

BASE = {
    "metric_id": "identified",
    "scope": "trafficking",
    "source": "case",
    "origin": None,
    "jurisdiction": "XAA",
    "period_kind": "period",
    "period_start": date(2020, 1, 1),
    "period_end": date(2020, 12, 31),
    "horizon_days": None,
    "breakdown": "total",
    "category": "total",
    "unit_counted": "victims",
    "currency": None,
    "numerator": None,
    "denominator": None,
    "value": None,
    "lower": None,
    "upper": None,
    "bound_lower": None,
    "bound_upper": None,
    "missing_share": None,
    "status": "reportable",
    "blank": None,
    "public_fact": False,
}
HIDE = "hidden"


def row(category="total", numerator=None, denominator=None, **more) -> dict:
    """One result; "sex: male" is a category of sex, and HIDE stands for a count that is suppressed."""
    breakdown, _, member = category.rpartition(": ")
    made = BASE | {"breakdown": breakdown or "total", "category": member} | more
    for name, count in (("numerator", numerator), ("denominator", denominator)):
        if count == HIDE:
            made |= {"status": "suppressed", "blank": "suppressed"}
        else:
            made[name] = count
    return made


def release(rows, *, sets=(), nested=(), kinds=None, **tables) -> dict[str, pd.DataFrame]:
    """The tables of a release. `sets` are (metric, measure, set, more...), `kinds` by metric."""
    results = pd.DataFrame(rows)
    kinds = {name: "count" for name in results["metric_id"]} | (kinds or {})
    declared = [
        {
            "metric_id": metric,
            "scope": "trafficking",
            "horizon_days": None,
            "category": None,
            "measure": measure,
            "set_id": name,
            "counts_people": True,
        }
        | dict(*more)
        for metric, measure, name, *more in sets
    ]
    columns = [
        "metric_id",
        "scope",
        "horizon_days",
        "category",
        "measure",
        "set_id",
        "counts_people",
    ]
    return {
        "results": results,
        "definitions": pd.DataFrame(
            {"metric_id": list(kinds), "kind": list(kinds.values()), "population": "victims"}
        ),
        "counted_sets": pd.DataFrame(declared, columns=columns),
        "nested_sets": pd.DataFrame(list(nested), columns=["inner", "outer"]),
        **{name: pd.DataFrame(table) for name, table in tables.items()},
    }


def years(first: int, last: int | None = None) -> dict:
    """The period from the first day of one year to the last of another."""
    return {"period_start": date(first, 1, 1), "period_end": date(last or first, 12, 31)}
