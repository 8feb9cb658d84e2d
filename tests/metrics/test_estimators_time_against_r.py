"""Late entry with competing ends has the errors of R's survival package; no set beside the project has both."""

import pytest

from metrics.estimators import Spells

LATE = """
0 4 1, 0 9 2, 0 14 0, 3 9 1, 3 20 1, 5 9 0, 0 22 2, 8 14 1,
10 25 0, 2 30 2, 0 6 0, 12 27 1, 4 14 2, 0 35 0, 7 20 1, 1 11 1
"""
"""Sixteen persons: entry, exit, end (0 is censored)."""
LATE_IN_R = {
    9: (0.175, 0.1107267658096572, 0.075, 0.07252872993970502),
    14: (0.3175, 0.1292653923781097, 0.1425, 0.09270000898957166),
    20: (0.4717857142857143, 0.1379072055833120, 0.1425, 0.09270000898957166),
    30: (0.5746428571428571, 0.1474768215716444, 0.3225000000000001, 0.13711299588097323),
}
"""survfit(Surv(entry, exit, end) ~ 1, id) of R 4.5.0, survival 3.8-3: incidence and jackknife error of ends 1 and 2."""


def test_competing_ends_with_late_entry_have_the_jackknife_of_r():
    people = [tuple(map(int, each.split())) for each in LATE.replace("\n", " ").split(",")]
    entries, exits, ends = zip(*people, strict=True)
    # R puts an entry at 0 after day 0, as here: nobody ends on that day.
    table = Spells.of(entries, exits, [str(end) if end else "" for end in ends], [1] * 16)
    for day, wanted in LATE_IN_R.items():
        found = [
            each
            for cause in ("1", "2")
            for each in (table.curve().incidence_at(day, cause), table.jackknife_error(day, cause))
        ]
        assert found == pytest.approx(wanted, abs=1e-12)
