"""Attacks 8 and 9: averaging around single persons, and linking everything that is known of them to the research tables."""

from collections.abc import Callable
from functools import cache

import numpy as np
import pandas as pd
import pytest

from tests.attacks.research import KEYS, NOT_TOLD, OUTCOMES, open_tables, told_tables

SUPERSETS, TARGETS = 150, 25
NOISE = 5


@pytest.fixture(scope="module")
def told(attacked):
    with open_tables(attacked.database) as con:
        return told_tables(con)


def people_of(attacked, table: str) -> pd.DataFrame:
    """Everybody behind a research table: what others know of them, the year, and what became of them."""
    found = pd.read_pickle(attacked.folder / f"people-{table}.pkl")
    return found[[*KEYS, "year", OUTCOMES[table]]].astype(str)


def fits(rows: pd.DataFrame) -> Callable[[pd.Series], np.ndarray]:
    """Which rows a person could stand in, as far as the codes tell."""
    columns = {name: rows[name].to_numpy(object) for name in KEYS}

    @cache
    def with_code(name: str, code: str) -> np.ndarray:
        return np.isin(columns[name], [code, NOT_TOLD, *coarser(name)])

    return lambda person: np.logical_and.reduce([with_code(name, person[name]) for name in KEYS])


def coarser(name: str) -> tuple[str, ...]:
    return {
        "citizenship_group": ("not_own",),
        "exploitation_form": ("other_form",),
        "jurisdiction": ("other_places",),
    }.get(name, ())


