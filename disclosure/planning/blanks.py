"""Which tables came out too blank to be worth their detail: they are told by the next coarser offer instead."""

from collections.abc import Mapping

import pandas as pd

from disclosure.planning.columns import PLAN_KEY
from disclosure.planning.offers import Table, family_of
from disclosure.policy import threshold

WAITING = ("not_reported", "not_yet", "not_applicable")
"""Blanks that protection has nothing to do with."""


def too_blank(
    told: pd.DataFrame, choices: pd.DataFrame, kinds: Mapping[str, str]
) -> dict[tuple, str]:
    """Key of the plan -> the offer by which more of the table was hidden than its family allows.

    `told` are results as they would be published under these choices; `kinds` maps a metric to its kind.
    """
    counted = told[told["source"].isin(threshold("protected_sources"))]
    counted = counted[~counted["blank"].isin(WAITING)]
    offers = dict(zip(_keys(choices), choices["offer"], strict=True))
    tables = counted.groupby(
        pd.Series(_keys(counted), index=counted.index, dtype=object), sort=False
    )
    found = {}
    for key, rows in tables:
        first = rows.iloc[0]
        table = Table(*key, kinds.get(key[0]), first["period_kind"], first["unit_counted"])
        limit = threshold(family_of(table).blank_limit)
        if key in offers and rows["blank"].eq("suppressed").mean() > limit:
            found[key] = offers[key]
    return found


def _keys(frame: pd.DataFrame) -> list[tuple]:
    keys = frame[list(PLAN_KEY)].astype(object)
    return list(keys.where(keys.notna(), None).itertuples(index=False, name=None))
