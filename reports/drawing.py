"""A chart of the report: drawn, with its alternative text and the note that says how it is read."""

from charts.chart import Chart
from charts.labels import Labels
from languages import phrase
from reports.blocks import Drawn
from reports.vega import draw_svg


def drawn(chart: Chart, labels: Labels, source: str = "") -> Drawn:
    """The chart; `source` ends its note."""
    return Drawn(
        draw_svg(chart, has_roles=False),
        chart.alt,
        chart.title,
        f"{_note(chart, labels)} {source}".strip(),
    )


def _note(chart: Chart, labels: Labels) -> str:
    """Measure, place and period; which offences are counted; how its marks are read."""
    scopes = [labels.scope(scope) for scope in sorted({row["scope"] for row in chart.strand})]
    counted = scopes[0] if len(scopes) == 1 else ""
    if len(scopes) > 1:
        counted = phrase("{first} and {last}", first=", ".join(scopes[:-1]), last=scopes[-1])
    words = phrase(
        "{subtitle}. Offences counted: {offences}.", subtitle=chart.subtitle, offences=counted
    )
    if any(mark["lower"] != mark["upper"] for mark in chart.rows):
        words += " " + phrase("Band or bar: 95% interval.")
    if chart.marked and any(mark[chart.marked] for mark in chart.rows):
        words += " " + phrase("A diamond stands out.")
    if chart.second:
        words += " " + phrase("Green: {what}.", what=chart.second_label)
    return words
