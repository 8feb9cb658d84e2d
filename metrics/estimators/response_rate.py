"""Who answered, of whom: three rates of one survey, each with its denominator (AAPOR, Standard Definitions).

The response rate counts everybody eligible, those whom nobody could safely reach included; the
other two say where the people were lost.
"""

from dataclasses import dataclass

from metrics.estimators.estimate import check_part


@dataclass(frozen=True)
class Response:
    """Shares, 0 to 1; None where nobody stands below the line.

    `response`: answered over eligible (Response Rate 1). `contact`: invited over eligible (Contact
    Rate 1). `cooperation`: answered over invited (Cooperation Rate 1).
    """

    response: float | None
    contact: float | None
    cooperation: float | None


def response_rates(eligible: float, invited: float, answered: float) -> Response:
    """The three rates. Everybody who was safely contactable was invited."""
    check_part(invited, eligible)
    check_part(answered, invited)
    return Response(
        answered / eligible if eligible else None,
        invited / eligible if eligible else None,
        answered / invited if invited else None,
    )
