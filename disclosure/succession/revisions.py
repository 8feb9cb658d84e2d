"""The table of a release that says which numbers were revised since the release before, and which stand as they were."""

import pandas as pd

from disclosure.succession.changes import COUNTS, changes
from disclosure.succession.matching import named

REVISION_COLUMNS: dict[str, tuple[str, str]] = {
    "metric_id": ("VARCHAR", "Metric, as in results."),
    "scope": ("VARCHAR", "Scope, as in results."),
    "jurisdiction": ("VARCHAR", "Jurisdiction, as in results."),
    "period_start": ("DATE", "First day."),
    "period_end": ("DATE", "Last day, inclusive."),
    "what": (
        "VARCHAR",
        "held: stands as in the release before, as_of tells of which day; revised: told anew.",
    ),
    "results": ("VARCHAR", "How many results, coarsely: fewer than 10, 10 to 99, 100 or more."),
    "reason": ("VARCHAR", "Why, as a sentence."),
}
"""Column -> (DuckDB type, meaning), in order."""

REVISION_KEY = ("metric_id", "scope", "jurisdiction", "period_start", "period_end", "what")
HELD, REVISED = "held", "revised"
REASONS = {
    HELD: "Nothing has changed since, or too little to be told without pointing to those who came late.",
    REVISED: "Late registrations or corrections changed it, by enough to be told.",
}


def revisions(
    published: pd.DataFrame, held: pd.Series, previous: pd.DataFrame, kinds: dict[str, str]
) -> pd.DataFrame:
    """Metric by metric, place by place and period by period, what was held and what was revised.

    `published` are the results as they are told, `held` says which stand as before. Only counts told
    in both releases are called revised, so that nothing is said of a hidden one.
    """
    found = changes(published, previous, kinds)
    moved = found[[f"{name}_change" for name in COUNTS]].gt(0).any(axis=1)
    what = pd.Series(None, index=published.index, dtype=object)
    what[moved & ~found["is_grown"].astype(bool)] = REVISED
    what[held.reindex(published.index, fill_value=False)] = HELD
    keys = named(published).set_axis(published.index).assign(what=what)
    sizes = keys[what.notna()].groupby(list(REVISION_KEY)).size().reset_index(name="size")
    sizes["results"] = sizes["size"].map(_coarse).astype(object)
    sizes["reason"] = sizes["what"].map(REASONS).astype(object)
    return sizes[list(REVISION_COLUMNS)]


def _coarse(size: int) -> str:
    if size < 10:
        return "fewer than 10"
    return "10 to 99" if size < 100 else "100 or more"
