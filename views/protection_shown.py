"""How much is shown: results by metric and place, shown, in part, hidden, or not there for another reason."""

import streamlit as st

from charts import format as reads
from charts import release_words
from charts.format import plain
from charts.protection import WAYS
from languages import later, phrase, phrase_for, whole
from release.read import Release
from views import frame, group, reading, results_table, shown
from views.filter_box import filter_box
from views.filters import carry_over, place_label
from views.html import element, link, table

ALL = "all"
"""Stands in the table `protection` for every metric, or every place."""
OLDER = later(
    "This release holds no report of protection: it was made before there was one. What is hidden "
    "in it says so at its place, and the rules below are those it was made under."
)
BY_STAGE = later("Share of results shown, by stage and place")
STEPS = 5
"""Depths of colour of a share; the share stands in every cell in digits too."""


def choose_place(release: Release) -> str:
    """The chosen place, or all."""
    names = reading.labels(release)
    held = {row["jurisdiction"] for row in reading.rows(release, "protection")} - {ALL}
    held |= {row["jurisdiction"] for row in reading.rows(release, "plan")}
    options = [ALL, *sorted(held, key=names.place)]
    if len(options) == 1:
        return ALL
    carry_over("protected_place", options, "protection")

    def said(code: str) -> str:
        return phrase("All places") if code == ALL else place_label(code, names)

    chosen = filter_box(
        phrase("Place"),
        options,
        format_func=said,
        key="protected_place",
    )
    shown.choice(phrase("Place"), said(chosen))
    return chosen


def told(release: Release, place: str) -> str:
    """The live line: how many results of this place are shown, of all and of the headline metrics."""
    of_all = _rows(release, metric_id=ALL, jurisdiction=place)
    by_headline = {row["headline"]: row for row in of_all}
    if "no" not in by_headline:
        return phrase(OLDER)
    row = by_headline["no"]
    decided = row["shown"] + row["partly_shown"] + row["hidden"]
    results = phrase_for(decided, "{number} result", "{number} results")
    if place != ALL:
        name = reading.labels(release).place(place)
        results = phrase("{results} of {place}", results=results, place=name)
    said = phrase(
        "Of {results} that there would be a number for, {shown} are shown ({share}), {partly} with their counts "
        "only, and {hidden} are hidden to protect people.",
        results=results,
        shown=whole(row["shown"]),
        share=_share(row),
        partly=whole(row["partly_shown"]),
        hidden=whole(row["hidden"]),
    )
    if "yes" in by_headline:
        share = _share(by_headline["yes"])
        said += " " + phrase("Of the headline metrics {share} are shown.", share=share)
    return said


def show(release: Release, place: str) -> None:
    """The section: stages by place, then metrics of the chosen place."""
    rows = _rows(release)
    frame.section(phrase("How much is shown"))
    if not rows:
        frame.say(phrase(OLDER))
        return
    names = reading.labels(release)
    frame.note(
        phrase(
            "Share of results shown, of those that there would be a number for. Figures that others "
            "published are not counted: nothing of theirs is hidden here."
        )
    )
    drawn = str(_by_stage(release, rows))
    frame.kept_table(release, drawn, phrase(BY_STAGE), name="protection")
    metrics = _of_metrics(release, rows, place)
    where = phrase("all places") if place == ALL else names.place(place)
    every = phrase_for(
        len(metrics), "All {number} metric, {place}", "All {number} metrics, {place}", place=where
    )
    with st.expander(every):
        _by_metric(release, metrics, where)
    results_table.download(release, rows, "protection", phrase("all counts of shown and hidden"))


def _rows(release: Release, **filters) -> list[dict]:
    return reading.rows(release, "protection", **filters)


def _by_stage(release: Release, rows: list[dict]):
    """A row a stage of justice, a column a place; a deeper colour is a larger share."""
    names = reading.labels(release)
    definitions = reading.definitions(release)
    places = sorted({row["jurisdiction"] for row in rows} - {ALL}, key=names.place)
    sums: dict[tuple, list[int]] = {}
    for row in rows:
        if row["metric_id"] in definitions:
            stage = definitions[row["metric_id"]]["metric_group"]
            _add(sums, (stage, row["jurisdiction"]), row)
    stages = list(dict.fromkeys(each["metric_group"] for each in definitions.values()))
    cells = [
        (
            link(plain(stage), group.address(stage)),
            *(_cell(sums.get((stage, each))) for each in (ALL, *places)),
        )
        for stage in stages
        if (stage, ALL) in sums
    ]
    of_all = {
        (row["headline"], row["jurisdiction"]): _counts(row)
        for row in rows
        if row["metric_id"] == ALL
    }
    for headline, title in (("yes", phrase("Headline metrics")), ("no", phrase("All metrics"))):
        if (headline, ALL) in of_all:
            told_of = [_cell(of_all.get((headline, each))) for each in (ALL, *places)]
            cells.append((element("strong", title), *told_of))
    headings = (phrase("Stage"), phrase("All places"), *map(names.place, places))
    shown = table(phrase(BY_STAGE), headings, cells, is_wide=True)
    return element("div", shown, class_="answerable-heat")


def _add(sums: dict, key: tuple, row: dict) -> None:
    before = sums.get(key, (0, 0))
    sums[key] = tuple(a + b for a, b in zip(before, _counts(row), strict=True))


def _counts(row: dict) -> tuple[int, int]:
    """Shown, and all that there would be a number for."""
    return row["shown"], row["shown"] + row["partly_shown"] + row["hidden"]


def _cell(counted: tuple[int, int] | None):
    if not counted or not counted[1]:
        return phrase("None due")
    shown, due = counted
    share = shown / due
    depth = min(STEPS - 1, int(share * STEPS))
    return element("span", reads.value(share, "share"), class_=f"answerable-depth-{depth}")


def _of_metrics(release: Release, rows: list[dict], place: str) -> list[dict]:
    order = list(reading.definitions(release))
    found = [row for row in rows if row["jurisdiction"] == place and row["metric_id"] in order]
    return sorted(found, key=lambda row: order.index(row["metric_id"]))


def _by_metric(release: Release, rows: list[dict], where: str):
    definitions = reading.definitions(release)
    cells = [
        (
            link(release_words.title(definitions[row["metric_id"]]), row["metric_id"]),
            whole(row["planned"]),
            *(whole(row[way]) for way in WAYS),
            whole(row["open_court"]),
            _share(row),
        )
        for row in rows
    ]
    headings = [phrase("Metric"), phrase("Results"), *(way.label for way in WAYS.values())]
    headings += [phrase("Of those shown, open court"), phrase("Share shown")]
    caption = phrase("Results shown and hidden, by metric: {place}", place=where)
    numeric = range(1, len(headings))
    frame.table(
        release, caption, headings, cells, numeric, name="protection", data=rows, is_wide=True
    )


def _share(row: dict) -> str:
    if row["share_shown"] is None:
        return phrase("none due")
    return reads.value(row["share_shown"], "share")
