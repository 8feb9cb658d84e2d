"""The order in which submissions arrive does not show in a release."""

from dataclasses import replace
from datetime import date

import pytest

from data.demo import make_submissions
from data.demo.truths import TRUTHS
from data.store import receipts
from release.build import build
from validations.receive import receive

PLACES = ("XAJ", "XAL")


@pytest.fixture(scope="module")
def vaults(tmp_path_factory):
    """Two vaults with the same submissions of two places, the places in two orders."""
    folder = tmp_path_factory.mktemp("order")
    places = tuple(place for place in TRUTHS.places if place.code in PLACES)
    sent = make_submissions(folder / "sent", cases=24, truths=replace(TRUTHS, places=places))
    for name, order in (("one", sent), ("two", sorted(sent, key=_place, reverse=True))):
        for each in order:
            receive(
                each.paths,
                agency_id=each.agency_id,
                period_start=each.period_start,
                period_end=each.period_end,
                vault=folder / name,
                is_synthetic=True,
            )
    return folder / "one", folder / "two"


def _place(submission) -> str:
    return submission.agency_id[:3]


def test_the_vaults_were_filled_in_two_orders(vaults):
    one, two = ([each.submission_id for each in _by_arrival(vault)] for vault in vaults)
    assert one != two and sorted(one) == sorted(two)


def test_the_second_order_after_the_first_is_the_same_release(vaults, tmp_path):
    """The release is named by the hash of its content: the second vault gives the same, and holds nothing back."""
    first, second = vaults
    said = []
    built = build(first, tmp_path, date(2026, 3, 1))
    again = build(
        second,
        tmp_path,
        date(2026, 4, 1),
        lambda message, done=None, total=None: said.append(message),
    )
    assert again == built
    assert said[-1].startswith("Already built")


def _by_arrival(vault):
    return sorted(receipts(vault), key=lambda each: each.folder.stat().st_mtime_ns)
