"""Judging how duties stand in the latest release once more, beside reading its tables; and the page of gaps, beside a bare one."""

import logging
from collections.abc import Iterator

from streamlit.testing.v1 import AppTest

from benchmarks.measure import Measurement, NotMeasured, median_seconds_of
from benchmarks.tasks.metric_page import BARE_PAGE
from compliance.checking import unfounded
from release.read import Release, ReleaseError, latest, open_release
from release.verify import duties

# Outside a browser session every run warns that there is none.
logging.getLogger("streamlit").setLevel(logging.ERROR)

PAGE = """
from views import compliance
from views.frame import framed
from views.opening import current_release
framed(current_release(), compliance.show)
"""
READ = ("compliance", "compliance_evidence", "compliance_summary", "replies")


def measure() -> Iterator[Measurement]:
    try:
        release = open_release(latest())
        tables = _read(release)
        obligations = duties(release.table("obligations"))
    except ReleaseError as problem:
        raise NotMeasured(f"there is no release with compliance ({problem})") from None
    judged, read = median_seconds_of(
        [lambda: unfounded(tables, obligations), lambda: _read(release)]
    )
    cells = len(tables["compliance"])
    yield Measurement(f"judging {cells:,} cells", judged, "reading their tables", read)
    page = AppTest.from_string(PAGE, default_timeout=120)
    bare = AppTest.from_string(BARE_PAGE, default_timeout=120)
    page.run()
    if page.exception:
        raise NotMeasured(f"the page ends in an error: {page.exception[0].message}")
    shown, floor = median_seconds_of([page.run, bare.run])
    yield Measurement("page compliance", shown, "a bare page", floor)


def _read(release: Release) -> dict:
    return {name: release.table(name) for name in READ}
