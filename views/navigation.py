"""The pages of the dashboard, each with a lasting address: questions first, then where to look things up."""

from functools import partial

import streamlit as st

from charts import release_words
from charts.format import plain
from languages import later, phrase
from release.read import Release
from views import (
    after_exit,
    all_metrics,
    blanks,
    case_flow,
    comparison,
    complaints_and_audits,
    compliance,
    compliance_cell,
    compliance_read,
    cooperation,
    data_quality,
    fairness_audit,
    group,
    methods,
    metric,
    money,
    new_methods,
    obligations,
    overview,
    place_profile,
    protection,
    published_figures,
    reading,
    reports_and_returns,
    revisions,
    survivor_experience,
    time_to_justice,
    trends,
)
from views.frame import framed

FIRST = (place_profile,)
QUESTIONS = (
    case_flow,
    time_to_justice,
    survivor_experience,
    after_exit,
    money,
    cooperation,
    fairness_audit,
    complaints_and_audits,
)
ACROSS = (comparison, trends, revisions, published_figures)
TAKEN = (reports_and_returns,)
ABOUT = (
    ("data_quality", later("Data quality and coverage"), data_quality.show),
    ("blanks", later("Blanks and statuses"), blanks.show),
    ("protection", later("How people are protected"), protection.show),
    ("methods", later("Methods and definitions"), methods.show),
    ("obligations", later("Obligations"), obligations.show),
)


def pages(release: Release) -> dict[str, list]:
    """Heading -> its pages, as st.navigation takes them; pages below "" and the headings stand in the sidebar.

    Those below HIDDEN are reached from other pages, or by their address.
    """
    return {
        "": [
            _page(release, overview.show, phrase("Overview"), "overview", default=True),
            *(_view(release, view) for view in FIRST),
            _page(release, compliance.show, phrase(compliance.TITLE), compliance_read.PAGE),
            *(_view(release, view) for view in TAKEN),
        ],
        phrase("How justice answers"): [_view(release, view) for view in QUESTIONS],
        phrase("Across places and time"): [_view(release, view) for view in ACROSS],
        phrase("Look up"): [
            _page(release, all_metrics.show, phrase("All metrics"), "all_metrics"),
            _page(release, new_methods.show, phrase(new_methods.TITLE), new_methods.ADDRESS),
            *(_page(release, show, phrase(title), path) for path, title, show in ABOUT),
        ],
        HIDDEN: [*_stages(release), *_metrics(release), _cell(release)],
    }


HIDDEN = "Reached from other pages"


def _view(release: Release, view):
    return _page(release, view.show, phrase(view.TITLE), view.ADDRESS)


def _stages(release: Release) -> list:
    names = dict.fromkeys(each["metric_group"] for each in reading.definitions(release).values())
    return [
        _page(release, partial(group.show, group=name), plain(name), group.address(name))
        for name in names
    ]


def _metrics(release: Release) -> list:
    return [
        _page(release, partial(metric.show, metric_id=key), release_words.title(definition), key)
        for key, definition in reading.definitions(release).items()
    ]


def _cell(release: Release):
    return _page(
        release, compliance_cell.show, phrase(compliance_cell.TITLE), compliance_read.CELL_PAGE
    )


def _page(release: Release, show, title: str, url_path: str, **more):
    return st.Page(lambda: framed(release, show), title=title, url_path=url_path, **more)
