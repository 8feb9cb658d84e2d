"""Rules asked together are found broken exactly where each asked alone is, in every round."""

import pytest

import validations.validate as validate
from data.intake.submission import open_submission
from data.store import Known
from tests.validations.good_data import AGENCY, PERIOD, good_data, write_data
from tests.validations.mapped_data import mapped_database
from tests.validations.rule_examples import EXAMPLES
from tests.validations.test_rules import SUBMISSION
from validations.asking import select_broken
from validations.validate import rules

EVERY_TABLE = Known().filled_tables()


def select_alone(con, asked, known_tables):
    """What the shortcut must agree with: each rule's own query."""
    return [rule for rule in asked if con.execute(rule.query).fetchone()]


WHOLE = ("jurisdictions", "agencies")
"""Where these are spoilt, all rows of a place or an agency fall with them."""
NAMED = ("retrafficking_without_exit", "supersedes_itself")
"""Their rows name somebody whom other cases would bring in."""
APART = [
    name
    for name in sorted(EXAMPLES)
    if name in NAMED or any(table in WHOLE for table, *_ in EXAMPLES[name][0])
]
TOGETHER = [name for name in sorted(EXAMPLES) if name not in APART]
GROUPS = [TOGETHER[first::12] for first in range(12)] + [[name] for name in APART]


# To ask each rule alone takes half a second, so a dozen examples are asked about at a time.
@pytest.mark.parametrize("examples", GROUPS, ids=lambda examples: examples[0])
def test_rules_asked_together_are_broken_where_each_alone_is(examples):
    con, _ = mapped_database(spoilt_data(examples), SUBMISSION)
    with con:
        alone = select_alone(con, rules(), EVERY_TABLE)
        assert set(examples) <= {rule.id for rule in alone}
        assert select_broken(con, rules(), EVERY_TABLE) == alone


def spoilt_data(examples: list[str]) -> dict[str, list[dict]]:
    """Good data in which each example spoils two cases of its own."""
    data = good_data(cases=2 * len(examples))
    rows_a_case = {table: len(rows) // (2 * len(examples)) for table, rows in data.items()}
    for number, name in enumerate(examples):
        for table, position, changes in EXAMPLES[name][0]:
            rows = data.setdefault(table, [])
            own = 2 * number * rows_a_case.get(table, 0)
            if position is None or not rows:
                rows.append({**(rows[own] if rows else {}), **changes})
            else:
                rows[position + own].update(changes)
    return data


def test_a_submission_that_breaks_many_rules_is_judged_the_same_either_way(tmp_path, monkeypatch):
    folder = write_data(tmp_path / "in", spoilt_data(TOGETHER))
    reports, rounds = [], []

    def tell(message, *_):
        rounds.append(message)

    for select in (select_broken, select_alone):
        monkeypatch.setattr(validate, "select_broken", select)
        with open_submission([folder], "own", PERIOD, AGENCY) as submission:
            reports.append(validate.validate(submission, progress=tell))
    together, alone = reports
    assert together.to_dict() == alone.to_dict()
    assert together.quarantine_csv() == alone.quarantine_csv()
    assert sum(message.startswith("Mapping rows again") for message in rounds) >= 2 * 2
    broken = {finding.rule for finding in together.findings}
    forms = [rule for rule in rules() if rule.id in broken]
    assert sum(bool(rule.condition) for rule in forms) >= 10
    assert sum(bool(rule.order) for rule in forms) >= 5
    assert sum(not (rule.condition or rule.order) for rule in forms) >= 20
