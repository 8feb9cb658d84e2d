"""Which units the numbers of every metric count, and which of these sets lie inside others: data that protector and attacker both read."""

from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module

import pandas as pd

from metrics.counted_set import COHORT, WHOLE, CountedSet, Measured
from metrics.definition import Metric, Population

COUNTED_SET_COLUMNS: dict[str, tuple[str, str]] = {
    "metric_id": ("VARCHAR", "Metric, as in definitions."),
    "scope": ("VARCHAR", "trafficking or all_crime, as in results."),
    "horizon_days": ("INTEGER", "Follow-up horizon in days; empty where there is none."),
    "category": (
        "VARCHAR",
        "Member of a breakdown whose members stand side by side, each with a set of its own, told as a total; empty where one set is split by every breakdown.",
    ),
    "measure": (
        "VARCHAR",
        "The number that counts the set: numerator or denominator; contributors where these are sums of money or of days, for the units behind them.",
    ),
    "set_id": (
        "VARCHAR",
        "The set: population, scope, how a unit is dated, and conditions. Equal names are equal units at one place, period and category.",
    ),
    "counts_people": (
        "BOOLEAN",
        "Whether the units are persons or what happened to persons; false for what agencies report of themselves.",
    ),
}
NESTED_SET_COLUMNS: dict[str, tuple[str, str]] = {
    "inner": ("VARCHAR", "A set, as in counted_sets."),
    "outer": (
        "VARCHAR",
        "A set that holds every unit of the inner one, at the same place, period and category.",
    ),
    "totals_only": (
        "BOOLEAN",
        "Whether this is promised of totals alone, since a unit with several rows may stand under another category there.",
    ),
}
"""Column -> (DuckDB type, meaning), in order."""


def counted_sets(catalogue: Iterable[Metric], scopes: Iterable[str]) -> pd.DataFrame:
    """One row a metric, scope, horizon and measure; figures printed by others count nothing here."""
    rows = [
        (
            metric.name,
            scope,
            each.horizon,
            each.category,
            each.measure,
            str(each.counted),
            _counts_people(metric),
        )
        for metric, scope, each in _measured(catalogue, scopes)
    ]
    table = pd.DataFrame(rows, columns=[*COUNTED_SET_COLUMNS])
    return table.astype({"horizon_days": "Int64", "category": object, "counts_people": bool})


def nested_sets(catalogue: Iterable[Metric], scopes: Iterable[str]) -> pd.DataFrame:
    """One row a pair of counted sets of which one lies in the other, where no sets in between tell as much."""
    found = {str(each.counted): each.counted for _, _, each in _measured(catalogue, scopes)}
    # A set lies only in sets that are dated as it is, so only those are looked at.
    alike: dict[tuple[str, str], dict[str, CountedSet]] = {}
    for name, counted in found.items():
        alike.setdefault((counted.population, counted.dated), {})[name] = counted
    above = {name: _above(name, counted, alike) for name, counted in sorted(found.items())}
    rows = [
        (inner, outer, totals_only)
        for inner, outers in above.items()
        for outer, totals_only in sorted(outers.items())
        if not any(
            outer in above[between] and (totals_only or not (first or above[between][outer]))
            for between, first in outers.items()
        )
    ]
    return pd.DataFrame(rows, columns=[*NESTED_SET_COLUMNS])


def _measured(catalogue: Iterable[Metric], scopes: Iterable[str]):
    """Metric, scope and measured set, each set by the name it goes by."""
    scopes = tuple(scopes)
    for metric in sorted(catalogue, key=lambda metric: metric.name):
        population = _populations()[metric.population]
        sets = import_module(f"metrics.counting.{metric.kind}").sets
        for scope in scopes:
            if scope in metric.scopes:
                for each in sets(metric, scope, population):
                    named = canonical(each.counted)
                    yield metric, scope, Measured(each.measure, named, each.horizon, each.category)


def canonical(counted: CountedSet) -> CountedSet:
    """The set under the name that populations agreed on for these units."""
    if counted.dated.endswith(WHOLE):
        return canonical(replace(counted, dated=counted.dated.removesuffix(WHOLE))).whole
    for one, other in _populations()[counted.population].same:
        if counted.lies_in(one):
            rest = counted.conditions - one.conditions
            conditions = other.conditions | rest
            found = CountedSet(other.population, other.dated, conditions, counted.scope)
            return found if found == counted else canonical(found)
    return counted


def _above(
    name: str, counted: CountedSet, alike: dict[tuple[str, str], dict[str, CountedSet]]
) -> dict[str, bool]:
    """The names of all other sets that hold this one, each with whether that is promised of totals alone.

    `alike` has all sets by name, and these by population and how they are dated.
    """
    reached, waiting = {counted: False}, [counted]
    while waiting:
        one = waiting.pop()
        for larger, totals_only in _declared_around(one):
            totals_only = totals_only or reached[one]
            if totals_only < reached.get(larger, 2):
                reached[larger] = totals_only
                waiting.append(larger)
    found: dict[str, bool] = {}
    for one, totals_only in reached.items():
        for other, each in alike.get((one.population, one.dated), {}).items():
            if other != name and _lies_in(one, each):
                of_totals = totals_only or (one.scope != each.scope and _varies(each))
                found[other] = found.get(other, True) and of_totals
    return found


def _lies_in(one: CountedSet, other: CountedSet) -> bool:
    across = (one.scope, other.scope) == ("trafficking", "all_crime")
    if across and one.dated == COHORT and _varies(one):
        # Who comes for the first time in one scope may have come before in the other.
        return False
    return one.lies_in(replace(other, scope="")) and (across or one.scope == other.scope)


def _declared_around(counted: CountedSet) -> list[tuple[CountedSet, bool]]:
    """The sets that populations declare this one to lie in; conditions that it meets beyond the declared ones still hold."""
    found = []
    for population in _populations().values():
        for inner, outer in population.inside:
            if counted.lies_in(inner):
                rest = counted.conditions - inner.conditions
                is_one = (inner.population, inner.dated) == (outer.population, outer.dated)
                around = canonical(replace(outer, scope=counted.scope).where(*rest))
                found.append((around, not is_one and (_varies(inner) or _varies(outer))))
    if not counted.dated.endswith(WHOLE):
        found.append((counted.whole, False))
    return found


def _varies(counted: CountedSet) -> bool:
    return _populations()[counted.population].varies


def _counts_people(metric: Metric) -> bool:
    return metric.kind != "quantity" and metric.unit_counted != "periods"


def _populations() -> dict[str, Population]:
    from metrics.catalogue import populations

    return populations()
