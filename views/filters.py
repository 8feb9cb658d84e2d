"""What a reader has chosen to see of one metric; every choice stands in the address and is kept across pages."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from charts import format as reads
from charts import release_words
from charts.describe import quality
from charts.labels import CROSSED, Labels
from languages import phrase
from release.read import Release
from views import reading, shown, silence
from views.filter_box import filter_box, in_address, written
from views.html import Markup, link

STRAND = ("source", "origin", "currency", "unit_counted", "period_kind")
"""Results of a metric that differ in one of these are about different things and never share a chart."""

LATEST = "latest"
# Two years see most first-instance trials end, and leave all but the youngest cohorts in view.
USUAL_HORIZON = 730


@dataclass(frozen=True)
class Selection:
    """One metric's choices: a place, a strand with its scope, and where they exist a horizon, a
    breakdown and a period (first day, last day).

    `category` is a member of the breakdown where no total sums the metric up, else "total".
    `chosen` maps a filter to its words in the address.
    """

    metric_id: str
    jurisdiction: str
    strand: dict
    horizon_days: int | None
    breakdown: str
    category: str
    period: tuple[date, date]
    chosen: dict[str, str]

    @property
    def link(self) -> Markup:
        """A link that opens this view again."""
        return link(phrase("Link to this view"), self.metric_id, **self.chosen)


def choose(release: Release, metric_id: str) -> Selection | None:
    """Shows the filters this metric needs and returns what is chosen; None where it has no results."""
    facets = reading.facets(release, metric_id)
    if not facets:
        return None
    names = reading.labels(release)
    asked = _Asking(metric_id)
    place = asked.one(
        "jurisdiction",
        phrase("Place"),
        sorted({row["jurisdiction"] for row in facets}, key=names.place),
        lambda code: place_label(code, names),
    )
    shown.warn(silence.warnings(release, place))
    facets = [row for row in facets if row["jurisdiction"] == place]
    scope = asked.one(
        "scope",
        phrase("Offences"),
        sorted({row["scope"] for row in facets}, reverse=True),
        lambda code: names.category("scope", code),
    )
    facets = [row for row in facets if row["scope"] == scope]
    strand = _strand(asked, facets, names)
    facets = [row for row in facets if all(row[name] == strand[name] for name in STRAND)]
    horizons = sorted({row["horizon_days"] for row in facets}, key=lambda days: days or 0)
    usual = USUAL_HORIZON if USUAL_HORIZON in horizons else horizons[0]
    horizon = asked.one("horizon", phrase("Followed for"), horizons, reads.horizon, usual)
    facets = [row for row in facets if row["horizon_days"] == horizon]
    details = sorted({row["breakdown"] for row in facets} - {"total"})
    strand = {"scope": scope, **strand}
    rows = [
        row
        for row in reading.headline(release, metric_id, **strand)
        if row["jurisdiction"] == place and row["horizon_days"] == horizon
    ]
    breakdown = asked.one(
        "breakdown",
        phrase("Detail"),
        ["total", *details] if rows else details,
        breakdown_label,
        # A staircase is what a metric with stages is about.
        "stage" if "stage" in details else None,
    )
    category = "total"
    # Details are told for years taken together, so these are the periods to choose from.
    told = {_days(row) for row in facets if row["breakdown"] == breakdown}
    rows = [row for row in rows if _days(row) in told] or rows
    if not rows:
        rows = reading.results(
            release, metric_id, breakdown=breakdown, jurisdiction=place, **strand
        )
        categories = sorted({row["category"] for row in rows})
        category = asked.one(
            "category", phrase("Figure"), categories, lambda code: names.category(breakdown, code)
        )
        rows = [row for row in rows if row["category"] == category]
    period = _period(asked, rows)
    return Selection(metric_id, place, strand, horizon, breakdown, category, period, asked.words)


def place_label(code: str, names: Labels) -> str:
    """A place as the filter names it: unique."""
    return f"{names.place(code)} ({code})"


def place_address(code: str, names: Labels) -> str:
    """The same as it stands in an address, whatever language is spoken."""
    return in_address(lambda code: place_label(code, names), code)


def breakdown_label(code: str) -> str:
    """A breakdown as the filter names it."""
    if code == "total":
        return phrase("All together")
    names = CROSSED.join(release_words.code(each) for each in code.split(CROSSED))
    return phrase("By {breakdown}", breakdown=names.lower())


def _strand(asked: "_Asking", facets: list[dict], names: Labels) -> dict:
    found = sorted({tuple(row[name] for name in STRAND) for row in facets}, key=str)
    varying = [place for place in range(len(STRAND)) if len({key[place] for key in found}) > 1]

    def words(key: tuple) -> str:
        parts = [release_words.code(str(key[place])) for place in varying if key[place] is not None]
        return ", ".join(parts) or phrase("All")

    return dict(zip(STRAND, asked.one("figures", phrase("Figures"), found, words), strict=True))


def _days(row: dict) -> tuple[date, date]:
    return row["period_start"], row["period_end"]


def _period(asked: "_Asking", rows: list[dict]) -> tuple[date, date]:
    periods = {_days(row) for row in rows}
    newest_first = sorted(periods, key=lambda days: (days[1], days[0]), reverse=True)
    with_numbers = {_days(row) for row in rows if quality(row) != "blank"}
    latest = next((days for days in newest_first if days in with_numbers), newest_first[0])
    if len(newest_first) == 1:
        return latest
    chosen = asked.one(
        "period",
        phrase("Period"),
        [LATEST, *newest_first],
        lambda days: phrase("Latest with a number") if days == LATEST else reads.period(*days),
    )
    return latest if chosen == LATEST else chosen


class _Asking:
    """Asks one filter after the other, all in one row of the page."""

    def __init__(self, page: str):
        self.page = page
        self.words: dict[str, str] = {}
        self.places = st.container(horizontal=True, vertical_alignment="bottom")

    def one(self, key: str, label: str, options: list, words, default=None):
        """The chosen option; a filter without a choice is not shown."""
        if len(options) == 1:
            return options[0]
        carry_over(key, options, self.page)
        with self.places:
            chosen = filter_box(
                label,
                options,
                index=options.index(default) if default in options else 0,
                format_func=words,
                key=key,
                width=190,
            )
        st.session_state.setdefault("kept", {})[key] = chosen
        self.words[key] = in_address(words, chosen)
        shown.choice(label, words(chosen))
        return chosen


def carry_over(key: str, options: list, page: str) -> None:
    """Takes a choice along to the next page, unless that page's address says otherwise."""
    kept = st.session_state.get("kept", {}).get(key)
    marker = f"page of {key}"
    if st.session_state.get(marker) != page:
        st.session_state[marker] = page
        st.session_state.pop(written(key), None)
        if key not in st.query_params and kept in options:
            st.session_state[key] = kept
    if key in st.session_state and st.session_state[key] not in options:
        del st.session_state[key]
