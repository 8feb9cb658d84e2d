"""Audited files that met the criterion they were read for."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import several

DRAWN = {"audit_id": "audit-2021", "frame_size": 400, "drawn_on": "2021-03-01"}

metric = Metric(
    name="audit_pass_rate",
    title="Audited files that met the criterion",
    question="Of the files drawn for an audit in the year, how many met the criterion they were read for?",
    group="fairness",
    kind="share",
    population="audited_files",
    unit_counted="files",
    value_unit="share",
    numerator="Files that met the criterion; a file counts once for each criterion it was read for.",
    denominator="Files that met or did not meet the criterion; those to which it did not apply are left out.",
    good_direction="up",
    pair="findings_closed_on_time",
    source="HMCPSI 2017, The CPS response to the Modern Slavery Act 2015; Wilson 1927",
    source_clause="Files meeting each criterion over files audited, as a random sample of the files",
    caveats=(
        "The interval treats the files as a small sample of many. Where a large part of all files was drawn, it is wider than it need be: no correction for the finite number is made.",
        "It holds for all files only if those audited were drawn by chance; files picked by hand show what was picked.",
        "All criteria taken together hide which is not met, and criteria of one file go together: read each by itself.",
        "A file shows what was written down, not what was done.",
        "Files of which the reader could not tell are left out and shown as missing.",
    ),
    answers_to=("coe-29-4", "coe-3-1", "iccpr-26-1"),
    indicators=("FR-06",),
    breakdowns=("audit_criterion",),
    scopes=("trafficking",),
    counting={
        "date": "drawn_on",
        "column": "result",
        "part": ("met",),
        "whole": ("met", "not_met"),
        "unknown": ("cannot_tell",),
    },
    worked_example=WorkedExample(
        story="In 2021, 30 files are read for one criterion: 12 meet it, 8 do not, to 5 it does not apply, of 5 the reader cannot tell. 12/20 = 0.6, with 5 of 25 missing. A second reader of 3 files changes nothing.",
        rows=together(
            *(
                together(
                    several("audit_samples", letter, count, "sample_id", **DRAWN),
                    several(
                        "audit_findings",
                        letter,
                        count,
                        "sample_id",
                        criterion="interpreter",
                        result=result,
                        auditor="r1",
                    ),
                )
                for letter, count, result in (
                    ("a", 12, "met"),
                    ("b", 8, "not_met"),
                    ("c", 5, "not_applicable"),
                    ("d", 5, "cannot_tell"),
                )
            ),
            several(
                "audit_findings",
                "a",
                3,
                "sample_id",
                criterion="interpreter",
                result="not_met",
                auditor="r2",
                finding_id="z",
            ),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 20, "value": 0.6, "missing_share": 0.2},
    ),
)
