"""A reader of results and strata, with linear programs of their own, finds nobody and learns nothing of what is hidden."""

from itertools import combinations, product

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import linprog

from metrics.comparing.strata_table import published_strata
from tests.metrics.comparing_frames import BLOCK, metric, results, row

FORMS = ("forced_labour", "sexual_exploitation", "forced_begging", "organ_removal")
AGES = ("adult", "child", "unknown")
SEXES = ("female", "male", "other", "unknown")
HORIZONS = (365, 730, 1095)
MINIMUM = 10
COLUMNS = {"exploitation_form": FORMS, "age_group": AGES, "sex": SEXES}
SHAPE = (*(len(members) for members in COLUMNS.values()), len(HORIZONS) + 1)
"""The last axis is when somebody came to count: by the first, second or third horizon, or never."""
CATALOGUE = {
    "m": metric(
        "time_to_event",
        counting={"estimate": "cumulative_incidence"},
        case_mix=("exploitation_form", "age_group"),
    )
}


def people(draw) -> np.ndarray:
    """How many there are of each form, age, sex and time."""
    weights = [draw.dirichlet(np.full(size, 1.2)) for size in SHAPE]
    everybody = np.einsum("f,a,s,t->fats", *weights[:2], weights[2], weights[3])
    everybody = np.moveaxis(everybody, 3, 2) * draw.uniform(0.3, 1.7, SHAPE)
    return draw.poisson(draw.choice([600, 2000, 5000]) * everybody)


def told(counts: np.ndarray) -> list[tuple[int, int]]:
    """Part and whole at each horizon, from people by time."""
    return [(counts[: number + 1].sum(), counts.sum()) for number in range(len(HORIZONS))]


def is_small(times: np.ndarray) -> bool:
    return bool(((times > 0) & (times < MINIMUM)).any())


def hidden_members(counts: np.ndarray, names: tuple[str, ...], draw) -> dict[str, tuple[int, ...]]:
    """Member -> horizons at which it is hidden: those with small numbers, as many as make none small together, and some more."""
    order = sorted(range(len(names)), key=lambda k: (not is_small(counts[k]), counts[k].sum()))
    few = sum(is_small(times) for times in counts)
    hidden = order[:few]
    while (
        hidden
        and len(hidden) < len(order)
        and (len(hidden) < 2 or is_small(counts[hidden].sum(axis=0)))
    ):
        hidden = order[: len(hidden) + 1]
    found = {names[k]: HORIZONS for k in hidden}
    if draw.random() < 0.3:
        # Two large ones are hidden at one horizon only, as another table may ask for.
        for k in draw.choice(len(names), 2, replace=False):
            found.setdefault(names[k], (HORIZONS[draw.integers(3)],))
    return found


def published(everybody: np.ndarray, draw) -> pd.DataFrame:
    rows = []
    tables = {"total": {"total": everybody.sum(axis=(0, 1, 2))}}
    for axis, (name, members) in enumerate(COLUMNS.items()):
        by_member = everybody.sum(axis=tuple({0, 1, 2} - {axis}))
        tables[name] = dict(zip(members, by_member, strict=True))
    for breakdown, counts in tables.items():
        names = tuple(counts)
        hidden = {} if breakdown == "total" else hidden_members(np.array([*counts.values()]), names, draw)  # fmt: skip
        for category, times in counts.items():
            for horizon, (part, whole) in zip(HORIZONS, told(times), strict=True):
                facts = {"horizon_days": horizon, "maturity": "mature", "period_kind": "cohort"}
                facts |= {"breakdown": breakdown, "category": category}
                if horizon in hidden.get(category, ()):
                    facts |= {"blank": "suppressed", "status": "suppressed"}
                rows.append(row("XAA", part, whole, **facts))
    return results(*rows)


