"""The forms are data, and what they name exists: every cell that is known of, every metric, breakdown and category."""

import csv

import pytest

from languages import gathering
from metrics.groupings import groupings
from reports.names import records
from reports.returns.blanks import KINDS
from reports.returns.form import ANY
from reports.returns.known import CONTEXT, known

FILES_OF = {
    "EU19A": "eu_article_19a",
    "GRETA3": "greta_third_round",
    "GLOTIP": "unodc_glotip",
    "SDG1622": "sdg_16_2_2",
}
"""Return, as the list of cells calls it -> its file here."""

FORMS = pytest.mark.parametrize("form", known(), ids=lambda form: form.id)


def rows_of(path) -> list[dict]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(("called", "file"), FILES_OF.items())
def test_every_cell_that_is_known_of_stands_in_its_return_in_order(shared, called, file):
    listed = rows_of(shared / "domain" / "returns.csv")
    wanted = [row["cell_id"] for row in listed if row["return_id"] == called]
    form = next(form for form in known() if form.id == file)
    assert [cell.id for cell in form.cells] == wanted


@pytest.mark.parametrize("called", ["GRETA3", "GLOTIP", "SDG1622"])
def test_every_cell_says_whether_it_was_seen_or_recalled(shared, called):
    form = next(form for form in known() if form.id == FILES_OF[called])
    for row in rows_of(shared / "domain" / "returns.csv"):
        if row["return_id"] == called:
            assert form.cell(row["cell_id"]).certainty == row["certainty"], row["cell_id"]


def test_points_of_article_19a_are_as_sure_as_the_text_that_was_read(shared):
    form = next(form for form in known() if form.id == "eu_article_19a")
    points = [
        row
        for row in rows_of(shared / "domain" / "article19a.csv")
        if row["point"].startswith("19a(2)(")
    ]
    assert len(points) == 9
    for row in points:
        letter = row["point"].removeprefix("19a(2)(")[0]
        assert form.cell(f"EU19A-{letter}").certainty == row["certainty"]


@FORMS
def test_a_cell_is_answered_told_in_words_or_blank_for_a_reason(form):
    assert len({cell.id for cell in form.cells}) == len(form.cells)
    for cell in form.cells:
        is_blank = bool(cell.blank and cell.not_fillable)
        assert [bool(cell.answers), bool(cell.text_from), is_blank].count(True) == 1, cell.id
        assert cell.certainty in ("V", "K")
        assert not cell.blank or cell.blank in KINDS
        assert all(lacking.why and lacking.blank in KINDS for lacking in cell.lacking)


@FORMS
def test_what_a_form_names_exists_in_the_definitions_of_a_release(form, made_release):
    defined = {row["metric_id"]: row for row in records(made_release.definitions())}
    for answer in (answer for cell in form.cells for answer in cell.answers):
        told = defined[answer.metric]
        breakdowns = {"total", *(told["breakdowns"] or "").split("\n")}
        assert answer.measure in ("value", "numerator", "denominator")
        assert answer.breakdown in breakdowns
        assert {split.breakdown for split in answer.splits} <= breakdowns, answer
        if told["kind"] == "time_to_event" and answer.measure != "value":
            assert answer.horizon_days, "several horizons would answer at once"


@FORMS
def test_a_split_takes_in_every_category_of_its_list(form, made_release):
    vocabulary = records(made_release.table("vocabulary"))
    splits = {split for cell in form.cells for answer in cell.answers for split in answer.splits}
    for split in splits:
        codes = [code for category in split.categories for code in category.codes]
        assert len(set(codes)) == len(codes), split.name
        listed = {row["code"] for row in vocabulary if row["list"] == split.breakdown}
        merged = {
            row["code"]
            for row in vocabulary
            if row["list"] == split.breakdown
            and row["meaning"] == "Several categories told together."
        }
        assert {each.together for each in split.categories} - {""} <= merged
        assert set(codes) - {"unknown"} <= listed
        if "unknown" in codes:
            # Victims are never legal persons.
            assert listed - merged - set(codes) <= {"legal_person"}, split.name
        for category in split.categories:
            assert category.codes or category.why, category.asked
            # A coarser category answers where the form asks for nothing narrower.
            for code in merged & set(category.codes):
                inside = groupings()[split.breakdown][code]["codes"]
                assert set(inside) <= set(category.codes), f"{code} is wider than {category.asked}"


def test_an_answer_for_all_members_of_a_breakdown_takes_what_they_share():
    for answer in (answer for form in known() for cell in form.cells for answer in cell.answers):
        assert answer.category != ANY or answer.measure == "denominator"


@FORMS
def test_agencies_that_hold_a_figure_are_of_a_known_kind(form, made_release):
    kinds = {
        row["code"]
        for row in records(made_release.table("vocabulary"))
        if row["list"] == "agency_kind"
    }
    for cell in form.cells:
        assert set(cell.held_by) <= kinds
        assert cell.held_by or not cell.answers, cell.id


def test_texts_for_readers_are_gathered_for_translation_and_codes_are_not():
    gathered = {each.id for each in gathering.gathered() if each.context == CONTEXT}
    for form in known():
        assert {form.title, form.deadline, *form.notes} <= gathered
        for cell in form.cells:
            assert {cell.counted, cell.unit, cell.section} <= gathered
            for answer in cell.answers:
                assert answer.label in gathered
                assert answer.metric not in gathered
                assert {each.asked for split in answer.splits for each in split.categories} <= (
                    gathered
                )
