"""How the decisions about suspects fell."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import suspected_and_charged
from metrics.example_rows import suspected, together

metric = Metric(
    name="prosecution_decision_mix",
    title="Decisions about suspects",
    question="When it was decided about suspects in the year, how many were charged with trafficking, charged with something else, or not charged?",
    group="prosecution",
    kind="mix",
    population="charging_decisions",
    unit_counted="decisions",
    value_unit="share",
    numerator="Decisions of this kind.",
    denominator="Decisions taken in the year, one about each suspect.",
    good_direction="neither",
    pair="charge_rate",
    source="EU Directive 2011/36, Article 19a(2)(d)",
    source_clause="Nature of the final decision to prosecute: indicted for trafficking, indicted for another crime, not indicted, other",
    caveats=(
        "The decisions of one year concern suspects of many years: for what becomes of suspects, use the charge rate.",
        "Refusal, suspension and referral are recorded in different ways; all ends without a charge stand together here.",
        "A suspect charged with trafficking and with something else counts as charged with trafficking.",
        "Clearing old files in bulk raises the share of those not charged.",
    ),
    answers_to=("eu-trafficking-19a-2", "eu-victims-11-1"),
    indicators=("PR-10",),
    breakdowns=("charging_decision",),
    counting={"date": "decided_on", "column": "charging_decision"},
    worked_example=WorkedExample(
        story="In 2021, 12 suspects are charged with trafficking, 2 with another offence, and the cases of 6 are closed. 6 of 20 decisions were not to charge.",
        rows=together(
            suspected_and_charged("a", 12, "2020-02-01", "2021-02-01"),
            suspected_and_charged("b", 2, "2020-02-01", "2021-03-01", offence="05"),
            suspected("c", 6, "2020-02-01", closed="2021-10-01"),
            suspected("d", 5, "2020-02-01"),
        ),
        about={
            "scope": "trafficking",
            "period_start": "2021-01-01",
            "period_end": "2021-12-31",
            "category": "closed_without_charge",
        },
        expect={"numerator": 6, "denominator": 20, "value": 0.3},
    ),
)
