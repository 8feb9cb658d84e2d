"""The metrics of the made-up release: the project's own definitions, each with a size and a level to draw from."""

from dataclasses import dataclass
from functools import cached_property

from metrics.catalogue import metrics
from metrics.definition import Metric
from metrics.sql import definition_hash

ASSUMPTION = "assumption"
"""The breakdown whose members each tell the same people, read in another way."""


@dataclass(frozen=True)
class MadeUpMetric:
    """`level` is the usual value, `size` the usual denominator in a place of middling size."""

    definition: Metric
    level: float
    size: int
    printed: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.definition.name

    @cached_property
    def definition_hash(self) -> str:
        return definition_hash(self.definition)

    @property
    def title(self) -> str:
        return self.definition.title

    @property
    def horizons(self) -> tuple[int | None, ...]:
        return self.definition.horizons or (None,)

    @property
    def breakdowns(self) -> tuple[str, ...]:
        """The definition's, or for official figures those the made-up yearbook prints; one crossed with another is left out."""
        own = self.printed or self.definition.breakdowns
        own = tuple(each for each in own if "+" not in each)
        is_whole = set(own) & {"stage", ASSUMPTION} or self.definition.kind == "mix"
        return own if is_whole else ("total", *own)

    @property
    def is_owed_by_year(self) -> bool:
        """True where detail is told by single years as well as by years taken together."""
        return self.definition.kind in ("count", "mix")

    @property
    def is_yearly(self) -> bool:
        """True where no years are taken together."""
        kind = self.definition.kind
        of_agencies = kind == "completeness" and self.definition.unit_counted == "periods"
        is_stock = kind.startswith("stock") or self.definition.period_kind == "stock"
        return is_stock or of_agencies or kind == "published"

    @property
    def source(self) -> str:
        """case or official, as in results."""
        return "official" if self.definition.kind == "published" else "case"

    @property
    def is_official(self) -> bool:
        return self.source == "official"

    @property
    def is_sum(self) -> bool:
        """Money or days: sums over people, whose number stands beside them."""
        return (
            self.definition.unit_counted in ("money", "person_days")
            or self.definition.value_unit == "money"
        )


_DRAWN_FROM = {
    "attrition": (0.25, 500),
    "charge_rate": (0.48, 420),
    "clearance_rate": (0.95, 260),
    "cohort_conviction": (0.4, 260),
    "compensation_awarded": (0.3, 240),
    "compensation_paid": (0.31, 400_000),
    "convictions_to_prosecutions": (0.55, 250),
    "court_conviction_rate": (0.62, 240),
    "disposition_time": (310, 250),
    "followup_completeness": (0.71, 90_000),
    "official_conviction_share": (0.27, 900, ("offence_label",)),
    "official_convictions_to_prosecutions": (0.5, 300),
    "official_figures": (310, 310, ("sex",)),
    "official_pendency": (0.83, 2400, ("offence_label",)),
    "pending_age": (390, 180),
    "reporting_completeness": (0.9, 48),
    "persons_prosecuted": (260, 260),
    "retrafficking": (0.09, 330),
    "survey_response_rate": (0.36, 360),
    "survivor_satisfaction": (0.58, 130),
    "time_to_disposition": (430, 260),
}
_BY_UNIT = {
    "share": (0.5, 300),
    "ratio": (0.6, 250),
    "days": (300, 250),
    "months": (40, 200),
    "count": (260, 260),
    "mean": (2.0, 250),
    "money": (4_000, 250),
    "agreement": (0.7, 200),
    "per_hundred_thousand": (2.5, 5_000_000),
    "per_hundred_person_years": (4.0, 400_000),
}
MOST_OF_A_KIND = 2
"""Metrics of a kind and unit that are made up beside those above: enough to see each drawn."""


def _chosen() -> dict[str, Metric]:
    """Those drawn from above, the headlines and trended ones, some of every kind, and every counter-metric of these."""
    known, seen = metrics(), {}
    wanted = {name for name, metric in known.items() if metric.is_headline or metric.case_mix}
    wanted |= set(_DRAWN_FROM) & set(known)
    for name, metric in sorted(known.items()):
        alike = seen.setdefault((metric.kind, metric.value_unit), [])
        alike.append(name)
    wanted |= {name for alike in seen.values() for name in alike[:MOST_OF_A_KIND]}
    while more := {known[name].pair for name in wanted} - wanted:
        wanted |= more
    return {name: known[name] for name in sorted(wanted)}


METRICS = tuple(
    MadeUpMetric(definition, *_DRAWN_FROM.get(name, _BY_UNIT[definition.value_unit]))
    for name, definition in _chosen().items()
)
"""Only a part of the catalogue has results: a release may define more than it can answer."""
