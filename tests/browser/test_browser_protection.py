"""The page on protection in a real browser, of a release that holds all it tells: light and wide, dark and narrow."""

import pytest

from tests.browser.conftest import served
from tests.browser.reader import Reader
from tests.factory import make_release
from tests.factory_protection import add_marks, add_protection


@pytest.fixture(scope="module")
def protected(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("releases")
    directory = make_release(folder)
    add_marks(directory)
    add_protection(directory)
    with served(folder) as address:
        yield address


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_page_on_protection_stands_and_follows_its_filter(browser, protected, scheme, width):
    reader = Reader(browser, protected, scheme=scheme, width=width)
    reader.open("protection")
    assert reader.overflow <= 0
    assert "What you may conclude from a blank" in reader.text
    assert reader.page.get_by_role("table").count() >= 5
    before = reader.page.get_by_role("status").inner_text()
    reader.choose("Place", "Cassia (XAC)")
    assert reader.page.get_by_role("status").inner_text() != before
    assert "of Cassia" in reader.page.get_by_role("status").inner_text()
    assert "protected_place=Cassia" in reader.page.url
    assert reader.overflow <= 0
    assert reader.complaints == []
    reader.close()


def test_results_download_with_what_is_hidden(browser, protected, tmp_path):
    reader = Reader(browser, protected)
    reader.open("protection")
    button = reader.page.get_by_role("button", name="Download all counts of shown and hidden (CSV)")
    saved = reader.fetch(button, tmp_path)
    header = saved.read_text(encoding="utf-8-sig").splitlines()[0]
    assert header.startswith("release_id,data,metric_id,jurisdiction,headline,planned,shown")
    reader.close()
