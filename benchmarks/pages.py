"""The pages that are measured: every one of the sidebar, and a metric page of each headline."""

from pathlib import Path

from streamlit.logger import set_log_level
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from benchmarks.measure import NotMeasured
from release.read import ReleaseError, latest, open_release
from views.navigation import ABOUT, ACROSS, FIRST, QUESTIONS

ROOT = Path(__file__).resolve().parents[1]
COUNTED = ("selectbox", "plotly_chart", "html", "download_button")

# Outside a browser session every run warns that there is none.
set_log_level("ERROR")


def addresses() -> list[str]:
    """Addresses of the pages; raises NotMeasured where there is no release to show."""
    try:
        with open_release(latest()) as release:
            definitions = release.definitions()
    except ReleaseError as problem:
        raise NotMeasured(f"there is no release to show ({problem})") from None
    views = [view.ADDRESS for view in (*FIRST, *QUESTIONS, *ACROSS)]
    headlines = list(definitions.loc[definitions["headline"] == "yes", "metric_id"])
    return ["", *views, "compliance", *(path for path, _, _ in ABOUT), *headlines]


def page(address: str) -> AppTest:
    """The page, run once, so that the next run finds its caches warm; raises NotMeasured where it breaks."""
    opened = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    # AppTest finds pages by file; ours are functions, which Streamlit knows by their address.
    opened._page_hash = calc_hash(address) if address else ""
    opened.run()
    if opened.exception:
        # A page that breaks off is fast; its time would mean nothing.
        raise NotMeasured(f"{address} ends in an error: {opened.exception[0].message}")
    return opened


def elements(opened: AppTest) -> dict[str, int]:
    """How many of each kind of element the page has; see `benchmarks/bare_page.py`."""
    return {kind: len(opened.get(kind)) for kind in COUNTED}
