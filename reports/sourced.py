"""Where a figure comes from, in the line below it: metric, definition and release, or table and key."""

from languages import phrase
from reports.material import Material


def of_metric(metric_id: str, material: Material) -> str:
    """For a table, a chart or sentences about one metric."""
    return phrase(
        "Source: metric {metric}, definition {definition}, release {release}.",
        metric=metric_id,
        definition=material.definitions[metric_id]["definition_hash"],
        release=material.release_id,
    )


def of_metrics(material: Material) -> str:
    """For a table with a row a metric."""
    return phrase(
        "Source: table results of release {release}; the last chapter gives the metric and the definition of each row.",
        release=material.release_id,
    )


def of_table(table: str, release_id: str) -> str:
    """For what another table of the release holds."""
    return phrase("Source: table {table} of release {release}.", table=table, release=release_id)
