"""The page of one cell: from the state to the row of data, with replies and records beside it."""

import re
from urllib.parse import urlencode

import pytest

from tests.factory import made_up_tables
from tests.factory_changed import write_changed
from tests.factory_compliance import REPLY, made_up_compliance
from tests.factory_compliance_evidence import CELL, ODD_LINK
from tests.factory_compliance_law import SILENT

ADDRESS = dict(zip(("place", "obligation", "aspect"), CELL, strict=True))


@pytest.fixture(scope="module")
def tables():
    base = dict(made_up_tables())
    return base | made_up_compliance(base)


@pytest.fixture(scope="module")
def known(tables, tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("known")
    write_changed(folder, tables)
    return str(folder)


@pytest.fixture
def cell(page, known, monkeypatch):
    """Opens the page of a cell; without a choice, of the one that has everything."""

    def open_page(path: str = "compliance_cell", **query):
        monkeypatch.setenv("ANSWERABLE_RELEASES", known)
        return page(path, **(query or ADDRESS))

    return open_page


def test_state_rule_and_record_that_binds_are_told(cell):
    shown = cell()
    assert shown.exceptions == []
    assert (
        "Gap found" in shown.text and "Because the made-up rule for gap_found held." in shown.text
    )
    assert "Made-up rule that gives gap_found." in shown.text
    assert "Yes. A made-up record says so." in shown.text
    events = [row["Record"] for row in shown.table("Records on").records]
    assert [each.split()[0] for each in events] == ["In", "Reservation"]
    assert all("Wording not checked against the text" in each for each in events)


def test_reply_is_shown_in_full_as_plain_text(cell):
    shown = cell()
    assert "<script>" not in shown.html and "<b>all" not in shown.html
    assert "&lt;script&gt;alert(&#x27;not markup&#x27;)&lt;/script&gt;" in shown.html
    assert " ".join(REPLY.split()) in shown.text
    # Lines stay lines: the style of this class keeps them.
    assert f'class="answerable-plain">{"We do"}' in shown.html and "more.\nIn two" in shown.html


def test_reason_of_a_statement_is_no_markup(cell):
    assert "<i>and not paid" not in cell().html
    assert "<i>and not paid</i>" in cell().text


def test_only_https_leads_out_and_tells_nobody_where_from(cell):
    html = cell().html
    assert ODD_LINK not in html
    outward = re.findall(r'<a href="(http[^"]*)"([^>]*)>', html)
    assert outward
    for address, rest in outward:
        assert address.startswith("https://") and 'rel="noopener noreferrer"' in rest


def test_what_counts_no_more_stands_last_and_says_why(cell):
    rows = cell().table("Evidence on this duty").records
    told = [row["Counts today"] for row in rows]
    assert [each.split(":")[0].split(",")[0] for each in told] == ["Yes"] * (len(rows) - 2) + [
        "No"
    ] * 2
    assert any("stale" in each for each in told) and any("overtaken" in each for each in told)


def test_figure_leads_to_its_row_and_its_metric(cell, tables):
    shown = cell()
    rows = shown.table("Results that bear on this duty").records
    pieces = tables["compliance_evidence"]
    pieces = pieces[(pieces["jurisdiction"] == "XAA") & (pieces["obligation_id"] == CELL[1])]
    pieces = pieces[(pieces["aspect"] == CELL[2]) & pieces["metric_id"].notna()]
    assert len(rows) == len(pieces) > 0
    results = tables["results"]
    titles = tables["definitions"].set_index("metric_id")["title"]
    for piece in pieces.to_dict("records"):
        [row] = [row for row in rows if row["Metric"].startswith(titles[piece["metric_id"]])][:1]
        found = results[
            (results["metric_id"] == piece["metric_id"])
            & (results["jurisdiction"] == "XAA")
            & (results["scope"] == piece["scope"])
            & (results["breakdown"] == "total")
            & (results["period_end"] == piece["period_end"])
            & (results["period_start"] == piece["period_start"])
        ]
        assert f"{round(found['denominator'].iloc[0]):,}" in row["Counted"]
        address = urlencode({"jurisdiction": "Altaria (XAA)"})
        assert f'href="{piece["metric_id"]}?{address}' in shown.html


def test_recommendations_tell_what_became_of_them(cell):
    told = {row["What"]: row["Follow-up"] for row in cell().table("Recommendations").records}
    assert told == {"Pay interpreters": "Open, overdue", "Train judges": "Done on 2 May 2025"}


def test_source_is_told_where_the_kind_does_not_say_it(cell):
    told = {row["What"]: row for row in cell().table("Evidence on this duty").records}
    [asked] = [what for what in told if what.startswith("Pay interpreters")]
    assert "Source: International monitoring body REC-7" in asked
    assert not any("Source" in what for what in told if what.startswith("Statement of"))


def test_coders_are_told_apart_and_not_named(cell):
    told = [row["What"] for row in cell().table("Evidence on this duty").records]
    assert any(each.endswith("First coder") for each in told)
    assert not any("Coder:" in each for each in told)


def test_benchmark_is_never_taken_for_the_number_of_an_instrument(cell):
    shown = cell()
    assert "These are not numbers of the instrument, and decide no state." in shown.text
    [row] = shown.table("Benchmarks").records
    assert row["Set by"] == "National rapporteur"
    assert row["Set on"] == "1 June 2025, after the period had begun"
    assert row["Reached"].startswith("Cannot tell")


def test_number_of_the_instrument_stands_beside_the_number_found(cell, tables):
    pieces = tables["compliance_evidence"]
    piece = pieces[pieces["number_asked"].notna()].iloc[0]
    shown = cell(
        place=piece["jurisdiction"], obligation=piece["obligation_id"], aspect=piece["aspect"]
    )
    assert "The instrument sets 10; found: 4" in shown.text
    elements = {
        row["Element"]: " ".join(row["Covered"].split()) for row in shown.table("Elements").records
    }
    assert elements["Forced criminality"] == "○ Not covered"
    assert elements["Attempt"] == "? Not known"
    assert elements["Maximum penalty in years"] == "4"


def test_silence_is_neither_zero_nor_a_gap(cell, tables):
    rows = tables["compliance"]
    row = rows[(rows["jurisdiction"] == SILENT) & (rows["state"] == "no_evidence")].iloc[0]
    shown = cell(place=SILENT, obligation=row["obligation_id"], aspect=row["aspect"])
    assert "No evidence is neither zero nor a gap." in shown.text
    assert "No record of this release says whether the place takes part" in shown.text


def test_change_is_told_with_its_reason(cell):
    [row] = cell().table("Change of this state").records
    assert " ".join(row["State"].split()) == "From ? No evidence To ✗ Gap found"
    assert row["Why"] == "A statement of March 2025 was added."


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"place": "XZZ", "obligation": "no-such-duty", "aspect": "law"}, "holds nothing on duty"),
        ({"place": "XAA", "obligation": CELL[1], "aspect": "<b>"}, "holds nothing on duty"),
        ({"place": "XAA"}, "Choose one on the page of all duties"),
    ],
)
def test_address_that_names_nothing_known_gets_a_sentence(cell, query, said):
    shown = cell(**query)
    assert shown.exceptions == [] and len(shown.titles) == 1
    assert said in shown.text
    assert "<b>" not in shown.html
    assert 'href="compliance"' in shown.html


