"""Two metrics of which one counts some of the units of the other, over years and sexes: against a plain solver."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from disclosure.attacking.audit import audit
from tests.disclosure.attacking.published import HIDE, release, row, years

PLACES = ("first", "second", "block", "female", "male")
ROWS = {
    "first": ("total", years(2020)),
    "second": ("total", years(2021)),
    "block": ("total", years(2020, 2021)),
    "female": ("sex: female", years(2020, 2021)),
    "male": ("sex: male", years(2020, 2021)),
}
SUMS = (("first", "second"), ("female", "male"))
SETS = ("outer", "inner")


@st.composite
def people(draw) -> dict[tuple[str, str], int]:
    """Counts of both sets that are true of the same people: by year and sex, each in the inner set or not."""
    groups = {
        (year, sex, inner): draw(st.integers(0, 25))
        for year in PLACES[:2]
        for sex in PLACES[3:]
        for inner in (True, False)
    }
    found = {}
    for name in SETS:
        for place in PLACES:
            found[name, place] = sum(
                count
                for (year, sex, inner), count in groups.items()
                if (place in (year, sex) or place == "block") and (inner or name == "outer")
            )
    return found


def told(counts: dict, hidden: set):
    rows = []
    for (name, place), count in counts.items():
        category, period = ROWS[place]
        shown = HIDE if (name, place) in hidden else count
        rows.append(row(category, shown, metric_id=name, **period))
    sets = [(name, "numerator", f"the {name}") for name in SETS]
    return release(rows, sets=sets, nested=[("the inner", "the outer")])


def unsafe_labels(counts: dict, hidden: set) -> tuple:
    """By linear programmes written out for this one release; what is left of the outer set blames the inner."""
    cells = [*counts, *(("rest", place) for place in PLACES)]
    lines = [({(n, a): 1, (n, b): 1, (n, "block"): -1}) for n in SETS for a, b in SUMS]
    lines += [{("inner", p): 1, ("rest", p): 1, ("outer", p): -1} for p in PLACES]
    matrix = np.array([[line.get(cell, 0) for cell in cells] for line in lines])
    bounds = [
        (0, None) if c[0] == "rest" else (1, None) if c in hidden else (counts[c], counts[c])
        for c in cells
    ]
    found = {cell for cell in counts if cell not in hidden and 0 < counts[cell] < 10}
    for place, cell in enumerate(cells):
        if cell[0] != "rest" and cell not in hidden:
            continue
        low, high = (_end(matrix, bounds, place, sign) for sign in (1, -1))
        close = high > 0 and (high < 10 or (low < 10 and high - low < 10))
        if close or (cell in hidden and high - low < 1):
            found.add(("inner", cell[1]) if cell[0] == "rest" else cell)
    return tuple(label for label, cell in enumerate(counts) if cell in found)


def _end(matrix, bounds, place: int, sign: int) -> float:
    goal = np.zeros(len(bounds))
    goal[place] = sign
    answer = linprog(goal, A_eq=matrix, b_eq=np.zeros(len(matrix)), bounds=bounds)
    if answer.status == 3:
        return np.inf
    return np.ceil(answer.fun - 1e-6) if sign > 0 else np.floor(-answer.fun + 1e-6)


@settings(max_examples=10, deadline=None)
@given(people(), st.data())
def test_finds_in_linked_metrics_what_a_plain_solver_finds(counts, data):
    hideable = [cell for cell, count in counts.items() if count]
    hidden = data.draw(st.sets(st.sampled_from(hideable)) if hideable else st.just(set()))
    assert audit(told(counts, hidden)).labels == unsafe_labels(counts, hidden)
