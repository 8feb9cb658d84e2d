"""Each rule across rows and tables finds what breaks it and nothing else."""

import copy
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.validations.good_data import AGENCY, PERIOD, good_data
from tests.validations.mapped_data import empty_database, fill_mapped, mapped_database
from tests.validations.rule_examples import EXAMPLES
from validations.declared import declared_rules
from validations.validate import rules

SUBMISSION = {
    "agency_id": AGENCY,
    "mapping": "own",
    "period_start": PERIOD[0],
    "period_end": PERIOD[1],
    "as_of": PERIOD[1],
}
BY_ID = {rule.id: rule for rule in rules()}
NEEDS_ACCEPTED_ROWS = {"overlapping_period"}


@pytest.fixture(scope="module")
def blamed():
    """Says which rows of some data a rule blames, in one database: to make it takes longer than to ask it anything."""

    def rows_blamed(rule_id: str, data: dict) -> set:
        con.begin()
        try:
            places = fill_mapped(con, data)
            rows = con.execute(BY_ID[rule_id].query).fetchall()
        finally:
            con.rollback()
        return {places[row_id] for (row_ids,) in rows for row_id in row_ids} if rows else set()

    with empty_database(SUBMISSION) as con:
        yield rows_blamed


def edited(edits: list) -> dict:
    data = copy.deepcopy(good_data(cases=2))
    for table, position, changes in edits:
        rows = data.setdefault(table, [])
        if position is None:
            rows.append({**(rows[0] if rows else {}), **changes})
        else:
            rows[position].update(changes)
    return data


def test_good_data_breaks_no_rule():
    con, _ = mapped_database(good_data(cases=2), SUBMISSION)
    assert {rule.id: con.execute(rule.query).fetchall() for rule in rules()} == {
        rule.id: [] for rule in rules()
    }


@pytest.mark.parametrize("rule_id", sorted(EXAMPLES))
def test_rule_blames_exactly_the_rows_that_break_it(blamed, rule_id):
    edits, expected = EXAMPLES[rule_id]
    assert blamed(rule_id, edited(edits)) == expected


def test_every_rule_has_an_example():
    """A declared rule without an example could never have found anything."""
    declared = {rule.id for rule in declared_rules()}
    kinds = {rule_id.split(":")[0] for rule_id in EXAMPLES if ":" in rule_id}
    assert declared - set(EXAMPLES) == NEEDS_ACCEPTED_ROWS
    assert {rule.id.split(":")[0] for rule in rules()} - declared - kinds == {"taken"}


def test_every_rule_says_why_and_what_to_do():
    for rule in rules():
        for sentence in (rule.because, rule.remedy):
            assert sentence.endswith(".") and len(sentence.split()) > 1, rule.id


def test_ids_are_unique():
    assert len(BY_ID) == len(rules())


DAYS = st.dates(date(2020, 1, 1), date(2020, 12, 31))
PRECISIONS = st.sampled_from(["day", "month", "year", "unknown"])


def span(day: date, precision: str) -> tuple[date, date] | None:
    """First and last day a date may mean, by counting days: shares no code with the SQL."""
    if precision == "unknown":
        return None
    parts = {"day": 3, "month": 2, "year": 1}[precision]
    same = [
        one
        for one in (date(2019, 12, 1) + timedelta(days=n) for n in range(800))
        if one.timetuple()[:parts] == day.timetuple()[:parts] and one >= day
    ]
    return same[0], same[-1]


@settings(max_examples=30, deadline=None)
@given(charged=DAYS, ended=DAYS, how_charged=PRECISIONS, how_ended=PRECISIONS)
def test_only_a_certain_reversal_breaks_the_order(blamed, charged, ended, how_charged, how_ended):
    data = edited(
        [
            ("events", 2, {"occurred_on": charged.isoformat(), "date_precision": how_charged}),
            ("events", 3, {"occurred_on": ended.isoformat(), "date_precision": how_ended}),
        ]
    )
    first, last = span(charged, how_charged), span(ended, how_ended)
    is_reversed = bool(first and last and last[1] < first[0])
    expected = {("events", 3)} if is_reversed else set()
    assert blamed("disposition_before_charge", data) == expected
