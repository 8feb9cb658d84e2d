"""Every case metric a second time, person by person from the raw tables, sharing no code with `metrics/`.

Slow and plain on purpose: dictionaries and loops over people instead of count tables in SQL. It
knows the sentences of the definitions, not their SQL. `recount(con)` maps
(metric, scope, jurisdiction, year, breakdown, category, horizon, currency) to (numerator, denominator, value);
a value is None where the metric's own rules on small numbers decide about it.
"""

from tests.metrics.by_hand.courts import Courts
from tests.metrics.by_hand.lists import Lists
from tests.metrics.by_hand.raw import Raw
from tests.metrics.by_hand.victims import Victims


def recount(con) -> dict:
    """All case metrics of a case store whose dates are days, or unknown."""
    return Recount(con).everything()


class Recount(Raw, Courts, Victims, Lists):
    def everything(self) -> dict:
        for scope in ("trafficking", "all_crime"):
            self.flows_of_persons(scope)
            self.cohorts_of_persons(scope)
            self.proceedings(scope)
            self.suspects(scope)
        self.staircase()
        self.after_exit()
        self.money()
        self.awards()
        self.surveys()
        self.months()
        return self.found
