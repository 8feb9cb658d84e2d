"""A wrong mapping is explained: every mistake at once, each with its key and the nearest name."""

import pytest

from data.intake.mapping import load_mapping, mapping_names, read_mapping
from data.intake.problems import IntakeError
from tests.intake.layouts import HEAD, submit

FILE = '[[file]]\nid = "people"\nname = "people*.csv"\n'
TABLE = '[[table]]\ninto = "defendants"\nfrom = "people"\n[table.columns]\n'


def problems(text):
    with pytest.raises(IntakeError) as caught:
        read_mapping(text, "test")
    return {one.key: str(one) for one in caught.value.problems}


def test_every_mapping_of_the_project_is_sound():
    assert mapping_names()
    for name in mapping_names():
        assert load_mapping(name).tables


def test_all_mistakes_are_told_at_once():
    found = problems(
        'titel = "T"\nscope = "traficking"\nmissing = [1]\nas_of = "2020"\n'
        '[constants]\njurisdicton = "XAA"\n'
        + FILE
        + 'sheeet = 2\n[[file.exclude]]\nrule = "r"\nwhere = "[a] = "\n'
        + TABLE
        + 'defendant_id = "id"\nsexx = "s"\n'
        "sex = { from = 'g', formula = '1' }\nage_band = { from = 'a', codes = { x = '0-9' } }\n"
    )
    assert "Did you mean 'title'?" in found["titel"]
    assert "Did you mean 'trafficking'?" in found["scope"]
    assert "Did you mean 'jurisdiction'?" in found["constants.jurisdicton"]
    assert "Did you mean 'sheet'?" in found["file[1].sheeet"]
    assert "Did you mean 'sex'?" in found["table[1].columns.sexx"]
    assert "exactly one of from, formula and value" in found["table[1].columns.sex"]
    assert "age_band" in found["table[1].columns.age_band.codes.x"]
    assert "end of the formula" in found["file[1].exclude[1].where"]
    assert found.keys() >= {"title", "missing", "as_of", "file[1].exclude[1].because"}
    assert "table[1].columns.jurisdiction" in found


@pytest.mark.parametrize(
    ("columns", "key", "said"),
    [
        ('sex = { value = "man" }', "sex.value", "no code of the list sex"),
        ("sex = { formula = \"if([a] = 1, 'male', 'femal')\" }", "sex.formula", "'female'"),
        ('sex = { from = "g", codes = "sexes" }', "sex.codes", "[lists.sexes]"),
        ('sex = { from = "g", otherwise = "male" }', "sex.otherwise", "belongs to codes"),
        ('sex = { from = "g", number = true }', "sex.number", "no number column"),
        ('sex = { from = "g", dates = ["%Y"] }', "sex.dates", "no date column"),
        ('is_legal_person = { value = "maybe" }', "is_legal_person.value", "true or false"),
        ("sex = { from = 3 }", "sex.from", "expected a text, found a whole number"),
        ("sex = 3", "sex", "expected a table of keys"),
    ],
)
def test_a_column_is_held_against_its_declaration(columns, key, said):
    found = problems(HEAD + FILE + TABLE + f'defendant_id = "id"\n{columns}\n')
    assert said in found[f"table[1].columns.{key}"]


def test_dates_and_patterns_are_tried_before_a_file_is_read():
    found = problems(
        HEAD + FILE + "[file.derive]\nday = \"date([d], '%Q')\"\nx = \"matches([d], '(')\"\n"
        '[[table]]\ninto = "events"\nfrom = "people"\nrepeat_headings = "("\n[table.columns]\n'
        'event_id = "id"\nsubject_id = "id"\nsubject_kind = { value = "case" }\n'
        'event = { value = "opened" }\noccurred_on = { from = "d", dates = ["DD.MM.YYYY"] }\n'
    )
    assert "no date format" in found["file[1].derive.day"]
    assert "no pattern" in found["file[1].derive.x"]
    assert "%d/%m/%Y" in found["table[1].columns.occurred_on.dates"]
    assert "table[1].repeat_headings" in found


def test_parts_that_fill_one_table_must_merge_alike():
    part = TABLE + 'defendant_id = "id"\n'
    found = problems(
        HEAD + FILE + part + part.replace("[table.columns]", "merge = true\n[table.columns]")
    )
    assert "table[1]" in found["table[2]"]


def test_a_group_check_may_only_name_what_it_groups_by_outside_sums():
    check = '[[check]]\nrule = "r"\nfile = "people"\nbecause = "b"\ngroup_by = ["g"]\nassert = "[x] = sum([y])"\n'
    found = problems(HEAD + FILE + check + TABLE + 'defendant_id = "id"\n')
    assert "group_by" in found["check[1].assert"]


