"""Random people through the whole disclosure step: nobody is told, nothing hidden is recoverable, little is hidden without need."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.planning.blanks import Blank
from disclosure.step import disclose
from metrics.catalogue import metrics
from release.meanings import policy_lines
from tests.attacks.control import LEAST
from tests.attacks.crowd import AWARDED, CLAIMED, counted, crowd, declared
from tests.attacks.hidden import Attack, attack_on
from tests.attacks.narrowing import Programmes, along_lines, known

CATALOGUE = {name: metrics()[name] for name in (CLAIMED, AWARDED)}
FACTOR = 3
"""Counts hidden for each that is small by itself, on average over all crowds, at most."""
NEEDLESS = 0.1
"""Of all hidden counts, those that could be told without telling of anybody, at most."""

crowds = st.tuples(st.integers(0, 10**6), st.integers(15, 2000), st.sampled_from([0.3, 1.0, 5.0]))


def attacked(seed: int, people: int, skew: float) -> tuple[Attack, pd.DataFrame]:
    results = counted(crowd(seed, people, skew))
    sets, nested = declared()
    told = disclose(results, CATALOGUE, sets, nested).results
    tables = {
        "results": told,
        "counted_sets": sets,
        "nested_sets": nested,
        "definitions": pd.DataFrame(
            {"metric_id": list(CATALOGUE), "kind": [each.kind for each in CATALOGUE.values()]}
        ),
        "policy": policy_lines(),
    }
    return attack_on(tables, results.loc[told.index]), told


@pytest.mark.long
@settings(deadline=None, max_examples=10, derandomize=True)
@given(crowds)
def test_nobody_is_told_and_nothing_hidden_is_recovered(drawn):
    attack, told = attacked(*drawn)
    book, truth = attack.book, attack.truth
    shown = ~np.isnan(book.told)
    assert not (shown & (book.told > 0) & (book.told < LEAST)).any()
    assert np.array_equal(book.told[shown], truth[shown])
    left = [book.told[outer] - book.told[inner] for inner, outer in book.rests]
    assert not any(0 < each < LEAST for each in left)
    assert not len(attack.programmes.too_narrow(np.flatnonzero(attack.is_small), *attack.wanted))
    hidden = told["blank"].eq("suppressed")
    assert told.loc[hidden, ["value", "lower", "upper", "missing_share"]].isna().all(axis=None)


def alike(attack: Attack, told: pd.DataFrame) -> set[int]:
    """Counts above the line of small groups in which nearly everybody shares the outcome: hidden for that alone."""
    found = set()
    groups = attack.book.of_row[told["breakdown"].ne("total").to_numpy()]
    for inner, outer in groups.itertuples(index=False):
        above, below = attack.truth[inner], attack.truth[outer]
        if 0 < below < 30 and max(above, below - above) >= 0.9 * below - 1e-9:
            found.add(inner)
    return found


def needless(attack: Attack, needed: set[int]) -> list[int]:
    """Large hidden counts that could be told alone, and every small one would still have its room."""
    small = np.flatnonzero(attack.is_small)
    lower, upper = known(attack.book, attack.truth)
    rest_of = {}
    for inner, outer in attack.book.inside:
        rest_of.setdefault(inner, []).append(outer)
        rest_of.setdefault(outer, []).append(inner)
    found = []
    for cell in set(np.flatnonzero(attack.is_hidden & (attack.truth >= LEAST))) - needed:
        told = ~np.isnan(attack.book.told)
        told[cell] = True
        near = [other for other in rest_of.get(cell, []) if told[other]]
        if any(0 < abs(attack.truth[cell] - attack.truth[other]) < LEAST for other in near):
            continue
        now = [
            np.where(np.arange(len(lower)) == cell, attack.truth, each) for each in (lower, upper)
        ]
        bounds = along_lines(attack.lines, *now)
        if any(
            0 < attack.truth[outer] - attack.truth[inner] < LEAST
            and bounds[1][outer] - bounds[0][inner] < LEAST
            for inner, outer in attack.book.inside
        ):
            continue
        programmes = Programmes(attack.lines, *bounds)
        if not len(programmes.too_narrow(small, *attack.wanted)):
            found.append(cell)
    return found


@pytest.mark.long
def test_little_is_hidden_without_need(monkeypatch):
    # Tables with many blanks would be told coarser; here the blanks are what is looked at.
    monkeypatch.setattr("disclosure.step.too_blank", lambda *_: Blank({}, {}))
    hidden, small, without_need = 0, 0, 0
    for seed in range(12):
        attack, told = attacked(seed, (150, 300, 500, 900)[seed % 4], 1.0)
        hidden += int(attack.is_hidden.sum())
        few_left = [
            attack.truth[outer] - attack.truth[inner] for inner, outer in attack.book.inside
        ]
        small += int(attack.is_small.sum()) + sum(0 < each < LEAST for each in few_left)
        needed = alike(attack, told)
        small += sum(attack.is_hidden[cell] and not attack.is_small[cell] for cell in needed)
        without_need += len(needless(attack, needed))
    assert small > 3, (hidden, small, without_need)
    assert hidden <= FACTOR * small, (hidden, small)
    assert without_need <= NEEDLESS * hidden, (without_need, hidden)
