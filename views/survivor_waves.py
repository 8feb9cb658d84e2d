"""Survey by survey: who was heard at all, and how many of those who answered were satisfied."""

from dataclasses import replace

from charts import format as reads
from charts.describe import moment, quality
from charts.format import is_missing
from charts.from_results import over_time
from charts.select import one_span
from charts.survivor_answers import SATISFIED, Wave, answers_chart, wave
from languages import percent, phrase
from release.read import Release
from views import figure, frame, metric_charts, reading, results_table
from views.period_choice import Period, days
from views.survivor_experience_words import NOBODY_ASKED
from views.survivor_tile import INVITATION, RESPONSE, SATISFACTION

PAGE = "survivor_experience"


def show(release: Release, place: str, period: Period) -> None:
    """The two charts, over single years where these are told; `period` is the one their titles speak of."""
    rows = sorted(one_span(reading.counted_here(release, SATISFACTION, place)), key=days)
    # A year without a survey has nothing that could be drawn or hidden.
    asked = [row for row in rows if row["blank"] != "not_applicable"]
    frame.section(phrase("Who was heard"))
    if not asked:
        frame.say(phrase(NOBODY_ASKED))
        return
    _heard(release, place, asked, period)
    _satisfied(release, place, asked)


def waves(release: Release, place: str, rows: list[dict]) -> list[tuple[str, Wave | None, dict]]:
    """(period, its counts or None, the result that says why) for each result of satisfaction."""
    others = [
        {days(row): row for row in reading.counted_here(release, key, place)}
        for key in (RESPONSE, INVITATION)
    ]
    told = []
    for row in rows:
        response, invitation = (each.get(days(row)) for each in others)
        found = wave(row, response, invitation) if response and invitation else None
        lacking = next(
            (each for each in (row, response, invitation) if each and each["blank"]), row
        )
        told.append((moment(row), found, lacking))
    return told


def _heard(release: Release, place: str, rows: list[dict], period: Period) -> None:
    told = waves(release, place, rows)
    name = reading.labels(release).place(place)
    drawn = [found for _, found, _ in told if found]
    hidden = [period for period, found, _ in told if not found]
    lacking = phrase(
        "Not drawn, because a count it needs is hidden or missing: {periods}.",
        periods=", ".join(hidden),
    )
    if not drawn:
        none = phrase("How many were heard cannot be shown.")
        frame.say(f"{none} {lacking}")
        return
    last = next((each for each in drawn if each.name == reads.period(*period)), drawn[-1])
    title = phrase(
        "{share} of the survivors who could have been asked were not heard in {place}, {period}",
        share=percent(last.silent, 0),
        place=name,
        period=last.name,
    )
    subtitle = phrase(
        "Share of all survivors who could have been asked, {place}, survey by survey.", place=name
    )
    subtitle = f"{subtitle} {metric_charts.covered(rows[0], reading.labels(release))}"
    chart = answers_chart(told, title, subtitle)
    said = phrase(
        "Of {eligible} who could have been asked in {period}, {invited} could safely be invited, {answered} "
        "answered this question and {satisfied} were satisfied: {share} of all.",
        eligible=reads.count(last.eligible),
        period=last.name,
        invited=reads.count(last.asked),
        answered=reads.count(last.scored),
        satisfied=reads.count(last.satisfied),
        share=percent(last.parts[SATISFIED], 0),
    )
    if hidden:
        said += f" {lacking}"
    figure.draw(release, chart, key="who was heard", name=PAGE, told=said)


def _satisfied(release: Release, place: str, rows: list[dict]) -> None:
    definition = reading.definitions(release)[SATISFACTION]
    names = reading.labels(release)
    chart = over_time(definition, rows, names)
    title = seen(rows, names.place(place))
    if chart:
        subtitle = metric_charts.figure_line(chart.subtitle, rows, names)
        chart = replace(chart, title=title, subtitle=subtitle)
        figure.draw(release, chart, key="satisfied over time", name=SATISFACTION, told=moved(rows))
    else:
        frame.part(title)
        frame.say(moved(rows))
    results_table.show(
        release,
        rows[::-1],
        definition,
        names,
        what=phrase("{place} over time", place=names.place(place)),
        by=results_table.BY_PERIOD,
    )


def seen(rows: list[dict], place: str) -> str:
    """The title: the range of the shares among those who answered."""
    told = [row["value"] for row in rows if quality(row) not in ("blank", "very_uncertain")]
    if not told:
        return phrase(
            "How many of those who answered were satisfied in {place} cannot be told", place=place
        )
    low, high = percent(min(told), 0), percent(max(told), 0)
    if low == high:
        return phrase(
            "{share} of those who answered were satisfied in {place}", share=low, place=place
        )
    return phrase(
        "Between {low} and {high} of those who answered were satisfied in {place}",
        low=low,
        high=high,
        place=place,
    )


def moved(rows: list[dict]) -> str:
    """How far the silent could move any of them: the dotted lines."""
    bounded = [row for row in rows if not is_missing(row["bound_lower"])]
    if not bounded:
        return phrase(
            "The band is chance alone. A change between two surveys is only one where their bands part."
        )
    return phrase(
        "The band is chance alone; the dotted lines are what those who kept silent could make of it, between "
        "{low} and {high}. A change between two surveys is only one where their bands part.",
        low=reads.value(min(row["bound_lower"] for row in bounded), "share"),
        high=reads.value(max(row["bound_upper"] for row in bounded), "share"),
    )
