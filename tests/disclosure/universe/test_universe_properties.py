"""Over random results: whoever reads what is left holds every sensitive count to be wide open."""

from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.universe.protect import protect_universe
from tests.disclosure.universe.reader import Reader
from tests.disclosure.universe.tables import BLOCK, marks, nested, row, sets, table, total

NAMES = ("x", "y", "z")
YEARS = [(f"{year}-01-01", f"{year}-12-31") for year in (2020, 2021, 2022)]
DECLARED = sets(
    ("a", "numerator", "A"), ("a", "denominator", "W"),
    ("b", "numerator", "B"), ("b", "denominator", "A"),
    ("c", "numerator", "W"),
)  # fmt: skip
SET_OF = {(one.metric_id, one.measure): one.set_id for one in DECLARED.itertuples()}
PAIRS = (("A", "W"), ("B", "A"))
INSIDE = {*PAIRS, ("B", "W")}
SMALL_AND_LARGE = st.one_of(st.integers(0, 14), st.integers(20, 60))


@st.composite
def results(draw):
    """Three sets inside one another, each told as totals of years and of a block, and by category."""
    sizes = {
        (year, name, reached): draw(SMALL_AND_LARGE)
        for year in range(3)
        for name in NAMES
        for reached in "WAB"
    }

    def count(in_set, years, names):
        reached = {"W": "WAB", "A": "AB", "B": "B"}[in_set]
        return sum(sizes[y, n, r] for y in years for n in names for r in reached)

    places = [(BLOCK, range(3), name, (name,)) for name in NAMES]
    places += [(BLOCK, range(3), "total", NAMES)]
    places += [(period, (year,), "total", NAMES) for year, period in enumerate(YEARS)]
    rows = []
    for metric, above, below in (("a", "A", "W"), ("b", "B", "A"), ("c", "W", None)):
        for period, years, category, names in places:
            counts = count(above, years, names), count(below, years, names) if below else None
            make = total if category == "total" else row
            start = (metric,) if category == "total" else (metric, category)
            rows.append(make(*start, *counts, period=period))
    return table(rows)


@settings(max_examples=25, deadline=None)
@given(results())
def test_no_sensitive_count_is_narrowed_down(rows):
    primaries = marks(rows)
    found = protect_universe(rows, DECLARED, nested(*PAIRS), {}, primaries)
    assert found.failed == []
    reader = Reader(rows, found.hidden, SET_OF, INSIDE)
    for label, row_ in rows.iterrows():
        keys = {
            measure: reader.key(row_, SET_OF[row_["metric_id"], measure])
            for measure in ("numerator", "denominator")
            if (row_["metric_id"], measure) in SET_OF
        }
        asked = {measure: [(1.0, key)] for measure, key in keys.items()}
        if len(keys) == 2:
            asked["rest"] = [(1.0, keys["denominator"]), (-1.0, keys["numerator"])]
        for measure, terms in asked.items():
            if primaries.loc[label, measure]:
                low, high = reader.interval(terms)
                assert high >= 10 - 1e-6 and high - low >= 10 - 1e-6


@settings(max_examples=8, deadline=None)
@given(results())
def test_nothing_is_hidden_where_nothing_is_small(rows):
    larger = rows.assign(numerator=rows["numerator"] * 10, denominator=rows["denominator"] * 10)
    found = protect_universe(larger, DECLARED, nested(*PAIRS), {}, marks(larger))
    assert not found.hidden.any().any()


@settings(max_examples=6, deadline=None)
@given(results())
def test_the_same_rows_in_another_order_are_protected_alike(rows):
    def protect(given_rows):
        primaries = marks(given_rows)
        return protect_universe(given_rows, DECLARED, nested(*PAIRS), {}, primaries)

    assert protect(rows).hidden.equals(protect(rows[::-1]).hidden.sort_index())
