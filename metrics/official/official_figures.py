"""Figures that others published, as they published them."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import printed

metric = Metric(
    name="official_figures",
    title="Official figures, as published",
    question="What has been published about this jurisdiction?",
    group="official",
    kind="published",
    population="published_figures",
    unit_counted="persons",
    value_unit="count",
    numerator="The figure as printed. The category names its measure; each figure carries its own unit.",
    denominator="None.",
    good_direction="neither",
    pair="reporting_completeness",
    source="The publication named in each figure's origin",
    source_clause="As printed, edition by edition",
    caveats=(
        "Others counted this, by their own rules: never add it to, or divide it by, numbers counted from case data.",
        "A figure printed as a bound (as in <5) is shown as suppressed by its publisher, with the highest value it can have.",
        "It is what was printed, so it has no interval; that does not make it exact.",
        "Detail rows need not add up to the total that the same source prints.",
    ),
    answers_to=(
        "eu-trafficking-19a-2",
        "eu-trafficking-11-4",
        "coe-10-1",
        "coe-18-1",
        "palermo-5-1",
        "untoc-11-2",
        "ilo-p029-1-1",
        "ilo-p029-3-1",
        "actip-14-1",
        "echr-4-1",
        "tvpa-108b-1",
    ),
    counting={"estimate": "figure"},
    data="official",
    worked_example=WorkedExample(
        story="A yearbook prints fewer than five persons convicted in 2021: no value, at most four.",
        rows=printed("persons_convicted", None, "persons", "total", value_at_most=4),
        about={"period_start": "2021-01-01", "category": "persons_convicted"},
        expect={"value": None, "blank": "suppressed", "bound_upper": 4},
    ),
)
