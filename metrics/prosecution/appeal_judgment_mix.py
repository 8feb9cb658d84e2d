"""How the judgments of higher courts fell."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together
from metrics.example_tables import happened

metric = Metric(
    name="appeal_judgment_mix",
    title="Judgments on appeal",
    question="Of the judgments of higher courts in the year, how many were convictions, acquittals, or something else?",
    group="prosecution",
    kind="mix",
    population="appeal_judgments",
    unit_counted="judgments",
    value_unit="share",
    numerator="Judgments of this kind.",
    denominator="Judgments of the year at the second or final instance, one an accused.",
    good_direction="neither",
    pair="judgment_mix",
    source="EU Directive 2011/36, Article 19a(2)(f)",
    source_clause="Court judgments by instance: acquittals, convictions, other",
    caveats=(
        "Only what was appealed reaches a higher court: these judgments say nothing about the others.",
        "Appeals of the defence and of the prosecution stand together.",
        "A proceeding decided by two higher courts counts twice.",
        "Judgments on appeal come years after the first: read them as news about old cases.",
    ),
    answers_to=("eu-trafficking-19a-2",),
    indicators=("PR-11",),
    breakdowns=("disposition",),
    counting={"date": "decided_on", "column": "disposition"},
    worked_example=WorkedExample(
        story="20 persons are convicted of trafficking in 2020 and appeal. In 2021 a higher court convicts 15 of them and acquits 5: 5 of 20.",
        rows=together(
            charged("a", 15, "2020-03-01", "2020-09-01", "convicted"),
            charged("b", 5, "2020-03-01", "2020-09-01", "convicted"),
            happened(
                "proceeding",
                "a",
                15,
                "disposition",
                "2021-05-01",
                outcome="convicted_trafficking",
                instance="second",
            ),
            happened(
                "proceeding",
                "b",
                5,
                "disposition",
                "2021-05-01",
                outcome="acquitted",
                instance="second",
            ),
        ),
        about={
            "scope": "trafficking",
            "period_start": "2021-01-01",
            "period_end": "2021-12-31",
            "category": "acquitted",
        },
        expect={"numerator": 5, "denominator": 20, "value": 0.25},
    ),
)
