"""The workbook holds every number of the release, can be computed with, and keeps the rules for tables."""

import pytest

from charts.format import BLANKS
from release.read import Release

NUMBERS = ("numerator", "denominator", "value", "lower", "upper", "bound_lower", "bound_upper")
FIRST_ROW = 4


def rows_of(sheet) -> list[dict]:
    header = [cell.value for cell in sheet[FIRST_ROW]]
    return [
        dict(zip(header, (cell.value for cell in row), strict=True))
        for row in sheet.iter_rows(min_row=FIRST_ROW + 1)
    ]


def heading(column: str) -> str:
    return column.replace("_", " ").capitalize()


def tables(workbook):
    return [sheet for sheet in workbook.worksheets if sheet.title != "Cover"]


def test_cover_contents_and_notes_come_first(workbook):
    assert workbook.sheetnames[:3] == ["Cover", "Contents", "Notes"]
    listed = [row["Sheet"] for row in rows_of(workbook["Contents"])]
    assert listed == workbook.sheetnames[3:]


def test_every_value_is_the_value_of_the_release(workbook, made_release: Release):
    compared = 0
    for definition in made_release.definitions().to_dict("records"):
        metric = definition["metric_id"]
        printed = rows_of(workbook[metric[:31]])
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


def test_a_blank_carries_the_mark_of_its_kind(workbook, made_release: Release):
    seen = set()
    for definition in made_release.definitions().to_dict("records"):
        metric = definition["metric_id"]
        printed = rows_of(workbook[metric[:31]])
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


def test_nothing_is_a_formula(workbook):
    for sheet in workbook.worksheets:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
