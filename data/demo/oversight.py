"""Tables that an oversight body sends: complaints and audits of files."""

from datetime import date

import numpy as np
import pyarrow as pa

from data.demo.dice import NEVER, Dice, after, day_number
from data.demo.files import Files
from data.demo.rows import identifiers, table
from data.demo.truths import AS_OF, START

AUDITS = (2018, 2020, 2022, 2024)
DRAWN = 60
"""Files drawn for one audit, where there are as many."""

CRITERIA = {"identification": 0.72, "needs_assessment": 0.6, "interpreter": 0.8, "information": 0.66,
            "non_punishment": 0.85, "financial_inquiry": 0.4, "charging_reasons": 0.7}  # fmt: skip
"""Criterion -> share of files that meet it."""


def oversight_tables(place: str, files: Files, cut: int, dice: Dice) -> dict[str, pa.Table]:
    """Everything up to the data date."""
    samples = _samples(files, dice)
    return {
        "complaints": _complaints(place, len(files.opened), cut, dice),
        "audit_samples": table(
            "audit_samples",
            jurisdiction=place,
            sample_id=identifiers(f"{place}-U", np.arange(len(samples["case"]))),
            audit_id=np.array([f"{place}-AUDIT-{year}" for year in samples["year"]], dtype=object),
            frame_size=samples["frame"],
            drawn_on=samples["drawn"],
            case_id=identifiers(f"{place}-C", samples["case"]),
        ),
        "audit_findings": _findings(place, samples, cut, dice),
    }


def _complaints(place: str, cases: int, cut: int, dice: Dice) -> pa.Table:
    size = max(1, round(cases * 0.03))
    received = np.sort(dice.days_between(day_number(START), day_number(AS_OF), size))
    decided = after(received, dice.days(110, 0.7, size), dice.chance(0.93, size))
    is_decided = decided <= cut
    outcome = dice.pick(
        {"not_upheld": 0.52, "upheld": 0.18, "partly_upheld": 0.18, "withdrawn": 0.12}, size
    )
    outcome = np.where(is_decided, outcome, "pending")
    is_upheld = np.isin(outcome, ("upheld", "partly_upheld"))
    sanction = dice.pick({"apology": 0.4, "training": 0.3, "discipline": 0.15, "none": 0.15}, size)
    return table(
        "complaints",
        jurisdiction=place,
        complaint_id=identifiers(f"{place}-G", np.arange(size)),
        about=dice.pick(
            {
                "police": 0.5,
                "prosecution": 0.12,
                "court": 0.1,
                "support": 0.16,
                "immigration": 0.12,
            },
            size,
        ),
        received_on=received,
        decided_on=np.where(is_decided, decided, NEVER),
        outcome=outcome,
        is_independent=dice.chance(0.45, size),
        sanction=np.where(is_upheld, sanction, None),
    )


def _samples(files: Files, dice: Dice) -> dict[str, np.ndarray]:
    parts = []
    for year in AUDITS:
        drawn = day_number(date(year, 11, 15))
        frame = np.flatnonzero((files.opened < drawn) & (files.opened >= drawn - 730))
        case = np.sort(dice.random.permutation(frame)[:DRAWN])
        same = np.ones(len(case), dtype=int)
        parts.append(
            {"case": case, "year": same * year, "frame": same * len(frame), "drawn": same * drawn}
        )
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _findings(place: str, samples: dict[str, np.ndarray], cut: int, dice: Dice) -> pa.Table:
    """One reading a file and criterion, and a second by another auditor for one file in five."""
    files = len(samples["case"])
    second = np.flatnonzero(dice.chance(0.2, files))
    file = np.r_[np.arange(files), second]
    reader = np.r_[np.zeros(files, dtype=int), np.ones(len(second), dtype=int)]
    shares = np.array(list(CRITERIA.values()))
    truth = dice.random.random((files, len(shares))) < shares
    read = np.where(dice.chance(0.9, (len(file), len(shares))), truth[file], ~truth[file])
    result = np.where(read, "met", "not_met").astype(object).ravel()
    result[dice.chance(0.03, len(result))] = "cannot_tell"
    drawn = np.repeat(samples["drawn"][file], len(shares))
    is_wanting = result == "not_met"
    closed = after(
        drawn, dice.days(150, 0.7, len(result)), is_wanting & dice.chance(0.7, len(result))
    )
    return table(
        "audit_findings",
        jurisdiction=place,
        finding_id=identifiers(f"{place}-Z", np.arange(len(result))),
        sample_id=identifiers(f"{place}-U", np.repeat(file, len(shares))),
        criterion=np.tile(np.array(list(CRITERIA), dtype=object), len(file)),
        result=result,
        auditor=np.where(
            np.repeat(reader, len(shares)) == 0, f"{place}-READER-1", f"{place}-READER-2"
        ).astype(object),
        due_on=np.where(is_wanting, drawn + 180, NEVER),
        closed_on=np.where(closed <= cut, closed, NEVER),
    )
