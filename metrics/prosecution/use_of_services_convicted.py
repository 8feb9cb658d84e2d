"""Persons convicted of knowingly using what a victim was made to give."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import used
from metrics.example_rows import together

metric = Metric(
    name="use_of_services_convicted",
    title="Convicted of using services of victims",
    question="How many persons were convicted in the year of knowingly using the services of a victim?",
    group="prosecution",
    kind="count",
    population="convicted_users",
    unit_counted="persons",
    value_unit="count",
    numerator="Persons convicted in the year, at first instance, where the charge is that they used services knowing that a victim was made to give them, each counted once.",
    denominator="None.",
    good_direction="neither",
    pair="use_of_services_prosecuted",
    source="EU Directive 2011/36, Articles 18a and 19a(2)(g); Council of Europe Convention, Article 19",
    source_clause="Persons convicted of using services of a victim in the year; interval after Garwood 1936",
    caveats=(
        "Many States do not punish it, or for some forms of exploitation only: a zero may be the law and not a lack of effort.",
        "Use is recorded of a proceeding and not of each charge: whoever is convicted there of another charge only is counted too.",
        "Blank where nobody was ever reported as convicted of it: that may be silence and not zero.",
        "First instance only: convictions overturned on appeal are still counted.",
        "Those convicted were mostly charged in earlier years: the two counts do not divide into a conviction rate.",
    ),
    answers_to=("eu-trafficking-18a-1", "eu-trafficking-19a-2", "coe-19-1"),
    indicators=("PR-18",),
    breakdowns=("sex", "age_group"),
    scopes=("trafficking",),
    counting={"date": "convicted_on"},
    worked_example=WorkedExample(
        story="In 2021, 12 persons are convicted of using the services of victims under a provision of its own, and 16 of trafficking; 3 users are acquitted and 2 still wait: 12.",
        rows=together(
            used(True, "a", 12, "2020-03-01", "2021-02-01", "convicted", offence="03"),
            used(False, "b", 16, "2020-03-01", "2021-02-01", "convicted"),
            used(True, "c", 3, "2020-03-01", "2021-02-01", "acquitted", offence="03"),
            used(True, "d", 2, "2020-03-01", offence="03"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 12, "denominator": None, "value": 12},
    ),
)
