"""Survivors trafficked again within one, two and three years of their exit."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import left, together
from metrics.recurrence import LINKAGE

metric = Metric(
    name="retrafficking",
    title="Re-trafficking by 12, 24 and 36 months after exit",
    question="Of the survivors who left exploitation in the year, how many were trafficked again within one, two and three years?",
    group="recurrence",
    kind="time_to_event",
    population="exited_survivors",
    unit_counted="victims",
    value_unit="share",
    period_kind="cohort",
    horizons=(365, 730, 1095),
    numerator="Survivors known to have been trafficked again within the horizon, confirmed or probable. The value takes into account that some were lost from sight, so it can differ from numerator over denominator.",
    denominator="Survivors with a first documented exit in the year.",
    good_direction="down",
    pair="followup_completeness",
    source="Jobe (IOM) 2010, The Causes and Consequences of Re-trafficking; Aalen and Johansen 1978",
    source_clause="Cumulative incidence of a new episode after exit, death competing, the lost censored at their last contact",
    caveats=(
        LINKAGE,
        "It is blank where nobody was in sight up to the horizon; its bounds still hold.",
        "It is right only if those lost from sight are at no higher risk than those in sight; they often are.",
        "Three lines belong together: the estimate; below, those known among all; above, as if everybody lost had been trafficked again.",
        "Horizons of less than a year are not told: few people would be added between two of them.",
        "Looking harder raises it. Never rank jurisdictions on it, and read it beside the completeness of follow-up.",
        "Leaving the area or returning home ends the sight of a person, not the risk: such survivors are censored.",
        "An episode found after contact had ended is counted, so where police records reach further than contacts do the estimate leans high.",
    ),
    answers_to=("palermo-9-1", "coe-16-5", "actip-11-1"),
    indicators=("RT-01",),
    breakdowns=("sex", "age_group", "citizenship_group", "exploitation_form"),
    scopes=("trafficking",),
    counting={"estimate": "cumulative_incidence", "events": ("retrafficked",)},
    is_headline=True,
    worked_example=WorkedExample(
        story="20 survivors leave exploitation on 1 January 2020. 2 are trafficked again after 100 days; 4 are last reached after 200 days; 14 are still in touch after two years. With everybody in sight on day 100, 2 of 20 is the estimate; 2 known of 20 is the lower bound, and with the 4 lost 6 of 20 the upper.",
        rows=together(
            left("a", 2, "2020-01-01", last_contact="2020-04-10", again="2020-04-10"),
            left("b", 4, "2020-01-01", last_contact="2020-07-19"),
            left("c", 14, "2020-01-01", last_contact="2022-01-05"),
        ),
        about={"period_start": "2020-01-01", "breakdown": "total", "horizon_days": 365},
        expect={
            "numerator": 2,
            "denominator": 20,
            "value": 0.1,
            "bound_lower": 0.1,
            "bound_upper": 0.3,
        },
    ),
)
