"""Complaints upheld in full or in part, of those decided."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import complaints

metric = Metric(
    name="complaints_upheld",
    title="Complaints upheld in full or in part",
    question="Of the complaints decided in the year, how many were upheld in full or in part?",
    group="oversight",
    kind="share",
    population="received_complaints",
    unit_counted="complaints",
    value_unit="share",
    numerator="Complaints upheld or upheld in part.",
    denominator="Complaints upheld, upheld in part or not upheld in the year, whenever they were received.",
    good_direction="neither",
    pair="independent_handling",
    source="Council of Europe Convention on Action against Trafficking, Article 29(4)",
    source_clause="Upheld in full or in part over decided",
    caveats=(
        "High can mean bad work by officials or a fair hearing for those who complain; low the reverse of either.",
        "Complaints turned away before anybody looked into them count as not upheld where they are recorded, and nowhere where they are not.",
        "Withdrawn complaints are not here; some are withdrawn under pressure.",
        "Decided complaints without a recorded outcome are left out and shown as missing.",
    ),
    answers_to=("coe-29-4", "coe-27-2"),
    indicators=("CO-03",),
    breakdowns=("agency_kind",),
    scopes=("trafficking",),
    is_trended=True,
    counting={
        "date": "decided_on",
        "column": "outcome",
        "part": ("upheld", "partly_upheld"),
        "whole": ("upheld", "partly_upheld", "not_upheld"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021, 5 complaints are upheld, 3 in part, 12 not; 4 are withdrawn. 8/20 = 0.4.",
        rows=together(
            complaints("a", 5, "2020-12-01", "2021-02-01", outcome="upheld"),
            complaints("b", 3, "2020-12-01", "2021-02-01", outcome="partly_upheld"),
            complaints("c", 12, "2020-12-01", "2021-02-01", outcome="not_upheld"),
            complaints("d", 4, "2020-12-01", "2021-02-01", outcome="withdrawn"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 8, "denominator": 20, "value": 0.4},
    ),
)
