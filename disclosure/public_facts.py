"""Which rows are facts of open court: said aloud there, and told exactly however few they are."""

import pandas as pd

from disclosure.policy import public_facts


def is_public_fact(rows: pd.DataFrame, populations: dict[str, str]) -> pd.Series:
    """True for each row whose every unit was dealt with in open court; of the index of `rows`.

    `populations` maps a metric to its population. `not_open` counts the units of a row of whom that
    is not so, or not known (juveniles, closed hearings, unknown age): without it, or where it is
    empty, nobody has said that all were, and the row is no public fact.
    """
    declared = public_facts()
    if "not_open" not in rows:
        return pd.Series(False, index=rows.index)
    is_declared = rows["metric_id"].map(populations).isin(declared.populations)
    is_declared &= rows["breakdown"].isin(declared.breakdowns) & rows["source"].eq("case")
    return (is_declared & pd.to_numeric(rows["not_open"]).eq(0)).astype(bool)
