"""The series of a release, and which of them a reader has chosen: of one place, or of one measure in all places."""

from dataclasses import dataclass

import streamlit as st

from charts import release_words
from charts.format import plain
from charts.select import by_column
from charts.signals import has_limits, select_series
from languages import later, phrase
from release.read import Release
from views import choices, held, reading
from views.compliance_filters import ALL
from views.filter_box import in_english
from views.filters import place_label

PAGE = "trends"


@dataclass(frozen=True)
class Series:
    """`rows` are the points of `trends` of one metric and place, oldest first."""

    metric_id: str
    jurisdiction: str
    rows: tuple[dict, ...]

    @property
    def is_judged(self) -> bool:
        """True where there are points enough for a middle or for limits."""
        return has_limits(self.rows)

    @property
    def is_leaning(self) -> bool:
        """True where each value leans on the one before, so that signals come up by themselves."""
        return bool(self.rows[0]["is_autocorrelated"])

    @property
    def signals(self) -> list[dict]:
        """The points with a signal of any rule."""
        return [row for row in self.rows if row["signal"]]


@dataclass(frozen=True)
class Choice:
    """A place with a stage of justice or ALL stages; or ALL places with a metric or, None, all of them."""

    place: str
    stage: str = ALL
    metric_id: str | None = None


def series(release: Release) -> list[Series]:
    """All series about trafficking, in the order of justice and then by place; of all crime where no other are told."""
    return _series(release, release.release_id)


def chosen(release: Release, choice: Choice) -> list[Series]:
    """The series a choice lets pass."""
    definitions = reading.definitions(release)
    if choice.place == ALL:
        return [e for e in series(release) if choice.metric_id in (None, e.metric_id)]
    return [
        each
        for each in series(release)
        if each.jurisdiction == choice.place
        and choice.stage in (ALL, definitions[each.metric_id]["metric_group"])
    ]


def everything() -> dict[str, str]:
    """The filters, as they stand in an address, that open all series of all places."""
    return in_english(
        lambda: {
            "jurisdiction": phrase(choices.ALL_PLACES),
            "measure": phrase(choices.ALL_MEASURES),
        }
    )


def of_metric(release: Release, metric_id: str) -> dict[str, str]:
    """The filters, as they stand in an address, that open the series of one metric in all places."""
    title = in_english(lambda: release_words.title(reading.definitions(release)[metric_id]))
    return everything() | {"measure": title}


def choose(release: Release) -> Choice:
    """Shows the filters and returns what is chosen."""
    names = reading.labels(release)
    definitions = reading.definitions(release)
    found = series(release)
    places = {each.jurisdiction for each in found} | held.places(release)
    places |= set(held.silent_places(release))
    codes = sorted(places, key=names.place)

    def words() -> dict[str, str]:
        named = {code: place_label(code, names) for code in codes}
        return named | {ALL: phrase(choices.ALL_PLACES)}

    followed = next((code for code in codes if any(code == of.jurisdiction for of in found)), None)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        place = choices.one("jurisdiction", later("Place"), words, PAGE, default=followed)
        if place == ALL:
            kept = [each for each in found if each.is_judged] or found
            metrics = list(dict.fromkeys(each.metric_id for each in kept))

            def titles() -> dict[str, str]:
                named = {key: release_words.title(definitions[key]) for key in metrics}
                return named | {None: phrase(choices.ALL_MEASURES)}

            metric_id = choices.one("measure", later("Measure"), titles, PAGE, width=420)
            return Choice(place, metric_id=metric_id)
        groups = dict.fromkeys(definitions[each.metric_id]["metric_group"] for each in found)

        def stages() -> dict[str, str]:
            return {ALL: phrase("All stages")} | {group: plain(group) for group in groups}

        return Choice(place, choices.one("stage", later("Stage of justice"), stages, PAGE))


@st.cache_resource(max_entries=2, show_spinner=False)
def _series(_release: Release, release_id: str) -> list[Series]:
    names = reading.labels(_release)
    rows = [r for r in reading.rows(_release, "trends") if r["jurisdiction"] not in names.groups]
    by_metric = by_column(rows, "metric_id")
    return [
        Series(key, place, tuple(points))
        for key in reading.definitions(_release)
        for place, points in sorted(
            select_series(by_metric.get(key, ())).items(), key=lambda each: names.place(each[0])
        )
    ]
