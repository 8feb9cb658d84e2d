"""How much of the time after exit survivors were in sight: Clark's C."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import left, together

ENDED = "CASE WHEN ending = 'open' THEN {end} ELSE ended_on END"


def _days(end: str) -> str:
    """Days from exit to the end of sight or of what could have been seen, cut at the horizon."""
    return f"least(date_diff('day', entered_on, {ENDED.format(end=end)}), {{horizon}})"


metric = Metric(
    name="followup_completeness",
    title="Completeness of follow-up after exit",
    question="Of the time during which survivors could have been followed after exit, how much were they in sight?",
    group="recurrence",
    kind="completeness",
    population="exited_survivors",
    unit_counted="person_days",
    value_unit="share",
    period_kind="cohort",
    horizons=(365, 730),
    numerator="Days from exit to the last contact, a new episode or death, up to the horizon, added over survivors.",
    denominator="Days from exit to a new episode, death or the data date, up to the horizon, added over survivors.",
    good_direction="up",
    pair="retrafficking",
    source="Clark, Altman and De Stavola 2002",
    source_clause="C: observed over potential person-time",
    caveats=(
        "A phone call a year apart counts as sight of the whole year.",
        "Below about 0.6 the estimate of re-trafficking means little: use its bounds.",
        "Following people up is for their benefit; contact against their will is not completeness.",
    ),
    answers_to=("palermo-9-1",),
    breakdowns=("sex",),
    indicators=("RT-05",),
    scopes=("trafficking",),
    counting={
        "estimate": "follow_up",
        "year": "EXTRACT(YEAR FROM entered_on)",
        "usable": "censored_on >= entered_on AND (ending = 'open' OR ended_on >= entered_on)",
        "part": _days("censored_on"),
        "whole": _days("as_of"),
        "people": "1",
    },
    worked_example=WorkedExample(
        story="10 survivors leave on 1 January 2020: 5 are last reached after 73 days, 5 after two years. Within 365 days that is 5 x 73 + 5 x 365 = 2,190 of 10 x 365 = 3,650 days.",
        rows=together(
            left("a", 5, "2020-01-01", last_contact="2020-03-14"),
            left("b", 5, "2020-01-01", last_contact="2022-01-05"),
        ),
        about={"period_start": "2020-01-01", "breakdown": "total", "horizon_days": 365},
        expect={"numerator": 2190, "denominator": 3650, "value": 0.6},
    ),
)
