"""Pieces of SQL that several kinds of counting share."""

from metrics.definition import Metric


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


# Where the data of whoever feeds a row lie within one year, that part of a year is the period.
COVERS_PART_OF_ONE_YEAR = "EXTRACT(YEAR FROM covered_from) = EXTRACT(YEAR FROM as_of)"


def is_covered(column: str) -> str:
    """A condition: whoever feeds the row has reported the whole year of this date, or the date is missing."""
    year_end = f"CAST(CAST({year_of(column)} AS VARCHAR) || '-12-31' AS DATE)"
    return f"({column} IS NULL OR {year_end} <= as_of OR {COVERS_PART_OF_ONE_YEAR})"


def stock_day() -> str:
    """The day on which a year's stock is counted: its end, or the data date where only a part of one year is covered."""
    return f"CASE WHEN {COVERS_PART_OF_ONE_YEAR} AND year_end > as_of THEN as_of ELSE year_end END"


def is_in_stock(metric: Metric) -> str:
    """A condition: the unit had entered by the day of the stock, had not left, and was still observed."""
    entered, left, day = metric.counting["entered"], metric.counting["left"], stock_day()
    return f"""calendar_year BETWEEN {year_of(entered)} AND {year_of("as_of")}
    AND {day} >= {entered} AND {day} <= as_of AND ({is_open(metric)} OR {left} > {day})"""


def is_open(metric: Metric) -> str:
    return f"{metric.counting['column']} = '{metric.counting['open']}'"


def is_undated(metric: Metric) -> str:
    """A condition: when the unit entered, or left, is not known."""
    entered, left = metric.counting["entered"], metric.counting["left"]
    return f"{entered} IS NULL OR ({left} IS NULL AND NOT {is_open(metric)})"


def breakdowns(metric: Metric) -> tuple[str, ...]:
    """The total and the breakdowns; stages have no total, since nobody is counted over stages."""
    if "each" in metric.counting:
        return metric.breakdowns
    return ("total", *metric.breakdowns)


def dimensions(metric: Metric) -> str:
    """A derived table with one row a breakdown."""
    rows = " UNION ALL ".join(f"SELECT '{name}' AS breakdown" for name in breakdowns(metric))
    return f"({rows}) AS dimensions"


def category(metric: Metric, table: str = "units") -> str:
    """The member of the breakdown that a unit belongs to."""
    cases = " ".join(f"WHEN '{name}' THEN {table}.{name}" for name in metric.breakdowns)
    if not cases:
        return "'total'"
    return f"CASE dimensions.breakdown {cases} ELSE 'total' END"


def kept(metric: Metric, form: str = "{name}") -> str:
    """The breakdown columns, each written by `form`, with a comma in front of each."""
    return "".join(f",\n    {form.format(name=name)}" for name in metric.breakdowns)
