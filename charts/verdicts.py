"""What a comparison may say, in words: flags of places, verdicts on groups, signals over time, and reasons for silence.

None of them says that more or less is better, and none says why something differs.
"""

from charts.format import Words, is_missing, plain
from charts.release_words import inside
from languages import Said, later

FLAGS: dict[str, Words] = {
    "high_alarm": Words(
        later("Alarm: higher"),
        "▲",
        later(
            "Higher than the others taken together by more than chance explains: one place in 1,000 "
            "would lie so far above if none differed."
        ),
    ),
    "high_alert": Words(
        later("Alert: rather higher"),
        "△",
        later(
            "Rather higher than the others: one place in 40 would lie so far above by chance alone."
        ),
    ),
    "within": Words(
        later("Within chance"), "●", later("No further from the others than chance explains.")
    ),
    "low_alert": Words(
        later("Alert: rather lower"),
        "▽",
        later(
            "Rather lower than the others: one place in 40 would lie so far below by chance alone."
        ),
    ),
    "low_alarm": Words(
        later("Alarm: lower"),
        "▼",
        later(
            "Lower than the others taken together by more than chance explains: one place in 1,000 "
            "would lie so far below if none differed."
        ),
    ),
    "not_assessable": Words(
        later("Cannot be assessed"), "–", later("Nothing can be said, and the table says why.")
    ),
}
"""Flag of a place -> its words. A flag says higher or lower, never better or worse."""

VERDICTS: dict[str, Words] = {
    "cannot_tell": Words(
        later("Cannot tell"),
        "?",
        later("The numbers are too small, or are not there, to say whether the groups differ."),
    ),
    "no_difference_shown": Words(
        later("No difference shown"),
        "○",
        later(
            "Chance explains what is seen. That the groups are alike is not shown by it: how large a "
            "difference remains possible stands beside it."
        ),
    ),
    "possible_difference": Words(
        later("Possible difference"),
        "◈",
        later(
            "Seen alone it would count as a difference. But among so many comparisons chance brings some "
            "like it, or like could not be compared with like."
        ),
    ),
    "difference": Words(
        later("Difference"),
        "◆",
        later(
            "The groups differ by more than chance explains. Why they differ is another question."
        ),
    ),
    "difference_explained": Words(
        later("Difference that the mix of cases explains"),
        "◇",
        later(
            "The groups differ, and at least half of it goes away where like is compared with like."
        ),
    ),
}
"""Verdict on a group -> its words."""
FALSE_IN_A_LIST = 0.05
"""Share of listed differences that is expected to be false; the verdicts are made so (Benjamini-Hochberg).

It is also how often two equal groups, looked at alone, would seem to differ."""

REASONS = Said(
    {
        "not_reported": later("not reported"),
        "not_applicable": later("does not apply"),
        "not_yet": later("too early to tell"),
        "suppressed": later("suppressed to protect people"),
        "insufficient": later("too few to say"),
        "withheld": later("withheld"),
        "not_mature": later("cohort too young to be compared"),
        "not_followed": later("some were lost from view before the end"),
        "very_uncertain": later("too uncertain to be judged"),
        "too_few_places": later("too few places to compare with"),
        "no_target": later("nothing to compare with"),
        "too_few_units": later("too few counted"),
        "too_few_expected": later("too few expected, either way"),
        "no_reference_group": later("no reference group"),
        "too_few": later("too few in one of the two groups"),
    }
)
"""Why a comparison is silent, for the middle of a sentence."""

SIGNALS = Said(
    {
        "Above UCL": later("above the upper limit"),
        "Below LCL": later("below the lower limit"),
        "7 Point Trend (Increasing)": later("one of seven points that rise without a break"),
        "7 Point Trend (Decreasing)": later("one of seven points that fall without a break"),
        "2 in 3 Above CL": later("two of three points near the upper limit"),
        "2 in 3 Below CL": later("two of three points near the lower limit"),
        "7 Points Above CL": later("one of seven points in a row above the centre"),
        "7 Points Below CL": later("one of seven points in a row below the centre"),
        "Run Too Long": later("longer on one side of the middle than chance allows"),
        "Too Few Crossings": later("crosses the middle less often than chance would"),
    }
)
"""Rule of Making Data Count -> what it says, for the middle of a sentence."""


def reason(code) -> str:
    """Why nothing is said; empty where something is."""
    if is_missing(code):
        return ""
    return REASONS.get(code) or inside(plain(str(code)))


def signal(label) -> str:
    """The signal of a point in words; empty where there is none."""
    return "" if is_missing(label) else SIGNALS.get(label, label)
