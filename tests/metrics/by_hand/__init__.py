"""Every case metric a second time, one by one from the raw tables, sharing no arithmetic with `metrics/`.

Slow and plain on purpose: dictionaries and loops over people instead of count tables in SQL. It
knows the sentences of the definitions, not their SQL; of `metrics/` it reads only by which columns
a metric is told in detail. What is counted stands under (metric, scope, jurisdiction, year,
breakdown, category), year by year: see `Tallies`; `found` adds horizon and currency, and maps to
(numerator, denominator, value), where a value is None if small numbers decide about it.
"""

from collections import defaultdict

from metrics.catalogue import metrics
from tests.metrics.by_hand.accused import Accused
from tests.metrics.by_hand.afterwards import Afterwards
from tests.metrics.by_hand.bodies import Bodies
from tests.metrics.by_hand.borders import Borders
from tests.metrics.by_hand.cases import Cases
from tests.metrics.by_hand.clocks import Clocks
from tests.metrics.by_hand.courts import Courts
from tests.metrics.by_hand.desks import Desks
from tests.metrics.by_hand.duties import Duties
from tests.metrics.by_hand.lists import Lists
from tests.metrics.by_hand.money import Money
from tests.metrics.by_hand.raw import Raw
from tests.metrics.by_hand.recovery import Recovery
from tests.metrics.by_hand.registered import Registered
from tests.metrics.by_hand.suspects import Suspects
from tests.metrics.by_hand.tallies import Tallies
from tests.metrics.by_hand.victims import Victims

SCOPES = ("trafficking", "all_crime")


class Recount(
    Raw, Tallies, Cases, Accused, Suspects, Desks, Courts, Clocks,
    Victims, Registered, Bodies, Lists, Money, Recovery, Duties, Borders, Afterwards,
):  # fmt: skip
    """All case metrics of a case store whose dates are days, or unknown; what survivors answered is in `Experience`."""

    def everything(self) -> "Recount":
        self.start_tallies()
        self.repeats = defaultdict(list)
        self.agencies = self.rows("agencies")
        for scope in SCOPES:
            for count in (
                self.cases_by_hand, self.accused_by_hand, self.suspects_by_hand, self.cohorts_by_hand,
                self.stock_by_hand, self.hearings_by_hand, self.flows_by_hand, self.slowest_by_hand,
            ):  # fmt: skip
                count(scope)
        self.staircase()
        for count in (
            self.victims_by_hand, self.figures_by_hand, self.again_by_hand, self.after_exit, self.awards,
            self.money, self.months, self.compensation, self.assets, self.complaints, self.promises,
            self.audits, self.requests, self.returns_and_claims, self.seen_again, self.concluded,
            self.in_sight,
        ):  # fmt: skip
            count()
        return self

    def splits_of(self, metric: str) -> tuple[str, ...]:
        return metrics()[metric].breakdowns
