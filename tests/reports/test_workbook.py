"""The workbook holds every number of the release, can be computed with, and keeps the rules for tables."""

from xml.etree import ElementTree
from zipfile import ZipFile

import pandas as pd
import pytest
from openpyxl import load_workbook

from charts.format import BLANKS
from languages import ENGLISH, known, speaking
from release.read import Release, open_release
from release.write import write_release
from reports.door.workbook import workbook_of
from reports.headings import HEADINGS, TABLES
from reports.reading import Reading
from tests.factory import RELEASED_ON, facts, made_up_tables
from tests.reports.workbooks import heading

NUMBERS = ("numerator", "denominator", "value", "lower", "upper", "bound_lower", "bound_upper")
FIRST_ROW = 4


def rows_of(sheet) -> list[dict]:
    header = [cell.value for cell in sheet[FIRST_ROW]]
    return [
        dict(zip(header, (cell.value for cell in row), strict=True))
        for row in sheet.iter_rows(min_row=FIRST_ROW + 1)
    ]


def tables(workbook):
    return [sheet for sheet in workbook.worksheets if sheet.title != "Cover"]


def results_of(workbook, release: Release, metric: str) -> list[dict]:
    """The rows of one metric, from the sheet of its group."""
    definition = release.definition(metric)
    sheet = workbook[heading(definition["metric_group"])]
    return [
        row for row in SHEETS.setdefault(id(sheet), rows_of(sheet)) if row["Metric id"] == metric
    ]


SHEETS: dict[int, list[dict]] = {}
"""Rows of sheets that were read before."""


@pytest.fixture(scope="module")
def told(made_release) -> list[str]:
    """The metrics that have results."""
    held = set(made_release.results()["metric_id"])
    return [name for name in made_release.definitions()["metric_id"] if name in held]


def test_cover_contents_and_notes_come_first(workbook, told, made_release):
    assert workbook.sheetnames[:3] == ["Cover", "Contents", "Notes"]
    listed = rows_of(workbook["Contents"])
    assert list(dict.fromkeys(row["Sheet"] for row in listed)) == workbook.sheetnames[3:]
    where = {row["Holds"]: row["Sheet"] for row in listed}
    for metric in told:
        definition = made_release.definition(metric)
        assert where[definition["title"]] == heading(definition["metric_group"])


def test_metrics_share_sheets_and_the_first_metrics_come_first(workbook, made_release, told):
    assert len(workbook.sheetnames) < len(told)
    headline = made_release.definitions().set_index("title")["headline"]
    for sheet in workbook.worksheets[3:]:
        if sheet.tables[next(iter(sheet.tables))].name.startswith("table_results"):
            order = [
                headline[title] for title in dict.fromkeys(r["Metric"] for r in rows_of(sheet))
            ]
            assert order == sorted(order, reverse=True), sheet.title


def test_every_value_is_the_value_of_the_release(workbook, made_release: Release, told):
    compared = 0
    for metric in told:
        printed = results_of(workbook, made_release, metric)
        published = made_release.results(metric).astype(object)
        published = published.where(published.notna(), None).to_dict("records")
        assert len(printed) == len(published)
        for row, wanted in zip(printed, published, strict=True):
            assert row["Jurisdiction"] == wanted["jurisdiction"]
            assert row["Period start"].date() == wanted["period_start"].date()
            for column in NUMBERS:
                if wanted[column] is not None:
                    assert row[heading(column)] == pytest.approx(wanted[column], rel=1e-14)
                    compared += 1
                else:
                    assert str(row[heading(column)]).startswith("[")
    assert compared > 2000


@pytest.mark.parametrize("name", ["comparisons", "disparities", "trends"])
def test_comparisons_are_those_of_the_release(workbook, made_release, name):
    printed = rows_of(workbook[heading(name)])
    table = made_release.table(name)
    assert len(printed) == len(table)
    column = "numerator" if name != "disparities" else "reference_numerator"
    known = [
        row[heading(column)] for row in printed if not str(row[heading(column)]).startswith("[")
    ]
    assert sum(known) == pytest.approx(table[column].sum())
    assert len(known) == table[column].notna().sum()
    assert {row["Metric id"] for row in printed} == set(table["metric_id"])


def test_comparisons_of_one_place_are_its_own(place_reports):
    workbook = load_workbook(place_reports[1])
    for name in ("Comparisons", "Disparities", "Trends"):
        assert {row["Jurisdiction"] for row in rows_of(workbook[name])} == {"XAC"}


