"""Identified victims who saw a conviction of trafficking within three years, group by group."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, identified, together
from metrics.example_victims import helped

metric = Metric(
    name="victims_conviction_within_3_years",
    title="Victims who saw a conviction within three years",
    question="Of the victims identified in the year, how many saw somebody convicted of trafficking in their case within three years?",
    group="identification",
    kind="time_to_event",
    population="victims_to_conviction",
    unit_counted="victims",
    value_unit="share",
    period_kind="cohort",
    horizons=(1095,),
    numerator="Victims with a conviction of trafficking in one of their cases within the horizon. The value takes into account that some could not be followed so long, so it can differ from numerator over denominator.",
    denominator="Victims formally identified in the year of whom every step recorded has a date.",
    good_direction="neither",
    pair="survivor_satisfaction",
    source="Aalen and Johansen 1978; docs/methods.md, sections 1 and 3",
    source_clause="Cumulative incidence of conviction with withdrawal, death, closure and an end without conviction as competing ends",
    caveats=(
        "It is the last step of the staircase from identification to conviction, shown for groups of victims.",
        "Groups differ in what was done to them and in what they want from justice: a difference is a question to look into, not proof of unequal treatment.",
        "Support counts where it began within 90 days of identification. Those supported may have had stronger cases to begin with, so the difference is not what support achieved.",
        "The path follows the victim: after a withdrawal or death nothing further is counted, even if the case goes on.",
        "Blank where victims' and courts' pseudonyms cannot be linked. A zero would be false comfort.",
    ),
    answers_to=("echr-4-1", "tvpa-108b-1"),
    breakdowns=(
        "support",
        "sex",
        "age_group",
        "citizenship_group",
        "exploitation_form",
        "migration_status",
        "cross_border",
    ),
    scopes=("trafficking",),
    counting={"estimate": "cumulative_incidence", "events": ("reached",)},
    is_headline=True,
    case_mix=("exploitation_form", "age_group"),
    worked_example=WorkedExample(
        story="24 victims are identified on 10 January 2020. 12 get support within a month, and 9 of them see a conviction within the year; of the 12 others 3 do. Of those supported 9 of 12 saw a conviction within three years.",
        rows=together(
            identified("a", 9, "2020-01-10", opened="2020-01-20"),
            charged("a", 9, "2020-06-01", "2020-12-01", "convicted"),
            helped("a", 9, "2020-01-15", "2020-01-20"),
            identified("b", 3, "2020-01-10"),
            helped("b", 3, "2020-01-15", "2020-01-20"),
            identified("c", 3, "2020-01-10", opened="2020-01-20"),
            charged("c", 3, "2020-06-01", "2020-12-01", "convicted"),
            identified("d", 9, "2020-01-10"),
        ),
        about={"breakdown": "support", "category": "yes", "period_start": "2020-01-01"},
        expect={"numerator": 9, "denominator": 12, "value": 0.75, "horizon_days": 1095},
    ),
)
