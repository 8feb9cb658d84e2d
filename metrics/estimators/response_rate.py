"""Who answered, of whom, and who was reached at all (AAPOR, Standard Definitions: Response Rate 1, Contact Rate 1).

Both count everybody eligible below the line, those whom nobody could safely reach included.
"""

from metrics.estimators.estimate import check_part


def response_rate(answered: float, eligible: float) -> float | None:
    """Answered over eligible, 0 to 1; None where nobody was eligible."""
    check_part(answered, eligible)
    return answered / eligible if eligible else None


def contact_rate(contacted: float, eligible: float) -> float | None:
    """Safely contacted over eligible, 0 to 1; None where nobody was eligible."""
    check_part(contacted, eligible)
    return contacted / eligible if eligible else None
