"""What a report is made from: the rows of a release, sorted by metric, with all that names them."""

from collections.abc import Callable
from dataclasses import dataclass

from charts.counterpart import Counterparts
from charts.labels import Labels
from charts.order import in_justice_order
from release.read import Release
from reports.names import records


@dataclass(frozen=True)
class Material:
    """`definitions` are in the order of justice; the four tables map a metric to its rows.

    `results`, `disparities` and `trends` are those of one jurisdiction where one is asked for;
    `comparisons` are always those of all, because a place is compared with all.
    """

    jurisdiction: str | None
    labels: Labels
    definitions: dict[str, dict]
    results: dict[str, list[dict]]
    comparisons: dict[str, list[dict]]
    disparities: dict[str, list[dict]]
    trends: dict[str, list[dict]]
    counterparts: dict[str, Counterparts]
    populations: dict[str, dict]
    obligations: dict[str, dict]

    def pair(self, definition: dict) -> dict:
        """The definition of the counter-metric."""
        return self.definitions[definition["pair"]]

    def told_fully(self) -> set[str]:
        """Metrics that stand for their stage, and the counter-metrics of these."""
        first = [row for row in self.definitions.values() if row["headline"] == "yes"]
        return {row["metric_id"] for row in first} | {row["pair"] for row in first}


def read_material(release: Release, jurisdiction: str | None, results: list[dict]) -> Material:
    """`results` are those of the report; everything else is read from the release."""

    def of_place(row: dict) -> bool:
        return jurisdiction in (None, row["jurisdiction"])

    definitions = in_justice_order(records(release.definitions()))
    by_metric = _by_metric(results)
    return Material(
        jurisdiction,
        Labels.from_records(
            records(release.table("jurisdictions")), records(release.table("vocabulary"))
        ),
        {row["metric_id"]: row for row in definitions},
        by_metric,
        _by_metric(records(release.table("comparisons"))),
        _by_metric(records(release.table("disparities")), of_place),
        _by_metric(records(release.table("trends")), of_place),
        {
            row["metric_id"]: Counterparts(row["pair"], by_metric.get(row["pair"], []))
            for row in definitions
        },
        {row["population"]: row for row in records(release.table("populations"))},
        {row["obligation_id"]: row for row in records(release.table("obligations"))},
    )


def _by_metric(rows: list[dict], keep: Callable = lambda row: True) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for row in rows:
        if keep(row):
            found.setdefault(row["metric_id"], []).append(row)
    return found
