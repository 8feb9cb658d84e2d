"""Shares of one cohort at several horizons as a curve, with the counts behind it below the axis."""

from collections.abc import Callable, Sequence
from functools import partial

from charts import format as reads
from charts.chart import MOST_SERIES, Chart
from charts.describe import alternative_text, amount, within
from charts.format import BLANKS, is_missing
from charts.from_results import mark, y_title
from charts.joining import named as named_as
from charts.joining import with_commas
from charts.labels import Labels
from charts.select import by_column, number
from charts.unseen import bounds
from languages import later, phrase

DAYS_OF_A_MONTH = 365 / 12
START = 0.0
KNOWN, COHORT = later("known by then"), later("in the cohort")
ESTIMATE = later("estimate")
LOWEST = later("lowest: only what is known")
HIGHEST = later("highest: if all unseen were counted")


def over_months(
    definition: dict,
    rows: Sequence[dict],
    labels: Labels,
    *,
    title: str,
    subtitle: str,
    since: str,
    named: Callable[[dict], str] | None = None,
    counted: tuple[str, str] = (KNOWN, COHORT),
) -> Chart | None:
    """A line for each name that `named` gives, or one line; None with one horizon, or too many lines.

    `rows` are results of one metric with a horizon, one a horizon and line; `since` titles the axis
    (Months since identification); `counted` says what numerator and denominator are.
    """
    rows = _in_order(rows)
    marks = [_mark(row, definition, labels, named) for row in rows]
    names = {each.get("series") for each in marks}
    if not _can_be_drawn(marks) or len(names) > MOST_SERIES:
        return None
    return _chart(definition, rows, marks, (title, subtitle, since), named, counted)


def with_bounds(
    definition: dict,
    rows: Sequence[dict],
    labels: Labels,
    *,
    title: str,
    subtitle: str,
    since: str,
    counted: tuple[str, str] = (KNOWN, COHORT),
    names: tuple[str, str, str] = (ESTIMATE, LOWEST, HIGHEST),
) -> Chart | None:
    """Three lines of one cohort: the estimate with its interval, and how far all that is unseen could move it.

    Drawn without an estimate too, where only the bounds are known; None where nothing is.
    """
    rows = _in_order(rows)
    estimate, lowest, highest = (phrase(name) for name in names)
    unit = definition["value_unit"]
    marks = [_mark(row, definition, labels, lambda _: estimate) for row in rows]
    marks = [each | {"bound_lower": None, "bound_upper": None} for each in marks]
    for name, column in ((lowest, "bound_lower"), (highest, "bound_upper")):
        marks += [_bound(row, name, row[column], unit) for row in rows if bounds(row)]
    if not _can_be_drawn(marks):
        return None
    return _chart(definition, rows, marks, (title, subtitle, since), lambda _: estimate, counted)


def _chart(definition, rows, marks, words, named, counted) -> Chart:
    title, subtitle, since = words
    at = sorted({START} | {_months(row) for row in rows})
    series = tuple(dict.fromkeys(each["series"] for each in marks)) if named else ()
    return Chart(
        kind="curve",
        title=title,
        subtitle=subtitle,
        alt=alternative_text("curve", title, subtitle, marks),
        rows=tuple(marks),
        x="x",
        y="value",
        unit=definition["value_unit"],
        y_title=y_title(definition, rows),
        x_title=since,
        series="series" if named else None,
        lower="lower",
        upper="upper",
        categories=tuple(f"{months:g}" for months in at),
        strand=tuple(rows),
        open_series=tuple(name for name in series if any(_is_bound(m, name) for m in marks)),
        under=tuple(_under(rows, at, named, counted)),
    )


def _under(rows, at, named, counted):
    """Two lines of counts: above and below the line of each share; for several lines one pair each."""
    groups: dict[str, list[dict]] = {}
    for row in rows:
        groups.setdefault(named(row) if named else "", []).append(row)
    for name, some in groups.items():
        head = partial(named_as, name) if len(groups) > 1 else str
        by_months = {_months(row): row for row in some}
        sizes = {row["denominator"] for row in some if not is_missing(row["denominator"])}
        above, below = counted
        if len(sizes) == 1:
            # The same for every horizon needs no line of its own.
            whole = next(row for row in some if not is_missing(row["denominator"]))
            said = head(
                phrase(
                    "{counted}, of {amount} {whole}",
                    counted=phrase(above),
                    amount=amount(whole, "denominator"),
                    whole=phrase(below),
                )
            )
            yield _first_upper(said), _counts(by_months, at, "numerator")
            continue
        yield _first_upper(head(phrase(above))), _counts(by_months, at, "numerator")
        yield _first_upper(head(phrase(below))), _counts(by_months, at, "denominator")


def _counts(by_months: dict, at: list[float], column: str) -> tuple[str, ...]:
    """A text a tick; a hidden count shows by which sign it is hidden, and before the start there is none."""
    texts = []
    for months in at:
        row = by_months.get(months)
        found = amount(row, column) if row else ""
        if row and not found and not is_missing(row["blank"]):
            found = BLANKS[row["blank"]].shorthand
        texts.append(found)
    return tuple(texts)


def _mark(row, definition, labels, named) -> dict:
    found = mark(row, definition, labels, _months, named)
    span = phrase("within {horizon}", horizon=reads.horizon(row["horizon_days"]))
    return found | {"name": with_commas([found["series"], span]) if named else span}


def _bound(row: dict, name: str, value: float, unit: str) -> dict:
    text = reads.value(value, unit)
    return {
        "x": _months(row),
        "series": name,
        "value": value,
        "lower": None,
        "upper": None,
        "text": text,
        "name": within(name, row["horizon_days"]),
        "quality": "reportable",
        "blank": None,
        "blank_label": None,
        "bound_lower": None,
        "bound_upper": None,
        "is_bound": True,
    }


def _is_bound(found: dict, name: str) -> bool:
    return found["series"] == name and found.get("is_bound", False)


def _can_be_drawn(marks: Sequence[dict]) -> bool:
    seen = [m for m in marks if m["value"] is not None or m["lower"] is not None]
    seen += [m for m in marks if m["bound_upper"] is not None]
    return bool(seen) and len({m["x"] for m in marks}) > 1


def _in_order(rows: Sequence[dict]) -> list[dict]:
    """By horizon; results without one have no place on the axis."""
    with_horizon = [row for row in rows if not is_missing(row["horizon_days"])]
    by_days = by_column(with_horizon, "horizon_days")
    return [row for days in sorted(by_days, key=number) for row in by_days[days]]


def _months(row: dict) -> float:
    return round(row["horizon_days"] / DAYS_OF_A_MONTH, 1)


def _first_upper(words: str) -> str:
    return words[:1].upper() + words[1:]
