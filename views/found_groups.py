"""Groups that differ from their reference group, in the newest years of the whole release."""

from charts import format as reads
from charts.choose import by_column
from charts.forest import difference
from charts.format import many
from release.read import Release
from views import reading
from views.found import MOST_TOLD, Finding, is_headline, linked, newest_told
from views.html import Markup, join, link

GAPS = (
    *("metric_id", "scope", "jurisdiction", "period_start", "period_end", "breakdown", "category"),
    *("reference", "verdict", "reason"),
    *("difference", "difference_lower", "difference_upper"),
)


def groups(release: Release) -> Finding | None:
    """Groups that differ in one place and the newest years, and how often nothing can be told."""
    rows = newest_told(reading.rows(release, "disparities", GAPS))
    if not rows:
        return None
    by_verdict = by_column(rows, "verdict")
    differ = by_verdict.get("difference", [])
    explained = len(by_verdict.get("difference_explained", []))
    silent = len(by_verdict.get("cannot_tell", []))
    title = (
        f"{len(differ) or 'None'} of {many(len(rows), 'comparison')} of groups "
        f"{'shows' if len(differ) == 1 else 'show'} a difference"
    )
    mixed = f" {explained} more go with the mix of cases." if explained else ""
    honest = (
        f"In {silent:,} nothing can be told. Of the differences in such a list about 5% are chance; why "
        f"groups differ is another question.{mixed} "
    )
    points = [join([honest, link("Fairness audit", "fairness_audit"), "."])]
    order = sorted(
        differ,
        key=lambda row: (not is_headline(release, row["metric_id"]), -abs(row["difference"])),
    )
    kept = {}
    for row in order:
        kept.setdefault(row["metric_id"], row)
    points += [gap(release, row) for row in list(kept.values())[:MOST_TOLD]]
    return Finding(title, tuple(points))


def gap(release: Release, row: dict) -> Markup:
    """One difference: metric, place and period, both groups, and by how much."""
    names = reading.labels(release)
    group, beside = (
        names.category(row["breakdown"], row[name]).lower() for name in ("category", "reference")
    )
    period = reads.period(row["period_start"], row["period_end"])
    head = linked(release, row, f"{names.place(row['jurisdiction'])}, {period}")
    return join([head, f": “{group}” beside “{beside}”, {difference(row)}."])
