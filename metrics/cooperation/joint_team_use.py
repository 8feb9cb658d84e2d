"""Cases that cross a border with a joint investigation team."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import opened, several

metric = Metric(
    name="joint_team_use",
    title="Cross-border cases with a joint investigation team",
    question="Of the trafficking cases opened in the year that cross a border, in how many was a joint investigation team set up?",
    group="cooperation",
    kind="share",
    population="cross_border_cases",
    unit_counted="cases",
    value_unit="share",
    period_kind="cohort",
    numerator="Cases with a request for a joint investigation team that was not refused, sent or received, up to the data date.",
    denominator="Trafficking cases opened in the year that are recorded as crossing a border.",
    good_direction="neither",
    pair="request_execution",
    source="UNTOC, Article 19; Eurojust 2021, Report on trafficking in human beings",
    source_clause="Cross-border cases with a joint investigation team over cross-border cases",
    caveats=(
        "Most cases need no team: a request or a call does.",
        "A team is set up months after the opening, so recent years will still rise.",
        "Whether a case crosses a border is not always recorded: cases without it are not here.",
    ),
    answers_to=("untoc-19-1", "coe-32-1"),
    indicators=("XB-06",),
    breakdowns=("exploitation_form",),
    scopes=("trafficking",),
    counting={
        "date": "opened_on",
        "column": "team",
        "part": ("joint",),
        "whole": ("joint", "alone"),
        "unknown": (),
    },
    worked_example=WorkedExample(
        story="In 2021, 20 cases are opened that cross a border, and 9 that do not. In 3 of the 20 a joint team is agreed on, in 1 a team is refused. 3/20 = 0.15.",
        rows=together(
            opened("a", 3, "2021-02-01", is_cross_border=True),
            opened("b", 17, "2021-02-01", is_cross_border=True),
            opened("c", 9, "2021-02-01", is_cross_border=False),
            several(
                "cooperation_requests",
                "a",
                3,
                ("request_id", "case_id"),
                kind="jit",
                direction="sent",
                sent_on="2021-03-01",
            ),
            several(
                "cooperation_requests",
                "b",
                1,
                ("request_id", "case_id"),
                kind="jit",
                direction="sent",
                sent_on="2021-03-01",
                refused_on="2021-05-01",
            ),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 3, "denominator": 20, "value": 0.15},
    ),
)
