"""Victims who gave evidence having agreed to it after being informed."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_survey import testified

metric = Metric(
    name="informed_consent",
    title="Informed consent to testimony",
    question="Of the victims who gave evidence in the year, how many had agreed to it after being informed?",
    group="experience",
    kind="share",
    population="testifying_victims",
    unit_counted="victims",
    value_unit="share",
    numerator="Victims who agreed to give evidence after being told what it means for them.",
    denominator="Victims who gave evidence and of whom it is recorded whether they were informed and agreed.",
    good_direction="up",
    pair="needs_assessed_before_testimony",
    source="Directive 2012/29/EU",
    source_clause="Articles 3, 4 and 10: the right to understand, to information and to be heard",
    caveats=(
        "A signature is not understanding: it is recorded by those who need the testimony.",
        "Help may never hang on consent to testify.",
        "Where nothing is recorded the victim is left out and shown as missing.",
    ),
    answers_to=("coe-12-6", "eu-victims-4-1", "palermo-6-2"),
    breakdowns=("age_group", "sex", "citizenship_group"),
    scopes=("trafficking",),
    counting={
        "date": "given_on",
        "column": "consent",
        "part": ("informed",),
        "whole": ("informed", "not_informed", "refused"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021, 12 victims testify after being informed, 6 without, 2 against their will, and of 5 nothing is recorded: 12 of 20, a fifth left out.",
        rows=together(
            testified("a", 12, mode="live", consent="informed"),
            testified("b", 6, mode="live", consent="not_informed"),
            testified("c", 2, mode="live", consent="refused"),
            testified("d", 5, mode="live", consent="unknown"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 20, "value": 0.6, "missing_share": 0.2},
    ),
)
