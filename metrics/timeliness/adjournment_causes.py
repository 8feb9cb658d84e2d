"""Why hearings were adjourned."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import listed
from metrics.example_rows import together

metric = Metric(
    name="adjournment_causes",
    title="Causes of adjournments",
    question="Of the hearings adjourned in the year, how many were adjourned for which cause?",
    group="timeliness",
    kind="mix",
    population="adjourned_hearings",
    unit_counted="hearings",
    value_unit="share",
    numerator="Adjourned hearings with this cause.",
    denominator="Hearings listed for a day of the year and put off to a later day.",
    good_direction="neither",
    pair="adjournment_rate",
    source="NCSC CourTools measure 5",
    source_clause="Hearings adjourned, by cause",
    caveats=(
        "One cause a hearing, as the court recorded it; the other side may see it otherwise.",
        "A share of few hearings jumps from year to year.",
        "How often hearings are adjourned at all is told by the share of hearings adjourned.",
    ),
    answers_to=("echr-6-1", "iccpr-14-3"),
    indicators=("TM-10",),
    breakdowns=("adjournment_cause",),
    counting={"date": "listed_on", "column": "adjournment_cause"},
    worked_example=WorkedExample(
        story="In 2021, 20 hearings are adjourned: 6 for want of an interpreter, 10 on behalf of the defence, of 4 nobody recorded why. 6 of 20.",
        rows=together(
            listed("a", 6, "2021-03-01", "adjourned", cause="interpreter"),
            listed("b", 10, "2021-03-01", "adjourned", cause="defence"),
            listed("c", 4, "2021-03-01", "adjourned"),
        ),
        about={
            "scope": "trafficking",
            "period_start": "2021-01-01",
            "period_end": "2021-12-31",
            "category": "interpreter",
        },
        expect={"numerator": 6, "denominator": 20, "value": 0.3},
    ),
)
