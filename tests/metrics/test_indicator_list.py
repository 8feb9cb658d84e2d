"""Every indicator of the field is answered, or somebody says why not; never both."""

import csv
from dataclasses import replace

import pytest

from metrics import indicator_list
from metrics.catalogue import metrics
from metrics.indicator_list import indicators
from release.tables import TABLES


@pytest.mark.parametrize("one", indicators(), ids=lambda one: one.indicator)
def test_an_indicator_is_answered_or_somebody_says_why_not(one):
    assert one.title
    assert bool(one.metrics or one.table) != bool(one.not_yet), one
    assert one.table in (None, *TABLES)
    if one.not_yet:
        assert one.not_yet[0].isupper() and one.not_yet.endswith(".") and "\n" not in one.not_yet


def test_the_list_is_the_one_of_the_field(shared):
    listed = [one.indicator for one in indicators()]
    assert len(listed) == len(set(listed)) == 123
    field = shared / "domain" / "indicators.csv"
    if not field.exists():
        pytest.skip("the list of the field is not beside this checkout (../shared/domain)")
    with field.open(encoding="utf-8") as lines:
        assert listed == [row["id"] for row in csv.DictReader(lines)]


def test_what_divides_across_units_is_refused_for_good():
    refused = {one.indicator for one in indicators() if (one.not_yet or "").startswith("Refused:")}
    assert refused == {"PR-15", "CO-01"}


def test_a_metric_cannot_answer_what_nobody_asked(monkeypatch):
    wrong = replace(metrics()["charge_rate"], indicators=("ZZ-99",))
    monkeypatch.setattr(indicator_list, "metrics", lambda: {"charge_rate": wrong})
    with pytest.raises(ValueError, match="charge_rate: there is no indicator ZZ-99"):
        indicators.__wrapped__()


def test_most_of_the_field_is_answered_and_every_group_of_it():
    """Seventy were asked for; no group of indicators stays empty."""
    answered = [one for one in indicators() if one.metrics]
    assert len(answered) >= 70
    groups = {one.indicator.split("-")[0] for one in indicators()}
    assert {one.indicator.split("-")[0] for one in answered} == groups
