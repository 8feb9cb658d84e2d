"""Returns of victims that were voluntary and whose risks were assessed beforehand."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import several

RETURN = ("return_id", "victim_id")

metric = Metric(
    name="safe_returns",
    title="Returns that were voluntary and assessed",
    question="Of the returns of victims to another country in the year, how many were voluntary and had their risks assessed beforehand?",
    group="cooperation",
    kind="share",
    population="returned_victims",
    unit_counted="returns",
    value_unit="share",
    numerator="Returns that the victim chose and whose risks were assessed on or before the day of the return.",
    denominator="Recorded returns of trafficking victims in the year.",
    good_direction="up",
    pair="lost_to_followup",
    source="Palermo Protocol, Article 8(2); Council of Europe Convention on Action against Trafficking, Article 16",
    source_clause="Returns with a documented risk assessment that were voluntary, over returns",
    caveats=(
        "An assessment on paper is not safety: what became of people afterwards tells more.",
        "Voluntary means little where staying was not possible.",
        "Victims deported without being recognised as such are not here.",
        "Returns of which it is not recorded whether they were voluntary are left out and shown as missing, unless the risks were not assessed.",
    ),
    answers_to=("palermo-8-1", "coe-16-1", "actip-15-1"),
    indicators=("XB-08",),
    breakdowns=("sex", "age_group"),
    scopes=("trafficking",),
    counting={
        "date": "returned_on",
        "column": "safety",
        "part": ("safe",),
        "whole": ("safe", "not_safe"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021, 20 victims return: 11 by choice and after an assessment, 4 by choice without one, 5 against their will. 11/20 = 0.55.",
        rows=together(
            *(
                several("victims", letter, count, "victim_id")
                for letter, count in (("a", 11), ("b", 4), ("c", 5))
            ),
            several(
                "returns",
                "a",
                11,
                RETURN,
                returned_on="2021-05-01",
                is_voluntary=True,
                assessed_on="2021-04-01",
            ),
            several("returns", "b", 4, RETURN, returned_on="2021-05-01", is_voluntary=True),
            several(
                "returns",
                "c",
                5,
                RETURN,
                returned_on="2021-05-01",
                is_voluntary=False,
                assessed_on="2021-04-01",
            ),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 11, "denominator": 20, "value": 0.55},
    ),
)
