"""Applications to a State fund that were granted, of those decided."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import claims, together
from metrics.example_tables import several

metric = Metric(
    name="state_fund_success",
    title="Applications to the State fund granted",
    question="Of the applications to a State fund that were decided in the year, how many were granted?",
    group="redress",
    kind="share",
    population="decided_claims",
    unit_counted="claims",
    value_unit="share",
    numerator="Applications on which something was awarded, up to the data date.",
    denominator="Applications to a State fund first decided in the year.",
    good_direction="neither",
    pair="claim_rate",
    source="Council of Europe Convention on Action against Trafficking, Article 15(4)",
    source_clause="Awards over applications decided",
    caveats=(
        "Officials who turn people away before they apply lift it: read it beside how many claim.",
        "Conditions such as residence, a criminal report or a deadline decide more than the merits do.",
        "A victim with several applications counts with each.",
        "Blank where there is no fund, or where nobody reports its decisions.",
    ),
    answers_to=("coe-15-4", "eu-trafficking-17-1", "eu-compensation-12-2", "actip-14-10"),
    indicators=("FI-11",),
    scopes=("trafficking",),
    is_trended=True,
    counting={
        "date": "decided_on",
        "column": "CASE WHEN route = 'state_fund' THEN outcome END",
        "part": ("awarded",),
        "whole": ("awarded", "refused"),
        "unknown": (),
    },
    worked_example=WorkedExample(
        story="In 2021 the State fund grants 6 applications and refuses 9; a court awards 5 victims compensation, which is not counted here. 6/15 = 0.4.",
        rows=together(
            several(
                "compensation",
                "a",
                6,
                ("claim_id", "victim_id"),
                route="state_fund",
                fact="awarded",
                occurred_on="2021-03-01",
                amount=1000,
                currency="EUR",
            ),
            several(
                "compensation",
                "b",
                9,
                ("claim_id", "victim_id"),
                route="state_fund",
                fact="refused",
                occurred_on="2021-03-01",
            ),
            claims("c", 5, "2021-03-01", awarded=1000),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 6, "denominator": 15, "value": 0.4},
    ),
)
