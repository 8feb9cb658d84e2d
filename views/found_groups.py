"""Groups that differ from their reference group, in the newest years of the whole release."""

from charts import format as reads
from charts.choose import by_column
from charts.forest import difference
from charts.format import many
from release.read import Release
from views import reading
from views.found import MOST_TOLD, is_headline, linked, newest_told
from views.html import Markup, join

GAPS = (
    *("metric_id", "scope", "jurisdiction", "period_start", "period_end", "breakdown", "category"),
    *("reference", "verdict", "reason"),
    *("difference", "difference_lower", "difference_upper"),
)


def groups(release: Release) -> Markup | None:
    """Groups that differ in one place and the newest years, and how often nothing can be told."""
    rows = newest_told(reading.rows(release, "disparities", GAPS))
    if not rows:
        return None
    by_verdict = by_column(rows, "verdict")
    differ = by_verdict.get("difference", [])
    explained = len(by_verdict.get("difference_explained", []))
    silent = len(by_verdict.get("cannot_tell", []))
    head = (
        f"Of {many(len(rows), 'comparison')} of a group with its reference group, "
        f"{len(differ) or 'none'} {'shows' if len(differ) == 1 else 'show'} a difference"
        + (f", {explained} one that the mix of cases explains" if explained else "")
        + f", and in {silent:,} nothing can be told. Of the differences in such a list about 5% are "
        "chance. "
    )
    order = sorted(
        differ,
        key=lambda row: (not is_headline(release, row["metric_id"]), -abs(row["difference"])),
    )
    kept = {}
    for row in order:
        kept.setdefault(row["metric_id"], row)
    told = [_gap(release, row) for row in list(kept.values())[:MOST_TOLD]]
    tail = " Why groups differ is another question: their cases may differ too." if told else ""
    return join([head, join(told, " "), tail])


def _gap(release: Release, row: dict) -> Markup:
    names = reading.labels(release)
    group, beside = (
        names.category(row["breakdown"], row[name]).lower() for name in ("category", "reference")
    )
    period = reads.period(row["period_start"], row["period_end"])
    head = linked(release, row, f"{names.place(row['jurisdiction'])}, {period}")
    return join([head, f": “{group}” beside “{beside}”, {difference(row)}."])
