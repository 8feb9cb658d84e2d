"""Keeps the earlier version of groups of linked counts in which too little has changed to be told."""

import pandas as pd

from disclosure.succession.changes import COUNTS, changes
from disclosure.succession.earlier import Held, with_earlier
from disclosure.succession.trees import attached, trees


def hold(
    rows: pd.DataFrame, previous: pd.DataFrame, groups: pd.Series, kinds: dict[str, str]
) -> Held:
    """The rows, those of held groups replaced by their earlier version: same numbers, blanks and data date.

    `groups` labels the linked set of every row (empty: none). Within a group, periods that were told
    before and contain or overlap one another are looked at together. They are held where the widest
    count of people told before has moved by 1 to 9, or where nothing has moved by ten and either
    something moved by less or nothing is new. A row without an earlier version in a held period is
    withheld; earlier rows that no longer exist come back behind the others. Held rows need no
    protection of their own: they had it, and all that is linked to them is held with them.
    """
    found = changes(rows, previous, kinds)
    told_before = found[[f"{name}_before" for name in COUNTS]].notna().any(axis=1)
    is_counted = rows[list(COUNTS)].notna().any(axis=1)
    facts = found.assign(
        group=groups.reindex(rows.index),
        start=pd.to_datetime(rows["period_start"]),
        end=pd.to_datetime(rows["period_end"]),
        told_before=told_before,
        is_new=is_counted & ~told_before & ~found["was_suppressed"],
    )
    facts = facts[facts["group"].notna() & facts["counts_people"]]
    periods = trees(facts[facts["told_before"]])
    if periods.empty:
        return Held(rows, pd.Series(False, index=rows.index))
    links = attached(facts, periods)
    keep = periods[_is_held(facts, links, periods)]
    of_held = links.loc[links["tree"].isin(keep.index), "row"]
    held = pd.Series(rows.index.isin(of_held), index=rows.index)
    labels = found["label"].mask(found["is_grown"].astype(bool))
    # Other categories of a table that stands as it was are no part of it.
    stays = ~(held & found["is_recut"])
    groups = facts["group"].loc[facts.index.intersection(rows.index[stays])]
    return with_earlier(rows[stays], previous, labels[stays], held[stays], groups, keep)


def _is_held(facts: pd.DataFrame, links: pd.DataFrame, periods: pd.DataFrame) -> pd.Series:
    """For every tree of periods, whether too little has changed in it."""
    lines = facts.loc[links["row"]].reset_index(drop=True).assign(tree=links["tree"].to_numpy())
    reach = periods.loc[lines["tree"]].reset_index(drop=True)
    is_longer = (lines["end"] - lines["start"]) > (reach["end"] - reach["start"])
    before, change, few, people = (
        lines[[f"{name}_{what}" for name in COUNTS]].set_axis(COUNTS, axis=1)
        for what in ("before", "change", "few", "people")
    )
    wide = before.where(people.astype(bool))
    widest = wide.max(axis=1).groupby(lines["tree"]).transform("max")
    is_gone = before.notna() & change.isna()
    signs = pd.DataFrame(
        {
            "few": few.any(axis=1),
            "few_of_widest": (few & wide.eq(widest, axis=0)).any(axis=1),
            "much": ((change.gt(0) & ~few) | is_gone).any(axis=1),
            "new": lines["is_new"],
            # A block of years told for the first time may not wait for its years.
            "completed": lines["is_new"] & is_longer,
            # A definition that changed leaves no earlier version that could stand.
            "redefined": lines["told_before"] & ~lines["is_same_meaning"],
        }
    ).astype(bool)
    seen = signs.groupby(lines["tree"]).any().reindex(periods.index, fill_value=False)
    is_little = ~seen["much"] & (seen["few"] | ~seen["new"])
    return ~seen["completed"] & ~seen["redefined"] & (seen["few_of_widest"] | is_little)
