"""Charts built from made-up results show what the results say, and nothing they do not."""

from datetime import date

import pytest

from charts.chart import MOST_SERIES, Chart
from charts.describe import sentence
from charts.from_results import (
    MOST_BARS,
    by_category,
    charts_of,
    latest_by_place,
    over_time,
)
from charts.labels import Labels
from charts.select import series_of, summing_up

LABELS = Labels({"XAA": "Altaria", "XAB": "Borovia"}, {("sex", "female"): "Female"})
DEFINITION = {
    "metric_id": "court_conviction_rate",
    "title": "Court conviction rate",
    "unit_counted": "defendants",
    "value_unit": "share",
}


def result(place="XAA", year=2024, **changes) -> dict:
    return {
        "scope": "trafficking",
        "source": "case",
        "origin": None,
        "jurisdiction": place,
        "period_kind": "period",
        "period_start": date(year, 1, 1),
        "period_end": date(year, 12, 31),
        "horizon_days": None,
        "breakdown": "total",
        "category": "total",
        "unit_counted": "defendants",
        "currency": None,
        "numerator": 62.0,
        "denominator": 100.0,
        "value": 0.62,
        "lower": 0.52,
        "upper": 0.71,
        "interval_method": "Wilson",
        "bound_lower": None,
        "bound_upper": None,
        "maturity": None,
        "status": "reportable",
        "blank": None,
    } | changes


def blank(reason="suppressed", **changes) -> dict:
    none = dict.fromkeys(("numerator", "denominator", "value", "lower", "upper"))
    return result(**(none | {"status": None, "blank": reason} | changes))


def test_a_line_a_place_over_the_years():
    rows = [result(place, year) for place in ("XAB", "XAA") for year in (2023, 2022)]
    chart = over_time(DEFINITION, rows, LABELS)
    assert chart.kind == "line"
    assert chart.series_names == ("Altaria", "Borovia")
    assert chart.categories == ("2022", "2023")
    assert all(mark["lower"] < mark["value"] < mark["upper"] for mark in chart.rows)


def test_a_blank_year_is_a_gap_and_keeps_its_place():
    chart = over_time(DEFINITION, [result(year=2022), blank(year=2023), result(year=2024)], LABELS)
    gap = chart.rows[1]
    assert (gap["value"], gap["lower"], gap["quality"]) == (None, None, "blank")
    assert "suppressed" in gap["text"].lower()
    assert chart.categories == ("2022", "2023", "2024")


def test_years_and_blocks_of_years_never_share_a_line():
    blocks = [
        result(year=start, period_end=date(start + 2, 12, 31), value=0.5) for start in (2017, 2020)
    ]
    years = [result(year=year) for year in range(2017, 2023)]
    chart = over_time(DEFINITION, [*years, *blocks], LABELS)
    assert chart.categories == tuple(map(str, range(2017, 2023)))
    hidden = [blank(year=year) for year in range(2017, 2022)]
    chart = over_time(DEFINITION, [*hidden, years[-1], *blocks], LABELS)
    assert [mark["value"] for mark in chart.rows] == [0.5, 0.5]


def test_a_very_uncertain_number_is_an_interval_without_a_point():
    rows = [result(year=2022), result(year=2023, status="very_uncertain")]
    mark = over_time(DEFINITION, rows, LABELS).rows[1]
    assert mark["value"] is None and mark["lower"] == 0.52
    assert "62" not in mark["text"].split(";")[0]


def test_one_place_has_a_line_a_horizon():
    rows = [result(year=year, horizon_days=days) for year in (2022, 2023) for days in (730, 365)]
    assert over_time(DEFINITION, rows, LABELS).series_names == ("12 months", "24 months")


def test_too_many_places_for_lines_become_bars_in_the_order_of_names():
    rows = [result(f"XA{letter}", year) for letter in "EDCBA" for year in (2023, 2024)]
    assert len({row["jurisdiction"] for row in rows}) > MOST_SERIES
    assert over_time(DEFINITION, rows, LABELS) is None
    chart = latest_by_place(DEFINITION, rows, LABELS)
    assert chart.categories == ("Altaria", "Borovia", "XAC", "XAD", "XAE")
    assert "2024" in chart.subtitle


