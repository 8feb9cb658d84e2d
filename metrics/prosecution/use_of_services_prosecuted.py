"""Persons prosecuted for knowingly using what a victim was made to give."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import used
from metrics.example_rows import together

USED = "use_of_services"

metric = Metric(
    name="use_of_services_prosecuted",
    title="Prosecuted for using services of victims",
    question="Of those against whom a prosecution was begun in the year, how many are charged with knowingly using the services of a victim?",
    group="prosecution",
    kind="share",
    population="persons_before_court",
    unit_counted="persons",
    value_unit="share",
    numerator="Persons charged in the year with having used services knowing that a victim was made to give them.",
    denominator="Persons against whom a prosecution was begun in the year for trafficking or for such use, of whom it is known which.",
    good_direction="neither",
    pair="persons_prosecuted",
    source="EU Directive 2011/36, Articles 18a and 19a(2)(g); Council of Europe Convention, Article 19",
    source_clause="Persons prosecuted for using services of a victim, here beside all prosecuted so that a zero can be told from silence",
    caveats=(
        "Many States do not punish it, or for some forms of exploitation only: a zero may be the law and not a lack of effort.",
        "Knowledge is hard to prove, so the counts are tiny and most of them are protected.",
        "Prosecuted, not convicted: nobody here is found guilty.",
    ),
    answers_to=("eu-trafficking-18a-1", "eu-trafficking-19a-2", "coe-19-1", "palermo-9-5"),
    indicators=("PR-18",),
    breakdowns=("sex", "age_group"),
    scopes=("trafficking",),
    counting={
        "date": "charged_on",
        "column": USED,
        "part": ("yes",),
        "whole": ("yes", "no"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021, 5 persons are charged with using the services of victims under a provision of its own, 15 with trafficking: 5 of 20.",
        rows=together(
            used(True, "a", 5, "2021-03-01", offence="03"),
            used(False, "b", 15, "2021-03-01"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 5, "denominator": 20, "value": 0.25, "missing_share": 0},
    ),
)
