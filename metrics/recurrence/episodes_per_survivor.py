"""New episodes of trafficking per survivor within one, two and three years of exit."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import left, together
from metrics.example_sight import left_and_again
from metrics.recurrence import LINKAGE

metric = Metric(
    name="episodes_per_survivor",
    title="New episodes per survivor after exit",
    question="How many new episodes of trafficking does a survivor go through, on average, within one, two and three years of exit?",
    group="recurrence",
    kind="recurrent",
    population="episodes_in_follow_up",
    unit_counted="victims",
    value_unit="mean",
    period_kind="cohort",
    horizons=(365, 730, 1095),
    numerator="New episodes known within the horizon. The value takes into account that some survivors were lost from sight, so it can differ from numerator over denominator.",
    denominator="Survivors with a first documented exit in the year.",
    good_direction="down",
    pair="followup_completeness",
    source="Nelson 1988; Lawless and Nadeau 1995",
    source_clause="Mean cumulative function; standard error over persons, whose episodes belong together",
    caveats=(
        LINKAGE,
        "Re-trafficking counts each survivor once; this counts every episode, so it is higher where the same people are trafficked again and again.",
        "It is right only if those lost from sight are at no higher risk than those in sight; they often are. The episodes known, over all survivors, are the least it can be; what was not seen has no upper bound.",
        "Death ends the sight of a person and counts as nothing else: it is the mean among those alive.",
        "Episodes recorded with the same first day are one episode.",
        "Looking harder raises it. Never rank jurisdictions on it, and read it beside the completeness of follow-up.",
    ),
    answers_to=("palermo-9-1", "coe-16-5", "actip-11-1"),
    breakdowns=("sex", "age_group"),
    scopes=("trafficking",),
    counting={"entered": "entered_on", "event": "episode_on", "ended": "left_on"},
    worked_example=WorkedExample(
        story="20 survivors leave on 1 January 2020. 10 are trafficked again after 100 days and once more after 300; all 20 are in sight on day 100, but 4 others are last reached on day 200. That is 10 of 20 on day 100 and 10 of 16 on day 300: 0.5 + 0.625 = 1.125 episodes a survivor within a year; 20 episodes known over 20 survivors are the least it can be.",
        rows=together(
            left_and_again("a", 10, "2020-01-01", "2021-06-01", ("2020-04-10", "2020-10-27")),
            left("b", 4, "2020-01-01", last_contact="2020-07-19"),
            left("c", 6, "2020-01-01", last_contact="2021-06-01"),
        ),
        about={
            "period_start": "2020-01-01",
            "period_end": "2020-12-31",
            "breakdown": "total",
            "horizon_days": 365,
        },
        expect={
            "numerator": 20,
            "denominator": 20,
            "value": 1.125,
            "bound_lower": None,
            "maturity": "mature",
        },
    ),
)
