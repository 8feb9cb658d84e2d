"""A reader with a pencil and a linear program: what can be worked out of rows with holes in them.

Knows sets, nesting, sums of categories and of periods, and that zeros are told. Slow and plain;
shares nothing with the project.
"""

from collections import defaultdict
from itertools import combinations

import numpy as np
from scipy.optimize import linprog


class Reader:
    """Unknowns are hidden counts; everything else is a number."""

    def __init__(self, rows, hidden, set_of, inside):
        self.known, self.unknown, self.truth = {}, {}, {}
        self.equal, self.at_most = [], []
        for (_, row), gone in zip(rows.iterrows(), hidden.itertuples(index=False), strict=True):
            for measure, is_hidden in zip(("numerator", "denominator"), gone, strict=True):
                count = row[measure]
                if count != count or (row["metric_id"], measure) not in set_of:
                    continue
                key = self.key(row, set_of[row["metric_id"], measure])
                self.truth[key] = count
                if is_hidden:
                    self.unknown.setdefault(key, len(self.unknown))
                else:
                    self.known[key] = count
        for key in set(self.known) & set(self.unknown):
            del self.unknown[key]
        self.unknown = {key: place for place, key in enumerate(sorted(self.unknown))}
        self._add_sums()
        self._add_nesting(inside)

    @staticmethod
    def key(row, set_id):
        return (
            set_id, row["jurisdiction"], row["period_start"], row["period_end"],
            row["breakdown"], row["category"],
        )  # fmt: skip

    def _line(self, whole, parts):
        line, constant = np.zeros(len(self.unknown)), 0.0
        for weight, key in [(1.0, whole)] + [(-1.0, part) for part in parts]:
            if key in self.unknown:
                line[self.unknown[key]] += weight
            else:
                constant += weight * self.known[key]
        return line, -constant

    def _add_sums(self):
        categories, years = defaultdict(list), defaultdict(list)
        for key in self.truth:
            set_id, place, start, end, breakdown, category = key
            if breakdown != "total":
                categories[(set_id, place, start, end, "total", "total"), breakdown].append(key)
            for other in self.truth:
                same = (other[0], other[1], *other[4:]) == (set_id, place, breakdown, category)
                if same and other[2:4] != (start, end) and start <= other[2] and other[3] <= end:
                    years[key].append(other)
        sums = [(whole, parts) for (whole, _), parts in categories.items()] + list(years.items())
        for whole, parts in sums:
            if whole in self.truth and self.truth[whole] == sum(self.truth[p] for p in parts):
                self.equal.append(self._line(whole, parts))

    def _add_nesting(self, inside):
        for one, other in combinations(self.truth, 2):
            for inner, outer in ((one, other), (other, one)):
                if inner[1:] == outer[1:] and (inner[0], outer[0]) in inside:
                    line, limit = self._line(outer, [inner])
                    self.at_most.append((-line, -limit))

    def interval(self, terms):
        """Lowest and highest value of a weighted sum of counts, `terms` as (weight, key)."""
        line = np.zeros(len(self.unknown))
        constant = 0.0
        for weight, key in terms:
            if key in self.unknown:
                line[self.unknown[key]] += weight
            else:
                constant += weight * self.known[key]
        if not line.any():
            return constant, constant
        found = []
        for sign in (1, -1):
            answer = linprog(
                sign * line,
                A_eq=np.array([e[0] for e in self.equal]) if self.equal else None,
                b_eq=np.array([e[1] for e in self.equal]) if self.equal else None,
                A_ub=np.array([e[0] for e in self.at_most]) if self.at_most else None,
                b_ub=np.array([e[1] for e in self.at_most]) if self.at_most else None,
                bounds=(1, 10_000),
                method="highs",
            )
            assert answer.status == 0, answer.message
            found.append(sign * answer.fun + constant)
        return tuple(found)
