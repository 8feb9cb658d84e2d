"""Groups that differ from their reference group, in the newest years of the whole release."""

from charts import format as reads
from charts.forest import difference
from charts.joining import with_commas
from charts.release_words import inside
from charts.signals import differs, is_tested
from charts.verdicts import FALSE_IN_A_LIST
from languages import percent, phrase, phrase_for, whole
from release.read import Release
from views import fairness_read, reading
from views.fairness_summary import comparisons
from views.filled import filled
from views.found import MOST_TOLD, Finding, is_headline, linked
from views.html import Markup, link


def groups(release: Release) -> Finding | None:
    """Groups that differ in one place and the newest years, and how often nothing can be told."""
    rows = fairness_read.newest(release)
    if not rows:
        return None
    differ = [row for row in rows if differs(row)]
    explained = sum(row["verdict"] == "difference_explained" for row in rows)
    silent = sum(not is_tested(row) for row in rows)
    compared = comparisons(len(rows))
    title = phrase("None of {comparisons} of groups show a difference", comparisons=compared)
    if differ:
        title = phrase_for(
            len(differ),
            "{number} of {comparisons} of groups shows a difference",
            "{number} of {comparisons} of groups show a difference",
            comparisons=compared,
        )
    honest = phrase(
        "In {silent} nothing can be told. Of the differences in such a list about {share} are chance; "
        "why groups differ is another question.",
        silent=whole(silent),
        share=percent(FALSE_IN_A_LIST, 0),
    )
    if explained:
        mixed = phrase_for(
            explained,
            "{number} of these differences goes with the mix of cases.",
            "{number} of these differences go with the mix of cases.",
        )
        honest = f"{honest} {mixed}"
    more = link(phrase("Fairness audit"), "fairness_audit")
    points = [filled(phrase("{told} {link}."), told=honest, link=more)]
    order = sorted(
        differ,
        key=lambda row: (
            row["verdict"] != "difference",
            not is_headline(release, row["metric_id"]),
            -abs(row["difference"]),
        ),
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
        inside(names.category(row["breakdown"], row[name])) for name in ("category", "reference")
    )
    period = reads.period(row["period_start"], row["period_end"])
    where = with_commas([names.place(row["jurisdiction"]), period])
    said = phrase("{metric}: “{group}” beside “{other}”, {difference}.")
    head = linked(release, row, where)
    return filled(said, metric=head, group=group, other=beside, difference=difference(row))
