"""Single lives and plain curves over them, one day after the other."""

from collections import defaultdict
from datetime import date


def splits(features: dict, *names: str) -> list[tuple[str, str]]:
    return [("total", "total"), *((name, features[name]) for name in names)]


def is_whole(year: int, as_of: date) -> bool:
    return date(year, 12, 31) <= as_of


def spell(start, end, outcome, good, as_of):
    """(days, event or other or open, days that could have been followed), or None where dates do not allow it."""
    if outcome == "open":
        kind, end = "open", as_of
    else:
        kind = "event" if good is None or outcome in good else "other"
    if end is None or end < start:
        return None
    return (end - start).days, kind, (as_of - start).days


def curve_at(spells, horizon: int) -> float | None:
    """Aalen-Johansen, one day after the other."""
    share, alive, at_risk = 0.0, 1.0, len(spells)
    days = sorted({days for days, *_ in spells if days <= horizon})
    tally = defaultdict(lambda: [0, 0, 0])
    for days_taken, kind, _ in spells:
        tally[days_taken][("event", "other", "open").index(kind)] += 1
    for day in days:
        event, other, gone = tally[day]
        share += alive * event / at_risk
        alive *= 1 - (event + other) / at_risk
        at_risk -= event + other + gone
    return share


def half_ended(spells) -> float | None:
    """Kaplan-Meier median."""
    return ended_by(spells, 0.5)


def ended_by(spells, share: float) -> float | None:
    """The day by which a share has ended (Kaplan-Meier); the middle of the step where the curve stands on it."""
    tally = defaultdict(lambda: [0, 0])
    for days, kind, _ in spells:
        tally[days][kind == "open"] += 1
    alive, at_risk, on_it = 1.0, len(spells), None
    for day in sorted(tally):
        ended, gone = tally[day]
        if ended:
            alive *= 1 - ended / at_risk
            if abs(alive - (1 - share)) < 1e-9 and on_it is None:
                on_it = day
            elif alive < 1 - share - 1e-9:
                return day if on_it is None else (on_it + day) / 2
        at_risk -= ended + gone
    return None if on_it is None else (on_it + max(tally)) / 2


def mean_within(spells, horizon: int) -> float:
    """Mean days to an end, at most `horizon` for each: the curve of those still open, added up day by day."""
    tally = defaultdict(lambda: [0, 0])
    for days, kind, _ in spells:
        tally[days][kind == "open"] += 1
    alive, at_risk, area = 1.0, len(spells), 0.0
    for day in range(horizon):
        ended, gone = tally[day]
        if ended:
            alive *= 1 - ended / at_risk
        at_risk -= ended + gone
        area += alive
    return area


def half_in_windows(windows) -> int | None:
    """The day at which the curve of people seen in parts of their time only falls to one half; (from, to, ended) each."""
    ends, changes = defaultdict(int), defaultdict(int)
    for first, last, has_ended in windows:
        changes[first] += 1
        changes[last + 1] -= 1
        ends[last] += has_ended
    left, at_risk = 1.0, 0
    for day in sorted({*ends, *changes}):
        at_risk += changes[day]
        if ends[day]:
            left *= 1 - ends[day] / at_risk
            if left <= 0.5 + 1e-12:
                return day
    return None
