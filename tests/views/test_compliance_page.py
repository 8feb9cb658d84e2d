"""The page of gaps tells what the release holds: every state, soft duties, silence, and releases without it."""

import re
import shutil
from html import unescape
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from charts.compliance import STATE_MARKS, Tally
from languages.pseudo import PSEUDO
from release.read import DATABASE, open_release
from release.tables import TABLES
from tests.factory import made_up_tables
from tests.factory_changed import write_changed
from tests.factory_compliance import COUNTS_AS, made_up_compliance
from tests.factory_compliance_evidence import CELL
from views import compliance_read, compliance_shares, table_file
from views.compliance_no_score import how_wide

ALTARIA = "Altaria (XAA)"
CELL_ADDRESS = dict(zip(("place", "obligation", "aspect"), CELL, strict=True))


def written(folder, tables) -> str:
    """A folder with one release of these tables."""
    write_changed(folder, tables)
    return str(folder)


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    base = dict(made_up_tables())
    return base | made_up_compliance(base)


@pytest.fixture(scope="module")
def known(tables, tmp_path_factory) -> str:
    return written(tmp_path_factory.mktemp("known"), tables)


@pytest.fixture
def gaps(page, known, monkeypatch):
    """Opens a page of a release with compliance; without a path, the page of gaps."""

    def open_page(path: str = "compliance", **query):
        monkeypatch.setenv("ANSWERABLE_RELEASES", known)
        return page(path, **query)

    return open_page


def duties(tables: dict, **wanted) -> pd.DataFrame:
    """Rows of `compliance` of binding duties, with their duty."""
    rows = tables["compliance"].merge(
        tables["obligations"][["obligation_id", "instrument", "themes", "force"]],
        on="obligation_id",
    )
    rows = rows[rows["force"].isin(["shall", "case_law"])]
    for column, value in wanted.items():
        rows = rows[rows[column] == value]
    return rows


def label(tables: dict, state: str) -> str:
    """The label of a state."""
    words = tables["vocabulary"]
    words = words[(words["list"] == "compliance_state") & (words["code"] == state)]
    return words["label"].iloc[0]


def has_theme(rows: pd.DataFrame, theme: str) -> pd.Series:
    return rows["themes"].map(lambda lines: theme in lines.splitlines())


@pytest.mark.parametrize("path", ["compliance", "compliance_cell", "new_methods", "obligations"])
def test_page_is_whole(gaps, path):
    shown = gaps(path, **(CELL_ADDRESS if path == "compliance_cell" else {}))
    assert shown.exceptions == [] and len(shown.titles) == 1
    assert shown.html.count('role="status"') == 1
    assert shown.tables
    for table in shown.tables:
        assert len(table.rows) > 1
        for row in table.rows:
            assert all(cell.strip() for cell in row), f"an empty cell in {table.caption}"
            assert not {"nan", "NaN", "NaT", "<NA>"} & set(row)


def test_cells_of_the_table_are_bounds_counted_from_the_states(gaps, tables):
    told = {row["Theme"]: row for row in gaps().table("by theme and place").records}
    rows = duties(tables, jurisdiction="XAB")
    counted = rows[has_theme(rows, "compensation")]["counts_as"].value_counts()
    met, short, open_ = (counted.get(kind, 0) for kind in ("met", "short", "open"))
    assert met and short and open_
    expected = f"{met} to {met + open_} of {met + open_ + short}"
    assert told["Compensation"]["Borovia"] == expected


def test_table_says_the_same_as_the_summary(gaps):
    heat = {row["Theme"]: row for row in gaps().table("by theme and place").records}
    for place, name in (("Altaria (XAA)", "Altaria"), ("Cassia (XAC)", "Cassia")):
        shares = gaps(place=place).table(f"by theme: {name}").records
        assert {row["Theme"]: row["Met"] for row in shares} == {
            theme: row[name] for theme, row in heat.items()
        }


def test_places_stand_by_name_and_never_by_number(gaps):
    assert gaps().table("by theme and place").headings == ["Theme", "Altaria", "Borovia", "Cassia"]
    rejected = gaps().table("A rejected score").records
    assert [row["Place"] for row in rejected] == ["Altaria", "Borovia", "Cassia"]


def test_every_state_is_listed_with_mark_and_word(gaps, tables):
    held = set(duties(tables, jurisdiction="XAA")["state"])
    assert held == set(COUNTS_AS) - {"not_taken_up"}
    for state in held:
        word = label(tables, state)
        listed = gaps(place=ALTARIA, state=word).table("by aspect: Altaria").records
        assert listed and all(f"{STATE_MARKS[state]}  {word}" in each["State"] for each in listed)


def test_evidence_that_nobody_has_judged_is_said_to_be_open(gaps):
    listed = gaps(place=ALTARIA, state="Evidenced").table("by aspect: Altaria").records
    told = {(row["Aspect"], "Counts as open" in row["State"]) for row in listed}
    assert {aspect for aspect, is_open in told if is_open} == {"Outcome"}
    assert {aspect for aspect, is_open in told if not is_open} >= {"Law", "Practice"}


