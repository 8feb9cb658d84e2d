"""What a reader has chosen to see of one metric; every choice stands in the address and is kept across pages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from charts import format as reads
from charts import release_words
from charts.labels import CROSSED, Labels
from charts.select import SERIES, STAGES, newest, select_headline, select_parts
from languages import phrase
from release.read import Release
from views import reading, shown, silence
from views.filter_box import filter_box, in_address, written
from views.html import Markup, link

LATEST = "latest"
STRAND = tuple(name for name in SERIES if name != "scope")
"""What tells series of one scope apart."""
IDENTITY = (
    *("jurisdiction", "horizon_days", "breakdown", "category", "period_start", "period_end"),
    *SERIES,
)
"""What tells the results of a metric apart."""


@dataclass(frozen=True)
class Selection:
    """One metric's choices: a place, a strand with its scope, and where they exist a horizon, a
    breakdown and a period (first day, last day).

    `category` is a member of the breakdown, or "total" where what is asked for is the whole and its parts.
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
    if not reading.places(release, metric_id):
        return None
    return _select(release, metric_id, _Asking(metric_id))


def number_link(release: Release, text, row: dict) -> Markup:
    """A link from a result, or a row that was made of one, to the page of its metric, which opens at this very result."""
    return link(text, row["metric_id"], **address(release, row))


def metric_link(release: Release, metric_id: str, place: str, row: dict | None = None) -> Markup:
    """The title of a metric as a link to its page: to this result of it or, without one, to the place."""
    title = release_words.title(reading.definitions(release)[metric_id])
    if row is not None:
        return number_link(release, title, row)
    return link(title, metric_id, jurisdiction=place_address(place, reading.labels(release)))


def address(release: Release, row: dict) -> dict[str, str]:
    """The filters, in the words of an address, that make the page of the metric open at what the row is about."""
    if row["jurisdiction"] not in reading.places(release, row["metric_id"]):
        return {"jurisdiction": place_address(row["jurisdiction"], reading.labels(release))}
    return reading.derive(
        release,
        row["metric_id"],
        ("address", *(row.get(name) for name in IDENTITY)),
        lambda: _select(release, row["metric_id"], _Following(row)).chosen,
    )


def _select(release: Release, metric_id: str, filters: "_Asking | _Following") -> Selection:
    """What `filters` choose, one after the other; each starts at what the rule would choose of the rest."""
    names, definition = reading.labels(release), reading.definitions(release)[metric_id]
    place = filters.one(
        "jurisdiction",
        phrase("Place"),
        sorted(reading.places(release, metric_id), key=names.place),
        lambda code: place_label(code, names),
    )
    filters.warn(release, place)
    rows = reading.results(release, metric_id, jurisdiction=place)

    def usual(column: str):
        standing = select_headline(definition, rows)
        return standing[column] if standing else select_parts(definition, rows)[0][column]

    scopes = sorted({row["scope"] for row in rows}, reverse=True)
    scope = filters.one(
        "scope", phrase("Offences"), scopes, lambda code: names.category("scope", code), usual
    )
    rows = reading.equal(rows, {"scope": scope})
    strand = {"scope": scope, **_strand(filters, rows, usual)}
    rows = reading.equal(rows, strand)
    horizons = sorted({row["horizon_days"] for row in rows}, key=lambda days: days or 0)
    horizon = filters.one(
        "horizon",
        phrase("Followed for"),
        horizons,
        reads.horizon,
        lambda _: usual("horizon_days"),
    )
    rows = reading.equal(rows, {"horizon_days": horizon})
    wholes = [row for row in rows if row["breakdown"] == "total"]
    details = sorted({row["breakdown"] for row in rows} - {"total"})
    breakdown = filters.one(
        "breakdown",
        phrase("Detail"),
        ["total", *details] if wholes else details,
        breakdown_label,
        usual,
    )
    members = [row for row in rows if row["breakdown"] == breakdown]
    category = filters.one(
        "category",
        phrase("Figure"),
        _categories(members, breakdown, is_summed_up=bool(wholes)),
        lambda code: breakdown_label(code) if code == "total" else names.category(breakdown, code),
        usual,
    )
    periods = {_days(row) for row in members}
    if category == "total":
        # Details are told for years taken together, so these are the periods to choose from.
        rows = [row for row in wholes if _days(row) in periods] or wholes
    else:
        rows = [row for row in members if row["category"] == category]
    period = _period(filters, rows)
    return Selection(metric_id, place, strand, horizon, breakdown, category, period, filters.words)


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


