"""Every colour holds against both backgrounds, and every word against what it is written on."""

from itertools import product

import pytest

from reports import vega_style
from views import palette
from views.plotly_heat import OPACITY
from views.plotly_parts import see_through

COLOURS = {*palette.SERIES, *palette.PARTS, palette.GREY}
INK = {"#ffffff": "#1c2430", "#14181e": "#e9edf2"}
"""Background -> the colour of text on it, as the theme sets them."""
# 0.5 is a line of a pattern, on which a number may come to stand.
TINTS = [(colour, opacity) for colour in COLOURS for opacity in (0.14, 0.2, 0.5)]
TINTS += [(palette.BLUE, opacity) for opacity in OPACITY]


def channels(colour):
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def luminance(levels):
    parts = [level / 255 for level in levels]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def blended(colour, opacity, ground):
    pairs = zip(channels(colour), channels(ground), strict=True)
    return [opacity * level + (1 - opacity) * below for level, below in pairs]


def test_the_formula_agrees_with_the_worked_examples_of_its_standard():
    assert contrast(channels("#000000"), channels("#ffffff")) == pytest.approx(21)
    assert contrast(channels("#777777"), channels("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("colour", "ground"), list(product(sorted(COLOURS), palette.BACKGROUNDS)))
def test_colours_hold_on_light_and_on_dark(colour, ground):
    assert contrast(channels(colour), channels(ground)) >= 3


@pytest.mark.parametrize(("tint", "ground"), list(product(TINTS, palette.BACKGROUNDS)))
def test_words_hold_on_every_tint(tint, ground):
    assert contrast(blended(*tint, ground), channels(INK[ground])) >= 4.5


@pytest.mark.parametrize("colour", [*vega_style.PARTS, vega_style.OPEN])
def test_colours_of_print_hold_on_paper(colour):
    assert contrast(channels(colour), channels("#ffffff")) >= 3


@pytest.mark.parametrize("colours", [palette.PARTS, vega_style.PARTS])
def test_no_two_parts_have_one_colour(colours):
    assert len(set(colours)) == len(colours) == 6


def test_grey_is_left_for_what_is_open():
    assert palette.GREY not in palette.PARTS
    assert vega_style.OPEN not in vega_style.PARTS


def test_a_tint_is_the_colour_with_its_opacity():
    assert see_through("#2f7ed8", 0.2) == "rgba(47,126,216,0.2)"
