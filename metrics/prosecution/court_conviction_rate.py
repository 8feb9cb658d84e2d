"""Share of persons whose first-instance proceedings ended in a year and who were convicted."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

CONVICTED = ("convicted_trafficking", "convicted_other", "convicted_unspecified")
NOT_CONVICTED = ("acquitted", "dismissed", "discontinued", "diverted")

metric = Metric(
    name="court_conviction_rate",
    title="Court conviction rate (of proceedings ended)",
    question="Of the persons whose proceedings ended in the year, how many were convicted?",
    group="prosecution",
    kind="share",
    population="prosecuted_persons",
    unit_counted="persons",
    value_unit="share",
    numerator="Persons convicted at first instance in the year: of trafficking, or, where all crime is counted, of anything.",
    denominator="Persons whose first-instance proceedings ended in the year by conviction (of any offence), acquittal, dismissal, withdrawal by the prosecution or diversion.",
    good_direction="neither",
    pair="charge_rate",
    source="CPS human trafficking and modern slavery figures, as quoted for 2017/18 (convictions of prosecutions completed); Dutch National Rapporteur, first-instance convictions",
    source_clause="Persons convicted over persons whose court proceedings concluded in the period",
    caveats=(
        "A conviction rate of proceedings that ended in the year, those dropped after the charge included. Without the dropped ones, over verdicts alone, it would be higher; over all who were charged, lower.",
        "Prosecuting only the strongest cases raises this rate: read it beside the charge rate.",
        "It says nothing about cases that never reached a court, nor about people still waiting.",
        "Those tried in one case are often decided together; the interval takes them for independent and is too narrow where few cases hold many persons.",
        "First instance only: convictions overturned on appeal are still counted.",
        "Ends by death, unfitness, transfer or flight are left out; unknown outcomes, and convictions of which the offence is not known, are left out and shown as missing.",
    ),
    answers_to=("untoc-11-2", "tvpa-108b-1"),
    indicators=("PR-07",),
    breakdowns=("sex", "citizenship_group", "exploitation_form", "cross_border", "court_level"),
    case_mix=("exploitation_form",),
    is_headline=True,
    is_trended=True,
    counting={
        "date": "disposed_on",
        "column": "outcome",
        "part": {"trafficking": ("convicted_trafficking",), "all_crime": CONVICTED},
        "whole": {
            "trafficking": (*CONVICTED[:2], *NOT_CONVICTED),
            "all_crime": (*CONVICTED, *NOT_CONVICTED),
        },
        "unknown": {
            "trafficking": ("convicted_unspecified", "other", "unknown"),
            "all_crime": ("other", "unknown"),
        },
    },
    worked_example=WorkedExample(
        story="In 2021 the proceedings of 20 persons end: 12 convicted of trafficking, 5 acquitted, 2 dropped by the prosecution, 1 with an unknown outcome. One more died. 12 of the 19 whose outcome is known were convicted; 1 of 20 is missing.",
        rows=together(
            charged("a", 12, "2020-03-01", "2021-02-01", "convicted"),
            charged("b", 5, "2020-03-01", "2021-05-01", "acquitted"),
            charged("c", 2, "2020-03-01", "2021-06-01", "discontinued"),
            charged("d", 1, "2020-03-01", "2021-06-01", "unknown"),
            charged("e", 1, "2020-03-01", "2021-06-01", "died"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 19, "value": 12 / 19, "missing_share": 1 / 20},
    ),
)
