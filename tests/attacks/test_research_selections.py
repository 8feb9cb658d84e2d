"""Attack 7: whatever SQL selects of a research table, and whatever tells two selections apart, is a multiple of five."""

import numpy as np
import pytest

from tests.attacks.research import KEYS, OUTCOMES, open_tables, told_tables

PAIRS, TOGETHER, SHAPES = 10_000, 50, 200
SEEDS = (1, 2, 3)


def predicate(draw, codes: dict, depth: int = 3) -> str:
    """A random condition: AND, OR, NOT, IN, order, LIKE, equality of two columns, CASE."""
    kind = draw.integers(0, 9 if depth else 6)
    if kind >= 6:
        one, other = (predicate(draw, codes, depth - 1) for _ in range(2))
        return (f"NOT ({one})", f"({one}) AND ({other})", f"({one}) OR ({other})")[kind - 6]
    name = draw.choice(list(codes))
    chosen = draw.choice(codes[name], draw.integers(1, len(codes[name]) + 1), replace=False)
    several = ", ".join(f"'{code}'" for code in chosen)
    other = draw.choice(list(codes))
    return (
        f"{name} = '{chosen[0]}'",
        f"{name} IN ({several})",
        f"{name} >= '{chosen[0]}'",
        f"{name} LIKE '%{chosen[0][-2:]}%'",
        f"length({name}) > length({other})",
        f"CASE WHEN {name} = '{chosen[0]}' THEN {other} ELSE {name} END < '{chosen[-1]}'",
    )[kind]


def differences(con, table: str, codes: dict, pairs: int, seed: int) -> np.ndarray:
    """Counts of random selections, and of what is in one of two and not in the other."""
    draw, found = np.random.default_rng(seed), []
    for _ in range(max(1, pairs // TOGETHER)):
        asked = []
        for _ in range(TOGETHER):
            one, other = predicate(draw, codes), predicate(draw, codes)
            asked += [one, f"({one}) AND NOT ({other})", f"({one}) <> ({other})"]
        counts = ", ".join(f"count(*) FILTER (WHERE {each})" for each in asked)
        found += con.execute(f"SELECT {counts} FROM {table}").fetchone()
    return np.array(found)


def shapes(con, table: str, codes: dict, seed: int) -> np.ndarray:
    """Counts by grouping, windows, joins, self-joins and sets of rows, over random selections."""
    draw, found = np.random.default_rng(seed), []
    names = list(codes)
    for _ in range(SHAPES):
        one, other = predicate(draw, codes, 2), predicate(draw, codes, 2)
        a, b = draw.choice(names, 2, replace=False)
        which = draw.integers(0, 6)
        sql = (
            f"SELECT count(*) FROM {table} WHERE {one} GROUP BY {a}, {b} HAVING count(*) > 0",
            f"SELECT count(*) FROM (SELECT *, count(*) OVER (PARTITION BY {a}) AS n FROM {table} WHERE {one}) WHERE n > 20 AND ({other})",
            f"SELECT count(*) FROM {table} WHERE ({a}, {b}) IN (SELECT ({a}, {b}) FROM {table} WHERE {one})",
            f"SELECT count(*) FROM {table} AS l WHERE EXISTS (SELECT 1 FROM {table} AS r WHERE r.{a} = l.{a} AND r.{b} <> l.{b})",
            f"SELECT count(*) FROM (SELECT * FROM {table} WHERE {one} EXCEPT ALL SELECT * FROM {table} WHERE {other})",
            f"SELECT sum(l.n * r.n) FROM (SELECT {a}, count(*) AS n FROM {table} WHERE {one} GROUP BY {a}) AS l JOIN (SELECT {a}, count(*) AS n FROM {table} WHERE {other} GROUP BY {a}) AS r USING ({a})",
        )[which]
        found += [count for (count,) in con.execute(sql).fetchall() if count is not None]
    return np.array(found, dtype=np.int64)


def codes_of(rows, outcome: str) -> dict:
    return {name: sorted(set(rows[name])) for name in [*KEYS, outcome]}


@pytest.fixture(params=["default", "strict"])
def tables(request, attacked):
    path = attacked.database if request.param == "default" else attacked.folder / "strict.duckdb"
    with open_tables(path) as con:
        yield con, told_tables(con), request.param


def test_no_selection_tells_a_person_apart(tables):
    con, found, profile = tables
    for seed, (name, rows) in enumerate(sorted(found.items())):
        codes = codes_of(rows, OUTCOMES[name])
        counts = differences(con, name, codes, PAIRS // (3 * 2 * len(found)), seed)
        counts = np.concatenate([counts, shapes(con, name, codes, seed)])
        assert (counts % 5 == 0).all(), name
        assert (counts > 0).sum() > 100
        if profile == "strict":
            assert not ((counts > 0) & (counts < 10)).any(), name


def test_selections_tell_persons_apart_in_exact_rows(attacked):
    import duckdb
    import pandas as pd

    table = "research_defendants"
    people = pd.read_pickle(attacked.folder / f"people-{table}.pkl")
    con = duckdb.connect()
    con.register(table, people[[*KEYS, OUTCOMES[table]]].astype(object))
    codes = codes_of(people.astype(str), OUTCOMES[table])
    counts = differences(con, table, codes, 300, 1)
    assert (counts % 5 != 0).any() and ((counts > 0) & (counts < 10)).any()
