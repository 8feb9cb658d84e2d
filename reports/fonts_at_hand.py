"""Letters that drawings are measured and painted with: those their engine brings and those of this program."""

import os
from functools import cache
from pathlib import Path

import vl_convert

FONTS = Path(__file__).resolve().parent / "fonts"
"""Fonts that neither the typesetter nor the engine of drawings brings itself: Arabic."""
SETTING = "FONTCONFIG_FILE"


@cache
def ready() -> None:
    """Keeps the fonts of the machine out: the same drawing everywhere, and none of its files opened for every word.

    The engine looks for fonts once, when it is first used, and is told where by a setting of the whole process; that is
    put back at once, as a browser started from here wants the fonts of the machine.
    """
    kept = os.environ.get(SETTING)
    os.environ[SETTING] = str(FONTS / "fonts.conf")
    try:
        vl_convert.svg_to_png('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    finally:
        if kept is None:
            del os.environ[SETTING]
        else:
            os.environ[SETTING] = kept
