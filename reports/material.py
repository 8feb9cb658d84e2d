"""What a report is made from: the rows of a release, sorted by metric, with all that names them."""

from dataclasses import dataclass, field
from functools import cached_property

from charts.counterpart import Counterparts
from charts.labels import Labels
from reports.reading import Reading
from reports.subject import Subject


@dataclass(frozen=True)
class Material:
    """`definitions` are in the order of justice; the four tables map a metric to its rows.

    `results`, `disparities` and `trends` are those of the places asked for; `comparisons` are always those of all,
    because a place is compared with all. `jurisdiction` is the code of a single place, None where there are several;
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

    def is_about(self, code: str) -> bool:
        """True where the report is about a place."""
        return self.codes is None or code in self.codes


def gather_material(
    reading: Reading, subject: Subject, results: list[dict] | None = None
) -> Material:
    """All rows that a report about `subject` is made from; `results` where they were read before."""
    results = reading.about("results", subject.codes) if results is None else results
    by_metric = _by_metric(results)
    return Material(
        subject.code,
        reading.labels,
        reading.definitions,
        by_metric,
        _by_metric(reading.table("comparisons")),
        _by_metric(reading.about("disparities", subject.codes)),
        _by_metric(reading.about("trends", subject.codes)),
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


def _by_metric(rows: list[dict]) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for row in rows:
        found.setdefault(row["metric_id"], []).append(row)
    return found
