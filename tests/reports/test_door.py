"""One door to every file: names say what is inside, files are whole or not there, the batch is checked, orders are understood."""

import hashlib
import io
import json
import re

import pandas as pd
import pytest

import cli
from release.read import FILES_OF_REPORTS, SUMS, open_release
from release.verify import verify
from reports import returns
from reports.door import __main__ as door
from reports.door import making
from reports.door.asked import KINDS, Order, kinds_about
from reports.door.batch import everything, make_all
from reports.door.making import make
from reports.door.many import make_many
from reports.door.naming import reported_places
from reports.door.ordered import ordered
from reports.names import ReportError

RETURN = returns.known()[0].id
NAME = re.compile(
    r"SYNTHETIC_answerable-(?P<what>[\w-]+)_(?P<place>[A-Z+]+|all)_(?P<years>\d{4}(-\d{4})?)_"
    r"(?P<release>\d{4}-\d\d-\d\d-[0-9a-f]{12})(?P<language>_fr)?\.(pdf|docx|html|xlsx|csv|zip)"
)


@pytest.mark.long
def test_every_kind_of_file_is_made_and_its_name_says_what_is_inside(made_release, tmp_path):
    orders = [
        Order(tuple(kind.name for kind in kinds_about("place")), "XAC", language="fr"),
        Order(tuple(kind.name for kind in kinds_about("return")), "XAC", RETURN, 2023),
        Order(tuple(kind.name for kind in kinds_about("release"))),
    ]
    made = make_many(made_release, orders, tmp_path)
    assert len(made) == len(KINDS) == len({path.name for path in made})
    for path in made:
        said = NAME.fullmatch(path.name)
        assert said and said["release"] == made_release.release_id and path.stat().st_size > 0
        assert said["place"] == ("all" if path.suffix == ".zip" else "XAC")
        assert bool(said["language"]) == (said["what"] == "report")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in made)


def test_a_file_that_cannot_be_made_leaves_nothing_behind(made_release, tmp_path, monkeypatch):
    def broken(report, path):
        path.write_bytes(b"half")
        raise RuntimeError("no more room")

    monkeypatch.setattr(making, "_writer", lambda suffix: broken)
    before = tmp_path / "kept.txt"
    before.write_text("kept")
    with pytest.raises(RuntimeError):
        make(made_release, Order(("web",), "XAC"), tmp_path)
    assert list(tmp_path.iterdir()) == [before]


@pytest.mark.long
def test_one_process_or_many_make_the_same_bytes(made_release, tmp_path):
    orders = [Order(("report", "web"), place) for place in ("XAA", "XAC")]
    at_once = make_many(made_release, orders, tmp_path / "many")
    in_turn = [path for order in orders for path in make(made_release, order, tmp_path / "one")]
    assert [path.name for path in at_once] == [path.name for path in in_turn]
    for one, other in zip(at_once, in_turn, strict=True):
        assert one.read_bytes() == other.read_bytes()


@pytest.fixture
def own_release(copied_release):
    with open_release(copied_release) as release:
        yield release


@pytest.mark.long
def test_the_batch_lies_beside_the_database_with_its_hashes_and_verify_looks_at_it(
    own_release, monkeypatch
):
    before = verify(own_release.path)
    two = [Order(("web",), "XAC"), Order(("sdmx",))]
    monkeypatch.setattr("reports.door.batch.everything", lambda *_: two)
    for _ in range(2):
        folder = make_all(own_release, ["en"])
        lines = (folder / SUMS).read_text().splitlines()
        listed = dict(reversed(line.split("  ")) for line in lines)
        assert set(listed) == {path.name for path in folder.iterdir()} - {SUMS}
        for name, digest in listed.items():
            assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
        assert folder.parent == own_release.path and verify(own_release.path) == before
    changed = next(folder.glob("*.html"))
    changed.write_text("another number")
    (folder / "stray.pdf").write_bytes(b"")
    next(folder.glob("*.zip")).unlink()
    said = "\n".join(set(verify(own_release.path)) - set(before))
    assert f"{FILES_OF_REPORTS}/{changed.name} was changed" in said
    assert "stray.pdf, which was not made" in said and "lacks SYNTHETIC_answerable-sdmx" in said


def test_the_batch_holds_every_place_return_and_language(made_release):
    orders = everything(made_release, ["en", "fr"])
    places = reported_places(made_release)
    assert len(orders) == 1 + 2 * (1 + len(places) + len(places) * len(returns.known()))
    assert len(set(orders)) == len(orders)


def asked(release, **given):
    usual = {"make": ["report"], "places": [], "return_ids": [], "year": None, "languages": ["en"]}
    return ordered(release, **usual | given)


def test_places_are_one_several_or_each(made_release):
    assert [order.place for order in asked(made_release)] == [None]
    places = ["xaa", "XAA,XAC", "XAA"]
    assert [order.place for order in asked(made_release, places=places)] == ["XAA", ("XAA", "XAC")]
    assert [order.place for order in asked(made_release, places=["all", "XAA"])] == [None, "XAA"]
    each = [order.place for order in asked(made_release, places=["each"])]
    assert each == reported_places(made_release)


