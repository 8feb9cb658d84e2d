"""A case store of the demo, filled straight from its files: benchmarks of later steps do not wait for validation."""

from pathlib import Path

import duckdb

from data.demo import make_submissions
from data.demo.truths import TRUTHS, Truths
from data.schema import create_statement, tables
from data.store.data_dates import create_data_dates


def demo_case_store(folder: Path, cases: int, truths: Truths = TRUTHS) -> duckdb.DuckDBPyConnection:
    """Connection to a store in `folder` with `cases` demo cases of an invented world; nothing is validated."""
    con = duckdb.connect(str(folder / "store.duckdb"))
    for table in tables().values():
        con.execute(create_statement(table))
    seen = set()
    # The newest vintage first: a superseded one is not loaded at all.
    for one in reversed(make_submissions(folder / "demo", cases=cases, truths=truths)):
        series = (one.agency_id, one.mapping, one.period_end)
        if series in seen:
            continue
        seen.add(series)
        _load(con, one, f"submission-{len(seen)}")
    create_data_dates(con)
    return con


def _load(con: duckdb.DuckDBPyConnection, one, submission_id: str) -> None:
    for path in sorted(one.paths[0].glob("*.parquet")):
        con.execute(
            f"INSERT INTO {path.stem} BY NAME SELECT *, ? AS submission_id FROM read_parquet('{path}')",
            [submission_id],
        )
    con.execute(
        "INSERT INTO submissions BY NAME SELECT ? AS submission_id, ? AS jurisdiction, ? AS agency_id,"
        " 'trafficking' AS scope, ? AS period_start, ? AS period_end, ? AS as_of, 'pass' AS verdict",
        [submission_id, one.agency_id[:3], one.agency_id, one.period_start, one.period_end, one.period_end],
    )  # fmt: skip
