"""Judgments of higher courts, one an accused."""

from metrics.definition import Population
from metrics.stages import with_stages

population = Population(
    name="appeal_judgments",
    unit="judgments",
    entry="The day of the judgment.",
    includes=(
        "Every decision of a second or final instance on a proceeding; one that judges several accused counts once for each.",
        "For trafficking: proceedings in which trafficking was charged.",
    ),
    excludes=(
        "Appeals that are still open, and those of which no decision is recorded.",
        "Jurisdictions that report no decisions of higher courts.",
    ),
    rows=with_stages(
        "SELECT appeal_decisions.*, event_id AS unit_id FROM appeal_decisions", "appeal_decisions"
    ),
    is_of_court=True,
)
