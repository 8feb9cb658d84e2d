"""What the demo declares to be true can be found again in its files, by arithmetic of our own."""

from math import exp

import pytest

from data.demo import TRUTHS
from tests.demo.arithmetic import median, share_ended_by

FOREIGN = "('regional', 'other', 'stateless')"

TIMES = """
    SELECT c.jurisdiction, c.subject_id, c.occurred_on AS charged_on,
           d.occurred_on AS disposed_on, d.outcome
    FROM events c
    LEFT JOIN events d ON d.jurisdiction = c.jurisdiction AND d.subject_id = c.subject_id
         AND d.subject_kind = 'proceeding' AND d.event = 'disposition' AND d.instance = 'first'
    WHERE c.subject_kind = 'proceeding' AND c.event = 'charged'
"""

SUSPECTS = f"""
    SELECT d.jurisdiction, c.exploitation_form AS form,
           d.citizenship_group IN {FOREIGN} AS is_foreign, p.proceeding_id IS NOT NULL AS is_charged
    FROM defendants d
    JOIN case_defendants USING (jurisdiction, defendant_id)
    JOIN cases c USING (jurisdiction, case_id)
    JOIN events s ON s.jurisdiction = d.jurisdiction AND s.subject_id = d.defendant_id AND s.event = 'suspected'
    LEFT JOIN proceedings p ON p.jurisdiction = d.jurisdiction AND p.defendant_id = d.defendant_id
    WHERE s.occurred_on < DATE '2023-07-01' AND d.citizenship_group <> 'unknown'
"""
"""Suspects whose files are old enough for nearly all decisions to have been taken."""


def durations(demo, code, where="true"):
    return [
        (days, ended)
        for days, ended in demo.rows(
            f"SELECT date_diff('day', charged_on, coalesce(disposed_on, DATE '2025-12-31')),"
            f" disposed_on IS NOT NULL FROM ({TIMES}) WHERE jurisdiction = '{code}' AND {where}"
        )
    ]


def test_the_reform_shortens_the_median_by_what_is_declared(demo):
    reform = TRUTHS.reform
    before = median(durations(demo, reform.jurisdiction, f"charged_on < DATE '{reform.starts_on}'"))
    after = median(durations(demo, reform.jurisdiction, f"charged_on >= DATE '{reform.starts_on}'"))
    assert before == pytest.approx(reform.median_before, rel=0.08)
    assert after == pytest.approx(reform.median_after, rel=0.08)


@pytest.mark.parametrize("code", ["XAA", "XAC", "XAE", "XAK"])
def test_places_without_a_reform_keep_their_median(demo, code):
    place = next(one for one in TRUTHS.places if one.code == code)
    assert median(durations(demo, code)) == pytest.approx(place.median_days, rel=0.08)