def undisclosed(everybody: np.ndarray) -> pd.DataFrame:
    rows = []
    for form, age in product(range(len(FORMS)), range(len(AGES))):
        stratum = f"{FORMS[form]} · {AGES[age]}"
        cells = everybody[form, age]
        groups = {("total", "total", stratum): cells.sum(axis=0)}
        groups |= {("sex", sex, stratum): times for sex, times in zip(SEXES, cells, strict=True)}
        # What is compared is not held fixed as well.
        for (breakdown, category, name), times in groups.items():
            for horizon, (part, whole) in zip(HORIZONS, told(times), strict=True):
                rows.append((horizon, breakdown, category, name, part, whole))
    columns = ["horizon_days", "breakdown", "category", "stratum", "part", "whole"]
    frame = pd.DataFrame(rows, columns=columns).query("whole > 0")
    return frame.assign(metric_id="m", scope="trafficking", jurisdiction="XAA", **BLOCK)


class Reader:
    """Who knows equations about people by form, age, sex and time, and that nobody is less than nobody."""

    def __init__(self):
        self.rows: list[np.ndarray] = []
        self.sums: list[float] = []

    def learn(self, people_meant: np.ndarray, number: int, part: float, whole: float) -> None:
        by_then = people_meant.copy()
        by_then[..., number + 1 :] = False
        for meant, count in ((by_then, part), (people_meant, whole)):
            self.rows.append(meant.ravel().astype(float))
            self.sums.append(float(count))

    def interval(self, meant: np.ndarray) -> tuple[float, float]:
        cost = meant.ravel().astype(float)
        facts = {"A_eq": np.array(self.rows), "b_eq": np.array(self.sums), "method": "highs"}
        low, high = (linprog(sign * cost, **facts) for sign in (1, -1))
        assert low.status == 0 and high.status == 0
        return low.fun, -high.fun


def meant_by(breakdown: str, category: str) -> np.ndarray:
    meant = np.ones(SHAPE, bool)
    if breakdown != "total":
        axis = list(COLUMNS).index(breakdown)
        mine = np.array([name == category for name in COLUMNS[breakdown]])
        meant &= np.expand_dims(mine, [k for k in range(4) if k != axis])
    return meant


def meant_by_strata(table: pd.DataFrame) -> list[np.ndarray]:
    """The people of each row: rest is whatever is not named beside it."""
    total = table[table["breakdown"] == "total"]["stratum"].unique()
    pieces = _pieces(total)
    found = []
    for each in table.itertuples():
        if each.breakdown in ("exploitation_form", "age_group"):
            # The member itself and what else is held fixed are a piece of the total.
            names = [each.category, each.stratum]
            name = " · ".join(names if each.breakdown == "exploitation_form" else names[::-1])
            meant = pieces[name]
        elif each.stratum in pieces:
            meant = pieces[each.stratum]
        else:
            beside = table[(table["breakdown"] == each.breakdown)]["stratum"].unique()
            meant = ~np.any([pieces[name] for name in beside if name in pieces], axis=0)
        if each.breakdown == "sex":
            meant = meant & meant_by("sex", each.category)
        found.append(meant)
    return found


def _pieces(names) -> dict[str, np.ndarray]:
    labels = [name.split(" · ") for name in names]
    found = {}
    for name, label in zip(names, labels, strict=True):
        meant = np.ones(SHAPE, bool)
        for column, (member, breakdown) in enumerate(
            zip(label, ("exploitation_form", "age_group"), strict=True)
        ):
            named = {other[column] for other in labels} - {"rest"}
            if member == "rest":
                for other in named:
                    meant &= ~meant_by(breakdown, other)
            else:
                meant &= meant_by(breakdown, member)
        found[name] = meant
    return found


def readers(shown: pd.DataFrame, table: pd.DataFrame) -> tuple[Reader, Reader]:
    """One who has the results alone, and one who has the strata as well."""
    without, both = Reader(), Reader()
    for each in shown[shown["numerator"].notna()].itertuples():
        meant, number = meant_by(each.breakdown, each.category), HORIZONS.index(each.horizon_days)
        for reader in (without, both):
            reader.learn(meant, number, each.numerator, each.denominator)
    for each, meant in zip(table.itertuples(), meant_by_strata(table), strict=True):
        both.learn(meant, HORIZONS.index(each.horizon_days), each.part, each.whole)
    return without, both


