"""One page a metric: the question, the answer beside its counterpart, a chart, a table, the definition, what it does not say."""

from charts import release_words
from charts.chart import Chart
from charts.describe import method
from charts.from_results import charts_of
from languages import ENGLISH, current, later, phrase, speaking
from reports.blocks import Bullets, Facts, Heading, Paragraph
from reports.drawing import drawn
from reports.material import Material
from reports.result_table import page_table
from reports.sourced import of_metric
from reports.told import latest, sentences

DRAWN = ("line", "staircase", "bar")
"""Charts of results that a page prefers, in this order; where there is none of them, the first that can be drawn."""
FEWEST = 2
"""Marks with a number that make a chart."""
DIRECTIONS = {"up": later("Higher is better"), "down": later("Lower is better")}


def metric_page(metric_id: str, material: Material) -> list:
    """The page of a metric that has results; whoever puts it into a report begins the page."""
    definition, rows = material.definitions[metric_id], material.results[metric_id]
    source = of_metric(metric_id, material)
    chart = _chart(definition, _of_told_follow_up(rows, material), material)
    table = page_table(definition, rows, material)
    question = release_words.language_of(definition["question"], release_words.QUESTION)
    return [
        Heading(2, release_words.title(definition), metric_id, _title_language(definition)),
        Paragraph(release_words.question(definition), "lead", _foreign(question)),
        Bullets(tuple(sentences(metric_id, material))),
        *([drawn(chart, material.labels)] if chart else []),
        *([table] if table else []),
        *_definition(definition, rows, material),
        *_caveats(definition),
        *_about(_bears_on(definition, material), "" if table else source),
    ]


def _about(bears_on: str, source: str) -> list:
    """The last line; where a table stands on the page, that says where the numbers come from."""
    told = " ".join(filter(None, [bears_on, source]))
    return [Paragraph(told, "note")] if told else []


def _of_told_follow_up(rows: list[dict], material: Material) -> list[dict]:
    """Of several places those results that have the follow-up of the sentences, so that chart, table and words say the same."""
    if material.jurisdiction is not None:
        return rows
    days = {row["horizon_days"] for row in latest(rows[0]["metric_id"], material)}
    return [row for row in rows if row["horizon_days"] in days]


def _chart(definition: dict, rows: list[dict], material: Material) -> Chart | None:
    found = [chart for chart in charts_of(definition, rows, material.labels) if _says(chart)]
    for kind in DRAWN:
        for chart in found:
            if chart.kind == kind:
                return chart
    return found[0] if found else None


def _says(chart: Chart) -> bool:
    """False for a chart with one mark or none: its table says the same in a line."""
    return sum(mark["quality"] != "blank" for mark in chart.rows) >= FEWEST


def _title_language(definition: dict) -> str:
    return _foreign(release_words.language_of(definition["title"], release_words.TITLE))


def _foreign(language: str) -> str:
    """The language of a block where it is not that of the report."""
    return "" if language == current() else language


def _definition(definition: dict, rows: list[dict], material: Material) -> list:
    """The definition as it was published: in English, whoever reads."""
    heading = Heading(3, phrase("How it is counted"))
    with speaking(ENGLISH):
        facts = tuple(_facts(definition, rows, material))
    if current() == ENGLISH:
        return [heading, Facts(facts)]
    note = phrase(
        "Definitions and what they do not say are given in English, the language they were published in."
    )
    return [heading, Paragraph(note, "note"), Facts(facts, ENGLISH)]


def _facts(definition: dict, rows: list[dict], material: Material) -> list[tuple[str, str]]:
    population = material.populations.get(definition["population"], {})
    source = ", ".join(part for part in (definition["source"], definition["source_clause"]) if part)
    methods = sorted({method(row) for row in rows if row["interval_method"]})
    origins = sorted({material.labels.publication(row["origin"]) for row in rows if row["origin"]})
    direction = DIRECTIONS.get(definition["good_direction"])
    facts = [
        (phrase("Above the line"), definition["numerator"]),
        (phrase("Below the line"), definition["denominator"]),
        (phrase("Who is counted"), _joined(population.get("includes"))),
        (phrase("Who is not"), _joined(population.get("excludes"))),
        (phrase("Enters by"), population.get("entry")),
        (
            phrase("Good direction"),
            phrase(direction) if direction else phrase("Neither, by itself"),
        ),
        (phrase("Read together with"), release_words.title(material.pair(definition))),
        (phrase("Interval"), "; ".join(methods)),
        (phrase("Published by"), "; ".join(origins)),
        (phrase("Follows"), source),
    ]
    return [(name, text) for name, text in facts if text]


def _joined(text: str | None) -> str:
    return " ".join(lines(text))


def _caveats(definition: dict) -> list:
    caveats = lines(definition["caveats"])
    if not caveats:
        return []
    language = _foreign(ENGLISH)
    return [Heading(3, phrase("What it does not say")), Bullets(tuple(caveats), language=language)]


def _bears_on(definition: dict, material: Material) -> str:
    """The duties it is evidence for, by article; the chapter on duties says how these stand."""
    by_instrument: dict[str, list[str]] = {}
    for name in lines(definition["answers_to"]):
        duty = material.obligations.get(name)
        if duty:
            instrument = material.instruments.get(duty["instrument"], duty["instrument"])
            by_instrument.setdefault(instrument, []).append(duty["article"] or name)
    if not by_instrument:
        return ""
    told = "; ".join(f"{name} {', '.join(articles)}" for name, articles in by_instrument.items())
    return phrase("Bears on: {duties}.", duties=told)


def lines(text: str | None) -> list[str]:
    """The lines of a text that hold something."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
