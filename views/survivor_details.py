"""Satisfaction by the outcome of the case, by service, by what fairness is made of, and by who asked."""

from dataclasses import dataclass, replace

from charts import format as reads
from charts.describe import moment, quality
from charts.from_results import by_category
from charts.labels import Labels
from charts.release_words import inside
from charts.select import of_period, unknown_last
from languages import later, percent, phrase
from release.read import Release
from views import figure, frame, metric_charts, reading, results_table, sentences
from views.period_choice import Period, other_period
from views.survivor_experience_words import VERDICT, WHO_ASKS


@dataclass(frozen=True)
class Detail:
    """A section: its title, the metric and breakdown it tells, how its two ends read, what to beware of.

    `ends` holds places for {place}, the {high} and the {low} share, and the {first} and the {last} group.
    """

    title: str
    metric_id: str
    breakdown: str
    ends: str
    caution: str = ""


DETAILS = (
    Detail(
        later("By the outcome of the case"),
        "survivor_satisfaction",
        "outcome_group",
        later(
            "In {place}, {high} were satisfied where the outcome was “{first}”, {low} where the outcome was “{last}”"
        ),
        VERDICT,
    ),
    Detail(
        later("By service"),
        "stage_satisfaction",
        "survey_item",
        later(
            "In {place}, {high} were satisfied with what “{first}” did, {low} with what “{last}” did"
        ),
    ),
    Detail(
        later("Heard, respected, informed, safe"),
        "procedural_justice",
        "survey_item",
        later("In {place}, {high} gave a good answer on “{first}”, {low} on “{last}”"),
    ),
)


def show(release: Release, place: str, period: Period) -> None:
    """A section each; one of which nothing is told is left out."""
    for each in DETAILS:
        _section(release, place, period, each)
    _by_mode(release, place, period)


def _section(release: Release, place: str, period: Period, each: Detail) -> None:
    metric_id, breakdown = each.metric_id, each.breakdown
    rows = _rows(release, metric_id, place, breakdown, period)
    if not rows:
        return
    definition, names = reading.definitions(release)[metric_id], reading.labels(release)
    frame.section(phrase(each.title))
    chart = by_category(definition, rows, breakdown, names)
    said = sentences.spread(rows, definition, names, by=breakdown)
    if chart:
        subtitle = metric_charts.figure_line(chart.subtitle, rows, names)
        title = seen(rows, each, names, names.place(place))
        chart = replace(chart, title=title, subtitle=subtitle)
        figure.draw(release, chart, key=metric_id, name=metric_id, told=said)
    else:
        frame.say(said)
    _table(release, rows, definition, breakdown, period)
    if each.caution:
        frame.note(phrase(each.caution))


def _by_mode(release: Release, place: str, period: Period) -> None:
    rows = _rows(release, "satisfaction_by_mode", place, "survey_mode", period)
    if not rows:
        return
    definition = reading.definitions(release)["satisfaction_by_mode"]
    frame.section(phrase("By who asked"))
    names = reading.labels(release)
    frame.say(sentences.spread(rows, definition, names, by="survey_mode"))
    _table(release, rows, definition, "survey_mode", period)
    frame.note(phrase(WHO_ASKS))


def _rows(release: Release, metric_id: str, place: str, breakdown: str, period: Period):
    if metric_id not in reading.definitions(release):
        return []
    rows = of_period(reading.counted_here(release, metric_id, place, breakdown), period)
    rows = [row for row in rows if row["blank"] != "not_applicable"]
    # By their names, so that the order stays when the numbers change.
    names = reading.labels(release)
    return unknown_last(sorted(rows, key=lambda row: names.category(breakdown, row["category"])))


def _table(release: Release, rows, definition: dict, breakdown: str, period: Period) -> None:
    names = reading.labels(release)
    elsewhen = other_period(rows, period)
    if elsewhen:
        frame.note(
            phrase(
                "Detail is told for {period} only: in one year too few stand behind it.",
                period=elsewhen,
            )
        )
    heading = reads.plain(breakdown)
    results_table.show(
        release,
        rows,
        definition,
        names,
        what=phrase(
            "{place} {moment} by {breakdown}",
            place=names.place(rows[0]["jurisdiction"]),
            moment=moment(rows[0]),
            breakdown=inside(heading),
        ),
        by=(heading, lambda row: names.category(breakdown, row["category"])),
    )


def seen(rows: list[dict], each: Detail, names: Labels, place: str) -> str:
    """The title: the two ends, each with its share; without two numbers, that nothing can be told apart."""
    told = [row for row in rows if quality(row) not in ("blank", "very_uncertain")]
    told.sort(key=lambda row: row["value"])
    if len(told) < 2:
        return phrase("In {place}, too little is known to tell these apart", place=place)
    high, low = (percent(row["value"], 0) for row in (told[-1], told[0]))
    first, last = (
        inside(names.category(each.breakdown, row["category"])) for row in (told[-1], told[0])
    )
    return phrase(each.ends, place=place, high=high, first=first, low=low, last=last)
