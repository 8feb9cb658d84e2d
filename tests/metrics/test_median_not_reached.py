"""A median that half have not reached is never told, whatever the table."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from metrics.catalogue import metrics
from metrics.estimating import time_to_event

TABLES = st.lists(
    st.tuples(st.integers(0, 60), st.booleans(), st.integers(1, 30)), min_size=1, max_size=25
)
METRIC = replace(metrics()["time_to_disposition"], counting={"estimate": "median", "events": "any"})


def half_have_ended(table) -> bool:
    """Whether a curve worked out day by day comes down to one half."""
    ends, lost = Counter(), Counter()
    for day, ended, units in table:
        (ends if ended else lost)[day] += units
    waiting, left = sum(ends.values()) + sum(lost.values()), 1.0
    for day in sorted(ends.keys() | lost.keys()):
        left *= 1 - ends[day] / waiting
        waiting -= ends[day] + lost[day]
        if left <= 0.5 + 1e-12:
            return True
    return False


@given(TABLES)
def test_no_value_where_half_have_not_ended(table):
    rows = [
        {"ending": "convicted" if ended else "open", "days": day, "units": units}
        for day, ended, units in table
    ]
    (figure,) = time_to_event.estimate(METRIC, rows, "trafficking")
    if not half_have_ended(table):
        assert figure.value is None and figure.lower is None and figure.upper is None
        assert figure.blank in ("not_yet", "insufficient")
    if figure.value is not None:
        assert figure.lower is not None and figure.upper is not None
