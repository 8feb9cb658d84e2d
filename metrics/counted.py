"""Every count table of a run: all that leaves the case store, before anything is estimated."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from metrics.counts import NONE, Counts
from metrics.court_record import record_statement
from metrics.coverage import Coverage, coverage_of
from metrics.definition import Metric
from metrics.drawing import drawn
from metrics.series import series_statements
from metrics.sql import counting_statement
from metrics.strata import strata_statement


class Counted(NamedTuple):
    """The count tables of one metric and scope; `series` by grain, `record` by court record."""

    rows: Counts
    series: dict[str, Counts]
    strata: Counts
    record: Counts = NONE


class Statements(NamedTuple):
    """The statements that count one metric in one scope."""

    metric: Metric
    scope: str
    rows: str
    series: dict[str, str]
    strata: str | None
    record: str | None

    @property
    def texts(self) -> list[str]:
        return [self.rows, *self.series.values(), *filter(None, (self.strata, self.record))]


def count_all(
    cursor, asked: Iterable[tuple[Metric, str]], progress: Callable | None = None
) -> tuple[dict[str, dict[str, Coverage]], dict[tuple[str, str], Counted]]:
    """What each population covers, and the count tables of each metric and scope asked for.

    A population stands only while its metrics are counted, so that the largest one decides how much
    memory is needed, not all of them together.
    """
    by_population: dict[str, list[Statements]] = {}
    for metric, scope in asked:
        by_population.setdefault(metric.population, []).append(_statements(metric, scope))
    covered, counted = {}, {}
    metrics = {each.metric.name for asked in by_population.values() for each in asked}
    texts = {
        name: [t for each in asked for t in each.texts] for name, asked in by_population.items()
    }
    if progress:
        progress("Computing metrics", 0, len(metrics))
    for name in drawn(cursor, texts):
        covered[name] = {} if name == "published_figures" else coverage_of(cursor, name)
        found = {text: _counts(cursor, text) for text in dict.fromkeys(texts[name])}
        for each in by_population[name]:
            series = {grain: found[text] for grain, text in each.series.items()}
            strata = found[each.strata] if each.strata else NONE
            record = found[each.record] if each.record else NONE
            counted[each.metric.name, each.scope] = Counted(
                found[each.rows], series, strata, record
            )
        if progress:
            progress("Computing metrics", len({name for name, _ in counted}), len(metrics))
    return covered, counted


def _statements(metric: Metric, scope: str) -> Statements:
    strata, series = strata_statement(metric, scope), series_statements(metric, scope)
    rows, record = counting_statement(metric, scope), record_statement(metric, scope)
    return Statements(metric, scope, rows, series, strata, record)


def _counts(cursor, text: str) -> Counts:
    return Counts.read(cursor.sql(text).to_arrow_table())
