"""Recommendations carried out by the day they were due, with evidence."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import several

DUE = {"made_on": "2020-03-01", "due_on": "2021-06-30"}
DONE = DUE | {"implemented_on": "2021-05-01"}
EVIDENCE = {"evidence_url": "https://example.org/evidence"}

metric = Metric(
    name="recommendations_implemented",
    title="Recommendations carried out in time, with evidence",
    question="Of the recommendations due in the year, how many were carried out by then, with evidence to show for it?",
    group="oversight",
    kind="quantity",
    population="recommendations_due",
    unit_counted="recommendations",
    value_unit="share",
    numerator="Recommendations carried out in full by the day they were due, with a link to the evidence.",
    denominator="Recommendations due in the year.",
    good_direction="up",
    pair="reports_on_time",
    source="Council of Europe Convention on Action against Trafficking, Article 38(7)",
    source_clause="Carried out by the day due over due",
    caveats=(
        "Those who owe the work say themselves that it is done: without a link to evidence it does not count.",
        "A link is not proof: follow it.",
        "Recommendations differ in weight; ten easy ones can hide the one that matters.",
        "Setting late days for everything makes it look good.",
        "All recommendations recorded are counted, so there is no interval.",
    ),
    answers_to=("coe-38-1", "coe-35-1", "tvpa-108b-10"),
    indicators=("CO-06",),
    breakdowns=("recommendation_source",),
    scopes=("trafficking",),
    counting={
        "date": "due_on",
        "part": "CASE WHEN state = 'shown' THEN 1 ELSE 0 END",
        "whole": "1",
    },
    worked_example=WorkedExample(
        story="20 recommendations are due on 30 June 2021. 6 are carried out with evidence, 4 said to be carried out without, 10 not carried out. 6/20 = 0.3.",
        rows=together(
            several(
                "recommendations",
                "a",
                6,
                "recommendation_id",
                source="rapporteur",
                **DONE,
                **EVIDENCE,
            ),
            several("recommendations", "b", 4, "recommendation_id", source="rapporteur", **DONE),
            several("recommendations", "c", 10, "recommendation_id", source="audit", **DUE),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 6, "denominator": 20, "value": 0.3},
    ),
)
