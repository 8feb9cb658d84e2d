"""Every metric, found by words or indicator; and every indicator of the field, answered or not yet."""

from collections import Counter

import streamlit as st

from charts.format import many, plain
from release.read import Release
from views import frame, group, reading, shown, summary_table
from views.html import bullets, join, link


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        "All metrics", "Which number answers which question, and what cannot be answered yet?"
    )
    asked = st.text_input(
        "Search titles, questions and indicator codes",
        key="search",
        bind="query-params",
        placeholder="compensation, PR-04, how long",
        width=420,
    )
    definitions = list(reading.definitions(release).values())
    indicators = reading.rows(release, "indicators")
    names = {row["indicator"]: row["title"] for row in indicators}
    found = [each for each in definitions if _fits(asked, _words_of(each, names))]
    listed = [row for row in indicators if _fits(asked, _words_of_indicator(row))]
    frame.announce(_summary(asked, found, definitions, listed, indicators))
    if (asked or "").strip():
        shown.choice("Search", asked.strip())
    else:
        _stages(release, definitions)
    frame.section("Metrics")
    _metrics(release, found)
    frame.section("Indicators of the field")
    _indicators(release, listed)


def _stages(release: Release, definitions: list[dict]) -> None:
    """The way to the page of each stage, in the order of justice."""
    counted = Counter(each["metric_group"] for each in definitions)
    frame.section("Stage by stage")
    items = (
        join(
            [
                link(plain(stage), group.address(stage)),
                f": {group.QUESTIONS.get(stage, 'What do its metrics say?')} {many(number, 'metric')}.",
            ]
        )
        for stage, number in counted.items()
    )
    frame.html(bullets(items))


def _metrics(release: Release, found: list[dict]) -> None:
    if not found:
        frame.say("No metric is named or described so.")
        return
    summary_table.definitions(release, found, name="all_metrics")


def _indicators(release: Release, rows: list[dict]) -> None:
    if not rows:
        frame.say("No indicator is named so.")
        return
    definitions = reading.definitions(release)
    cells = [
        (
            row["indicator"],
            row["title"] or "Not named",
            join(
                (
                    link(definitions[key]["title"], key)
                    for key in reading.lines(row["metrics"])
                    if key in definitions
                ),
                "; ",
            )
            or "No metric yet",
            row["not_yet"] or _answered(row),
        )
        for row in rows
    ]
    headings = ("Code", "Indicator", "Answered by", "Why not yet")
    caption = "Indicators, and the metrics that answer them"
    frame.table(release, caption, headings, cells, name="all_metrics", data=rows, file="indicators")


def _summary(asked, found, definitions, listed, indicators) -> str:
    answered = sum(bool(reading.lines(row["metrics"])) for row in indicators)
    whole = (
        f"{answered} of {many(len(indicators), 'indicator')} of the field are answered by "
        f"{many(len(definitions), 'metric')}."
        if indicators
        else f"{many(len(definitions), 'metric')}."
    )
    if not (asked or "").strip():
        return whole
    return f"“{asked.strip()}”: {many(len(found), 'metric')} and {many(len(listed), 'indicator')}. {whole}"


def _fits(asked: str | None, words: str) -> bool:
    """True where every word that was typed stands somewhere in the words."""
    return all(part in words for part in (asked or "").lower().split())


def _words_of(definition: dict, names: dict[str, str]) -> str:
    codes = reading.lines(definition["indicators"])
    parts = [definition[key] for key in ("metric_id", "title", "question", "metric_group")]
    parts += [f"{code} {names.get(code, '')}" for code in codes]
    return " ".join(parts).lower()


def _words_of_indicator(row: dict) -> str:
    return " ".join(str(row[key] or "") for key in ("indicator", "title", "metrics")).lower()


def _answered(row: dict) -> str:
    """By metrics, or by a table that holds something about every metric."""
    return f"In the table {row['answered_in']}" if row["answered_in"] else "Answered"
