"""Why requests were refused."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import requests

metric = Metric(
    name="refusal_grounds",
    title="Grounds on which requests were refused",
    question="On which grounds were requests of other jurisdictions refused in the year?",
    group="cooperation",
    kind="mix",
    population="refused_requests",
    unit_counted="requests",
    value_unit="share",
    numerator="Requests refused on this ground.",
    denominator="Requests refused in the year.",
    good_direction="neither",
    pair="refusal_share",
    source="UNTOC, Article 18(21) and (23)",
    source_clause="Reasons are given for every refusal",
    caveats=(
        "Every refusal has to be explained: those without a recorded ground stand as unknown.",
        "Incomplete is a ground that both sides can mend.",
        "Where several grounds were given, the data hold one.",
    ),
    answers_to=("untoc-18-1", "eu-eio-11-1"),
    indicators=("XB-04",),
    breakdowns=("refusal_ground",),
    scopes=("trafficking",),
    counting={"date": "ended_on", "column": "refusal_ground"},
    worked_example=WorkedExample(
        story="In 2021, 20 requests are refused: 12 as incomplete, 5 for human rights, 3 without a recorded ground. Incomplete: 12/20 = 0.6.",
        rows=together(
            requests("a", 12, "2021-02-01", refused_on="2021-05-01", ground="incomplete"),
            requests("b", 5, "2021-02-01", refused_on="2021-05-01", ground="human_rights"),
            requests("c", 3, "2021-02-01", refused_on="2021-05-01"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "category": "incomplete"},
        expect={"numerator": 12, "denominator": 20, "value": 0.6},
    ),
)
