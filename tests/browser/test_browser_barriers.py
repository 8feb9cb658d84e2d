"""No barrier that axe-core can find, in both schemes, wide and narrow; nobody scrolls a page sideways."""

import pytest

from tests.browser.pages import LOOK_UP, METRIC_PAGES, ONE_OF_A_KIND, VIEWS
from tests.browser.reader import Reader

PAGES = VIEWS | LOOK_UP | {key: METRIC_PAGES[key] for key in ONE_OF_A_KIND}
WINDOWS = [("light", 1280), ("dark", 1280), ("light", 320), ("dark", 320)]


@pytest.fixture(scope="module", params=WINDOWS, ids=lambda pair: f"{pair[0]}-{pair[1]}")
def window(request, browser, address):
    scheme, width = request.param
    reader = Reader(browser, address, scheme=scheme, width=width)
    reader.open("")
    yield reader
    reader.close()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "overview")
def test_page_has_no_barrier(window, path):
    window.go(path, PAGES[path])
    assert window.barriers() == []
    assert window.overflow <= 0
    complaints, window.complaints = window.complaints, []
    assert complaints == []
