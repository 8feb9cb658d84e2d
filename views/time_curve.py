"""How a cohort ends, month by month: the share convicted, and the other ends where published, with counts under it."""

from charts import curves
from charts import format as reads
from charts.case_flow_ends import ENDS
from charts.chart import MOST_SERIES
from charts.cohorts import in_words, of_span, span
from charts.describe import counts, quality
from charts.in_brief import has_point, in_brief
from charts.joining import with_commas
from languages import later, phrase
from release.read import Release
from views import case_flow_read, figure, frame, marks, reading
from views.filled import filled
from views.time_filters import Choice

METRIC = "cohort_conviction"
SINCE = later("Months since the charge")


def show(release: Release, choice: Choice) -> None:
    """The section; nothing where the release does not follow those charged."""
    definition = reading.definitions(release).get(METRIC)
    if definition is None:
        return
    frame.section(phrase("How a cohort ends, month by month"))
    names = reading.labels(release)
    every = reading.counted_here(release, METRIC, choice.place)
    rows = of_span(every, choice.period)
    chart = _chart(release, choice, rows, definition) if rows else None
    case_flow_read.say_span(rows, choice.period)
    if chart:
        figure.draw(release, chart, key="curve", name=METRIC, told=told(rows))
    else:
        frame.say(case_flow_read.why_none(rows or every, choice.place, names))
    if rows:
        _table(release, rows, definition)
    more = case_flow_read.titled(release, METRIC, choice.place, choice.period)
    said = phrase(
        "Open cases stay in the count below the line, so the curve can only rise. All about it: {metric}."
    )
    frame.note(filled(said, metric=more))


def _table(release: Release, rows: list[dict], definition: dict) -> None:
    names = reading.labels(release)
    frame.table(
        release,
        phrase(
            "{place}: convicted of those charged in {period}, by time since the charge",
            place=names.place(rows[0]["jurisdiction"]),
            period=in_words(span(rows[0])),
        ),
        (phrase("Followed for"), phrase("Share"), phrase("Counted"), phrase("How sure")),
        [
            (
                reads.horizon(row["horizon_days"]),
                in_brief(row, definition),
                counts(row, definition, names) or phrase("Not shown"),
                marks.status(row, definition),
            )
            for row in sorted(rows, key=lambda row: row["horizon_days"])
        ],
        name=METRIC,
        data=rows,
    )


def told(rows: list[dict]) -> str:
    """The share at each horizon, and what is not known yet."""
    ordered = sorted(rows, key=lambda row: row["horizon_days"])
    said = [
        phrase(
            "{share} within {horizon}",
            share=reads.value(row["value"], "share"),
            horizon=reads.horizon(row["horizon_days"]),
        )
        for row in ordered
        if has_point(row)
    ]
    missing = [reads.horizon(row["horizon_days"]) for row in ordered if quality(row) == "blank"]
    head = (
        phrase("Convicted: {shares}.", shares=with_commas(said))
        if said
        else phrase("No share of this cohort can be told yet.")
    )
    if not missing:
        return head
    none = phrase("No number at {horizons}.", horizons=with_commas(missing))
    return f"{head} {none}"


def _chart(release: Release, choice: Choice, rows: list[dict], definition: dict):
    names = reading.labels(release)
    place, when = names.place(choice.place), in_words(span(rows[0]))
    subtitle = phrase(
        "Share of persons charged, {place}, cohort of {period}. Offences counted: {offences}.",
        place=place,
        period=when,
        offences=names.scope(rows[0]["scope"]),
    )
    told_rows = [row for row in rows if has_point(row)]
    if not told_rows:
        return curves.with_bounds(
            definition,
            rows,
            names,
            title=phrase(
                "In {place}, those charged in {period} are too young for a curve: between the lines",
                place=place,
                period=when,
            ),
            subtitle=subtitle,
            since=phrase(SINCE),
        )
    last = max(told_rows, key=lambda row: row["horizon_days"])
    title = phrase(
        "In {place}, {share} of those charged in {period} were convicted within {horizon}",
        place=place,
        share=reads.value(last["value"], "share"),
        period=when,
        horizon=reads.horizon(last["horizon_days"]),
    )
    lines = _with_other_ends(release, choice, rows)
    is_alone = len({row["metric_id"] for row in lines}) == 1
    return curves.over_months(
        definition,
        lines,
        names,
        title=title,
        subtitle=subtitle,
        since=phrase(SINCE),
        named=None if is_alone else lambda row: ENDS[row["metric_id"]],
    )


def _with_other_ends(release: Release, choice: Choice, rows: list[dict]) -> list[dict]:
    """Convictions, and as many other ends of the same people as can be told apart."""
    lines, shown = list(rows), 1
    for key in case_flow_read.known(release, ENDS):
        if key == METRIC or shown == MOST_SERIES:
            continue
        same = [
            row
            for row in reading.counted_here(release, key, choice.place)
            if span(row) == span(rows[0]) and has_point(row)
        ]
        if len(same) > 1:
            lines += same
            shown += 1
    return lines
