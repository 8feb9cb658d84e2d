"""Published results in order of time: which points may be told, and which differ from chance. No person's row is read here."""

from metrics.trending.columns import TREND_COLUMNS
from metrics.trending.trends import trends

__all__ = ["TREND_COLUMNS", "trends"]
