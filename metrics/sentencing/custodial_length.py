"""Mean length of custody that is not suspended."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import sentenced
from metrics.example_rows import together

metric = Metric(
    name="custodial_length",
    title="Length of custody imposed",
    question="To how many months were persons sent to custody in the year, on average?",
    group="sentencing",
    kind="mean",
    population="persons_sent_to_custody",
    unit_counted="persons",
    value_unit="months",
    numerator="Months of custody imposed, each person with the longest single sentence that is not suspended.",
    denominator="Persons sentenced in the year at first instance to custody that is not suspended and of known length.",
    good_direction="neither",
    pair="custody_share",
    source="Council of Europe Convention, Article 23(1); EU Directive 2011/36, Article 4",
    source_clause="Effective custodial length; mean with the interval of Student's t",
    caveats=(
        "A mean: a few very long sentences pull it up. The median would be lower.",
        "Life and other sentences without a length are left out and shown as missing, so it is too low where they are common.",
        "Sentences of one person are not added up, because most are served side by side.",
        "What was imposed, not what is served: early release is not seen.",
        "Sending fewer persons to custody, and only for the gravest acts, lengthens it.",
    ),
    answers_to=("coe-23-1", "eu-trafficking-4-1", "untoc-11-1", "tvpa-108a-1"),
    indicators=("SE-02",),
    breakdowns=("exploitation_form", "court_level"),
    is_trended=True,
    counting={"date": "convicted_on", "amount": "custody_months"},
    worked_example=WorkedExample(
        story="In 2021, 15 persons get 60 months of custody and 15 get 30, one gets life. (15 x 60 + 15 x 30) / 30 = 45 months; 1 of 31 has no length.",
        rows=together(
            sentenced("a", 15, "2021-02-01", "custody", months=60),
            sentenced("b", 15, "2021-03-01", "custody", months=30),
            sentenced("c", 1, "2021-04-01", "custody"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 1350, "denominator": 30, "value": 45, "missing_share": 1 / 31},
    ),
)