def _categories(members: list[dict], breakdown: str, *, is_summed_up: bool) -> list[str]:
    """The figures of a breakdown in the order in which they are offered; of all of them together, "total"."""
    codes = {row["category"] for row in members}
    if breakdown == "stage":
        return sorted(codes, key=lambda code: STAGES.index(code) if code in STAGES else -1)
    whole = ["total"] if is_summed_up and breakdown != "total" else []
    return [*whole, *sorted(codes)]


def _strand(filters: "_Asking | _Following", rows: list[dict], usual: Callable) -> dict:
    strands = sorted({tuple(row[name] for name in STRAND) for row in rows}, key=str)
    varying = [place for place in range(len(STRAND)) if len({key[place] for key in strands}) > 1]

    def words(key: tuple) -> str:
        parts = [release_words.code(str(key[place])) for place in varying if key[place] is not None]
        return ", ".join(parts) or phrase("All")

    def usual_strand(_) -> tuple:
        return tuple(map(usual, STRAND))

    chosen = filters.one("figures", phrase("Figures"), strands, words, usual_strand)
    return dict(zip(STRAND, chosen, strict=True))


def _days(row: dict) -> tuple[date, date]:
    return row["period_start"], row["period_end"]


def _period(filters: "_Asking | _Following", rows: list[dict]) -> tuple[date, date]:
    periods = {_days(row) for row in rows}
    newest_first = sorted(periods, key=lambda days: (days[1], days[0]), reverse=True)
    latest = _days(newest(rows))
    if len(newest_first) == 1:
        return latest
    chosen = filters.one(
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

    def one(self, key: str, label: str, options: list, words: Callable, usual=None):
        """The chosen option, at first `usual(key)`; a filter without a choice is not shown."""
        if len(options) == 1:
            return options[0]
        carry_over(key, options, self.page)
        first = usual(key) if usual else options[0]
        with self.places:
            chosen = filter_box(
                label,
                options,
                index=options.index(first) if first in options else 0,
                format_func=words,
                key=key,
                width=190,
            )
        st.session_state.setdefault("kept", {})[key] = chosen
        self.words[key] = in_address(words, chosen)
        shown.choice(label, words(chosen))
        return chosen

    def warn(self, release: Release, place: str) -> None:
        """Says below the filters what is to be known of all numbers of the place."""
        shown.warn(silence.warnings(release, place))


class _Following:
    """Answers every filter so that what a row is about is chosen, and where the row does not say, what is usual."""

    def __init__(self, row: dict):
        self.words: dict[str, str] = {}
        self.row = row | {"period": (row.get("period_start"), row.get("period_end"))}
        self.row["horizon"] = row.get("horizon_days")

    def one(self, key: str, label: str, options: list, words: Callable, usual=None):
        """The option that the row is about; a filter without a choice is not told."""
        chosen = options[0]
        if len(options) > 1:
            chosen = self._answer(key, options, usual)
            self.words[key] = in_address(words, chosen)
        return chosen

    def warn(self, release: Release, place: str) -> None:
        """Nobody reads this."""

    def _answer(self, key: str, options: list, usual: Callable | None):
        if key == "figures":
            options = [each for each in options if self._is_about(each)] or options
        if key in self.row and self.row[key] in options:
            return self.row[key]
        first = usual(key) if usual else options[0]
        return first if first in options else options[0]

    def _is_about(self, strand: tuple) -> bool:
        return all(
            self.row[name] == value
            for name, value in zip(STRAND, strand, strict=True)
            if name in self.row
        )


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
