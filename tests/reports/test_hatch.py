"""Patterns stay inside their rectangles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.looks import DECIDED, OPEN
from reports.hatch import Box, hatch

SIZES = st.floats(3, 400)


@pytest.mark.parametrize("pattern", [*DECIDED, *OPEN])
@given(left=st.floats(0, 400), wide=SIZES, top=st.floats(0, 400), tall=SIZES)
def test_nothing_reaches_out_of_its_rectangle(pattern, left, wide, top, tall):
    box = Box(left, left + wide, top, top + tall)
    segments, dots = hatch(pattern, box)
    places = [end for x, y, x2, y2 in segments for end in ((x, y), (x2, y2))] + dots
    for x, y in places:
        assert box.left - 1e-6 <= x <= box.right + 1e-6
        assert box.top - 1e-6 <= y <= box.bottom + 1e-6


@pytest.mark.parametrize("pattern", [*DECIDED[1:], *OPEN])
def test_every_pattern_but_plain_shows(pattern):
    segments, dots = hatch(pattern, Box(0, 24, 0, 20))
    assert segments or dots
    assert hatch("plain", Box(0, 24, 0, 20)) == ([], [])


def test_slanted_lines_rise_to_the_right_a_step_apart():
    segments, _ = hatch("slanted lines", Box(0, 12, 0, 6))
    assert segments == [(0, 6, 6, 0), (6, 6, 12, 0)]


def test_the_same_box_has_the_same_pattern_and_others_have_others():
    box = Box(0, 60, 0, 20)
    drawn = [tuple(map(tuple, hatch(pattern, box))) for pattern in (*DECIDED, *OPEN)]
    assert len(set(drawn)) == len(drawn)
