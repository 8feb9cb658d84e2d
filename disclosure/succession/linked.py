"""Which numbers are held together: those that count the same units, or units of which some lie in others."""

import pandas as pd
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from disclosure.policy import threshold


def linked_groups(
    rows: pd.DataFrame, counted_sets: pd.DataFrame, nested_sets: pd.DataFrame
) -> pd.Series:
    """A label for every row, of its index: metrics linked by their sets, at one place; empty for figures of others.

    A metric is linked to every set it counts (over all horizons and members), and sets to those they
    lie in. Scopes are linked where a set of one lies in a set of the other. Metrics of which no set
    is declared are linked to nothing but themselves.
    """
    metric = counted_sets["metric_id"] + "\n" + counted_sets["scope"]
    mine = rows["metric_id"].astype(str) + "\n" + rows["scope"].astype(str)
    pairs = pd.concat(
        [
            pd.DataFrame({"one": "metric\n" + metric, "other": "set\n" + counted_sets["set_id"]}),
            pd.DataFrame(
                {"one": "set\n" + nested_sets["inner"], "other": "set\n" + nested_sets["outer"]}
            ),
            pd.DataFrame({"one": "metric\n" + mine, "other": "metric\n" + mine}),
        ]
    ).drop_duplicates()
    names = sorted(set(pairs["one"]) | set(pairs["other"]))
    place = pd.Series(range(len(names)), index=names)
    one, other = place[pairs["one"]].to_numpy(), place[pairs["other"]].to_numpy()
    links = coo_matrix(([True] * len(one), (one, other)), shape=(len(names), len(names)))
    _, number = connected_components(links, directed=False)
    # A group goes by the first of its metrics, so that its name does not depend on the order of rows.
    first = pd.Series(names, index=number).groupby(level=0).min()
    named = pd.Series(first.loc[number].to_numpy(), index=names)
    labels = named[("metric\n" + mine).to_numpy()].to_numpy() + "\n" + rows["jurisdiction"]
    ours = rows["source"].isin(threshold("protected_sources"))
    return labels.astype(object).where(ours, None)
