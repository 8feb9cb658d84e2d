"""The table of a release that says which numbers were revised since the release before, which stand as they were, and which are gone."""

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
        "held: stands as in the release before, as_of tells of which day; revised: told anew; withdrawn: told "
        "in the release before and told no more.",
    ),
    "results": ("VARCHAR", "How many results, coarsely: fewer than 10, 10 to 99, 100 or more."),
    "reason": ("VARCHAR", "Why, as a sentence."),
}
"""Column -> (DuckDB type, meaning), in order."""

REVISION_KEY = ("metric_id", "scope", "jurisdiction", "period_start", "period_end", "what")
HELD, REVISED, WITHDRAWN = "held", "revised", "withdrawn"
NUMBERS = (*COUNTS, "value")
REASONS = {
    HELD: "Nothing has changed since, or too little to be told without pointing to those who came late.",
    REVISED: "Late registrations or corrections changed it, by enough to be told.",
    WITHDRAWN: "Nobody sends it any more, it is told for other years or groups, or it is hidden to protect people.",
}


def revisions(
    published: pd.DataFrame, held: pd.Series, previous: pd.DataFrame, kinds: dict[str, str]
) -> pd.DataFrame:
    """Metric by metric, place by place and period by period, what was held, revised and withdrawn.

    `published` are the results as they are told, `held` says which stand as before. Only counts told
    in both releases are called revised, so that nothing is said of a hidden one.
    """
    found = changes(published, previous, kinds)
    moved = found[[f"{name}_change" for name in COUNTS]].gt(0).any(axis=1)
    what = pd.Series(None, index=published.index, dtype=object)
    what[moved & ~found["is_grown"].astype(bool)] = REVISED
    what[held.reindex(published.index, fill_value=False)] = HELD
    keys = named(published).set_axis(published.index).assign(what=what)
    keys = pd.concat([keys[what.notna()], _withdrawn(published, previous, found["label"])])
    sizes = keys.groupby(list(REVISION_KEY)).size().reset_index(name="size")
    sizes["results"] = sizes["size"].map(_coarse).astype(object)
    sizes["reason"] = sizes["what"].map(REASONS).astype(object)
    return sizes[list(REVISION_COLUMNS)]


def _withdrawn(published: pd.DataFrame, previous: pd.DataFrame, labels: pd.Series) -> pd.DataFrame:
    """Keys of the results of which a number was told before, and none is told now; both releases show it."""
    told_now = labels[published[list(NUMBERS)].notna().any(axis=1)].dropna()
    was_told = previous[list(NUMBERS)].notna().any(axis=1)
    gone = was_told & ~previous.index.isin(told_now)
    return named(previous).set_axis(previous.index)[gone].assign(what=WITHDRAWN)


def _coarse(size: int) -> str:
    if size < 10:
        return "fewer than 10"
    return "10 to 99" if size < 100 else "100 or more"
