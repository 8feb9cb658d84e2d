"""Published results compared: places with one another, and groups within a place. No person's row is read here."""

from metrics.comparing.columns import COMPARISON_COLUMNS, DISPARITY_COLUMNS
from metrics.comparing.disparities import disparities
from metrics.comparing.places import compare

__all__ = ["COMPARISON_COLUMNS", "DISPARITY_COLUMNS", "compare", "disparities"]
