"""The pages of the dashboard: one a stage of justice in the sidebar, one a metric behind it, all with lasting addresses."""

from functools import partial

import streamlit as st

from charts.format import plain
from release.read import Release
from views import (
    all_metrics,
    blanks,
    compliance,
    compliance_cell,
    compliance_read,
    data_quality,
    group,
    methods,
    metric,
    new_methods,
    obligations,
    overview,
    protection,
    reading,
)
from views.frame import framed

ABOUT = (
    ("data_quality", "Data quality", data_quality.show),
    ("blanks", "Blanks and statuses", blanks.show),
    ("protection", "How people are protected", protection.show),
    ("methods", "Methods and definitions", methods.show),
    ("obligations", "Obligations", obligations.show),
)


def pages(release: Release) -> dict[str, list]:
    """Heading -> its pages, as st.navigation takes them.

    More metrics than a sidebar can list are reached from the page of their stage, or by their address.
    """
    definitions = reading.definitions(release)
    groups = dict.fromkeys(each["metric_group"] for each in definitions.values())
    stages = [
        _page(release, partial(group.show, group=name), plain(name), group.address(name))
        for name in groups
    ]
    metrics = [
        _page(
            release,
            partial(metric.show, metric_id=key),
            definition["title"],
            key,
            visibility="hidden",
        )
        for key, definition in definitions.items()
    ]
    one_duty = _page(
        release,
        compliance_cell.show,
        compliance_cell.TITLE,
        compliance_read.CELL_PAGE,
        visibility="hidden",
    )
    return {
        "": [
            _page(release, overview.show, "Overview", "overview", default=True),
            _page(release, compliance.show, compliance.TITLE, compliance_read.PAGE),
            _page(release, new_methods.show, "New methods and the law", new_methods.ADDRESS),
            _page(release, all_metrics.show, "All metrics", "all_metrics"),
        ],
        "Stages of justice": stages,
        "About the data": [_page(release, show, title, path) for path, title, show in ABOUT],
        "Metrics": [*metrics, one_duty],
    }


def _page(release: Release, show, title: str, url_path: str, **more):
    return st.Page(lambda: framed(release, show), title=title, url_path=url_path, **more)
