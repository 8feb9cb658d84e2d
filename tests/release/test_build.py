"""From accepted submissions to a release, through everything upstream; refused builds leave nothing behind."""

import json
import shutil
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

import release.build as builder
from data.demo import make_submissions
from disclosure.error import DisclosureError
from disclosure.planning.columns import PLAN_COLUMNS
from disclosure.step import Told
from metrics.result import KEY, RESULT_COLUMNS
from release.build import build
from release.problems import BuildError
from release.read import open_release
from release.verify import verify
from validations.receive import receive


@pytest.fixture(scope="module")
def vault(build, tmp_path_factory):
    """One fictional place's submissions, accepted."""
    folder = tmp_path_factory.mktemp("build")
    for one in make_submissions(folder / "sent", cases=600, seed=5):
        if one.agency_id.startswith("XAA"):
            receive(
                one.paths,
                mapping=one.mapping,
                agency_id=one.agency_id,
                period_start=one.period_start,
                period_end=one.period_end,
                vault=folder / "vault",
                is_synthetic=True,
            )
    return folder / "vault"


@pytest.fixture(scope="module")
def built(vault, tmp_path_factory):
    return build(vault, tmp_path_factory.mktemp("releases"), released_on=date(2026, 3, 1))


def test_release_is_whole_safe_and_called_synthetic(built):
    assert verify(built) == []
    with open_release(built) as release:
        assert release.is_synthetic
        assert len(release.results()) > 100
        assert set(release.results()["jurisdiction"]) == set(
            release.table("jurisdictions")["jurisdiction"]
        )
        assert release.table("submissions")["agency_id"].str.startswith("XAA").all()


def test_results_quote_the_definition_they_were_counted_with(built):
    with open_release(built) as release:
        hashes = release.definitions().set_index("metric_id")["definition_hash"]
        results = release.results(scope="trafficking")
    assert (results["metric_id"].map(hashes) == results["definition_hash"]).all()


def test_same_inputs_again_say_so_and_work_nothing_out(built, vault, monkeypatch):
    def work_out(*_, **__):
        raise AssertionError("something was worked out again")

    monkeypatch.setattr(builder, "rebuild", work_out)
    monkeypatch.setattr(builder, "compute_changed", work_out)
    assert last_message(vault, built, released_on=date(2027, 9, 9)) == (
        f"Already built: nothing has changed since release {built.name}; nothing was written"
    )


def test_a_damaged_release_is_not_named(built, vault, tmp_path):
    copy = tmp_path / "releases"
    shutil.copytree(built.parent, copy, symlinks=True)
    database = copy / built.name / "answerable.duckdb"
    database.chmod(0o644)
    database.write_bytes(database.read_bytes()[:-1])
    with pytest.raises(BuildError, match="its files are damaged"):
        build(vault, copy)


def last_message(vault, built, **options) -> str:
    """What a build says at last that names the release which is there already."""
    messages = []
    again = build(
        vault, built.parent, progress=lambda message, *_: messages.append(message), **options
    )
    assert again == built
    return messages[-1]


def test_manifest_lists_what_it_was_built_from(built):
    receipts = json.loads((built / "manifest.json").read_text())["receipts"]
    assert receipts and all(len(receipt["sha256"]) == 64 for receipt in receipts)


def test_nothing_accepted_is_told(tmp_path):
    with pytest.raises(BuildError, match="Nothing has been accepted yet"):
        build(tmp_path / "vault", tmp_path / "releases")


def refused(vault, releases, error, monkeypatch, **replaced):
    for name, function in replaced.items():
        monkeypatch.setattr(builder, name, function)
    with pytest.raises(error) as refusal:
        build(vault, releases)
    assert not releases.exists()
    return str(refusal.value)


def test_unsafe_results_are_refused(vault, tmp_path, monkeypatch):
    """Were the step to let everything through, the last attack would stop the build."""
    said = refused(
        vault, tmp_path / "releases", DisclosureError, monkeypatch, disclose=told_unprotected
    )
    assert "a count of few people is shown" in said and "Nothing was published" in said


def test_value_without_interval_is_refused(vault, tmp_path, monkeypatch):
    def disclose(*arguments, **more):
        told = told_unprotected(*arguments, **more)
        return replace(told, results=told.results.assign(upper=None))

    said = refused(vault, tmp_path / "releases", BuildError, monkeypatch, disclose=disclose)
    assert "stand without upper" in said


def test_metric_without_its_pair_is_refused(vault, tmp_path, monkeypatch):
    kept = {n: m for n, m in builder.metrics().items() if n != "followup_completeness"}
    said = refused(
        vault,
        tmp_path / "releases",
        BuildError,
        monkeypatch,
        metrics=lambda: kept,
        disclose=told_unprotected,
    )
    assert "has no counter-metric" in said


def told_unprotected(results, *_, **__) -> Told:
    """A step that hides nothing: the finest that is offered of every table."""
    finest = results.drop_duplicates(list(KEY)).reset_index(drop=True)
    rows = finest.reindex(columns=[*RESULT_COLUMNS])
    no_plan = pd.DataFrame(columns=[*PLAN_COLUMNS])
    held = pd.Series(False, index=rows.index)
    return Told(rows.assign(public_fact=False), no_plan, held, pd.DataFrame(), None)


def test_synthetic_and_real_never_meet(vault, tmp_path, monkeypatch):
    receipts = builder.current_receipts(vault)
    mixed = [replace(receipts[0], is_synthetic=False), *receipts[1:]]
    said = refused(
        vault, tmp_path / "releases", BuildError, monkeypatch, current_receipts=lambda vault: mixed
    )
    assert "synthetic and real" in said
