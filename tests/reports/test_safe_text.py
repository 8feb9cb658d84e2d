"""No text of an export begins a formula, and nothing else is changed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.safe_text import safe_cell, safe_field

UNSEEN = (
    " \t\r\n\u00a0\u3000\u200b\u200e\u200f\u202e\u2060\ufeff\x00\x1b\u00ad\u0301\ufe0f\u3164\u2800"
)
SIGNS = "=+-@＝＋－＠﹢﹣﹦﹫−⁺⁻⁼₊₋₌"
FORMULAS = st.builds(
    "{}{}{}".format, st.text(UNSEEN), st.sampled_from(SIGNS), st.text(min_size=1)
).filter(lambda text: not text.strip(UNSEEN + SIGNS)[:1].isdigit())


@given(FORMULAS)
def test_a_text_that_could_begin_a_formula_gets_an_apostrophe_and_loses_nothing(text):
    assert safe_cell(text) == f"'{text}"


@given(st.text() | FORMULAS)
def test_making_safe_twice_changes_nothing_more(text):
    assert safe_cell(safe_cell(text)) == safe_cell(text)
    assert safe_field(safe_field(text)) == safe_field(text)


@given(st.text())
def test_a_text_that_begins_with_a_letter_or_digit_stays(text):
    if (
        unicodedata.category(text[:1] or "a")[0] in "LN"
        and text[:1] not in "\u115f\u1160\u3164\uffa0⁺"
    ):
        assert safe_cell(text) == text


@given(st.integers() | st.floats() | st.none() | st.dates() | st.booleans())
def test_what_is_no_text_stays(value):
    assert safe_cell(value) is value
    assert safe_field(value) is value


@given(st.floats(max_value=-1e-12, allow_nan=False, allow_infinity=False))
def test_a_negative_number_written_as_text_computes_nothing_and_stays(number):
    assert safe_cell(str(number)) == str(number)


@pytest.mark.parametrize(
    "text", ["", "–", "[c]", "-3.2", "−3.2%", "-1,204", "−1\u202f204,5\u202f%", "a = b", "5-7"]
)
def test_marks_numbers_and_ordinary_texts_stay(text):
    assert safe_cell(text) == text


@pytest.mark.parametrize(
    "text", ["-", "-1+1", "-1,2,3", "-A1", "+5", "−4.1 points", "\n", "\tword", '"=1+1"', "-1\n=2"]
)
def test_what_is_not_a_number_alone_is_kept_from_running(text):
    assert safe_cell(text) == f"'{text}"


@given(st.text("a-=+@;\t\n\r\"' \u200b1,"))
def test_no_piece_of_a_field_runs_wherever_it_is_cut(text):
    """A program that takes semicolon, tab or line end for the sign between cells finds no formula either."""
    pieces = safe_field(text).replace("\t", ";").replace("\r", ";").replace("\n", ";").split(";")
    assert pieces[0] == safe_cell(pieces[0])
    for piece in pieces:
        assert not piece.lstrip(UNSEEN + '"').startswith(tuple("=+@"))


def test_lines_of_a_text_stay_as_they_are():
    assert safe_field("First line.\n\nSecond; third.") == "First line.\n\nSecond; third."
    assert safe_field("Seen;=1+1") == "Seen;'=1+1"
