"""What a reader of the research tables can conclude about the counts of the results: bounds for the protector.

Read from the published tables alone, with all that readers are told: counts are within the rounding
base of the truth, a class holds at least so many people, what is held back may be anything, and so
many records at most are missing. The truth always lies between `lower` and `upper`. Rows of the
place other_places bound the sum over its members: who knows all but one of them knows that one.
"""

from collections.abc import Iterable

import pandas as pd

from disclosure.policy import threshold
from disclosure.research.base import NOT_TOLD, OTHER_PLACES, PERIOD, PLACE, Attribute, Base, Outcome
from disclosure.research.columns import NOTES, UTILITY
from disclosure.research.places import LEFT_OUT, POOLED
from disclosure.research.utility import DROPPED

CELL = ["set_id", PLACE, "period_start", "period_end", "breakdown", "category"]
BOUND_COLUMNS = [*CELL, "lower", "upper"]


def bounds(tables: dict[str, pd.DataFrame], bases: Iterable[Base]) -> pd.DataFrame:
    """One row a cell of the universe that the research tables bear on: whole sets and outcome sets, totals and breakdowns."""
    found = [part for base in bases for part in _of_base(tables, base)]
    if not found:
        return pd.DataFrame(columns=BOUND_COLUMNS)
    together = pd.concat(found, ignore_index=True)
    # Tables over the same people: a reader takes the best of each.
    return together.groupby(CELL, as_index=False).agg({"lower": "max", "upper": "min"})


def _of_base(tables: dict[str, pd.DataFrame], base: Base) -> Iterable[pd.DataFrame]:
    told = [each for each in base.outcomes if len(tables.get(each.table, ()))]
    if not told:
        return
    dropped = {each.table: _dropped(tables[UTILITY], each.table) for each in told}
    sizes = [_sizes(tables[each.table], base, each) for each in told]
    periods = pd.DataFrame(base.periods, columns=[PLACE, PERIOD, "period_start", "period_end"])
    places = _places(tables[NOTES], told[0].table, periods[PLACE])
    places, periods = _with_pool(places, periods)
    alike = _shared(sizes, base)
    for outcome, size in zip(
        told, [alike] * len(told) if alike is not None else sizes, strict=True
    ):
        whole = size[[*base.keys, "lower", "upper"]]
        yield from _cells(whole, base, places, periods, dropped[outcome.table], base.set_id)
        if alike is not None:
            break
    for outcome in told:
        for set_id, codes in outcome.sets:
            part = _parts(tables[outcome.table], base, outcome, codes)
            yield from _cells(part, base, places, periods, dropped[outcome.table], set_id)


def _sizes(rows: pd.DataFrame, base: Base, outcome: Outcome) -> pd.DataFrame:
    """Each class with the fewest and most people it can hold."""
    found = _parts(rows, base, outcome, outcome.codes)
    found["lower"] = found["lower"].clip(lower=threshold("research_class_minimum"))
    return found


def _parts(
    rows: pd.DataFrame, base: Base, outcome: Outcome, codes: tuple[str, ...]
) -> pd.DataFrame:
    """Each class with the fewest and most of its people whose outcome is one of the codes; unseen ones may be a few."""
    room = threshold("research_rounding_base") - 1
    counts = rows.groupby([*base.keys, outcome.name]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=list(codes), fill_value=0)
    found = counts.index.to_frame(index=False)
    found["lower"] = (counts - room).clip(lower=0).sum(axis=1).to_numpy()
    found["upper"] = (counts + room).sum(axis=1).to_numpy()
    return found


def _shared(sizes: list[pd.DataFrame], base: Base) -> pd.DataFrame | None:
    """The classes with the best bounds of all tables, where all tables have the same classes."""
    every = pd.concat(sizes)
    grouped = every.groupby(list(base.keys))
    if not (grouped.size() == len(sizes)).all():
        return None
    return grouped.agg({"lower": "max", "upper": "min"}).reset_index()


