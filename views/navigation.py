"""The pages of the dashboard: one for each metric the release defines, grouped by stage of justice."""

from functools import partial

import streamlit as st

from charts.format import plain
from release.read import Release
from views import blanks, data_quality, methods, metric, obligations, overview, reading
from views.frame import framed

ABOUT = (
    ("data_quality", "Data quality", data_quality.show),
    ("blanks", "Blanks and statuses", blanks.show),
    ("methods", "Methods and definitions", methods.show),
    ("obligations", "Obligations", obligations.show),
)


def pages(release: Release) -> dict[str, list]:
    """Heading -> its pages, as st.navigation takes them."""
    found = {"": [_page(release, overview.show, "Overview", "overview", default=True)]}
    held = reading.metrics_with_results(release)
    for definition in reading.definitions(release).values():
        show = partial(metric.show, metric_id=definition["metric_id"])
        # A page without results can still be linked to: its definition stands there.
        seen = "visible" if definition["metric_id"] in held else "hidden"
        page = _page(release, show, definition["title"], definition["metric_id"], visibility=seen)
        found.setdefault(plain(definition["metric_group"]), []).append(page)
    found["About the data"] = [_page(release, show, title, path) for path, title, show in ABOUT]
    return found


def _page(release: Release, show, title: str, url_path: str, **more):
    return st.Page(lambda: framed(release, show), title=title, url_path=url_path, **more)
