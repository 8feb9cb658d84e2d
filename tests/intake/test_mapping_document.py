"""The worked mapping of docs/mapping.md does what the document says, and the document names every key."""

import csv
import datetime
import io
import re
from dataclasses import fields
from pathlib import Path

import pytest

from data.intake.formula_aggregates import AGGREGATES
from data.intake.formula_columns import COLUMN_FUNCTIONS
from data.intake.formula_functions import FUNCTIONS
from data.intake.specification import FileSpecification
from tests.intake.layouts import findings, rows, submit

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "mapping.md").read_text("utf-8")
BLOCKS = dict(re.findall(r"^```(.+)\n((?:.*\n)*?)```$", DOCUMENT, re.MULTILINE))


@pytest.fixture
def worked(tmp_path):
    period = (datetime.date(2022, 1, 1), datetime.date(2023, 12, 31))
    with submit(tmp_path, BLOCKS["toml"], period, courts=BLOCKS["csv"]) as submission:
        yield submission


@pytest.mark.parametrize("table", ["agencies", "official_counts"])
def test_the_worked_mapping_makes_the_rows_that_are_printed(worked, table):
    [heading, *printed] = csv.reader(io.StringIO(BLOCKS[f"csv {table}"]))
    made = rows(worked, f"SELECT {', '.join(heading)} FROM mapped.{table} ORDER BY 1, 2")
    assert [["" if one is None else str(one) for one in row] for row in made] == printed


def test_the_worked_mapping_accounts_for_every_row(worked):
    counts = worked.counts()
    said = re.search(r"(\d+) received, (\d+) accepted, (\d+) quarantined, (\d+) excluded", DOCUMENT)
    assert [int(number) for number in said.groups()] == [
        counts.received,
        counts.accepted,
        counts.quarantined,
        counts.excluded,
    ]
    assert findings(worked) == []


def test_the_checks_of_the_worked_mapping_can_fail(tmp_path):
    wrong = BLOCKS["csv"].replace("2514\nSouth", "2515\nSouth").replace("1322", "1321")
    with submit(tmp_path, BLOCKS["toml"], courts=wrong) as submission:
        assert findings(submission)[:2] == [
            ("both_years_add_up", "fail", None, 3),
            ("total_of_2023", "review", None, 3),
        ]


@pytest.mark.parametrize(
    "name",
    [
        *(f"`{field.name}`" for field in fields(FileSpecification)),
        *(f"{name}(" for name in (*FUNCTIONS, *COLUMN_FUNCTIONS, *AGGREGATES)),
    ],
)
def test_every_key_and_function_is_documented(name):
    assert name in DOCUMENT
