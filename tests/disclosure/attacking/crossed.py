"""Random two-way tables, and a plain solver of their intervals that knows nothing of the attacker."""

import numpy as np
from scipy.optimize import linprog

from tests.disclosure.attacking.published import HIDE, release, row


def table(counts: np.ndarray) -> dict[tuple[int, int], int]:
    """Cells by place, margins in the last row and column."""
    padded = np.zeros((counts.shape[0] + 1, counts.shape[1] + 1), dtype=int)
    padded[:-1, :-1] = counts
    padded[-1, :-1], padded[:-1, -1] = counts.sum(axis=0), counts.sum(axis=1)
    padded[-1, -1] = counts.sum()
    return {place: int(count) for place, count in np.ndenumerate(padded)}


def published(cells: dict, hidden: set):
    """The table as a release: margins are the breakdowns a and b, the inside is "a · b"."""
    last = max(cells)
    rows = []
    for (down, across), count in cells.items():
        inside = down < last[0], across < last[1]
        name = {
            (True, True): f"a · b: a{down} · b{across}",
            (True, False): f"a: a{down}",
            (False, True): f"b: b{across}",
            (False, False): "total",
        }[inside]
        rows.append(row(name, HIDE if (down, across) in hidden else count))
    return release(rows)


def unsafe(cells: dict, hidden: set) -> set:
    """Hidden places whose interval, by two linear programmes each, is too narrow; and small ones shown."""
    places = list(cells)
    last = max(places)
    sums = [[(d, a) for a in range(last[1] + 1)] for d in range(last[0] + 1)]
    sums += [[(d, a) for d in range(last[0] + 1)] for a in range(last[1] + 1)]
    matrix = np.zeros((len(sums), len(places)))
    for number, line in enumerate(sums):
        for place in line:
            matrix[number, places.index(place)] = -1 if place == line[-1] else 1
    bounds = [(1, None) if p in hidden else (cells[p], cells[p]) for p in places]
    found = {p for p in places if p not in hidden and 0 < cells[p] < 10}
    for place in hidden:
        goal = np.zeros(len(places))
        goal[places.index(place)] = 1
        least, most = (
            linprog(sign * goal, A_eq=matrix, b_eq=np.zeros(len(sums)), bounds=bounds)
            for sign in (1, -1)
        )
        low = np.ceil(least.fun - 1e-6)
        high = np.inf if most.status == 3 else np.floor(-most.fun + 1e-6)
        if high < 10 or (low < 10 and high - low < 10) or high - low < 1:
            found.add(place)
    return found


def protected(cells: dict) -> set:
    """Places to hide until the plain solver finds nothing: the smallest shown cell in line with an unsafe one."""
    hidden = {place for place, count in cells.items() if 0 < count < 10}
    while found := unsafe(cells, hidden):
        down, across = min(found)
        beside = [
            p
            for p, c in cells.items()
            if p not in hidden and c and (p[0] == down or p[1] == across)
        ]
        beside = beside or [p for p, c in cells.items() if p not in hidden and c]
        if not beside:
            return hidden
        hidden.add(min(beside, key=lambda place: (cells[place], place)))
    return hidden
