"""Why an entry of a return is blank: the blanks of a release, and those that only a form brings about."""

from charts import format as reads
from languages import later

OWN: dict[str, reads.Words] = {
    "other_period": reads.Words(
        later("Told for other years only"),
        "[p]",
        later(
            "The release tells it for several years together, so that few people are never seen in one. "
            "That figure stands beside the entry, in a column of its own, and is not what the form asks."
        ),
    ),
    "left_out": reads.Words(
        later("Not told in this detail, to protect people"),
        "[d]",
        later(
            "Split so, too many counts would be of few people; the release leaves the split out."
        ),
    ),
    "merged": reads.Words(
        later("Told together with others"),
        "[g]",
        later("The place is too small for this category: a coarser one stands in its place."),
    ),
    "not_told": reads.Words(
        later("No such row in the release"),
        "[n]",
        later(
            "The release has no row for it: the category does not occur in the data of this place, or "
            "the metric does not stand in this release. It is not a zero."
        ),
    ),
    "not_measured": reads.Words(
        later("Not measured yet"),
        "[m]",
        later("No metric of this project counts what the form asks."),
    ),
    "words": reads.Words(
        later("For the ministry to write"),
        "[t]",
        later("The form asks for words, and the release does not hold them."),
    ),
    "no_figure": reads.Words(
        later("Nothing to fill in"), "[f]", later("A heading or a rule of the form.")
    ),
}
"""Blank of an entry of a form -> its words; these stand beside those of a release."""

KINDS: dict[str, reads.Words] = reads.BLANKS | OWN
"""Every blank of a return, those of the release first."""

CONFIDENTIAL = ("suppressed", "withheld", "left_out", "other_period", "merged")
"""Blanks behind which stands a number that the release keeps back, or tells more coarsely, to protect people."""
