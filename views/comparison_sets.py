"""Sets of places compared on one measure: which there are, and which of them a reader has chosen."""

import streamlit as st

from charts import format as reads
from charts import release_words
from charts.funnel import funnel
from charts.labels import Labels
from charts.select import USUAL_HORIZON, by_column
from languages import later, phrase
from release.read import Release
from views import choices, comparison_rows, reading

PAGE = "comparison"
FIGURE = ("scope", "source", "origin", "unit_counted", "breakdown", "category")
"""Rows that differ in one of these are about different things; beside them a set has one horizon and one period."""


def measures(release: Release) -> dict[str, list[dict]]:
    """Metric -> all its rows of `comparisons`, by place; headline metrics first, then in the order of justice."""
    return _measures(release, release.release_id)


def is_judged(row: dict) -> bool:
    """True where the place could be compared with the others."""
    return row["flag"] != "not_assessable"


def is_alarm(row: dict) -> bool:
    """True where the place lies further from the others than chance explains."""
    return row["flag"].endswith("alarm")


def standing_for(rows: list[dict]) -> list[dict]:
    """The set a metric is summed up by: trafficking, the usual follow-up, the newest years that could be judged."""
    figure = _figures(rows)[0]
    rows = [row for row in rows if _figure(row) == figure]
    horizons = sorted({row["horizon_days"] for row in rows}, key=lambda days: days or 0)
    rows = [row for row in rows if row["horizon_days"] == _usual(horizons)]
    first = _periods(rows)[0]
    return [row for row in rows if _days(row) == first]


def standing(release: Release) -> dict[str, list[dict]]:
    """Metric -> the set that it is summed up by: what pages count when they count over all measures."""
    return _standing(release, release.release_id)


def first_measure(release: Release) -> str:
    """The first metric whose places can be drawn and judged; else the first of all."""
    return _first_measure(release, release.release_id)


def choose(release: Release) -> list[dict]:
    """Shows the filters a metric needs and returns the chosen set; the metric has one at least."""
    names = reading.labels(release)
    definitions = reading.definitions(release)
    found = measures(release)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        metric_id = choices.one(
            "measure",
            later("Measure"),
            lambda: {key: release_words.title(definitions[key]) for key in found},
            PAGE,
            default=first_measure(release),
            width=420,
        )
        rows = found[metric_id]
        known = _figures(rows)
        figure = choices.one(
            "figures",
            later("Figures"),
            lambda: {each: _figure_words(each, known, names) for each in known},
            PAGE,
        )
        rows = [row for row in rows if _figure(row) == figure]
        horizons = sorted({row["horizon_days"] for row in rows}, key=lambda days: days or 0)
        horizon = choices.one(
            "horizon",
            later("Followed for"),
            lambda: {days: reads.horizon(days) or phrase("No set time") for days in horizons},
            PAGE,
            default=_usual(horizons),
            width=190,
        )
        rows = [row for row in rows if row["horizon_days"] == horizon]
        periods = _periods(rows)
        period = choices.one(
            "period", later("Years"), lambda: {days: reads.period(*days) for days in periods}, PAGE
        )
    return comparison_rows.with_status(release, [row for row in rows if _days(row) == period])


def _days(row: dict) -> tuple:
    return row["period_start"], row["period_end"]


def _figure(row: dict) -> tuple:
    return tuple(row[name] for name in FIGURE)


def _figures(rows: list[dict]) -> list[tuple]:
    """About trafficking first, then those with most places judged."""
    judged: dict[tuple, int] = {}
    for row in rows:
        judged[_figure(row)] = judged.get(_figure(row), 0) + is_judged(row)
    return sorted(judged, key=lambda each: (each[0] != "trafficking", -judged[each], str(each)))


def _figure_words(figure: tuple, figures: list[tuple], names: Labels) -> str:
    """What sets these figures apart from the others of the metric."""
    scope, source, origin, unit, breakdown, category = figure
    words = (
        names.category("scope", scope),
        phrase("counted here") if source == "case" else phrase("published by others"),
        names.publication(origin),
        names.unit(unit),
        "" if breakdown == "total" else phrase("by {what}", what=names.unit(breakdown)),
        names.category(breakdown, category),
    )
    varying = [n for n in range(len(FIGURE)) if len({each[n] for each in figures}) > 1]
    return ", ".join(words[n] for n in varying if words[n]) or names.category("scope", scope)


def _usual(horizons: list):
    return min(horizons, key=lambda days: abs((days or 0) - USUAL_HORIZON))


def _periods(rows: list[dict]) -> list[tuple]:
    """Newest first; the newest in which a place could be judged before all others, with most places of one end."""
    by_days: dict[tuple, list[dict]] = {}
    for row in rows:
        by_days.setdefault(_days(row), []).append(row)

    def standing(days: tuple) -> tuple:
        judged = sum(is_judged(row) for row in by_days[days])
        return days[1], judged, len(by_days[days])

    newest_first = sorted(by_days, key=standing, reverse=True)
    told = [days for days in newest_first if any(is_judged(row) for row in by_days[days])]
    return [*told[:1], *(days for days in newest_first if days not in told[:1])]


@st.cache_resource(max_entries=2, show_spinner=False)
def _measures(_release: Release, release_id: str) -> dict[str, list[dict]]:
    names = reading.labels(_release)
    rows = [
        r for r in reading.rows(_release, "comparisons") if r["jurisdiction"] not in names.groups
    ]
    found = by_column(sorted(rows, key=lambda row: names.place(row["jurisdiction"])), "metric_id")
    known = [key for key in reading.definitions(_release) if key in found]
    headline = [key for key in known if reading.definitions(_release)[key]["headline"] == "yes"]
    return {key: found[key] for key in dict.fromkeys([*headline, *known])}


@st.cache_resource(max_entries=2, show_spinner=False)
def _standing(_release: Release, release_id: str) -> dict[str, list[dict]]:
    return {key: standing_for(rows) for key, rows in measures(_release).items()}


@st.cache_resource(max_entries=2, show_spinner=False)
def _first_measure(_release: Release, release_id: str) -> str:
    names, definitions = reading.labels(_release), reading.definitions(_release)
    found = standing(_release)
    for key, newest in found.items():
        if any(is_judged(row) for row in newest) and funnel(definitions[key], newest, names):
            return key
    return next(iter(found))
