"""What a curated file may not say: each wrong thing is told with its file and entry, and never as a traceback."""

import shutil
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.law import FOLDER, LIFE_YEARS, LawError, law
from data.law.fields import Field, is_place, problem_with
from data.schema import code_lists

GOOD = {
    "parties/coe.toml": """
        [common]
        certainty = "unchecked"
        [[party]]
        jurisdiction = "NOR"
        event = "in_force"
        from_on = 2008-05-01
        [[party]]
        jurisdictions = ["BLR", "ISR"]
        event = "signed"
    """,
    "parties/fictional.toml": """
        [[party]]
        jurisdiction = "XAA"
        instruments = ["coe", "palermo"]
        event = "not_party"
        certainty = "unchecked"
    """,
    "statutes/NOR.toml": """
        [[statute]]
        id = "NOR-penal-code-257"
        title = "Straffeloven"
        provision = "Section 257"
        valid_from = 2015-10-01
        certainty = "unchecked"
        [statute.covers]
        acts = "yes"
        maximum_penalty_years = 6
        aggravated_maximum_years = "life"
        reflection_days = "no"
    """,
    "judgments/one.toml": """
        [[judgment]]
        id = "NOR-court-1"
        jurisdiction = "NOR"
        court = "Court of Rights"
        reference = "Application 12/20"
        decided_on = 2021-03-04
        finding = "met"
        obligations = ["echr-4-1"]
        aspect = "practice"
        certainty = "unchecked"
    """,
    "plans/one.toml": """
        [[plan]]
        id = "NOR-plan"
        jurisdiction = "NOR"
        title = "A plan"
        from_on = 2021-01-01
        obligations = ["coe-5-1"]
        aspect = "institution"
        certainty = "unchecked"
    """,
}

WRONG = [
    # file, what to replace, by what, what the message must hold
    ("parties/coe.toml", "[[party]]", "[[party", ["parties/coe.toml", "no TOML"]),
    ("parties/coe.toml", "[[party]]", "[[parties]]", ["parties/coe.toml", "'parties'"]),
    ("parties/coe.toml", '"NOR"', '"NRW"', ["party 1 (NRW)", "no place"]),
    ("parties/coe.toml", '"in_force"', '"ratified"', ["party 1 (NOR)", "'ratified'", "in_force"]),
    ("parties/coe.toml", "2008-05-01", '"2008-05-01"', ["from_on", "without quotes"]),
    ("parties/coe.toml", "2008-05-01", "2008-05-01T00:00:00", ["from_on", "no date"]),
    ("parties/coe.toml", "2008-05-01", "1008-05-01", ["from_on", "outside"]),
    ("parties/coe.toml", "2008-05-01", "2008-05-01\nuntil_on = 2007-01-01", ["lies before"]),
    ("parties/coe.toml", "2008-05-01", "2008-05-01\nsince = 2007-01-01", ["'since' is not known"]),
    ("parties/coe.toml", 'jurisdiction = "NOR"', "", ["party 1", "either a jurisdiction or"]),
    ("parties/coe.toml", '["BLR", "ISR"]', '["BLR", "BLR"]', ["twice"]),
    ("parties/coe.toml", '["BLR", "ISR"]', '"BLR"', ["no list"]),
    ("parties/coe.toml", '"signed"', '"reservation"', ["party 2", "names the obligations"]),
    ("parties/coe.toml", '"signed"', '"in_force"\nobligation_ids = ["palermo-5-1"]', ["of coe"]),
    ("parties/coe.toml", '"signed"', '"in_force"\nobligation_ids = ["coe-99-1"]', ["'coe-99-1'"]),
    ("parties/coe.toml", 'certainty = "unchecked"', "", ["certainty is missing"]),
    ("parties/coe.toml", '"unchecked"', '"read"', ["link is missing"]),
    ("parties/coe.toml", '"unchecked"', '"unchecked"\nlink = "http://a.org"', ["link"]),
    ("parties/coe.toml", '["BLR", "ISR"]\n        event = "signed"', '["NOR"]\n        event = "in_force"\n        from_on = 2008-05-01', ["NOR", "said 2 times"]),
    ("parties/fictional.toml", '"palermo"]', '"palermos"]', ["party 1 (XAA)", "no instrument"]),
    ("parties/fictional.toml", 'instruments = ["coe", "palermo"]', "", ["instruments is missing"]),
    ("statutes/NOR.toml", '"NOR-penal', '"SWE-penal', ["begins with NOR-"]),
    ("statutes/NOR.toml", 'acts = "yes"', 'deeds = "yes"', ["'deeds' is no element"]),
    ("statutes/NOR.toml", 'acts = "yes"', "acts = true", ["acts cannot be True"]),
    ("statutes/NOR.toml", 'acts = "yes"', "acts = 5", ["acts cannot be 5"]),
    ("statutes/NOR.toml", 'acts = "yes"', 'acts = ["yes"]', ["acts cannot be ['yes']"]),
    ("statutes/NOR.toml", "years = 6", "years = -6", ["maximum_penalty_years cannot be -6"]),
    ("statutes/NOR.toml", "years = 6", "years = true", ["cannot be True"]),
    ("statutes/NOR.toml", "years = 6", 'years = "yes"', ["cannot be 'yes'"]),
    ("statutes/NOR.toml", 'reflection_days = "no"', 'reflection_days = "life"', ["'life'"]),
    ("statutes/NOR.toml", "valid_from = 2015-10-01", "", ["valid_from is missing"]),
    ("statutes/NOR.toml", "[statute.covers]", "[statute.cover]", ["covers is missing"]),
    ("judgments/one.toml", "Application 12/20", "Application", ["named by its number"]),
    ("judgments/one.toml", "Application 12/20", "A. v. Norway, 12/20", ["reference", "title of a case"]),
    ("judgments/one.toml", '"NOR-court-1"', '"A-v-norway-1"', ["id", "title of a case"]),
    ("judgments/one.toml", '"unchecked"', '"unchecked"\nnote = "X and others, 2001"', ["note"]),
    ("judgments/one.toml", '"met"', '"disputed"', ["'disputed'"]),
    ("judgments/one.toml", '"practice"', '"life"', ["aspect"]),
    ("judgments/one.toml", '["echr-4-1"]', '"echr-4-1"', ["obligations", "no list"]),
    ("judgments/one.toml", '["echr-4-1"]', '["echr-4-9"]', ["'echr-4-9'"]),
    ("judgments/one.toml", '["echr-4-1"]', '[["echr-4-1"]]', ["no obligation"]),
    ("plans/one.toml", '"A plan"', '"A plan"\nhas_budget = "yes"', ["has_budget"]),
    ("plans/one.toml", "2021-01-01", "2021-01-01\nuntil_on = 2020-12-31", ["plan 1 (NOR-plan)"]),
    ("elements.toml", "[element.acts]", "[element.deeds]", ["deeds", "acts", "missing"]),
    ("elements.toml", '"palermo-5-1"', '"palermo-5-9"', ["elements.toml, acts", "'palermo-5-9'"]),
    ("territories.toml", "territories =", "lands =", ["territories.toml"]),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    for name, text in GOOD.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name in ("elements.toml", "territories.toml"):
        shutil.copy(FOLDER / name, tmp_path / name)
    return tmp_path


def test_sound_files_are_read(folder):
    known = law(folder)
    rows = known.parties.set_index(["jurisdiction", "instrument"])
    assert len(rows) == 5
    assert rows.loc[("NOR", "coe"), "from_on"] == date(2008, 5, 1)
    assert rows.loc[("ISR", "coe"), "event"] == "signed"
    assert rows.loc[("XAA", "palermo"), "source"] == "curated"
    numbers = known.statutes.set_index("element")
    assert numbers.loc["maximum_penalty_years", "number"] == 6
    assert numbers.loc["aggravated_maximum_years", "number"] == LIFE_YEARS
    assert "life" in numbers.loc["aggravated_maximum_years", "note"]
    assert numbers.loc["acts", "note"] is None
    assert numbers.loc["reflection_days", "covered"] == "no"
    assert numbers.loc["attempt", "covered"] == "not_known"


@pytest.mark.parametrize(("name", "old", "new", "told"), WRONG)
def test_what_is_wrong_is_told_with_its_place(folder, name, old, new, told):
    if name == "territories.toml":
        with (folder / "parties/coe.toml").open("a", encoding="utf-8") as file:
            file.write('[rest]\nevent = "not_party"\ncertainty = "unchecked"\n')
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LawError) as error:
        law(folder)
    message = error.value.text()
    assert name.split("/")[-1] in message
    assert all(part in message for part in told), message


