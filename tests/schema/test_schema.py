"""Promises of the case model: nothing in it can hold free text, and its declarations agree with each other."""

import re

import duckdb
import pytest

from data.schema import PATTERNS, SQL_TYPES, code_lists, create_statement, tables
from data.schema.model import PERSONAL_DATA
from data.store.seeds import seed_obligations

COLUMNS = [(table, column) for table in tables().values() for column in table.columns.values()]
NAMES = [f"{table.name}.{column.name}" for table, column in COLUMNS]


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=NAMES)
def test_string_column_cannot_hold_free_text(table, column):
    if column.type == "string":
        assert column.codes or column.pattern or column.references


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=NAMES)
def test_column_declaration_is_complete(table, column):
    assert column.type in SQL_TYPES
    assert column.personal_data in PERSONAL_DATA
    assert column.meaning.endswith(".")
    assert column.codes is None or column.codes in code_lists()
    assert column.codes_of is None or column.codes_of in code_lists()
    assert column.pattern is None or column.pattern in PATTERNS


@pytest.mark.parametrize("table", tables().values(), ids=lambda table: table.name)
def test_keys_and_references_exist(table):
    assert set(table.key) <= set(table.columns)
    for _, referenced_table, referenced_column in table.references():
        assert referenced_column in tables()[referenced_table].columns


@pytest.mark.parametrize("table", tables().values(), ids=lambda table: table.name)
def test_restricted_tables_say_what_bears_on_a_person(table):
    classes = {column.personal_data for column in table.columns.values()}
    assert table.kind != "case" or classes != {"none"}


def test_no_pattern_admits_a_sentence_or_a_name_where_case_data_stand():
    for text in ("She was taken from her village by a neighbour.", "Maria Lopez"):
        for table, column in COLUMNS:
            if table.kind == "case" and column.pattern:
                assert not re.fullmatch(PATTERNS[column.pattern], text), column


OF_RELEASES = set(
    "status compliance_state evidence_kind finding applies counts_as force_group "
    "statute_element new_method covered".split()
)
"""Vocabulary of results and of compliance, not of a submitted column."""


def test_prose_is_submitted_in_two_declared_columns_only():
    prose = {
        f"{table.name}.{column.name}"
        for table, column in COLUMNS
        if table.kind != "receipt" and column.pattern == "text"
    }
    assert prose == {"attestations.reason", "replies.reply"}


def test_several_codes_in_one_cell_stand_only_in_tables_of_our_own():
    for table, column in COLUMNS:
        assert (column.pattern == "lines") == (column.codes_of is not None), column
        assert column.codes_of is None or table.kind == "receipt", column


@pytest.mark.parametrize("name", ["obligations"])
def test_each_line_of_several_codes_is_a_code(name):
    connection = duckdb.connect()
    connection.execute(create_statement(tables()[name]))
    seed_obligations(connection, name)
    several = [column for column in tables()[name].columns.values() if column.codes_of]
    for column in several:
        rows = connection.execute(f"SELECT {column.name} FROM {name}").fetchall()
        lines = [value.split("\n") for (value,) in rows if value]
        assert all(len(codes) == len(set(codes)) for codes in lines)
        assert {code for codes in lines for code in codes} <= set(
            code_lists()[column.codes_of].codes
        )


GOOD_PROSE = [
    "The Act covers all of it.",
    "a\nb",
    "a\r\nb",
    "=1+1",
    "<b>law</b>",
    "закон",
    "x" * 1500,
]
BAD_PROSE = ["", "a\x00", "a\tb", "a\rb", "name@example.org", "x" * 1501, "a\u202eb", "1\u200b2"]


def test_prose_holds_printable_signs_and_line_breaks_and_nothing_else():
    form = re.compile(PATTERNS["text"])
    assert [text for text in GOOD_PROSE if not form.fullmatch(text)] == []
    assert [text for text in BAD_PROSE if form.fullmatch(text)] == []


def test_code_lists_are_all_used_and_name_their_standard():
    used = {name for _, column in COLUMNS for name in (column.codes, column.codes_of)}
    assert set(code_lists()) - used <= OF_RELEASES
    for code_list in code_lists().values():
        assert code_list.standard and code_list.codes


def test_forced_criminality_is_a_form_of_exploitation():
    assert "forced_criminality" in code_lists()["exploitation_form"].codes


def test_namibia_is_a_country_and_not_a_missing_value():
    assert code_lists()["country"].codes["NAM"].label == "Namibia"


def test_every_table_can_be_created():
    connection = duckdb.connect()
    for table in tables().values():
        connection.execute(create_statement(table))
    created = {row[0] for row in connection.execute("SHOW TABLES").fetchall()}
    assert created == set(tables())


def test_model_has_every_table_of_the_house():
    wanted = (
        "jurisdictions agencies obligations victims defendants case_victims case_defendants cases "
        "proceedings charges sentences events survey_invitations survey_responses assistance "
        "protection_measures compensation assets exits followups retrafficking "
        "cooperation_requests complaints audit_samples audit_findings attestations "
        "official_counts submissions reconsiderations interviews testimonies hearings detentions "
        "victim_penalties civil_claims restorative_offers returns recommendations "
        "statutory_reports agency_figures residents replies participations benchmarks"
    ).split()
    assert set(wanted) <= set(tables())