def test_taking_closed_proceedings_only_would_be_wrong(demo):
    """Open proceedings are really open: leaving them out makes courts look faster than they are."""
    recent = durations(demo, "XAA", "charged_on >= DATE '2024-01-01'")
    closed = sorted(days for days, ended in recent if ended)
    still_open = sum(not ended for _, ended in recent) / len(recent)
    assert still_open > 0.3
    assert closed[len(closed) // 2] < 0.7 * median(durations(demo, "XAA"))


def charge_gap(demo, code, where="true"):
    shares = dict(
        demo.rows(
            f"SELECT is_foreign, avg(is_charged::INT) FROM ({SUSPECTS})"
            f" WHERE jurisdiction = '{code}' AND {where} GROUP BY is_foreign"
        )
    )
    return shares[True] - shares[False]


def standardised_gap(demo, code):
    """Gap within each form, weighted by how many suspects the form has."""
    rows = demo.rows(
        f"SELECT form, count(*), avg(is_charged::INT) FILTER (is_foreign),"
        f" avg(is_charged::INT) FILTER (NOT is_foreign)"
        f" FROM ({SUSPECTS}) WHERE jurisdiction = '{code}' GROUP BY form"
    )
    both = [(n, foreign - own) for _, n, foreign, own in rows if None not in (foreign, own)]
    return sum(n * gap for n, gap in both) / sum(n for n, _ in both)


def test_the_true_disparity_is_there_crude_and_within_forms(demo):
    truth = TRUTHS.true_disparity
    assert charge_gap(demo, truth.jurisdiction) == pytest.approx(truth.gap, abs=0.05)
    assert standardised_gap(demo, truth.jurisdiction) == pytest.approx(truth.gap, abs=0.05)


def test_the_false_disparity_vanishes_within_forms(demo):
    code = TRUTHS.false_disparity.jurisdiction
    assert charge_gap(demo, code) < -0.08
    assert standardised_gap(demo, code) == pytest.approx(0, abs=0.05)


@pytest.mark.parametrize("code", ["XAA", "XAB", "XAC"])
def test_elsewhere_citizenship_makes_no_difference(demo, code):
    assert charge_gap(demo, code) == pytest.approx(0, abs=0.05)


def test_the_court_that_stopped_is_silent_while_others_go_on(demo):
    stopped = TRUTHS.stopped
    last = dict(
        demo.rows(
            "SELECT agency_id, max(occurred_on) FROM events"
            f" WHERE jurisdiction = '{stopped.jurisdiction}' GROUP BY agency_id"
        )
    )
    assert last[stopped.agency_id] <= stopped.last_day
    assert min(last["XAG-POLICE"], last["XAG-SUPPORT"]).year == 2025
    receipts = [one for one in demo.submissions if one.agency_id == stopped.agency_id]
    assert [one.period_end for one in receipts] == [stopped.last_day]


def test_the_misreporting_court_hides_what_it_is_said_to_hide(demo):
    faults = TRUTHS.misreporting
    hidden = "count(*) FILTER (outcome = 'unknown') / count(*)"
    shares = dict(
        demo.rows(
            f"SELECT jurisdiction, {hidden} FROM ({TIMES}) WHERE outcome IS NOT NULL GROUP BY 1"
        )
    )
    place = next(one for one in TRUTHS.places if one.code == faults.jurisdiction)
    # Without a conviction for trafficking, 0.12 are dismissed and 0.24 discontinued.
    expected = (1 - place.conviction_share) * 0.36 * faults.hidden_share
    assert shares.pop(faults.jurisdiction) == pytest.approx(expected, abs=0.04)
    assert set(shares.values()) == {0}


def test_unlinked_support_data_join_no_case(demo):
    code = TRUTHS.unlinked.jurisdiction
    assert demo.value(f"SELECT count(*) FROM case_victims WHERE jurisdiction = '{code}'") == 0
    assert demo.value(f"SELECT count(*) FROM victims WHERE jurisdiction = '{code}'") > 100
    units = demo.value(
        f"SELECT count(DISTINCT linkage_unit) FROM agencies WHERE jurisdiction = '{code}'"
    )
    assert units == 2


def test_respondents_look_more_satisfied_than_everybody_invited(demo):
    invited = dict(
        demo.rows("SELECT outcome_group, count(*) FROM survey_invitations GROUP BY outcome_group")
    )
    by_group = {
        group: (answers, satisfied)
        for group, answers, satisfied in demo.rows(
            "SELECT outcome_group, count(*), avg((score >= 4)::INT) FROM survey_responses"
            " WHERE item = 'overall' AND answer = 'scored' GROUP BY outcome_group"
        )
    }
    for group, (_, satisfied) in by_group.items():
        assert satisfied == pytest.approx(TRUTHS.survey.satisfied[group], abs=0.06)
    crude = sum(n * s for n, s in by_group.values()) / sum(n for n, _ in by_group.values())
    weighted = sum(invited[g] * s for g, (_, s) in by_group.items()) / sum(invited.values())
    truth = sum(invited[g] * TRUTHS.survey.satisfied[g] for g in invited) / sum(invited.values())
    assert weighted == pytest.approx(truth, abs=0.02)
    assert crude > truth + 0.03


def watched(demo, where):
    """(days from exit to new episode or to the last contact, whether it was an episode)."""
    return demo.rows(
        "SELECT date_diff('day', e.exited_on, coalesce(r.onset_on, max(f.contact_on), e.exited_on)),"
        " r.onset_on IS NOT NULL"
        " FROM exits e JOIN victims v USING (jurisdiction, victim_id)"
        " LEFT JOIN retrafficking r USING (jurisdiction, victim_id)"
        " LEFT JOIN followups f ON f.jurisdiction = e.jurisdiction AND f.victim_id = e.victim_id AND f.reached"
        f" WHERE {where} GROUP BY e.jurisdiction, e.victim_id, e.exited_on, r.onset_on"
    )


@pytest.mark.parametrize(
    ("where", "rate"),
    [
        ("v.citizenship_group = 'own'", TRUTHS.recurrence.own_episode),
        (f"v.citizenship_group IN {FOREIGN}", TRUTHS.recurrence.foreign_episode),
    ],
)
def test_new_episodes_come_at_the_declared_rate(demo, where, rate):
    assert share_ended_by(watched(demo, where), 720) == pytest.approx(
        1 - exp(-rate * 720 / 365.25), abs=0.015
    )


def test_survivors_drop_out_and_some_groups_more(demo):
    lost = dict(
        demo.rows(
            f"SELECT v.citizenship_group IN {FOREIGN}, count(DISTINCT f.victim_id) FILTER (NOT f.reached)"
            " / count(DISTINCT f.victim_id) FROM followups f JOIN victims v USING (jurisdiction, victim_id)"
            " WHERE v.citizenship_group <> 'unknown' AND f.jurisdiction = 'XAA' GROUP BY 1"
        )
    )
    assert lost[True] > lost[False] + 0.15 > 0.2


def test_one_place_is_too_small_to_publish_much(demo):
    sizes = dict(demo.rows("SELECT jurisdiction, count(*) FROM cases GROUP BY 1"))
    assert len(sizes) == 12
    assert sizes["XAL"] < 60 and max(sizes.values()) > 50 * sizes["XAL"]
