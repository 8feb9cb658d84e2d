"""New methods of trafficking over time, and whether the statutes of that time cover them."""

import streamlit as st

from charts import format as reads
from charts.compliance_methods import figure_words, is_uncovered, method_chart
from charts.format import is_missing
from charts.joining import with_commas
from charts.release_words import inside
from languages import later, phrase, phrase_for
from release.read import Release
from views import compliance_read, figure, frame, reading, results_table, shown
from views.cached import said_data
from views.compliance_beside import covered
from views.filled import filled
from views.filter_box import filter_box
from views.filters import metric_link, place_label
from views.html import Markup, as_stored, element, join, table

ADDRESS, TITLE = "new_methods", later("New methods and the law")
ALL = "all"


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        phrase(TITLE), phrase("Which new methods are seen, and does the law cover them yet?")
    )
    rows = reading.rows(release, "new_methods")
    if not rows:
        frame.announce(phrase(compliance_read.NOTHING))
        return
    names = reading.labels(release)
    place, method = _choose(rows, names)
    rows = [row for row in rows if place in (ALL, row["jurisdiction"])]
    rows = [row for row in rows if method in (ALL, row["method"])]
    frame.announce(told(rows, names))
    frame.note(
        phrase(
            "Each figure stands beside what the statutes valid at the end of its period cover. Figures "
            "depend on what is recorded: a method that no law names is seldom counted."
        )
    )
    for each in sorted({row["method"] for row in rows}):
        _method(release, each, [row for row in rows if row["method"] == each], place, names)


def told(rows: list[dict], names) -> str:
    """The live line: where a method is seen that no statute covers."""
    seen = [row for row in rows if is_uncovered(row)]
    methods = len({row["method"] for row in rows})
    about = {
        "methods": phrase_for(methods, "{number} new method", "{number} new methods"),
        "places": _places(len({row["jurisdiction"] for row in rows})),
    }
    if not seen:
        return phrase(
            "{methods} in {places}: no figure shows one where it is known that no law covers it.",
            **about,
        )
    where = sorted({names.place(row["jurisdiction"]) for row in seen})
    return phrase_for(
        len(seen),
        "{methods} in {places}: {number} figure of a time when no law covered what it shows, in {where}.",
        "{methods} in {places}: {number} figures of a time when no law covered what it shows, in {where}.",
        where=with_commas(where),
        **about,
    )


def _places(number: int) -> str:
    return phrase_for(number, "{number} place", "{number} places")


def _choose(rows: list[dict], names) -> tuple[str, str]:
    places = sorted({row["jurisdiction"] for row in rows}, key=names.place)
    methods = sorted({row["method"] for row in rows})

    def place_words(code: str) -> str:
        return phrase("All places") if code == ALL else place_label(code, names)

    def method_words(code: str) -> str:
        return phrase("All methods") if code == ALL else names.category("new_method", code)

    with st.container(horizontal=True, vertical_alignment="bottom"):
        return (
            _one(phrase("Place"), "place", [ALL, *places], place_words),
            _one(phrase("Method"), "method", [ALL, *methods], method_words),
        )


def _one(label: str, key: str, options: list[str], words) -> str:
    chosen = filter_box(label, options, format_func=words, key=key)
    shown.choice(label, words(chosen))
    return chosen


def _method(release: Release, method: str, rows: list[dict], place: str, names) -> None:
    title = names.category("new_method", method)
    frame.section(title)
    if place != ALL:
        _charts(release, title, rows, names)
    silent = _silent(rows) if place == ALL else set()
    if silent:
        frame.note(
            phrase_for(
                len(silent),
                "{number} place of which neither a figure nor the law is known stand in the download only.",
                "{number} places of which neither a figure nor the law is known stand in the download only.",
            )
        )
    if silent < {row["jurisdiction"] for row in rows}:
        drawn = _table(release, release.release_id, method, place)
        frame.kept_table(release, drawn, _caption(title), name=ADDRESS)
    what = phrase("all figures on {method}", method=inside(title))
    results_table.download(release, [_whole(row) for row in rows], ADDRESS, what)


def _silent(rows: list[dict]) -> set[str]:
    """Places of which nothing is known: no figure, whatever the reason for none, and no statute."""
    told = {row["jurisdiction"] for row in rows if _days(row) or row["covered"] != "not_known"}
    return {row["jurisdiction"] for row in rows} - told