def test_what_applies_is_listed_before_what_does_not(gaps):
    query = {"place": ALTARIA, "theme": "Compensation"}
    listed = gaps(**query).table("by aspect: Altaria").records
    out = ["∅" in row["State"] or "…" in row["State"] for row in listed]
    assert any(out) and out == sorted(out)


def test_rules_stand_in_the_order_they_are_tried(gaps):
    rules = gaps().table("Rules, of which").records
    assert [int(row["Order"]) for row in rules] == list(range(1, len(COUNTS_AS) + 2))
    assert rules[-1]["State"] == "As in the release before"


@pytest.mark.parametrize("force", ["Soft duties", "Standards of one State"])
def test_what_does_not_bind_is_never_a_gap(gaps, force):
    shown = gaps(force=force, place=ALTARIA)
    listed = shown.table("by aspect: Altaria").records
    assert listed
    assert not any("Gap found" in row["State"] for row in listed)
    assert any(
        "Not taken up" in row["State"]
        for row in gaps(force="Soft duties", state="Not taken up").table("by aspect").records
    )


def test_place_that_reports_nothing_is_open_and_no_gap(gaps):
    shown = gaps(place="Cassia (XAC)")
    cells = {
        cell for row in shown.table("Duties met, by theme and inst").rows[1:] for cell in row[1:]
    }
    assert any(re.fullmatch(r"0 to (\d+) of \1", cell) for cell in cells)
    assert all(cell.startswith(("0 to", "No duty", "Not known")) for cell in cells)
    assert "0 met, 0 short of it" in shown.text


def test_state_as_a_choice_is_counted_among_all(gaps, tables):
    told = {row["Theme"]: row for row in gaps(state="Stale").table("in the state").records}
    rows = duties(tables, jurisdiction="XAA")
    rows = rows[has_theme(rows, "prosecution")]
    expected = f"{(rows['state'] == 'stale').sum()} of {len(rows)}"
    assert told["Investigations, prosecutions, sanctions and measures"]["Altaria"] == expected


def test_freshness_parts_what_counts_today_from_what_does_not(gaps):
    stale = gaps(place=ALTARIA, freshness="With stale evidence only").table("by aspect: Altaria")
    assert {row["State"].split()[-1] for row in stale.records} == {"Stale"}
    current = gaps(place=ALTARIA, freshness="With current evidence").table("by aspect: Altaria")
    assert not any(
        "Stale" in row["State"] or "No evidence" in row["State"] for row in current.records
    )


def test_link_in_a_cell_opens_the_duties_it_counts(gaps, tables):
    found = re.search(r'href="compliance\?([^"]*theme=Compensation[^"]*)"', gaps(aspect="Law").html)
    query = dict(part.split("=") for part in unescape(found[1]).split("&"))
    query = {
        key: value.replace("+", " ").replace("%28", "(").replace("%29", ")")
        for key, value in query.items()
    }
    assert query == {"aspect": "Law", "place": ALTARIA, "theme": "Compensation"}
    listed = gaps(**query).table("by aspect: Altaria").records
    rows = duties(tables, jurisdiction="XAA", aspect="law")
    assert len(listed) == has_theme(rows, "compensation").sum() > 0
    assert {row["Aspect"] for row in listed} == {"Law"}


def test_wording_that_was_not_read_says_so_wherever_it_is_shown(gaps, tables):
    unread = tables["obligations"].query("certainty == 'unchecked' and force == 'shall'").iloc[0]
    said = "Wording not checked against the text"
    assert said in gaps("obligations").text
    aspect = unread["aspects"].splitlines()[0]
    key = {"place": "XAA", "obligation": unread["obligation_id"], "aspect": aspect}
    assert said in gaps("compliance_cell", **key).text
    listed = gaps(place=ALTARIA).table("by aspect: Altaria").records
    told = [row["Duty"] for row in listed if unread["duty"] in row["Duty"]]
    assert told and all(said in each for each in told)
    read = tables["obligations"].query("certainty == 'read' and force == 'shall'").iloc[0]
    assert not any(said in row["Duty"] for row in listed if read["duty"] in row["Duty"])


def test_changes_are_told_with_their_reason_place_by_place(gaps, tables):
    shown = gaps(place=ALTARIA).table("States that changed").records
    expected = tables["compliance_changes"].query("jurisdiction == 'XAA'")
    assert len(shown) == len(expected)
    assert {row["Place"] for row in shown} == {"Altaria"}
    assert all(row["Why"] for row in shown)
    assert any(
        " ".join(row["State"].split()) == "From ? No evidence To ✗ Gap found" for row in shown
    )


