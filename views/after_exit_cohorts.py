"""Re-trafficking of one cohort as three lines, and of one cohort after the other."""

from dataclasses import replace

from charts import format as reads
from charts.after_exit_lines import three_lines
from charts.describe import counts, limits_of, quality
from charts.from_results import over_time
from charts.select import of_nearest_horizon, of_period, one_span
from languages import later, percent, phrase
from release.read import Release
from views import figure, frame, marks, metric_charts, reading, results_table
from views.after_exit_tile import COMPLETENESS, RATE, seen
from views.after_exit_words import LINES, LOOKING, VERSION, YOUNG
from views.period_choice import Period, days

BOUNDS = ("bound_lower", "bound_upper")
HEADINGS = (
    *(
        later("Since exit"),
        later("Estimate"),
        later("95% interval"),
        later("Lowest"),
        later("Highest"),
    ),
    *(later("Known, of the cohort"), later("Time in sight"), later("How sure")),
)


def one_cohort(release: Release, place: str, period: Period) -> None:
    """The three lines at 12, 24 and 36 months, with their table."""
    rows = of_period(reading.counted_here(release, RATE, place), period)
    if not rows:
        return
    definition, names = reading.definitions(release)[RATE], reading.labels(release)
    frame.section(phrase("One cohort, from exit on"))
    told = reading.headline(release, RATE, place, period=period)
    about = phrase(
        "Share of survivors, {place}, cohort of {period}, as if all had stayed in sight.",
        place=names.place(place),
        period=reads.period(*days(rows[0])),
    )
    about = f"{about} {metric_charts.covered(rows[0], names)}"
    followed = in_sight(release, place, days(rows[0]))
    part = followed.get(told["horizon_days"])
    title = seen(told, reads.period(*days(rows[0])), names.place(place), part)
    chart = three_lines(definition, rows, followed, names, title=title, subtitle=about)
    if chart:
        figure.draw(release, chart, key="three lines", name=RATE, told=phrase(LINES))
    else:
        frame.part(title)
        frame.note(about)
    _table(release, rows, followed, definition)
    frame.note(phrase(VERSION))


def _table(release: Release, rows: list[dict], followed: dict, definition: dict) -> None:
    rows = sorted(rows, key=lambda row: row["horizon_days"] or 0)
    names = reading.labels(release)
    cells = []
    for row in rows:
        value = reads.value(row["value"], "share")
        if quality(row) in ("blank", "very_uncertain"):
            value = phrase("No number") if row["blank"] else phrase("Interval only")
        seen_for = followed.get(row["horizon_days"])
        cells.append(
            (
                reads.horizon(row["horizon_days"]) or phrase("All the time"),
                value,
                limits_of(row, "share") if not row["blank"] else phrase("None"),
                *(reads.value(row[key], "share") or phrase("Not shown") for key in BOUNDS),
                counts(row, definition, names) or phrase("Not shown"),
                phrase("Not told") if seen_for is None else reads.value(seen_for, "share"),
                marks.status(row, definition),
            )
        )
    cohort, place = reads.period(*days(rows[0])), names.place(rows[0]["jurisdiction"])
    frame.table(
        release,
        phrase(
            "Trafficked again, by time since exit: {place}, cohort of {cohort}",
            place=place,
            cohort=cohort,
        ),
        map(phrase, HEADINGS),
        cells,
        numeric=(1, 2, 3, 4, 5, 6),
        name=RATE,
        data=rows,
    )


def in_sight(release: Release, place: str, cohort: Period) -> dict[int, float]:
    """Horizon in days -> part of the time up to it that the cohort was in sight, where it is told."""
    if COMPLETENESS not in reading.definitions(release):
        return {}
    rows = [
        row for row in reading.counted_here(release, COMPLETENESS, place) if days(row) == cohort
    ]
    return {row["horizon_days"]: row["value"] for row in rows if quality(row) != "blank"}


def over_cohorts(release: Release, place: str) -> None:
    """The rate within the usual follow-up, cohort after cohort, with the dotted range of the lost."""
    definition, names = reading.definitions(release)[RATE], reading.labels(release)
    rows = one_span(of_nearest_horizon(reading.counted_here(release, RATE, place)))
    rows = sorted(rows, key=days)
    if len(rows) < 2:
        return
    frame.section(phrase("Cohort after cohort"))
    chart = over_time(definition, rows, names)
    title = _range_seen(rows, names.place(place))
    said = f"{phrase(LOOKING)} {phrase(YOUNG)}"
    if chart:
        subtitle = metric_charts.figure_line(chart.subtitle, rows, names)
        chart = replace(chart, title=title, subtitle=subtitle)
        figure.draw(release, chart, key="cohorts", name=RATE, told=said)
    else:
        frame.part(title)
        frame.say(said)
    results_table.show(
        release,
        rows[::-1],
        definition,
        names,
        what=phrase("{place}, cohort after cohort", place=names.place(place)),
        by=results_table.BY_PERIOD,
    )


def _range_seen(rows: list[dict], place: str) -> str:
    told = [row["value"] for row in rows if quality(row) not in ("blank", "very_uncertain")]
    within = reads.horizon(rows[0]["horizon_days"])
    if not told:
        return phrase(
            "No cohort of {place} has an estimate within {within} that can be shown",
            place=place,
            within=within,
        )
    low, high = (percent(each) for each in (min(told), max(told)))
    if low == high:
        return phrase(
            "Estimates within {within} in {place}: {share}, which the lost could raise",
            within=within,
            place=place,
            share=low,
        )
    return phrase(
        "Estimates within {within} in {place}: between {low} and {high}, which the lost could raise",
        within=within,
        place=place,
        low=low,
        high=high,
    )
