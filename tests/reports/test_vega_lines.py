"""A printed line chart has what its key speaks of: how far the unseen reaches, and why a number is missing."""

import re

from charts.chart import Chart
from reports.vega import draw_svg, specification
from reports.vega_multiples import multiples


def point(year: str, value: float | None, low=None, high=None, **more) -> dict:
    row = {"x": year, "value": value, "lower": None, "upper": None, "text": "", "name": year}
    row |= {"quality": "reportable" if value is not None else "blank", "blank": None}
    return row | {"bound_lower": low, "bound_upper": high} | more


def line(*rows: dict) -> Chart:
    names = list(dict.fromkeys(row["x"] for row in rows))
    several = {"series": "series"} if "series" in rows[0] else {}
    return Chart(
        kind="line",
        title="Seen",
        subtitle="Share",
        alt="Line chart.",
        rows=rows,
        x="x",
        y="value",
        unit="share",
        y_title="Share",
        lower="lower",
        upper="upper",
        categories=tuple(names),
        strand=(),
        **several,
    )


def signs(chart: Chart) -> list[str]:
    return re.findall(r">(\[[a-z]\](?: \[[a-z]\])*)</t", draw_svg(chart))


def dotted(chart: Chart) -> int:
    return draw_svg(chart).count('stroke-dasharray="1.5,2.5"')


def test_blanks_stand_at_the_foot_and_the_unseen_is_dotted():
    chart = line(
        point("2022", 0.4, 0.3, 0.6),
        point("2023", 0.5, 0.5, 0.5),
        point("2024", None, 0.1, 0.9, blank="not_yet"),
        point("2025", None, blank="suppressed"),
    )
    assert signs(chart) == ["[y]", "[c]"]
    assert dotted(chart) == 2


def test_a_chart_without_blanks_has_no_signs():
    chart = line(point("2022", 0.4), point("2023", 0.5))
    assert signs(chart) == [] and dotted(chart) == 0


def test_beside_other_lines_only_what_has_no_number_is_dotted():
    chart = line(
        point("2022", 0.4, 0.3, 0.6, series="a"),
        point("2022", 0.5, 0.3, 0.6, series="b"),
        point("2023", 0.4, 0.3, 0.6, series="a"),
        point("2023", None, 0.3, 0.6, series="b", blank="not_yet"),
        point("2024", None, series="a", blank="not_yet"),
        point("2024", None, series="b", blank="suppressed"),
    )
    assert dotted(chart) == 1
    assert signs(chart) == ["[y]", "[y] [c]"]


def test_small_charts_have_small_signs():
    small = line(point("2022", 0.4), point("2023", 0.5), point("2024", None, blank="not_yet"))
    drawn = multiples(
        Chart(
            kind="multiples",
            title="Seen",
            subtitle="Share",
            alt="Small charts.",
            rows=small.rows,
            x="x",
            y="value",
            unit="",
            y_title="Share",
            strand=(),
            panels=(small,),
        ),
        specification,
    )
    (text,) = [layer for layer in drawn["concat"][0]["layer"] if layer["mark"]["type"] == "text"]
    assert text["mark"]["fontSize"] < 8
