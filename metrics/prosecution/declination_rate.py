"""Share of referred cases that the prosecution declined."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import accused, opened
from metrics.example_rows import together
from metrics.example_tables import happened

metric = Metric(
    name="declination_rate",
    title="Cases declined by the prosecution",
    question="Of the cases referred to the prosecution and decided in the year, how many ended without any charge?",
    group="prosecution",
    kind="share",
    population="case_files",
    unit_counted="cases",
    value_unit="share",
    numerator="Cases referred to the prosecution and closed in the year without a charge against anybody.",
    denominator="Cases referred to the prosecution in which somebody was first charged in the year, or that were closed in the year without a charge.",
    good_direction="neither",
    pair="court_conviction_rate",
    source="Justice Counts, prosecution metrics",
    source_clause="Cases declined: none of the charges referred was filed",
    caveats=(
        "Declining weak cases raises the court conviction rate: read both.",
        "Cases, not persons: a case with ten suspects counts once, and is charged as soon as one of them is.",
        "Another office may have charged in a declined case without anybody telling the sender.",
        "The law of some States leaves the prosecution no choice: compare a jurisdiction with itself.",
        "Blank where nobody reports what is referred, or nobody what is closed.",
    ),
    answers_to=("untoc-11-2", "eu-victims-11-1"),
    indicators=("PR-12",),
    breakdowns=("exploitation_form", "cross_border", "support"),
    is_trended=True,
    counting={
        "date": "decided_on",
        "column": "charging_decision",
        "part": ("declined",),
        "whole": ("declined", "charged"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="20 cases are referred to the prosecution in 2020. In 2021 somebody is charged in 12 of them and 8 are closed. 3 more are closed without having been referred. 8 of 20 were declined.",
        rows=together(
            opened("a", 12, "2020-02-01"),
            happened("case", "a", 12, "referred_to_prosecution", "2020-06-01"),
            accused("a", 12, "2021-03-01"),
            opened("b", 8, "2020-02-01", closed="2021-05-01", reason="evidence"),
            happened("case", "b", 8, "referred_to_prosecution", "2020-06-01"),
            opened("c", 3, "2020-02-01", closed="2021-05-01", reason="no_suspect"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 8, "denominator": 20, "value": 0.4, "missing_share": 0},
    ),
)
