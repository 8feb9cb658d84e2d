"""What every series shows, which points have a signal, and which series are too short to have one."""

from collections.abc import Sequence

from charts import format as reads
from charts.control import FIRST_RUN_CHART
from charts.format import is_missing
from charts.icons import icon
from charts.multiples import GRAINS
from charts.verdicts import signal
from languages import later, phrase, whole
from release.read import Release
from views import frame, marks, reading
from views.filters import metric_link
from views.trends_read import PAGE, Series

LIMITS = {
    "none": later("None: too few points"),
    "median": later("The middle only"),
    "trial": later("Limits on trial"),
    "firm": later("Firm limits"),
}
"""Kind of limits -> its words."""


def series(release: Release, found: Sequence[Series], where: str) -> None:
    """A line a series: what its latest point shows, and how often chance alone would ring."""
    frame.section(phrase("Every series that can be judged"))
    definitions = reading.definitions(release)
    cells = []
    for each in found:
        first = each.rows[0]
        unit = definitions[each.metric_id]["value_unit"]
        latest = next((row for row in reversed(each.rows) if not is_missing(row["value"])), first)
        words = icon(each.rows)
        cells.append(
            (
                *_named(release, each, found),
                phrase(
                    "{value}, {period}",
                    value=reads.value(latest["value"], unit) or phrase("No number"),
                    period=_when(latest),
                ),
                marks.labelled(words.shorthand, words),
                phrase(
                    "{part} of {all}", part=whole(len(each.signals)), all=whole(first["points"])
                ),
                _capital(GRAINS.get(first["grain"], first["grain"])),
                _limits(first),
                _share(first["expected_false_alarms"]),
            )
        )
    headings = (*_heads(found), phrase("Latest"), phrase("It shows"))
    headings += (phrase("Points with a signal"), phrase("Points"), phrase("Limits"))
    frame.table(
        release,
        phrase("Series and what they show now, {place}", place=where),
        (*headings, phrase("A false signal, if nothing changed")),
        cells,
        name=PAGE,
        data=[row for each in found for row in each.rows],
    )


def signals(release: Release, found: Sequence[Series], where: str) -> None:
    """A line a series and kind of signal, the series in their order."""
    frame.section(phrase("Signals"))
    calling = [each for each in found if each.signals]
    if not calling:
        frame.say(
            phrase(
                "No point of any series of {place} differs from its natural variation.", place=where
            )
        )
        return
    cells = [
        (*_named(release, each, found), *line, _reliable(each))
        for each in calling
        for line in _kinds(each, reading.definitions(release)[each.metric_id]["value_unit"])
    ]
    headings = (*_heads(found), phrase("Signal"), phrase("When"), phrase("Points"))
    headings += (phrase("Latest of them"), phrase("Limits"))
    frame.table(
        release,
        phrase("Signals, {place}", place=where),
        (*headings, phrase("To be relied on")),
        cells,
        name=PAGE,
        data=[row for each in calling for row in each.signals],
    )
    frame.note(
        phrase(
            "A signal says that something changed, not why, and not whether for better or worse: more "
            "identified victims may be more crime, or more care."
        )
    )


def too_few(release: Release, found: Sequence[Series], where: str) -> None:
    """The series of which nothing can be said; nothing where there are none."""
    if not found:
        return
    frame.section(phrase("Too few points"))
    cells = [
        (
            *_named(release, each, found),
            phrase(
                "{count}, {grain}",
                count=whole(each.rows[0]["points"]),
                grain=GRAINS.get(each.rows[0]["grain"], each.rows[0]["grain"]),
            ),
        )
        for each in found
    ]
    frame.say(
        phrase(
            "A middle needs {count} points with a number. These have fewer: the rest were too "
            "small to be told, or were not reported.",
            count=whole(FIRST_RUN_CHART),
        )
    )
    frame.table(
        release,
        phrase("Series that are too short to be judged, {place}", place=where),
        (*_heads(found), phrase("Points")),
        cells,
        name=PAGE,
        data=[row for each in found for row in each.rows],
    )


def _heads(found: Sequence[Series]) -> tuple:
    """What names a series: its measure, and its place where there are several."""
    if _has_places(found):
        return phrase("Measure"), phrase("Place")
    return (phrase("Measure"),)


def _named(release: Release, each: Series, found: Sequence[Series]) -> tuple:
    names = reading.labels(release)
    shown = metric_link(release, each.metric_id, each.jurisdiction, each.rows[-1])
    return (shown, names.place(each.jurisdiction)) if _has_places(found) else (shown,)


def _has_places(found: Sequence[Series]) -> bool:
    return len({each.jurisdiction for each in found}) > 1


def _kinds(each: Series, unit: str) -> list[tuple]:
    """Signal, when, points, latest value and limits; points of one kind together."""
    by_kind: dict[str, list[dict]] = {}
    for row in each.signals:
        by_kind.setdefault(row["signal"], []).append(row)
    return [
        (
            _capital(signal(kind)),
            _when(rows[0])
            if len(rows) == 1
            else phrase("{low} to {high}", low=_when(rows[0]), high=_when(rows[-1])),
            whole(len(rows)),
            reads.value(rows[-1]["value"], unit) or phrase("No number"),
            _limits(rows[-1]),
        )
        for kind, rows in by_kind.items()
    ]


def _reliable(each: Series) -> str:
    if each.is_leaning:
        return phrase("No: each value leans on the one before")
    return phrase("Yes")


def _share(expected) -> str:
    if is_missing(expected):
        return phrase("Not known")
    if expected < 0.001:
        return phrase("Under {share}", share=reads.value(0.001, "share"))
    return reads.value(expected, "share")


def _limits(row: dict) -> str:
    kind = row["limits_kind"]
    return phrase(LIMITS[kind]) if kind in LIMITS else kind


def _when(row: dict) -> str:
    return reads.short_period(row["period_start"], row["period_end"])


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
