"""Share of pending proceedings that are older than two years."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="pending_over_two_years",
    title="Pending for more than two years",
    question="Of the proceedings open at the end of the year, how many began more than two years before?",
    group="timeliness",
    kind="stock_share",
    population="court_proceedings",
    unit_counted="proceedings",
    value_unit="share",
    period_kind="stock",
    numerator="Pending proceedings older than 730 days.",
    denominator="Proceedings charged and not ended at first instance at the end of the year.",
    good_direction="down",
    pair="clearance_rate",
    source="CEPEJ, European judicial systems evaluation; NCSC CourTools measure 4",
    source_clause="Cases pending for more than two years, of pending cases",
    caveats=(
        "Many new cases lower it although no old case moves: read it beside the age of what is pending.",
        "Closing old cases in bulk lowers it too: read it beside clearance and outcomes.",
        "Proceedings of absconded defendants count as pending until the court ends them.",
        "Proceedings whose first day is not known to the month or better are left out and shown as missing.",
    ),
    answers_to=("echr-6-1", "iccpr-14-3"),
    indicators=("TM-07",),
    breakdowns=("exploitation_form", "court_level"),
    counting={
        "entered": "entered_on",
        "left": "disposed_on",
        "column": "outcome",
        "open": "open",
        "older_than": 730,
    },
    worked_example=WorkedExample(
        story="At the end of 2021 there are open: 12 proceedings charged on 31 December 2020 and 8 charged on 1 January 2019. 5 others ended in 2021. 8 of 20 are older than two years.",
        rows=together(
            charged("a", 12, "2020-12-31", "2022-05-01", "convicted"),
            charged("b", 8, "2019-01-01"),
            charged("c", 5, "2019-12-31", "2021-05-01", "acquitted"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 8, "denominator": 20, "value": 0.4},
    ),
)
