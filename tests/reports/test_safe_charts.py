"""Names that come from outside are drawn word for word, on screen and in print: no tag in them comes to life."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from charts.chart import Chart
from charts.control import control
from charts.forest import forest
from charts.funnel import funnel
from charts.shares import shares
from reports.vega import draw_svg
from tests.made_files import material_of
from tests.reports.test_page_files import chart as bar
from tests.reports.test_vega_lines import line, point
from tests.reports.test_vega_placed import GRID, PAIRS, whole
from views.plotly_chart import figure

METRIC = "court_conviction_rate"
ATTACK = "<img src=x onerror=alert(1)><a href='javascript:0'>%{x}</a>"
OWN = re.compile(r"</?[bi]>|<br>|<extra></extra>")
"""Tags that the charts themselves use."""
CODES = ("quality", "blank", "verdict_code", "maturity", "unit")
NAMED = ("title", "subtitle", "alt", "x_title", "y_title", "second_label")


def attacked(chart: Chart) -> Chart:
    """The chart with the attack in every word that a reader sees, the same names still the same."""
    texts = {name: f"{getattr(chart, name)} {ATTACK}" for name in NAMED if getattr(chart, name)}
    rows = tuple(
        {
            key: f"{cell} {ATTACK}" if isinstance(cell, str) and key not in CODES else cell
            for key, cell in row.items()
        }
        for row in chart.rows
    )
    names = tuple(f"{name} {ATTACK}" for name in chart.categories)
    reference = chart.reference and replace(chart.reference, label=f"Line {ATTACK}")
    return replace(chart, **texts, rows=rows, categories=names, reference=reference)


@pytest.fixture(scope="module")
def charts(made_release) -> dict[str, Chart]:
    material = material_of(made_release)
    definition, labels = material.definitions[METRIC], material.labels

    def of(table: str, **wanted) -> list[dict]:
        rows = [
            row
            for row in getattr(material, table)[METRIC]
            if all(row[name] == cell for name, cell in wanted.items())
        ]
        end = max(row["period_end"] for row in rows)
        return rows if table == "trends" else [r for r in rows if r["period_end"] == end]

    one = {"scope": "trafficking", "jurisdiction": "XAA"}
    return {
        "funnel": funnel(definition, of("comparisons", scope="trafficking"), labels),
        "forest": forest(definition, of("disparities", breakdown="sex", **one), labels),
        "control": control(definition, of("trends", **one), labels),
        "bar": bar(),
        "line": line(point("2021", 0.3), point("2022", None, 0.1, 0.4), point("2023", 0.5)),
        "dumbbell": PAIRS,
        "heat": GRID,
        "stacked": shares("Title", "Share", {"A": whole(0.5, 0.3, 0.2), "B": whole(0.2, 0.3, 0.5)}),
    }


KINDS = ("funnel", "forest", "control", "bar", "line", "dumbbell", "heat", "stacked")


def words(drawn):
    """Every text in a figure."""
    if isinstance(drawn, str):
        yield drawn
    elif isinstance(drawn, dict):
        for each in drawn.values():
            yield from words(each)
    elif isinstance(drawn, list | tuple):
        for each in drawn:
            yield from words(each)


@pytest.mark.parametrize("kind", KINDS)
def test_no_tag_is_live_on_screen(charts, kind):
    drawn = list(words(figure(attacked(charts[kind]))))
    assert any("&lt;img" in text for text in drawn)
    for text in drawn:
        assert "<" not in OWN.sub("", text), text


@pytest.mark.parametrize("kind", KINDS)
def test_no_tag_is_live_in_print(charts, kind):
    root = ElementTree.fromstring(draw_svg(attacked(charts[kind])))
    alive = {"img", "image", "script", "foreignObject", "iframe"}
    for element in root.iter():
        assert element.tag.rpartition("}")[2] not in alive
        assert not any(name.startswith("on") for name in element.attrib)
        assert not any(
            "javascript:" in each for name, each in element.attrib.items() if "href" in name
        )