def test_unknown_words_in_the_address_of_all_duties_fall_back(cell):
    shown = cell("compliance", place="Nowhere (XZZ)", theme="Nothing", state="Odd", force="Iron")
    assert shown.exceptions == []
    assert "Binding duties, all places" in shown.text


def test_method_that_no_law_covers_is_pointed_out_where_it_is_seen(cell):
    shown = cell("new_methods", place="All places")
    rows = {row["Place"]: row for row in shown.table("Forced criminality").records}
    for place in ("Altaria", "Borovia"):
        told = {period: "Seen, not covered" in text for period, text in rows[place].items()}
        assert {p for p, is_told in told.items() if is_told} == {"2021", "2022", "2023"}
    # A hidden figure is no figure.
    assert not any("Seen, not covered" in text for text in rows["Cassia"].values())
    assert "No number (suppressed to protect people)" in rows["Cassia"]["2021"]
    # Of surrogacy nothing at all is known anywhere, which a table of blanks would not say better.
    assert not any("surrogacy" in table.caption for table in shown.tables)
    assert "3 places of which neither a figure nor the law is known" in shown.text
    alone = cell("new_methods", place="Altaria (XAA)").table("surrogacy").records
    assert all(row["Figure"].startswith("No metric shows it") for row in alone)
    assert (
        "6 figures of a time when no law covered what it shows, in Altaria, Borovia" in shown.text
    )


def test_method_of_one_place_is_drawn(cell):
    shown = cell("new_methods", place="Altaria (XAA)")
    assert shown.exceptions == []
    assert any("covered by law: not covered" in chart.proto.alt for chart in shown.charts)
