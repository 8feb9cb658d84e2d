"""Small foreign files and mappings for the tests of the mapping language."""

import datetime
from pathlib import Path

from data.intake.mapping import read_mapping
from data.intake.submission import Submission, open_submission

PERIOD = (datetime.date(2020, 1, 1), datetime.date(2020, 12, 31))

HEAD = (
    'title = "T"\nscope = "trafficking"\n[constants]\njurisdiction = "XAA"\nagency_id = "XAA-POL"\n'
)


def submit(folder: Path, mapping: str, period=PERIOD, **texts: str) -> Submission:
    """Write each text as `<name>.csv`, read them through the mapping, and map."""
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    submission = open_submission(
        [folder / f"{name}.csv" for name in texts], read_mapping(mapping, "test"), period
    )
    submission.map()
    return submission


def rows(submission: Submission, query: str) -> list[tuple]:
    return submission.con.execute(query).fetchall()


def findings(submission: Submission) -> list[tuple]:
    """(rule, severity, column, row number) of every finding, in order."""
    return rows(
        submission,
        'SELECT f.rule, f.severity, f."column", r."row" FROM findings AS f '
        "LEFT JOIN source_rows AS r USING (row_id) ORDER BY ALL",
    )


def submit_files(paths: list[Path], mapping: str, period=PERIOD) -> Submission:
    """Read files of any kind through the text of a mapping, and map."""
    submission = open_submission(paths, read_mapping(mapping, "test"), period)
    submission.map()
    return submission


def counts(submission: Submission) -> tuple[int, int, int]:
    """Accepted, quarantined and excluded rows, which must add up to those received."""
    found = submission.counts()
    assert found.received == found.accepted + found.quarantined + found.excluded
    return found.accepted, found.quarantined, found.excluded
