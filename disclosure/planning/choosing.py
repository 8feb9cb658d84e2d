"""Picks, table by table, the finest offer of the plan of whose counts few enough are sensitive by themselves."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from disclosure.planning.columns import PLAN_COLUMNS, PLAN_KEY
from disclosure.planning.lengths import YEAR, lengths, merged
from disclosure.planning.offers import Table, family_of
from disclosure.planning.picking import Choice, Facts, Ways
from disclosure.policy import threshold
from metrics.result import KEY


class Planned(NamedTuple):
    """The rows that the plan publishes, index labels as before, and the release table `plan`."""

    rows: pd.DataFrame
    choices: pd.DataFrame


class Planner:
    """Every table of the results with the ways of telling it, which no choice between them changes.

    `rows` are undisclosed results, `primaries` marks sensitive ones of their index (of a frame, any
    column does), `kinds` maps a metric to its kind. The density of an offer is the share of
    sensitive rows among its rows with a count above zero: a zero, or a blank that waits, neither
    needs protection nor gives any. Figures that somebody else published stand, and are not listed.
    """

    def __init__(
        self, rows: pd.DataFrame, primaries: pd.Series | pd.DataFrame, kinds: dict[str, str]
    ):
        self._rows = rows
        sensitive = primaries.any(axis=1) if isinstance(primaries, pd.DataFrame) else primaries
        self._ours = rows["source"].isin(threshold("protected_sources")).to_numpy()
        facts = _facts(rows, sensitive, kinds)
        self._tables = [
            (table, places, Ways(family_of(table), facts.of(places)))
            for table, places in _tables(rows, self._ours, kinds)
        ]

    def choose(
        self,
        previous_choices: pd.DataFrame | None = None,
        too_blank: Mapping[tuple, str] | None = None,
    ) -> Planned:
        """The rows of the first offer of every table that is within the limit of its family.

        `previous_choices` is the table `plan` of the release before; `too_blank` maps keys of the plan to the
        offer that hid too much (`blanks.too_blank`), so that a coarser one is taken. Detail is never
        told by shorter periods than its total, nor anything by a finer offer than before. The same
        input gives the same choice.
        """
        rows, before, blank = self._rows, _offers_before(previous_choices), too_blank or {}
        stands = ~self._ours
        chosen: dict[tuple, Choice] = {}
        for table, places, ways in self._tables:
            total = chosen.get(table.total_key)
            choice = ways.pick(before.get(table.key), total and total.offer, blank.get(table.key))
            chosen[table.key] = choice
            stands[places] = choice.told
        stands |= self._ours & _are_totals_of_told_details(rows, stands)
        lines = [(*key, *_told(choice)) for key, choice in chosen.items()]
        choices = pd.DataFrame(lines, columns=list(PLAN_COLUMNS), dtype=object)
        told = rows[stands]
        # A block may be all there is of a double block: the same number, told once.
        told = told[~told.duplicated(list(KEY))]
        return Planned(told, choices.sort_values(list(PLAN_KEY), ignore_index=True))


def _are_totals_of_told_details(rows: pd.DataFrame, stands: np.ndarray) -> np.ndarray:
    """Totals of the periods that some detail is told for: members without their whole cannot be read.

    Their periods lie in, or hold, those that the totals are told for anyway.
    """
    is_total = rows["breakdown"].eq("total").to_numpy()
    keys = pd.MultiIndex.from_frame(
        _without_gaps(rows[["metric_id", "scope", "jurisdiction", "period_start", "period_end"]])
    )
    return is_total & keys.isin(keys[stands & ~is_total])


def _facts(rows: pd.DataFrame, sensitive: pd.Series, kinds: dict[str, str]) -> Facts:
    counts = rows[["numerator", "denominator"]].apply(pd.to_numeric)
    return Facts(
        lengths(rows, _is_of_blocks(rows, kinds)).to_numpy(dtype="U16"),
        merged(rows).to_numpy(),
        (counts > 0).any(axis=1).to_numpy(),
        sensitive.to_numpy(dtype=bool),
        pd.to_datetime(rows["period_start"]).to_numpy(),
        pd.to_datetime(rows["period_end"]).to_numpy(),
    )


def _is_of_blocks(rows: pd.DataFrame, kinds: dict[str, str]) -> pd.Series:
    """Whether the plan tells the table by nothing shorter than blocks."""
    columns = ["metric_id", "scope", "jurisdiction", "breakdown", "period_kind", "unit_counted"]
    number = rows.groupby(columns, sort=False, dropna=False).ngroup().to_numpy()
    _, first = np.unique(number, return_index=True)
    tables = [
        Table(*key[:4], None, kinds.get(key[0]), *key[4:])
        for key in rows.iloc[first][columns].itertuples(index=False, name=None)
    ]
    is_of_blocks = np.array(
        [YEAR not in family_of(table).offers[0].periods for table in tables], dtype=bool
    )
    return pd.Series(is_of_blocks[number], index=rows.index)


def _tables(
    rows: pd.DataFrame, ours: np.ndarray, kinds: dict[str, str]
) -> Iterator[tuple[Table, np.ndarray]]:
    """Every table with the places of its rows; totals come first, since detail asks how they are told."""
    places = np.flatnonzero(ours)
    keys = _without_gaps(rows.iloc[places][list(PLAN_KEY)])
    number = keys.groupby(list(PLAN_KEY), dropna=False, sort=True).ngroup().to_numpy()
    order = np.argsort(number, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(number[order])) + 1) if len(order) else []
    breakdowns = keys["breakdown"].to_numpy()
    groups.sort(key=lambda group: breakdowns[group[0]] != "total")
    firsts = [group[0] for group in groups]
    names = keys.iloc[firsts].itertuples(index=False, name=None)
    others = rows.iloc[places[firsts]][["period_kind", "unit_counted"]]
    for key, other, group in zip(
        names, others.itertuples(index=False, name=None), groups, strict=True
    ):
        yield Table(*key, kinds.get(key[0]), *other), places[group]


def _offers_before(previous: pd.DataFrame | None) -> dict[tuple, str]:
    if previous is None:
        return {}
    keys = _without_gaps(previous[list(PLAN_KEY)])
    return dict(zip(keys.itertuples(index=False, name=None), previous["offer"], strict=True))


def _without_gaps(keys: pd.DataFrame) -> pd.DataFrame:
    keys = keys.astype(object)
    return keys.where(keys.notna(), None)


def _told(choice: Choice) -> tuple:
    passed_over = "\n".join(choice.passed_over) or None
    return choice.offer.name, choice.offer.told, passed_over, choice.sensitive, choice.reason
