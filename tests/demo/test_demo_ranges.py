"""The demo stays within the orders of magnitude of published figures, taken over all places that report fully."""

import pytest

from data.demo import TRUTHS
from tests.demo.arithmetic import median

FULL = "jurisdiction NOT IN ('XAF', 'XAG', 'XAH', 'XAL')"
CONVICTED = (
    "SELECT jurisdiction, subject_id FROM events WHERE subject_kind = 'proceeding' AND event = 'disposition'"
    " AND instance = 'first' AND outcome = 'convicted_trafficking'"
)


@pytest.fixture(scope="module")
def numbers(demo):
    count = lambda sql: demo.value(f"SELECT count(*) FROM ({sql}) WHERE {FULL}")  # noqa: E731 - one use
    return {
        "suspects": count("SELECT * FROM defendants"),
        "convicted": count(CONVICTED),
        "victims": count("SELECT * FROM events WHERE event = 'identified'"),
        "verdicts": count(
            "SELECT * FROM events WHERE subject_kind = 'proceeding' AND event = 'disposition' AND instance = 'first'"
            " AND outcome IN ('convicted_trafficking', 'convicted_other', 'acquitted')"
        ),
        "dispositions": count(
            "SELECT * FROM events WHERE subject_kind = 'proceeding' AND event = 'disposition' AND instance = 'first'"
        ),
    }


def test_charge_share(demo):
    for place in TRUTHS.places:
        decided = demo.value(
            "SELECT count(*) FROM events WHERE event = 'closed' AND subject_kind = 'defendant'"
            f" AND jurisdiction = '{place.code}' AND occurred_on < DATE '2021-06-01'"
        )
        charged = demo.value(
            "SELECT count(*) FROM events WHERE event = 'charged'"
            f" AND jurisdiction = '{place.code}' AND occurred_on < DATE '2021-06-01'"
        )
        if charged + decided > 100:
            assert 0.5 < charged / (charged + decided) < 0.9, place.code


def test_court_conviction(numbers):
    assert 0.5 < numbers["convicted"] / numbers["verdicts"] < 0.75
    assert 0.5 < numbers["convicted"] / numbers["dispositions"] < 0.75


def test_convicted_to_suspects(numbers):
    assert 0.25 < numbers["convicted"] / numbers["suspects"] < 0.6


def test_victims_to_each_convicted_person(numbers):
    assert 3 < numbers["victims"] / numbers["convicted"] < 25


def test_from_start_to_end_takes_two_to_three_years(demo):
    times = demo.rows(
        "SELECT date_diff('day', o.occurred_on, coalesce(d.occurred_on, DATE '2025-12-31')),"
        " d.occurred_on IS NOT NULL FROM proceedings p"
        " JOIN events o ON o.jurisdiction = p.jurisdiction AND o.subject_id = p.case_id AND o.event = 'opened'"
        " LEFT JOIN events d ON d.jurisdiction = p.jurisdiction AND d.subject_id = p.proceeding_id"
        " AND d.event = 'disposition' AND d.instance = 'first' AND d.subject_kind = 'proceeding'"
        f" WHERE p.{FULL}"
    )
    assert 24 * 30.4 < median(times) < 36 * 30.4


def test_withdrawal_among_closures_before_charge(demo):
    share = demo.value(
        "SELECT count(*) FILTER (reason = 'victim_withdrew') / count(*) FROM events"
        f" WHERE event = 'closed' AND subject_kind = 'defendant' AND {FULL}"
    )
    assert 0.2 < share < 0.6


def test_compensation(demo, numbers):
    awarded = demo.value(
        "SELECT count(DISTINCT case_id) FROM compensation WHERE fact = 'awarded'"
        f" AND route = 'criminal_court' AND {FULL}"
    )
    convicted_cases = demo.value(
        f"SELECT count(DISTINCT case_id) FROM proceedings p JOIN ({CONVICTED}) c"
        f" ON c.jurisdiction = p.jurisdiction AND c.subject_id = p.proceeding_id WHERE p.{FULL}"
    )
    paid, granted = demo.rows(
        "SELECT sum(amount) FILTER (fact = 'paid'), sum(amount) FILTER (fact = 'awarded')"
        f" FROM compensation WHERE {FULL}"
    )[0]
    assert 0.1 < awarded / convicted_cases < 0.4
    assert paid < 0.4 * granted
    assert demo.rows("SELECT DISTINCT currency FROM compensation WHERE amount IS NOT NULL") == [
        ("XDM",)
    ]


def test_new_episodes_in_the_first_year(demo):
    early, all_exits = demo.rows(
        "SELECT count(*) FILTER (r.onset_on <= e.exited_on + 365), count(*) FROM exits e"
        " LEFT JOIN retrafficking r USING (jurisdiction, victim_id) WHERE e.exited_on < DATE '2024-06-01'"
    )[0]
    assert 0.02 < early / all_exits < 0.2
