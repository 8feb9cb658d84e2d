"""A blank of a return says which blank it is, also for a place that is small or sends nothing."""

import pytest

from release.read import open_release
from reports.names import ReportError
from reports.returns import as_report, fill, known
from reports.returns.blanks import KINDS
from reports.returns.ministry_note import ministry_note
from reports.returns.told import figure_told
from tests.factory import made_up_tables
from tests.factory_changed import write_changed

RETURN_IDS = [form.id for form in known()]
RETURNS = pytest.mark.parametrize("return_id", RETURN_IDS)


def entry_of(filled, cell_id: str, breakdown: str, code: str):
    [found] = [
        entry
        for entry in filled.entries
        if entry.cell.id == cell_id and (entry.breakdown, entry.code) == (breakdown, code)
    ]
    return found


@RETURNS
def test_a_place_that_sends_nothing_gets_a_return_that_says_so_in_every_entry(changed, return_id):
    filled = fill(changed, return_id, "XAB")
    assert filled.entries
    for entry in filled.entries:
        assert entry.figures
        for figure in entry.figures:
            assert figure.number is None
            assert figure.texts or figure.blank in KINDS
            assert (
                figure.texts or figure_told(figure, entry, filled) == KINDS[figure.blank].shorthand
            )
        if entry.answer and not entry.answer.differs and not entry.why:
            assert set(entry.blanks) == {"not_reported"}
    assert as_report(filled).blocks


def test_a_hidden_total_stays_hidden_and_is_said_to_be(changed):
    entry = entry_of(fill(changed, "eu_article_19a", "XAC", 2025), "EU19A-c", "total", "total")
    assert entry.blanks == ("suppressed",)
    assert entry.is_confidential


def test_a_category_told_with_others_is_blank_and_the_coarser_one_stands_by_itself(changed):
    filled = fill(changed, "eu_article_19a", "XAC", 2025)
    assert entry_of(filled, "EU19A-c", "citizenship_group", "regional").blanks == ("merged",)
    coarser = entry_of(filled, "EU19A-c", "citizenship_group", "foreign")
    assert coarser.asked == ""
    assert coarser.beside


def test_a_split_that_is_left_out_to_protect_people_is_told_apart_from_what_is_not_there(changed):
    filled = fill(changed, "eu_article_19a", "XAC", 2025)
    assert entry_of(filled, "EU19A-c", "sex", "female").blanks == ("left_out",)
    assert entry_of(filled, "EU19A-b", "sex", "female").blanks == ("not_told",)


@RETURNS
def test_the_note_names_every_kind_of_blank_and_whom_to_ask(changed, return_id):
    filled = fill(changed, return_id, "XAC")
    told = "\n".join(
        words for part in ministry_note(filled) for words in (*part.sentences, *part.items)
    )
    for blank in filled.blanks:
        assert KINDS[blank].shorthand in told
    for entry in filled.entries:
        if entry.is_confidential:
            assert f"{entry.cell.id}: " in told
    for cell in filled.form.cells:
        if cell.is_recalled:
            assert f"{cell.id}: {cell.counted}" in told
    assert filled.release["content_hash"] in told


def test_a_return_is_for_one_known_place_and_a_year_that_the_release_is_about(changed):
    for asked in (
        ("no_such", "XAC", 2025),
        ("eu_article_19a", "XZZ", 2025),
        ("eu_article_19a", "XAC", 1999),
    ):
        with pytest.raises(ReportError):
            fill(changed, *asked)


def test_a_release_of_published_figures_alone_still_makes_returns_of_the_silent(tmp_path):
    tables = made_up_tables()
    results = tables["results"]
    results = results[results["jurisdiction"] != "XAB"].assign(source="official")
    write_changed(tmp_path / "release", tables | {"results": results})
    with open_release(tmp_path / "release") as release:
        assert fill(release, RETURN_IDS[0], "XAB").entries
