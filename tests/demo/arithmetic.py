"""Survival arithmetic written out by hand, sharing no code with the project."""

from math import sqrt


def survival(times: list[tuple[int, bool]]) -> list[tuple[int, float]]:
    """Kaplan-Meier steps (day, share still open) from pairs (days, has ended)."""
    at_risk = len(times)
    share, steps = 1.0, []
    days: dict[int, list[int]] = {}
    for day, ended in times:
        counts = days.setdefault(day, [0, 0])
        counts[0 if ended else 1] += 1
    for day in sorted(days):
        ended, censored = days[day]
        if ended:
            share *= 1 - ended / at_risk
            steps.append((day, share))
        at_risk -= ended + censored
    return steps


def median(times: list[tuple[int, bool]]) -> int | None:
    """First day on which at most half are still open; None where that is never reached."""
    return next((day for day, share in survival(times) if share <= 0.5), None)


def share_ended_by(times: list[tuple[int, bool]], horizon: int) -> float:
    """Share ended by the horizon, one kind of end only."""
    open_share = 1.0
    for day, share in survival(times):
        if day <= horizon:
            open_share = share
    return 1 - open_share


def margin(share: float, number: int) -> float:
    """Four standard errors of a share: chance exceeds it once in sixteen thousand draws."""
    return 4 * sqrt(share * (1 - share) / number)
