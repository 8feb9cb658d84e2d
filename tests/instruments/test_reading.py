"""Another person's file of duties is read as it stands; a file with a mistake is told by file and entry."""

from pathlib import Path

import duckdb
import pytest

from data.instruments import InstrumentError, instruments, obligation_rows, obligations
from data.schema import create_statement, tables
from data.store.seeds import seed_obligations

HEAD = """title = "Law of the Islands on Trafficking"
short_title = "Islands law"
adopted = 2020
kind = "national_law"
"""


def entry(number, **changes):
    """One entry as TOML; None takes a key out."""
    keys = {
        "id": f'"islands-{number}-1"',
        "article": f'"{number}"',
        "duty": f'"Duty number {number}"',
        "force": '"shall"',
        "certainty": '"read"',
        "themes": '["prevention"]',
        "aspects": '["law", "practice"]',
        "attested": '"It is done."',
    } | changes
    lines = [f"{key} = {value}" for key, value in keys.items() if value is not None]
    return "\n".join(["[[obligation]]", *lines, ""])


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ANSWERABLE_INSTRUMENTS", str(tmp_path))
    return tmp_path


def test_five_duties_of_another_person_are_there_with_no_code_changed(folder, monkeypatch):
    text = HEAD + "".join(entry(number) for number in range(1, 6))
    (folder / "islands.toml").write_text(text, encoding="utf-8")
    with_them = {duty["obligation_id"] for duty in obligations()}
    assert instruments()["islands"].short_title == "Islands law"
    row = next(row for row in obligation_rows() if row["obligation_id"] == "islands-3-1")
    monkeypatch.delenv("ANSWERABLE_INSTRUMENTS")
    without_them = {duty["obligation_id"] for duty in obligations()}
    assert with_them - without_them == {f"islands-{number}-1" for number in range(1, 6)}
    assert row["themes"] == "prevention" and row["aspects"] == "law\npractice"
    assert row["number_text"] is None and row["instrument"] == "islands"


def test_without_a_further_folder_nothing_is_added(monkeypatch):
    monkeypatch.delenv("ANSWERABLE_INSTRUMENTS", raising=False)
    assert "islands" not in instruments()


def number(inside):
    return {"numbers": f"[{{ {inside} }}]"}


MISTAKES = [
    ({"themes": '["weather"]'}, "themes holds 'weather'"),
    ({"themes": '["data", "data"]'}, "themes names one twice"),
    ({"themes": '["data", "prevention", "compensation"]'}, "themes is to be a list of 1 to 2"),
    ({"themes": "[]"}, "themes is to be a list of 1 to 2"),
    ({"themes": '"data"'}, "themes is to be a list of 1 to 2"),
    ({"aspects": '["paper"]'}, "aspects holds 'paper'"),
    ({"force": '"must"'}, "force holds 'must'"),
    ({"certainty": '"sure"'}, "certainty holds 'sure'"),
    ({"duty": None}, "duty is missing"),
    ({"aspects": None}, "aspects is missing"),
    ({"theme": '"data"'}, "theme is not a key"),
    ({"attested": '"<b>It is done.</b>"'}, "attested is not what the pattern"),
    ({"attested": '"' + "x" * 201 + '"'}, "attested is not what the pattern"),
    ({"id": '"atolls-2-1"'}, "an id of this file begins with islands-"),
    ({"source_url": '"http://example.org"'}, "source_url is not what the pattern"),
    ({"numbers": "[3]"}, "numbers is to be a list of tables"),
    (number('says = "Thirty."'), "a number is about one of"),
    (number('statute = "reflection_days", report = true, says = "Thirty."'), "a number is about"),
    (number('statute = "reflection_days", at_least = 30'), "says is missing"),
    (number('statute = "reflection_days", says = "Thirty."'), "one of at_least, at_most"),
    (number('statute = "moon_phase", at_least = 30, says = "Thirty."'), "statute holds 'moon"),
    (number('statute = "reflection_days", at_least = "30", says = "Thirty."'), "to be a number"),
    (number('statute = "reflection_days", each = true, says = "Thirty."'), "each is not a key"),
    (number('metric = "m", each = false, says = "Each."'), "each of a number is true"),
    (number('metric = "m", each = true, at_most = 3, says = "Each."'), "has one of at_least"),
    (number('metric = "m", each = true, category = "eio", says = "Each."'), "stand together"),
    (number('metric = "m", each = true, horizon_days = 0, says = "Each."'), "horizon_days of"),
    (number('report = false, says = "Yearly."'), "report of a number is true"),
    (number('report = true, at_most = 3, says = "Yearly."'), "at_most is not a key"),
]


@pytest.mark.parametrize(("changes", "said"), MISTAKES, ids=[said for _, said in MISTAKES])
def test_a_mistake_is_told_with_its_file_and_its_entry(folder, changes, said):
    (folder / "islands.toml").write_text(HEAD + entry(1) + entry(2, **changes), encoding="utf-8")
    with pytest.raises(InstrumentError) as told:
        instruments()
    named = changes["id"].strip('"') if "id" in changes else "islands-2-1"
    assert "islands.toml" in str(told.value) and said in str(told.value)
    assert named in str(told.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = ", "cannot be read as TOML"),
        (HEAD, "obligation is missing"),
        (HEAD.replace("national_law", "rumour") + entry(1), "kind is 'rumour'"),
        (HEAD.replace("2020", '"2020"') + entry(1), "adopted is to be a year"),
        (HEAD.replace("short_title", "nickname") + entry(1), "short_title is missing"),
        (HEAD + 'colour = "red"\n' + entry(1), "colour is not a key"),
        (HEAD + entry(1) + entry(1), "the id is taken"),
    ],
)
def test_a_file_with_a_mistake_is_told(folder, text, said):
    (folder / "islands.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InstrumentError, match=said) as told:
        instruments()
    assert "islands.toml" in str(told.value)


def test_an_instrument_of_a_name_that_is_taken_is_refused(folder):
    (folder / "palermo.toml").write_text(HEAD + entry(1, id='"palermo-99-1"'), encoding="utf-8")
    with pytest.raises(InstrumentError, match="an instrument named palermo is there already"):
        instruments()


def test_a_folder_that_is_not_there_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("ANSWERABLE_INSTRUMENTS", str(tmp_path / "nowhere"))
    with pytest.raises(InstrumentError, match="there is no such folder"):
        instruments()


def test_the_example_of_the_manual_is_read_as_it_stands(folder):
    """What docs/adding.md shows as a file of duties is one."""
    manual = (Path(__file__).parents[2] / "docs" / "adding.md").read_text(encoding="utf-8")
    example = manual.split("## An instrument")[1].split("```toml\n")[1].split("```")[0]
    (folder / "islands.toml").write_text(example, encoding="utf-8")
    (duty,) = instruments()["islands"].obligations
    assert duty["numbers"][0]["at_least"] == 45


def test_a_store_holds_them_with_the_others(folder):
    (folder / "islands.toml").write_text(HEAD + entry(1) + entry(2), encoding="utf-8")
    con = duckdb.connect()
    con.execute(create_statement(tables()["obligations"]))
    seed_obligations(con, "obligations")
    found = con.execute(
        "SELECT obligation_id, themes, aspects, number_text FROM obligations "
        "WHERE instrument IN ('islands', 'coe') AND article IN ('1', '13(1)-(3)') ORDER BY ALL"
    ).fetchall()
    assert found == [
        ("coe-13-1", "identification", "law\npractice", "At least 30 days to recover and think."),
        ("islands-1-1", "prevention", "law\npractice", None),
    ]
