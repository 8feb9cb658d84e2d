"""Releases built again: of submissions that arrived in another order, and of some that were sent anew."""

import shutil
from dataclasses import replace
from datetime import date

import duckdb
import pytest

import release.computing as computing
from data.demo import make_submissions
from data.demo.truths import TRUTHS
from data.store import receipts
from release.build import build
from validations.receive import receive

PLACES = ("XAJ", "XAL")


@pytest.fixture(scope="module")
def sent(build, tmp_path_factory):
    """The submissions of two places."""
    places = tuple(place for place in TRUTHS.places if place.code in PLACES)
    folder = tmp_path_factory.mktemp("sent")
    return make_submissions(folder, cases=24, truths=replace(TRUTHS, places=places))


@pytest.fixture(scope="module")
def vaults(sent, tmp_path_factory):
    """Two vaults with the same submissions, the places in two orders."""
    folder = tmp_path_factory.mktemp("order")
    for name, order in (("one", sent), ("two", sorted(sent, key=_place, reverse=True))):
        for each in order:
            send(each, folder / name)
    return folder / "one", folder / "two"


def send(submission, vault):
    return receive(
        submission.paths,
        agency_id=submission.agency_id,
        period_start=submission.period_start,
        period_end=submission.period_end,
        vault=vault,
        is_synthetic=True,
    )


@pytest.fixture(scope="module")
def built(vaults, tmp_path_factory):
    """The release of the first vault."""
    return build(vaults[0], tmp_path_factory.mktemp("built"), date(2026, 3, 1))


def _place(submission) -> str:
    return submission.agency_id[:3]


def test_the_vaults_were_filled_in_two_orders(vaults):
    one, two = ([each.submission_id for each in _by_arrival(vault)] for vault in vaults)
    assert one != two and sorted(one) == sorted(two)


def test_the_second_order_after_the_first_is_the_same_release(vaults, built):
    """The release is named by the hash of its content: the second vault gives the same, and holds nothing back."""
    said = []
    again = build(
        vaults[1],
        built.parent,
        date(2026, 4, 1),
        lambda message, done=None, total=None: said.append(message),
    )
    assert again == built
    assert said[-1].startswith("Already built")


def test_what_one_place_sent_anew_is_counted_alone_and_gives_what_counting_all_gives(
    sent, vaults, built, tmp_path, monkeypatch
):
    for name in ("changed", "scratch"):
        shutil.copytree(vaults[0], tmp_path / name / "vault")
        shutil.copytree(built.parent, tmp_path / name / "releases", symlinks=True)
        one = next(each for each in sent if each.agency_id == "XAL-SUPPORT")
        shutil.copytree(one.paths[0], tmp_path / name / "sent")
        anew = replace(one, paths=[tmp_path / name / "sent"])
        leave_out_a_row(tmp_path / name / "sent" / "assistance.parquet")
        assert send(anew, tmp_path / name / "vault").vintage == 2
    counted = []
    compute = computing.compute

    def note_places(*arguments, places=None, **more):
        counted.append(places)
        return compute(*arguments, places=places, **more)

    monkeypatch.setattr(computing, "compute", note_places)
    first, second = (
        build(
            tmp_path / name / "vault",
            tmp_path / name / "releases",
            date(2026, 4, 1),
            from_scratch=name == "scratch",
        )
        for name in ("changed", "scratch")
    )
    assert counted == [{"XAL"}, None]
    assert first.name == second.name != built.name


def leave_out_a_row(file):
    rows = duckdb.read_parquet(str(file)).df()
    assert len(rows) > 1
    duckdb.from_df(rows[:-1]).write_parquet(str(file))


def _by_arrival(vault):
    return sorted(receipts(vault), key=lambda each: each.folder.stat().st_mtime_ns)
