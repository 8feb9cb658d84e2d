"""The true numbers of the federal cases come out of the mapped tables, exactly."""

import datetime
import statistics

import pytest

from data.intake.submission import open_submission

PERIOD = (datetime.date(1998, 1, 1), datetime.date(2014, 8, 5))
END = datetime.date(2014, 8, 5)


@pytest.fixture(scope="module")
def federal(shared):
    folder = shared / "data" / "us_federal_ht_cases"
    with open_submission([folder], "us_federal_ht_cases", PERIOD) as submission:
        submission.map()
        yield submission


@pytest.fixture(scope="module")
def ask(federal):
    return lambda query: federal.con.execute(query).fetchall()


CONVICTED = "('convicted_at_trial', 'convicted_by_plea', 'convicted')"


def test_every_row_is_accepted_and_accounted_for(federal):
    counts = federal.counts()
    assert (counts.received, counts.accepted, counts.quarantined, counts.excluded) == (
        290,
        290,
        0,
        0,
    )
    assert federal.as_of == END
    assert federal.mapping.scope == "trafficking"


def test_cases_and_defendants_are_counted_once(ask):
    assert ask("SELECT count(*), count(DISTINCT case_id) FROM mapped.cases") == [(50, 50)]
    assert ask("SELECT count(DISTINCT defendant_id) FROM mapped.defendants") == [(290,)]
    assert ask("SELECT count(DISTINCT proceeding_id) FROM mapped.proceedings") == [(290,)]


def test_victims_belong_to_the_case(ask):
    assert ask("SELECT sum(victim_count) FROM mapped.cases") == [(1393,)]
    repeated = (
        "SELECT sum(victim_count) FROM mapped.cases JOIN mapped.case_defendants USING (case_id)"
    )
    assert ask(repeated) == [(28302,)]


def test_57_proceedings_are_ongoing(ask):
    assert ask(
        "SELECT count(*) FROM mapped.proceedings WHERE proceeding_id NOT IN "
        "(SELECT subject_id FROM mapped.events WHERE event = 'disposition' AND subject_kind = 'proceeding')"
    ) == [(57,)]


def test_of_233_closed_121_are_guilty_in_a_block_and_213_of_a_felony(ask):
    closed = "SELECT subject_id FROM mapped.events WHERE event = 'disposition' AND subject_kind = 'proceeding'"
    assert ask(f"SELECT count(*) FROM ({closed})") == [(233,)]
    guilty = (
        "SELECT count(DISTINCT c.proceeding_id) FROM mapped.charges AS c JOIN mapped.events AS e "
        "ON e.subject_kind = 'charge' AND e.subject_id = c.charge_id AND e.event = 'disposition' "
        f"WHERE e.outcome IN {CONVICTED} AND c.proceeding_id IN ({closed})"
    )
    assert ask(f"{guilty} AND c.provision IS NOT NULL") == [(121,)]
    assert (
        ask(f"{closed} AND outcome IN ('convicted_trafficking', 'convicted_other')").__len__()
        == 213
    )
    # The file contradicts itself once: guilt in a block, no felony. By charges alone it is one more.
    assert ask(guilty) == [(214,)]


def test_the_contradiction_is_a_finding(ask):
    found = ask("SELECT rule, severity, count(*) FROM findings GROUP BY ALL ORDER BY ALL")
    assert ("guilt_without_felony", "review", 1) in found
    assert not [one for one in found if one[1] == "fail"]


def test_no_charge_has_two_outcomes_and_each_belongs_to_a_charge(ask):
    [(events, subjects, charges)] = ask(
        "SELECT count(*), count(DISTINCT subject_id), count(c.charge_id) FROM mapped.events AS e "
        "LEFT JOIN mapped.charges AS c ON c.charge_id = e.subject_id WHERE e.subject_kind = 'charge'"
    )
    assert events == subjects == charges > 0


def test_charge_stands_before_arrest_191_times_and_after_it_59_times(ask):
    pairs = (
        "FROM mapped.proceedings AS p "
        "JOIN mapped.events AS c ON c.subject_id = p.proceeding_id AND c.event = 'charged' "
        "JOIN mapped.events AS a ON a.subject_id = p.defendant_id AND a.event = 'arrested'"
    )
    assert ask(
        "SELECT count(*) FILTER (WHERE c.occurred_on < a.occurred_on), "
        f"count(*) FILTER (WHERE c.occurred_on > a.occurred_on) {pairs}"
    ) == [(191, 59)]


def test_median_from_charge_to_sentence(ask):
    people = ask(
        "SELECT c.occurred_on, s.occurred_on FROM mapped.events AS c LEFT JOIN mapped.events AS s "
        "ON s.subject_id = c.subject_id AND s.event = 'sentenced' WHERE c.event = 'charged'"
    )
    assert len(people) == 290
    days = [((sentenced or END) - charged).days for charged, sentenced in people]
    sentenced = [sentence is not None for _, sentence in people]
    assert kaplan_meier_median(days, sentenced) == 657
    assert statistics.median(d for d, done in zip(days, sentenced, strict=True) if done) == 512


def kaplan_meier_median(days, happened):
    """First day on which at most half are left, by the product-limit formula, written out."""
    left = 1.0
    for day in sorted(set(days)):
        at_risk = sum(one >= day for one in days)
        events = sum(one == day and done for one, done in zip(days, happened, strict=True))
        left *= 1 - events / at_risk
        if left <= 0.5:
            return day
    return None


def test_nothing_restricted_is_mapped(federal, ask):
    assert set(federal.mapped_tables()) == {
        "agencies",
        "cases",
        "defendants",
        "case_defendants",
        "proceedings",
        "charges",
        "events",
        "sentences",
    }
    assert ask("SELECT DISTINCT age_band FROM mapped.defendants WHERE age_band LIKE '%.%'") == []