def test_more_places_than_fit_side_by_side_become_rows(page, tables, tmp_path, monkeypatch):
    places = tuple(f"XB{chr(65 + number)}" for number in range(16))
    few = tables | {"obligations": tables["obligations"].query("instrument == 'palermo'")}
    monkeypatch.setenv(
        "ANSWERABLE_RELEASES", written(tmp_path, few | made_up_compliance(few, places))
    )
    shown = page("compliance")
    assert shown.exceptions == []
    heat = shown.table("by theme and place")
    assert heat.headings[0] == "Place" and [row[0] for row in heat.rows[1:]] == list(places)


def test_instrument_of_somebody_else_appears_by_itself(page, tables, tmp_path, monkeypatch):
    own = tables["obligations"].head(5).copy()
    own["obligation_id"] = [f"own-law-{number}" for number in range(1, 6)]
    own["instrument"], own["instrument_title"] = "own_law", "A law of our own"
    own["themes"], own["force"], own["aspects"] = "a_theme_of_ours", "shall", "law"
    more = tables | {"obligations": pd.concat([tables["obligations"], own], ignore_index=True)}
    monkeypatch.setenv("ANSWERABLE_RELEASES", written(tmp_path, more | made_up_compliance(more)))
    shown = page("compliance", place=ALTARIA, instrument="A law of our own")
    assert len(shown.table("by aspect: Altaria").records) == 5
    assert "A theme of ours" in {
        row["Theme"] for row in page("compliance").table("by theme and place").records
    }


@pytest.mark.parametrize("path", ["compliance", "compliance_cell", "new_methods"])
def test_release_that_has_none_of_it_says_so(page, known, tmp_path, monkeypatch, path):
    older = tmp_path / "older"
    directory = shutil.copytree(Path(known, "current"), older / "current")
    for file in directory.iterdir():
        file.chmod(0o644)
    manifest = directory / "manifest.json"
    manifest.write_text(manifest.read_text().replace("2026-02-01-", f"2026-02-01-{path}-older-"))
    with duckdb.connect(str(directory / DATABASE)) as connection:
        for name in made_up_names():
            connection.execute(f'DROP TABLE "{name}"')
        for column in ("themes", "aspects", "attested", "number_text"):
            connection.execute(f"ALTER TABLE obligations DROP COLUMN {column}")
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(older))
    shown = page(path)
    assert shown.exceptions == []
    assert compliance_read.NOTHING in shown.text
    duties = page("obligations")
    assert duties.exceptions == [] and duties.tables


def made_up_names() -> list[str]:
    first = list(TABLES).index("compliance")
    return ["instruments", *list(TABLES)[first : first + 12]]


def test_coders_of_a_place_stand_beside_all_of_them(gaps):
    told = gaps(place=ALTARIA).table("Agreement of two coders").records
    assert [(row["Place"], row["Aspect"], row["Read alike"]) for row in told] == [
        ("All places", "All aspects", "31 of 40"),
        ("Altaria", "Law", "1 of 1"),
    ]
    assert told[1]["Weighted kappa"] == "None" and told[1]["How sure"] == "Too few to say"
    assert [row["Place"] for row in gaps().table("Agreement of two").records] == ["All places"]


def test_widths_of_ranks_are_told():
    rows = [
        {"lowest_rank": low, "highest_rank": high, "places": 4, "draws": 1000}
        for low, high in ((1, 4), (1, 1), (2, 4), (3, 4))
    ]
    said = how_wide(rows)
    assert "Of 4 places ranked in 1,000 draws" in said
    # Widths 4, 1, 3 and 2: the middle is 2.5, and three of the four reach half of the ranking.
    assert "any of 2 ranks; 3 of 4" in said
    assert how_wide([dict.fromkeys(rows[0], None)]) == "No rank could be drawn at all."


def test_files_hold_the_rows_with_days_as_days(known):
    with open_release(known) as release:
        rows = release.rows("compliance_evidence")
        text = table_file.csv(release, rows).decode("utf-8-sig")
        cells = compliance_read.cells(release)
        listed = table_file.csv(release, cells).decode("utf-8-sig")
    assert "00:00:00" not in text and "2025-03-01" in text
    assert "('" not in listed


def test_share_is_one_number_where_nothing_is_open():
    assert compliance_shares.share_words(Tally(met=1, short=3)) == "25.0%"
    assert compliance_shares.share_words(Tally(met=1, short=1, open=2)) == "25.0% to 75.0%"
    assert compliance_shares.share_words(Tally(out=1)) == "None"


def test_an_address_means_the_same_in_every_language(gaps):
    """Also where the table of themes was kept in English a moment before."""
    asked = {"place": ALTARIA, "state": "Evidenced", "aspect": "Law"}
    english, other = (gaps(**asked, **more) for more in ({}, {"language": PSEUDO}))
    assert not other.exceptions
    assert other.status != english.status
    for one, two in zip(english.tables, other.tables, strict=True):
        assert len(one.rows) == len(two.rows)
        assert two.headings != one.headings
    links = re.findall(r'href="compliance\?([^"]+)"', other.html)
    assert links and not any("⟦" in unescape(each) or "%E2%9F%A6" in each for each in links)
