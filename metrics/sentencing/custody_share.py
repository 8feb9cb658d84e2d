"""Share of convicted persons sentenced to custody that is not suspended."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import sentenced
from metrics.example_rows import charged, together

metric = Metric(
    name="custody_share",
    title="Sentenced to immediate custody",
    question="Of the persons convicted in the year, how many were sentenced to custody that is not suspended?",
    group="sentencing",
    kind="share",
    population="convicted_persons",
    unit_counted="persons",
    value_unit="share",
    numerator="Persons convicted at first instance in the year whose gravest sanction is custody that is not suspended.",
    denominator="Persons convicted at first instance in the year of whom the sanction is known.",
    good_direction="neither",
    pair="trafficking_charge_retention",
    source="Council of Europe Convention, Article 23(1); US Bureau of Justice Statistics, sentenced to prison",
    source_clause="Persons sentenced to unsuspended custody, of persons convicted",
    caveats=(
        "Convicting fewer of trafficking itself, and only the gravest, raises it: read it beside the convictions of something less.",
        "Where suspended sentences are recorded as custody it is too high.",
        "Time already spent in custody before the verdict can turn a sentence into a formality.",
        "Convicted persons without a recorded sentence are left out and shown as missing.",
    ),
    answers_to=("coe-23-1", "untoc-11-1", "tvpa-108b-1"),
    indicators=("SE-01",),
    breakdowns=("exploitation_form", "sex", "court_level"),
    is_trended=True,
    counting={
        "date": "convicted_on",
        "column": "gravest_sanction",
        "part": ("custody",),
        "whole": ("custody", "suspended_custody", "without_custody"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021, 21 persons are convicted of trafficking: 12 are sent to custody, for 5 it is suspended, 3 are fined, of 1 no sentence is recorded. 12 of 20.",
        rows=together(
            sentenced("a", 12, "2021-02-01", "custody", months=60),
            sentenced("b", 5, "2021-02-01", "suspended_custody", months=24),
            sentenced("c", 3, "2021-02-01", "fine"),
            charged("d", 1, "2020-03-01", "2021-02-01", "convicted"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 20, "value": 0.6, "missing_share": 1 / 21},
    ),
)
