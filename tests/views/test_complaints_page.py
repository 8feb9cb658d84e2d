"""Complaints and audits: steps with their own counts, no share of one step in another, recommendations with their duties."""

import pytest

from charts.complaint_chain import METRICS, chain, chain_chart
from charts.format import BLANKS
from charts.labels import Labels
from release.read import open_release
from tests.views.made_results import BLANK_CODES, release_of, result

YEARS = (2022, 2024)
COUNTS = {
    "complaints_received": (80.0, None),
    "independent_handling": (30.0, 75.0),
    "complaint_clearance": (60.0, 80.0),
    "complaints_upheld": (24.0, 50.0),
    "complaint_sanctions": (12.0, 60.0),
}


def complaint(metric_id: str, years=YEARS, **more) -> dict:
    above, below = COUNTS[metric_id]
    value = above / below if below else above
    given = {"numerator": above, "denominator": below, "value": value}
    return result(metric_id, years, **(given | {"lower": value * 0.8, "upper": value * 1.2} | more))


def criterion(name: str, above: float, **more) -> dict:
    value = above / 60
    given = {"numerator": above, "denominator": 60.0, "value": value, "lower": value - 0.1}
    given |= {"upper": value + 0.1, "breakdown": "audit_criterion", "category": name}
    return result("audit_pass_rate", YEARS, **(given | more))


def blank(row: dict, code: str) -> dict:
    none = dict.fromkeys(("numerator", "denominator", "value", "lower", "upper"))
    status = code if code in ("suppressed", "insufficient") else None
    return row | none | {"blank": code, "status": status}


ROWS = [
    *(complaint(key) for key in METRICS),
    criterion("identification", 45.0),
    criterion("financial_inquiry", 24.0),
    complaint("complaints_received", jurisdiction="XAB"),
]


@pytest.fixture
def shown(page, tmp_path, monkeypatch):
    def open_over(rows, **query):
        release_of(tmp_path, rows)
        monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))
        return page("complaints_and_audits", **query)

    return open_over


@pytest.fixture
def altaria(shown):
    return shown(ROWS, jurisdiction="Altaria (XAA)")


def test_page_has_one_heading_and_one_live_line(altaria):
    assert altaria.exceptions == []
    assert altaria.titles == ["Complaints and audits"]
    assert altaria.html.count('role="status"') == 1
    assert "Altaria received 80 complaints in 2022 to 2024 (together)." in altaria.text


def test_each_step_has_its_own_count_and_base(altaria, tmp_path):
    with open_release(tmp_path) as release, release.cursor() as cursor:
        found = dict(
            cursor.execute(
                "SELECT metric_id, numerator FROM results WHERE jurisdiction = 'XAA' AND breakdown = 'total'"
            ).fetchall()
        )
    records = altaria.table("the way of complaints").records
    told = [float(row["Complaints"]) for row in records]
    assert told == [found[key] for key in METRICS]
    assert [row["Of so many"] for row in records] == ["Stands alone", "75", "80", "50", "60"]


def test_title_tells_the_steps_with_numbers(altaria):
    parts = [each.value for each in altaria.run.subheader]
    assert (
        "In Altaria, complaints in 2022 to 2024 (together): 80 received, 30 investigated independently, "
        "60 closed, 24 upheld in full or in part, 12 led to discipline"
    ) in parts


def test_steps_come_from_one_period_only():
    old = [complaint(key, (2018, 2021)) for key in METRICS]
    found = chain([*old, complaint("complaints_received")])
    assert {row["period_end"].year for row in found.values()} == {2021}
    assert len(found) == len(METRICS)
    assert chain([]) == {}


def test_a_hidden_step_is_a_blank_and_not_a_zero():
    rows = [complaint(key) for key in METRICS[:-1]]
    chart = chain_chart(chain([*rows, blank(complaint(METRICS[-1]), "suppressed")]), Labels())
    assert chart.rows[-1]["value"] is None
    assert chart.rows[-1]["blank"] == "suppressed"
    assert "discipline" not in chart.title
    assert chain_chart(chain(rows[:1]), Labels()) is None


def test_audits_are_told_by_criterion(altaria):
    records = altaria.table("by criterion").records
    assert {row["Criterion"]: row["Value"] for row in records} == {
        "Identification decision reasoned": "75.0%",
        "Financial inquiry opened": "40.0%",
    }


def test_open_recommendations_stand_with_their_duty(page, release):
    shown = page("complaints_and_audits", jurisdiction="Altaria (XAA)")
    assert shown.exceptions == []
    with release.cursor() as cursor:
        (expected,) = cursor.execute(
            "SELECT count(DISTINCT (title, dated_on, due_on, obligation_id)) FROM compliance_evidence "
            "WHERE kind = 'recommendation' AND jurisdiction = 'XAA' AND done_on IS NULL"
        ).fetchone()
    if expected:
        assert len(shown.table("Open recommendations").records) == min(expected, 20)
    else:
        assert "No open recommendation to Altaria names a duty" in shown.text


@pytest.mark.parametrize("code", BLANK_CODES)
def test_all_blank_is_named_and_nothing_is_drawn(shown, code):
    page = shown([blank(row, code) for row in ROWS], jurisdiction="Altaria (XAA)")
    assert page.exceptions == []
    assert page.charts == []
    assert BLANKS[code].label.lower() in page.text.lower()
    assert "Altaria has no number of complaints that can be shown." in page.text


def test_a_silent_place_is_said_to_be_silent(shown):
    elsewhere = result(
        "cases_opened", numerator=9.0, value=9.0, lower=4.0, upper=17.0, jurisdiction="XAC"
    )
    page = shown([*ROWS, elsewhere], jurisdiction="Cassia (XAC)")
    assert page.exceptions == []
    assert (
        "Cassia reported nothing about complaints, which does not mean there were none."
        in page.text
    )


def test_link_opens_the_place_again(shown):
    page = shown(ROWS, jurisdiction="Borovia (XAB)")
    assert page.run.selectbox(key="jurisdiction").value == "XAB"
    assert "Borovia received 80 complaints" in page.text
