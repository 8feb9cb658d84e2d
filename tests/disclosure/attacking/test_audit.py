"""The attacker agrees with a plain solver on every table, and notices whatever is taken out of a protected one."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from disclosure.attacking.audit import audit
from tests.disclosure.attacking.crossed import protected, published, table, unsafe

counts = arrays(int, st.tuples(st.integers(2, 3), st.integers(2, 4)), elements=st.integers(0, 40))
few = settings(max_examples=8, deadline=None)


def labels_of(cells: dict, places: set) -> tuple:
    return tuple(label for label, place in enumerate(cells) if place in places)


@few
@given(counts, st.data())
def test_finds_what_a_plain_solver_finds_and_nothing_else(inside, data):
    cells = table(inside)
    hideable = [place for place, count in cells.items() if count]
    chosen = data.draw(st.sets(st.sampled_from(hideable)) if hideable else st.just(set()))
    findings = audit(published(cells, chosen))
    assert findings.labels == labels_of(cells, unsafe(cells, chosen))


@few
@given(counts, st.data())
def test_protected_table_passes_and_its_mutants_do_not(inside, data):
    cells = table(inside)
    hidden = protected(cells)
    if unsafe(cells, hidden) or not hidden:
        return
    assert audit(published(cells, hidden)).is_safe
    shown_again = data.draw(st.sampled_from(sorted(hidden)))
    mutant = hidden - {shown_again}
    assert audit(published(cells, mutant)).is_safe == (not unsafe(cells, mutant))
    if cells[shown_again] < 10:
        assert not audit(published(cells, mutant)).is_safe


def test_every_secondary_of_a_lean_table_is_needed():
    """A primary in one corner, and the square around it: take any side away and the primary falls."""
    inside = np.array([[4, 30, 50], [25, 40, 60], [70, 80, 90]])
    cells = table(inside)
    hidden = {(0, 0), (0, 1), (1, 0), (1, 1)}
    assert audit(published(cells, hidden)).is_safe
    for place in sorted(hidden):
        assert not audit(published(cells, hidden - {place})).is_safe


def test_same_release_gives_the_same_findings():
    draw = np.random.default_rng(5)
    cells = table(draw.integers(1, 30, (6, 6)))
    hidden = {place for place, count in cells.items() if count < 10}
    once, again = (audit(published(cells, hidden)) for _ in range(2))
    assert once.labels == again.labels
    assert once.families == again.families


def test_contradiction_is_told_and_nothing_is_called_safe():
    cells = table(np.array([[20, 30], [40, 50]]))
    told = published(cells, {(0, 0), (0, 1), (1, 0), (1, 1)})
    told["results"].loc[told["results"]["category"] == "a0", "numerator"] = 5000
    findings = audit(told)
    assert findings.contradictions
    assert not findings.is_safe
