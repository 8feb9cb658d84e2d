"""The last chapter: where each figure comes from, so that anybody can find it again in the release."""

from charts import release_words
from languages import phrase, whole
from reports.blocks import Heading, NewPage, Paragraph, Table
from reports.material import Material
from reports.reading import Reading

KEYS = {
    "results": "metric_id, scope, source, origin, jurisdiction, period_start, period_end, horizon_days, breakdown, category, currency",
    "comparisons": "metric_id, period_start, period_end, horizon_days, jurisdiction",
    "trends": "metric_id, jurisdiction, grain, period_start",
    "disparities": "metric_id, period_start, period_end, horizon_days, jurisdiction, breakdown, category",
    "compliance": "jurisdiction, obligation_id, aspect",
    "compliance_summary": "jurisdiction, dimension, item, aspect, force_group",
    "compliance_changes": "jurisdiction, obligation_id, aspect",
    "benchmarks": "jurisdiction, benchmark_id",
    "replies": "jurisdiction, obligation_id, reply_id",
    "revisions": "metric_id, jurisdiction, period_start, period_end",
    "submissions": "submission_id",
    "data_quality": "submission_id, rule",
    "protection": "metric_id, jurisdiction",
    "plan": "metric_id, jurisdiction, breakdown",
    "audits": "audit",
}
"""Table of the release that this report is made from -> the columns by which a row is found."""


def register(reading: Reading, material: Material) -> list:
    """The chapter: tables with their keys, then every metric with its id, its definition and how many results it has here."""
    about = reading.table("release")[0]
    said = phrase(
        "Every figure of this report stands in the file of release {release}, whose content has the hash {hash}. The same release gives the same "
        "report, byte for byte. A figure of a measure is found in table results by the metric below; the definition it was counted by has the hash beside it.",
        release=reading.release.release_id,
        hash=about["content_hash"],
    )
    blocks = [
        NewPage(),
        Heading(1, phrase("Where each figure comes from"), anchor="register"),
        Paragraph(said),
        _tables(reading),
    ]
    if material.results:
        blocks.append(_metrics(material))
    return blocks


def _tables(reading: Reading) -> Table:
    rows = tuple((name, key) for name, key in KEYS.items() if name in reading.tables)
    headings = (phrase("Table"), phrase("A row is found by"))
    return Table(phrase("Tables of the release behind this report"), headings, rows, widths=(1, 4))


def _metrics(material: Material) -> Table:
    rows = tuple(
        (
            release_words.title(definition),
            name,
            definition["definition_hash"],
            whole(len(material.results[name])),
        )
        for name, definition in material.definitions.items()
        if name in material.results
    )
    headings = (phrase("Measure"), phrase("Metric"), phrase("Definition"), phrase("Results"))
    title = phrase("Metrics of this report")
    return Table(title, headings, rows, frozenset({3}), widths=(3, 2.2, 1.5, 0.7))
