"""What the page of re-trafficking says of its numbers, whatever they are."""

from languages import later

VERSION = later(
    "Which version this is: the estimate speaks as if all had stayed in our sight. Who moved, went "
    "home or wanted no contact is watched until then and no longer; who died can no longer be "
    "trafficked, and is not counted as lost."
)
LINES = later(
    "Three lines belong together. The estimate is right only if those lost from sight are at no "
    "higher risk than those in sight, and they often are. The lowest line counts only those known "
    "among all; the highest counts everybody lost as trafficked again."
)
LOOKING = later("Better follow-up raises the measured rate: never rank places on it.")
YOUNG = later(
    "Too young a cohort has no rate yet: only the dotted range in which it must fall is drawn. "
    "Horizons not reached by all can only grow."
)
REASONS = later(
    "Somebody who wants no contact has every right to it. Pressing people to stay in touch would "
    "be no improvement, and the reasons are here only to say who is out of sight."
)
EARLIER = later(
    "Two numbers come from the other side: earlier trafficking that people tell at intake is the "
    "least it can be; repeat referrals are the most that records show. Neither follows a cohort, "
    "so neither can be set against the estimate."
)
LIMITS = (
    later(
        "What became of those who are out of sight. The three lines say how far that could move the rate."
    ),
    later("Which place protects people better: where people are looked for, more is found."),
    later(
        "Whether somebody came again under another name or in another place, unless whoever links the "
        "records recognised them."
    ),
    later("What happens after three years, and in less than one."),
)
