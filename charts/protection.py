"""How protection reads: what may be concluded from a blank, and what is told in less detail. The same at every door."""

from charts import format as reads
from charts.format import Words, is_missing
from charts.release_words import inside
from languages import Said, SaidLines, later, phrase, phrase_in

CONCLUSIONS = SaidLines(
    later(
        "A hidden number may be small or large. Large ones are hidden because a small one could be worked "
        "out from them; which is which is told nowhere, in no file and in no order."
    ),
    later(
        "Nothing follows from a blank about what is behind it: neither that there is something to hide, "
        "nor that somebody wanted it hidden."
    ),
    later(
        "Zero is shown as zero, unless nobody in a small group has what is counted: then it is hidden like a small count."
    ),
    later(
        "One count of a row may be shown and the other hidden; that says nothing about the hidden one."
    ),
    later(
        "A rate needs at least 20 below the line, in some places more. With fewer the counts are shown, "
        "and no rate."
    ),
    later(
        "What is protected is people. No agency, court or government is ever spared: that it recorded "
        "nothing, answered nobody or spent nothing is shown, however small the number."
    ),
    later(
        "What was decided in open court is public: such figures are exact, however small, and marked § Open court record."
    ),
    later(
        "Counts of the official tables are never rounded, and nothing is added to them by chance. Medians and "
        "other numbers of days lie on a fixed grid of days, and sums of money are told to three figures, so "
        "that nobody's own waiting time or payment shows through. Only the data for research hold rounded "
        "counts, and say so."
    ),
)
"""What a reader may conclude from a blank, and from its absence; one sentence of the kind a line."""

SUCCESSIVE = SaidLines(
    later(
        "What was hidden in the last release stays hidden in this one where the two together would tell it."
    ),
    later(
        "A count of a past period that has changed by only a few keeps the value it was published with "
        "until the change is large enough: a small difference between two releases would count the few "
        "people who came late."
    ),
)
"""What is held between one release and the next."""

WAYS = {
    "shown": Words(later("Shown"), "", later("With its value.")),
    "partly_shown": Words(
        later("Counts only"), "", later("Without a value; at least one count is shown.")
    ),
    "hidden": Words(
        later("Hidden"), reads.BLANKS["suppressed"].shorthand, later("Hidden to protect people.")
    ),
    "absent": Words(
        later("No number for other reasons"),
        "",
        later("Not reported, too early, does not apply and the like."),
    ),
}
"""Columns of the table `protection` that part the results planned -> their words."""

OUTCOMES = Said(
    {"passed": later("✓ Held"), "not_needed": later("Not needed"), "not_run": later("Not tried")}
)
"""Outcome of an attack in the table `audits` -> its words."""

AUDITS = Said(
    {
        "line": later("Line by line"),
        "linear": later("All sums at once"),
        "integer": later("Whole numbers"),
        "informed": later("One small count known"),
        "research": later("With the research data"),
        "previous": later("With the release before"),
        "visible": later("Small counts in sight"),
        "artefacts": later("Remains in the file"),
    }
)
"""Attack in the table `audits` -> its name for readers."""

TREATMENTS = Said(
    {
        "alone": later("By itself"),
        "pooled": later("With other small places"),
        "left_out": later("Left out"),
    }
)
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
    return (
        phrase("Left out.")
        if row["offer"] == LEFT_OUT
        else phrase("Told in {detail}.", detail=row["told"])
    )


def breakdown_words(code: str) -> str:
    """A breakdown in words: by sex; all together."""
    return (
        phrase("all together")
        if code == "total"
        else phrase("by {breakdown}", breakdown=inside(reads.plain(code)))
    )


def policy_words(row: dict) -> tuple[str, str, str, str, str]:
    """A line of the policy: rule, value, where it applies, reason, clause."""
    applies = row.get("applies_to", row.get("applies"))
    return (
        reads.plain(row["name"]),
        row["value"].replace("_", " ") if row["value"] else phrase_in("value of a rule", "None"),
        reads.plain("everywhere" if is_missing(applies) else str(applies)).replace("_", " "),
        row["reason"] or phrase("Not given"),
        row["clause"] or phrase("Not given"),
    )
