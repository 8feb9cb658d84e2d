"""Share of cases in which recruitment or exploitation used online services."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import opened
from metrics.example_rows import together

metric = Metric(
    name="technology_facilitated_cases",
    title="Cases in which online services were used",
    question="Of the cases opened in the year, in how many did recruitment or exploitation use online services?",
    group="prosecution",
    kind="share",
    population="case_openings",
    unit_counted="cases",
    value_unit="share",
    numerator="Cases opened in the year in which recruitment or exploitation used online services.",
    denominator="Cases opened in the year of which it is recorded whether online services were used.",
    good_direction="neither",
    pair="proactive_openings",
    source="EU Directive 2011/36 as amended in 2024, Article 4(3)",
    source_clause="Trafficking aided by information and communication technologies",
    caveats=(
        "Read the missing share first: where most cases do not say, those that do are not like the rest.",
        "Investigators find what they look for: the share grows with digital forensics.",
        "Recorded once a case, early or late; what is found during the trial may never be entered.",
    ),
    answers_to=("eu-trafficking-4-3",),
    indicators=("PR-22",),
    breakdowns=("exploitation_form",),
    counting={
        "date": "opened_on",
        "column": "online",
        "part": ("yes",),
        "whole": ("yes", "no"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="30 cases are opened in 2021: 8 used online services, 12 did not, of 10 nothing is recorded. 8 of 20, and a third is missing.",
        rows=together(
            opened("a", 8, "2021-02-01", is_online=True),
            opened("b", 12, "2021-02-01", is_online=False),
            opened("c", 10, "2021-02-01"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 8, "denominator": 20, "value": 0.4, "missing_share": 1 / 3},
    ),
)
