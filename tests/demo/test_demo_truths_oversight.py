"""What the demo declares about duties, means, residents and what nobody keeps is in its files."""

import pytest

from data.demo import TRUTHS

PAIRS = {
    "inspections_screened": "inspections",
    "recruiters_inspected": "recruiters_licensed",
    "carriers_sanctioned": "carriers_breaching",
    "budget_spent": "budget_allocated",
}


def sums(demo, measure, kind="%"):
    return demo.value(
        "SELECT sum(value) FROM agency_figures JOIN agencies USING (jurisdiction, agency_id)"
        f" WHERE measure = '{measure}' AND kind LIKE '{kind}'"
    )


def test_recommendations_are_carried_out_and_evidenced(demo):
    rules = TRUTHS.duties
    assert demo.rows("SELECT DISTINCT n FROM (SELECT count(*) AS n FROM recommendations GROUP BY jurisdiction)") == [(rules.recommendations,)]  # fmt: skip
    demo.assert_share(
        rules.implemented,
        "implemented_on IS NOT NULL",
        "recommendations WHERE made_on < DATE '2021-06-01'",
    )
    demo.assert_share(
        rules.evidenced,
        "evidence_url IS NOT NULL",
        "recommendations WHERE implemented_on IS NOT NULL",
    )


def test_reports_come_out_on_time_late_or_never(demo):
    rules = TRUTHS.duties
    due = "statutory_reports WHERE due_on < DATE '2024-12-31' AND obligation_id IS NULL"
    demo.assert_share(rules.on_time, "coalesce(published_on <= due_on, false)", due)
    demo.assert_share(rules.never, "published_on IS NULL", due)


@pytest.mark.parametrize("kind", TRUTHS.means.trained)
def test_staff_trained(demo, kind):
    share = sums(demo, "staff_trained", kind) / sums(demo, "staff_to_train", kind)
    assert share == pytest.approx(TRUTHS.means.trained[kind], abs=0.03)


@pytest.mark.parametrize("part", PAIRS)
def test_parts_of_the_figures(demo, part):
    share = sums(demo, part) / sums(demo, PAIRS[part])
    assert share == pytest.approx(getattr(TRUTHS.means, part), abs=0.03)


def test_every_place_states_its_residents_every_year(demo):
    rules = TRUTHS.residents
    found = demo.rows(
        "SELECT jurisdiction, count(*), min(residents) / 1e6, max(residents) / min(residents)"
        " FROM residents GROUP BY jurisdiction"
    )
    assert {code: number for code, number, _, _ in found} == dict.fromkeys(rules.millions, 10)
    for code, _, millions, grown in found:
        assert millions == pytest.approx(rules.millions[code])
        assert grown == pytest.approx((1 + rules.growth) ** 9, rel=1e-4)


@pytest.mark.parametrize("table", TRUTHS.not_kept.tables)
def test_what_a_place_does_not_keep_is_not_there(demo, table):
    places = {row[0] for row in demo.rows(f"SELECT DISTINCT jurisdiction FROM {table}")}
    small = {"XAL"}
    every = {place.code for place in TRUTHS.places}
    assert every - places - small == set(TRUTHS.not_kept.tables[table])


def test_the_court_that_stopped_states_no_figures_either(demo):
    stopped = TRUTHS.stopped
    last = demo.value(
        f"SELECT max(period_end) FROM agency_figures WHERE agency_id = '{stopped.agency_id}'"
    )
    assert last == stopped.last_day
