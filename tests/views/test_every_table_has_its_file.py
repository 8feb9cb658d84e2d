"""No table or chart without its file beside it, and every file has something in it."""

import csv
import io

import pytest

from reports.page.document import Picture
from tests.views.test_pages import PAGES
from views import downloads, navigation, shown

VIEWS = [view.ADDRESS for view in (*navigation.FIRST, *navigation.QUESTIONS, *navigation.ACROSS)]


@pytest.fixture
def buttons(monkeypatch):
    """What the buttons of the pages hand out, as they are drawn: (key, label, help) -> its maker."""
    found = []
    true_button = downloads.st.download_button

    def kept(label, data, **about):
        found.append((label, data, about))
        return true_button(label, data, **about)

    monkeypatch.setattr(downloads.st, "download_button", kept)
    return found


@pytest.fixture
def documents(monkeypatch):
    """The documents of the pages, as their files are made from."""
    found = []
    true_page = downloads.page

    def kept(release, document):
        found.append(document)
        true_page(release, document)

    monkeypatch.setattr(downloads, "page", kept)
    return found


@pytest.mark.parametrize("path", [*PAGES, *VIEWS], ids=lambda path: path or "overview")
def test_every_table_and_chart_has_its_file(page, opened, buttons, documents, path):
    opened.clear()
    run = page(path)
    assert run.exceptions == []
    files = [(label, make) for label, make, about in buttons if about["mime"] == "text/csv"]
    of_charts = [make for label, make in files if label == "Chart data (CSV)"]
    assert len(files) - len(of_charts) >= len(run.tables)
    pictures = [block.chart for block in documents[-1].blocks if isinstance(block, Picture)]
    assert len(of_charts) == len(pictures)
    # Small multiples are drawn one by one, and taken away together.
    assert sum(len(each.panels) or 1 for each in pictures) >= len(run.charts)
    for label, make in files:
        rows = list(csv.reader(io.StringIO(make().decode("utf-8-sig"))))
        assert len(rows) > 1, f"nothing in the file behind {label}"
        assert rows[0][:2] == ["release_id", "data"]
        assert {row[1] for row in rows[1:]} == {"SYNTHETIC"}
    keys = [about["key"] for _, _, about in buttons]
    assert len(keys) == len(set(keys))
    assert {"page pdf", "page xlsx"} <= set(keys)
    assert all(about["file_name"].startswith("SYNTHETIC-") for _, _, about in buttons)
    # A long caption would be a sentence to press on; it stands above the button and in the file's name.
    assert all(len(label) <= 60 for label, _, _ in buttons)


def test_the_same_key_twice_is_told_apart():
    shown.begin(None)
    assert [shown.once("csv"), shown.once("csv"), shown.once("other")] == ["csv", "csv 2", "other"]
