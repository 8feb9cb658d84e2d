"""Every page of the dashboard with its first-level heading, by address."""

from charts.format import plain
from tests.factory_metrics import METRICS
from views import compliance, group, new_methods
from views.navigation import ABOUT, ACROSS, FIRST, QUESTIONS

VIEWS = {"": "How justice systems answer for human-trafficking cases"}
VIEWS |= {view.ADDRESS: view.TITLE for view in (*FIRST, *QUESTIONS, *ACROSS)}
VIEWS |= {"compliance": compliance.TITLE}
"""Pages that answer a question."""

LOOK_UP = {path: title for path, title, _ in ABOUT}
LOOK_UP |= {"all_metrics": "All metrics", new_methods.ADDRESS: "New methods and the law"}

METRIC_PAGES = {metric.id: metric.title for metric in METRICS}

ONE_OF_A_KIND = list({metric.definition.kind: metric.id for metric in METRICS}.values())
"""A metric page of every kind of number."""

A_STAGE = {group.address("prosecution"): plain("prosecution")}
"""The page of one stage stands for all of them."""

WITHOUT_TABLES = {"published_figures"}
"""The made-up release holds no printed figure that a number of its own could be set beside."""

TITLES = VIEWS | LOOK_UP | METRIC_PAGES
"""Address -> first-level heading of every page but those of stages."""
