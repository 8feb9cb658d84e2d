"""How protection reads: what may be concluded from a blank, and what is told in less detail. The same at every door."""

from charts import format as reads
from charts.format import Words, is_missing

CONCLUSIONS = (
    "A hidden number may be small or large. Large ones are hidden because a small one could be worked "
    "out from them; which is which is told nowhere, in no file and in no order.",
    "Nothing follows from a blank about what is behind it: neither that there is something to hide, "
    "nor that somebody wanted it hidden.",
    "Zero is shown as zero, unless nobody in a small group has what is counted: then it is hidden like a small count.",
    "One count of a row may be shown and the other hidden; that says nothing about the hidden one.",
    "A rate needs at least 20 below the line, in some places more. With fewer the counts are shown, "
    "and no rate.",
    "What is protected is people. No agency, court or government is ever spared: that it recorded "
    "nothing, answered nobody or spent nothing is shown, however small the number.",
    "What was decided in open court is public: such figures are exact, however small, and marked "
    f"{reads.PUBLIC_FACT.shorthand} {reads.PUBLIC_FACT.label}.",
    "Counts of the official tables are never rounded, and nothing is added to them by chance. Medians and "
    "other numbers of days lie on a fixed grid of days, and sums of money are told to three figures, so "
    "that nobody's own waiting time or payment shows through. Only the data for research hold rounded "
    "counts, and say so.",
)
"""What a reader may conclude from a blank, and from its absence; one sentence of the kind a line."""

SUCCESSIVE = (
    "What was hidden in the last release stays hidden in this one where the two together would tell it.",
    "A count of a past period that has changed by only a few keeps the value it was published with "
    "until the change is large enough: a small difference between two releases would count the few "
    "people who came late.",
)
"""What is held between one release and the next."""

WAYS = {
    "shown": Words("Shown", "", "With its value."),
    "partly_shown": Words("Counts only", "", "Without a value; at least one count is shown."),
    "hidden": Words("Hidden", reads.BLANKS["suppressed"].shorthand, "Hidden to protect people."),
    "absent": Words(
        "No number for other reasons", "", "Not reported, too early, does not apply and the like."
    ),
}
"""Columns of the table `protection` that part the results planned -> their words."""

OUTCOMES = {"passed": "✓ Held", "not_needed": "Not needed", "not_run": "Not tried"}
"""Outcome of an attack in the table `audits` -> its words."""

AUDITS = {
    "line": "Line by line",
    "linear": "All sums at once",
    "integer": "Whole numbers",
    "informed": "One small count known",
    "research": "With the research data",
    "previous": "With the release before",
    "visible": "Small counts in sight",
    "artefacts": "Remains in the file",
}
"""Attack in the table `audits` -> its name for readers."""

TREATMENTS = {"alone": "By itself", "pooled": "With other small places", "left_out": "Left out"}
"""Treatment of a place in the table `research_notes` -> its words."""

LEFT_OUT = "left_out"
"""Offer in the table `plan` of what is not told at all."""


def is_in_less_detail(row: dict) -> bool:
    """True for a row of the table `plan` for which a finer table was passed over, or which is left out."""
    return not is_missing(row.get("passed_over")) or row["offer"] == LEFT_OUT


def plan_sentence(row: dict) -> str:
    """How a table is told and why, as the release says it."""
    if not is_missing(row.get("reason")):
        return row["reason"]
    return "Left out." if row["offer"] == LEFT_OUT else f"Told in {row['told']}."


def breakdown_words(code: str) -> str:
    """A breakdown in words: by sex; all together."""
    return "all together" if code == "total" else f"by {reads.plain(code).lower()}"


def policy_words(row: dict) -> tuple[str, str, str, str, str]:
    """A line of the policy: rule, value, where it applies, reason, clause."""
    applies = row.get("applies_to", row.get("applies"))
    return (
        reads.plain(row["name"]),
        (row["value"] or "None").replace("_", " "),
        reads.plain("everywhere" if is_missing(applies) else str(applies)).replace("_", " "),
        row["reason"] or "Not given",
        row["clause"] or "Not given",
    )
