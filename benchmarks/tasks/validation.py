"""Validating a submission of 100,000 rows, beside bare Great Expectations with the same expectations."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.measure import REPEATS, Measurement, seconds_of
from data.demo import DemoSubmission, make_submissions
from data.intake.submission import Submission, open_submission
from validations.suites import load_great_expectations
from validations.validate import expectations, validate

CASES = 36_000
"""Demo cases for which the largest place's justice data come to some 100,000 rows."""

BEYOND = 2.0
"""Seconds that reading rows in parts, rules across tables and the report may take on top."""


def measure() -> Iterator[Measurement]:
    with tempfile.TemporaryDirectory() as folder:
        sent = make_submissions(Path(folder), cases=CASES)[0]
        bare, asked, rows = _bare(
            _opened(sent), sorted(path.stem for path in sent.paths[0].iterdir())
        )
        whole_times, bare_times = [], []
        validate(_opened(sent))
        for _ in range(REPEATS):
            submission = _opened(sent)
            whole_times.append(seconds_of(lambda submission=submission: validate(submission)))
            bare_times.append(seconds_of(bare))
    whole, floor = median(whole_times), median(bare_times)
    title = f"validation, {rows:,} rows, {asked} expectations"
    yield Measurement(title, whole, "bare Great Expectations", floor)
    yield Measurement(f"{title}, beyond the bare run", whole - floor, most=BEYOND)


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
