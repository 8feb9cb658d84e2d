"""Counts that are no secret in any row, because another row tells the same people as a fact of open court."""

from collections.abc import Mapping

import pandas as pd

from disclosure.attacking.counts import KEY, counts_of


def opened(published: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """For every row of the published results, whether its numerator and its denominator are open so; of their index.

    `published` has the tables results, counted_sets and definitions.
    """
    results = published["results"]
    counts = counts_of(dict(published))
    counts["is_open"] = counts["is_public"] & counts["value"].notna()
    counts["is_open"] = counts.groupby(KEY, sort=False, dropna=False)["is_open"].transform("max")
    found = counts.pivot_table("is_open", "label", "measure", aggfunc="max")
    found = found.reindex(index=results.index, columns=["numerator", "denominator"])
    return found.fillna(False).astype(bool)
