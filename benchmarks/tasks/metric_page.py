"""One run of a metric page's script on the latest release, beside a page that says one sentence."""

import logging
from collections.abc import Iterator

from streamlit.testing.v1 import AppTest

from benchmarks.measure import Measurement, NotMeasured, median_seconds_of
from release.read import ReleaseError, latest, open_release

# Outside a browser session every run warns that there is none.
logging.getLogger("streamlit").setLevel(logging.ERROR)

METRIC_PAGE = """
from functools import partial
from views import metric
from views.frame import framed
from views.opening import current_release
framed(current_release(), partial(metric.show, metric_id={metric_id!r}))
"""

BARE_PAGE = """
import streamlit as st
st.write("One sentence.")
"""

METRICS = ("time_to_disposition", "cohort_conviction")


def measure() -> Iterator[Measurement]:
    try:
        defined = set(open_release(latest()).definitions()["metric_id"])
    except ReleaseError as problem:
        raise NotMeasured(f"there is no release to show ({problem})") from None
    for metric_id in METRICS:
        if metric_id not in defined:
            continue
        page = AppTest.from_string(METRIC_PAGE.format(metric_id=metric_id), default_timeout=120)
        bare = AppTest.from_string(BARE_PAGE, default_timeout=120)
        _check_runs(page, metric_id)
        shown, floor = median_seconds_of([page.run, bare.run])
        yield Measurement(f"page {metric_id}", shown, "a bare page", floor)


def _check_runs(page: AppTest, metric_id: str) -> None:
    """A page that breaks off is fast; its time would mean nothing."""
    page.run()
    if page.exception:
        raise NotMeasured(f"the page {metric_id} ends in an error: {page.exception[0].message}")
