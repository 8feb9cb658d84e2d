"""Cooperation: asking and answering apart, numbers as the release has them, grounds of refusal only where all are told."""

import pytest

from charts.format import BLANKS
from charts.mix import mix_over_time, whole_periods
from release.read import open_release
from tests.views.made_results import BLANK_CODES, release_of, result

SENT = {2022: 30.0, 2023: 36.0, 2024: 33.0}


def sent(year: int, value: float, **more) -> dict:
    given = {"numerator": value, "value": value, "lower": value - 9, "upper": value + 9}
    return result("requests_sent", (year, year), **(given | more))


def ground(name: str, above: float, below=100.0, **more) -> dict:
    given = {
        "breakdown": "refusal_ground",
        "category": name,
        "numerator": above,
        "denominator": below,
        "value": above / below,
        "lower": above / below - 0.02,
        "upper": above / below + 0.02,
    }
    return result("refusal_grounds", (2022, 2024), **(given | more))


def blank(row: dict, code: str) -> dict:
    none = dict.fromkeys(("numerator", "denominator", "value", "lower", "upper"))
    status = code if code in ("suppressed", "insufficient") else None
    return row | none | {"blank": code, "status": status}


REFUSED = {"numerator": 12.0, "denominator": 60.0, "value": 0.2, "lower": 0.12, "upper": 0.32}
GROUNDS = [ground("incomplete", 50.0), ground("other", 30.0), ground("unknown", 20.0)]
ROWS = [
    *(sent(year, value) for year, value in SENT.items()),
    result("refusal_share", (2022, 2024), **REFUSED),
    *GROUNDS,
    sent(2024, 5.0, jurisdiction="XAB"),
]


@pytest.fixture
def shown(page, tmp_path, monkeypatch):
    def open_over(rows, **query):
        release_of(tmp_path, rows)
        monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))
        return page("cooperation", **query)

    return open_over


@pytest.fixture
def altaria(shown):
    return shown(ROWS, jurisdiction="Altaria (XAA)")


def test_page_has_one_heading_and_one_live_line(altaria):
    assert altaria.exceptions == []
    assert altaria.titles == ["Cooperation"]
    assert altaria.html.count('role="status"') == 1
    assert "Altaria. Asking: requests sent, 33 (24 to 42) in 2024" in altaria.text


def test_numbers_are_those_of_the_release(altaria, tmp_path):
    with open_release(tmp_path) as release, release.cursor() as cursor:
        found = cursor.execute(
            "SELECT year(period_start)::VARCHAR, value FROM results "
            "WHERE metric_id = 'requests_sent' AND jurisdiction = 'XAA'"
        ).fetchall()
    records = altaria.table("Requests for cooperation sent: Altaria over time").records
    assert {row["Period"]: row["Value"] for row in records} == {y: f"{v:,.0f}" for y, v in found}


def test_what_is_seen_stands_in_the_title_of_the_chart(altaria):
    parts = [each.value for each in altaria.run.subheader]
    assert "In Altaria, requests for cooperation sent: 30 in 2022 and 33 in 2024" in parts
    assert (
        "In Altaria, grounds on which requests were refused: incomplete request 50.0% in 2022 to 2024 (together)"
        in parts
    )


def test_every_number_has_its_counterpart_beside_it(altaria):
    rows = altaria.table("requests received").records
    (refused,) = [row for row in rows if row["What is measured"].startswith("Requests refused")]
    assert "20.0% (12.0% to 32.0%)" in refused["Newest number"]
    assert "12 of 60 requests" in refused["Newest number"]
    assert "Requests executed by 12 months" in refused["To be read with"]


def test_grounds_are_drawn_only_where_all_of_them_are_told(altaria):
    table = altaria.table("Grounds on which requests were refused").records
    assert [row["Share of refusals"].split(",")[0] for row in table] == ["50.0%", "30.0%", "20.0%"]
    assert whole_periods(GROUNDS) == [GROUNDS]
    assert whole_periods([blank(GROUNDS[0], "suppressed"), *GROUNDS[1:]]) == []
    assert whole_periods(GROUNDS[:2]) == []


def test_unknown_grounds_are_open_and_come_last(release):
    from charts.labels import Labels

    chart = mix_over_time(
        {"title": "Grounds", "kind": "mix", "value_unit": "share"}, GROUNDS, Labels()
    )
    assert chart.open_series == ("Unknown",)
    assert [row["part"] for row in chart.rows][-1] == "Unknown"
    assert sum(row["value"] for row in chart.rows) == pytest.approx(1)


@pytest.mark.parametrize("code", BLANK_CODES)
def test_all_blank_is_named_and_nothing_is_drawn(shown, code):
    page = shown([blank(row, code) for row in ROWS], jurisdiction="Altaria (XAA)")
    assert page.exceptions == []
    assert page.charts == []
    assert BLANKS[code].label.lower() in page.text.lower()
    assert "None of" not in page.html.split("answerable-sentence")[1][:60]


def test_a_silent_place_is_said_to_be_silent(shown):
    elsewhere = result(
        "cases_opened", numerator=9.0, value=9.0, lower=4.0, upper=17.0, jurisdiction="XAC"
    )
    page = shown([*ROWS, elsewhere], jurisdiction="Cassia (XAC)")
    assert page.exceptions == []
    assert "Cassia reported nothing here." in page.text
    assert page.charts == []


def test_link_opens_the_place_again(shown):
    page = shown(ROWS, jurisdiction="Borovia (XAB)")
    assert page.run.selectbox(key="jurisdiction").value == "XAB"
    assert "Borovia. Asking: requests sent, 5" in page.text
