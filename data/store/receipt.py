"""Receipts: what was sent, when, by whom, and what became of it."""

import json
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from functools import cache
from pathlib import Path

from data.store.durable import FileVersion, file_version
from data.store.places import accepted_folder
from data.store.problems import StoreError

FILE = "receipt.json"


@dataclass(frozen=True)
class Receipt:
    """One submission's receipt. The fields of the table `submissions` come first, under the same names.

    `tables` gives the rows stored a table, `jurisdictions` those that the rows speak of. `folder` is where the files or, for a submission
    that was not accepted, the report can be read. Counts are source rows.
    """

    submission_id: str
    jurisdiction: str | None
    agency_id: str
    mapping: str
    scope: str
    period_start: date
    period_end: date
    as_of: date
    received_at: str
    sha256: str
    rows_received: int
    rows_accepted: int
    rows_quarantined: int
    rows_excluded: int
    values_blanked: int
    verdict: str
    vintage: int
    is_synthetic: bool
    sentence: str = ""
    supersedes: str | None = None
    tables: dict[str, int] = field(default_factory=dict)
    jurisdictions: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    folder: Path | None = None
    already_received: bool = False

    @property
    def is_accepted(self) -> bool:
        return self.verdict != "fail"

    @property
    def series(self) -> tuple:
        """What a later vintage replaces: the same agency, mapping and period."""
        return self.agency_id, self.mapping, self.period_start, self.period_end

    def text(self) -> str:
        """The receipt as a steward reads it on a terminal."""
        lines = [
            f"{'SYNTHETIC. ' if self.is_synthetic else ''}Verdict: {self.verdict}. {self.sentence}",
            f"Rows: {self.rows_received:,} received = {self.rows_accepted:,} accepted + "
            f"{self.rows_quarantined:,} quarantined + {self.rows_excluded:,} excluded by the mapping.",
        ]
        if self.values_blanked:
            lines.append(f"Impossible values blanked, rows kept: {self.values_blanked:,}.")
        lines += [f"  - {remark}" for remark in self.remarks]
        if self.already_received:
            lines.insert(0, "Already received: these bytes were accepted before. Nothing changed.")
        elif self.is_accepted and self.supersedes:
            lines.append(f"Vintage {self.vintage}: replaces {self.supersedes}, which is kept.")
        if self.is_accepted:
            lines.append(f"Receipt: {self.submission_id}")
        lines.append(
            f"Report: {self.folder / 'validation.html' if self.folder else 'none written'}"
        )
        return "\n".join(lines)

    def json(self) -> str:
        """What is kept beside the data."""
        kept = asdict(self)
        del kept["folder"], kept["already_received"]
        return json.dumps(kept, indent=1, default=str, ensure_ascii=False)


def receipts(vault: Path) -> list[Receipt]:
    """Every accepted submission's receipt by id, superseded ones included: in which order they
    arrived must not show in anything made of them."""
    found = [
        _read(path, file_version(path)) for path in accepted_folder(vault).glob(f"[!.]*/{FILE}")
    ]
    return sorted(found, key=lambda receipt: receipt.submission_id)


def current_receipts(vault: Path) -> list[Receipt]:
    """The receipts that no later vintage has replaced, by id."""
    newest: dict[tuple, Receipt] = {}
    for receipt in receipts(vault):
        newest[receipt.series] = max(
            receipt, newest.get(receipt.series, receipt), key=lambda one: one.vintage
        )
    return sorted(newest.values(), key=lambda receipt: receipt.submission_id)


@cache
def _read(path: Path, version: FileVersion | None) -> Receipt:
    """The receipt, read once a process as long as the file is the same."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        for name in ("period_start", "period_end", "as_of"):
            kept[name] = date.fromisoformat(kept[name])
        known = {one.name for one in fields(Receipt)}
        values = {name: value for name, value in kept.items() if name in known}
        return Receipt(**values, folder=path.parent)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"The receipt of submission {path.parent.name} cannot be read. Restore that folder from a backup."
        ) from error
