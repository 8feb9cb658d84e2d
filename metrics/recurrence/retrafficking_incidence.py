"""New episodes of trafficking per 100 years that survivors were in sight."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import left, together
from metrics.populations.exited_survivors import IS_AGAIN
from metrics.recurrence import LINKAGE

metric = Metric(
    name="retrafficking_incidence",
    title="Re-trafficking per 100 person-years in sight",
    question="How many survivors were trafficked again for every hundred years that survivors were in sight after exit?",
    group="recurrence",
    kind="rate",
    population="exited_survivors",
    unit_counted="victims",
    value_unit="per_hundred_person_years",
    period_kind="cohort",
    numerator="Survivors of the exit cohort known to have been trafficked again, each once.",
    denominator="Days from exit to the new episode, death or the last contact, added over survivors who left in the year.",
    good_direction="neither",
    pair="followup_completeness",
    source="Rothman, Greenland and Lash 2008, Modern Epidemiology",
    source_clause="Incidence rate: events over person-time observed; exact Poisson interval",
    caveats=(
        LINKAGE,
        "The danger is greatest soon after exit, so a cohort followed longer has a lower rate from that alone: compare cohorts only at equal follow-up, or use the shares by 12 and 24 months.",
        "It is right only if those lost from sight are at no higher risk than those in sight; they often are.",
        "Looking harder raises it. Never rank jurisdictions on it.",
    ),
    answers_to=("palermo-9-1", "coe-16-5", "actip-11-1"),
    indicators=("RT-06",),
    breakdowns=("sex",),
    scopes=("trafficking",),
    counting={
        "date": "entered_on",
        "events": IS_AGAIN,
        "exposure": "greatest(date_diff('day', entered_on, CASE WHEN ending = 'open' THEN censored_on ELSE ended_on END), 0)",
        "per": 36525,
    },
    worked_example=WorkedExample(
        story="40 survivors leave on 1 January 2020. 10 are trafficked again after 100 days, 30 are last reached after 487. That is 10 in 1,000 + 14,610 = 15,610 days: 10 x 36,525 / 15,610.",
        rows=together(
            left("a", 10, "2020-01-01", last_contact="2020-04-10", again="2020-04-10"),
            left("b", 30, "2020-01-01", last_contact="2021-05-02"),
        ),
        about={"period_start": "2020-01-01", "breakdown": "total"},
        expect={"numerator": 10, "denominator": 15610, "value": 10 * 36525 / 15610},
    ),
)
