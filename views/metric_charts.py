"""The charts of one metric, each with its sentence, its table and its downloads."""

from contextlib import nullcontext

import streamlit as st

from charts import format as reads
from charts import release_words
from charts.describe import sentence
from charts.from_results import MOST_BARS, latest_by_place
from charts.from_results import by_category as chart_by_category
from charts.from_results import over_time as chart_over_time
from charts.joining import with_commas
from charts.labels import Labels
from charts.release_words import inside
from charts.seen import title_of, titled
from charts.select import newest, one_span, unknown_last
from languages import phrase
from release.read import Release
from views import chart_titles, frame, plotly_chart, reading, results_table
from views.filters import Selection, breakdown_label
from views.sentences import change, spread, steps, unknown_share


def over_time(release, selection: Selection, definition, rows: list[dict], names: Labels) -> None:
    """One place over all its periods; `rows` are its totals at the chosen horizon."""
    place = names.place(selection.jurisdiction)
    told = one_span(rows)
    over = phrase("{place} over time", place=place)
    frame.section(over)
    chart = chart_over_time(definition, told, names)
    chart = chart and titled(chart, title_of(definition, told, names))
    _draw(release, definition, chart, told, names, "over time")
    frame.say(change(told, definition, names))
    results_table.show(
        release,
        _newest_first(rows),
        definition,
        names,
        what=over,
        by=results_table.BY_PERIOD,
    )


def by_place(release, selection: Selection, definition, rows: list[dict], names: Labels) -> None:
    """All places in the chosen period, in the order of their names: a comparison, never a ranking."""
    start, end = selection.period
    rows = [row for row in rows if (row["period_start"], row["period_end"]) == (start, end)]
    rows = [row for row in rows if row["jurisdiction"] not in names.groups]
    if len(rows) < 2:
        return
    rows = sorted(rows, key=lambda row: names.place(row["jurisdiction"]))
    period = reads.period(start, end)
    frame.section(phrase("Places side by side, {period}", period=period))
    chart = latest_by_place(definition, rows, names)
    chart = chart and titled(chart, chart_titles.across(rows, definition, "places"))
    place = names.place(selection.jurisdiction)
    _draw(release, definition, chart, rows, names, "by place", highlight=place)
    frame.say(spread(rows, definition, names))
    results_table.show(
        release,
        rows,
        definition,
        names,
        what=phrase("places in {period}", period=period),
        by=(phrase("Place"), lambda row: names.place(row["jurisdiction"])),
    )


def by_category(release: Release, selection: Selection, definition: dict, names: Labels) -> None:
    """One place in the chosen period, by the chosen breakdown."""
    start, end = selection.period
    breakdown = selection.breakdown
    rows = reading.results(
        release,
        definition["metric_id"],
        breakdown=breakdown,
        jurisdiction=selection.jurisdiction,
        horizon_days=selection.horizon_days,
        period_start=start,
        period_end=end,
        **selection.strand,
    )
    is_staircase = breakdown == "stage"
    if is_staircase:
        rows = sorted(rows, key=lambda row: -(row["numerator"] or 0))
    else:
        rows = unknown_last(rows)
    place = names.place(selection.jurisdiction)
    detail = {"place": place, "period": reads.period(start, end)}
    detail["by_groups"] = inside(breakdown_label(breakdown))
    frame.section(phrase("{place}, {period}: {by_groups}", **detail))
    # So many bars could not be read; whoever looks for one of them finds it in the table.
    is_long = len(rows) > MOST_BARS
    if not is_long:
        chart = chart_by_category(definition, rows, breakdown, names)
        title = (
            chart_titles.stairs(rows, definition, names)
            if is_staircase
            else chart_titles.across(rows, definition, "groups")
        )
        chart = chart and titled(chart, title)
        _draw(release, definition, chart, rows, names, breakdown)
    frame.say(
        steps(rows, definition, names)
        if is_staircase
        else f"{spread(rows, definition, names, by=breakdown)} {unknown_share(rows, definition)}".strip()
    )
    with (
        st.expander(phrase("All {number} figures", number=len(rows))) if is_long else nullcontext()
    ):
        results_table.show(
            release,
            rows,
            definition,
            names,
            what=phrase("{place} {period} {by_groups}", **detail),
            by=(phrase("Group"), lambda row: names.category(breakdown, row["category"])),
        )


def history(release: Release, definition: dict, rows: list[dict], names: Labels) -> None:
    """All periods of one number, its newest in a sentence; opens with its heading."""
    best = newest(rows)
    drawn = one_span(rows)
    chart = chart_over_time(definition, drawn, names)
    if chart:
        chart = titled(chart, title_of(definition, drawn, names))
    else:
        frame.part(release_words.title(definition))
    _draw(release, definition, chart, drawn, names, "counterpart")
    frame.say(sentence(best, definition, names))
    results_table.show(
        release,
        _newest_first(rows),
        definition,
        names,
        what=phrase("{place} counterpart over time", place=names.place(best["jurisdiction"])),
        by=results_table.BY_PERIOD,
    )


def figure_line(chart_subtitle: str, rows: list[dict], names: Labels) -> str:
    """Measure, place, period, and the scope without which a figure cannot be read."""
    first = rows[0]
    horizon = reads.horizon(first["horizon_days"])
    is_new = horizon and horizon not in chart_subtitle
    followed = phrase("within {horizon}", horizon=horizon) if is_new else ""
    return covering(with_commas([chart_subtitle, followed]), first, names)


def covering(subtitle: str, row: dict, names: Labels) -> str:
    """The line under the heading of a comparison: what is shown, and which offences it counts."""
    return phrase("{subtitle}. {covered}", subtitle=subtitle, covered=covered(row, names))


def covered(row: dict, names: Labels) -> str:
    """Which offences a figure counts, and who published it where somebody else did."""
    said = phrase("Offences counted: {offences}.", offences=names.scope(row["scope"]))
    if row["source"] != "official":
        return said
    publication = names.publication(row["origin"])
    others = phrase("Published by somebody else: {publication}.", publication=publication)
    return f"{said} {others}"


def _draw(release, definition, chart, rows, names, what: str, highlight: str | None = None) -> None:
    if chart is None:
        frame.note(
            phrase(
                "Too few numbers for a chart; the table has what there is. {covered}",
                covered=covered(rows[0], names),
            )
        )
        return
    frame.part(chart.title)
    frame.note(figure_line(chart.subtitle, rows, names))
    metric_id = definition["metric_id"]
    plotly_chart.show(
        release,
        chart,
        key=f"chart {metric_id} {what}",
        name=metric_id,
        highlight=highlight,
    )


def _newest_first(rows: list[dict]) -> list[dict]:
    return sorted(rows, key=lambda row: (row["period_end"], row["period_start"]), reverse=True)
