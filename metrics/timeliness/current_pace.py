"""How long a proceeding would take at the pace of the year, old and new proceedings alike."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="current_pace",
    title="Current pace of first-instance proceedings",
    question="If courts went on at the pace of this year, how many days would pass until half of the proceedings had ended?",
    group="timeliness",
    kind="time_to_event",
    population="court_proceedings",
    unit_counted="proceedings",
    value_unit="days",
    numerator="Proceedings that ended at first instance in the year, whatever the outcome. The value is the median of the curve that follows everybody through the year, not a ratio of the two.",
    denominator="Proceedings open at any time in the year, begun in it or before.",
    good_direction="down",
    pair="pending_age",
    source="Keiding 1990, Statistical inference in the Lexis diagram; Kaplan and Meier 1958",
    source_clause="Kaplan-Meier median of proceedings followed in the year only: left-truncated at its first day, censored at its last",
    caveats=(
        "Tells of this year where the time from charge to disposition tells of a cohort: a slowdown is seen at once, and closing old cases in bulk does not make it look fast.",
        "It is the time of no real proceeding: it joins the pace at which young ones end with that at which old ones do.",
        "Blank where fewer than 10 were open at an age at which some ended before the median, or fewer than 20 ended.",
        "Over several years taken together a proceeding stands in the denominator once for each year in which it was open; the value follows it through all of them as one.",
        "Fast is not the same as fair: mass discontinuance shortens it. Look at how the cases ended.",
    ),
    answers_to=("echr-6-1", "iccpr-14-3"),
    indicators=("TM-02", "TM-04"),
    counting={"estimate": "current_pace", "events": "any"},
    worked_example=WorkedExample(
        story="90 proceedings begin on 1 January 2021: 30 end after 100 days, 60 are open at the end of the year. 90 others began on 5 July 2020: 60 of them end on day 300, which is 1 May 2021; none is seen in this year before the age of 180 days. On day 100 30 of 90 end, on day 300 60 of 150: two thirds, then 2/3 x 90/150 = 0.4 are left. Half had ended by day 300.",
        rows=together(
            charged("a", 30, "2021-01-01", "2021-04-11", "convicted"),
            charged("b", 60, "2021-01-01"),
            charged("c", 60, "2020-07-05", "2021-05-01", "acquitted"),
            charged("d", 30, "2020-07-05"),
        ),
        about={
            "scope": "trafficking",
            "period_start": "2021-01-01",
            "period_end": "2021-12-31",
            "breakdown": "total",
        },
        expect={"numerator": 90, "denominator": 180, "value": 300},
    ),
)