def test_headings_that_the_file_lacks_are_named_with_the_nearest_one(tmp_path):
    mapping = HEAD + FILE + TABLE + 'defendant_id = "Persn ID"\nsex = { formula = "[Gender]" }\n'
    with pytest.raises(IntakeError) as caught:
        submit(tmp_path, mapping, people="Person ID,Gendr\n1,male\n")
    said = {one.key: str(one) for one in caught.value.problems}
    assert "Did you mean 'Person ID'?" in said["table[1].columns.defendant_id.from"]
    assert "Did you mean 'Gendr'?" in said["table[1].columns.sex.formula"]


def test_an_unknown_mapping_and_broken_toml_are_explained(tmp_path):
    with pytest.raises(IntakeError, match="us_federal_ht_cases"):
        load_mapping("us_federal_ht_case")
    with pytest.raises(IntakeError, match="not a TOML file"):
        read_mapping("title = ", "broken")
    with pytest.raises(IntakeError, match="cannot be opened"):
        load_mapping(tmp_path / "none.toml")


BEGUN = HEAD + FILE + TABLE + 'defendant_id = "id"\n'


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        (BEGUN.replace("[[table]]", "[table]"), "table", "Write [[table]]"),
        (BEGUN.replace("[table.columns]\n", ""), "table[1].defendant_id", "[table.columns]"),
        ('[constants]\ntitle = "T"\n', "constants.title", "above the first [section]"),
        (BEGUN.replace('"XAA"', '"Fictia"'), "constants.jurisdiction", "does not have the form"),
        ("missing = -99\n" + BEGUN, "missing", 'as in ["-99"]'),
        (BEGUN.replace("[table.col", 'split = "a"\n[table.col'), "table[1].split", "table of keys"),
        (BEGUN.replace("[table.col", "split = {}\n[table.col"), "table[1].split.by", "between"),
    ],
)
def test_slips_of_beginners_are_answered_with_what_to_write(text, key, said):
    assert said in problems(text)[key]


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("[a] == 'x'", "== is written ="),
        ("[a] = 'x' && [b] = 'y'", "&& is written and"),
        ("[a] = ''", "is missing"),
        ("[a] + 'x' = 3", "& joins texts"),
        ("fill_down(count(per [a])) = 1", "derive it"),
        ("count(per [a]) = sum(fill_down(number([a])) per [b])", "derive the inner"),
        ("lookup('people', 'a', 'b', [a]) = 'x'", "never by a rule that leaves rows out"),
    ],
)
def test_slips_in_formulas_are_answered_with_what_to_write(formula, said):
    exclude = f'[[file.exclude]]\nrule = "r"\nbecause = "b"\nwhere = "{formula}"\n'
    found = problems(HEAD + FILE + exclude + TABLE + 'defendant_id = "id"\n')
    assert said in found["file[1].exclude[1].where"]


def test_repeats_without_items_are_explained(tmp_path):
    repeated = BEGUN.replace("[table.col", 'repeat_headings = "victim([0-9])_sex"\n[table.col')
    for mapping, said in (
        (repeated, "no heading of the file matches"),
        (BEGUN + 'sex = { from = "victim{item}_sex" }\n', "give the table repeat"),
    ):
        with pytest.raises(IntakeError, match=said):
            submit(tmp_path, mapping, people="id,victim1sex\n1,male\n")


def test_one_header_row_may_be_written_as_a_number(tmp_path):
    mapping = BEGUN.replace("[[table]]", "header_rows = 2\n[[table]]")
    assert submit(tmp_path, mapping, people="A banner\nid\n1\n").counts().accepted == 1


def test_a_heading_with_brackets_can_be_named(tmp_path):
    mapping = BEGUN.replace("[[table]]", '[file.derive]\nshare = "[Anteil [%]]]"\n[[table]]')
    found = submit(tmp_path, mapping, people="id,Anteil [%]\n1,5\n")
    assert found.con.execute("SELECT share FROM working.people").fetchall() == [("5",)]


@pytest.mark.parametrize("name", ["ID", "Row", "file"])
def test_a_derived_column_may_not_hide_another_whatever_the_case(tmp_path, name):
    mapping = BEGUN.replace("[[table]]", f"[file.derive]\n{name} = \"[id] & 'x'\"\n[[table]]")
    with pytest.raises(IntakeError, match="derive under another name"):
        submit(tmp_path, mapping, people="id\n1\n")