def test_more_places_than_fit_keep_the_largest():
    rows = [result(f"X{n:02}", denominator=float(n)) for n in range(1, MOST_BARS + 6)]
    chart = latest_by_place(DEFINITION, rows, LABELS)
    assert len(chart.rows) == MOST_BARS
    assert "X01" not in chart.categories and f"X{MOST_BARS + 5}" in chart.categories


def test_stages_step_down():
    rows = [
        result(breakdown="stage", category=name, numerator=n, value=n / 100)
        for name, n in (("charged", 40.0), ("identified", 100.0), ("convicted", 9.0))
    ]
    chart = by_category(DEFINITION, rows, "stage", LABELS)
    assert chart.kind == "staircase"
    assert chart.categories == ("Identified", "Charged", "Convicted")


def test_different_publications_never_share_a_chart():
    rows = [
        result(origin="yearbook 2025", source="official"),
        result(origin="yearbook 2024", source="official"),
        result(year=2023, origin="yearbook 2025", source="official"),
    ]
    assert [len(strand) for strand in series_of(rows)] == [2, 1]
    (chart,) = charts_of(DEFINITION, rows, LABELS)
    assert len(chart.rows) == 2


def test_nothing_to_draw_is_no_chart():
    assert charts_of(DEFINITION, [], LABELS) == []
    assert charts_of(DEFINITION, [blank(year=2022), blank(year=2023)], LABELS) == []


def test_the_alternative_text_has_the_numbers():
    chart = over_time(DEFINITION, [result(year=2022), blank(year=2023)], LABELS)
    assert "62.0%" in chart.alt and "52.0% to 71.0%" in chart.alt
    assert "suppressed" in chart.alt


def test_a_chart_without_alternative_text_is_refused():
    with pytest.raises(ValueError, match="alternative"):
        Chart("line", "t", "s", " ", (), "x", "y", "share", "Share")


def test_a_sentence_has_number_interval_and_counts():
    assert sentence(result(), DEFINITION, LABELS) == (
        "Altaria, 2024: 62.0% (95% interval 52.0% to 71.0%); 62 of 100 defendants."
    )


def test_a_sentence_about_a_blank_has_no_number():
    words = sentence(blank("not_yet", denominator=80.0), DEFINITION, LABELS)
    assert words == "Altaria, 2024: no number (too early to tell)."


def test_a_number_as_published_claims_no_interval():
    row = result(lower=0.62, upper=0.62, interval_method="as published")
    words = sentence(row, DEFINITION, LABELS)
    assert "interval 62" not in words and "as published, no interval" in words


def staged(category: str, year: int, numerator: float) -> dict:
    value = numerator / 100
    return result(year=year, breakdown="stage", category=category, numerator=numerator, value=value)


def test_a_metric_of_stages_is_summed_up_by_the_last_one():
    rows = [
        staged(name, year, n)
        for year in (2023, 2024)
        for name, n in (("identified", 100.0), ("convicted", 9.0))
    ]
    assert {row["category"] for row in summing_up(rows)} == {"convicted"}
    chart = over_time(DEFINITION, rows, LABELS)
    assert [mark["value"] for mark in chart.rows] == [0.09, 0.09]
    assert "convicted" in chart.subtitle


def test_figures_without_totals_have_a_line_a_measure():
    rows = [
        result(year=year, breakdown="measure", category=name)
        for year in (2023, 2024)
        for name in ("persons_convicted", "persons_charged")
    ] + [result(breakdown="measure · sex", category="persons_convicted · female")]
    chart = over_time(DEFINITION, rows, LABELS)
    assert chart.series_names == ("Persons charged", "Persons convicted")
    assert len(chart.rows) == 4


def test_crossed_categories_read_part_by_part():
    words = LABELS.category("measure · sex", "persons_convicted · female")
    assert words == "Persons convicted, Female"


def test_a_strand_that_cannot_be_drawn_gives_way_to_one_that_can():
    crossed = [result(origin="a", breakdown="measure · sex", category=f"m · {n}") for n in range(9)]
    drawn = [result(year=year, origin="b") for year in (2023, 2024)]
    (chart,) = charts_of(DEFINITION, crossed + drawn, LABELS)
    assert chart.kind == "line"


def test_a_chart_of_some_places_says_of_how_many():
    rows = [result(f"X{n:02}", denominator=float(n)) for n in range(1, 31)]
    assert "20 of 30 places" in latest_by_place(DEFINITION, rows, LABELS).subtitle
