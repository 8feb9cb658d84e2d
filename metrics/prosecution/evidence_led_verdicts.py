"""Share of cases with a verdict in which no victim gave evidence while the court sat."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import accused, opened
from metrics.example_rows import together
from metrics.example_tables import several

metric = Metric(
    name="evidence_led_verdicts",
    title="Verdicts without live testimony of a victim",
    question="Of the cases with a first verdict in the year, in how many did no victim have to give evidence while the court sat?",
    group="prosecution",
    kind="share",
    population="case_files",
    unit_counted="cases",
    value_unit="share",
    numerator="Cases with a first verdict in the year in which all evidence of victims was recorded beforehand, written, or not given.",
    denominator="Cases with a first conviction or acquittal in the year of which it is recorded how victims gave evidence.",
    good_direction="up",
    pair="court_conviction_rate",
    source="Council of Europe Convention on Action against Trafficking, Article 27(1); EU Directive 2011/36, Article 9(1)",
    source_clause="A case may go on without the victim's complaint or statement",
    caveats=(
        "Live means in the courtroom, behind a screen, or over a video link while the court sits. Evidence recorded beforehand counts as not live.",
        "Some victims want to be heard. The measure is whether a case can do without, not whether victims keep silent.",
        "Verdicts of acquittal count too: read it beside the court conviction rate.",
        "Blank where nobody records how evidence was given; cases without any record are left out and shown as missing.",
    ),
    answers_to=("coe-27-1", "eu-trafficking-9-1"),
    indicators=("PR-14",),
    breakdowns=("exploitation_form",),
    counting={
        "date": "verdict_on",
        "column": "testimony",
        "part": ("without_live",),
        "whole": ("without_live", "live"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021 there is a verdict in 21 cases. In 12 the victim testified in the courtroom; in 8 a recording was played; of 1 nothing is known. 8 of 20.",
        rows=together(
            opened("a", 12, "2020-02-01"),
            accused("a", 12, "2020-05-01", "2021-02-01", "convicted"),
            several("testimonies", "a", 12, ("victim_id", "case_id"), mode="live"),
            opened("b", 8, "2020-02-01"),
            accused("b", 8, "2020-05-01", "2021-02-01", "acquitted"),
            several("testimonies", "b", 8, ("victim_id", "case_id"), mode="recorded"),
            opened("c", 1, "2020-02-01"),
            accused("c", 1, "2020-05-01", "2021-02-01", "convicted"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 8, "denominator": 20, "value": 0.4, "missing_share": 1 / 21},
    ),
)
