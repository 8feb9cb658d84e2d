"""Which tables came out too blank to be worth their detail: they are told by the next coarser offer instead."""

import pandas as pd

from disclosure.planning.columns import PLAN_KEY
from disclosure.policy import threshold

WAITING = ("not_reported", "not_yet", "not_applicable")
"""Blanks that protection has nothing to do with."""


def too_blank(told: pd.DataFrame, choices: pd.DataFrame) -> dict[tuple, str]:
    """Key of the plan -> the offer by which more of the table was hidden than the policy allows.

    `told` are results as they would be published under these choices.
    """
    counted = told[told["source"].isin(threshold("protected_sources"))]
    counted = counted[~counted["blank"].isin(WAITING)]
    keys = counted[list(PLAN_KEY)].astype(object)
    keys = keys.where(keys.notna(), None)
    hidden = (
        counted["blank"].eq("suppressed").groupby([keys[name] for name in PLAN_KEY], dropna=False)
    )
    share = hidden.mean()
    offers = choices[list(PLAN_KEY)].astype(object)
    offers = dict(
        zip(
            offers.where(offers.notna(), None).itertuples(index=False, name=None),
            choices["offer"],
            strict=True,
        )
    )
    found = {}
    for key, blank in share.items():
        key = tuple(None if pd.isna(part) else part for part in key)
        is_total = key[PLAN_KEY.index("breakdown")] == "total"
        limit = threshold("blank_limit_totals" if is_total else "blank_limit_details")
        if blank > limit and key in offers:
            found[key] = offers[key]
    return found