def test_everything_that_is_wrong_is_told_at_once(folder):
    for name, old, new in (
        ("parties/coe.toml", "NOR", "NRW"),
        ("plans/one.toml", "coe-5-1", "coe-0-1"),
    ):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(LawError) as error:
        law(folder)
    assert len(error.value.problems) == 2


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("parties/nothing.toml", "named after no instrument"),
        ("statutes/Norway.toml", "named after no place"),
        ("plans/two.toml", "used twice"),
    ],
)
def test_a_file_in_the_wrong_place_is_told(folder, name, message):
    (folder / name).write_text(GOOD["plans/one.toml"], encoding="utf-8")
    with pytest.raises(LawError, match=message):
        law(folder)


def test_bytes_that_are_no_text_are_told(folder):
    (folder / "plans/one.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LawError, match=r"plans/one\.toml"):
        law(folder)


def test_a_closed_list_names_every_other_state_but_no_territory(folder):
    with (folder / "parties/coe.toml").open("a", encoding="utf-8") as file:
        file.write('[rest]\nevent = "not_party"\ncertainty = "unchecked"\nexcept = ["JPN"]\n')
    events = law(folder).parties.query("instrument == 'coe'").set_index("jurisdiction")["event"]
    assert events["IND"] == "not_party"
    assert events["NOR"] == "in_force"
    assert not {"JPN", "GRL", "REU"} & set(events.index)


def test_an_entry_may_state_something_else_than_the_file(folder):
    path = folder / "parties/coe.toml"
    text = path.read_text(encoding="utf-8").replace(
        '"signed"', '"signed"\ncertainty = "read"\nlink = "https://example.org"'
    )
    path.write_text(text, encoding="utf-8")
    certainty = law(folder).parties.query("instrument == 'coe'").set_index("jurisdiction")
    assert certainty["certainty"].to_dict() == {"NOR": "unchecked", "BLR": "read", "ISR": "read", "XAA": "unchecked"}  # fmt: skip


@given(st.text(max_size=12))
def test_only_codes_of_states_invented_places_and_their_parts_are_places(text):
    state = text.split("-")[0]
    known = state in code_lists()["country"].codes or (len(state) == 3 and state[0] == "X")
    assert not is_place(text) or known


@given(st.one_of(st.none(), st.integers(), st.text(), st.booleans(), st.lists(st.lists(st.text()))))
def test_no_value_makes_a_check_fall_over(value):
    for kind in ("text", "id", "link", "day", "flag", "place", "places", "obligations", "instruments"):  # fmt: skip
        told = problem_with(value, Field(kind))
        assert told is None or isinstance(told, str)
