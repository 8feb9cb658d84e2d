"""What the page of money says of its numbers, whatever they are."""

from languages import later

CURRENCY = later("Currencies are never added up or converted, and prices are those of the time.")
UNITS = later(
    "People and money are two questions: how many survivors get anything, and how much of the money "
    "arrives. They stand side by side and are never divided by each other, for one large award "
    "can be most of the money."
)
STEPS = later(
    "Each step follows the claims or assets that began it in the period up to the day of the data, "
    "so the sum that begins a step need not be the one that ended the step before. Payments and "
    "sales take years: what is not there yet may still come."
)
LITTLE = later(
    "A large share of very little looks perfect: read every share beside the sum it is a share of, "
    "and beside the cases in which money was looked for at all."
)
LIMITS = (
    later("What survivors lost. What is claimed is what they or their lawyers asked for."),
    later("What was paid outside the records: in settlements, or straight from hand to hand."),
    later("Money that goes through the general budget before it reaches victims."),
    later(
        "A few large cases can decide any of these sums; a hidden sum could point to one person and is "
        "called hidden, never zero."
    ),
)
