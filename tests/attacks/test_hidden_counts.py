"""Attacks 1 to 4: what a stranger can work out of hidden counts, from the released tables alone."""

from functools import cache

import numpy as np
import pytest

from tests.attacks.control import LEAST, small_counts_hidden
from tests.attacks.hidden import Attack, attack_on
from tests.attacks.narrowing import CLOSE, Model

SMALLEST_ROOM = 3
SMALL_SET = 40
"""As many open counts as are enumerated in whole numbers."""


@pytest.fixture(scope="module")
def attack(attacked):
    return attack_on(attacked.tables, attacked.true)


@pytest.fixture(scope="module")
def control(attacked):
    told = small_counts_hidden(attacked.tables["results"], attacked.true)
    return attack_on(attacked.tables | {"results": told}, attacked.true)


def test_truth_agrees_with_every_line_that_a_reader_draws(attack):
    truth, lines = attack.truth, attack.lines
    sums = np.bincount(lines.line, lines.factor * truth[lines.cell], len(lines.least))
    known_lines = ~np.isnan(sums)
    assert known_lines.sum() > 20
    assert (sums[known_lines] >= lines.least[known_lines] - CLOSE).all()
    assert (sums[known_lines] <= lines.most[known_lines] + CLOSE).all()


def test_no_count_of_few_people_is_told(attack):
    cells, told = attack.book.cells, attack.book.told
    is_open = cells["is_public"].to_numpy(bool)
    small = (told > 0) & (told < LEAST) & ~is_open
    assert not small.any(), attack.words(np.flatnonzero(small))
    held = attack.truth
    differs = ~np.isnan(told) & ~np.isnan(held) & (np.abs(told - held) > CLOSE)
    assert not differs.any(), attack.words(np.flatnonzero(differs))


def test_nobody_is_left_over_between_two_told_counts(attack):
    cells, told = attack.book.cells, attack.book.told
    is_open = cells["is_public"].to_numpy(bool)
    left = [
        inner
        for inner, outer in attack.book.rests
        if 0 < told[outer] - told[inner] < LEAST and not (is_open[inner] and is_open[outer])
    ]
    assert not left, attack.words(left)


def test_line_by_line_no_hidden_count_is_determined(attack):
    lower, upper = attack.bounds
    tight = attack.is_hidden & (upper - lower < 1)
    tight &= (attack.from_court[1] - attack.from_court[0]) >= 1
    assert not tight.any(), attack.words(np.flatnonzero(tight))


def test_line_by_line_bites_where_only_small_counts_are_hidden(control):
    lower, upper = control.bounds
    assert (control.is_hidden & (upper - lower < 1)).sum() >= 3


def test_programmes_leave_every_small_count_its_room(attack):
    asked = np.flatnonzero(attack.is_small)
    narrow = attack.programmes.too_narrow(asked, *attack.wanted)
    assert not len(narrow), attack.words(narrow)


def test_programmes_bite_where_only_small_counts_are_hidden(control):
    asked = np.flatnonzero(control.is_small)
    assert len(control.programmes.too_narrow(asked, *control.wanted)) >= 5


def test_nothing_hidden_is_determined_however_large(attack):
    asked = np.flatnonzero(attack.is_hidden)
    low, high = np.maximum(attack.truth - 1, attack.bounds[0]), attack.truth
    narrow = []
    for shift in (0, 1):
        found = attack.programmes.too_narrow(asked, low + shift, high + shift)
        narrow.append(set(found))
    both = sorted(narrow[0] & narrow[1])
    both = [cell for cell in both if attack.from_court[1][cell] - attack.from_court[0][cell] >= 1]
    assert not both, attack.words(both)


def revealed(attack: Attack, most: int = 60) -> list[int]:
    """Hidden counts of one or two whose owner knows them, spread over all there are."""
    found = np.flatnonzero(attack.is_hidden & (attack.truth <= 2) & (attack.truth > 0))
    step = max(1, len(found) // most)
    return list(found[::step])


def _parts(attack: Attack):
    """For a count, itself and all that lie in it: parts of it as a sum, and sets inside its set."""
    inside: dict[int, set[int]] = {}
    for inner, outer in attack.book.inside:
        inside.setdefault(outer, set()).add(inner)
    for whole, parts in attack.book.sums:
        inside.setdefault(whole, set()).update(parts)

    @cache
    def within(cell: int) -> frozenset[int]:
        found, waiting = {cell}, [cell]
        while waiting:
            new = inside.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        return frozenset(found)

    return within


def closed_in(attack: Attack) -> list[int]:
    """Small counts that are less than three wide to whoever is one of a hidden one or two."""
    narrow, within = [], _parts(attack)
    for known_cell in revealed(attack):
        if not attack.programmes.is_open[known_cell]:
            continue
        cells = attack.programmes.cells_of(attack.programmes.group[known_cell])
        model = Model(attack.lines, *attack.bounds, cells)
        model.fix(known_cell, attack.truth[known_cell])
        for cell in cells:
            # Of two people no part can hold three, whatever is told.
            if cell not in within(known_cell) and attack.is_small[cell]:
                place = model.place[cell]
                low = model.best(cell, lowest=True)[place]
                if model.best(cell, lowest=False)[place] - low < SMALLEST_ROOM - CLOSE:
                    narrow.append(cell)
    court = attack.from_court
    return [c for c in sorted(set(narrow)) if court[1][c] - court[0][c] >= SMALLEST_ROOM]


def test_who_is_one_of_a_hidden_few_does_not_learn_the_others(attack):
    assert not (found := closed_in(attack)), attack.words(found)


def test_who_is_one_of_a_hidden_few_learns_where_only_small_counts_are_hidden(control):
    assert closed_in(control) or (control.is_small & ~control.programmes.is_open).any()


def too_few_values(attack: Attack, most: int = 80) -> list[int]:
    """Small counts of small sets that in whole numbers may be fewer values than they must."""
    found, programmes = [], attack.programmes
    low, high = attack.wanted
    lower, upper = attack.bounds
    asked = np.flatnonzero(attack.is_small & programmes.is_open)
    asked = [c for c in asked if len(programmes.cells_of(programmes.group[c])) <= SMALL_SET]
    for cell in asked[:: max(1, len(asked) // most)]:
        cells = programmes.cells_of(programmes.group[cell])
        model = Model(attack.lines, lower, upper, cells, is_integer=True)
        place = model.place[cell]
        ends = [round(model.best(cell, lowest=is_low)[place]) for is_low in (True, False)]
        if ends[0] > low[cell] + CLOSE or ends[1] < high[cell] - CLOSE:
            found.append(cell)
    return found + list(np.flatnonzero(attack.is_small & ~programmes.is_open))


def test_whole_numbers_leave_as_many_values(attack):
    found = too_few_values(attack)
    found = [
        c
        for c in found
        if attack.bounds[0][c] > attack.wanted[0][c] + CLOSE
        or attack.bounds[1][c] < attack.wanted[1][c] - CLOSE
        or attack.programmes.is_open[c]
    ]
    assert not found, attack.words(found)


def test_whole_numbers_bite_where_only_small_counts_are_hidden(control):
    assert len(too_few_values(control)) >= 3