def targets(people: pd.DataFrame, outcome: str, code: str, draw) -> pd.DataFrame:
    """Persons whom their year and place and attributes single out: for each with the outcome one without, alike in all that the table tells.

    Both live in one group, so that what is learnt of the group tells nothing about either.
    """
    alone = people[~people.duplicated([*KEYS, "year"], keep=False)]
    chosen = []
    for _, group in alone.groupby(KEYS, sort=True):
        sides = [group[group[outcome].eq(code)], group[group[outcome].ne(code)]]
        for one, other in zip(*(side.index for side in sides), strict=False):
            chosen += [one, other]
    pairs = np.array(chosen).reshape(-1, 2)
    pairs = pairs[draw.permutation(len(pairs))[: (TARGETS + 1) // 2]]
    return people.loc[pairs.ravel()]


def numbered(rows: pd.DataFrame) -> dict[str, tuple[np.ndarray, int]]:
    """Column -> the code of each row as a number, and how many codes there are."""
    found = {name: pd.factorize(rows[name], use_na_sentinel=False) for name in KEYS}
    return {name: (numbers, len(codes)) for name, (numbers, codes) in found.items()}


def random_group(columns: dict[str, tuple[np.ndarray, int]], draw) -> np.ndarray:
    """A selection by two columns, as somebody would ask for it."""
    found = False
    for name in draw.choice(KEYS, 2, replace=False):
        numbers, size = columns[name]
        is_chosen = np.zeros(size, dtype=bool)
        is_chosen[draw.choice(size, draw.integers(1, size + 1))] = True
        found = found | is_chosen[numbers]
    return found


def noisy(count: int, draw) -> float:
    """A count as a live service with rounding at random to base five would tell it."""
    low = count - count % NOISE
    return low + NOISE * (draw.random() < (count - low) / NOISE)


def guesses(rows, outcome, code, chosen, is_in, draw, answer) -> np.ndarray:
    """Mean difference between supersets with and without each target, among those with the outcome."""
    has = rows[outcome].eq(code).to_numpy()
    columns = numbered(rows)
    found = []
    for _, person in chosen.iterrows():
        own = is_in(person)
        steps = []
        for _ in range(SUPERSETS):
            group = random_group(columns, draw)
            steps.append(answer(((group | own) & has).sum()) - answer((group & ~own & has).sum()))
        found.append(np.mean(steps))
    return np.array(found)


def balanced_accuracy(scores: np.ndarray, has: np.ndarray) -> float:
    """Of the best threshold between two halves of the scores."""
    best = 0.5
    for limit in np.unique(scores):
        right = (scores >= limit) == has
        best = max(best, (right[has].mean() + right[~has].mean()) / 2)
    return best


def commonest(people: pd.DataFrame, outcome: str) -> str:
    """The outcome nearest to half of everybody: the fairest to guess."""
    shares = people[outcome].value_counts(normalize=True)
    return (shares - 0.5).abs().idxmin()


def test_averaging_around_a_person_tells_nothing(attacked, told):
    tried = 0
    for table, rows in told.items():
        people, draw = people_of(attacked, table), np.random.default_rng(8)
        outcome = OUTCOMES[table]
        code = commonest(people, outcome)
        chosen = targets(people, outcome, code, draw)
        if len(chosen) < 10:
            continue
        tried += 1
        has = chosen[outcome].eq(code).to_numpy()
        scores = guesses(rows, outcome, code, chosen, fits(rows), draw, answer=float)
        # The supersets differ from target to target; what is left of that is no knowledge.
        steps = np.round(scores / NOISE)
        assert balanced_accuracy(steps, has) <= 0.6, table
    if not tried:
        pytest.skip("nobody stands alone in a research table of this release")


def test_averaging_bites_where_noise_is_added_to_every_answer(attacked):
    table = "research_defendants"
    people, draw = people_of(attacked, table), np.random.default_rng(8)
    outcome = OUTCOMES[table]
    code = commonest(people, outcome)
    chosen = targets(people, outcome, code, draw)
    if len(chosen) < 10:
        pytest.skip("too few persons stand alone")

    def exactly(person):
        return (people[[*KEYS, "year"]] == person[[*KEYS, "year"]]).all(axis=1).to_numpy()

    scores = guesses(people, outcome, code, chosen, exactly, draw, lambda count: noisy(count, draw))
    assert balanced_accuracy(scores, chosen[outcome].eq(code).to_numpy()) > 0.9


def test_no_class_gives_an_outcome_away(attacked, told):
    for table, rows in told.items():
        counts = rows.groupby(KEYS)[OUTCOMES[table]].value_counts().unstack(fill_value=0)
        sizes = counts.sum(axis=1)
        assert (sizes >= 10).all(), table
        largest = counts.drop(columns="unknown", errors="ignore").max(axis=1) / sizes
        attributes = counts.index.to_frame()[list(KEYS[2:])]
        # What befell nearly everybody of a place and time is a finding about the authority.
        is_whole_place = attributes.eq(NOT_TOLD).all(axis=1)
        # Rounding moves each count by four: judged by what the class can be at best.
        slack = 4 * counts.gt(0).sum(axis=1) / sizes
        assert (largest[~is_whole_place] - slack[~is_whole_place] <= 0.9).all(), table
        assert (sizes[is_whole_place & (largest > 0.9 + slack)] >= 25).all(), table


def test_linking_the_source_finds_no_outcome(attacked, told):
    """Whoever knows everything of a person but the outcome is right about it in nine of ten at most."""
    for table, rows in told.items():
        people, outcome = people_of(attacked, table), OUTCOMES[table]
        shares = _shares(rows, outcome)
        persons = people.groupby([*KEYS, outcome]).size().rename("n").reset_index()
        right, whole = 0.0, 0
        is_in, numbers = fits(shares), shares["n"].to_numpy()
        codes, names = pd.factorize(shares[outcome])
        says_own = {name: shares[name].ne(NOT_TOLD).to_numpy() for name in KEYS[2:]}
        # Who is alike in all that others know is looked for once.
        for _, alike in persons.groupby(KEYS):
            mine = is_in(alike.iloc[0])
            if not any(said[mine].any() for said in says_own.values()):
                continue
            counts = np.bincount(codes[mine], numbers[mine], len(names))
            chances = dict(zip(names, counts / counts.sum(), strict=True))
            each = zip(alike[outcome], alike["n"], strict=True)
            right += sum(chances.get(code, 0.0) * number for code, number in each)
            whole += alike["n"].sum()
        assert not whole or right / whole <= 0.9, table


def _shares(rows: pd.DataFrame, outcome: str) -> pd.DataFrame:
    return rows.groupby([*KEYS, outcome]).size().rename("n").reset_index()


def test_nobody_who_stands_alone_comes_out_as_they_are(attacked, told):
    """Whom all attributes single out is in no class that says all of them."""
    for table, rows in told.items():
        people = people_of(attacked, table)
        sizes = people.groupby(KEYS).size().rename("people")
        few = sizes[sizes < 11].reset_index()
        shown = rows[KEYS].drop_duplicates()
        assert len(few), table
        assert not len(few.merge(shown, on=KEYS)), table
        outcome = OUTCOMES[table]
        counts = rows.groupby([*KEYS, outcome]).size()
        assert (counts % NOISE == 0).all()


def test_exact_rows_give_persons_away(attacked):
    table = "research_defendants"
    people = people_of(attacked, table)
    sizes = people.groupby(KEYS).size()
    assert (sizes == 1).any()
    counts = people.groupby(KEYS)[OUTCOMES[table]].value_counts().unstack(fill_value=0)
    assert (counts.max(axis=1) / counts.sum(axis=1) > 0.9).any()
