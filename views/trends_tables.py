"""What every series shows, which points have a signal, and which series are too short to have one."""

from collections.abc import Sequence

from charts import format as reads
from charts.control import FIRST_RUN_CHART
from charts.format import is_missing
from charts.icons import icon
from charts.multiples import GRAINS
from charts.verdicts import signal
from release.read import Release
from views import frame, marks, reading
from views.filters import place_label
from views.html import link
from views.trends_read import PAGE, Series

LIMITS = {
    "none": "None: too few points",
    "median": "The middle only",
    "trial": "Limits on trial",
    "firm": "Firm limits",
}
"""Kind of limits -> its words."""


def series(release: Release, found: Sequence[Series], where: str) -> None:
    """A line a series: what its latest point shows, and how often chance alone would ring."""
    frame.section("Every series that can be judged")
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
                f"{reads.value(latest['value'], unit) or 'No number'}, {_when(latest)}",
                marks.labelled(words.shorthand, words),
                f"{len(each.signals):,} of {first['points']:,}",
                GRAINS.get(first["grain"], first["grain"]).capitalize(),
                LIMITS.get(first["limits_kind"], first["limits_kind"]),
                _share(first["expected_false_alarms"]),
            )
        )
    headings = (*_heads(found), "Latest", "It shows", "Points with a signal", "Points", "Limits")
    frame.table(
        release,
        f"Series and what they show now, {where}",
        (*headings, "A false signal, if nothing changed"),
        cells,
        name=PAGE,
        data=[row for each in found for row in each.rows],
    )


def signals(release: Release, found: Sequence[Series], where: str) -> None:
    """A line a series and kind of signal, the series in their order."""
    frame.section("Signals")
    calling = [each for each in found if each.signals]
    if not calling:
        frame.say(f"No point of any series of {where} differs from its natural variation.")
        return
    cells = [
        (*_named(release, each, found), *line, _reliable(each))
        for each in calling
        for line in _kinds(each, reading.definitions(release)[each.metric_id]["value_unit"])
    ]
    headings = (*_heads(found), "Signal", "When", "Points", "Latest of them", "Limits")
    frame.table(
        release,
        f"Signals, {where}",
        (*headings, "To be relied on"),
        cells,
        name=PAGE,
        data=[row for each in calling for row in each.signals],
    )
    frame.note(
        "A signal says that something changed, not why, and not whether for better or worse: more "
        "identified victims may be more crime, or more care."
    )


def too_few(release: Release, found: Sequence[Series], where: str) -> None:
    """The series of which nothing can be said; nothing where there are none."""
    if not found:
        return
    frame.section("Too few points")
    cells = [
        (
            *_named(release, each, found),
            f"{each.rows[0]['points']:,}, {GRAINS.get(each.rows[0]['grain'], each.rows[0]['grain'])}",
        )
        for each in found
    ]
    frame.say(
        f"A middle needs {FIRST_RUN_CHART} points with a number. These have fewer: the rest were too "
        "small to be told, or were not reported."
    )
    frame.table(
        release,
        f"Series that are too short to be judged, {where}",
        (*_heads(found), "Points"),
        cells,
        name=PAGE,
        data=[row for each in found for row in each.rows],
    )


def _heads(found: Sequence[Series]) -> tuple:
    """What names a series: its measure, and its place where there are several."""
    return ("Measure", "Place") if _has_places(found) else ("Measure",)


def _named(release: Release, each: Series, found: Sequence[Series]) -> tuple:
    names = reading.labels(release)
    title = reading.definitions(release)[each.metric_id]["title"]
    shown = link(title, each.metric_id, jurisdiction=place_label(each.jurisdiction, names))
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
            _when(rows[0]) if len(rows) == 1 else f"{_when(rows[0])} to {_when(rows[-1])}",
            f"{len(rows):,}",
            reads.value(rows[-1]["value"], unit) or "No number",
            LIMITS.get(rows[-1]["limits_kind"], rows[-1]["limits_kind"]),
        )
        for kind, rows in by_kind.items()
    ]


def _reliable(each: Series) -> str:
    return "No: each value leans on the one before" if each.is_leaning else "Yes"


def _share(expected) -> str:
    if is_missing(expected):
        return "Not known"
    return "Under 0.1%" if expected < 0.001 else reads.value(expected, "share")


def _when(row: dict) -> str:
    return reads.short_period(row["period_start"], row["period_end"])


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
