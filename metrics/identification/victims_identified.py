"""Victims formally identified in the year."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import victims

metric = Metric(
    name="victims_identified",
    title="Victims identified",
    question="How many victims were formally identified in the year?",
    group="identification",
    kind="count",
    population="registered_victims",
    unit_counted="victims",
    value_unit="count",
    numerator="Victims whose first formal identification was in the year, each counted once.",
    denominator="None.",
    good_direction="neither",
    pair="positive_identification_rate",
    source="EU Directive 2011/36, Article 19a(2)(a); Eurostat, crim_thb",
    source_clause="Identified victims registered in the year; interval after Garwood 1936",
    caveats=(
        "It rises with the effort to find victims: it is no measure of how much trafficking there is.",
        "What counts as identified differs between countries; presumed victims are a series of their own and never added.",
        "A person known to two agencies counts once only where both use pseudonyms of one linkage unit.",
        "The kind of agency is that of the body whose decision first identified the person, as the sender names it; unknown where none is named. Of several decisions on one day one tells, so that everybody stands under one kind.",
        "The interval says how far chance alone moves such a count from year to year; every identification reported was counted.",
    ),
    answers_to=("eu-trafficking-19a-2", "ilo-p029-3-1", "palermo-3c-1"),
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
    counting={"date": "identified_on"},
    indicators=("ID-01",),
    is_trended=True,
    worked_example=WorkedExample(
        story="In 2021, 14 victims are identified; 5 others are only referred, and 3 are identified in 2022. 14 were identified in 2021.",
        rows=together(
            victims("a", 14, referred="2021-01-10", identified="2021-03-01"),
            victims("b", 5, referred="2021-01-10"),
            victims("c", 3, referred="2021-01-10", identified="2022-02-01"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 14, "denominator": None, "value": 14},
    ),
)
