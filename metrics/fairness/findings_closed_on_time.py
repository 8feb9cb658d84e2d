"""Faults found by audits that were mended by the day due."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import several

FAULT = {"criterion": "interpreter", "result": "not_met", "auditor": "r1", "due_on": "2021-06-30"}

metric = Metric(
    name="findings_closed_on_time",
    title="Faults found by audits and mended in time",
    question="Of the faults that audits found and that were to be mended in the year, how many were mended by the day due?",
    group="fairness",
    kind="share",
    population="findings_due",
    unit_counted="findings",
    value_unit="share",
    numerator="Files with the fault recorded as mended on or before the day due; a file counts once for each criterion not met.",
    denominator="Files with a fault to be mended in the year.",
    good_direction="up",
    pair="audit_pass_rate",
    source="Institute of Internal Auditors 2017, International Standards for the Professional Practice of Internal Auditing",
    source_clause="Standard 2500, monitoring progress: findings closed by the day due over findings due",
    caveats=(
        "Closed is what the office says: the next audit shows whether it holds.",
        "Some faults cannot be mended in the file itself, only avoided in later ones.",
        "Setting late days makes it look good.",
    ),
    answers_to=("coe-29-4", "tvpa-108b-10"),
    indicators=("FR-08",),
    breakdowns=("audit_criterion",),
    scopes=("trafficking",),
    counting={
        "date": "due_on",
        "column": "state",
        "part": ("on_time",),
        "whole": ("on_time", "late"),
        "unknown": (),
    },
    worked_example=WorkedExample(
        story="20 faults are to be mended by 30 June 2021. 9 are mended in May, 4 in August, 7 never. 9/20 = 0.45.",
        rows=together(
            several("audit_findings", "a", 9, "sample_id", closed_on="2021-05-15", **FAULT),
            several("audit_findings", "b", 4, "sample_id", closed_on="2021-08-15", **FAULT),
            several("audit_findings", "c", 7, "sample_id", **FAULT),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 9, "denominator": 20, "value": 0.45},
    ),
)
