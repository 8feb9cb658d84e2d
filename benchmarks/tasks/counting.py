"""Counting a time-to-event metric, beside the plain GROUP BYs that no counting could do without."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.case_store import demo_case_store
from benchmarks.measure import Measurement, median_seconds_of
from metrics.catalogue import metrics, populations
from metrics.definition import Metric
from metrics.sql import counting_statement

CASES = 100_000

AT_MOST = 5.0
"""Entering a cohort once and checking every date cost a window and a pass; more than this is waste."""

FLOOR = """
SELECT jurisdiction, year(entered_on), {category}, ending,
  date_diff('day', entered_on, coalesce(ended_on, censored_on)), count(*)
FROM {population} WHERE is_trafficking GROUP BY 1, 2, 3, 4, 5
"""

PACE_FLOOR = """
SELECT jurisdiction, number, {category}, ending, date_diff('day', entered_on, {day}), count(*)
FROM {population}
JOIN (SELECT unnest(range(1900, 2100)) AS number) AS years
  ON number BETWEEN year(entered_on) AND year(coalesce(ended_on, censored_on))
WHERE is_trafficking GROUP BY 1, 2, 3, 4, 5
"""
"""A pace counts everybody once in each year they were open: when they came under observation, and when they left it."""
COMING_AND_LEAVING = ("make_date(number, 1, 1)", "coalesce(ended_on, censored_on)")


def floor_of(metric: Metric) -> str:
    """The plain groupings for the total and each breakdown: no cohort entry, no checks of dates."""
    floors = [FLOOR]
    if metric.counting["estimate"] == "current_pace":
        floors = [PACE_FLOOR.replace("{day}", day) for day in COMING_AND_LEAVING]
    categories = ("'total'", *metric.breakdowns)
    parts = (
        floor.format(population=metric.population, category=one)
        for floor in floors
        for one in categories
    )
    return " UNION ALL ".join(parts)


def measure() -> Iterator[Measurement]:
    with tempfile.TemporaryDirectory() as folder:
        con = demo_case_store(Path(folder), CASES)
        for metric in metrics().values():
            if metric.kind != "time_to_event":
                continue
            name = metric.population
            con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {populations()[name].rows}")
            (rows,) = con.execute(f"SELECT count(*) FROM {name}").fetchone()
            texts = [counting_statement(metric), floor_of(metric)]
            counted, floor = median_seconds_of(
                [lambda text=text: con.execute(text).fetchall() for text in texts]
            )
            title = (
                f"counting {metric.name}, {rows:,} rows, {1 + len(metric.breakdowns)} breakdowns"
            )
            yield Measurement(title, counted, "its GROUP BYs alone", floor, most=AT_MOST)
        con.close()
