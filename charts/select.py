"""Which row of a release is the number of a metric at a place, and which rows are its history.

The only rule there is: tiles, tables, charts, sentences, reports and workbooks ask here, so that a number
stays the same whichever way a reader comes to it. docs/methods.md says the rule in words.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from charts.describe import is_pooled, quality
from charts.format import is_missing
from charts.labels import CROSSED

USUAL_HORIZON = 730
"""Days. Two years see most first-instance trials end, and leave all but the youngest cohorts in view."""
STAGES = ("investigated", "charged", "tried", "convicted")
"""Stages of justice in the order in which they are passed; the last stands for all."""
UNKNOWN = "unknown"
"""Member of every breakdown: those about whom the fact is not known."""
SERIES = ("source", "scope", "origin", "currency", "unit_counted", "period_kind")
"""Results that differ in one of these are about different things and never share a chart."""
DAYS_LATE = 366
"""A number that ends more than this before the data do is an older one."""

Period = tuple[date, date]
"""First and last day."""


def select_headline(
    definition: Mapping,
    rows: Iterable[dict],
    *,
    period: Period | None = None,
    horizon: int | None = None,
) -> dict | None:
    """The row that stands for a metric at a place; None where no one number sums the metric up there.

    `rows` are all results of the metric at the place. The newest period with a number is taken or, where
    none has one, the newest. With `period` it is that one or, where it has no number, the shortest around
    it that has; None where no row lies around it. `horizon` (days) takes the place of the usual one.
    """
    candidates = select_candidates(definition, rows, horizon=horizon)
    candidates = of_period(candidates, period) if period else of_newest_period(candidates)
    # No total sums up a mix; its largest member tells most about it.
    return max(candidates, key=lambda row: (number(row["value"]), row["category"]), default=None)


def select_parts(definition: Mapping, rows: Iterable[dict]) -> list[dict]:
    """The headline or, of a metric that no one number sums up at the place, the newest row of each of its figures."""
    rows = list(rows)
    headline = select_headline(definition, rows)
    if headline and headline["breakdown"] in ("total", "stage"):
        return [headline]
    figures: dict[tuple, list[dict]] = {}
    for row in coarsest(_foremost_rows(rows)):
        figures.setdefault((row["breakdown"], row["category"]), []).append(row)
    return [of_newest_period(_of_newest_series(figure))[0] for figure in figures.values()]


def select_history(definition: Mapping, rows: Iterable[dict]) -> list[dict]:
    """All periods of the number: the rows that differ from the headline in nothing but the period, oldest first."""
    rows = list(rows)
    headline = select_headline(definition, rows)
    if headline is None:
        return []
    same = [
        row
        for row in select_candidates(definition, rows)
        if row["category"] == headline["category"]
    ]
    return sorted(same, key=end_and_start)


def select_candidates(
    definition: Mapping, rows: Iterable[dict], *, horizon: int | None = None
) -> list[dict]:
    """The rows, of every period, that may stand for the metric at the place: alike in all but period and member.

    What was counted here comes before what others published, trafficking before all crime. The series is
    the one with the newest number (of published figures that is the newest edition), the follow-up the
    usual one or, where it has no number at the place, the nearest that has.
    """
    rows = _summing_up(definition, _foremost_rows(rows))
    return of_nearest_horizon(_of_newest_series(rows), horizon)


def of_newest_period(rows: Sequence[dict]) -> list[dict]:
    """The rows of the newest period with a number or, where none has one, of the newest.

    Of periods that end together the shortest is taken: a year, and not the years that it is pooled with.
    """
    numbered = [row for row in rows if has_number(row)] or rows
    newest = max(map(end_and_start, numbered), default=None)
    return [row for row in numbered if end_and_start(row) == newest]


def newest(rows: Sequence[dict]) -> dict:
    """The row of the newest period with a number, of rows that differ in the period alone."""
    return of_newest_period(rows)[0]


def of_period(rows: Sequence[dict], period: Period) -> list[dict]:
    """The rows of this period or, where it has no number, of the shortest period around it that has one."""
    first, last = period
    around = {span(row) for row in rows if span(row)[0] <= first and last <= span(row)[1]}
    shortest_first = sorted(around, key=lambda days: (days[1] - days[0], days))
    by_span = {days: [row for row in rows if span(row) == days] for days in shortest_first}
    numbered = (days for days in shortest_first if any(map(has_number, by_span[days])))
    chosen = next(numbered, shortest_first[0] if shortest_first else None)
    return by_span.get(chosen, [])


def of_nearest_horizon(rows: Sequence[dict], wanted: int | None = None) -> list[dict]:
    """The rows followed as long as wanted, by default the usual time, or the nearest to it that has a number."""
    wanted = wanted or USUAL_HORIZON
    horizons = {row["horizon_days"] for row in rows if has_number(row)}
    horizons = horizons or {row["horizon_days"] for row in rows}
    nearest = min(
        horizons, key=lambda days: (abs(number(days) - wanted), number(days)), default=None
    )
    return [row for row in rows if row["horizon_days"] == nearest]


def is_older(row: dict) -> bool:
    """True where a number ends more than a year, and the time of follow-up, before the data end."""
    waiting = timedelta(days=DAYS_LATE + int(number(row["horizon_days"])))
    return (
        has_number(row)
        and not is_missing(row["as_of"])
        and row["period_end"] + waiting < row["as_of"]
    )


def later_blanks(row: dict, history: Iterable[dict]) -> list[dict]:
    """Rows of a number's history that end after it: they have no number, or it would not be the newest."""
    return [each for each in history if each["period_end"] > row["period_end"]]


