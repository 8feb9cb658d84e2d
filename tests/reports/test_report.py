"""The same release gives the same report, and what is not there is said."""

from datetime import date

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from release.read import open_release
from release.tables import TABLES
from release.write import write_release
from reports.names import ReportError
from tests.factory import facts, make_release
from tests.made_files import made_files


def text_of(path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)


def test_names_say_report_place_period_and_release(reports, place_reports, made_release):
    assert [path.suffix for path in reports] == [".pdf", ".xlsx"]
    assert {path.stem for path in reports} == {
        f"SYNTHETIC_answerable-report_all_2021-2025_{made_release.release_id}"
    }
    assert all("_XAC_" in path.name for path in place_reports)


def test_the_same_release_gives_the_same_bytes(place_reports, made_release, tmp_path):
    again = made_files(made_release, tmp_path / "made" / "on the way", "XAC")
    for first, second in zip(place_reports, again, strict=True):
        assert first.read_bytes() == second.read_bytes()


def test_nothing_but_the_reports_is_left_behind(reports):
    assert set(reports[0].parent.iterdir()) == set(reports)


def test_an_unknown_place_is_answered_with_the_known_ones(made_release, tmp_path):
    with pytest.raises(ReportError, match=r"'XZZ'.*XAA, XAB, XAC"):
        made_files(made_release, tmp_path, "XZZ")
    assert not list(tmp_path.iterdir())


def test_progress_is_told(made_release, tmp_path):
    told = []
    made_files(made_release, tmp_path, "XAC", progress=lambda *step: told.append(step))
    assert {message for message, *_ in told} >= {
        "Describing metrics",
        "Comparing",
    }
    assert all(done <= total for _, done, total in told)


def rewritten(made_release, folder, change=lambda tables: None, **facts_changed):
    """The made-up release again, written anew with changed tables or facts."""
    tables = {name: made_release.table(name) for name in TABLES if name != "release"}
    change(tables)
    made = facts(date(2026, 2, 1), tables) | facts_changed
    return open_release(write_release(folder, tables, made))


def test_a_metric_without_results_is_said_to_have_none(made_release, tmp_path):
    def leave_out(tables):
        left = ~tables["results"]["metric_id"].isin(["attrition", "clearance_rate"])
        tables["results"] = tables["results"][left]

    release_definitions = made_release.definitions()
    held = set(made_release.results(jurisdiction="XAC")["metric_id"])
    with rewritten(made_release, tmp_path / "releases", leave_out) as release:
        pdf, workbook = made_files(release, tmp_path / "out", "XAC")
    left = len(release_definitions) - len(held - {"attrition", "clearance_rate"})
    assert f"This release holds no results for Cassia of {left} metrics." in text_of(pdf)
    sheets = load_workbook(workbook)
    listed = {row[1].value for row in sheets["Contents"].iter_rows(min_row=5)}
    assert (
        "Clearance rate" not in listed and "Charge rate of suspects by 12 and 24 months" in listed
    )
    assert "Clearance rate" in sheets["Notes"]["A2"].value


def test_a_real_release_is_not_called_synthetic(made_release, tmp_path):
    with rewritten(made_release, tmp_path / "releases", is_synthetic=False) as release:
        pdf, workbook = made_files(release, tmp_path / "out", "XAC")
    assert "SYNTHETIC" not in text_of(pdf)
    assert not pdf.name.startswith("SYNTHETIC")
    assert all("SYNTHETIC" not in str(sheet["A3"].value) for sheet in load_workbook(workbook))


def test_texts_of_a_release_are_never_run(made_release, tmp_path):
    trap = '#panic("run") *bold* =1+1 <b> $x$ \\'

    def lay(tables):
        tables["definitions"]["question"] = trap

    with rewritten(made_release, tmp_path / "releases", lay) as release:
        pdf, _ = made_files(release, tmp_path / "out", "XAC")
    assert trap in text_of(pdf)


@pytest.mark.long
def test_releases_of_other_numbers_give_other_reports(place_reports, tmp_path):
    with open_release(make_release(tmp_path / "releases", seed=2)) as release:
        other = made_files(release, tmp_path / "out", "XAC")
    for first, second in zip(place_reports, other, strict=True):
        assert first.name != second.name
        assert first.read_bytes() != second.read_bytes()
