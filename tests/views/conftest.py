"""Pages run without a browser, on a small made-up release."""

import os
import re
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from plotly.graph_objects import Figure
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from tests.factory_changed import write_changed
from tests.views.taken_away import TakenAway
from views import plotly_drawn

ROOT = Path(__file__).resolve().parents[2]

# Before each run, Streamlit looks through all installed packages for components, longer than a page takes.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


@pytest.fixture(autouse=True, scope="session")
def checked_figures():
    """Every figure that a test draws is one that plotly accepts: readers get them unchecked."""
    patch = pytest.MonkeyPatch()
    hand_over = plotly_drawn.as_it_is

    def check_first(figure: dict):
        # AppTest tells of the error that plotly raises.
        Figure(**figure)
        return hand_over(figure)

    patch.setattr(plotly_drawn, "as_it_is", check_first)
    yield
    patch.undo()


MOST_OPENED = 40
"""A page that has run holds some megabytes; tests that share one stand in one file."""


@pytest.fixture(scope="session")
def opened() -> dict:
    """Pages run lately, the last one last, so that several promises can be checked on one run."""
    return {}


@pytest.fixture
def page(releases, opened, monkeypatch):
    """Opens a page by its address: page("clearance_rate", jurisdiction="Altaria (XAA)")."""
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(releases))

    def open_page(path: str, **query) -> Page:
        # Tests that make the same release share it, and so the pages opened on it.
        release = Path(os.environ["ANSWERABLE_RELEASES"], "current").resolve()
        key = (release, path, *sorted(query.items()))
        opened[key] = opened.pop(key, None) or run_page(path, query)
        while len(opened) > MOST_OPENED:
            del opened[next(iter(opened))]
        return opened[key]

    def run_page(path: str, query: dict) -> Page:
        run = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        # AppTest finds pages by file; ours are functions, which Streamlit knows by their address.
        run._page_hash = calc_hash(path)
        for name, value in query.items():
            run.query_params[name] = value
        with pytest.MonkeyPatch.context() as patch:
            taken = TakenAway(patch)
            return Page(run.run(), taken)

    return open_page


@pytest.fixture
def changed(tmp_path, monkeypatch):
    """Makes a release of which some tables are others; pages opened from then on are of it."""

    def make(**tables) -> None:
        write_changed(tmp_path, tables)
        monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))

    return make


class Page:
    """What a reader gets: the HTML of a page, its tables as lists of rows, its text, its files."""

    def __init__(self, run: AppTest, taken: TakenAway):
        self.run = run
        self.taken = taken
        self.html = "\n".join(each.proto.body for each in run.get("html"))
        self.exceptions = [each.value for each in run.exception]
        self.titles = [each.value for each in run.title]
        self.charts = run.get("plotly_chart")

    @property
    def text(self) -> str:
        return unescape(" ".join(re.sub(r"<[^>]+>", " ", self.html).split()))

    @property
    def status(self) -> str:
        """The one live line of the page."""
        [told] = re.findall(r'role="status"[^>]*>(.*?)</p>', self.html)
        return unescape(re.sub(r"<[^>]+>", "", told))

    @property
    def tables(self) -> list["Table"]:
        reader = _Tables()
        reader.feed(self.html)
        return reader.tables

    def table(self, caption: str) -> "Table":
        return next(table for table in self.tables if caption in table.caption)


class Table:
    """A table as read from its HTML: caption, and rows of cell texts, the headings first."""

    def __init__(self):
        self.caption = ""
        self.rows: list[list[str]] = []

    @property
    def headings(self) -> list[str]:
        return self.rows[0]

    @property
    def records(self) -> list[dict[str, str]]:
        return [dict(zip(self.headings, row, strict=True)) for row in self.rows[1:]]


class _Tables(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tables: list[Table] = []
        self._into = None

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.tables.append(Table())
        elif tag == "tr":
            self.tables[-1].rows.append([])
        elif tag in ("td", "th"):
            self.tables[-1].rows[-1].append("")
            self._into = "cell"
        elif tag == "caption":
            self._into = "caption"

    def handle_endtag(self, tag):
        if tag in ("td", "th", "caption"):
            self._into = None

    def handle_data(self, text):
        if self._into == "caption":
            self.tables[-1].caption += text
        elif self._into == "cell":
            row = self.tables[-1].rows[-1]
            row[-1] = f"{row[-1]} {text}".strip()
