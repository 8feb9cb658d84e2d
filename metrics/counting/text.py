"""Pieces of SQL that several kinds of counting share."""

from metrics.counted_set import CountedSet, open_at_year_end
from metrics.definition import CROSS, CROSSED, Metric

PARTS = {
    "year": (("01-01", "12-31"),),
    "half": (("01-01", "06-30"), ("07-01", "12-31")),
    "quarter": (
        ("01-01", "03-31"),
        ("04-01", "06-30"),
        ("07-01", "09-30"),
        ("10-01", "12-31"),
    ),
}
"""Grain -> first and last day of each part of a year."""


def scope_filter(scope: str) -> str:
    """The one condition that tells the scopes apart."""
    return "is_trafficking" if scope == "trafficking" else "TRUE"


def one_of(column: str, codes: tuple[str, ...]) -> str:
    """A condition: the column has one of these codes; no code, never."""
    if not codes:
        return "FALSE"
    quoted = ", ".join(f"'{code}'" for code in codes)
    return f"{column} IN ({quoted})"


def by_scope(value, scope: str):
    """What a metric names for this scope, where it names one thing a scope."""
    return value[scope] if isinstance(value, dict) else value


def year_of(column: str) -> str:
    return f"CAST(EXTRACT(YEAR FROM {column}) AS INTEGER)"


def lies_in_one_year(metric: Metric) -> str:
    """A condition: all that covers the jurisdiction lies within one year. That part of a year is then the period."""
    name = metric.population
    return f"""(SELECT min(EXTRACT(YEAR FROM coalesce(covering.covered_from, covering.as_of))) = max(EXTRACT(YEAR FROM covering.as_of))
      FROM {name} AS covering WHERE covering.jurisdiction = {name}.jurisdiction)"""


def period_of(metric: Metric, column: str) -> str:
    """The year of a date; in a series by quarter or half-year, the number of it, counted from the year 0."""
    ends = PARTS[grain(metric)]
    if len(ends) == 1:
        return year_of(column)
    return f"{len(ends)} * {year_of(column)} + {_part_of(ends, column)}"


def grain(metric: Metric) -> str:
    """How finely the metric is counted: by year, unless a series asks for more."""
    return metric.counting.get("grain", "year")


def is_covered(metric: Metric, column: str) -> str:
    """A condition: whoever feeds the row has reported the whole year (quarter, half-year) of this date, or the date is missing."""
    start, end = (_day_of(PARTS[grain(metric)], column, side) for side in (0, 1))
    # Files left over from before the sender began to report are not all there were.
    return f"""({column} IS NULL OR ({end} <= as_of AND {start} >= coalesce(reported_from, {start}))
    OR {lies_in_one_year(metric)})"""


def _day_of(ends: tuple[tuple[str, str], ...], column: str, side: int) -> str:
    """The first (side 0) or last (side 1) day of the part of the year in which a date lies."""
    day = f"'-{ends[0][side]}'"
    if len(ends) > 1:
        cases = " ".join(f"WHEN {n} THEN '-{each[side]}'" for n, each in enumerate(ends))
        day = f"CASE {_part_of(ends, column)} {cases} END"
    return f"CAST(CAST({year_of(column)} AS VARCHAR) || {day} AS DATE)"


def _part_of(ends: tuple[tuple[str, str], ...], column: str) -> str:
    """The part of the year in which a date lies, from 0."""
    first_months = [int(start[:2]) for start, _ in ends[1:]]
    month = f"EXTRACT(MONTH FROM {column})"
    cases = " + ".join(f"CASE WHEN {month} >= {first} THEN 1 ELSE 0 END" for first in first_months)
    return f"({cases})"


def stock_day(metric: Metric) -> str:
    """The day on which a year's stock is counted: its end, or the data date where only a part of one year is covered."""
    return f"CASE WHEN year_end > as_of AND {lies_in_one_year(metric)} THEN as_of ELSE year_end END"


