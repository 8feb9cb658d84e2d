"""Refuses a plan under which too many cells hang together: beyond the cap nothing can be proven safe in time."""

import pandas as pd

from disclosure.policy import threshold


class PlanError(Exception):
    """A plan that cannot be protected. The message names the breakdown to coarsen, never a value."""


def check_components(sizes: pd.DataFrame) -> None:
    """Raise PlanError where a component has more cells than the cap.

    `sizes` has one row a component and table: `component`, `metric_id`, `breakdown`, `cells`. The
    breakdown named is the one with the most cells of the largest component; names decide a draw.
    """
    whole = sizes.groupby("component", sort=True)["cells"].sum()
    cap = threshold("component_cap")
    if whole.empty or whole.max() <= cap:
        return
    largest = sizes[sizes["component"] == whole.idxmax()]
    details = largest[largest["breakdown"] != "total"]
    by_table = (details if len(details) else largest).groupby(["metric_id", "breakdown"])["cells"]
    metric_id, breakdown = by_table.sum().idxmax()
    raise PlanError(
        f"{int(whole.max())} linked cells, and at most {cap} can be protected together: "
        f"coarsen {breakdown} of {metric_id} in disclosure/plan.toml. Nothing was published."
    )
