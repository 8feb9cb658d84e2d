"""PDF and workbook say how people are protected, as the release holds it; older releases say what they lack."""

import shutil

import pytest
from openpyxl import load_workbook

from charts import protection as words
from charts.format import BLANKS, PUBLIC_FACT
from release.read import open_release
from reports.blocks import Bullets, Paragraph, Table
from reports.national import national_report
from reports.protection_section import protection_section
from reports.reading import Reading
from reports.subject import subject
from tests.factory_protection import COARSENED, add_marks, add_protection
from tests.made_files import made_files
from tests.reports.test_workbook import rows_of

SHEETS = (
    "Shown and hidden",
    "Audits",
    "Detail told",
    "Policy",
    "Research notes",
    "Research utility",
)


@pytest.fixture(scope="module")
def newer(made_release, tmp_path_factory):
    """The made-up release as later ones are."""
    folder = tmp_path_factory.mktemp("protected") / "release"
    shutil.copytree(made_release.path, folder)
    add_marks(folder)
    add_protection(folder)
    with open_release(folder) as release:
        yield release


@pytest.fixture(scope="module")
def told(newer):
    """The chapter of the smallest place."""
    reading = Reading(newer)
    return protection_section(reading, subject(reading, "XAC"))


def words_of(blocks) -> list[str]:
    return [each for block in blocks if hasattr(block, "words") for each in block.words]


def table(blocks, beginning: str) -> Table | None:
    return next(
        (b for b in blocks if isinstance(b, Table) and b.caption.startswith(beginning)), None
    )


def test_section_tells_what_a_blank_means_and_every_table(told, newer):
    lists = [block.items for block in told if isinstance(block, Bullets)]
    assert tuple(words.CONCLUSIONS) in lists
    assert any("are hidden to protect people" in each for each in words_of(told))
    assert {row[2] for row in table(told, "Told in less detail").rows} == {COARSENED}
    assert len(table(told, "Attacks tried").rows) == len(newer.table("audits"))
    rules = len(newer.table("policy"))
    assert any(f"all {rules} rules" in b.text for b in told if isinstance(b, Paragraph))
    assert table(told, "Results from case data").rows


def test_older_release_says_what_it_lacks(made_release):
    reading = Reading(made_release)
    told = protection_section(reading, subject(reading, "XAC"))
    held = {name for name in ("protection", "audits", "plan") if _holds(made_release, name)}
    assert (table(told, "Results from case data") is None) == ("protection" not in held)
    assert (table(told, "Attacks tried") is None) or "audits" in held


def _holds(release, name: str) -> bool:
    with release.cursor() as cursor:
        asked = "SELECT count(*) FROM duckdb_tables() WHERE table_name = ?"
        return cursor.execute(asked, [name]).fetchone()[0] > 0


def test_recall_and_open_court_stand_beside_the_numbers(newer):
    printed = "\n".join(words_of(national_report(newer, "XAC").blocks))
    assert "lower bound; linkage recall not stated" in printed
    assert f"{PUBLIC_FACT.shorthand} {PUBLIC_FACT.label}" in printed


def test_workbook_holds_the_tables_and_explains_the_marks(newer, tmp_path):
    pdf, path = made_files(newer, tmp_path, "XAA")
    assert pdf.stat().st_size > 0
    workbook = load_workbook(path)
    assert set(SHEETS) <= set(workbook.sheetnames)
    plan = rows_of(workbook["Detail told"])
    assert {row["Jurisdiction"] for row in plan} == {"XAA"}
    assert {row["Jurisdiction"] for row in rows_of(workbook["Shown and hidden"])} == {"XAA", "all"}
    assert len(rows_of(workbook["Audits"])) == len(newer.table("audits"))
    recurrence = [r for r in rows_of(workbook["Recurrence"]) if r["Metric id"] == "retrafficking"]
    assert {row["Linkage"] for row in recurrence} == {"lower bound; linkage recall stated as 92.0%"}
    court = {row["Public fact"] for row in rows_of(workbook["Prosecution"])}
    assert court == {f"{PUBLIC_FACT.shorthand} {PUBLIC_FACT.label}", "[z]"}
    notes = [row["Meaning"] for row in rows_of(workbook["Notes"])]
    assert BLANKS["suppressed"].meaning in notes and PUBLIC_FACT.meaning in notes
    assert all(each in notes for each in words.CONCLUSIONS)
