"""Rows of a release as pages get them: the same as the release answers, read once, and not without bound."""

from datetime import date

import pandas as pd
import pytest

from release.read import ReleaseError
from views import reading
from views.reading import Results


def from_pandas(frame: pd.DataFrame) -> list[dict]:
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return [
        {
            name: cell.date() if isinstance(cell, pd.Timestamp) else cell
            for name, cell in row.items()
        }
        for row in rows
    ]


@pytest.fixture(scope="module")
def metric_ids(release) -> list[str]:
    return sorted(set(release.results()["metric_id"]))


def test_rows_are_those_of_a_frame(release):
    with release.cursor() as cursor:
        names = [
            name for (name,) in cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        ]
    for name in names:
        assert release.rows(name) == from_pandas(release.table(name)), name


def test_filters_keep_what_the_release_would(release, metric_ids):
    for key in metric_ids:
        for row in reading.results(release, key)[::7]:
            asked = {
                name: row[name]
                for name in ("jurisdiction", "horizon_days", "period_start", "currency")
            }
            expected = from_pandas(release.results(key, **asked))
            assert reading.results(release, key, **asked) == expected
            assert row in expected


def test_days_are_days(release, metric_ids):
    row = reading.results(release, metric_ids[0])[0]
    assert type(row["period_start"]) is date


def test_a_column_that_there_is_not_is_refused(release, metric_ids):
    with pytest.raises(ReleaseError, match="no column"):
        reading.results(release, metric_ids[0], nonsense=1)
    with pytest.raises(ReleaseError, match="no column"):
        release.rows("results", ("nonsense",))


class Counting:
    """A release of three rows a metric that counts how often it is asked."""

    def __init__(self):
        self.asked = []

    def rows(self, table, metric_id):
        self.asked.append(metric_id)
        return [{"metric_id": metric_id, "n": n} for n in range(3)]


def test_a_metric_is_read_once_and_what_is_derived_is_made_once():
    release, made = Counting(), []
    results = Results(release, most_rows=100)
    for _ in range(2):
        assert results.derive("one", ("sum",), lambda rows: made.append(1) or len(rows)) == 3
    assert release.asked == ["one"] and made == [1]


def test_what_was_asked_for_longest_ago_is_let_go():
    release = Counting()
    results = Results(release, most_rows=6)
    for key in ("one", "two", "one", "three", "one", "two"):
        results.derive(key, ("rows",), list)
    assert release.asked == ["one", "two", "three", "two"]


def test_the_metric_asked_for_last_stays_however_long_it_is():
    release = Counting()
    results = Results(release, most_rows=1)
    for _ in range(2):
        results.derive("one", ("rows",), list)
    assert release.asked == ["one"]
