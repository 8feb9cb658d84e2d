"""Builds the charts a metric's results call for, from the rows of a release and nothing else."""

from collections.abc import Sequence

from charts import format as reads
from charts.chart import MOST_SERIES, Chart
from charts.describe import alternative_text, blank_words, quality, statement
from charts.format import is_missing
from charts.joining import with_commas
from charts.labels import CROSSED, Labels
from charts.release_words import inside, title, unit_alone
from charts.select import (
    by_column,
    coarsest,
    newest,
    number,
    numbers_in,
    of_nearest_horizon,
    one_span,
    series_of,
    summing_up,
    unknown_last,
)
from charts.units import UNITS
from languages import later, phrase

MOST_BARS = 20
"""Bars that fit one page; the report and the screen say when places are left out, and where they are."""


def over_time(definition: dict, rows: Sequence[dict], labels: Labels) -> Chart | None:
    """Lines over periods: a line a place or, for one place, a line a horizon or a category.

    `rows` belong to one strand; its headline rows are drawn or, where it has none, those of its
    plainest breakdown. None where there is one period only, or more lines than can be told apart.
    """
    rows = one_span(summing_up(rows) or coarsest(rows))
    places = sorted({row["jurisdiction"] for row in rows})
    categories = {row["category"] for row in rows if quality(row) != "blank"}
    if len(places) > 1:
        rows = of_nearest_horizon(rows)

    def named(row):
        if len(places) > 1:
            return labels.place(row["jurisdiction"])
        if len(categories) > 1:
            return labels.category(row["breakdown"], row["category"])
        return reads.horizon(row["horizon_days"]) or labels.place(row["jurisdiction"])

    too_many = len(places) > 1 and len(categories) > 1
    if too_many or len({named(row) for row in rows}) > MOST_SERIES:
        return None
    if len({row["period_end"] for row in rows}) < 2:
        return None
    rows.sort(key=lambda row: (number(row["horizon_days"]), named(row), row["period_end"]))
    subtitle = _subtitle(definition, rows, labels, places, of_horizon=len(places) > 1)
    return _chart("line", definition, rows, labels, lambda row: _period(row), named, subtitle)


def latest_by_place(definition: dict, rows: Sequence[dict], labels: Labels) -> Chart | None:
    """A bar a place, in the order of their names and never of their numbers, at each one's latest period."""
    rows = of_nearest_horizon(summing_up(rows))
    rows = [row for row in rows if row["jurisdiction"] not in labels.groups]
    latest = [newest(of_place) for of_place in by_column(rows, "jurisdiction").values()]
    if numbers_in(latest) < 2:
        return None
    places = len(latest)
    latest.sort(key=lambda row: -number(row["denominator"]) or -number(row["numerator"]))
    latest = sorted(latest[:MOST_BARS], key=lambda row: labels.place(row["jurisdiction"]))
    periods = {_period(row) for row in latest}
    subtitle = _subtitle(definition, latest, labels, [], of_horizon=True)
    if places > len(latest):
        kept = phrase(
            "the {shown} of {places} places with most counted", shown=MOST_BARS, places=places
        )
        subtitle = with_commas([subtitle, kept])
    when = periods.pop() if len(periods) == 1 else phrase("each at its latest period")
    subtitle = with_commas([subtitle, when])

    def named(row):
        place = labels.place(row["jurisdiction"])
        return (
            place if len({_period(r) for r in latest}) == 1 else with_commas([place, _period(row)])
        )

    return _chart("bar", definition, latest, labels, named, None, subtitle)


def by_category(
    definition: dict, rows: Sequence[dict], breakdown: str, labels: Labels
) -> Chart | None:
    """A bar a category of one breakdown, for one place at its latest period; stages make a staircase."""
    rows = [row for row in rows if row["breakdown"] == breakdown]
    if len({row["jurisdiction"] for row in rows}) != 1:
        return None
    rows = of_nearest_horizon(rows)
    end = max((row["period_end"] for row in rows if quality(row) != "blank"), default=None)
    rows = [row for row in rows if row["period_end"] == end]
    if numbers_in(rows) < 2:
        return None
    is_staircase = breakdown == "stage"
    rows = unknown_last(rows)
    if is_staircase:
        rows.sort(key=lambda row: -number(row["numerator"]))
    subtitle = _subtitle(definition, rows, labels, [rows[0]["jurisdiction"]], of_horizon=True)
    by = phrase("by {breakdown}", breakdown=inside(reads.plain(breakdown)))
    subtitle = with_commas([subtitle, _period(rows[0]), by])
    return _chart(
        "staircase" if is_staircase else "bar",
        definition,
        rows[:MOST_BARS],
        labels,
        lambda row: labels.category(breakdown, row["category"]),
        None,
        subtitle,
    )


