"""Which places differ by more than chance, on which measure?"""

from dataclasses import replace

from charts import format as reads
from charts import release_words
from charts.format import is_missing
from charts.funnel import funnel
from charts.labels import Labels
from charts.seen import titled
from charts.signals import is_alarm, is_judged
from languages import decimal, later, phrase, phrase_for, whole
from release.read import Release
from views import (
    chances,
    choices,
    comparison_matrix,
    comparison_sets,
    figure,
    frame,
    metric_charts,
    page_end,
    places_compared,
    reading,
)
from views.compliance_filters import ALL
from views.html import join, link

ADDRESS, TITLE = comparison_sets.PAGE, later("Comparison of places")
LIMITS = (
    later("Why a place differs: its cases, its definitions or its practice."),
    later("Whether more is better: on many measures it is not."),
    later("Which place comes first. Chance moves ranks so much that an order would be noise."),
    later(
        "Anything about places whose numbers are hidden, missing or too few; the table says which."
    ),
    later("How two places compare with each other: each stands beside all others together."),
)


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        phrase(TITLE), phrase("Which places differ by more than chance, on which measure?")
    )
    if not comparison_sets.measures(release):
        frame.announce(
            phrase("No places are compared in this release, so it can show no difference.")
        )
        frame.say(
            phrase(
                "A measure is compared where at least three places publish a number of enough people."
            )
        )
        return
    choice = comparison_sets.choose(release)
    if choice.metric_id == ALL:
        comparison_matrix.show(release, choice.place)
        page_end.show(release, LIMITS)
        return
    rows = list(choice.rows)
    names = reading.labels(release)
    definition = reading.definitions(release)[rows[0]["metric_id"]]
    frame.announce(told(rows, definition))
    _funnel(release, rows, definition, names)
    _mix(rows, definition, names)
    more = link(phrase(choices.ALL_MEASURES), ADDRESS, **comparison_sets.address())
    frame.say(join([more, "."]))
    page_end.show(release, LIMITS, [definition["metric_id"]])


def told(rows: list[dict], definition: dict) -> str:
    """The answer for one measure: how many stand out, and how many would by chance."""
    about = {"title": release_words.title(definition), "when": _when(rows[0])}
    judged = [row for row in rows if is_judged(row)]
    if not judged:
        if len(rows) == 1:
            return phrase(
                "{title}, {when}: there is only one place, and nothing to compare it with.", **about
            )
        return phrase(
            "{title}, {when}: none of {number} places can be compared with the others.",
            number=whole(len(rows)),
            **about,
        )
    alarms = sum(is_alarm(row) for row in judged)
    listed = sum(bool(row["is_signal"]) for row in judged)
    expected = decimal(rows[0]["expected_false_alarms"] or 0, 2)
    return f"{_alarms_said(alarms, len(judged), about)} {_listed_said(listed, expected)}"


def _alarms_said(alarms: int, judged: int, about: dict) -> str:
    about |= {"places": phrase_for(judged, "{number} place", "{number} places")}
    if not alarms:
        return phrase(
            "{title}, {when}: none of {places} that can be compared lies further from the others than "
            "chance explains.",
            **about,
        )
    return phrase_for(
        alarms,
        "{title}, {when}: {number} of {places} that can be compared lies further from the others than "
        "chance explains.",
        "{title}, {when}: {number} of {places} that can be compared lie further from the others than "
        "chance explains.",
        **about,
    )


def _listed_said(listed: int, expected: str) -> str:
    if not listed:
        return phrase(
            "If no place differed, about {expected} would; allowing for all places, none stands out.",
            expected=expected,
        )
    return phrase_for(
        listed,
        "If no place differed, about {expected} would; allowing for all places, {number} stands out.",
        "If no place differed, about {expected} would; allowing for all places, {number} stand out.",
        expected=expected,
    )


def _when(row: dict) -> str:
    horizon = reads.horizon(row["horizon_days"])
    period = reads.period(row["period_start"], row["period_end"])
    if not horizon:
        return period
    return phrase("{period}, within {horizon}", period=period, horizon=horizon)


