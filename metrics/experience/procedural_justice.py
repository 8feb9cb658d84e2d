"""Survivors who felt heard, respected, informed and safe in the proceedings."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_survey import considered, scored

metric = Metric(
    name="procedural_justice",
    title="Heard, respected, informed, safe",
    question="Of the survivors who answered, how many rated well that they were heard, respected, informed and safe?",
    group="experience",
    kind="survey_score",
    population="surveyed_survivors",
    unit_counted="respondents",
    value_unit="share",
    numerator="Respondents who chose one of the two best of five answers about the facet.",
    denominator="Respondents who gave a score to the facet.",
    good_direction="up",
    pair="procedural_justice_scale",
    source="Wemmers 1996; Laxminarayan 2012",
    source_clause="Facets of procedural justice, one item each",
    caveats=(
        "One question a facet: a full scale asks several and is steadier.",
        "Words for respect and for being heard do not mean the same in every language: compare languages with care.",
        "How people were treated shapes their trust whatever the verdict: read it beside satisfaction.",
    ),
    indicators=("SX-02",),
    answers_to=("palermo-6-2", "eu-victims-10-1"),
    breakdowns=("survey_item",),
    scopes=("trafficking",),
    counting={
        "items": ("voice", "respect", "information", "safety"),
        "each": "survey_item",
        "year": "wave_year",
        "least": 4,
    },
    worked_example=WorkedExample(
        story="25 survivors are eligible in 2022; 20 say whether they were heard, 5 of them well, and all 20 felt respected: 5 of 20 felt heard.",
        rows=together(
            considered("a", 25, "answered"),
            scored("b", 5, 4, "voice"),
            scored("c", 15, 3, "voice"),
            scored("b", 5, 4, "respect"),
            scored("c", 15, 4, "respect"),
        ),
        about={"period_start": "2020-01-01", "category": "voice"},
        expect={"numerator": 5, "denominator": 20, "value": 0.25},
    ),
)
