"""What a release says of duties in codes is explained by the release itself: codebook, vocabulary, ids."""

import pytest

from compliance.columns import CODES
from release.read import open_release
from tests.doors.test_compliance_order import NAMES

ALL = {("compliance_summary", "aspect"), ("coder_agreement", "aspect")}
"""Table and column in which `all` stands for every code together."""
REFERENCES = {
    "obligation_id": "obligations.obligation_id",
    "instrument": "instruments.instrument",
    "rule": "compliance_rules.rule",
    "rule_now": "compliance_rules.rule",
    "metric_id": "definitions.metric_id",
    "jurisdiction": "jurisdictions.jurisdiction",
}
"""Column -> the column that holds all its values."""


@pytest.fixture(scope="module")
def second(turns):
    with open_release(turns.second) as opened:
        yield opened


def values(release, table: str, column: str) -> set:
    """What stands in a column, empty cells left out."""
    return set(release.table(table)[column].dropna())


def coded(release) -> list[tuple[str, str, str]]:
    """(table, column, code list) of every column of compliance, and of duties and places, that has one."""
    book = release.table("codebook").dropna(subset="codes")
    book = book[book["table_name"].isin((*NAMES, "obligations", "jurisdictions", "agencies"))]
    return list(book[["table_name", "column_name", "codes"]].itertuples(index=False, name=None))


def test_every_code_is_in_the_list_that_the_codebook_names(second):
    words = second.table("vocabulary")
    lists = words.groupby("list")["code"].agg(set)
    columns = coded(second)
    assert len(columns) > 35
    for table, column, name in columns:
        allowed = lists[name] | ({"all"} if (table, column) in ALL else set())
        assert values(second, table, column) <= allowed, (table, column, name)
    assert set(words.loc[words["list"] == "compliance_state", "label"]) >= {"Gap found", "Stale"}


def test_every_column_of_few_words_has_its_list(second):
    """So that no column of codes is forgotten."""
    told = {(table, column) for table, column, _ in coded(second)}
    assert {
        ("compliance", "state"),
        ("compliance", "applies"),
        ("compliance_evidence", "finding"),
        ("compliance_changes", "state_now"),
        ("compliance_summary", "force_group"),
        ("obligations", "force"),
        ("statutes", "covered"),
    } <= told
    assert {table for table in CODES} <= set(NAMES)


@pytest.mark.parametrize("table", NAMES)
def test_every_name_leads_to_its_row(second, table):
    for column in second.table(table).columns:
        if place := REFERENCES.get(column):
            known = values(second, *place.split("."))
            assert values(second, table, column) <= known, (table, column)


def test_evidence_that_a_state_or_a_change_names_is_there(second):
    ids = values(second, "compliance_evidence", "evidence_id")
    named = values(second, "compliance", "evidence_ids")
    named |= values(second, "compliance_changes", "evidence_added")
    assert named and {one for lines in named for one in lines.split("\n")} <= ids
