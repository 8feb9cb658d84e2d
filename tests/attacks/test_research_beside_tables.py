"""Attack 5: the research tables bound the counts of the results, and what is left between both must not be few people."""

import numpy as np
import pandas as pd
import pytest

from tests.attacks.control import LEAST
from tests.attacks.hidden import Attack, attack_on
from tests.attacks.narrowing import Programmes, along_lines, known
from tests.attacks.research import ATTRIBUTES, OUTCOMES, SETS, bounds, open_tables, told_tables


@pytest.fixture(scope="module")
def attack(attacked) -> Attack:
    return attack_on(attacked.tables, attacked.true)


def research_bounds(attack: Attack, tables: dict, rows_of: dict, dropped: dict, slack: int):
    """Lower and upper bound of every count of which a research table tells something."""
    cells = attack.book.cells
    lower, upper = np.zeros(len(cells)), np.full(len(cells), np.inf)
    sets = tables["counted_sets"]
    for table, metric, measure, codes in SETS:
        if table not in rows_of:
            continue
        named = sets[(sets["metric_id"] == metric) & (sets["measure"] == measure)]["set_id"]
        mine = cells[cells["set_id"].isin(named)]
        mine = mine[mine["breakdown"].isin(("total", *ATTRIBUTES))]
        if not len(mine):
            continue
        found = bounds(rows_of[table], OUTCOMES[table], codes, mine, dropped.get(table, 0), slack)
        lower[mine.index] = np.maximum(lower[mine.index], found["least"])
        upper[mine.index] = np.minimum(upper[mine.index], found["most"])
    return lower, upper


def joined(attack: Attack, more: tuple[np.ndarray, np.ndarray]):
    lower, upper = known(attack.book, attack.truth)
    return along_lines(attack.lines, np.maximum(lower, more[0]), np.minimum(upper, more[1]))


def test_truth_lies_within_what_the_research_tables_tell(attacked, attack):
    lower, upper = _told_bounds(attacked, attack)
    is_told = np.isfinite(upper) & ~np.isnan(attack.truth)
    assert is_told.sum() > 5
    assert (attack.truth[is_told] >= lower[is_told]).all()
    assert (attack.truth[is_told] <= upper[is_told]).all()


def test_research_tables_and_results_together_tell_of_nobody(attacked, attack):
    bounds = joined(attack, _told_bounds(attacked, attack))
    asked = np.flatnonzero(attack.is_small)
    low, high = attack.wanted
    programmes = Programmes(attack.lines, *bounds)
    new = programmes.too_narrow(
        asked, np.maximum(low, attack.truth - 1), np.maximum(attack.truth, np.minimum(high, 10))
    )
    assert not len(new), attack.words(new)


def test_exact_rows_and_results_together_tell_of_somebody(attacked, attack):
    exact = {}
    for table, outcome in OUTCOMES.items():
        people = pd.read_pickle(attacked.folder / f"people-{table}.pkl").astype(str)
        exact[table] = people.rename(columns={outcome: outcome})
    least, most = research_bounds(attack, attacked.tables, exact, {}, 0)
    # Who is told of by a metric and stands in no row is nobody's knowledge.
    truth = np.where(np.isnan(attack.truth), least, attack.truth)
    lower, upper = joined(attack, (np.minimum(least, truth), np.maximum(most, truth)))
    alone = attack.bounds[1] - attack.bounds[0]
    open_to_all = attack.is_hidden & np.isfinite(most) & (alone >= 1)
    if not open_to_all.any():
        pytest.skip("nothing is hidden of those of whom the research tables tell")
    assert (open_to_all & (upper - lower < np.minimum(alone, LEAST))).any()


def _told_bounds(attacked, attack):
    with open_tables(attacked.database) as con:
        rows = told_tables(con)
        dropped = con.execute(
            "SELECT table_name, value FROM research_utility WHERE measure = 'records dropped at most'"
        ).fetchall()
    if not rows:
        pytest.skip("no research table tells of anybody here")
    return research_bounds(attack, attacked.tables, rows, dict(dropped), 4)
