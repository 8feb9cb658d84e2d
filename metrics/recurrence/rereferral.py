"""Persons referred again as presumed victims, of all referred."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import happened, several
from metrics.recurrence import LINKAGE

metric = Metric(
    name="rereferral",
    title="Repeat referrals (upper bound of re-trafficking seen)",
    question="Of the persons referred as presumed victims in the year, how many had been referred before?",
    group="recurrence",
    kind="share",
    population="referrals",
    unit_counted="victims",
    value_unit="share",
    numerator="Persons with a referral in the year that is not their first one.",
    denominator="Persons with a referral in the year.",
    good_direction="neither",
    pair="prior_trafficking",
    source="Independent Anti-Slavery Commissioner and Rights Lab 2021, Re-trafficking: The current state of play",
    source_clause="Persons referred more than once over persons referred",
    caveats=(
        LINKAGE,
        "An upper bound: a second referral is often about the same exploitation, not about new one.",
        "It counts only what comes to notice: of those trafficked again and never seen it says nothing.",
        "The longer the data reach back, the more earlier referrals are found: the first years are too low.",
        "Persons referred under different pseudonyms cannot be recognised.",
    ),
    answers_to=("palermo-9-1", "coe-16-5"),
    indicators=("RT-02",),
    breakdowns=("sex", "age_group", "citizenship_group", "exploitation_form"),
    scopes=("trafficking",),
    is_trended=True,
    counting={
        "date": "referred_on",
        "column": "referral",
        "part": ("repeat",),
        "whole": ("first", "repeat"),
        "unknown": (),
    },
    worked_example=WorkedExample(
        story="In 2022, 20 persons are referred; 4 of them had been referred in 2020, and of these 2 are referred twice in 2022. 4/20 = 0.2.",
        rows=together(
            several("victims", "a", 4, "victim_id"),
            happened("victim", "a", 4, "referred", "2020-02-01"),
            happened("victim", "a", 4, "referred", "2022-03-01"),
            happened("victim", "a", 2, "referred", "2022-09-01"),
            several("victims", "b", 16, "victim_id"),
            happened("victim", "b", 16, "referred", "2022-05-01"),
        ),
        about={"period_start": "2022-01-01", "breakdown": "total"},
        expect={"numerator": 4, "denominator": 20, "value": 0.2},
    ),
)
