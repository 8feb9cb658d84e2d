"""Share of convictions that a higher court quashed or changed, of those it decided on."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together
from metrics.example_tables import happened, several

SECOND = {"outcome": "convicted_trafficking", "instance": "second"}

metric = Metric(
    name="appeal_alteration",
    title="Convictions changed on appeal",
    question="Of the convictions that higher courts decided on in the year, how many were quashed or changed?",
    group="sentencing",
    kind="share",
    population="appeal_judgments",
    unit_counted="judgments",
    value_unit="share",
    numerator="Judgments of higher courts in the year that quash a first-instance conviction, put a conviction of another offence in its place, or change the sentence.",
    denominator="Judgments of higher courts in the year on a first-instance conviction.",
    good_direction="neither",
    pair="court_conviction_rate",
    source="EU Directive 2011/36, Article 19a(2)(f)",
    source_clause="Convictions quashed or reduced, of convictions decided on appeal",
    caveats=(
        "Only what was appealed is in it; the convictions nobody appealed stand.",
        "A high share may tell of weak first judgments or of a court that takes appeals seriously.",
        "A changed sentence is seen where the sender marks the earlier one as replaced; it may be milder or harsher.",
        "Years pass before an appeal is decided: these are convictions of earlier years.",
    ),
    answers_to=("eu-trafficking-19a-2",),
    indicators=("SE-06",),
    breakdowns=("exploitation_form",),
    counting={
        "date": "decided_on",
        "column": "alteration",
        "part": ("quashed", "other_conviction", "sentence_changed"),
        "whole": ("quashed", "other_conviction", "sentence_changed", "upheld"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021 a higher court decides on 20 convictions of 2020: it upholds 12, acquits in 5, and upholds 3 with a new sentence. It also acquits again 10 persons whom the first court had acquitted. 8 of 20 convictions were changed.",
        rows=together(
            charged("a", 12, "2020-03-01", "2020-09-01", "convicted"),
            happened("proceeding", "a", 12, "disposition", "2021-05-01", **SECOND),
            charged("b", 5, "2020-03-01", "2020-09-01", "convicted"),
            happened(
                "proceeding",
                "b",
                5,
                "disposition",
                "2021-05-01",
                outcome="acquitted",
                instance="second",
            ),
            charged("c", 3, "2020-03-01", "2020-09-01", "convicted"),
            happened("proceeding", "c", 3, "disposition", "2021-05-01", **SECOND),
            several("sentences", "c", 3, "proceeding_id", sanction="custody", is_current=False),
            charged("d", 10, "2020-03-01", "2020-09-01", "acquitted"),
            happened(
                "proceeding",
                "d",
                10,
                "disposition",
                "2021-05-01",
                outcome="acquitted",
                instance="second",
            ),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 8, "denominator": 20, "value": 0.4, "missing_share": 0},
    ),
)
