"""The appendix: every indicator of the field, and what answers it or why nothing does yet."""

from charts import format as reads
from release.read import Release
from reports.names import records


def indicator_table(release: Release, titles: dict[str, str]) -> dict | None:
    """`titles` maps a metric to its title; None where the release holds no indicators."""
    rows = records(release.table("indicators"))
    if not rows:
        return None
    answered = sum(bool(row["metrics"]) for row in rows)
    return {
        "title": f"{reads.many(len(rows), 'indicator')}; {answered} answered by a metric",
        "columns": ["Code", "Indicator", "Metrics that answer it, or why none does yet"],
        "aligns": ["left", "left", "left"],
        "rows": [[row["indicator"], row["title"], _answer(row, titles)] for row in rows],
        "note": "",
    }


def _answer(row: dict, titles: dict[str, str]) -> str:
    names = (row["metrics"] or "").splitlines()
    if names:
        return "; ".join(titles.get(name, name) for name in names)
    if row["answered_in"]:
        return f"In the table {row['answered_in']} of the release"
    return f"Not yet: {row['not_yet']}"
