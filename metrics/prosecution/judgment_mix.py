"""How the judgments of the first instance fell."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="judgment_mix",
    title="Judgments at first instance",
    question="Of the judgments of the year at first instance, how many were convictions, acquittals, or something else?",
    group="prosecution",
    kind="mix",
    population="first_judgments",
    unit_counted="judgments",
    value_unit="share",
    numerator="Judgments of this kind.",
    denominator="Judgments of the year at first instance, one an accused.",
    good_direction="neither",
    pair="appeal_judgment_mix",
    source="EU Directive 2011/36, Article 19a(2)(f)",
    source_clause="Court judgments by instance: acquittals, convictions, other",
    caveats=(
        "Judgments of one year concern charges of many years. What the prosecution withdrew is not in it: read it beside conviction by cohort.",
        "One judgment on several accused counts once for each, so that judgments and persons agree.",
        "A conviction of which the offence is not known stands apart from convictions of trafficking.",
        "First instance: what higher courts made of it is told by the judgments on appeal.",
    ),
    answers_to=("eu-trafficking-19a-2", "tvpa-108b-1"),
    indicators=("PR-11",),
    breakdowns=("disposition",),
    counting={"date": "disposed_on", "column": "disposition"},
    worked_example=WorkedExample(
        story="In 2021 courts convict 12 of the accused of trafficking and 3 of another offence, and acquit 5; the prosecution withdraws 4 cases, which is no judgment. 12 of 20 judgments were convictions of trafficking.",
        rows=together(
            charged("a", 12, "2020-03-01", "2021-02-01", "convicted"),
            charged("b", 3, "2020-03-01", "2021-02-01", "convicted_other"),
            charged("c", 5, "2020-03-01", "2021-02-01", "acquitted"),
            charged("d", 4, "2020-03-01", "2021-02-01", "discontinued"),
        ),
        about={
            "scope": "trafficking",
            "period_start": "2021-01-01",
            "period_end": "2021-12-31",
            "category": "convicted_trafficking",
        },
        expect={"numerator": 12, "denominator": 20, "value": 0.6},
    ),
)
