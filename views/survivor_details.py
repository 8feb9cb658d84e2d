"""Satisfaction by the outcome of the case, by service, by what fairness is made of, and by who asked."""

from dataclasses import dataclass, replace

from charts import format as reads
from charts.choose import unknown_last
from charts.describe import moment, quality
from charts.from_results import by_category
from charts.labels import Labels
from release.read import Release
from views import figure, frame, metric_charts, reading, results_table, sentences
from views.period_choice import Period, of_period, other_period
from views.period_summaries import parts
from views.survivor_experience_words import VERDICT, WHO_ASKS


@dataclass(frozen=True)
class Detail:
    """A section: its title, the metric and breakdown it tells, how a number of it reads, what to beware of.

    A number reads: 66%, `verb`, `tail`; the tail holds a place for {group}.
    """

    title: str
    metric_id: str
    breakdown: str
    verb: str
    tail: str
    caution: str = ""


DETAILS = (
    Detail(
        "By the outcome of the case",
        "survivor_satisfaction",
        "outcome_group",
        "were satisfied",
        "where the outcome was “{group}”",
        VERDICT,
    ),
    Detail(
        "By service",
        "stage_satisfaction",
        "survey_item",
        "were satisfied",
        "with what “{group}” did",
    ),
    Detail(
        "Heard, respected, informed, safe",
        "procedural_justice",
        "survey_item",
        "gave a good answer",
        "on “{group}”",
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
    frame.section(each.title)
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
        frame.note(each.caution)


def _by_mode(release: Release, place: str, period: Period) -> None:
    rows = _rows(release, "satisfaction_by_mode", place, "survey_mode", period)
    if not rows:
        return
    definition = reading.definitions(release)["satisfaction_by_mode"]
    frame.section("By who asked")
    names = reading.labels(release)
    frame.say(sentences.spread(rows, definition, names, by="survey_mode"))
    _table(release, rows, definition, "survey_mode", period)
    frame.note(WHO_ASKS)


def _rows(release: Release, metric_id: str, place: str, breakdown: str, period: Period):
    if metric_id not in reading.definitions(release):
        return []
    rows = of_period(parts(release, metric_id, place, breakdown), period)
    rows = [row for row in rows if row["blank"] != "not_applicable"]
    # By their names, so that the order stays when the numbers change.
    names = reading.labels(release)
    return unknown_last(sorted(rows, key=lambda row: names.category(breakdown, row["category"])))


def _table(release: Release, rows, definition: dict, breakdown: str, period: Period) -> None:
    names = reading.labels(release)
    elsewhen = other_period(rows, period)
    if elsewhen:
        frame.note(f"Detail is told for {elsewhen} only: in one year too few stand behind it.")
    heading = reads.plain(breakdown)
    results_table.show(
        release,
        rows,
        definition,
        names,
        what=f"{names.place(rows[0]['jurisdiction'])} {moment(rows[0])} by {heading.lower()}",
        by=(heading, lambda row: names.category(breakdown, row["category"])),
    )


def seen(rows: list[dict], each: Detail, names: Labels, place: str) -> str:
    """The title: the two ends, each with its share; without two numbers, that nothing can be told apart."""
    told = [row for row in rows if quality(row) not in ("blank", "very_uncertain")]
    told.sort(key=lambda row: row["value"])
    if len(told) < 2:
        return f"In {place}, too little is known to tell these apart"
    shares = [f"{row['value']:.0%}" for row in (told[-1], told[0])]
    groups = [
        names.category(each.breakdown, row["category"]).lower() for row in (told[-1], told[0])
    ]
    first, last = (each.tail.format(group=group) for group in groups)
    return f"In {place}, {shares[0]} {each.verb} {first}, {shares[1]} {last}"
