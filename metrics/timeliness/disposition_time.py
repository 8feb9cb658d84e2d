"""Days that the pending stock would take at the pace of the year."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="disposition_time",
    title="Disposition time (CEPEJ)",
    question="At the pace of the year, how many days would it take to end what is pending?",
    group="timeliness",
    kind="stock_to_flow",
    population="court_proceedings",
    unit_counted="proceedings",
    value_unit="days",
    numerator="Proceedings pending at the end of the year. The value is 365 times this over the denominator.",
    denominator="Proceedings that ended at first instance in the year.",
    good_direction="down",
    pair="time_to_disposition",
    source="CEPEJ, European judicial systems evaluation",
    source_clause="Disposition time: 365 times pending cases at the end of the year over resolved cases",
    caveats=(
        "An estimate from two stocks and flows, not an observed duration: in a steady court it comes near the mean duration, not the median.",
        "Mass closure of old cases makes it fall although nobody's case went faster; it explodes when few cases end.",
        "Counts proceedings (one defendant before one court) where CEPEJ counts cases.",
    ),
    answers_to=("echr-6-1",),
    indicators=("TM-02",),
    breakdowns=("exploitation_form", "court_level"),
    counting={
        "entered": "charged_on",
        "left": "disposed_on",
        "column": "outcome",
        "open": "open",
    },
    worked_example=WorkedExample(
        story="In 2021, 10 proceedings end and 20 are pending at its end: 365 x 20/10 = 730 days.",
        rows=together(
            charged("a", 10, "2020-05-01", "2021-02-01", "convicted"),
            charged("b", 20, "2021-03-01"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 20, "denominator": 10, "value": 730},
    ),
)
