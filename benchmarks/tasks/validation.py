"""Validating and receiving a submission of 100,000 rows, beside bare Great Expectations with the same expectations and a bare COPY."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import duckdb

from benchmarks.measure import REPEATS, Measurement, seconds_of
from data.demo import DemoSubmission, make_submissions
from data.intake.submission import Submission, open_submission
from validations.receive import receive
from validations.suites import load_great_expectations
from validations.validate import expectations, validate

CASES = 36_000
"""Demo cases for which the largest place's justice data come to some 100,000 rows."""

MOST = 1.0
"""Times bare Great Expectations that validating may take, and times that and a bare COPY of the
files that receiving may take: different values are looked at once, so all else fits into what that saves."""


def measure() -> Iterator[Measurement]:
    with tempfile.TemporaryDirectory() as folder:
        sent = make_submissions(Path(folder), cases=CASES)[0]
        bare, asked, rows = _bare(
            _opened(sent), sorted(path.stem for path in sent.paths[0].iterdir())
        )
        whole_times, bare_times, received_times, copy_times = [], [], [], []
        validate(_opened(sent))
        for _ in range(REPEATS):
            submission = _opened(sent)
            whole_times.append(seconds_of(lambda submission=submission: validate(submission)))
            bare_times.append(seconds_of(bare))
            copy_times.append(seconds_of(lambda: _copy(sent, Path(folder) / "copy")))
            received_times.append(seconds_of(lambda: _receive(sent, Path(folder) / "vault")))
    whole, floor = median(whole_times), median(bare_times)
    title = f"validation, {rows:,} rows, {asked} expectations"
    yield Measurement(title, whole, "bare Great Expectations", floor, most=MOST)
    floor += median(copy_times)
    received, named = median(received_times), "bare Great Expectations and a bare COPY"
    yield Measurement(f"receiving, {rows:,} rows", received, named, floor, most=MOST)


def _copy(sent: DemoSubmission, target: Path) -> None:
    """The files read and written again, as they are."""
    target.mkdir(exist_ok=True)
    for path in sent.paths[0].iterdir():
        duckdb.execute(
            f"COPY (FROM '{path}') TO '{target / path.name}' (FORMAT parquet, COMPRESSION zstd)"
        )


def _receive(sent: DemoSubmission, vault: Path) -> None:
    """One submission into an empty vault."""
    shutil.rmtree(vault, ignore_errors=True)
    receive(
        sent.paths,
        mapping=sent.mapping,
        agency_id=sent.agency_id,
        period_start=sent.period_start,
        period_end=sent.period_end,
        vault=vault,
        is_synthetic=True,
    )


def _opened(sent: DemoSubmission) -> Submission:
    period = (sent.period_start, sent.period_end)
    return open_submission(sent.paths, sent.mapping, period, sent.agency_id)


def _bare(submission: Submission, tables: list[str]):
    """The bare run as a function, how many expectations it asks, and of how many rows."""
    library = load_great_expectations()
    submission.map()
    context = library.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    source = context.data_sources.add_pandas("bare")
    asset = source.add_dataframe_asset("table")
    definition = asset.add_batch_definition_whole_dataframe("whole")
    batches, asked, rows = [], 0, 0
    for table in tables:
        names = f"SELECT * EXCLUDE (row_ids) FROM mapped.{table}"
        frame = submission.con.execute(names).df()
        wanted = [one for one in expectations(submission, table) if set(one.columns) <= set(frame)]
        classes = library.expectations
        suite = library.ExpectationSuite(
            name=table,
            expectations=[getattr(classes, one.expectation)(**one.arguments) for one in wanted],
        )
        batches.append((definition.get_batch({"dataframe": frame}), suite))
        asked, rows = asked + len(wanted), rows + len(frame)
    return lambda: [batch.validate(suite) for batch, suite in batches], asked, rows
