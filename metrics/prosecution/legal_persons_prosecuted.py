"""Companies and other legal persons among those prosecuted."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="legal_persons_prosecuted",
    title="Legal persons among the prosecuted",
    question="Of those against whom a prosecution was begun in the year, how many are companies or other legal persons?",
    group="prosecution",
    kind="share",
    population="prosecuted_persons",
    unit_counted="persons",
    value_unit="share",
    numerator="Companies and other legal persons against whom a prosecution was begun in the year.",
    denominator="All against whom a prosecution was begun in the year and of whom it is known whether they are a legal person.",
    good_direction="neither",
    pair="persons_prosecuted",
    source="EU Directive 2011/36, Articles 5 and 6; Council of Europe Convention, Article 22",
    source_clause="Legal persons prosecuted, here beside all prosecuted so that a zero can be told from silence",
    caveats=(
        "Many systems hold companies liable outside criminal courts, or not at all: a zero may be the law and not a lack of effort.",
        "Labour exploitation is where companies matter most: read it by form of exploitation.",
        "Prosecuted, not convicted: nobody here is found guilty.",
    ),
    answers_to=("coe-22-1", "eu-trafficking-5-1", "untoc-10-1"),
    indicators=("PR-17",),
    breakdowns=("exploitation_form",),
    counting={
        "date": "charged_on",
        "column": "legal_person",
        "part": ("yes",),
        "whole": ("yes", "no"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021 prosecutions are begun against 4 companies, 16 natural persons, and 5 of whom it is not recorded. 4 of 20; 5 of 25 are missing.",
        rows=together(
            charged("a", 4, "2021-03-01", is_legal_person=True),
            charged("b", 16, "2021-03-01", is_legal_person=False),
            charged("c", 5, "2021-03-01"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 4, "denominator": 20, "value": 0.2, "missing_share": 0.2},
    ),
)
