"""Share of cases that were opened without a victim's complaint."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import opened
from metrics.example_rows import together

WITHOUT_VICTIM = (
    "police",
    "labour_inspection",
    "immigration",
    "support_service",
    "health",
    "school",
    "public",
    "hotline",
    "other_agency",
    "foreign_authority",
    "other",
)

metric = Metric(
    name="proactive_openings",
    title="Cases opened without a victim's complaint",
    question="Of the cases opened in the year, how many began otherwise than with a victim's complaint?",
    group="prosecution",
    kind="share",
    population="case_openings",
    unit_counted="cases",
    value_unit="share",
    numerator="Cases opened in the year that somebody other than the victim first brought to notice.",
    denominator="Cases opened in the year of which it is known who first brought them to notice.",
    good_direction="neither",
    pair="withdrawal_attrition",
    source="Council of Europe Convention, Article 27(1); EU Directive 2011/36, Article 9(1)",
    source_clause="Investigation does not depend on a complaint of the victim",
    caveats=(
        "The source is often overwritten once the victim cooperates: then the share is too low.",
        "It falls when more victims trust the police enough to come forward, which is no failure.",
        "A report by a support service is counted as begun without the victim, though the victim may have asked for it.",
        "Cases whose source nobody recorded are left out and shown as missing.",
    ),
    answers_to=("coe-27-1", "eu-trafficking-9-1", "actip-16-1"),
    indicators=("PR-21",),
    breakdowns=("exploitation_form", "cross_border"),
    is_trended=True,
    counting={
        "date": "opened_on",
        "column": "lead_source",
        "part": WITHOUT_VICTIM,
        "whole": (*WITHOUT_VICTIM, "victim"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021, 20 cases are opened: 12 by the police or labour inspectors on their own, 7 on a victim's complaint, 1 of which nobody recorded how. 12 of 19; 1 of 20 is missing.",
        rows=together(
            opened("a", 10, "2021-02-01", lead_source="police"),
            opened("b", 2, "2021-02-01", lead_source="labour_inspection"),
            opened("c", 7, "2021-02-01", lead_source="victim"),
            opened("d", 1, "2021-02-01"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 19, "value": 12 / 19, "missing_share": 1 / 20},
    ),
)
