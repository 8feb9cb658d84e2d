"""An empty or damaged folder gets a page that says what to do."""

import shutil

import pytest
import streamlit as st


def spoil_nothing(folder):
    shutil.rmtree(folder)
    folder.mkdir()


def spoil_database(folder):
    (folder / "current").resolve().joinpath("answerable.duckdb").write_bytes(b"not a database")


def spoil_manifest(folder):
    (folder / "current").resolve().joinpath("manifest.json").write_text("{")


def spoil_link(folder):
    shutil.rmtree((folder / "current").resolve())


@pytest.mark.parametrize("spoil", [spoil_nothing, spoil_database, spoil_manifest, spoil_link])
def test_page_says_what_is_wrong_and_what_to_do(page, releases, tmp_path, monkeypatch, spoil):
    folder = tmp_path / "releases"
    shutil.copytree(releases, folder, symlinks=True)
    spoil(folder)
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(folder))
    shown = page("")
    assert shown.exceptions == []
    assert shown.titles == ["There is no release to show"]
    commands = " ".join(code.value for code in shown.run.code)
    for command in ("demo", "submit", "release", "verify"):
        assert f"python cli.py {command}" in commands
    assert "Traceback" not in " ".join(each.value for each in shown.run.markdown)


def test_a_release_that_breaks_while_it_is_read_says_so(page, releases, tmp_path, monkeypatch):
    folder = tmp_path / "releases"
    shutil.copytree(releases, folder, symlinks=True)
    database = (folder / "current").resolve() / "answerable.duckdb"
    database.chmod(0o644)
    whole = database.read_bytes()
    # The beginning tells what the file holds, so that it still opens; the tables behind it are gone.
    begins, ends = len(whole) // 8, len(whole) * 7 // 8
    database.write_bytes(whole[:begins] + b"\0" * (ends - begins) + whole[ends:])
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(folder))
    # What a server has read of the release while it was whole it shows on; this one is new.
    st.cache_data.clear()
    st.cache_resource.clear()
    shown = page("")
    assert shown.exceptions == []
    said = " ".join(each.value for each in [*shown.run.error, *shown.run.markdown])
    assert "damaged" in said and "Traceback" not in said
    assert any("python cli.py verify" in code.value for code in shown.run.code)


def test_a_preview_says_on_top_that_it_is_one(page, releases, tmp_path, monkeypatch):
    said = "This is a first look"
    assert said not in page("").html
    shutil.copytree(releases, tmp_path / "preview", symlinks=True)
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))
    shown = page("")
    assert shown.exceptions == []
    assert said in shown.html