def span(row: dict) -> Period:
    """The days a row is about; a stock is of the year at whose end it was counted."""
    end = row["period_end"]
    if row["period_kind"] == "stock":
        return end.replace(month=1, day=1), end
    return row["period_start"], end


def end_and_start(row: dict) -> tuple[date, date]:
    """Orders rows by time: by their last day, of equals the longer before the shorter."""
    return row["period_end"], row["period_start"]


def has_number(row: dict) -> bool:
    return quality(row) != "blank"


def number(value) -> float:
    return 0.0 if is_missing(value) else float(value)


def summing_up(rows: Iterable[dict]) -> list[dict]:
    """The rows of any places that metrics are summed up by: totals and, of those told in stages, the last stage."""
    rows = list(rows)
    totals = [row for row in rows if row["breakdown"] == "total"]
    return totals + _of_last_stage(rows)


def series_of(rows: Iterable[dict]) -> list[list[dict]]:
    """Rows that may share a chart: alike in what they are about; the series with the newest number first."""
    series = group_by(
        rows, lambda row: tuple(None if is_missing(row[n]) else row[n] for n in SERIES)
    )
    return sorted(series.values(), key=_newness, reverse=True)


def one_span(rows: Sequence[dict]) -> list[dict]:
    """Single years or, where pooled years have more numbers to tell, the pooled ones: never both in a line."""
    pooled = [row for row in rows if is_pooled(row)]
    single = [row for row in rows if not is_pooled(row)]
    return pooled if numbers_in(pooled) > numbers_in(single) or not single else single


def coarsest(rows: Sequence[dict]) -> list[dict]:
    """The rows of the plainest breakdowns: those that cross the fewest dimensions."""
    fewest = min((row["breakdown"].count(CROSSED) for row in rows), default=0)
    return [row for row in rows if row["breakdown"].count(CROSSED) == fewest]


def unknown_last(rows: Sequence[dict]) -> list[dict]:
    """The same order, but those about whom the fact is not known come after all others."""
    return sorted(rows, key=lambda row: UNKNOWN in row["category"].split(CROSSED))


def by_column(rows: Iterable[dict], name: str) -> dict:
    """Rows by what stands in a column."""
    return group_by(rows, lambda row: None if is_missing(row[name]) else row[name])


def group_by(rows: Iterable[dict], key: Callable) -> dict:
    """Key -> its rows, in the order in which keys come."""
    groups: dict = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def numbers_in(rows: Iterable[dict]) -> int:
    return sum(map(has_number, rows))


def _summing_up(definition: Mapping, rows: list[dict]) -> list[dict]:
    """Of one place: totals with a number, else the last stage, else the known members of a mix; else blank totals."""
    totals = [row for row in rows if row["breakdown"] == "total"]
    if any(map(has_number, totals)):
        return totals
    members = []
    if definition["kind"] == "mix":
        members = coarsest([row for row in rows if row["breakdown"] != "total"])
    return _of_last_stage(rows) or [r for r in members if r["category"] != UNKNOWN] or totals


def _of_last_stage(rows: Iterable[dict]) -> list[dict]:
    stages = by_column((row for row in rows if row["breakdown"] == "stage"), "category")
    last = max(stages, key=lambda name: STAGES.index(name) if name in STAGES else -1, default=None)
    return stages.get(last, [])


def _foremost_rows(rows: Iterable[dict]) -> list[dict]:
    """What was counted here before what others published, then trafficking before all crime."""
    return _foremost(_foremost(list(rows), "source", "case"), "scope", "trafficking")


def _foremost(rows: list[dict], column: str, first: str) -> list[dict]:
    """The rows of which `first` is said or, where there is none, all: what is told of others stands beside it."""
    return [row for row in rows if row[column] == first] or rows


def _of_newest_series(rows: Sequence[dict]) -> list[dict]:
    return next(iter(series_of(rows)), [])


def _newness(rows: list[dict]) -> tuple:
    """Ranks series by their newest number, of equals the later edition, then the one with most numbers."""
    numbered = [row for row in rows if has_number(row)]
    # The columns settle what is left: the order of rows must not decide.
    names = [["" if is_missing(rows[0][name]) else str(rows[0][name])] for name in SERIES]
    newest = max(row["period_end"] for row in numbered or rows)
    return bool(numbered), newest, names[SERIES.index("origin")], len(numbered), names
