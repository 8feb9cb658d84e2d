"""Attacking one component of 10,000 linked counts, the largest that a release may have."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pandas as pd

from benchmarks.measure import Measurement, seconds_of
from disclosure.attacking.audit import audit

MEMBERS = 58
"""Categories of each of three breakdowns, which are crossed two by two."""
PEOPLE = 150_000
SMALL = 10
MOST_SECONDS = 10.0


def measure() -> Iterator[Measurement]:
    published = crossed_release(np.random.default_rng(1))
    found = []
    seconds = seconds_of(lambda: found.append(audit(published)))
    cells = len(published["results"])
    hidden = int(published["results"]["numerator"].isna().sum())
    title = f"attacking {cells:,} linked counts, {hidden:,} of them hidden"
    yield Measurement(title, seconds, most=MOST_SECONDS)


def crossed_release(draw: np.random.Generator) -> dict[str, pd.DataFrame]:
    """Three crossed tables of the same people, small counts hidden and one more beside a lonely one."""
    popular = 1 / np.arange(1, MEMBERS + 1) ** 0.7
    people = {
        name: draw.choice(MEMBERS, PEOPLE, p=popular / popular.sum()) for name in ("a", "b", "c")
    }
    rows = [("total", "total", PEOPLE, False)]
    for name, members in people.items():
        for member, count in enumerate(np.bincount(members, minlength=MEMBERS)):
            rows.append((name, f"{name}{member}", count, 0 < count < SMALL))
    for one, other in combinations(people, 2):
        counts = np.zeros((MEMBERS, MEMBERS), dtype=int)
        np.add.at(counts, (people[one], people[other]), 1)
        hidden = _hidden(counts)
        rows += [
            (f"{one} · {other}", f"{one}{i} · {other}{j}", count, hidden[i, j])
            for (i, j), count in np.ndenumerate(counts)
        ]
    return _tables(pd.DataFrame(rows, columns=["breakdown", "category", "numerator", "is_hidden"]))


def _hidden(counts: np.ndarray) -> np.ndarray:
    hidden = (counts > 0) & (counts < SMALL)
    for table, mask in ((counts, hidden), (counts.T, hidden.T)):
        for line in np.flatnonzero(mask.sum(axis=1) == 1):
            candidates = np.where(mask[line] | (table[line] == 0), np.iinfo(int).max, table[line])
            mask[line, candidates.argmin()] = True
    return hidden


def _tables(told: pd.DataFrame) -> dict[str, pd.DataFrame]:
    hidden = told.pop("is_hidden").to_numpy(bool)
    results = told.assign(
        metric_id="identified",
        scope="trafficking",
        source="case",
        jurisdiction="XAA",
        period_kind="period",
        period_start=pd.Timestamp(2020, 1, 1),
        period_end=pd.Timestamp(2020, 12, 31),
        horizon_days=None,
        unit_counted="victims",
        currency=None,
        denominator=None,
        blank=np.where(hidden, "suppressed", None),
        status=np.where(hidden, "suppressed", "reportable"),
        **dict.fromkeys(("value", "lower", "upper", "bound_lower", "bound_upper", "missing_share")),
    )
    results["numerator"] = results["numerator"].astype(float).mask(hidden)
    sets = {
        "metric_id": ["identified"],
        "scope": ["trafficking"],
        "horizon_days": [None],
        "category": [None],
        "measure": ["numerator"],
        "set_id": ["victims"],
        "counts_people": [True],
    }
    definitions = {"metric_id": ["identified"], "kind": ["count"], "population": ["victims"]}
    return {
        "results": results,
        "counted_sets": pd.DataFrame(sets),
        "nested_sets": pd.DataFrame({"inner": [], "outer": []}, dtype=object),
        "definitions": pd.DataFrame(definitions),
    }
