"""Persons referred as presumed victims in the year."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import victims

metric = Metric(
    name="victims_presumed",
    title="Presumed victims referred",
    question="How many persons were first referred as presumed victims in the year?",
    group="identification",
    kind="count",
    population="referred_victims",
    unit_counted="victims",
    value_unit="count",
    numerator="Persons whose first referral as a presumed victim was in the year, whatever was decided about them.",
    denominator="None.",
    good_direction="neither",
    pair="identification_backlog",
    source="EU Directive 2011/36, Article 19a(2)(a); Home Office, National Referral Mechanism statistics",
    source_clause="Presumed victims registered in the year; interval after Garwood 1936",
    caveats=(
        "It rises with the effort to find victims: it is no measure of how much trafficking there is.",
        "Presumed is not identified: the two series overlap and are never added.",
        "Many referrals are no help to anybody who then waits: read it beside the backlog.",
        "Where adults must consent to a referral, those who do not are not here.",
        "The kind of agency is that of the body that first referred the person or put the referral on record, as the sender names it; unknown where none is named. Victims, relatives and hotlines are no agency: who first spoke up is told by the mix of those who refer.",
    ),
    answers_to=("eu-trafficking-19a-2", "ilo-p029-3-1"),
    breakdowns=(
        "sex",
        "age_group",
        "citizenship_group",
        "exploitation_form",
        "migration_status",
        "cross_border",
        "agency_kind",
    ),
    scopes=("trafficking",),
    counting={"date": "referred_on"},
    indicators=("ID-01",),
    is_trended=True,
    worked_example=WorkedExample(
        story="In 2021, 14 persons are referred who are identified later, 5 of whom it is decided that they are no victims, and 3 who still wait; 4 are identified without any referral. 22 were referred.",
        rows=together(
            victims("a", 14, referred="2021-01-10", identified="2021-03-01"),
            victims("b", 5, referred="2021-06-10", refused="2022-03-01"),
            victims("c", 3, referred="2021-11-10"),
            victims("d", 4, identified="2021-05-01"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 22, "denominator": None, "value": 22},
    ),
)
