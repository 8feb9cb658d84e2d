"""The demo's files, read by an engine of their own: a view a table, over the newest vintage of each submission."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from data.demo import DemoSubmission, make_submissions
from tests.demo.arithmetic import margin


@dataclass(frozen=True)
class Demo:
    """Submissions as written, and a connection with one view a table."""

    folder: Path
    submissions: list[DemoSubmission]
    con: duckdb.DuckDBPyConnection

    def rows(self, sql: str) -> list[tuple]:
        return self.con.execute(sql).fetchall()

    def value(self, sql: str):
        return self.con.execute(sql).fetchone()[0]

    def assert_share(self, truth: float, part: str, rows: str, bias: float = 0) -> None:
        """Of `rows` (what follows FROM) those with `part` are as many as the truth says, but for chance and `bias`."""
        number, share = self.rows(f"SELECT count(*), avg(({part})::INT) FROM {rows}")[0]
        assert number > 50
        assert share == pytest.approx(truth, abs=margin(truth, number) + bias)


@pytest.fixture(scope="session")
def demo(tmp_path_factory) -> Demo:
    folder = tmp_path_factory.mktemp("demo")
    submissions = make_submissions(folder, cases=20_000, seed=1)
    newest = {(one.agency_id, one.period_start, one.period_end): one for one in submissions}
    files: dict[str, list[str]] = {}
    for one in newest.values():
        for path in sorted(one.paths[0].glob("*.parquet")):
            files.setdefault(path.stem, []).append(str(path))
    con = duckdb.connect()
    for name, paths in files.items():
        con.execute(
            f"CREATE VIEW {name} AS SELECT * FROM read_parquet({paths}, union_by_name = true)"
        )
    return Demo(folder, submissions, con)
