"""Little results and declarations, made by hand."""

import pandas as pd

COLUMNS = [
    "metric_id", "scope", "source", "jurisdiction", "period_kind", "period_start", "period_end",
    "horizon_days", "breakdown", "category", "unit_counted", "currency", "numerator",
    "denominator", "contributors", "public_fact", "merged",
]  # fmt: skip
SETS = ["metric_id", "scope", "horizon_days", "category", "measure", "set_id", "counts_people"]
YEAR_2020 = ("2020-01-01", "2020-12-31")
BLOCK = ("2020-01-01", "2022-12-31")


def row(metric, category, numerator, denominator=None, breakdown="sex", period=BLOCK, **other):
    return {
        "metric_id": metric,
        "scope": "trafficking",
        "source": "case",
        "jurisdiction": "XAA",
        "period_kind": "period",
        "period_start": period[0],
        "period_end": period[1],
        "breakdown": breakdown,
        "category": category,
        "unit_counted": "victims",
        "numerator": numerator,
        "denominator": denominator,
    } | other


def total(metric, numerator, denominator=None, period=BLOCK, **other):
    return row(metric, "total", numerator, denominator, "total", period, **other)


def table(rows):
    made = pd.DataFrame(rows).reindex(columns=COLUMNS)
    for name in ("period_start", "period_end"):
        made[name] = pd.to_datetime(made[name]).dt.date
    for name in ("numerator", "denominator", "contributors", "horizon_days"):
        made[name] = pd.to_numeric(made[name]).astype(float)
    return made


def sets(*declared):
    """`declared`: (metric, measure, set_id), and further columns as a mapping."""
    rows = [
        {"metric_id": one[0], "scope": "trafficking", "measure": one[1], "set_id": one[2]}
        | {"counts_people": True}
        | (one[3] if len(one) > 3 else {})
        for one in declared
    ]
    return pd.DataFrame(rows).reindex(columns=SETS)


def nested(*pairs):
    return pd.DataFrame(pairs, columns=["inner", "outer"])


def marks(rows, *, small=10):
    """Primaries as far as they follow from small counts."""

    def few(counts):
        return (counts > 0) & (counts < small)

    rest = rows["denominator"] - rows["numerator"]
    return pd.DataFrame(
        {
            "numerator": few(rows["numerator"]),
            "denominator": few(rows["denominator"]),
            "rest": few(rest),
            "whole_row": False,
        },
        index=rows.index,
    )
