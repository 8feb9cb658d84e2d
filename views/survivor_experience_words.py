"""What the page of survivor experience says of its numbers, whatever they are."""

from languages import later

NOBODY_ASKED = later("No survey of survivors was held here, so nobody was asked.")
VERDICT = later(
    "Satisfaction follows the verdict: compare a number only with one of the same outcome. A place "
    "that convicts more is not thereby a place that treats survivors better."
)
WHO_ASKS = later(
    "Who asks matters: people answer an agency that decides about them otherwise than somebody "
    "independent. Read these as a caution about all the numbers above, not as a result."
)
WEIGHTS = later(
    "The weighted number makes those who answered look like all who could have been asked, in the "
    "facts that are known of both. It cannot repair what is not known of the silent."
)
TREATMENT = later(
    "These are counted from records, not from answers, so the silent are in them. Each stands "
    "beside the number that would show if it were improved at a survivor's cost."
)
LIMITS = (
    later(
        "What those who kept silent would have said. The bounds show how far they could move a number; "
        "where these are wide, nothing can be claimed."
    ),
    later(
        "Whether an officer or an office did well: answers are few and given in confidence, so nothing "
        "is ever told by officer."
    ),
    later("Whether places differ: they ask other people, by other ways, at other times."),
    later(
        "A low response is no fault of survivors. Taking part is voluntary, and pressing people to "
        "answer would be no improvement."
    ),
)
