"""The documented UNODC set alone, with nothing else sent, makes a page of duties that is useful and claims nothing."""

import pytest

from release.read import open_release

"""For a page of one place; far above what it takes on a quiet machine."""


@pytest.fixture(scope="module")
def folder(documented):
    return documented("unodc_glotip_2024")


@pytest.fixture(scope="module")
def tables(folder):
    names = ("compliance", "compliance_evidence", "compliance_summary", "jurisdictions")
    with open_release(folder) as opened:
        return {name: opened.table(name) for name in (*names, "results", "participations")}


@pytest.fixture(scope="module")
def states(tables):
    return tables["compliance"]


def test_persons_prosecuted_bear_on_making_it_a_crime(tables, states):
    """In practice, of many States; each figure is the newest that is printed."""
    pieces = tables["compliance_evidence"].query(
        "obligation_id == 'palermo-5-1' and category == 'persons_prosecuted'"
    )
    assert pieces["jurisdiction"].nunique() > 80 and set(pieces["aspect"]) == {"practice"}
    assert set(pieces["kind"]) == {"official_figure"} and set(pieces["grade"]) == {"B"}
    printed = tables["results"].query(
        "metric_id == 'official_figures' and breakdown == 'measure' and category == 'persons_prosecuted'"
        " and value.notna()"
    )
    newest = printed.groupby("jurisdiction")["period_end"].max()
    told = pieces[pieces["finding"] == "happens"].set_index("jurisdiction")["period_end"]
    assert len(told) > 60
    assert (told == newest.reindex(told.index)).all()
    seen = states.query("obligation_id == 'palermo-5-1' and aspect == 'practice'")
    seen = seen.set_index("jurisdiction")
    assert (seen.loc[["FRA", "BRA"], "state"].isin(["evidenced", "stale"])).all()
    assert (seen.loc[["FRA", "BRA"], "counts_as"] == "open").all()


def test_opt_out_holds(states):
    """The Directive does not bind Denmark, and binds its neighbours."""
    union = states[states["obligation_id"].str.startswith("eu-trafficking-")]
    assert set(union.query("jurisdiction == 'DNK'")["applies"]) == {"no"}
    assert "yes" in set(union.query("jurisdiction == 'DEU'")["applies"])


def test_no_group_of_countries_has_a_cell(tables, states):
    kinds = tables["jurisdictions"].set_index("jurisdiction")["kind"]
    assert "group" in set(kinds)
    assert "group" not in set(states["jurisdiction"].map(kinds))
    assert "group" not in set(tables["compliance_evidence"]["jurisdiction"].map(kinds))


def test_no_gap_comes_from_official_figures(tables, states):
    short = states[states["counts_as"] == "short"]
    pieces = tables["compliance_evidence"]
    for cell in short.to_dict("records"):
        of_cell = pieces[
            (pieces["jurisdiction"] == cell["jurisdiction"])
            & (pieces["obligation_id"] == cell["obligation_id"])
            & (pieces["aspect"] == cell["aspect"])
        ]
        rests_on = of_cell[of_cell["evidence_id"].isin(cell["evidence_ids"].split("\n"))]
        assert set(rests_on["kind"]) & {"statute", "judgment"}, cell
    found = pieces.loc[pieces["kind"] == "official_figure", "finding"]
    assert set(found) <= {"happens", "nothing_seen", "cannot_tell"}


def test_silence_opens_the_bounds_and_is_no_failure(tables, states):
    """Of most places nothing is met or short for certain: the share lies anywhere."""
    sums = tables["compliance_summary"].query(
        "dimension == 'all' and aspect == 'all' and force_group == 'binding' and applicable > 0"
    )
    assert (sums["open"] > 0).sum() >= 80
    assert (sums["share_lower"] <= sums["share_upper"]).all()
    silent = sums[(sums["met"] == 0) & (sums["short"] == 0)]
    assert len(silent) > 50
    assert set(silent["share_lower"]) == {0} and set(silent["share_upper"]) == {1}


def test_every_record_of_who_is_bound_is_about_a_place_of_the_release(tables):
    records = tables["participations"]
    assert set(records["source"]) == {"curated"}
    assert records["jurisdiction"].isin(tables["jurisdictions"]["jurisdiction"]).all()
    assert set(records["certainty"]) <= {"read", "summary", "unchecked"}


@pytest.mark.parametrize("place", ["France (FRA)", "Denmark (DNK)", "India (IND)"])
def test_page_of_a_country_lists_its_duties(folder, page, monkeypatch, place):
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(folder))
    shown = page("compliance", place=place)
    assert shown.exceptions == []
    name = place.split(" (")[0]
    listed = shown.table(f"by aspect: {name}").records
    assert len(listed) > 20


def test_page_says_what_does_not_bind_denmark(folder, page, monkeypatch):
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(folder))
    with open_release(folder) as opened:
        names = opened.table("instruments").set_index("instrument")["short_title"]
    shown = page("compliance", place="Denmark (DNK)", instrument=names["eu_trafficking"])
    listed = shown.table("by aspect: Denmark").records
    assert len(listed) > 40
    assert all("Not applicable" in row["State"] for row in listed)
    assert any("Opted out" in row["Why"] for row in listed)


def test_figure_is_followed_to_its_row(folder, page, monkeypatch):
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(folder))
    shown = page("compliance_cell", place="FRA", obligation="palermo-5-1", aspect="practice")
    assert shown.exceptions == []
    assert "Persons prosecuted" in shown.text and "official_figures?" in shown.html
    assert "UNODC, Global Report on Trafficking in Persons" in shown.text
