"""Drawings are measured with the letters of the program, and nothing else of the process hears of it."""

import os
import subprocess
import sys

import pytest

from reports.fonts_at_hand import SETTING, ready

# A name that the machine's own fonts would be found by, if anybody looked.
DRAWN = """
import vl_convert
from reports.fonts_at_hand import ready
ready()
drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text y="30" font-family="{}">Number 12</text></svg>'
print(len({vl_convert.svg_to_png(drawing.replace("{}", name)) for name in ("Nobody has this", "DejaVu Serif", "Noto Serif")}))
"""


@pytest.mark.parametrize("before", [None, "/somewhere/fonts.conf"])
def test_the_setting_of_the_process_is_put_back(monkeypatch, before):
    if before is None:
        monkeypatch.delenv(SETTING, raising=False)
    else:
        monkeypatch.setenv(SETTING, before)
    ready.cache_clear()
    ready()
    assert os.environ.get(SETTING) == before


def test_fonts_of_the_machine_are_not_drawn_with():
    told = subprocess.run([sys.executable, "-c", DRAWN], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "1"
