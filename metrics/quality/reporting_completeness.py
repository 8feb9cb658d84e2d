"""Months that agencies reported, of the months they were expected to."""

from metrics.definition import Metric, WorkedExample

metric = Metric(
    name="reporting_completeness",
    title="Completeness of reporting",
    question="Of the months for which agencies were expected to report, how many did they report?",
    group="quality",
    kind="completeness",
    population="reporting_months",
    unit_counted="periods",
    value_unit="share",
    numerator="Months, agency by agency, that an accepted submission covers.",
    denominator="Months, agency by agency, from the day it is expected to report to the release's data date or the end of its duty.",
    good_direction="up",
    pair="court_conviction_rate",
    source="FBI Crime Data Explorer, months reported",
    source_clause="Agency-months reporting over agency-months expected",
    caveats=(
        "A submission of all crime counts for trafficking too, and one of trafficking for all crime: it says that an agency reported, not on what.",
        "A month covered is not a month complete: a submission may cover a year and hold half its cases.",
        "Totals jump when an agency stops or starts to report. Look here before believing a trend.",
        "A full list was counted, so there is no interval. A month counts where one submission covers all of it.",
    ),
    answers_to=("eu-trafficking-19a-1", "untoc-28-1", "ilo-r203-2-1"),
    breakdowns=("agency_kind", "agency"),
    counting={
        "year": "EXTRACT(YEAR FROM month_start)",
        "part": "part",
        "whole": "whole",
        "people": "people",
    },
    indicators=("DQ-05",),
    is_headline=True,
    worked_example=WorkedExample(
        story="A court and a police force are expected to report from 2021. The court covers all of 2021, the police only its first half: 18 of 24 months.",
        rows={
            "agencies": (
                {"name": "Court", "reports_from": "2021-01-01"},
                {
                    "agency_id": "XAA-POLICE",
                    "name": "Police",
                    "kind": "police",
                    "reports_from": "2021-01-01",
                },
            ),
            "submissions": (
                {"period_start": "2021-01-01", "period_end": "2021-12-31", "as_of": "2021-12-31"},
                {
                    "submission_id": "XAA-POLICE-1",
                    "agency_id": "XAA-POLICE",
                    "period_start": "2021-01-01",
                    "period_end": "2021-06-30",
                    "as_of": "2021-06-30",
                },
            ),
        },
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 18, "denominator": 24, "value": 0.75, "lower": 0.75},
    ),
)
