"""The way in: read, validate, accept. Everything a steward's `submit` and `validate` do."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from data.intake.submission import Submission, open_submission
from data.schema import submitted_tables
from data.store import (
    Receipt,
    accept,
    already_accepted,
    fingerprint,
    known_keys,
)
from data.store.durable import settled_folder, sweep
from data.store.lock import locked
from data.store.places import open_vault, rejected_folder
from validations.papers import papers, write_papers
from validations.report import Report
from validations.submitter import check_submitter
from validations.validate import validate


def receive(
    paths: Iterable[Path | str],
    *,
    mapping: str | Path = "own",
    agency_id: str,
    period_start: date,
    period_end: date,
    vault: Path,
    is_synthetic: bool = False,
    progress: Callable | None = None,
) -> Receipt:
    """Reads, validates and, when it can be believed, accepts a submission; returns its receipt.

    The same bytes with the same mapping, agency and period again change nothing, and the receipt
    says so. A submission that fails leaves its report in the vault under `rejected/`. Raises
    IntakeError where the files cannot be read or the mapping is wrong, StoreError where the vault
    cannot be used; then nothing was accepted.
    """
    check_submitter(agency_id, period_start, period_end)
    paths, vault = [Path(path) for path in paths], open_vault(Path(vault))
    with open_submission(
        paths, mapping, (period_start, period_end), agency_id, progress
    ) as submission:
        receipt = first_receipt(submission, paths, is_synthetic)
        if same := already_accepted(vault, receipt):
            return replace(same, already_received=True)
        report = replace(judge(submission, vault, progress), is_synthetic=is_synthetic)
        receipt = judged_receipt(receipt, report, submission.con)
        if progress:
            progress("Writing to the vault")
        if not receipt.is_accepted:
            return reject(receipt, report, vault)
        return accept(submission.con, receipt, vault, lambda _: papers(report))


def inspect(
    paths: Iterable[Path | str],
    *,
    mapping: str | Path = "own",
    agency_id: str,
    period_start: date,
    period_end: date,
    vault: Path,
    progress: Callable | None = None,
) -> Report:
    """The report that `receive` would make, against what the vault holds now; nothing is written."""
    check_submitter(agency_id, period_start, period_end)
    with open_submission(
        paths, mapping, (period_start, period_end), agency_id, progress
    ) as submission:
        return judge(submission, Path(vault), progress)


def judge(submission: Submission, vault: Path, progress: Callable | None = None) -> Report:
    """The report on an opened submission, in the light of everything else that is accepted."""
    series = (submission.agency_id, submission.mapping.name, *submission.period)
    known = known_keys(vault, besides=series, state=submission.agency_id[:3])
    return validate(submission, known, progress)


def first_receipt(submission: Submission, paths: list[Path], is_synthetic: bool) -> Receipt:
    """Who sent what, before it is judged."""
    return Receipt(
        submission_id="",
        jurisdiction=None,
        agency_id=submission.agency_id,
        mapping=submission.mapping.name,
        scope=submission.mapping.scope,
        period_start=submission.period[0],
        period_end=submission.period[1],
        as_of=submission.as_of,
        received_at=datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC"),
        sha256=fingerprint(paths, f"{submission.mapping.name} {submission.mapping.digest}"),
        rows_received=0,
        rows_accepted=0,
        rows_quarantined=0,
        rows_excluded=0,
        values_blanked=0,
        verdict="fail",
        vintage=1,
        is_synthetic=is_synthetic,
    )


def judged_receipt(receipt: Receipt, report: Report, con: duckdb.DuckDBPyConnection) -> Receipt:
    """The receipt with the verdict and the row accounts."""
    named = con.execute(
        "SELECT jurisdiction FROM mapped.agencies WHERE agency_id = ? UNION "
        "SELECT jurisdiction FROM known.agencies WHERE agency_id = ? ORDER BY 1",
        [receipt.agency_id, receipt.agency_id],
    ).fetchall()
    spoken_of = " UNION ".join(
        f"SELECT jurisdiction FROM mapped.{name}" for name in submitted_tables()
    )
    return replace(
        receipt,
        # An agency that nobody has described stands under the State that its identifier begins with.
        jurisdiction=named[0][0] if named else receipt.agency_id[:3],
        rows_received=report.account.received,
        rows_accepted=report.account.accepted,
        rows_quarantined=report.account.quarantined,
        rows_excluded=report.account.excluded,
        values_blanked=report.values_blanked,
        verdict=report.verdict,
        sentence=report.sentence,
        remarks=report.remarks(),
        tables=report.tables,
        jurisdictions=[one for (one,) in con.execute(f"{spoken_of} ORDER BY 1").fetchall() if one],
    )


def reject(receipt: Receipt, report: Report, vault: Path) -> Receipt:
    """Keeps the report, and nothing else, of a submission that was not accepted."""
    name = f"{receipt.agency_id[:26]}-{receipt.sha256[:12]}"
    final = rejected_folder(vault) / name
    with locked(vault):
        sweep(rejected_folder(vault))
        with settled_folder(final, replace=True) as folder:
            write_papers(report, folder)
    return replace(receipt, submission_id=name, folder=final)
