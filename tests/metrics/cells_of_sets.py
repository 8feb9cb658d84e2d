"""What was counted of each set in each cell: rows of results told by the set that they count."""

import pandas as pd

PLACE = ("jurisdiction", "period_start", "period_end", "breakdown", "category", "currency")


def cells_of_sets(results: pd.DataFrame, named: pd.DataFrame, spread: bool = False) -> pd.DataFrame:
    """Cells by sets; with `spread`, the least and the most that any metric says of each set and cell."""
    results = results[results["source"] == "case"]
    parts = []
    for (measure, apart), sets in named.groupby(["measure", named["category"].notna()]):
        on = ["metric_id", "scope"] + (["category"] if apart else [])
        sets = sets[[*on, "horizon_days", "set_id"]].rename(columns={"horizon_days": "horizon"})
        rows = results[results[measure].notna()].merge(sets, on=on)
        rows = rows[rows["horizon_days"].fillna(-1) == rows["horizon"].fillna(-1).astype(float)]
        if apart:
            # Members that stand side by side are sets of their own: each is told as a total.
            rows = rows.assign(breakdown="total", category="total")
        texts = [rows[name].fillna("").astype(str) for name in PLACE]
        cell = texts[0].str.cat(texts[1:], sep="|")
        parts.append(pd.DataFrame({"cell": cell, "set": rows["set_id"], "count": rows[measure]}))
    counts = pd.concat(parts).groupby(["cell", "set"])["count"].agg(["min", "max"])
    counts = counts.rename(columns={"min": "least", "max": "most"})
    return counts if spread else counts["least"].unstack("set")