def test_a_comparison_without_a_number_says_why(workbook):
    notes = {row["Mark"] for row in rows_of(workbook["Notes"])}
    for row in rows_of(workbook["Disparities"]):
        if str(row["Difference"]).startswith("["):
            assert row["Difference"] in notes
            assert not row["Reason"].startswith("[")


def test_every_row_carries_its_counterpart(workbook, made_release: Release, told):
    for metric in told:
        definition = made_release.definition(metric)
        pair = made_release.definition(definition["pair"])["title"]
        printed = results_of(workbook, made_release, metric)
        assert {row["Pair"] for row in printed} == {pair}
        assert all("Pair value" in row and "Pair lower" in row for row in printed)


def test_values_are_written_in_the_unit_of_their_metric(workbook, made_release):
    wanted = {
        "share": "0.0%",
        "days": '#,##0" days"',
        "months": '0.0" months"',
        "count": "#,##0",
    }
    units = made_release.definitions().set_index("metric_id")["value_unit"]
    seen = set()
    for sheet in workbook.worksheets[3:]:
        header = [cell.value for cell in sheet[FIRST_ROW]]
        if "Pair value" not in header:
            continue
        metric, value = header.index("Metric id"), header.index("Value")
        for row in sheet.iter_rows(min_row=FIRST_ROW + 1):
            unit = units[row[metric].value]
            if unit in wanted and not str(row[value].value).startswith("["):
                assert row[value].number_format == wanted[unit]
                seen.add(unit)
    assert seen == set(wanted)


def test_a_blank_carries_the_mark_of_its_kind(workbook, made_release: Release, told):
    seen = set()
    for metric in told:
        printed = results_of(workbook, made_release, metric)
        for row, code in zip(printed, made_release.results(metric)["blank"], strict=True):
            if isinstance(code, str):
                assert row["Value"] == BLANKS[code].shorthand
                assert row["Blank"] == BLANKS[code].label
                seen.add(code)
            else:
                assert isinstance(row["Value"], int | float)
    assert seen == set(BLANKS)
    notes = {row["Mark"]: row["Meaning"] for row in rows_of(workbook["Notes"])}
    assert all(blank.shorthand in notes for blank in BLANKS.values())


def test_no_cell_is_merged_and_no_cell_of_a_table_is_empty(workbook):
    for sheet in workbook.worksheets:
        assert not sheet.merged_cells.ranges
        for row in sheet.iter_rows(max_col=1):
            assert row[0].value not in (None, ""), (sheet.title, row[0].row)
    for sheet in tables(workbook):
        for row in sheet.iter_rows(min_row=FIRST_ROW):
            assert all(cell.value not in (None, "") for cell in row), (sheet.title, row[0].row)


def test_each_sheet_has_one_named_table_with_unique_headings(workbook):
    names = []
    for sheet in tables(workbook):
        (table,) = sheet.tables.values()
        names.append(table.name)
        assert table.ref == f"A{FIRST_ROW}:{sheet.dimensions.split(':')[1]}"
        headings = [cell.value for cell in sheet[FIRST_ROW]]
        assert len(set(headings)) == len(headings)
        assert sheet.freeze_panes == f"A{FIRST_ROW + 1}"
    assert len(set(names)) == len(names)


def test_every_sheet_says_synthetic(workbook):
    for sheet in workbook.worksheets:
        above = [str(cell.value) for (cell,) in sheet.iter_rows(max_row=FIRST_ROW, max_col=1)]
        assert any("SYNTHETIC" in text for text in above), sheet.title


def test_every_duty_stands_with_its_state_its_grade_and_its_evidence(workbook, made_release):
    held = made_release.table("compliance").astype(object)
    held = held.where(held.notna(), None).to_dict("records")
    duties = made_release.table("obligations").set_index("obligation_id")["duty"]
    words = made_release.table("vocabulary").query("list == 'compliance_state'")
    words = words.set_index("code")["label"]
    printed = rows_of(workbook["Compliance"])
    assert len(printed) == len(held) > 0
    for row, wanted in zip(printed, held, strict=True):
        assert row["State"] == wanted["state"]
        assert row["State in words"] == words[wanted["state"]]
        assert row["Duty"] == duties[wanted["obligation_id"]]
        assert row["Because"] == wanted["because"]
        assert row["Best grade"] == (wanted["best_grade"] or "[z]")
        assert row["Evidence ids"] == (wanted["evidence_ids"] or "[z]")


