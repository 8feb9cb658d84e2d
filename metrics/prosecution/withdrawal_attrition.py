"""Share of cases closed without charge that were closed because the victim no longer supported them."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import opened
from metrics.example_rows import together

KNOWN = (
    "no_suspect",
    "evidence",
    "victim_withdrew",
    "not_in_public_interest",
    "administrative",
    "transferred_abroad",
    "died",
    "other_offence",
    "other",
)

metric = Metric(
    name="withdrawal_attrition",
    title="Cases closed because the victim withdrew",
    question="Of the cases closed in the year without a charge, how many were closed because the victim no longer supported them?",
    group="prosecution",
    kind="share",
    population="closed_cases",
    unit_counted="cases",
    value_unit="share",
    numerator="Cases closed in the year without a charge, with the victim's withdrawal as the last reason given.",
    denominator="Cases closed in the year without a charge against anybody, of which the reason is known.",
    good_direction="neither",
    pair="evidence_led_verdicts",
    source="UK Ministry of Justice, criminal justice scorecards",
    source_clause="Cases closed because the victim does not support further action, of cases closed",
    caveats=(
        "Victims may have good reasons, fear among them: withdrawal is theirs to choose, and support is what the State owes them.",
        "It is often recorded as a lack of evidence instead: a fall may be a change of coding. Read it beside the reasons for declining.",
        "Cases closed before a charge only; victims who withdraw later are not seen here.",
        "Support is told for cases with a known victim where assistance is reported; who withdraws early may have had no time to receive any.",
    ),
    answers_to=("eu-trafficking-9-1", "coe-27-1"),
    indicators=("PR-13",),
    breakdowns=("exploitation_form", "support", "cross_border"),
    is_trended=True,
    counting={
        "date": "closed_on",
        "column": "closure_reason",
        "part": ("victim_withdrew",),
        "whole": KNOWN,
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021, 20 cases are closed: 6 because the victim withdrew, 13 for want of evidence, 1 for a reason nobody recorded. 6 of the 19 with a known reason; 1 of 20 is missing.",
        rows=together(
            opened("a", 6, "2020-02-01", closed="2021-05-01", reason="victim_withdrew"),
            opened("b", 13, "2020-02-01", closed="2021-05-01", reason="evidence"),
            opened("c", 1, "2020-02-01", closed="2021-05-01"),
            opened("d", 5, "2020-02-01"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 6, "denominator": 19, "value": 6 / 19, "missing_share": 1 / 20},
    ),
)
