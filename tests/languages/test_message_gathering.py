"""What is gathered for translators: every fixed text, wherever in a line of code it stands, and a release's own."""

import pytest

from charts import published
from languages import gathering
from languages.release_texts import release_texts

CODE = """
from languages import later, phrase, phrase_for, phrase_in

NAME = later("a " "constant")
said = f"{phrase('inside another')} {phrase_for(n, '{number} case', '{number} cases')}"
told = phrase("met" if is_met else "not met", count=table["key"])
word = phrase_in("months", "May")
nothing = phrase(NAME) + phrase(table["reasons"][key])
"""


@pytest.fixture
def catalogue(tmp_path, monkeypatch):
    """Brings a catalogue up to date with a program of one file."""
    monkeypatch.setattr(gathering, "ROOT", tmp_path)
    monkeypatch.setattr(gathering, "ROOMS", ("views",))
    monkeypatch.setattr(gathering, "DECLARED", {})
    (tmp_path / "views").mkdir()
    (tmp_path / "views" / "page.py").write_text(CODE, encoding="utf-8")
    return tmp_path / "fr.po"


def test_every_call_gives_its_text(catalogue):
    found = {(each.context, each.id) for each in gathering.gathered() if each.id}
    assert found == {
        (None, "a constant"),
        (None, "inside another"),
        (None, ("{number} case", "{number} cases")),
        (None, "met"),
        (None, "not met"),
        ("months", "May"),
    }


def test_publications_are_gathered_with_their_texts():
    found = {(each.context, each.id) for each in gathering.gathered()}
    told = {text for measure in published.measures() for text in published.reasons(measure)}
    assert told and {(None, text) for text in told} <= found


def test_new_texts_come_in_empty_gone_ones_go_and_translations_stay(catalogue):
    assert "met" in gathering.update(catalogue)
    text = catalogue.read_text(encoding="utf-8").replace(
        'msgid "met"\nmsgstr ""', 'msgid "met"\nmsgstr "oui"'
    )
    catalogue.write_text(text, encoding="utf-8")
    page = catalogue.parent / "views" / "page.py"
    page.write_text(CODE.replace("inside another", "a new one"), encoding="utf-8")
    left = gathering.update(catalogue)
    held = {each.id: each.string for each in gathering.read(catalogue) if each.id}
    assert held["met"] == "oui" and "met" not in left
    assert held["a new one"] == "" and "a new one" in left
    assert "inside another" not in held


def test_a_release_gives_its_titles_and_they_stay_without_it(catalogue, made_up_release):
    database = made_up_release / "answerable.duckdb"
    titles = {text for context, text in release_texts(database) if context == "metric title"}
    assert titles
    lacking = gathering.update(catalogue, database)
    gathering.update(catalogue)
    held = {each.id for each in gathering.read(catalogue) if each.context == "metric title"}
    assert held == titles
    assert not titles & set(lacking)
