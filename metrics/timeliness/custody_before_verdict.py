"""Mean days in custody before the first decision."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together
from metrics.example_tables import several

metric = Metric(
    name="custody_before_verdict",
    title="Days in custody before the verdict",
    question="How many days had the accused who were held spent in custody when their proceedings ended, on average?",
    group="timeliness",
    kind="mean",
    population="held_before_verdict",
    unit_counted="persons",
    value_unit="days",
    numerator="Days in custody before the end of the first instance, added over persons.",
    denominator="Persons held for at least a day whose first-instance proceedings ended in the year.",
    good_direction="down",
    pair="time_to_disposition",
    source="International Covenant on Civil and Political Rights, Articles 9(3) and 14(3)(c)",
    source_clause="Days in custody before the verdict; mean with the interval of Student's t",
    caveats=(
        "Of those held only: it says nothing about how many of the accused were held.",
        "Of those whose proceedings have ended only: whoever waits in custody still is not in it yet, so it falls when long cases are left lying.",
        "A mean: a few very long spells pull it up.",
        "Two spells at one time count twice, where the sender records them so.",
    ),
    answers_to=("iccpr-14-3", "untoc-11-3"),
    indicators=("TM-09",),
    breakdowns=("sex", "citizenship_group"),
    counting={"date": "disposed_on", "amount": "custody_days"},
    worked_example=WorkedExample(
        story="30 accused are held from the charge on 1 January 2021: 15 until the verdict after 100 days, 15 are released after 40 of 100 days. 10 others are never held. (15 x 100 + 15 x 40) / 30 = 70 days.",
        rows=together(
            charged("a", 15, "2021-01-01", "2021-04-11", "convicted"),
            several(
                "detentions",
                "a",
                15,
                ("defendant_id", "proceeding_id"),
                started_on="2021-01-01",
                ended_on="2021-06-01",
            ),
            charged("b", 15, "2021-01-01", "2021-04-11", "acquitted"),
            several(
                "detentions",
                "b",
                15,
                "defendant_id",
                started_on="2021-01-01",
                ended_on="2021-02-10",
            ),
            charged("c", 10, "2021-01-01", "2021-04-11", "convicted"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 2100, "denominator": 30, "value": 70},
    ),
)
