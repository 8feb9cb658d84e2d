"""What compliance is told of a case store: tables about places and duties, none about people."""

from data.schema import tables
from release.compliance import STATED


def test_only_reference_tables_are_handed_over():
    assert {name: tables()[name].kind for name in STATED} == dict.fromkeys(STATED, "reference")


def test_no_column_of_theirs_is_about_a_person_but_who_coded():
    of_persons = {
        f"{name}.{column.name}"
        for name in STATED
        for column in tables()[name].columns.values()
        if column.personal_data != "none"
    }
    assert of_persons <= {"attestations.coder"}
