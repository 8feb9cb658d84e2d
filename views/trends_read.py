"""The series of a release, and which of them a reader has chosen: of one place, or of one measure in all places."""

from dataclasses import dataclass

import streamlit as st

from charts import release_words
from charts.format import plain
from languages import later, phrase
from release.read import Release
from views import choices, held, reading
from views.compliance_filters import ALL
from views.filter_box import in_english
from views.filters import place_label

PAGE = "trends"


ALL_MEASURES = later("All measures")


@dataclass(frozen=True)
class Series:
    """`rows` are the points of `trends` of one metric and place, oldest first."""

    metric_id: str
    jurisdiction: str
    rows: tuple[dict, ...]

    @property
    def is_judged(self) -> bool:
        """True where there are points enough for a middle or for limits."""
        return self.rows[0]["limits_kind"] != "none"

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
        lambda: {"jurisdiction": phrase(choices.ALL_PLACES), "measure": phrase(ALL_MEASURES)}
    )


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
                return named | {None: phrase(ALL_MEASURES)}

            metric_id = choices.one("measure", later("Measure"), titles, PAGE, width=420)
            return Choice(place, metric_id=metric_id)
        groups = dict.fromkeys(definitions[each.metric_id]["metric_group"] for each in found)

        def stages() -> dict[str, str]:
            return {ALL: phrase("All stages")} | {group: plain(group) for group in groups}

        return Choice(place, choices.one("stage", later("Stage of justice"), stages, PAGE))


@st.cache_resource(max_entries=2, show_spinner=False)
def _series(_release: Release, release_id: str) -> list[Series]:
    names = reading.labels(_release)
    order = {key: place for place, key in enumerate(reading.definitions(_release))}
    rows = [
        row
        for row in reading.rows(_release, "trends")
        if row["metric_id"] in order and row["jurisdiction"] not in names.groups
    ]
    rows = [row for row in rows if row["scope"] == "trafficking"] or rows
    found: dict[tuple, list[dict]] = {}
    for row in sorted(rows, key=lambda row: row["period_start"]):
        found.setdefault((row["metric_id"], row["scope"], row["jurisdiction"]), []).append(row)
    keys = sorted(found, key=lambda key: (order[key[0]], names.place(key[2]), key[1]))
    return [Series(key[0], key[2], tuple(found[key])) for key in keys]
