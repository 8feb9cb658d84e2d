"""The list of quarantined rows is read back as it was written, whatever the names of files and sheets hold."""

import csv
import io
from datetime import date

import pandas as pd
import pytest

from validations.report import QUARANTINE_COLUMNS, Report
from validations.verdict import Account


@pytest.mark.parametrize("sign", ["\r", "\n", "\r\n", ",", '"'])
def test_a_row_stays_one_row(sign):
    row = (f"cases{sign}new.xlsx", f"a{sign}b", "7", "cases", "opened_on", "a_rule")
    report = Report(
        agency_id="XAA-police",
        mapping="canonical",
        mapping_title="Canonical",
        scope="trafficking",
        period_start=date(2024, 1, 1),
        period_end=date(2024, 12, 31),
        as_of=date(2024, 12, 31),
        verdict="fail",
        sentence="",
        account=Account(1, 0, 1, 0),
        values_blanked=0,
        excluded=(),
        tables={},
        findings=(),
        held=(),
        quarantine=pd.DataFrame([row], columns=[*QUARANTINE_COLUMNS]),
    )
    lines = io.StringIO(report.quarantine_csv(), newline="")
    assert [tuple(each) for each in csv.reader(lines, strict=True)] == [QUARANTINE_COLUMNS, row]
