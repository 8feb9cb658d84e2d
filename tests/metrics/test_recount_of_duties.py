"""What victims receive, what States do for one another and what officials owe, counted a second time one by one.

The second count shares no code with `metrics/`: it is a walk over the raw rows.
"""

from collections import Counter

import pytest

from benchmarks.case_store import demo_case_store
from metrics.catalogue import metrics
from metrics.compute import compute
from tests.metrics.by_hand.afterwards import Afterwards
from tests.metrics.by_hand.borders import Borders
from tests.metrics.by_hand.duties import Duties
from tests.metrics.by_hand.money import Money
from tests.metrics.by_hand.raw import Raw
from tests.metrics.by_hand.recovery import Recovery
from tests.metrics.by_hand.victims import Victims

GROUPS = ("redress", "cooperation", "fairness", "oversight")
UNLINKED = "XAH"
"""The demo's jurisdiction whose victims cannot be linked to the courts."""
TOO_FEW = {"extradition_execution", "foreign_confiscation_execution", "refusal_grounds"}
"""So rare that the demo has hardly ten in a year and place."""


class Recount(Raw, Victims, Money, Recovery, Duties, Borders, Afterwards):
    def everything(self) -> dict:
        self.staircase()
        for count in (self.compensation, self.assets, self.complaints, self.promises, self.audits,
                      self.requests, self.returns_and_claims, self.seen_again, self.concluded, self.in_sight):  # fmt: skip
            count()
        self.found = {key: each for key, each in self.found.items() if key[0] != "attrition"}
        return self.found


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    con = demo_case_store(tmp_path_factory.mktemp("duties"), cases=20_000)
    yield con
    con.close()


@pytest.fixture(scope="module")
def counted(store):
    # The demo's unvalidated files hold impossible days (2109), which intake blanks before anything is counted.
    found = Recount(store).everything()
    return {key: each for key, each in found.items() if 2016 <= key[3] <= 2025}


@pytest.fixture(scope="module")
def computed(store, counted):
    results = compute(store, only={key[0] for key in counted}).results
    results = results[results["period_end"].map(lambda day: day.month == 12)]
    is_year = results["period_start"].map(lambda d: d.year) == results["period_end"].map(
        lambda d: d.year
    )
    rows = results[is_year].to_dict("records")
    keys = ("metric_id", "scope", "jurisdiction")
    places = ("breakdown", "category", "horizon_days", "currency")
    return {
        (*(row[k] for k in keys), row["period_start"].year, *(none(row[k]) for k in places)): row
        for row in rows
    }


def none(value):
    return None if value is None or value != value else value


def test_every_such_metric_is_counted_twice(counted):
    mine = {name for name, metric in metrics().items() if metric.group in GROUPS}
    elsewhere = {"compensation_awarded", "compensation_paid"}
    assert mine - elsewhere <= {key[0] for key in counted}


def test_counts_and_values_are_the_same(counted, computed):
    compared = Counter()
    for key, (numerator, denominator, value) in counted.items():
        row = computed[key]
        if none(row["numerator"]) is None:
            assert row["blank"] in ("insufficient", "not_reported", "not_yet"), key
            continue
        assert row["numerator"] == pytest.approx(numerator), key
        if denominator is not None:
            assert row["denominator"] == pytest.approx(denominator), key
        compared[key[0]] += 1
        if none(row["value"]) is not None and value is not None:
            assert row["value"] == pytest.approx(value, abs=1e-9), key
            compared[key[0], "values"] += 1
    for name in {key[0] for key in counted} - TOO_FEW:
        # Nothing is proved by comparing blanks.
        assert compared[name] >= 3, name


def test_nothing_is_counted_that_is_not_there(counted, computed):
    made_up = [
        key
        for key, row in computed.items()
        if none(row["numerator"])
        and key[4] in ("total", "refusal_ground", "offer_reply", "reason_lost")
        and key not in counted
    ]
    assert made_up == []