@pytest.mark.parametrize(
    "name", ["compliance_summary", "compliance_evidence", "replies", "statutes", "participations"]
)
def test_what_the_duties_rest_on_is_there_row_by_row(workbook, made_release, name):
    held = made_release.table(name)
    printed = rows_of(workbook[heading(name)])
    assert len(printed) == len(held) > 0
    for column in ("jurisdiction", "obligation_id", "item", "reply", "title"):
        if column in held:
            assert [row[heading(column)] for row in printed] == [
                each if isinstance(each, str) else "[z]" for each in held[column]
            ]


def test_links_of_the_contents_lead_to_their_sheets(workbook):
    links = [link for row in workbook["Contents"] for cell in row if (link := cell.hyperlink)]
    led = [link.location.rpartition("!")[0].strip("'") for link in links]
    assert list(dict.fromkeys(led)) == workbook.sheetnames[3:]


@pytest.fixture(scope="module")
def release_with_a_silent_place(tmp_path_factory):
    tables = {name: table.copy() for name, table in made_up_tables().items()}
    silent = {"jurisdiction": "XAZ", "name": "Zembla", "kind": "fictional"}
    tables["jurisdictions"] = pd.concat([tables["jurisdictions"], pd.DataFrame([silent])])
    folder = write_release(tmp_path_factory.mktemp("silent"), tables, facts(RELEASED_ON, tables))
    with open_release(folder) as release:
        yield release


def test_a_group_has_the_rows_of_its_places_and_no_others(made_release, tmp_path):
    workbook_of(Reading(made_release), ("XAA", "XAC"), tmp_path / "group.xlsx")
    workbook = load_workbook(tmp_path / "group.xlsx")
    for name in ("Identification", "Disparities", "Compliance", "Submissions"):
        assert {row["Jurisdiction"] for row in rows_of(workbook[name])} == {"XAA", "XAC"}
    held = made_release.results()
    held = held[held["jurisdiction"].isin(["XAA", "XAC"])]
    printed = [
        len(rows_of(sheet))
        for sheet in workbook.worksheets
        if any(name.startswith("table_results") for name in sheet.tables)
    ]
    assert sum(printed) == len(held)


def test_a_silent_place_has_a_workbook_that_says_so(release_with_a_silent_place, tmp_path):
    workbook_of(Reading(release_with_a_silent_place), "XAZ", tmp_path / "silent.xlsx")
    workbook = load_workbook(tmp_path / "silent.xlsx")
    assert "Zembla" in [cell.value for (cell,) in workbook["Cover"].iter_rows(max_col=1)]
    assert "no zero" in workbook["Results"]["A2"].value
    assert [list(row) for row in rows_of(workbook["Results"])] == [["Nothing to show"]]
    assert list(rows_of(workbook["Compliance"])[0]) == ["Nothing to show"]
    assert rows_of(workbook["Vocabulary"])


def test_the_same_release_makes_the_same_bytes(made_release, tmp_path):
    for name in ("one", "two"):
        workbook_of(Reading(made_release), "XAB", tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_every_part_of_the_package_is_sound(made_release, tmp_path):
    """What a strict program would offer to repair: broken markup, columns called otherwise than their heads."""
    workbook_of(Reading(made_release), "XAB", tmp_path / "book.xlsx")
    with ZipFile(tmp_path / "book.xlsx") as package:
        for name in package.namelist():
            ElementTree.fromstring(package.read(name))
    for sheet in tables(load_workbook(tmp_path / "book.xlsx")):
        (table,) = sheet.tables.values()
        assert [column.name for column in table.tableColumns] == [c.value for c in sheet[FIRST_ROW]]
        assert table.autoFilter.ref == table.ref


def test_other_languages_keep_headings_apart(made_release, tmp_path):
    for language in set(known()) - {ENGLISH}:
        with speaking(language):
            workbook_of(Reading(made_release), "XAC", tmp_path / "said.xlsx")
        for sheet in load_workbook(tmp_path / "said.xlsx").worksheets[1:]:
            told = [str(cell.value).lower() for cell in sheet[FIRST_ROW]]
            assert len(set(told)) == len(told), (language, sheet.title)
            assert sheet.tables


def test_every_heading_can_be_translated(workbook):
    listed = set(HEADINGS) | set(TABLES)
    for sheet in workbook.worksheets[3:]:
        for told in (cell.value.removesuffix(" in words") for cell in sheet[FIRST_ROW]):
            assert told in listed | {"Nothing to show"}, (sheet.title, told)


def test_nothing_is_a_formula(workbook):
    for sheet in workbook.worksheets:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
