"""Cells with several values, values carried down, notes narrower than the table, checks nobody could apply."""

import datetime

import pytest

from data.intake.problems import IntakeError
from tests.intake.layouts import HEAD, counts, findings, rows, submit

FILE = HEAD + '[[file]]\nid = "people"\nname = "people.csv"\n'
VICTIMS = '[[table]]\ninto = "{}"\nfrom = "people"\n{}[table.columns]\nvictim_id = "id"\n'


def test_split_keeps_the_row_whole_when_one_value_cannot_be_read(tmp_path):
    mapping = FILE + VICTIMS.format(
        "victim_means_of_control", 'split = { column = "means", by = ";" }\n'
    )
    mapping += 'means_of_control = { from = "means", codes = { debt = "debt_bondage", beat = "physical_abuse" } }\n'
    text = "id,means\n1,debt;;debt; beat\n2,debt;magic\n"
    found = submit(tmp_path, mapping, people=text)
    assert rows(
        found, "SELECT victim_id, means_of_control FROM mapped.victim_means_of_control"
    ) == [
        ("1", "debt_bondage"),
        ("1", "physical_abuse"),
    ]
    assert findings(found) == [("unknown_code", "fail", "means_of_control", 3)]
    assert counts(found) == (1, 1, 0)


def test_split_takes_missing_tokens_one_by_one_and_empty_cells_as_one_row(tmp_path):
    mapping = FILE + VICTIMS.format(
        "victim_means_of_control", 'split = { column = "means", by = ["; ", "|"] }\n'
    )
    mapping += 'means_of_control = { from = "means", codes = { debt = "debt_bondage" }, blank = "other" }\n'
    found = submit(tmp_path, mapping, people="id,means\n1,debt|NA\n2,\n3,; |\n")
    assert rows(
        found, "SELECT victim_id, means_of_control FROM mapped.victim_means_of_control"
    ) == [("1", "debt_bondage"), ("1", "other"), ("2", "other"), ("3", "other")]


def test_split_of_a_column_that_is_not_there_is_explained(tmp_path):
    mapping = FILE + VICTIMS.format("victims", 'split = { column = "Means", by = ";" }\n')
    mapping += 'sex = { value = "unknown" }\nage_band = { value = "unknown" }\n'
    mapping += (
        'citizenship_group = { value = "unknown" }\nexploitation_form = { value = "unknown" }\n'
    )
    with pytest.raises(IntakeError, match=r"table.1..split.column.*Did you mean 'means'"):
        submit(tmp_path, mapping, people="id,means\n1,a\n")


def test_fill_down_sees_excluded_rows_and_may_decide_what_is_excluded(tmp_path):
    mapping = (
        FILE
        + '[[file.exclude]]\nrule = "region"\nwhere = "[n] is missing"\nbecause = "A heading."\n'
        + '[[file.exclude]]\nrule = "old"\nwhere = "[region] = \'Old\'"\nbecause = "Closed."\n'
        + '[file.derive]\nregion = "fill_down(if([n] is missing, [place], missing))"\n'
        + '[[table]]\ninto = "cases"\nfrom = "people"\n[table.columns]\n'
        + "case_id = { formula = \"[region] & '-' & [place]\" }\n"
    )
    text = "place,n\nNorth,\na,1\nb,2\nOld,\nc,3\nSouth,\na,4\n"
    found = submit(tmp_path, mapping, people=text)
    assert rows(found, "SELECT case_id FROM mapped.cases") == [
        ("North-a",),
        ("North-b",),
        ("South-a",),
    ]
    assert counts(found) == (3, 0, 4)


def test_a_narrow_row_is_quarantined_unless_a_rule_leaves_it_out(tmp_path):
    exclude = '[[file.exclude]]\nrule = "note"\nwhere = "[id] = \'Note\'"\nbecause = "A note."\n'
    table = (
        '[[table]]\ninto = "defendants"\nfrom = "people"\n[table.columns]\ndefendant_id = "id"\n'
    )
    text = "id,sex\n1,m\nNote\n2\n"
    assert counts(submit(tmp_path, FILE + table, people=text)) == (1, 2, 0)
    found = submit(tmp_path, FILE + exclude + table, people=text)
    assert counts(found) == (1, 1, 1)
    states = 'SELECT "row", state, rule FROM source_rows ORDER BY 1'
    assert rows(found, states) == [
        (2, "received", None),
        (3, "excluded", "note"),
        (4, "quarantined", "row_width"),
    ]


def test_a_damaged_row_does_not_make_a_repetition_of_the_next(tmp_path):
    mapping = (
        FILE
        + '[[file.exclude]]\nrule = "again"\nwhere = "{row} > min({row} per [id])"\nbecause = "Repeated."\n'
        + '[[table]]\ninto = "defendants"\nfrom = "people"\n[table.columns]\ndefendant_id = "id"\n'
    )
    found = submit(tmp_path, mapping, people="id,sex\n1\n1,m\n1,m\n")
    assert counts(found) == (1, 1, 1)


@pytest.mark.parametrize("group", ["", 'group_by = ["sex"]\n'])
def test_a_check_that_could_nowhere_be_judged_does_not_pass_in_silence(tmp_path, group):
    table = (
        '[[table]]\ninto = "defendants"\nfrom = "people"\n[table.columns]\ndefendant_id = "id"\n'
    )
    check = f'[[check]]\nrule = "total"\nfile = "people"\n{group}because = "b"\n'
    check += "assert = \"sum([n]) = sum([n] where [id] = '{}')\"\n"
    text = "id,sex,n\n1,m,2\nTotal,m,2\n"
    found = submit(tmp_path, FILE + check.format("Totl") + table, people=text)
    assert findings(found) == [("check_not_applied", "review", None, None)]
    found = submit(tmp_path, FILE + check.format("1") + table, people=text)
    assert [one[:2] for one in findings(found)] == [("total", "fail")] * 2


def test_a_row_check_that_could_nowhere_be_judged_is_told_as_well(tmp_path):
    check = '[[file.check]]\nrule = "sum"\nbecause = "b"\nassert = "[n] = 1"\n'
    table = (
        '[[table]]\ninto = "defendants"\nfrom = "people"\n[table.columns]\ndefendant_id = "id"\n'
    )
    found = submit(tmp_path, FILE + check + table, people="id,n\n1,one\n2,two\n")
    assert findings(found) == [("check_not_applied", "review", None, None)]


def test_a_year_of_two_digits_is_never_read_as_one_of_four(tmp_path):
    table = (
        '[[table]]\ninto = "events"\nfrom = "people"\n[table.columns]\nevent_id = "id"\nsubject_id = "id"\n'
        'subject_kind = { value = "case" }\nevent = { value = "opened" }\n'
        'occurred_on = { from = "d", dates = ["%d.%m.%Y", "%d.%m.%y"] }\n'
    )
    mapping = FILE + "[file.derive]\nwrong = \"date([d], '%d.%m.%Y')\"\n" + table
    found = submit(tmp_path, mapping, people="id,d\n1,01.02.19\n2,01.02.2019\n")
    assert (
        rows(found, "SELECT occurred_on FROM mapped.events") == [(datetime.date(2019, 2, 1),)] * 2
    )
    assert rows(found, "SELECT wrong FROM working.people ORDER BY row_id") == [
        (None,),
        (datetime.date(2019, 2, 1),),
    ]
