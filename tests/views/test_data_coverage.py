"""Coverage: who was silent in which year, counted by hand, and silence never taken for zero."""

import pytest

from charts.coverage import CORRECTED, FULL, SILENT, Year, coverage, seen
from charts.format import BLANKS
from release.read import open_release
from tests.views.made_results import BLANK_CODES, release_of, result


def months(agency: str, year: int, reported: float, due: float = 12.0, **more) -> dict:
    share = reported / due
    given = {
        "breakdown": "agency",
        "category": agency,
        "numerator": reported,
        "denominator": due,
        **dict.fromkeys(("value", "lower", "upper"), share),
        "interval_method": "enumeration",
    }
    return result("reporting_completeness", (year, year), **(given | more))


def linked(value: float, **more) -> dict:
    given = {"numerator": value * 200, "denominator": 200.0, "value": value}
    return result(
        "linked_victims", **(given | {"lower": value - 0.05, "upper": value + 0.05} | more)
    )


TOTAL = {"breakdown": "total", "category": "total"}
ROWS = [
    months("XAA-COURT", 2023, 12.0),
    months("XAA-COURT", 2024, 0.0),
    months("XAA-POLICE", 2023, 12.0),
    months("XAA-POLICE", 2024, 6.0),
    months("", 2023, 24.0, 24.0, **TOTAL),
    months("", 2024, 6.0, 24.0, **TOTAL),
    linked(0.8),
    linked(0.6, jurisdiction="XAB"),
]


@pytest.fixture
def shown(page, tmp_path, monkeypatch):
    def open_over(rows, **query):
        release_of(tmp_path, rows)
        monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))
        return page("data_quality", **query)

    return open_over


@pytest.fixture
def altaria(shown):
    return shown(ROWS, reported_by="Altaria (XAA)")


def test_page_has_one_heading_and_one_live_line(altaria):
    assert altaria.exceptions == []
    assert altaria.titles == ["Data quality and coverage"]
    assert altaria.html.count('role="status"') == 1
    assert (
        "Altaria: 1 of 2 agencies reported nothing in at least one year: Court of Altaria (2024). "
        "4 submissions with" in altaria.text
    )


def test_table_lists_what_is_missing_as_the_release_has_it(altaria, tmp_path):
    with open_release(tmp_path) as release, release.cursor() as cursor:
        found = cursor.execute(
            "SELECT category, year(period_start)::VARCHAR, numerator, denominator FROM results "
            "WHERE metric_id = 'reporting_completeness' AND breakdown = 'agency' AND numerator < denominator"
        ).fetchall()
    records = altaria.table("months reported of months due").records
    told = {(row["Who"], row["Year"], float(row["Reported"]), float(row["Due"])) for row in records}
    names = {"XAA-COURT": "Court of Altaria", "XAA-POLICE": "Police of Altaria"}
    assert told == {(names[agency], *rest) for agency, *rest in found}
    assert [row["In words"] for row in records] == [
        "Reports were due and nothing came",
        "Part of what was due",
    ]


def test_every_agency_has_the_day_up_to_which_its_data_go(altaria, release):
    records = {row["Agency"]: row["Data up to"] for row in altaria.table("Data up to").records}
    agencies = release.table("agencies").query("jurisdiction == 'XAA'")["name"]
    assert set(records) == set(agencies)
    assert set(records.values()) == {"31 December 2025"}


def test_records_of_one_place_are_told_as_tiles(altaria):
    assert "80.0%" in altaria.text
    assert "Victims linked to a case" in altaria.text


def test_everywhere_places_stand_by_name(shown):
    page = shown(ROWS)
    records = page.table("How complete the records are, by place").records
    assert [row["Place"] for row in records] == ["Altaria", "Borovia"]
    assert records[0]["Victims linked to a case"] == "80.0% (75.0% to 85.0%) in 2024"
    assert records[1]["Victims linked to a case"] == "60.0% (55.0% to 65.0%) in 2024"
    assert "All places: 1 of 1 places left out months that were due: Altaria (2024)" in page.text


def test_cells_say_in_words_what_came():
    cases = [(12, 12, False, FULL), (12, 12, True, CORRECTED), (0, 12, False, SILENT)]
    cases += [(6, 12, False, "50%"), (1, 1000, False, "1%"), (999, 1000, False, "99%")]
    for reported, due, fixed, words in cases:
        assert Year("Court", 2024, reported, due, fixed).words == words
    assert Year("Court", 2024, None, 12).words == "?"
    assert not Year("Court", 2024, 0, 0).is_silent


def test_a_year_nobody_told_of_has_no_depth():
    chart = coverage(
        [Year("Court", 2023, 12, 12), Year("Police", 2024, 0, 12)], "Altaria", "agencies"
    )
    told = {(row["line"], row["x"]): row["value"] for row in chart.rows}
    assert told == {
        ("Court", "2023"): 1.0,
        ("Court", "2024"): None,
        ("Police", "2023"): None,
        ("Police", "2024"): 0.0,
    }


def test_all_reported_is_said_with_how_many():
    years = [Year(who, 2024, 12, 12) for who in ("Court", "Police")]
    assert seen(years, "Altaria", "agencies").endswith("by all agencies, 2 in number")
    assert coverage([], "Altaria", "agencies") is None


def test_months_of_which_nothing_is_told_are_not_said_to_be_reported():
    told, untold = Year("Court", 2024, 12, 12), Year("Police", 2024, None, None)
    said = seen([told, untold], "Altaria", "agencies")
    assert "by all" not in said and "of 1 of 2 agencies it is not told" in said
    alone = seen([told, Year("Court", 2023, None, None)], "Altaria", "agencies")
    assert alone.endswith("reported by Court, of other years it is not told")
    assert seen([told], "Altaria", "agencies") == "Altaria: every month due was reported by Court"


def test_where_no_month_due_is_known_none_is_said_to_be_reported(shown):
    none = dict.fromkeys(("numerator", "denominator", "value", "lower", "upper"))
    rows = [
        row | none | {"blank": "not_reported"} if row["metric_id"] != "linked_victims" else row
        for row in ROWS
    ]
    page = shown(rows)
    assert "every month due was reported" not in page.text
    assert "All places: this release does not tell which months were due" in page.text


@pytest.mark.parametrize("code", BLANK_CODES)
def test_all_blank_is_named(shown, code):
    none = dict.fromkeys(("numerator", "denominator", "value", "lower", "upper"))
    status = code if code in ("suppressed", "insufficient") else None
    rows = [row | none | {"blank": code, "status": status} for row in ROWS]
    page = shown(rows, reported_by="Altaria (XAA)")
    assert page.exceptions == []
    assert BLANKS[code].label.lower() in page.text.lower()
    assert "reported nothing in at least one year" not in page.text


def test_a_release_without_these_metrics_says_so(shown):
    page = shown([result("cases_opened", numerator=9.0, value=9.0, lower=4.0, upper=17.0)])
    assert page.exceptions == []
    assert "does not tell which months were due, so a silence cannot be seen" in page.text
    assert "holds no numbers about the quality of records" in page.text
