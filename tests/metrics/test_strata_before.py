"""Strata of two releases, one taken from the other, tell of nobody in small numbers."""

import pytest

from metrics.comparing.strata_before import safe_after
from tests.metrics.test_strata_table import FORMS, counted, shown, told

WITH_OTHERS = {form: each | {"unknown": (20, 60)} for form, each in FORMS.items()}


def table(changes: dict | None = None, **blank):
    """Strata told after so many parts and wholes came to the cells named by form and sex."""
    forms = {form: dict(each) for form, each in WITH_OTHERS.items()}
    for (form, sex), (part, whole) in (changes or {}).items():
        before = forms[form][sex]
        forms[form][sex] = (before[0] + part, before[1] + whole)
    found = told(shown(forms, **blank), counted(forms))
    assert {"total", "sex"} == set(found["breakdown"])
    return found


LABOUR = "forced_labour"


@pytest.mark.parametrize(
    ("changes", "is_told"),
    [
        ({}, True),
        ({(LABOUR, "female"): (0, 3)}, False),
        ({(LABOUR, "female"): (0, 12)}, True),
        ({(LABOUR, "female"): (5, 17)}, False),
        ({(LABOUR, "female"): (12, 30)}, True),
        # Three women became men: nobody more in the total.
        ({(LABOUR, "female"): (0, -3), (LABOUR, "male"): (0, 3)}, False),
        # Three came whose sex is not known: no group that is told has changed.
        ({(LABOUR, "unknown"): (0, 3)}, False),
        ({(LABOUR, "unknown"): (0, 13)}, True),
    ],
)
def test_a_block_is_told_again_if_it_changed_by_nobody_or_by_many(changes, is_told):
    after = table(changes)
    assert len(safe_after(after, table(), 10)) == (len(after) if is_told else 0)


def test_a_block_is_not_told_again_in_other_strata():
    assert safe_after(table(), table(forced_begging="suppressed"), 10).empty


def test_a_block_that_was_not_told_before_is_told():
    after = table()
    elsewhere = table().assign(jurisdiction="XAB")
    assert safe_after(after, elsewhere, 10).equals(after)
    assert safe_after(after, after[:0], 10).equals(after)
