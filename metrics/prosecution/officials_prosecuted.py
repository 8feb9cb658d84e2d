"""Public officials among the prosecuted."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="officials_prosecuted",
    title="Public officials among the prosecuted",
    question="Of the persons against whom a prosecution was begun in the year, how many held public office?",
    group="prosecution",
    kind="share",
    population="prosecuted_persons",
    unit_counted="persons",
    value_unit="share",
    numerator="Persons who held public office against whom a prosecution was begun in the year.",
    denominator="Persons against whom a prosecution was begun in the year and of whom it is known whether they held public office.",
    good_direction="neither",
    pair="persons_prosecuted",
    source="Trafficking Victims Protection Act, section 108(b)(7); Council of Europe Convention, Article 24(d)",
    source_clause="Officials prosecuted, here beside all prosecuted so that a zero can be told from silence",
    caveats=(
        "Officials are often pursued for corruption by other offices, which do not report here.",
        "More officials prosecuted can mean more complicity or less impunity.",
        "Prosecuted, not convicted: nobody here is found guilty.",
    ),
    answers_to=("tvpa-108b-7", "untoc-8-1", "actip-8-1"),
    indicators=("PR-19",),
    counting={
        "date": "charged_on",
        "column": "official",
        "part": ("yes",),
        "whole": ("yes", "no"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021 prosecutions are begun against 3 officials and 17 others: 3 of 20.",
        rows=together(
            charged("a", 3, "2021-03-01", is_public_official=True),
            charged("b", 17, "2021-03-01", is_public_official=False),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 3, "denominator": 20, "value": 0.15, "missing_share": 0},
    ),
)
