"""Published numbers compared: places with one another, and groups within a place. No person's row is read here."""

from metrics.comparing.columns import COMPARISON_COLUMNS, DISPARITY_COLUMNS
from metrics.comparing.disparities import disparities
from metrics.comparing.metrics_inside import metrics_inside
from metrics.comparing.places import compare
from metrics.comparing.strata_before import safe_after
from metrics.comparing.strata_table import STRATA_TABLE_COLUMNS, published_strata

__all__ = [
    "COMPARISON_COLUMNS",
    "DISPARITY_COLUMNS",
    "STRATA_TABLE_COLUMNS",
    "compare",
    "disparities",
    "metrics_inside",
    "published_strata",
    "safe_after",
]
