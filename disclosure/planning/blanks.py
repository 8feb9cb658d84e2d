"""Which tables came out too blank to be worth their detail: they are told by the next coarser offer instead."""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from disclosure.planning.columns import PLAN_KEY
from disclosure.planning.lengths import BLOCK, YEAR
from disclosure.planning.offers import Table, declared_offers, family_of
from disclosure.policy import threshold

WAITING = ("not_reported", "not_yet", "not_applicable")
"""Blanks that protection has nothing to do with."""
BREAKDOWN, TOTAL = PLAN_KEY.index("breakdown"), "total"


class Blank(NamedTuple):
    """Keys of the plan -> the offer by which too much was hidden.

    `coarser` are told by the next coarser offer; `waiting` are totals that may do without, once their
    place has given up the detail by year that they cover for.
    """

    coarser: dict[tuple, str]
    waiting: dict[tuple, str]


def too_blank(told: pd.DataFrame, choices: pd.DataFrame, kinds: Mapping[str, str]) -> Blank:
    """The tables of which more was hidden than their families allow.

    `told` are results as they would be published under these choices; `kinds` maps a metric to its kind.
    Of a total that is too blank and has detail by year, the detail is named instead.
    """
    counted = told[told["source"].isin(threshold("protected_sources"))]
    counted = counted[~counted["blank"].isin(WAITING)]
    offers = dict(zip(_keys(choices), choices["offer"], strict=True))
    tables = counted.assign(suppressed=counted["blank"].eq("suppressed")).groupby(
        list(PLAN_KEY), sort=False, dropna=False
    )
    facts = tables.agg(
        shares=("suppressed", "mean"),
        periods=("period_kind", "first"),
        units=("unit_counted", "first"),
    ).reset_index()
    found = {}
    for key, (share, *kept) in zip(
        _keys(facts), facts[["shares", "periods", "units"]].itertuples(index=False), strict=True
    ):
        table = Table(*key, kinds.get(key[0]), *kept)
        if key in offers and share > threshold(family_of(table).blank_limit):
            found[key] = offers[key]
    return _detail_before_totals(found, offers)


def _detail_before_totals(found: dict[tuple, str], offers: dict[tuple, str]) -> Blank:
    """Where a total has detail by year, that is given up first, and no total of the place yet.

    What covers for small counts of a year may be the total of that year, and others of the same people.
    """
    years = {name for name, offer in declared_offers().items() if {YEAR, BLOCK} <= {*offer.periods}}
    totals = {key for key in found if key[BREAKDOWN] == TOTAL}
    metrics = {_metric(key) for key in totals}
    detail = {
        key: offer
        for key, offer in offers.items()
        if key[BREAKDOWN] != TOTAL and offer in years and _metric(key) in metrics
    }
    places = {_place(key) for key in detail}
    waiting = {key: found[key] for key in totals if _place(key) in places}
    coarser = {key: offer for key, offer in found.items() if key not in waiting}
    return Blank(coarser | detail, waiting)


def _metric(key: tuple) -> tuple:
    return key[:BREAKDOWN]


def _place(key: tuple) -> tuple:
    return key[1:BREAKDOWN]


def _keys(frame: pd.DataFrame) -> list[tuple]:
    keys = frame[list(PLAN_KEY)].astype(object)
    return list(keys.where(keys.notna(), None).itertuples(index=False, name=None))
