"""Which places differ by more than chance, on which measure?"""

from dataclasses import replace

from charts import format as reads
from charts.format import is_missing, many
from charts.funnel import funnel
from charts.labels import Labels
from charts.seen import titled
from release.read import Release
from views import (
    chances,
    comparison_matrix,
    comparison_sets,
    figure,
    frame,
    metric_charts,
    page_end,
    places_compared,
    reading,
)
from views.comparison_sets import is_alarm, is_judged
from views.html import join, link

ADDRESS, TITLE = comparison_sets.PAGE, "Comparison of places"
LIMITS = (
    "Why a place differs: its cases, its definitions or its practice.",
    "Whether more is better: on many measures it is not.",
    "Which place comes first. Chance moves ranks so much that an order would be noise.",
    "Anything about places whose numbers are hidden, missing or too few; the table says which.",
    "How two places compare with each other: each stands beside all others together.",
)


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "Which places differ by more than chance, on which measure?")
    if not comparison_sets.measures(release):
        frame.announce("No places are compared in this release, so it can show no difference.")
        frame.say(
            "A measure is compared where at least three places publish a number of enough people."
        )
        return
    rows = comparison_sets.choose(release)
    names = reading.labels(release)
    definition = reading.definitions(release)[rows[0]["metric_id"]]
    frame.announce(told(rows, definition))
    _funnel(release, rows, definition, names)
    _mix(rows, definition, names)
    comparison_matrix.show(release)
    page_end.show(release, LIMITS, [definition["metric_id"]])


def told(rows: list[dict], definition: dict) -> str:
    """The answer for one measure: how many stand out, and how many would by chance."""
    head = f"{definition['title']}, {_when(rows[0])}: "
    judged = [row for row in rows if is_judged(row)]
    if not judged:
        if len(rows) == 1:
            return f"{head}there is only one place, and nothing to compare it with."
        return f"{head}none of {len(rows)} places can be compared with the others."
    alarms = sum(is_alarm(row) for row in judged)
    listed = sum(bool(row["is_signal"]) for row in judged)
    expected = rows[0]["expected_false_alarms"] or 0
    return (
        f"{head}{alarms or 'none'} of {many(len(judged), 'place')} that can be compared "
        f"{'lies' if alarms <= 1 else 'lie'} further from the others than chance explains. If no place "
        f"differed, about {expected:.2f} would; allowing for all places, {listed or 'none'} "
        f"{'stands' if listed <= 1 else 'stand'} out."
    )


def _when(row: dict) -> str:
    horizon = reads.horizon(row["horizon_days"])
    period = reads.period(row["period_start"], row["period_end"])
    return f"{period}, within {horizon}" if horizon else period


def _funnel(release: Release, rows: list[dict], definition: dict, names: Labels) -> None:
    frame.section("Difference or chance?")
    metric_id = definition["metric_id"]
    chart = funnel(definition, rows, names)
    if chart is None:
        frame.note(
            "Too few places for a chart; the table has what there is. "
            f"{metric_charts.covered(rows[0], names)}"
        )
        frame.say(places_compared.told(rows, names))
    else:
        alarms, judged = sum(map(is_alarm, rows)), sum(map(is_judged, rows))
        seen = f"{alarms or 'None'} of {many(judged, 'place')} {'lies' if alarms <= 1 else 'lie'}"
        measure = f"{definition['title']}: {chart.subtitle[:1].lower()}{chart.subtitle[1:]}"
        chart = replace(chart, subtitle=metric_charts.covering(measure, rows[0], names))
        title = f"{seen} further from the others than chance explains"
        figure.draw(
            release,
            titled(chart, title),
            key="chart comparison",
            name=metric_id,
            told=places_compared.told(rows, names),
        )
    headings, cells = places_compared.lines(rows, definition, names)
    told = [chances.among_all(row["q_value"], row["p_holm"]) for row in rows]
    frame.table(
        release,
        f"{definition['title']}: places compared, {_when(rows[0])}, by name",
        [*headings, "Chance (all tests)"],
        [[*line, chance] for line, chance in zip(cells, told, strict=True)],
        places_compared.NUMERIC,
        name=metric_id,
        data=rows,
    )
    more = link("All about this measure", metric_id)
    frame.note(join([chances.MEANING, " ", more, "."]))


def _mix(rows: list[dict], definition: dict, names: Labels) -> None:
    """What was expected from the mix of cases, where it was worked out."""
    mixed = [row for row in rows if not is_missing(row["ratio"])]
    if not mixed:
        return
    frame.section("With the mix of cases allowed for")
    apart = [row for row in mixed if row["ratio_lower"] > 1 or row["ratio_upper"] < 1]
    listed = ", ".join(f"{names.place(row['jurisdiction'])} {row['ratio']:.2f}" for row in apart)
    said = (
        f"In {many(len(mixed), 'place')} the number can be set beside what the same kinds of cases led to "
        f"in the other places. {len(apart) or 'None'} of them "
        f"{'differs' if len(apart) <= 1 else 'differ'} from what was expected"
    )
    frame.say(f"{said}: {listed} times as many." if listed else f"{said}.")
    telling = next((r["c_statistic"] for r in mixed if not is_missing(r["c_statistic"])), None)
    if telling is not None:
        frame.say(
            f"How well the kinds of cases tell whom “{definition['title']}” counts: {telling:.2f}, where "
            "0.5 is not at all and 1 is always. What they cannot tell, they cannot allow for."
        )
    frame.note(
        "Such a ratio says how a place stands to the others, never how it stands to one of them."
    )
