"""Pages in both schemes, wide and narrow: nothing complains, nobody scrolls sideways, axe-core finds no barrier.

Every metric has a page of the same making: one of every kind of number stands for them here, in the two
windows that differ most. `tests/views/test_metric_pages.py` opens each without a browser.
"""

import pytest

from tests.browser.pages import A_STAGE, LOOK_UP, METRIC_PAGES, ONE_OF_A_KIND, VIEWS, WITHOUT_TABLES
from tests.browser.reader import OF_COLOURS

MOST_ELEMENTS = 30_000
"""A page of more is slow for every browser, and for programs that read it aloud."""
WINDOWS = {"reader": "dark", "narrow": "light"}
"""The windows that every page is opened in, and the scheme of colours that it is then looked at in as well."""
PAGES = VIEWS | LOOK_UP
ALIKE = A_STAGE | {key: METRIC_PAGES[key] for key in ONE_OF_A_KIND}
CASES = [(name, path) for name in WINDOWS for path in PAGES | ALIKE]


@pytest.mark.parametrize(
    ("name", "path"), CASES, ids=[f"{name}-{path or 'overview'}" for name, path in CASES]
)
def test_page_stands_without_a_complaint_or_a_barrier(browser, request, name, path):
    window = request.getfixturevalue(name)
    window.go(path, (PAGES | ALIKE)[path])
    assert window.page.locator('[data-testid="stException"]').count() == 0
    assert "SYNTHETIC" in window.text
    assert window.page.locator("h1").count() == 1
    assert window.page.get_by_role("table").count() or path in WITHOUT_TABLES
    assert window.page.get_by_role("status").count() == 1
    charts = window.page.locator('[data-testid="stPlotlyChart"]').all()
    assert all(chart.locator(".main-svg").count() for chart in charts)
    assert window.elements < MOST_ELEMENTS
    assert window.barriers() == []
    assert window.overflow <= 0
    if path in PAGES:
        with window.in_scheme(WINDOWS[name]):
            assert window.barriers(OF_COLOURS) == []
            assert window.overflow <= 0
    assert window.complaints == []
