"""The preview of the demo: what its places tell, apart from the releases, and gone once there is one."""

from contextlib import nullcontext

import pytest

from release.demo import PREVIEW_PLACES, build_demo, build_preview
from release.lock import only_holder
from release.problems import BuildError
from release.read import PREVIEW, open_release
from release.verify import verify


@pytest.mark.long
def test_a_preview_tells_its_places_and_stands_apart_from_the_releases(tmp_path):
    path = build_preview(tmp_path, cases=800)
    assert verify(path) == []
    assert not (tmp_path / "current").exists()
    with open_release(tmp_path) as release:
        assert release.path == path.resolve()
        assert release.is_preview and release.is_synthetic
        counted = release.cursor().execute(
            "SELECT DISTINCT jurisdiction FROM results WHERE source <> 'published' AND value IS NOT NULL"
        )
        assert {place for (place,) in counted.fetchall()} >= set(PREVIEW_PLACES)
        (submitted,) = release.cursor().execute("SELECT count(*) FROM submissions").fetchone()
        assert submitted >= len(PREVIEW_PLACES)


def test_the_demo_is_built_by_one_process_at_a_time(tmp_path):
    vault = tmp_path / "demo"
    (vault / "kept").mkdir(parents=True)
    with only_holder(tmp_path / ".demo.lock", "busy"), pytest.raises(BuildError, match="already"):
        build_demo(vault, tmp_path / "releases", cases=12)
    assert (vault / "kept").exists()


@pytest.mark.parametrize("fails", [False, True])
def test_the_preview_goes_once_the_demo_is_there_and_not_before(tmp_path, monkeypatch, fails):
    def build(vault, releases, progress):
        if fails:
            raise BuildError("Nothing was published.")
        return releases / "built"

    monkeypatch.setattr("release.demo._receive_all", lambda *_: None)
    monkeypatch.setattr("release.build.build", build)
    preview = tmp_path / "releases" / PREVIEW
    preview.mkdir(parents=True)
    with pytest.raises(BuildError) if fails else nullcontext():
        build_demo(tmp_path / "demo", tmp_path / "releases", cases=12)
    assert preview.exists() == fails