# A table of many places takes longer to put together than a page may.
@said_data(max_entries=64, show_spinner=False)
def _table(_release: Release, release_id: str, method: str, place: str) -> str:
    """A row a place and series, a column a period."""
    names = reading.labels(_release)
    rows = reading.rows(_release, "new_methods", method=method)
    silent = _silent(rows) if place == ALL else set()
    rows = [row for row in rows if place in (ALL, row["jurisdiction"])]
    rows = [row for row in rows if row["jurisdiction"] not in silent]
    titles = {row["statute_id"]: row["title"] for row in reading.rows(_release, "statutes")}
    periods = sorted({_days(row) for row in rows if _days(row)}, key=lambda days: days[::-1])
    cells = []
    for key, series in _series(rows, names).items():
        by_period = {_days(row): row for row in series}
        told_of = (_cell(_release, by_period.get(days), names) for days in periods)
        head = names.place(key[0])
        shown = [_metric(_release, series[0], names)]
        if not by_period.keys() - {None}:
            shown.append(_aside(phrase("No figure in this release")))
        cells.append((head, join(shown), _law(series, titles, names), *told_of))
    headings = (phrase("Place"), phrase("Figure"), phrase("Law, latest"))
    headings += tuple(reads.period(*days) for days in periods)
    title = names.category("new_method", method)
    return str(table(_caption(title), headings, cells, is_wide=True))


def _caption(title: str) -> str:
    return phrase("{method}: figures by period, and whether the law covers it", method=title)


def _charts(release: Release, title: str, rows: list[dict], names) -> None:
    for key, series in _series(rows, names).items():
        definition = reading.definitions(release).get(series[0]["metric_id"])
        if definition is None:
            continue
        where = names.place(key[0])
        chart = method_chart(definition, series, title, where, names)
        if chart:
            what = " ".join(str(part) for part in key[1:])
            told = join([_metric(release, series[0], names)])
            figure.draw(release, chart, key=f"chart {title} {what}", name=ADDRESS, told=told)


def _series(rows: list[dict], names) -> dict[tuple, list[dict]]:
    """(place, metric, breakdown, category) -> its periods, in the order of names."""
    found: dict[tuple, list[dict]] = {}
    for row in rows:
        key = tuple(row[name] for name in ("jurisdiction", "metric_id", "breakdown", "category"))
        found.setdefault(key, []).append(row)
    return dict(sorted(found.items(), key=lambda pair: (names.place(pair[0][0]), str(pair[0][1:]))))


def _metric(release: Release, row: dict, names) -> Markup:
    """The metric whose figures show the method, and its counterpart."""
    definition = reading.definitions(release).get(row["metric_id"])
    note = [_aside(as_stored(row["note"]))] if row["note"] else []
    if definition is None:
        return join([phrase("No metric shows it"), *note])
    said = metric_link(release, row["metric_id"], row["jurisdiction"], row)
    if row["category"] and row["category"] != "total":
        category = names.category(row["breakdown"], row["category"])
        said = filled(phrase("{name}: {said}"), name=said, said=category)
    beside = []
    pair = reading.definitions(release).get(definition["pair"])
    if pair:
        title = metric_link(release, pair["metric_id"], row["jurisdiction"])
        beside = [_aside(filled(phrase("Counterpart: {metric}"), metric=title))]
    return join([said, *beside, *note])


def _aside(text) -> Markup:
    return element("span", text, class_="answerable-aside")


def _law(series: list[dict], titles: dict[str, str], names) -> Markup:
    newest = max(series, key=lambda row: str(row["period_end"] or ""))
    statutes = ", ".join(titles.get(each, each) for each in reading.lines(newest["statute_ids"]))
    listed = filled(phrase("Statutes: {statutes}"), statutes=as_stored(statutes))
    said = [_aside(listed)] if statutes else []
    return join([covered(newest["covered"], names), *said])


def _cell(release: Release, row: dict | None, names):
    if row is None:
        return phrase("Nothing told")
    definition = reading.definitions(release).get(row["metric_id"], {"value_unit": "count"})
    said = [figure_words(row, definition), *_counted(row)]
    law = _aside(filled(phrase("Law: {covered}"), covered=covered(row["covered"], names)))
    if is_uncovered(row):
        mark = element("strong", phrase("Seen, not covered"), class_="answerable-line")
        return element("div", join([*said, law, mark]), class_="answerable-uncovered")
    return join([*said, law])


def _counted(row: dict) -> list[Markup]:
    above, below = reads.count(row["numerator"]), reads.count(row["denominator"])
    if not (above and below):
        return []
    return [_aside(phrase("{part} of {whole}", part=above, whole=below))]


def _days(row: dict) -> tuple | None:
    """First and last day of a figure; None where there is none."""
    if is_missing(row["period_start"]) or is_missing(row["period_end"]):
        return None
    return row["period_start"], row["period_end"]


def _whole(row: dict) -> dict:
    """The row with what it is about, by which a file finds the counterpart of its figure."""
    return row | {"scope": "trafficking", "horizon_days": None}
