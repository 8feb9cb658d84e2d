"""Rules asked together are found broken exactly where each asked alone is, in every round."""

import pytest

import validations.validate as validate
from data.intake.submission import open_submission
from data.store import Known
from tests.validations.good_data import AGENCY, PERIOD, good_data, write_data
from tests.validations.mapped_data import mapped_database
from tests.validations.rule_examples import EXAMPLES
from tests.validations.test_rules import SUBMISSION, edited
from validations.asking import select_broken
from validations.validate import rules

EVERY_TABLE = Known().filled_tables()


def select_alone(con, asked, known_tables):
    """What the shortcut must agree with: each rule's own query."""
    return [rule for rule in asked if con.execute(rule.query).fetchone()]


@pytest.mark.parametrize("rule_id", sorted(EXAMPLES))
def test_rules_asked_together_are_broken_where_each_alone_is(rule_id):
    edits, _ = EXAMPLES[rule_id]
    con, _ = mapped_database(edited(edits), SUBMISSION)
    with con:
        alone = select_alone(con, rules(), EVERY_TABLE)
        assert rule_id in {rule.id for rule in alone}
        assert select_broken(con, rules(), EVERY_TABLE) == alone


def spoilt_data() -> dict[str, list[dict]]:
    """Good data in which each example spoils two cases of its own.

    Places and agencies stay whole: all else would fall with them.
    """
    data = good_data(cases=2 * len(EXAMPLES))
    rows_a_case = {table: len(rows) // (2 * len(EXAMPLES)) for table, rows in data.items()}
    for number, (edits, _) in enumerate(EXAMPLES.values()):
        for table, position, changes in edits:
            if table in ("jurisdictions", "agencies"):
                continue
            rows = data.setdefault(table, [])
            if position is None or not rows:
                rows.append({**(rows[0] if rows else {}), **changes})
            else:
                rows[position + 2 * number * rows_a_case[table]].update(changes)
    return data


def test_a_submission_that_breaks_many_rules_is_judged_the_same_either_way(tmp_path, monkeypatch):
    folder = write_data(tmp_path / "in", spoilt_data())
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