def _funnel(release: Release, rows: list[dict], definition: dict, names: Labels) -> None:
    frame.section(phrase("Difference or chance?"))
    metric_id = definition["metric_id"]
    chart = funnel(definition, rows, names)
    if chart is None:
        frame.note(
            f"{phrase('Too few places for a chart; the table has what there is.')} "
            f"{metric_charts.covered(rows[0], names)}"
        )
        frame.say(places_compared.told(rows, names))
    else:
        measure = phrase(
            "{title}: {subtitle}",
            title=release_words.title(definition),
            subtitle=f"{chart.subtitle[:1].lower()}{chart.subtitle[1:]}",
        )
        chart = replace(chart, subtitle=metric_charts.covering(measure, rows[0], names))
        figure.draw(
            release,
            titled(chart, seen(rows)),
            key="chart comparison",
            name=metric_id,
            told=places_compared.told(rows, names),
        )
    headings, cells = places_compared.lines(rows, definition, names)
    told = [chances.among_all(row["q_value"], row["p_holm"]) for row in rows]
    frame.table(
        release,
        phrase(
            "{title}: places compared, {when}, by name",
            title=release_words.title(definition),
            when=_when(rows[0]),
        ),
        [*headings, phrase("Chance (all tests)")],
        [[*line, chance] for line, chance in zip(cells, told, strict=True)],
        places_compared.NUMERIC,
        name=metric_id,
        data=rows,
    )
    more = link(phrase("All about this measure"), metric_id)
    frame.note(join([phrase(chances.MEANING), " ", more, "."]))


def seen(rows: list[dict]) -> str:
    """How many places stand out, as the title of the chart."""
    alarms, judged = sum(map(is_alarm, rows)), sum(map(is_judged, rows))
    places = phrase_for(judged, "{number} place", "{number} places")
    if not alarms:
        return phrase(
            "None of {places} lies further from the others than chance explains", places=places
        )
    return phrase_for(
        alarms,
        "{number} of {places} lies further from the others than chance explains",
        "{number} of {places} lie further from the others than chance explains",
        places=places,
    )


def _mix(rows: list[dict], definition: dict, names: Labels) -> None:
    """What was expected from the mix of cases, where it was worked out."""
    mixed = [row for row in rows if not is_missing(row["ratio"])]
    if not mixed:
        return
    frame.section(phrase("With the mix of cases allowed for"))
    apart = [row for row in mixed if row["ratio_lower"] > 1 or row["ratio_upper"] < 1]
    said = phrase_for(
        len(mixed),
        "In {number} place the number can be set beside what the same kinds of cases led to in the "
        "other places.",
        "In {number} places the number can be set beside what the same kinds of cases led to in the "
        "other places.",
    )
    frame.say(f"{said} {_unexpected(apart, names)}")
    telling = next((r["c_statistic"] for r in mixed if not is_missing(r["c_statistic"])), None)
    if telling is not None:
        frame.say(
            phrase(
                "How well the kinds of cases tell whom “{title}” counts: {value}, where "
                "0.5 is not at all and 1 is always. What they cannot tell, they cannot allow for.",
                title=release_words.title(definition),
                value=decimal(telling, 2),
            )
        )
    frame.note(
        phrase(
            "Such a ratio says how a place stands to the others, never how it stands to one of them."
        )
    )


def _unexpected(apart: list[dict], names: Labels) -> str:
    """Places whose number is not what the mix of their cases would lead to."""
    if not apart:
        return phrase("None of them differs from what was expected.")
    listed = ", ".join(
        phrase(
            "{place} {ratio}",
            place=names.place(row["jurisdiction"]),
            ratio=decimal(row["ratio"], 2),
        )
        for row in apart
    )
    return phrase_for(
        len(apart),
        "{number} of them differs from what was expected: {places} times as many.",
        "{number} of them differ from what was expected: {places} times as many.",
        places=listed,
    )
