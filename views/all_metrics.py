"""Every metric, found by words or indicator; and every indicator of the field, answered or not yet."""

from collections import Counter

import streamlit as st

from charts import release_words
from charts.format import plain
from languages import later, phrase, phrase_for, phrase_in
from release.read import Release
from views import frame, group, reading, shown, summary_table
from views.filled import filled, in_turn
from views.html import as_stored, bullets, link

ANY_STAGE = later("What do its metrics say?")


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        phrase("All metrics"),
        phrase("Which number answers which question, and what cannot be answered yet?"),
    )
    asked = st.text_input(
        phrase("Search titles, questions and indicator codes"),
        key="search",
        bind="query-params",
        placeholder=phrase("compensation, PR-04, how long"),
        width=420,
    )
    definitions = list(reading.definitions(release).values())
    indicators = reading.rows(release, "indicators")
    names = {row["indicator"]: row["title"] for row in indicators}
    found = [each for each in definitions if _fits(asked, _words_of(each, names))]
    listed = [row for row in indicators if _fits(asked, _words_of_indicator(row))]
    frame.announce(_summary(asked, found, definitions, listed, indicators))
    if (asked or "").strip():
        shown.choice(phrase("Search"), asked.strip())
    else:
        _stages(release, definitions)
    frame.section(phrase("Metrics"))
    _metrics(release, found)
    frame.section(phrase("Indicators of the field"))
    _indicators(release, listed)


def _stages(release: Release, definitions: list[dict]) -> None:
    """The way to the page of each stage, in the order of justice."""
    counted = Counter(each["metric_group"] for each in definitions)
    frame.section(phrase("Stage by stage"))
    items = (
        filled(
            phrase("{stage}: {question} {metrics}."),
            stage=link(plain(stage), group.address(stage)),
            question=phrase(group.QUESTIONS.get(stage, ANY_STAGE)),
            metrics=phrase_for(number, "{number} metric", "{number} metrics"),
        )
        for stage, number in counted.items()
    )
    frame.html(bullets(items))


def _metrics(release: Release, found: list[dict]) -> None:
    if not found:
        frame.say(phrase("No metric is named or described so."))
        return
    summary_table.definitions(release, found, name="all_metrics")


def _indicators(release: Release, rows: list[dict]) -> None:
    if not rows:
        frame.say(phrase("No indicator is named so."))
        return
    definitions = reading.definitions(release)
    cells = [
        (
            row["indicator"],
            as_stored(row["title"]) if row["title"] else phrase("Not named"),
            in_turn(
                link(release_words.title(definitions[key]), key)
                for key in reading.lines(row["metrics"])
                if key in definitions
            )
            or phrase("No metric yet"),
            as_stored(row["not_yet"]) if row["not_yet"] else _answered(row),
        )
        for row in rows
    ]
    headings = (phrase("Code"), phrase("Indicator"), phrase("Answered by"), phrase("Why not yet"))
    caption = phrase("Indicators, and the metrics that answer them")
    frame.table(release, caption, headings, cells, name="all_metrics", data=rows, file="indicators")


def _summary(asked, found, definitions, listed, indicators) -> str:
    answered = sum(bool(reading.lines(row["metrics"])) for row in indicators)
    all_metrics = phrase_for(len(definitions), "{number} metric", "{number} metrics")
    every = f"{all_metrics}."
    if indicators:
        every = phrase(
            "{answered} of {indicators} of the field are answered by {metrics}.",
            answered=answered,
            indicators=phrase_for(len(indicators), "{number} indicator", "{number} indicators"),
            metrics=all_metrics,
        )
    if not (asked or "").strip():
        return every
    said = phrase(
        "“{asked}”: {metrics} and {indicators}.",
        asked=asked.strip(),
        metrics=phrase_for(len(found), "{number} metric", "{number} metrics"),
        indicators=phrase_for(len(listed), "{number} indicator", "{number} indicators"),
    )
    return f"{said} {every}"


def _fits(asked: str | None, words: str) -> bool:
    """True where every word that was typed stands somewhere in the words."""
    return all(part in words for part in (asked or "").lower().split())


def _words_of(definition: dict, names: dict[str, str]) -> str:
    codes = reading.lines(definition["indicators"])
    parts = [definition[key] for key in ("metric_id", "title", "question", "metric_group")]
    parts += [release_words.title(definition), release_words.question(definition)]
    parts += [f"{code} {names.get(code, '')}" for code in codes]
    return " ".join(parts).lower()


def _words_of_indicator(row: dict) -> str:
    return " ".join(str(row[key] or "") for key in ("indicator", "title", "metrics")).lower()


def _answered(row: dict) -> str:
    """By metrics, or by a table that holds something about every metric."""
    if row["answered_in"]:
        return phrase("In the table {table}", table=row["answered_in"])
    return phrase_in("indicator", "Answered")
