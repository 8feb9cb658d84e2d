"""Sets of places compared on one measure: which there are, and which of them a reader has chosen."""

from dataclasses import dataclass

import streamlit as st

from charts import format as reads
from charts import release_words
from charts.funnel import funnel
from charts.labels import Labels
from charts.select import by_column
from charts.signals import (
    FIGURE,
    days_of,
    figure_of,
    is_judged,
    nearest_horizon,
    order_figures,
    order_periods,
    select_comparison,
)
from languages import later, phrase
from release.read import Release
from views import choices, comparison_rows, reading
from views.compliance_filters import ALL
from views.filter_box import in_english

PAGE = "comparison"


def measures(release: Release) -> dict[str, list[dict]]:
    """Metric -> all its rows of `comparisons`, by place; headline metrics first, then in the order of justice."""
    return _measures(release, release.release_id)


def standing(release: Release) -> dict[str, list[dict]]:
    """Metric -> the set that it is summed up by: what pages count when they count over all measures."""
    return _standing(release, release.release_id)


def first_measure(release: Release) -> str:
    """The first metric whose places can be drawn and judged; else the first of all."""
    return _first_measure(release, release.release_id)


@dataclass(frozen=True)
class Choice:
    """The set of one measure or, where `metric_id` is ALL, what stands for every measure: of a place or of ALL."""

    metric_id: str
    place: str = ALL
    rows: tuple[dict, ...] = ()


def address(place: str | None = None) -> dict[str, str]:
    """The filters, as they stand in an address, that open all measures: of one place, as its address has it, or of all."""
    measure = in_english(lambda: phrase(choices.ALL_MEASURES))
    return {"measure": measure} | ({"jurisdiction": place} if place else {})


def choose(release: Release) -> Choice:
    """Shows the filters a metric needs and returns the chosen set; the metric has one at least."""
    names = reading.labels(release)
    definitions = reading.definitions(release)
    found = measures(release)

    def titles() -> dict[str, str]:
        return {key: release_words.title(definitions[key]) for key in found}

    with st.container(horizontal=True, vertical_alignment="bottom"):
        metric_id = choices.one(
            "measure",
            later("Measure"),
            lambda: titles() | {ALL: phrase(choices.ALL_MEASURES)},
            PAGE,
            default=first_measure(release),
            width=420,
        )
        if metric_id == ALL:
            return Choice(ALL, choices.place(release, PAGE))
        rows = found[metric_id]
        known = order_figures(rows)
        figure = choices.one(
            "figures",
            later("Figures"),
            lambda: {each: _figure_words(each, known, names) for each in known},
            PAGE,
        )
        rows = [row for row in rows if figure_of(row) == figure]
        horizons = sorted({row["horizon_days"] for row in rows}, key=lambda days: days or 0)
        horizon = choices.one(
            "horizon",
            later("Followed for"),
            lambda: {days: reads.horizon(days) or phrase("No set time") for days in horizons},
            PAGE,
            default=nearest_horizon(horizons),
            width=190,
        )
        rows = [row for row in rows if row["horizon_days"] == horizon]
        periods = order_periods(rows)
        period = choices.one(
            "period", later("Years"), lambda: {days: reads.period(*days) for days in periods}, PAGE
        )
    rows = [row for row in rows if days_of(row) == period]
    return Choice(metric_id, rows=tuple(comparison_rows.with_status(release, rows)))


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
    return {key: select_comparison(rows) for key, rows in measures(_release).items()}


@st.cache_resource(max_entries=2, show_spinner=False)
def _first_measure(_release: Release, release_id: str) -> str:
    names, definitions = reading.labels(_release), reading.definitions(_release)
    found = standing(_release)
    for key, newest in found.items():
        if any(is_judged(row) for row in newest) and funnel(definitions[key], newest, names):
            return key
    return next(iter(found))
