"""The workbook opens in LibreOffice without a warning, and the numbers it shows there are those of the release."""

import csv
import subprocess
from pathlib import Path

import pytest

from reports.names import records
from reports.workbook import write_workbook
from tests.made_files import material_of
from tests.reports.workbooks import COVER, heading

EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1"
"""Comma, double quotes, UTF-8, texts in quotes, cells as they are held and not as they are shown, a file a sheet."""
NUMBERS = ("numerator", "denominator", "value", "lower", "upper")
HEADER = 3


@pytest.fixture(scope="module")
def opened(made_release, office, tmp_path_factory) -> dict[str, list[list[str]]]:
    """Sheet -> its rows, as LibreOffice holds them."""
    folder = tmp_path_factory.mktemp("office")
    material = material_of(made_release, "XAC")
    write_workbook(made_release, material, COVER, folder / "book.xlsx")
    ran = subprocess.run(
        [
            office,
            f"-env:UserInstallation=file://{folder}/settings",
            "--headless",
            "--convert-to",
            EVERY_SHEET,
            "--outdir",
            str(folder / "read"),
            str(folder / "book.xlsx"),
        ],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    # That Java is missing says something about this machine and nothing about the workbook.
    said = [line for line in ran.stderr.splitlines() if line and "javaldx" not in line]
    assert not said
    return {
        path.stem.removeprefix("book-"): list(csv.reader(path.open(encoding="utf-8", newline="")))
        for path in sorted(Path(folder / "read").iterdir())
    }


def rows_of(sheet: list[list[str]]) -> list[dict]:
    return [dict(zip(sheet[HEADER], row, strict=True)) for row in sheet[HEADER + 1 :]]


def number(cell: str) -> float:
    """A share is written with the percent sign that its format carries."""
    return float(cell.removesuffix("%")) / 100 if cell.endswith("%") else float(cell)


def test_every_sheet_is_there(opened):
    listed = {row["Sheet"] for row in rows_of(opened["Contents"])}
    assert {"Cover", "Contents", "Notes"} | listed == set(opened)


def test_numbers_are_those_of_the_release(opened, made_release):
    compared = 0
    for metric in sorted(set(made_release.results(jurisdiction="XAC")["metric_id"])):
        group = heading(made_release.definition(metric)["metric_group"])
        printed = [row for row in rows_of(opened[group]) if row["Metric id"] == metric]
        published = records(made_release.results(metric, jurisdiction="XAC"))
        assert len(printed) == len(published)
        for row, wanted in zip(printed, published, strict=True):
            assert row["Period start"] == f"{wanted['period_start']:%Y-%m-%d}"
            for column in NUMBERS:
                if wanted[column] is None:
                    assert row[heading(column)].startswith("[")
                else:
                    assert number(row[heading(column)]) == pytest.approx(wanted[column], rel=1e-12)
                    compared += 1
    assert compared > 500


def test_how_duties_stand_is_what_the_release_says(opened, made_release):
    held = records(made_release.table("compliance"))
    wanted = [
        (row["obligation_id"], row["aspect"], row["state"])
        for row in held
        if row["jurisdiction"] == "XAC"
    ]
    printed = rows_of(opened["Compliance"])
    assert [(row["Obligation id"], row["Aspect"], row["State"]) for row in printed] == wanted
    assert wanted
