"""Share of persons charged with trafficking and convicted of anything who were convicted of trafficking itself."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="trafficking_charge_retention",
    title="Convicted of trafficking itself, of those convicted",
    question="Of the persons charged with trafficking and convicted in the year, how many were convicted of trafficking and not of something less?",
    group="prosecution",
    kind="share",
    population="prosecuted_persons",
    unit_counted="persons",
    value_unit="share",
    numerator="Persons charged with trafficking and convicted of trafficking at first instance in the year.",
    denominator="Persons charged with trafficking and convicted of any offence at first instance in the year.",
    good_direction="neither",
    pair="court_conviction_rate",
    source="EU Directive 2011/36, Article 19a(2)(d); Farrell and others 2016",
    source_clause="Convictions of trafficking, of convictions of any offence, among those charged with trafficking",
    caveats=(
        "No conviction rate: those who were acquitted, or whose case was dropped, are not in it.",
        "Downgrading charges before the trial takes people out of it altogether: read it beside the court conviction rate.",
        "Convictions of which the offence is not known are left out and shown as missing.",
        "A plea to a lesser offence may spare victims a trial: a low value asks a question, it does not answer it.",
    ),
    answers_to=("eu-trafficking-19a-2", "eu-trafficking-4-1"),
    indicators=("PR-09",),
    breakdowns=("exploitation_form", "court_level"),
    scopes=("trafficking",),
    counting={
        "date": "disposed_on",
        "column": "outcome",
        "part": ("convicted_trafficking",),
        "whole": ("convicted_trafficking", "convicted_other"),
        "unknown": ("convicted_unspecified",),
    },
    worked_example=WorkedExample(
        story="In 2021, 15 persons charged with trafficking are convicted of it and 5 of another offence only; 10 are acquitted. 15 of 20.",
        rows=together(
            charged("a", 15, "2020-03-01", "2021-02-01", "convicted"),
            charged("b", 5, "2020-03-01", "2021-03-01", "convicted_other"),
            charged("c", 10, "2020-03-01", "2021-04-01", "acquitted"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 15, "denominator": 20, "value": 0.75, "missing_share": 0},
    ),
)
