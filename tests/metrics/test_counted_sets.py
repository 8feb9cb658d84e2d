"""What the names of counted sets promise, held against everything that is counted of the demo."""

from itertools import combinations

import numpy as np
import pytest

from metrics.catalogue import metrics
from metrics.counted_set import OPEN_IN_YEAR
from metrics.counted_sets import counted_sets, nested_sets
from metrics.definition import SCOPES
from tests.metrics.cells_of_sets import cells_of_sets

FEWEST, CLOSE = 50, 0.9
"""So many cells with somebody in them make agreement more than chance; so large a part of a set is nearly all of it."""

ALIKE = {
    "nobody in the demo leaves it unknown": (
        "case_openings",
        "offers_of_help",
        "prosecuted_persons",
        "prosecuted_users",
        "registered_victims",
        "received_complaints",
        "testifying_victims",
        "listed_hearings",
        "convicted_persons",
    ),
    "tables of the survey that nothing joins": ("surveyed_survivors", "survey_respondents"),
    "events, each by itself, and the persons who had one": ("episodes_in_follow_up",),
    "the same list of an agency, divided twice": ("reports_due",),
    "followed and lost, of all who left": ("exited_survivors",),
    "the same suspects, set aside where different dates are missing": ("suspects_to_outcome",),
    "the staircase takes its first steps from the links": ("identified_victims",),
}
"""Why sets of these populations look alike, or like parts of one another, without being so by their definition."""
EXPLAINED = {name for names in ALIKE.values() for name in names}


@pytest.fixture(scope="module")
def table(demo_results):
    """One row a cell, one column a set: its count, NaN where it is not counted there."""
    return cells_of_sets(demo_results, counted_sets(metrics().values(), SCOPES))


@pytest.fixture(scope="module")
def nested():
    return nested_sets(metrics().values(), SCOPES)


def test_every_metric_of_cases_names_what_it_counts():
    named = counted_sets(metrics().values(), SCOPES)
    counted = {name for name, metric in metrics().items() if metric.kind != "published"}
    assert set(named["metric_id"]) == counted
    assert not named.duplicated(["metric_id", "scope", "horizon_days", "category", "measure"]).any()


def test_sets_of_one_name_have_one_count_in_every_cell(demo_results):
    counts = cells_of_sets(demo_results, counted_sets(metrics().values(), SCOPES), spread=True)
    assert not len(counts[counts["least"] != counts["most"]])


def test_no_set_holds_more_than_one_that_it_lies_in(table, nested):
    totals = table.index.str.contains("|total|total|", regex=False)
    worse = []
    for pair in nested.itertuples():
        if pair.inner in table and pair.outer in table:
            above = table[pair.inner] > table[pair.outer]
            if (above & totals if pair.totals_only else above).any():
                worse.append((pair.inner, pair.outer))
    assert not worse


def test_nesting_is_told_once_and_never_in_a_circle(nested):
    assert not nested.duplicated().any()
    assert (nested["inner"] != nested["outer"]).all()
    assert not {*zip(nested.inner, nested.outer, strict=True)} & {
        *zip(nested.outer, nested.inner, strict=True)
    }


def test_part_of_whole_is_told_of_every_share(nested):
    above = _above(nested)
    named = counted_sets(metrics().values(), SCOPES)
    shares = {
        name
        for name, metric in metrics().items()
        if metric.kind in ("share", "mix", "time_to_event", "stock_share", "survey_score")
    }
    for _, rows in named[named["metric_id"].isin(shares)].groupby(
        ["metric_id", "scope", "horizon_days", "category"], dropna=False
    ):
        sets = rows.set_index("measure")["set_id"]
        part, whole = sets["numerator"], sets["denominator"]
        assert part == whole or whole in above[part]


def test_sets_that_look_alike_are_declared_or_explained(table, nested):
    above, found = _above(nested), []
    numbers = table.to_numpy("float32")
    # The one place that is told to send all crime holds little else than trafficking.
    names = [n for n in table.columns if "/trafficking/" in n and not n.endswith(", whole")]
    place = {name: table.columns.get_loc(name) for name in names}
    for one, other in combinations(names, 2):
        if other in above.get(one, ()) or one in above.get(other, ()):
            continue
        if {one.split("/")[0], other.split("/")[0]} & EXPLAINED:
            continue
        if "in_order" in one and OPEN_IN_YEAR in other:
            # Both leave out ends without usable dates, the pace those before its sender began as well.
            continue
        if _agree(numbers[:, place[one]], numbers[:, place[other]]):
            found.append((one, other))
    assert not found, found


def _agree(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two sets are equal in all shared cells, or one is nearly all of the other and never more."""
    shared = ~np.isnan(one) & ~np.isnan(other) & ((one > 0) | (other > 0))
    if shared.sum() < FEWEST:
        return False
    one, other = one[shared], other[shared]
    if (one > other).any() and (other > one).any():
        return False
    smaller, larger = np.minimum(one, other), np.maximum(one, other)
    gap = larger - smaller
    return not gap.any() or bool(
        (smaller / larger).mean() >= CLOSE and ((gap > 0) & (gap < 10)).any()
    )


def _above(nested) -> dict[str, set[str]]:
    """Set -> all sets that it lies in, over any number of steps."""
    direct: dict[str, set[str]] = {}
    for pair in nested.itertuples():
        direct.setdefault(pair.inner, set()).add(pair.outer)
    found = {}
    for name in direct:
        reached, waiting = set(), [name]
        while waiting:
            new = direct.get(waiting.pop(), set()) - reached
            reached |= new
            waiting += new
        found[name] = reached
    return found
