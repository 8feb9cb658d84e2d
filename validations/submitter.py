"""Who sends, and for which days: checked before anything is read."""

import re
from datetime import date

from data.intake.problems import IntakeError, Problem
from data.schema import PATTERNS


def check_submitter(agency_id: str, period_start: date, period_end: date) -> None:
    """Raises IntakeError unless the agency's identifier has its form and the period runs forwards."""
    problems = []
    if not re.fullmatch(PATTERNS["agency"], agency_id or ""):
        problems.append(
            Problem(
                "agency_form",
                "The agency's identifier begins with the three letters of its State and goes on after a hyphen in capitals and digits.",
                hint="As in XAA-COURT or USA-IL-COOK.",
            )
        )
    if period_end < period_start:
        problems.append(Problem("period_reversed", "The period's last day lies before its first."))
    if problems:
        raise IntakeError(problems)
