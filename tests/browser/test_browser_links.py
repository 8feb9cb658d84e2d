"""Every view opens again by its address, and what was chosen goes along to other pages."""

from contextlib import suppress

import pytest
from playwright.sync_api import TimeoutError

from tests.browser.pages import VIEWS
from tests.browser.reader import Reader


@pytest.fixture(scope="module")
def reader(browser, address):
    opened = Reader(browser, address)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def other(browser, address):
    """Somebody else, who is given an address and nothing more."""
    opened = Reader(browser, address)
    yield opened
    opened.close()


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: path or "overview")
def test_choices_open_again_by_the_address(reader, other, path):
    reader.open(path)
    boxes = reader.page.locator('[data-testid="stMain"]').get_by_role("combobox")
    chosen = 0
    for place in range(boxes.count()):
        if place >= boxes.count():
            break
        boxes.nth(place).click()
        options = reader.page.get_by_role("option")
        options.first.wait_for()
        before = reader.page.url
        options.nth(options.count() - 1).click()
        with suppress(TimeoutError):  # the last may be what was chosen already
            reader.page.wait_for_url(lambda url, before=before: url != before, timeout=3000)
        reader.wait()
        chosen += 1
    other.open(reader.page.url.removeprefix(reader.address).lstrip("/"))
    assert other.text == reader.text
    assert not chosen or "?" in reader.page.url


def test_a_place_goes_along_from_page_to_page(reader):
    reader.open("case_flow")
    reader.choose("Place", "Borovia (XAB)")
    for title in ("Timeliness", "Money", "Profile of a place"):
        reader.page.get_by_role("link", name=title, exact=True).first.click()
        reader.page.get_by_role("heading", level=1, name=title).wait_for()
        reader.wait()
        assert "Borovia" in reader.text
    reader.open(reader.page.url.removeprefix(reader.address).lstrip("/"))
    assert "Borovia" in reader.text