def sets_of_people(everybody: np.ndarray, table: pd.DataFrame, draw, number: int):
    """Some of the sets one could ask about: groups, within strata, by time."""
    groups = [g for size in (1, 2) for g in combinations(SEXES, size)] + [SEXES]
    strata = [*meant_by_strata(table), np.ones(SHAPE, bool)]
    strata += [meant_by("exploitation_form", f) & meant_by("age_group", a) for f in FORMS for a in AGES]  # fmt: skip
    times = [(k,) for k in range(4)] + [(0, 1), (0, 1, 2), (2, 3), (1, 2, 3), (0, 1, 2, 3)]
    for _ in range(number):
        group = np.any([meant_by("sex", s) for s in groups[draw.integers(len(groups))]], axis=0)
        meant = group & strata[draw.integers(len(strata))]
        kept = np.isin(np.arange(4), times[draw.integers(len(times))])
        yield meant & kept


CASES = range(40)


@pytest.fixture(scope="module")
def cases() -> list:
    found = []
    for seed in CASES:
        draw = np.random.default_rng(seed)
        everybody = people(draw)
        shown = published(everybody, draw)
        table = published_strata(shown, undisclosed(everybody), CATALOGUE, MINIMUM)
        found.append((draw, everybody, shown, table))
    return found


def test_strata_are_told_often_enough_to_try(cases):
    tables = [table for *_, table in cases if len(table)]
    assert len(tables) > len(CASES) / 4
    assert sum((table["breakdown"] == "sex").any() for table in tables) > 5
    some = pd.concat(tables)
    assert some["stratum"].str.contains("rest").any()
    horizons = [t[t["breakdown"] == "sex"]["horizon_days"].nunique() for t in tables]
    assert 1 in horizons and 3 in horizons


def test_every_number_told_is_true(cases):
    for _, everybody, _, table in cases:
        for each, meant in zip(table.itertuples(), meant_by_strata(table), strict=True):
            counts = np.where(meant, everybody, 0).sum(axis=(0, 1, 2))
            assert (each.part, each.whole) == told(counts)[HORIZONS.index(each.horizon_days)]


def test_nothing_hidden_in_the_results_is_narrowed(cases):
    asked = 0
    for draw, _, shown, table in cases:
        hidden = shown[shown["numerator"].isna()]
        if table.empty or hidden.empty:
            continue
        without, both = readers(shown, table)
        for at in draw.choice(len(hidden), min(4, len(hidden)), replace=False):
            each = hidden.iloc[at]
            meant = meant_by(each["breakdown"], each["category"])
            meant[..., HORIZONS.index(each["horizon_days"]) + 1 :] = False
            assert both.interval(meant) == pytest.approx(without.interval(meant), abs=1e-5)
            asked += 1
    assert asked > 50


@pytest.mark.long
def test_nobody_is_found_in_small_numbers(cases):
    exact = 0
    for draw, everybody, shown, table in cases:
        if table.empty:
            continue
        without, both = readers(shown, table)
        for meant in sets_of_people(everybody, table, draw, 16):
            low, high = both.interval(meant)
            exact += high - low < 0.5
            if high - low < 0.5 and 0.5 < high < MINIMUM - 0.5:
                assert without.interval(meant) == pytest.approx((low, high), abs=1e-5)
    assert exact > 50


def test_the_reader_finds_people_in_strata_that_are_put_together_for_each_group_alone():
    everybody = np.zeros(SHAPE, int)
    everybody[:2, 0, :2] = 60
    everybody[0, 0, 0, 0] = 4
    draw = np.random.default_rng(0)
    shown = published(everybody, draw)
    table = undisclosed(everybody).query("breakdown == 'sex'")
    table = table[table["category"].eq("male") & table["stratum"].str.startswith("forced_labour")]
    reader = Reader()
    total = meant_by("exploitation_form", "forced_labour") & meant_by("age_group", "adult")
    for meant in (total, total & meant_by("sex", "male")):
        for number, (part, whole) in enumerate(
            told(np.where(meant, everybody, 0).sum(axis=(0, 1, 2)))
        ):
            reader.learn(meant, number, part, whole)
    asked = total & ~meant_by("sex", "male")
    asked[..., 1:] = False
    assert reader.interval(asked) == pytest.approx((4, 4)) and len(table) and len(shown)
