"""One metric's part of the report: the question, the answer beside its counterpart, charts, tables, what it means."""

from charts import format as reads
from charts.chart import Chart
from charts.compliance import WORDING
from charts.describe import method
from charts.from_results import charts_of
from charts.labels import Labels
from reports.disparity import breakdowns_of, disparity
from reports.material import Material
from reports.position import position
from reports.result_table import detail_table, main_table
from reports.told import sentences
from reports.trend import trend
from reports.vega import draw_svg

DRAWN = ("line", "staircase")
"""Charts of results that a section always has; where there is none of them, the first that can be drawn."""


def metric_section(metric_id: str, material: Material) -> dict:
    """Texts, charts and tables of one metric that has results."""
    definition, rows = material.definitions[metric_id], material.results[metric_id]
    compared = breakdowns_of(metric_id, material)
    details = [row for row in rows if row["breakdown"] not in compared]
    tables = [
        main_table(definition, rows, material),
        detail_table(definition, details, material, held=len(rows)),
    ]
    return {
        "title": definition["title"],
        "question": definition["question"],
        "sentences": sentences(metric_id, material),
        "charts": [_drawn(chart, material.labels) for chart in _charts(definition, rows, material)],
        "tables": [table for table in tables if table],
        "parts": [part for part in _parts(metric_id, material) if part],
        "facts": _facts(definition, rows, material),
        "caveats": lines(definition["caveats"]),
        "obligations": _obligations(definition, material.obligations),
    }


def _charts(definition: dict, rows: list[dict], material: Material) -> list[Chart]:
    found = charts_of(definition, rows, material.labels)
    return [chart for chart in found if chart.kind in DRAWN] or found[:1]


def _parts(metric_id: str, material: Material) -> list[dict | None]:
    """Places, time and groups, each as title, sentences, facts, charts and tables."""
    labels = material.labels
    place = position(metric_id, material)
    time = trend(metric_id, material)
    groups = disparity(metric_id, material)
    return [
        place and _part("Beside other places", place, [place["chart"]], labels),
        time and _part("Over time: signal or chance", time, [time["chart"]], labels),
        groups and _part("Groups beside one another", groups, groups["charts"], labels),
    ]


def _part(title: str, found: dict, charts: list[Chart | None], labels: Labels) -> dict:
    return {
        "title": title,
        "sentences": found["sentences"],
        "facts": found.get("facts", []),
        "charts": [_drawn(chart, labels) for chart in charts if chart],
        "tables": [found["table"]] if found.get("table") else [],
    }


def _drawn(chart: Chart, labels: Labels) -> dict:
    return {
        "svg": draw_svg(chart),
        "alt": chart.alt,
        "title": chart.title,
        "note": _note(chart, labels),
    }


def _note(chart: Chart, labels: Labels) -> str:
    """Measure, place and period; which offences are counted; how its marks are read."""
    scopes = {row["scope"] for row in chart.strand}
    words = (
        f"{chart.subtitle}. Offences counted: {' and '.join(map(labels.scope, sorted(scopes)))}."
    )
    if any(mark["lower"] != mark["upper"] for mark in chart.rows):
        words += " Band or bar: 95% interval."
    if chart.marked and any(mark[chart.marked] for mark in chart.rows):
        words += " A diamond stands out."
    if chart.second:
        words += f" Green: {chart.second_label}."
    return words


def _facts(definition: dict, rows: list[dict], material: Material) -> list[list[str]]:
    population = material.populations.get(definition["population"], {})
    source = ", ".join(part for part in (definition["source"], definition["source_clause"]) if part)
    methods = sorted({method(row) for row in rows if row["interval_method"]})
    origins = sorted({material.labels.publication(row["origin"]) for row in rows if row["origin"]})
    units = sorted({row["unit_counted"] for row in rows})
    directions = {"up": "Higher is better", "down": "Lower is better"}
    facts = [
        ("Above the line", definition["numerator"]),
        ("Below the line", definition["denominator"]),
        ("Counts as", reads.plain("_or_".join(units))),
        ("Enters by", population.get("entry")),
        ("Who is counted", " ".join(lines(population.get("includes")))),
        ("Who is not", " ".join(lines(population.get("excludes")))),
        ("Good direction", directions.get(definition["good_direction"], "Neither, by itself")),
        ("Read together with", material.pair(definition)["title"]),
        ("Interval", "; ".join(methods)),
        ("Published by", "; ".join(origins)),
        ("Follows", source),
        ("Definition", definition["definition_hash"]),
    ]
    return [[name, text] for name, text in facts if text]


def _obligations(definition: dict, obligations: dict) -> list[str]:
    found = []
    for name in lines(definition["answers_to"]):
        duty = obligations.get(name)
        if duty is None:
            found.append(name)
            continue
        told = f"{duty['instrument_title']}, article {duty['article']}: {duty['duty']}"
        unread = WORDING.get(duty["certainty"])
        found.append(f"{told} ({unread})" if unread else told)
    return found


def lines(text: str | None) -> list[str]:
    """The lines of a text that hold something."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
