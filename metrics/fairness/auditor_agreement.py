"""How far two readers of one file agree beyond chance: Gwet's AC1."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import several

DRAWN = {"audit_id": "audit-2021", "frame_size": 400, "drawn_on": "2021-03-01"}


def read_twice(letter: str, count: int, one: str, other: str):
    """Files that two readers read for one criterion, with what each found."""
    findings = together(
        *(
            several(
                "audit_findings",
                letter,
                count,
                "sample_id",
                criterion="interpreter",
                auditor=auditor,
                result=result,
            )
            for auditor, result in (("r1", one), ("r2", other))
        )
    )
    return several("audit_samples", letter, count, "sample_id", **DRAWN) | findings


metric = Metric(
    name="auditor_agreement",
    title="Agreement between two readers of a file",
    question="Where two people read the same file for the same criterion, how far do they agree beyond chance?",
    group="fairness",
    kind="agreement",
    population="twice_read_files",
    unit_counted="files",
    value_unit="agreement",
    numerator="Files on which both found the same. The value sets aside what chance alone would bring, so it is not a ratio of the two.",
    denominator="Files read twice whose readers both could tell; a file counts once for each criterion.",
    good_direction="up",
    pair="audit_pass_rate",
    source="Gwet 2008, British Journal of Mathematical and Statistical Psychology 61",
    source_clause="AC1, agreement beyond chance that stays steady where one finding is frequent",
    caveats=(
        "Readers who confer agree, and so do readers who share a mistake: agreement is not truth.",
        "Where it is low, the criterion is unclear, and the share of files that met it means little.",
        "All criteria taken together hide on which the readers differ: read each by itself.",
        "Files of which one reader could not tell are left out and shown as missing.",
    ),
    answers_to=("coe-29-4", "iccpr-26-1"),
    indicators=("FR-07",),
    breakdowns=("audit_criterion",),
    scopes=("trafficking",),
    counting={
        "date": "drawn_on",
        "statistic": "ac1",
        "first": "one_result",
        "second": "other_result",
        "categories": ("met", "not_met", "not_applicable"),
    },
    worked_example=WorkedExample(
        story="40 files are read twice: both find 20 met and 10 not met; on 10 they differ. They agree on 30 of 40 = 0.75. Of 80 findings 50 are met, 30 not met, so that chance brings (0.625 x 0.375 + 0.375 x 0.625) / 2 = 0.234375, and (0.75 - 0.234375) / (1 - 0.234375) = 33/49. Of 10 files one reader cannot tell.",
        rows=together(
            read_twice("a", 20, "met", "met"),
            read_twice("b", 10, "not_met", "not_met"),
            read_twice("c", 10, "met", "not_met"),
            read_twice("d", 10, "met", "cannot_tell"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 30, "denominator": 40, "value": 33 / 49, "missing_share": 0.2},
    ),
)
