"""Civil claims that victims filed."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import several

CLAIM = ("claim_id", "victim_id")

metric = Metric(
    name="civil_claims_filed",
    title="Civil claims filed",
    question="How many civil claims did victims of trafficking file in the year?",
    group="redress",
    kind="count",
    population="filed_civil_claims",
    unit_counted="claims",
    value_unit="count",
    numerator="Civil claims of trafficking victims filed in the year.",
    denominator="Not applicable: it is a count, not a part of one.",
    good_direction="neither",
    pair="civil_claim_success",
    source="United States Code, title 18, section 1595; Council of Europe Convention on Action against Trafficking, Article 15(3)",
    source_clause="Civil remedy of victims against those who exploited them",
    caveats=(
        "A count cannot tell whether access became easier or trafficking more frequent.",
        "Many victims together may file one claim, and one victim several.",
        "Civil courts seldom mark which claims are about trafficking: claims not recognised as such are missing.",
    ),
    answers_to=("coe-15-3", "untoc-25-2", "palermo-6-6"),
    breakdowns=("civil_respondent",),
    scopes=("trafficking",),
    is_trended=True,
    counting={"date": "filed_on"},
    worked_example=WorkedExample(
        story="In 2021 victims file 11 claims against offenders and 4 against companies; 3 more are filed in 2022.",
        rows=together(
            several("civil_claims", "a", 11, CLAIM, filed_on="2021-02-01", against="offender"),
            several("civil_claims", "b", 4, CLAIM, filed_on="2021-05-01", against="company"),
            several("civil_claims", "c", 3, CLAIM, filed_on="2022-05-01", against="company"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 15, "value": 15},
    ),
)
