"""Persons prosecuted for knowingly using what a victim was made to give."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import used
from metrics.example_rows import together

metric = Metric(
    name="use_of_services_prosecuted",
    title="Prosecuted for using services of victims",
    question="Against how many persons was a prosecution begun in the year for knowingly using the services of a victim?",
    group="prosecution",
    kind="count",
    population="prosecuted_users",
    unit_counted="persons",
    value_unit="count",
    numerator="Persons charged in the year with having used services knowing that a victim was made to give them, each counted once.",
    denominator="None.",
    good_direction="neither",
    pair="persons_prosecuted",
    source="EU Directive 2011/36, Articles 18a and 19a(2)(g); Council of Europe Convention, Article 19",
    source_clause="Persons prosecuted for using services of a victim in the year; interval after Garwood 1936",
    caveats=(
        "Many States do not punish it, or for some forms of exploitation only: a zero may be the law and not a lack of effort.",
        "Knowledge is hard to prove, so the counts are tiny and most of them are protected.",
        "Blank where nobody was ever reported as charged with it: that may be silence and not zero.",
        "A count and no share: all prosecuted, told beside persons prosecuted for trafficking, would give away by subtraction how few the users are.",
        "Prosecuted, not convicted: nobody here is found guilty.",
    ),
    answers_to=("eu-trafficking-18a-1", "eu-trafficking-19a-2", "coe-19-1", "palermo-9-5"),
    indicators=("PR-18",),
    breakdowns=("sex", "age_group"),
    scopes=("trafficking",),
    counting={"date": "charged_on"},
    worked_example=WorkedExample(
        story="In 2021, 11 persons are charged with using the services of victims under a provision of its own, and 15 with trafficking: 11.",
        rows=together(
            used(True, "a", 11, "2021-03-01", offence="03"),
            used(False, "b", 15, "2021-03-01"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 11, "denominator": None, "value": 11},
    ),
)
