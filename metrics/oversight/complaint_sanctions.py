"""Complaints that led to discipline, of those closed."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import complaints

metric = Metric(
    name="complaint_sanctions",
    title="Complaints that led to discipline",
    question="Of the complaints closed in the year, how many led to discipline, dismissal or criminal proceedings?",
    group="oversight",
    kind="share",
    population="received_complaints",
    unit_counted="complaints",
    value_unit="share",
    numerator="Complaints with a disciplinary measure, a dismissal or criminal proceedings as their consequence.",
    denominator="Complaints decided or withdrawn in the year, whenever they were received.",
    good_direction="neither",
    pair="complaints_upheld",
    source="Justice Counts, prosecution metrics",
    source_clause="Violations filed resulting in discipline; here over complaints closed, since an open one cannot have led to it yet",
    caveats=(
        "Discipline is one answer; an apology or training can be the better one.",
        "Consequences that came after the decision are often not recorded.",
        "Complaints upheld without a recorded consequence, and those without a recorded outcome, are left out and shown as missing.",
        "Few complaints call for discipline: a low share alone shows nothing.",
    ),
    answers_to=("coe-29-4", "tvpa-108b-7"),
    indicators=("CO-04",),
    breakdowns=("agency_kind",),
    scopes=("trafficking",),
    counting={
        "date": "decided_on",
        "column": "CASE WHEN outcome = 'unknown' THEN 'unknown' ELSE sanction END",
        "part": ("discipline", "dismissal", "criminal"),
        "whole": ("none", "apology", "training", "discipline", "dismissal", "criminal"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021, 20 complaints are closed: 3 end in discipline, 5 in an apology, 12 are not upheld. 3/20 = 0.15.",
        rows=together(
            complaints("a", 3, "2020-12-01", "2021-02-01", outcome="upheld", sanction="discipline"),
            complaints("b", 5, "2020-12-01", "2021-02-01", outcome="upheld", sanction="apology"),
            complaints("c", 12, "2020-12-01", "2021-02-01", outcome="not_upheld"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 3, "denominator": 20, "value": 0.15},
    ),
)
