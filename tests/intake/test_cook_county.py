"""The true numbers of Cook County come out of the mapped tables, exactly, in each unit."""

import datetime

import pytest

from data.intake.submission import open_submission

PERIOD = (datetime.date(2019, 1, 1), datetime.date(2019, 12, 31))
GUILTY = "outcome IN ('convicted_by_plea', 'convicted_at_trial')"
CHARGE = "SELECT * FROM mapped.events WHERE event = 'disposition' AND subject_kind = 'charge'"
PERSON = "SELECT * FROM mapped.events WHERE event = 'disposition' AND subject_kind = 'proceeding'"


@pytest.fixture(scope="module")
def cook(shared):
    folder = shared / "data" / "cook_county_sao_2019"
    with open_submission([folder], "cook_county_sao_2019", PERIOD) as submission:
        submission.map()
        yield submission


@pytest.fixture(scope="module")
def ask(cook):
    return lambda query: cook.con.execute(query).fetchall()


def test_every_row_is_accepted_and_accounted_for(cook):
    counts = cook.counts()
    assert counts.received == 36190 + 73029 + 20234 + 4329
    assert counts.received == counts.accepted + counts.quarantined + counts.excluded
    assert counts.accepted == counts.received
    assert cook.mapping.scope == "all_crime"


def test_dispositions_of_charges(ask):
    assert ask(
        f"SELECT count(*), count(*) FILTER (WHERE {GUILTY}), count(*) FILTER (WHERE outcome = 'acquitted') FROM ({CHARGE})"
    ) == [(20234, 4388, 177)]
    # The office's charge number stands before the hyphen; co-defendants share it.
    assert ask(f"SELECT count(DISTINCT split_part(subject_id, '-', 1)) FROM ({CHARGE})") == [
        (19914,)
    ]
    assert ask(
        f"SELECT count(*) FROM ({CHARGE}) WHERE subject_id NOT IN (SELECT charge_id FROM mapped.charges)"
    ) == [(0,)]


def test_dispositions_of_participants(ask):
    assert ask(
        "SELECT count(*), count(*) FILTER (WHERE outcome = 'convicted'), "
        f"count(*) FILTER (WHERE outcome = 'acquitted') FROM ({PERSON})"
    ) == [(11322, 4170, 49)]


def test_undisposed_participants(ask):
    assert ask(
        f"SELECT count(*), count(*) FILTER (WHERE proceeding_id NOT IN (SELECT subject_id FROM ({PERSON}))) "
        "FROM mapped.proceedings"
    ) == [(28886, 17564)]


def test_four_readings_of_a_conviction_rate(ask):
    [(charges, guilty, acquitted)] = ask(
        f"SELECT count(*), count(*) FILTER (WHERE {GUILTY}), count(*) FILTER (WHERE outcome = 'acquitted') FROM ({CHARGE})"
    )
    [(people, convicted, cleared)] = ask(
        f"SELECT count(*), count(*) FILTER (WHERE outcome = 'convicted'), count(*) FILTER (WHERE outcome = 'acquitted') FROM ({PERSON})"
    )
    rates = [
        guilty / charges,
        convicted / people,
        guilty / (guilty + acquitted),
        convicted / (convicted + cleared),
    ]
    assert [round(100 * rate, 1) for rate in rates] == [21.7, 36.8, 96.1, 98.8]


def test_human_trafficking_is_four_participants_none_disposed(ask):
    trafficking = "SELECT DISTINCT proceeding_id FROM mapped.charges WHERE offence LIKE '0204%'"
    assert ask(f"SELECT count(*) FROM ({trafficking})") == [(4,)]
    assert ask(f"SELECT count(*) FROM ({PERSON}) WHERE subject_id IN ({trafficking})") == [(0,)]


def test_impossible_dates_are_blanked_with_a_reason_and_their_rows_kept(ask):
    assert (
        ask(
            "SELECT DISTINCT year(occurred_on) FROM mapped.events "
            "WHERE occurred_on > '2019-12-13' OR occurred_on < '1970-01-01'"
        )
        == []
    )
    blanked = (
        "SELECT count(*) FROM findings AS f JOIN source_rows AS r USING (row_id) "
        "WHERE f.rule = 'date_impossible' AND f.severity = 'blanked' AND r.state = 'received' AND r.file_id = '{}'"
    )
    # 2219 in sentencing, 1965 among arrests, 2109 in the other two.
    for file in ("sentencing", "dispositions", "initiation", "intake"):
        assert ask(blanked.format(file))[0][0] > 0, file
    assert ask(
        "SELECT count(*) FROM mapped.events WHERE (occurred_on IS NULL) <> (date_precision = 'unknown')"
    ) == [(0,)]


def test_the_printed_length_of_a_case_holds_in_every_row_that_prints_it(ask):
    assert ask("SELECT count(*) FROM findings WHERE rule = 'length_of_case_adds_up'") == [(0,)]
    assert ask("SELECT count(length_of_case_in_days) FROM source.sentencing") == [(4182,)]


def test_keys_are_unique_and_references_hold(ask):
    for table, key in (
        ("cases", "case_id"),
        ("defendants", "defendant_id"),
        ("proceedings", "proceeding_id"),
        ("charges", "charge_id"),
        ("sentences", "sentence_id"),
        ("events", "event_id"),
    ):
        assert ask(f"SELECT count(*) - count(DISTINCT {key}) FROM mapped.{table}") == [(0,)], table
    assert ask(
        "SELECT count(*) FROM mapped.proceedings ANTI JOIN mapped.cases USING (case_id)"
    ) == [(0,)]
    assert ask(
        "SELECT count(*) FROM mapped.sentences ANTI JOIN mapped.charges USING (charge_id)"
    ) == [(0,)]


def test_moments_four_hours_ahead_give_the_same_day_of_arrest(ask):
    assert ask(
        "SELECT count(*) FROM findings AS f JOIN source_rows AS r USING (row_id) "
        "WHERE f.rule = 'merge_conflict' AND r.file_id = 'intake'"
    ) == [(0,)]
