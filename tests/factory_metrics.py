"""The metrics of the made-up release: the project's own definitions, each with a size and a level to draw from."""

from dataclasses import dataclass

from metrics.catalogue import metrics
from metrics.definition import Metric


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

    @property
    def title(self) -> str:
        return self.definition.title

    @property
    def horizons(self) -> tuple[int | None, ...]:
        return self.definition.horizons or (None,)

    @property
    def breakdowns(self) -> tuple[str, ...]:
        """The definition's, or for official figures those the made-up yearbook prints."""
        own = self.printed or self.definition.breakdowns
        return own if "stage" in own else ("total", *own)

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
        return self.definition.unit_counted in ("money", "person_days")


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
_ANY = (0.5, 300)

METRICS = tuple(
    MadeUpMetric(definition, *_DRAWN_FROM.get(name, _ANY))
    for name, definition in sorted(metrics().items())
)
