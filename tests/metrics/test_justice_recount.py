"""The way from suspicion to sentence counted a second time, person by person, by code that shares nothing with `metrics/`."""

from collections import Counter
from statistics import mean

import pytest

from benchmarks.case_store import demo_case_store
from metrics.compute import compute
from tests.metrics.by_hand.accused import Accused
from tests.metrics.by_hand.cases import Cases
from tests.metrics.by_hand.desks import Desks
from tests.metrics.by_hand.raw import Raw
from tests.metrics.by_hand.spells import curve_at, half_ended
from tests.metrics.by_hand.suspects import Suspects
from tests.metrics.by_hand.tallies import Tallies

ALL_CRIME = "XAB"
"""One jurisdiction of the demo is told to have sent all crime, so that both scopes are counted."""
LAST_YEAR = 2025
"""The demo's files hold some impossible days behind it, which intake blanks before anything is counted."""
COUNTS = ("cases_opened", "persons_suspected", "persons_prosecuted", "persons_convicted")
EVERYWHERE = {"persons_suspected", "persons_convicted", "custody_share", "declination_rate", "judgment_mix"}  # fmt: skip


class Justice(Raw, Tallies, Cases, Accused, Suspects, Desks):
    def everything(self) -> "Justice":
        self.start_tallies()
        for scope in ("trafficking", "all_crime"):
            self.cases_by_hand(scope)
            self.accused_by_hand(scope)
            self.suspects_by_hand(scope)
            self.cohorts_by_hand(scope)
            self.stock_by_hand(scope)
            self.hearings_by_hand(scope)
        return self


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    con = demo_case_store(tmp_path_factory.mktemp("justice"), cases=2_000)
    con.execute(f"UPDATE submissions SET scope = 'all_crime' WHERE jurisdiction = '{ALL_CRIME}'")
    yield con
    con.close()


@pytest.fixture(scope="module")
def by_hand(store):
    return Justice(store).everything()


@pytest.fixture(scope="module")
def computed(store, by_hand):
    """Rows that have counts, of every metric counted by hand."""
    names = {
        key[0] for each in (by_hand.tallies, by_hand.amounts, by_hand.followed) for key in each
    }
    results = compute(store, only=names).results
    assert set(results["metric_id"]) == names
    return results.to_dict("records")


def places(row):
    """The keys of the years that a row covers."""
    years = range(row["period_start"].year, row["period_end"].year + 1)
    head = row["metric_id"], row["scope"], row["jurisdiction"]
    return [(*head, year, row["breakdown"], row["category"]) for year in years]


def of_kind(computed, by_hand, which):
    names = {key[0] for key in getattr(by_hand, which)}
    return [row for row in computed if row["metric_id"] in names and known(row["numerator"])]


def known(value):
    return value is not None and value == value


def test_shares_counts_and_mixes(computed, by_hand):
    seen = Counter()
    for row in of_kind(computed, by_hand, "tallies"):
        keys = places(row)
        above = sum(len(by_hand.tallies[key][0]) for key in keys)
        if row["metric_id"].endswith(("_mix", "_reasons", "_causes")):
            keys = [(*key[:5], None) for key in keys]
        below = sum(len(by_hand.tallies[key][1]) for key in keys)
        assert row["numerator"] == above, places(row)
        if row["metric_id"] == "convictions_per_100000":
            continue
        if row["metric_id"] not in COUNTS:
            assert row["denominator"] == below, places(row)
        if known(row["value"]):
            value = above if row["metric_id"] in COUNTS else above / below
            assert row["value"] == pytest.approx(value), places(row)
        seen[row["metric_id"]] += above > 0
    assert set(seen) >= EVERYWHERE
    # Nothing is proved by comparing zeros.
    assert all(count >= 5 for count in seen.values()), seen


def test_rates_are_counts_over_residents(computed, by_hand, store):
    residents = {
        (place, start.year): number
        for place, start, number in store.execute(
            "SELECT jurisdiction, period_start, residents FROM residents"
        ).fetchall()
    }
    checked = 0
    for row in of_kind(computed, by_hand, "tallies"):
        if row["metric_id"] != "convictions_per_100000":
            continue
        whole = sum(residents[key[2], key[3]] for key in places(row))
        assert row["denominator"] == whole
        if known(row["value"]):
            assert row["value"] == pytest.approx(100_000 * row["numerator"] / whole)
            checked += 1
    assert checked > 20


def test_means(computed, by_hand):
    seen = Counter()
    for row in of_kind(computed, by_hand, "amounts"):
        amounts = [float(x) for key in places(row) for x in by_hand.amounts[key].values()]
        assert (row["numerator"], row["denominator"]) == pytest.approx((sum(amounts), len(amounts)))
        if known(row["value"]):
            assert row["value"] == pytest.approx(mean(amounts)), places(row)
            seen[row["metric_id"]] += 1
    assert set(seen) == {"custodial_length", "custody_before_verdict"} and min(seen.values()) >= 5


def test_cohorts(computed, by_hand):
    seen = Counter()
    for row in of_kind(computed, by_hand, "followed"):
        lives = [life for key in places(row) for life in by_hand.followed[key] if life]
        horizon = row["horizon_days"] if known(row["horizon_days"]) else None
        ended = sum(kind == "event" and days <= (horizon or days) for days, kind, _ in lives)
        assert (row["numerator"], row["denominator"]) == (ended, len(lives)), places(row)
        if not known(row["value"]) or (horizon and any(reach < horizon for *_, reach in lives)):
            continue
        value = curve_at(lives, horizon) if horizon else half_ended(lives)
        assert row["value"] == pytest.approx(value, abs=1e-9), places(row)
        seen[row["metric_id"]] += 1
    assert set(seen) == {key[0] for key in by_hand.followed} and min(seen.values()) >= 5, seen


def test_nothing_counted_by_hand_is_left_out(computed, by_hand):
    """Each member found by hand has a row of its own, in its year or its block, unless the whole time is blank."""
    told = {key for row in computed for key in places(row)}
    silent = {
        key[:5]
        for row in computed
        for key in places(row)
        if row["blank"] in ("not_reported", "not_yet")
    }
    missing = [
        key
        for each in (by_hand.tallies, by_hand.amounts, by_hand.followed)
        for key, found in each.items()
        if key[5] is not None and key[3] <= LAST_YEAR and any(found)
        if key not in told and key[:5] not in silent
    ]
    assert missing == []
