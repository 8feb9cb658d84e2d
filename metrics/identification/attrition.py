"""How far the cases of identified victims got within three years: the staircase from identification to conviction."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, identified, together

metric = Metric(
    name="attrition",
    title="From identification to conviction",
    question="Of the victims identified in the year, how many saw their case investigated, charged, tried and ended in a conviction within three years?",
    group="identification",
    kind="time_to_event",
    population="identified_victims",
    unit_counted="victims",
    value_unit="share",
    period_kind="cohort",
    horizons=(1095,),
    numerator="Victims one of whose cases reached the stage within the horizon; a later stage stands for the earlier ones. The value takes into account that some could not be followed so long, so it can differ from numerator over denominator.",
    denominator="Victims formally identified in the year of whom every step recorded has a date, the same at every stage.",
    good_direction="neither",
    pair="survivor_satisfaction",
    source="Aalen and Johansen 1978; docs/methods.md, sections 1 and 3",
    source_clause="Cumulative incidence of each stage with withdrawal, death, closure and an end without conviction as competing ends",
    caveats=(
        "Counts victims, not suspects: one offender may stand behind many victims, so it is never divided by numbers of defendants.",
        "The path follows the victim: after a withdrawal or death nothing further is counted, even if the case goes on without them.",
        "Justice is not the only thing survivors want; many choose not to take part. A low last step is a question, not a verdict.",
        "Blank where victims' and courts' pseudonyms cannot be linked. A zero would be false comfort.",
    ),
    answers_to=("echr-4-1", "tvpa-108b-1"),
    breakdowns=("stage",),
    scopes=("trafficking",),
    counting={"estimate": "cumulative_incidence", "events": ("reached",), "each": "stage"},
    is_headline=True,
    worked_example=WorkedExample(
        story="20 victims are identified on 10 January 2020. 10 have a case charged in June and ended in a conviction within the year; 4 withdraw in March, before anything was charged; 6 have no case. 10 of 20 saw a charge.",
        rows=together(
            identified("a", 10, "2020-01-10", opened="2020-01-20"),
            charged("a", 10, "2020-06-01", "2020-12-01", "convicted"),
            identified("b", 4, "2020-01-10", opened="2020-01-20", withdrew="2020-03-01"),
            charged("b", 4, "2020-06-01"),
            identified("c", 6, "2020-01-10"),
        ),
        about={"period_start": "2020-01-01", "breakdown": "stage", "category": "charged"},
        expect={"numerator": 10, "denominator": 20, "value": 0.5, "horizon_days": 1095},
    ),
)
