"""The one published row by which a metric speaks of a place."""

import pandas as pd

from compliance.evidence.official import PRINTED

SUPPOSED = "assumption"
"""A breakdown of what would be if something held: no evidence that anything is."""

ONE_STRAND = ["jurisdiction", "metric_id"]
NEWEST = ["has_number", "period_end", "period_start", "horizon_days", "numerator"]
TEXT = ["origin", "currency", "unit_counted", "breakdown", "category"]


def newest(results: pd.DataFrame) -> pd.DataFrame:
    """One row a place and metric, of printed figures one a place and measure: with `RESULT_COLUMNS`.

    Of totals in trafficking, the newest period with a number, of several that end alike the
    shortest, of several horizons the longest; where no period has a number, the newest blank. A
    metric whose numbers stand in a mix without total speaks by the largest part that is known.
    """
    rows = results[results["scope"] == "trafficking"]
    rows = rows.assign(has_number=rows["value"].notna())
    printed = rows["metric_id"] == PRINTED
    total = rows["breakdown"] == "total"
    has_total = rows["metric_id"].isin(rows.loc[total & rows["has_number"], "metric_id"])
    plain = ~rows["breakdown"].str.contains("+", regex=False) & (rows["breakdown"] != SUPPOSED)
    part = plain & (rows["category"] != "unknown")
    speaks = (total & has_total) | (part & ~has_total)
    return pd.concat(
        [
            _first(rows[printed & (rows["breakdown"] == "measure")], [*ONE_STRAND, "category"]),
            _first(rows[~printed & speaks], ONE_STRAND),
        ]
    ).drop(columns="has_number")


def _first(rows: pd.DataFrame, strand: list[str]) -> pd.DataFrame:
    # The text columns only settle ties, so that the order of rows does not.
    keys = rows[TEXT].astype(object).where(rows[TEXT].notna(), "").astype(str)
    keys[NEWEST] = rows[NEWEST]
    order = keys.sort_values(
        [*NEWEST, *TEXT], ascending=[False] * len(NEWEST) + [True] * len(TEXT), na_position="last"
    )
    return rows.loc[order.index].drop_duplicates(strand)
