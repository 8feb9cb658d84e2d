"""Every view opens again by its address, and what was chosen goes along to other pages."""

import pytest

from tests.browser.pages import VIEWS


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: path or "overview")
def test_choices_open_again_by_the_address(reader, other, path):
    reader.go(path, VIEWS[path])
    # An open list hides the other boxes from whom it speaks to.
    main = reader.page.locator('[data-testid="stMain"]')
    boxes = main.get_by_role("combobox", include_hidden=True)
    chosen = 0
    # A choice may bring filters or take them away.
    while chosen < boxes.count():
        reader.choose_another(boxes.nth(chosen))
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
