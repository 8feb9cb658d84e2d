"""Writes down, from published numbers alone, how they hang together and which of them are hidden."""

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from disclosure.attack import Programme, Target

# Names of the two published counts of a row.
COUNTS = ("numerator", "denominator")


CROSSED_BY = " · "


class Told(NamedTuple):
    """What a published row tells: its label, place in the group, and counts (not a number where hidden)."""

    label: object
    horizon: float
    breakdown: str
    category: str
    numerator: float
    denominator: float
    blank: str | None


class Group:
    """One linked group of published rows: metric, scope, place and period, every horizon and breakdown.

    A count is either a number or the index of an unknown of the programme.
    """

    def __init__(self, number: int, rows: list[Told], programme: Programme, shape: "Shape"):
        self.number, self.programme, self.shape = number, programme, shape
        self.labels = [row.label for row in rows]
        self.keys = [
            (-1 if pd.isna(row.horizon) else row.horizon, row.breakdown, row.category)
            for row in rows
        ]
        counted = [name for name in COUNTS if name != "denominator" or shape.has_denominator]
        # A count is a linear expression: terms over unknowns, and a constant.
        self.cells: dict[tuple, dict[str, tuple[dict[int, float], float]]] = {
            key: {name: self._cell(getattr(row, name)) for name in counted}
            for key, row in zip(self.keys, rows, strict=True)
        }
        self.tables: dict[tuple, list[dict]] = defaultdict(list)
        for (horizon, breakdown, _), cells in self.cells.items():
            self.tables[horizon, breakdown].append(cells)

    def _cell(self, value) -> tuple[dict[int, float], float]:
        return (
            ({self.programme.unknown(self.number): 1.0}, 0.0)
            if pd.isna(value)
            else ({}, float(value))
        )

    def relate(self) -> None:
        """Hand every relation that the published numbers do not refute to the programme."""
        horizons = sorted({h for h, _, _ in self.keys})
        for horizon in horizons:
            for breakdown in sorted({b for h, b in self.tables if h == horizon} - {"total"}):
                if breakdown in self.shape.nested:
                    self._relate_stages(horizon, breakdown)
                elif self.shape.is_mix:
                    self._relate_members(horizon, breakdown)
                else:
                    self._relate_sum(horizon, breakdown)
                self._relate_margins(horizon, breakdown)
        if self.shape.is_mix:
            self._relate_years_of_members()
        self._relate_horizons()
        if self.shape.part_of_whole:
            for cells in self.cells.values():
                if "denominator" in cells:
                    self._at_most([(1, cells["numerator"]), (-1, cells["denominator"])])

    def targets(self) -> list[tuple[Target, object]]:
        """Every hidden count with the label of its row: above the line, below it, and left over."""
        found = []
        entered = self._entered_is_shown()
        for label, key in zip(self.labels, self.keys, strict=True):
            cells = self.cells[key]
            for name in COUNTS:
                known = name == "denominator" and self._people(*key[1:]) in entered
                if name in cells and cells[name][0] and not known:
                    found.append((Target(self.number, *cells[name]), label))
            if self.shape.part_of_whole and "denominator" in cells:
                terms, constant = _sum([(1, cells["denominator"]), (-1, cells["numerator"])])
                if terms:
                    found.append((Target(self.number, terms, constant), label))
        return found

    def _entered_is_shown(self) -> set:
        """The people who entered are the same at every horizon and stage: shown once, it is no secret."""
        return {
            self._people(breakdown, category)
            for (_, breakdown, category), cells in self.cells.items()
            if "denominator" in cells and not cells["denominator"][0]
        }

    def _people(self, breakdown: str, category: str) -> tuple:
        """Rows of which this is the same have the same people below the line."""
        if breakdown in ("total", *self.shape.nested):
            return ("total",)
        return (breakdown,) if self.shape.is_mix else (breakdown, category)

    def _relate_sum(self, horizon: float, breakdown: str) -> None:
        total = self.cells.get((horizon, "total", "total"))
        if total:
            self._relate_parts(self.tables[horizon, breakdown], total)

    def _relate_parts(self, parts: list[dict], total: dict) -> None:
        for name in total:
            terms, constant = _sum([(1, part[name]) for part in parts] + [(-1, total[name])])
            known_total = not total[name][0]
            if not terms or (known_total and constant > 0):
                continue
            self.programme.equal.append((terms, -constant))

    def _relate_margins(self, horizon: float, breakdown: str) -> None:
        """A breakdown that crosses two adds up, over one of them, to each member of the other."""
        for place, single in enumerate(breakdown.split(CROSSED_BY)):
            if single == breakdown:
                return
            parts = defaultdict(list)
            for (h, b, category), cells in self.cells.items():
                if (h, b) == (horizon, breakdown):
                    parts[category.split(CROSSED_BY)[place]].append(cells)
            for member, cells in parts.items():
                if whole := self.cells.get((horizon, single, member)):
                    self._relate_parts(cells, whole)

    def _relate_members(self, horizon: float, breakdown: str) -> None:
        """The members of a mix add up to the one number that stands below the line of each."""
        members = self.tables[horizon, breakdown]
        if not self.shape.has_denominator:
            return
        whole = members[0]["denominator"]
        for member in members[1:]:
            self._same(member["denominator"], whole)
        self._add_up([member["numerator"] for member in members], whole)

    def _relate_years_of_members(self) -> None:
        """What a member counts over several years is the sum of its years, and so is the whole."""
        names = {b for _, b, _ in self.cells}
        for horizon, breakdown, category in list(self.cells):
            years = [
                self.cells[horizon, name, category]
                for name in sorted(names)
                if name.startswith(f"{breakdown} of ") and (horizon, name, category) in self.cells
            ]
            if years:
                together = self.cells[horizon, breakdown, category]
                for name in together:
                    self._add_up([year[name] for year in years], together[name])

    def _add_up(self, parts: list, whole: tuple) -> None:
        terms, constant = _sum([(1, part) for part in parts] + [(-1, whole)])
        if terms:
            self.programme.equal.append((terms, -constant))

    def _relate_stages(self, horizon: float, breakdown: str) -> None:
        chain = [
            self.cells[(horizon, breakdown, stage)]
            for stage in self.shape.stage_order
            if (horizon, breakdown, stage) in self.cells
        ]
        for earlier, later in pairwise(chain):
            self._at_most([(1, later["numerator"]), (-1, earlier["numerator"])])
        whole = self.cells.get((horizon, "total", "total"))
        for cells in chain:
            if whole and "denominator" in cells:
                self._same(cells["denominator"], whole["denominator"])

    def _relate_horizons(self) -> None:
        """Later horizons count at least as many of the same people, unless shown numbers refute it."""
        steps = []
        for breakdown, category in sorted({key[1:] for key in self.keys}):
            own = sorted(k for k in self.keys if k[1:] == (breakdown, category))
            steps += [(self.cells[a], self.cells[b]) for a, b in pairwise(own)]
        for short, long in steps:
            grown = _sum([(1, short["numerator"]), (-1, long["numerator"])])
            if not grown[0] and grown[1] > 0:
                return
            if "denominator" in short:
                entered = _sum([(1, short["denominator"]), (-1, long["denominator"])])
                if not entered[0] and entered[1] != 0:
                    return
        for short, long in steps:
            self._at_most([(1, short["numerator"]), (-1, long["numerator"])])
            if "denominator" in short:
                self._same(short["denominator"], long["denominator"])

    def _at_most(self, parts: list) -> None:
        terms, constant = _sum(parts)
        if terms:
            self.programme.at_most.append((terms, -constant))

    def _same(self, left: tuple, right: tuple) -> None:
        terms, constant = _sum([(1, left), (-1, right)])
        if terms:
            self.programme.equal.append((terms, -constant))


class Shape:
    """What readers know about a metric from its definition and its other rows."""

    def __init__(
        self, rows: pd.DataFrame, kind: str | None, part_kinds, nested, is_mix: bool = False
    ):
        self.is_mix = is_mix
        shown = rows.dropna(subset=list(COUNTS))
        fits = bool((shown["numerator"] <= shown["denominator"]).all())
        self.part_of_whole = kind in part_kinds if kind else fits
        self.has_denominator = bool(rows["denominator"].notna().any())
        self.nested = set(nested)
        stages = shown[shown["breakdown"].isin(nested)]
        reached = (stages["numerator"] / stages["denominator"]).groupby(stages["category"]).median()
        self.stage_order = list(reached.sort_values(ascending=False).index)


def _sum(parts: list) -> tuple[dict[int, float], float]:
    """The weighted sum of linear expressions."""
    terms: dict[int, float] = {}
    constant = 0.0
    for weight, (own, value) in parts:
        constant += weight * value
        for unknown, factor in own.items():
            terms[unknown] = terms.get(unknown, 0.0) + weight * factor
    return {unknown: factor for unknown, factor in terms.items() if factor}, constant
