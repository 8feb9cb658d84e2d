"""Every metric gives, through the real pipeline, what somebody worked out by hand."""

import pandas as pd
import pytest

from metrics.catalogue import metrics
from metrics.example import run_example


@pytest.mark.parametrize("name", metrics())
def test_worked_example(name):
    metric = metrics()[name]
    result = run_example(metric)
    for column, expected in metric.worked_example.expect.items():
        if expected is None:
            assert pd.isna(result[column]), column
        else:
            assert result[column] == pytest.approx(expected, abs=1e-12), column
    if pd.notna(result["value"]):
        assert result["lower"] <= result["value"] <= result["upper"]
        assert result["interval_method"] and result["status"]
    else:
        assert result["blank"]
