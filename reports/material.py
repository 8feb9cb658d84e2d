"""What a report is made from: the rows of a release, sorted by metric, with all that names them."""

from dataclasses import dataclass, field
from functools import cached_property

from charts.counterpart import Counterparts
from charts.labels import Labels
from charts.select import by_column
from charts.signals import select_comparison, select_differences, select_series
from reports.reading import Reading
from reports.subject import Subject


@dataclass(frozen=True)
class Material:
    """`definitions` are in the order of justice; the four tables map a metric to all its rows.

    `results`, `disparities` and `trends` are those of the places asked for; `comparisons` are always those of all,
    because a place is compared with all. Chapters count signals over `places_compared`, `groups_compared` and `series`,
    never over the tables. `jurisdiction` is the code of a single place, None where there are several;
    `codes` are those of several, None where all are meant. `left_out` are the metrics that no table is told of, to protect people.
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
    codes: frozenset[str] | None = None
    release_id: str = ""
    instruments: dict[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    def pair(self, definition: dict) -> dict:
        """The definition of the counter-metric."""
        return self.definitions[definition["pair"]]

    def told_fully(self) -> set[str]:
        """Metrics that stand for their stage, and the counter-metrics of these."""
        first = set(self.headlines)
        return first | {self.definitions[name]["pair"] for name in first}

    @cached_property
    def headlines(self) -> list[str]:
        """Metrics that stand for their stage, in the order of justice."""
        return [name for name, row in self.definitions.items() if row["headline"] == "yes"]

    @cached_property
    def places(self) -> frozenset[str]:
        """Codes of the places that the report is about: of all, those with results of their own."""
        if self.codes is not None:
            return self.codes
        reporting = {row["jurisdiction"] for rows in self.results.values() for row in rows}
        return frozenset(reporting - set(self.labels.groups)) or frozenset(reporting)

    @cached_property
    def places_compared(self) -> dict[str, list[dict]]:
        """Metric -> the set of places that stands for it; of all places."""
        rows_of = {name: self._of_places(rows) for name, rows in self.comparisons.items()}
        return {name: select_comparison(rows) for name, rows in rows_of.items()}

    @cached_property
    def groups_compared(self) -> dict[str, list[dict]]:
        """Metric -> its newest comparisons of groups."""
        rows_of = {name: self._of_places(rows) for name, rows in self.disparities.items()}
        return {name: select_differences(rows, self.labels) for name, rows in rows_of.items()}

    @cached_property
    def series(self) -> dict[str, dict[str, list[dict]]]:
        """Metric -> place -> its points, oldest first."""
        return {name: select_series(self._of_places(rows)) for name, rows in self.trends.items()}

    def _of_places(self, rows: list[dict]) -> list[dict]:
        """Rows of places; those of a group of places only where the report is about it."""
        groups = self.labels.groups - {self.jurisdiction}
        return [row for row in rows if row["jurisdiction"] not in groups]

    def is_about(self, code: str) -> bool:
        """True where the report is about a place."""
        return self.codes is None or code in self.codes


def gather_material(
    reading: Reading, subject: Subject, results: list[dict] | None = None
) -> Material:
    """All rows that a report about `subject` is made from; `results` where they were read before."""
    results = reading.about("results", subject.codes) if results is None else results
    by_metric = by_column(results, "metric_id")
    return Material(
        subject.code,
        reading.labels,
        reading.definitions,
        by_metric,
        by_column(reading.table("comparisons"), "metric_id"),
        by_column(reading.about("disparities", subject.codes), "metric_id"),
        by_column(reading.about("trends", subject.codes), "metric_id"),
        {
            name: Counterparts(
                reading.definitions.get(row["pair"], {"metric_id": row["pair"], "kind": None}),
                by_metric.get(row["pair"], []),
            )
            for name, row in reading.definitions.items()
        },
        {row["population"]: row for row in reading.table("populations")},
        reading.obligations,
        None if subject.codes is None else frozenset(subject.codes),
        reading.release.release_id,
        reading.instruments,
        _left_out(reading.about("plan", subject.codes)),
    )


def _left_out(plan: list[dict]) -> frozenset[str]:
    told = {row["metric_id"] for row in plan if row["offer"] != "left_out"}
    return frozenset(row["metric_id"] for row in plan) - told
