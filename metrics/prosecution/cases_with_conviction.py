"""Share of cases that ended with at least one conviction of trafficking."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import accused, opened, second_accused
from metrics.example_rows import together

metric = Metric(
    name="cases_with_conviction",
    title="Prosecuted cases that ended with a conviction",
    question="Of the prosecuted cases whose last proceeding ended in the year, in how many was anybody convicted?",
    group="prosecution",
    kind="share",
    population="case_files",
    unit_counted="cases",
    value_unit="share",
    numerator="Cases whose last first-instance proceeding ended in the year and in which at least one person was convicted: of trafficking, or, where all crime is counted, of anything.",
    denominator="Cases in which somebody was charged and whose last first-instance proceeding ended in the year.",
    good_direction="neither",
    pair="declination_rate",
    source="Own definition; docs/methods.md, section 1",
    source_clause="Case level beside person level: those tried in one case are not independent of one another",
    caveats=(
        "A conviction rate of cases, not of persons: one conviction among ten accused is enough, so it lies above the court conviction rate.",
        "Joining files raises it and splitting them lowers it.",
        "Cases that never reached a court are not in it: read it beside the cases declined.",
        "Cases without a conviction of trafficking in which an outcome, or the offence of a conviction, is not known are left out and shown as missing.",
    ),
    answers_to=("tvpa-108b-1", "untoc-11-2"),
    breakdowns=("exploitation_form", "cross_border"),
    counting={
        "date": "over_on",
        "column": "case_result",
        "part": {
            "trafficking": ("convicted_trafficking",),
            "all_crime": ("convicted_trafficking", "convicted_other", "convicted_unclear"),
        },
        "whole": {
            "trafficking": ("convicted_trafficking", "convicted_other", "nobody_convicted"),
            "all_crime": (
                "convicted_trafficking",
                "convicted_other",
                "convicted_unclear",
                "nobody_convicted",
            ),
        },
        "unknown": {"trafficking": ("convicted_unclear", "unknown"), "all_crime": ("unknown",)},
    },
    worked_example=WorkedExample(
        story="The last proceedings of 20 cases end in 2021. In 9 the one accused is convicted of trafficking; in 3 one of two is convicted and the other acquitted; in 8 the one accused is acquitted. 12 of 20 cases, though 12 of 23 persons.",
        rows=together(
            opened("a", 9, "2020-02-01"),
            accused("a", 9, "2020-05-01", "2021-02-01", "convicted"),
            opened("b", 3, "2020-02-01"),
            accused("b", 3, "2020-05-01", "2021-02-01", "convicted"),
            second_accused("b", 3, "2020-05-01", "2021-03-01", "acquitted"),
            opened("c", 8, "2020-02-01"),
            accused("c", 8, "2020-05-01", "2021-02-01", "acquitted"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 20, "value": 0.6, "missing_share": 0},
    ),
)