def _cells(
    classes: pd.DataFrame,
    base: Base,
    places: dict[str, str],
    periods: pd.DataFrame,
    dropped: int,
    set_id: str,
) -> Iterable[pd.DataFrame]:
    spans = _spans(classes, places, periods)
    breakdowns = [("total", None), *((each.name, each) for each in base.attributes)]
    for name, attribute in breakdowns:
        keys = [PLACE, PERIOD] if attribute is None else [PLACE, PERIOD, name]
        grouped = classes.groupby(keys, as_index=False)[["lower", "upper"]].sum()
        grouped = grouped.rename(columns={PLACE: "told_place", PERIOD: "told_period"})
        each = grouped.merge(spans, on=["told_place", "told_period"])
        each["category"], exact = "total", True
        if attribute is not None:
            each = each.merge(_meanings(attribute, grouped[name]), on=name)
            exact = each["is_exact"]
            each["category"] = each["code"]
        each["lower"] = each["lower"].where(each["is_own"] & exact, 0)
        found = each.groupby([PLACE, "period_start", "period_end", "category"], as_index=False)[
            ["lower", "upper"]
        ].sum()
        found = _with_unseen(found, periods, places, attribute)
        yield found.assign(set_id=set_id, breakdown=name, upper=found["upper"] + dropped)[
            BOUND_COLUMNS
        ]


def _spans(classes, places: dict[str, str], periods: pd.DataFrame) -> pd.DataFrame:
    """Which place and period of the results a told place and period may stand for; `is_own` where it can be no other."""
    known = periods[periods[PLACE].isin(places)]
    rows = []
    for told_place, told_period in {*zip(classes[PLACE], classes[PERIOD], strict=True)}:
        for row in known.itertuples(index=False):
            place, period = row[0], row[1]
            fits_place = told_place in (places[place], NOT_TOLD)
            if fits_place and told_period in (period, NOT_TOLD):
                is_own = told_place == place and told_period == period
                rows.append((told_place, told_period, place, row[2], row[3], is_own))
    names = ["told_place", "told_period", PLACE, "period_start", "period_end", "is_own"]
    return pd.DataFrame(rows, columns=names)


def _meanings(attribute: Attribute, shown: pd.Series) -> pd.DataFrame:
    """Which codes a shown one may stand for; `is_exact` where it can be no other."""
    rows = []
    for told in sorted(set(shown)):
        codes = [
            code
            for code in attribute.codes
            if told in (code, NOT_TOLD)
            or any(level.get(code) == told for level in attribute.levels)
        ]
        rows += [(told, code, len(codes) == 1) for code in codes]
    return pd.DataFrame(rows, columns=[attribute.name, "code", "is_exact"])


def _with_unseen(found, periods, places, attribute: Attribute | None) -> pd.DataFrame:
    """Cells that no row can belong to: nobody but those dropped."""
    codes = ["total"] if attribute is None else list(attribute.codes)
    known = periods.loc[periods[PLACE].isin(places), [PLACE, "period_start", "period_end"]]
    every = known.merge(pd.DataFrame({"category": codes}), how="cross")
    keys = [PLACE, "period_start", "period_end", "category"]
    return every.merge(found, on=keys, how="left").fillna({"lower": 0, "upper": 0})


def _places(notes: pd.DataFrame, table: str, places: Iterable[str]) -> dict[str, str]:
    """Jurisdiction -> the name it is told under; those left out are not among them."""
    mine = notes[notes["table_name"] == table]
    treated = dict(zip(mine[PLACE], mine["treatment"], strict=True))
    return {
        place: OTHER_PLACES if treated.get(place) == POOLED else place
        for place in sorted(set(places))
        if treated.get(place) != LEFT_OUT
    }


def _with_pool(places: dict[str, str], periods: pd.DataFrame):
    """The same, with the pool as a place of its own."""
    if OTHER_PLACES not in places.values():
        return places, periods
    members = [place for place, told in places.items() if told == OTHER_PLACES]
    pool = periods[periods[PLACE].isin(members)].assign(**{PLACE: OTHER_PLACES})
    together = pd.concat([periods, pool.drop_duplicates()], ignore_index=True)
    return {**places, OTHER_PLACES: OTHER_PLACES}, together


def _dropped(measures: pd.DataFrame, table: str) -> int:
    mine = measures[(measures["table_name"] == table) & (measures["measure"] == DROPPED)]
    return int(mine["value"].iloc[0])
