"""The page of one metric: what is seen, beside the metric that keeps it honest, and what it means."""

from charts import release_words
from charts.describe import sentence
from charts.format import plain
from charts.joining import named, with_commas
from charts.labels import Labels
from charts.select import SERIES, newest, select_parts
from languages import phrase
from release.read import Release
from views import (
    frame,
    group,
    metric_charts,
    metric_definition,
    metric_groups,
    metric_history,
    metric_places,
    metric_trend,
    protection_plan,
    reading,
)
from views.filled import filled
from views.filters import Selection, choose, metric_link
from views.html import element, join, link


def show(release: Release, metric_id: str) -> None:
    """The page."""
    definition = reading.definitions(release)[metric_id]
    names = reading.labels(release)
    frame.heading(release_words.title(definition), release_words.question(definition))
    _way_back(release, definition)
    selection = choose(release, metric_id)
    if selection is None:
        frame.announce(phrase("This release holds no result of this metric."))
    else:
        _publisher(selection, names)
        shown, rows = _summing_up(release, selection, definition, names)
        rows = [row for row in rows if row["horizon_days"] == selection.horizon_days]
        of_place = [row for row in rows if row["jurisdiction"] == selection.jurisdiction]
        row = of_period(of_place, selection)
        told = sentence(row, shown, names)
        if older := reading.no_newer(release, row):
            told = f"{told} {older}."
        if shown is not definition:
            told = phrase("{title}. {told}", title=release_words.title(shown), told=told)
        frame.announce(join([told, " ", selection.link]))
        protection_plan.beside(release, selection, names)
        # Stages, and the members of a mix, are what such a metric is about; other detail comes after the whole.
        is_first = selection.breakdown == "stage" or definition["kind"] == "mix"
        if is_first:
            metric_charts.by_category(release, selection, definition, names)
        metric_charts.over_time(release, selection, shown, of_place, names)
        if selection.breakdown != "total" and not is_first:
            metric_charts.by_category(release, selection, definition, names)
        _pair(release, selection, definition, names)
    metric_definition.meaning(release, definition)
    if selection is not None:
        metric_charts.by_place(release, selection, shown, rows, names)
        metric_places.show(release, selection, definition, names)
        metric_groups.show(release, selection, definition, names)
        metric_trend.show(release, selection, definition, names)
    metric_definition.obligations(release, definition)
    place = selection.jurisdiction if selection else None
    metric_history.show(release, definition, place, names)
    metric_definition.sql(definition)


def _way_back(release: Release, definition: dict) -> None:
    """Stage, indicators and counterpart: where this metric belongs."""
    stage = definition["metric_group"]
    parts = [
        filled(phrase("Stage: {stage}"), stage=link(plain(stage), group.address(stage))),
        filled(
            phrase("All metrics: {link}"), link=link(phrase("search and indicators"), "all_metrics")
        ),
    ]
    codes = reading.lines(definition["indicators"])
    if codes:
        parts.append(phrase("Answers indicator {codes}", codes=with_commas(codes)))
    frame.note(join(parts, " · "))


def lifted(definition: dict, rows: list[dict], names: Labels) -> tuple[dict, list[dict]]:
    """One member of a breakdown as if it were the whole, for metrics that no total sums up."""
    if not rows:
        return definition, []
    what = names.category(rows[0]["breakdown"], rows[0]["category"])
    whole = {"breakdown": "total", "category": "total"}
    title = named(release_words.title(definition), what)
    return definition | {"title": title}, [row | whole for row in rows]


def of_period(rows: list[dict], selection: Selection) -> dict:
    """The row of the chosen period, or the newest with a number."""
    chosen = [r for r in rows if (r["period_start"], r["period_end"]) == selection.period]
    return chosen[0] if chosen else newest(rows)


def _summing_up(release: Release, selection: Selection, definition: dict, names: Labels):
    """Rows of every place that stand for the metric, with a definition whose title says what they are."""
    if selection.category == "total":
        return definition, reading.summing_up(release, selection.metric_id, **selection.strand)
    rows = reading.results(
        release,
        selection.metric_id,
        breakdown=selection.breakdown,
        category=selection.category,
        **selection.strand,
    )
    return (definition, rows) if selection.breakdown == "stage" else lifted(definition, rows, names)


def _publisher(selection: Selection, names: Labels) -> None:
    if selection.strand["source"] != "official":
        return
    frame.html(
        element(
            "p",
            join(
                [
                    element("strong", f"{phrase('Published by somebody else.')} "),
                    phrase(
                        "Source: {publication}. These figures were not counted here, and what they include "
                        "is for their publisher to say; where one is hidden, its publisher hid it.",
                        publication=names.publication(selection.strand["origin"]),
                    ),
                ]
            ),
            class_="answerable-official",
        )
    )


def _pair(release: Release, selection: Selection, definition: dict, names: Labels) -> None:
    """The counter-metric: a metric is never shown without it."""
    other = reading.definitions(release).get(definition["pair"])
    frame.section(phrase("Read it together with its counterpart"))
    if other is None:
        frame.say(phrase("The counterpart of this metric is not part of this release."))
        return
    title = metric_link(release, other["metric_id"], selection.jurisdiction)
    said = phrase("{metric}: {question}")
    question = release_words.question(other)
    frame.say(filled(said, metric=element("strong", title), question=question))
    frame.note(phrase("It would show if this number were improved at the cost of justice."))
    shown, rows = _of_counterpart(release, other, selection, names)
    if not rows:
        where = names.place(selection.jurisdiction)
        frame.say(phrase("Nothing was reported on it for {place}.", place=where))
        return
    metric_charts.history(release, shown, rows, names)


def _of_counterpart(release: Release, other: dict, selection: Selection, names: Labels):
    """The history of the counterpart's number or, where none sums it up, of the figure of the same name or the first."""
    place = selection.jurisdiction
    if rows := reading.history(release, other["metric_id"], place):
        is_whole = rows[0]["breakdown"] in ("total", "stage")
        return (other, rows) if is_whole else lifted(other, rows, names)
    figures = select_parts(other, reading.results(release, other["metric_id"], jurisdiction=place))
    if not figures:
        return other, []
    alike = [row for row in figures if row["category"] == selection.category]
    figure = (alike or figures)[0]
    of_figure = {name: figure[name] for name in ("breakdown", "category", "horizon_days", *SERIES)}
    rows = reading.results(release, other["metric_id"], jurisdiction=place, **of_figure)
    return lifted(other, rows, names)