def _chart(kind, definition, rows, labels, x, series, subtitle) -> Chart | None:
    marks = [mark(row, definition, labels, x, series) for row in rows]
    if not any(each["value"] is not None or each["lower"] is not None for each in marks):
        return None
    categories = tuple(dict.fromkeys(each["x"] for each in marks))
    if kind == "line":
        order = {_period(row): (row["period_end"], row["period_start"]) for row in rows}
        categories = tuple(sorted(order, key=order.get))
    return Chart(
        kind=kind,
        title=title(definition),
        subtitle=subtitle,
        alt=alternative_text(kind, title(definition), subtitle, marks),
        rows=tuple(marks),
        x="x",
        y="value",
        unit=definition["value_unit"],
        y_title=y_title(definition, rows),
        series="series" if series else None,
        lower="lower",
        upper="upper",
        categories=categories,
        strand=tuple(rows),
    )


def mark(row: dict, definition: dict, labels: Labels, x, series=None) -> dict:
    """One result as a row of a chart; `x` and `series` say where it stands and to which line it belongs."""
    drawn = quality(row)
    has_limits = drawn != "blank"
    found = {
        "x": x(row),
        "value": row["value"] if drawn not in ("blank", "very_uncertain") else None,
        "lower": row["lower"] if has_limits and not is_missing(row["lower"]) else None,
        "upper": row["upper"] if has_limits and not is_missing(row["upper"]) else None,
        "text": statement(row, definition, labels),
        "quality": drawn,
        "blank": None if is_missing(row["blank"]) else row["blank"],
        "blank_label": None if is_missing(row["blank"]) else blank_words(row).label,
        "bound_lower": None if is_missing(row["bound_lower"]) else row["bound_lower"],
        "bound_upper": None if is_missing(row["bound_upper"]) else row["bound_upper"],
    }
    found["name"] = found["x"]
    if series:
        found["series"] = series(row)
        found["name"] = with_commas([found["series"], found["x"]])
    return found


def y_title(definition: dict, rows: Sequence[dict]) -> str:
    """The words of the axis of values: a count says what it counts, money in which currency."""
    currency = next((row["currency"] for row in rows if not is_missing(row["currency"])), "")
    unit = definition["value_unit"]
    own = {"count": unit_alone(unit_of(rows, definition)), "money": currency}
    return own.get(unit) or UNITS[unit].axis


DAYS_OF = {
    "median": later("Median days of {things}"),
    "quantile": later("Days until most had ended, of {things}"),
    "restricted_mean": later("Mean days, no longer than the horizon, of {things}"),
    "current_pace": later("Median days at the pace of the period, of {things}"),
}
"""What a number of days is, by the estimate it comes from."""


def unit_of(rows: Sequence[dict], definition: dict) -> str:
    """What these rows count: published figures of one metric count different things."""
    units = {row["unit_counted"] for row in rows}
    return units.pop() if len(units) == 1 else definition["unit_counted"]


def _subtitle(definition, rows, labels, places, *, of_horizon: bool) -> str:
    parts = [_measured(definition, labels.unit(unit_of(rows, definition)))]
    currency = next((row["currency"] for row in rows if not is_missing(row["currency"])), None)
    if currency:
        parts = [phrase("{measure} in {currency}", measure=parts[0], currency=currency)]
    horizon = reads.horizon(rows[0]["horizon_days"]) if rows and of_horizon else ""
    parts += [phrase("within {horizon}", horizon=horizon)] if horizon else []
    parts += [labels.place(code) for code in places] if len(places) == 1 else []
    stages = {row["category"] for row in rows if row["breakdown"] == "stage"}
    if len(stages) == 1:
        stage = inside(labels.category("stage", *stages))
        parts.append(phrase("stage: {stage}", stage=stage))
    return with_commas(parts)


def _measured(definition: dict, things: str) -> str:
    if definition["value_unit"] == "money":
        return phrase("Sum of money")
    of_days = DAYS_OF.get(definition.get("estimate"))
    return (
        phrase(of_days, things=things)
        if of_days
        else UNITS[definition["value_unit"]].measured(things)
    )


def _period(row: dict) -> str:
    return reads.period(row["period_start"], row["period_end"])


def charts_of(definition: dict, rows: Sequence[dict], labels: Labels) -> list[Chart]:
    """The charts of one metric: of its newest series, or the first one that can be drawn."""
    for strand in series_of(rows):
        charts = _charts_of_strand(definition, strand, labels)
        if charts:
            return charts
    return []


def _charts_of_strand(definition: dict, rows: list[dict], labels: Labels) -> list[Chart]:
    """Over time or, for many places, by place; then by each simple breakdown."""
    breakdowns = dict.fromkeys(row["breakdown"] for row in rows if row["breakdown"] != "total")
    charts = [over_time(definition, rows, labels)]
    if charts[0] is None:
        charts.append(latest_by_place(definition, rows, labels))
    charts += [
        by_category(definition, rows, breakdown, labels)
        for breakdown in breakdowns
        if CROSSED not in breakdown
    ]
    return [chart for chart in charts if chart is not None]