@pytest.mark.parametrize(
    "given",
    [
        {"make": ["poster"]},
        {"languages": ["xx"]},
        {"make": ["return"]},
        {"make": ["return"], "places": ["XAA,XAC"]},
        {"make": ["return"], "places": ["XAA"], "return_ids": ["nothing"]},
        {"places": [","]},
        {"places": ["XAA", "XZZ"]},
    ],
)
def test_what_cannot_be_had_is_said(made_release, given):
    with pytest.raises(ReportError, match=r"\."):
        asked(made_release, **given)


def test_the_command_line_makes_a_return_in_all_its_formats(own_release, tmp_path, capsys):
    given = ["report", "--release", str(own_release.path), "--output", str(tmp_path / "out")]
    wanted = ["--jurisdiction", "XAC", "--make", "return", "--return", RETURN, "--year", "2023"]
    assert cli.main([*given, *wanted]) == 0
    said = capsys.readouterr().out
    assert all(f"{path}" in said for path in (tmp_path / "out").iterdir())
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {
        ".xlsx",
        ".pdf",
        ".docx",
        ".csv",
    }


def test_the_command_line_lists_what_there_is_and_asks_where_to(own_release, capsys):
    assert cli.main(["report", "--release", str(own_release.path), "--list"]) == 0
    said = capsys.readouterr().out
    assert all(word in said for word in (RETURN, "XAC", "package", "fr"))
    assert cli.main(["report", "--release", str(own_release.path)]) == 2
    assert "--output" in capsys.readouterr().err


def test_a_place_nobody_has_heard_of_is_said_and_nothing_is_written(own_release, tmp_path, capsys):
    given = ["report", "--release", str(own_release.path), "--output", str(tmp_path / "out")]
    assert cli.main([*given, "--jurisdiction", "QQQ"]) == 2
    assert "QQQ" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.long
def test_what_a_killed_batch_left_is_removed_by_the_next_and_two_at_once_are_refused(
    own_release, monkeypatch
):
    path = own_release.path
    left = path.parent / f".reports-{path.name}-killed"
    left.mkdir()
    before = verify(path)

    def another(*_):
        with pytest.raises(ReportError, match="already"):
            make_all(own_release, ["en"])
        assert verify(path) == before
        return [Order(("sdmx",))]

    monkeypatch.setattr("reports.door.batch.everything", another)
    make_all(own_release, ["en"])
    assert not left.exists() and verify(path) == before
    assert not list(path.parent.glob(".reports-*"))


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(made_release, tmp_path):
    (tmp_path / "file").write_text("")
    for target in (tmp_path / "file", tmp_path / "file" / "beneath"):
        with pytest.raises(ReportError, match="cannot be written"):
            make_many(made_release, [Order(("sdmx",))], target)


def test_a_sender_that_stands_for_no_place_is_no_place(made_release, monkeypatch):
    sent = made_release.table("submissions")
    table = made_release.table
    body = sent.iloc[[0]].assign(jurisdiction="QUN", submission_id="of-a-body")
    monkeypatch.setattr(
        type(made_release),
        "table",
        lambda self, name: pd.concat([sent, body]) if name == "submissions" else table(name),
    )
    assert reported_places(made_release) and "QUN" not in reported_places(made_release)


def test_parts_and_groups_of_states_file_no_returns(made_release, monkeypatch):
    kinds = {"XAB": "part", "XAC": "group"}
    table = made_release.table

    def changed(self, name):
        found = table(name)
        if name != "jurisdictions":
            return found
        return found.assign(kind=found["jurisdiction"].map(kinds).fillna("state"))

    monkeypatch.setattr(type(made_release), "table", changed)
    filing = [order.place for order in everything(made_release, ["en"]) if order.return_id]
    each = [order.place for order in asked(made_release, make=["return"], places=["each"])]
    assert filing == each and "XAA" in filing and not set(kinds) & set(filing)
    for place in kinds:
        with pytest.raises(ReportError, match="files no return"):
            returns.fill(made_release, RETURN, place)


def test_everything_is_not_narrowed_in_silence(own_release, capsys):
    given = ["report", "--release", str(own_release.path), "--everything"]
    assert cli.main([*given, "--jurisdiction", "XAC"]) == 2
    assert "leave out" in capsys.readouterr().err
    assert not (own_release.path / FILES_OF_REPORTS).exists()


def test_a_reader_is_not_told_where_a_server_keeps_its_drafts(
    own_release, tmp_path, monkeypatch, capsys
):
    def full(*_):
        raise OSError(28, "No space left on device", str(tmp_path))

    asked = {"kind": "web", "place": "XAC", "return_id": "", "year": None, "language": "en"}
    order = json.dumps(asked | {"release": str(own_release.path)})
    monkeypatch.setattr(making, "_writer", lambda suffix: full)
    monkeypatch.setattr("sys.stdin", io.StringIO(order))
    assert door.main() == 1
    said = capsys.readouterr().err
    assert "no room" in said and "/" not in said
