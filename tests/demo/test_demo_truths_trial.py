"""What the demo declares about hearings, custody, provisions and financial investigations is in its files."""

import pytest

from data.demo import TRUTHS
from tests.demo.arithmetic import median

FOREIGN = "('regional', 'other', 'stateless')"
STOPPED = TRUTHS.stopped.jurisdiction

SUSPECTS = """
    (SELECT d.jurisdiction, d.defendant_id, d.citizenship_group, a.occurred_on AS arrested_on,
            k.started_on, k.ended_on, k.proceeding_id
     FROM defendants d
     JOIN events a ON a.jurisdiction = d.jurisdiction AND a.subject_id = d.defendant_id AND a.event = 'arrested'
     LEFT JOIN detentions k ON k.jurisdiction = d.jurisdiction AND k.defendant_id = d.defendant_id
     WHERE NOT d.is_legal_person AND a.occurred_on < DATE '2025-12-01')
"""


def test_hearings_are_adjourned_as_often_as_declared(demo):
    rules = TRUTHS.hearings

    rows = "hearings WHERE jurisdiction"
    demo.assert_share(rules.adjourned, "result = 'adjourned'", f"{rows} <> '{rules.jurisdiction}'")
    demo.assert_share(
        rules.adjourned_there, "result = 'adjourned'", f"{rows} = '{rules.jurisdiction}'"
    )


@pytest.mark.parametrize("cause", TRUTHS.hearings.causes)
def test_causes_of_adjournment(demo, cause):
    demo.assert_share(
        TRUTHS.hearings.causes[cause], f"cause = '{cause}'", "hearings WHERE result = 'adjourned'"
    )


def test_no_proceeding_has_more_than_three_hearings(demo):
    most = demo.value(
        "SELECT max(n) FROM (SELECT count(*) AS n FROM hearings GROUP BY jurisdiction, proceeding_id)"
    )
    assert most == 3


def test_custody_by_citizenship(demo):
    rules = TRUTHS.detention
    who = f"{SUSPECTS} WHERE jurisdiction <> '{STOPPED}' AND citizenship_group"
    # Where a file ends within a day or two of the arrest, nobody is detained any more.
    demo.assert_share(rules.own, "started_on IS NOT NULL", f"{who} = 'own'", bias=0.005)
    demo.assert_share(rules.foreign, "started_on IS NOT NULL", f"{who} IN {FOREIGN}", bias=0.005)


def test_custody_lasts_as_declared_where_no_decision_cuts_it_short(demo):
    times = demo.rows(
        f"""SELECT date_diff('day', started_on, coalesce(ended_on, DATE '2025-12-31')),
              ended_on IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM events e WHERE e.jurisdiction = k.jurisdiction
                  AND e.occurred_on = k.ended_on AND e.event IN ('closed', 'disposition')
                  AND e.subject_id IN (k.defendant_id, k.proceeding_id))
            FROM {SUSPECTS} k WHERE started_on IS NOT NULL AND jurisdiction NOT IN ('XAF', '{STOPPED}')"""
    )
    assert median(times) == pytest.approx(TRUTHS.detention.median_days, rel=0.06)


@pytest.mark.parametrize("level", TRUTHS.provisions.court_levels)
def test_levels_of_courts(demo, level):
    demo.assert_share(
        TRUTHS.provisions.court_levels[level], f"court_level = '{level}'", "proceedings"
    )


def test_charges_of_knowing_use(demo):
    demo.assert_share(TRUTHS.provisions.use_of_services, "is_use_of_services", "proceedings")


def test_the_least_sentence_of_the_provision_is_known_for_most_sentences_for_trafficking(demo):
    rules = TRUTHS.provisions
    sentences = (
        "sentences s JOIN events e ON e.jurisdiction = s.jurisdiction AND e.subject_id = s.proceeding_id"
        " AND e.event = 'disposition' AND e.instance = 'first' AND e.subject_kind = 'proceeding'"
        " WHERE e.outcome = 'convicted_trafficking'"
    )
    demo.assert_share(rules.minimum_known, "minimum_months IS NOT NULL", sentences)
    assert demo.rows(
        "SELECT DISTINCT minimum_months FROM sentences WHERE minimum_months IS NOT NULL"
    ) == [(rules.minimum_months,)]


def test_financial_investigations(demo):
    rules = TRUTHS.money_trail
    cases = """(SELECT c.jurisdiction, c.case_id, f.event_id IS NOT NULL AS is_opened
        FROM cases c
        JOIN (SELECT p.jurisdiction, p.case_id, min(s.occurred_on) AS first FROM case_defendants p
              JOIN events s ON s.jurisdiction = p.jurisdiction AND s.subject_id = p.defendant_id
                AND s.event = 'suspected' GROUP BY ALL) AS suspected USING (jurisdiction, case_id)
        LEFT JOIN events f ON f.jurisdiction = c.jurisdiction AND f.subject_id = c.case_id
          AND f.event = 'financial_opened'
        WHERE suspected.first < DATE '2024-06-01')"""
    where = f"{cases} WHERE jurisdiction"
    demo.assert_share(rules.opened, "is_opened", f"{where} <> '{rules.jurisdiction}'")
    demo.assert_share(rules.opened_there, "is_opened", f"{where} = '{rules.jurisdiction}'")