def is_in_stock(metric: Metric) -> str:
    """A condition: the unit had entered by the day of the stock, had not left, and was still observed."""
    entered, left, day = metric.counting["entered"], metric.counting["left"], stock_day(metric)
    # The last year by itself: a unit meets few years, not all in which it could still be there.
    last = f"CASE WHEN {is_open(metric)} OR {left} > as_of THEN {year_of('as_of')} ELSE {year_of(left)} END"
    return f"""calendar_year BETWEEN {year_of(entered)} AND {last}
    AND {day} >= {entered} AND {day} <= as_of AND {day} >= coalesce(reported_from, {entered})
    AND ({is_open(metric)} OR {left} > {day})"""


def is_open(metric: Metric) -> str:
    return f"{metric.counting['column']} = '{metric.counting['open']}'"


def is_undated(metric: Metric) -> str:
    """A condition: when the unit entered, or left, is not known."""
    entered, left = metric.counting["entered"], metric.counting["left"]
    return f"{entered} IS NULL OR ({left} IS NULL AND NOT {is_open(metric)})"


def breakdowns(metric: Metric) -> tuple[str, ...]:
    """The total and the breakdowns as readers see them; stages have no total, since nobody is counted over stages."""
    named = tuple(name.replace(CROSS, CROSSED) for name in metric.breakdowns)
    return named if "each" in metric.counting else ("total", *named)


def columns(metric: Metric) -> tuple[str, ...]:
    """The columns of the population that the breakdowns are made of, each once."""
    return tuple(dict.fromkeys(part for name in metric.breakdowns for part in name.split(CROSS)))


def dimensions(metric: Metric) -> str:
    """A derived table with one row a breakdown."""
    rows = " UNION ALL ".join(f"SELECT '{name}' AS breakdown" for name in breakdowns(metric))
    return f"({rows}) AS dimensions"


def category(metric: Metric, table: str = "units") -> str:
    """The member of the breakdown that a unit belongs to; what nobody recorded is a member of its own."""
    cases = " ".join(
        f"WHEN '{name.replace(CROSS, CROSSED)}' THEN {_member(name, table)}"
        for name in metric.breakdowns
    )
    if not cases:
        return "'total'"
    return f"CASE dimensions.breakdown {cases} ELSE 'total' END"


def kept(metric: Metric, form: str = "{name}") -> str:
    """The columns of the breakdowns, each written by `form`, with a comma in front of each."""
    return "".join(f",\n    {form.format(name=name)}" for name in columns(metric))


def stock(metric: Metric, scope: str) -> str:
    """A SELECT of the units open at the end of each year with their age in days; rows without year hold all units once, the undated as unknown."""
    undated = is_undated(metric)
    return f"""  SELECT jurisdiction, calendar_year AS period_year{kept(metric)},
    date_diff('day', {metric.counting["entered"]}, {stock_day(metric)}) AS days,
    1 AS units, 0 AS unknown
  FROM {metric.population}
  JOIN calendar_years ON {is_in_stock(metric)}
  WHERE {scope_filter(scope)}
  UNION ALL
  SELECT jurisdiction, NULL AS period_year{kept(metric)}, NULL AS days,
    CASE WHEN {undated} THEN 0 ELSE 1 END AS units, CASE WHEN {undated} THEN 1 ELSE 0 END AS unknown
  FROM {metric.population}
  WHERE {scope_filter(scope)}"""


def _member(name: str, table: str) -> str:
    return f" || '{CROSSED}' || ".join(
        f"coalesce({table}.{part}, 'unknown')" for part in name.split(CROSS)
    )


def dated(metric: Metric, scope: str, column: str) -> CountedSet:
    """The units of the population that are dated in a year, each counted once a year."""
    return CountedSet(metric.population, column, scope=scope)


def in_stock(metric: Metric, scope: str) -> CountedSet:
    """The units of the population that are open at the end of the year."""
    entered, left = metric.counting["entered"], metric.counting["left"]
    return CountedSet(metric.population, open_at_year_end(entered, left), scope=scope)
