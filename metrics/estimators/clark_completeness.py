"""How much of the follow-up that was possible took place (Clark, Altman & De Stavola 2002)."""

from metrics.estimators.estimate import check_part


def clark_completeness(observed: float, potential: float) -> float | None:
    """Observed over potential person-time, 0 to 1; None where no time was possible.

    A person's potential time ends with the event, or else with the horizon or the data date.
    """
    check_part(observed, potential)
    return observed / potential if potential else None
