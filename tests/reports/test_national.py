"""The national report: one place, several, all, or one that is silent; its figures are those of the release."""

import re
from datetime import date

import pandas as pd
import pytest
from pypdf import PdfReader

from charts import format as reads
from languages import speaking
from release.read import open_release
from release.tables import TABLES
from release.write import write_release
from reports.blocks import Bullets, Drawn, Heading, NewPage, Table
from reports.duty_words import GAPS
from reports.names import ReportError
from reports.national import national_report
from reports.pdf import write_pdf
from reports.reading import Reading
from tests.factory import facts

SILENT = ("results", "comparisons", "disparities", "trends", "submissions", "data_quality")


@pytest.fixture(scope="module")
def report(made_release):
    return national_report(made_release, "XAA")


@pytest.fixture(scope="module")
def silent_release(made_release, tmp_path_factory):
    """The made-up release, of which XAC has told nothing; XAX stands above the two others and tells nothing either."""
    tables = {name: made_release.table(name) for name in TABLES if name != "release"}
    for name in SILENT:
        tables[name] = tables[name][tables[name]["jurisdiction"] != "XAC"]
    # And it is a first release, before which there is none.
    tables["compliance_changes"] = tables["compliance_changes"].iloc[:0]
    places = tables["jurisdictions"].copy()
    places.loc[places["jurisdiction"].isin(["XAA", "XAB"]), "parent"] = "XAX"
    places.loc[len(places)] = ["XAX", "Union of the Coast", None, "group"]
    tables["jurisdictions"] = places.sort_values("jurisdiction")
    folder = tmp_path_factory.mktemp("silent")
    with open_release(write_release(folder, tables, facts(date(2026, 2, 1), tables))) as release:
        yield release


def all_words(report) -> str:
    return "\n".join(words_of(report.blocks))


def words_of(blocks) -> list[str]:
    """All words, those below tables among them."""
    return [
        word
        for block in blocks
        if hasattr(block, "words")
        for word in (*block.words, getattr(block, "note", ""))
    ]


def chapter(report, anchor: str) -> list:
    """The blocks from one heading of the first level to the next."""
    blocks = list(report.blocks)
    places = [i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.level == 1]
    start = next(i for i in places if blocks[i].anchor == anchor)
    end = next((i for i in places if i > start), len(blocks))
    return blocks[start:end]


def pages(report) -> dict[str, list]:
    """Metric -> the blocks of its page."""
    found, current = {}, None
    for block in chapter(report, "headline-measures"):
        if isinstance(block, Heading) and block.level == 2:
            current = found.setdefault(block.anchor, [])
        if current is not None:
            current.append(block)
    return found


def test_figures_of_a_page_are_those_of_the_release(report, made_release):
    """Looked up once more in the release: value, interval and counts of every year that a page prints."""
    checked = 0
    for metric_id, blocks in pages(report).items():
        definition = made_release.definition(metric_id)
        unit = definition["value_unit"]
        rows = made_release.results(metric_id, jurisdiction="XAA")
        table = next((b for b in blocks if isinstance(b, Table)), None)
        for cells in table.rows if table else ():
            told = dict(zip(table.headings, cells, strict=True))
            if not re.fullmatch(r"\d{4}", told["Period"]) or not told["Value"][0].isdigit():
                continue
            start, end = date(int(told["Period"]), 1, 1), date(int(told["Period"]), 12, 31)
            of_year = rows[(rows["period_start"].dt.date == start)]
            of_year = of_year[of_year["period_end"].dt.date == end]
            known = {
                (reads.value(value, unit), reads.count(above), reads.count(below))
                for value, above, below in of_year[["value", "numerator", "denominator"]].values
            }
            assert (told["Value"], told["Above"], told["Below"]) in known, metric_id
            checked += 1
    assert checked >= 20


def test_a_page_has_all_that_a_reader_needs(report, made_release):
    """Question, sentences with the counter-metric, table, definition, caveats and source."""
    for metric_id, blocks in pages(report).items():
        definition = made_release.definition(metric_id)
        text = "\n".join(words_of(blocks))
        assert definition["question"] in text and definition["numerator"] in text
        assert all(line in text for line in definition["caveats"].splitlines())
        assert f"metric {metric_id}, definition {definition['definition_hash']}" in text
        assert made_release.definition(definition["pair"])["title"] in text


def test_every_table_and_chart_says_where_it_comes_from(report, made_release):
    for block in chapter(report, "duties") + chapter(report, "comparison"):
        if isinstance(block, Table | Drawn):
            assert made_release.release_id in block.note, block


def test_every_gap_is_listed_with_its_reason(report, made_release):
    compliance = made_release.table("compliance")
    gaps = compliance[(compliance["jurisdiction"] == "XAA") & compliance["state"].isin(GAPS)]
    listed = [
        row
        for block in chapter(report, "duties")
        if isinstance(block, Table) and len(block.headings) == 5
        for row in block.rows
    ]
    assert len(listed) == len(gaps) > 0
    for cell in gaps.to_dict("records"):
        assert any(
            f"[{cell['obligation_id']}]" in row[0] and cell["because"] in row[3] for row in listed
        )


def test_duties_are_told_as_bounds_and_never_as_a_score(report, made_release):
    summary = made_release.table("compliance_summary")
    of_all = (summary["jurisdiction"] == "XAA") & (summary["dimension"] == "all")
    of_all &= (summary["aspect"] == "all") & (summary["force_group"] == "binding")
    (row,) = summary[of_all].to_dict("records")
    told = next(b for b in chapter(report, "duties") if isinstance(b, Bullets)).items[0]
    bounds = [reads.value(row[name], "share") for name in ("share_lower", "share_upper")]
    assert " to ".join(bounds) in told
    assert f"Of {row['applicable']} binding duties" in told


def test_a_reply_is_printed_word_for_word_and_its_absence_said(report, made_release):
    (reply,) = made_release.table("replies")["reply"]
    assert reply.strip() in all_words(report)
    assert "No reply has been published" in all_words(national_report(made_release, "XAC"))


def test_revisions_are_told_and_a_first_release_says_that_it_is_one(
    report, silent_release, made_release
):
    changes = made_release.table("compliance_changes")
    of_place = changes[(changes["jurisdiction"] == "XAA") & changes["state_before"].notna()]
    assert f"{len(of_place)} duties stand differently than before." in all_words(report)
    assert "This is a first release" in all_words(national_report(silent_release, "XAA"))


def test_a_second_release_tells_which_numbers_were_told_anew_and_how_many_at_most(
    made_release, tmp_path
):
    tables = {name: made_release.table(name) for name in TABLES if name != "release"}
    day = (date(2023, 1, 1), date(2023, 12, 31))
    rows = [
        ("attrition", "trafficking", "XAA", *day, "revised", "10 to 99", "Late registrations."),
        ("attrition", "trafficking", "XAA", *day, "held", "fewer than 10", "Too few came late."),
        ("attrition", "trafficking", "XAA", *day, "withdrawn", "fewer than 10", "Told no more."),
    ]
    tables["revisions"] = pd.DataFrame(rows, columns=tables["revisions"].columns)
    with open_release(write_release(tmp_path, tables, facts(date(2026, 2, 1), tables))) as release:
        report = national_report(release, "XAA")
    text = all_words(report)
    assert "Numbers were told anew for 1 period of a metric." in text
    assert "1 stands as it was" in text
    assert "Numbers of 1 period of a metric stood in it and are told no more." in text
    [table] = [block for block in chapter(report, "revisions") if isinstance(block, Table)][:1]
    assert sorted(row[-2:] for row in table.rows) == [
        ("10 to 99", "Late registrations."),
        ("fewer than 10", "Told no more."),
        ("fewer than 10", "Too few came late."),
    ]


def test_a_part_of_a_state_says_whose_duties_it_tells(made_release, tmp_path):
    tables = {name: made_release.table(name) for name in TABLES if name != "release"}
    for name, table in tables.items():
        if "jurisdiction" in table:
            renamed = table["jurisdiction"].replace({"XAC": "XAB-C"})
            tables[name] = table.assign(jurisdiction=renamed)
    places = tables["jurisdictions"]
    places.loc[places["jurisdiction"] == "XAB-C", "parent"] = "XAB"
    with open_release(write_release(tmp_path, tables, facts(date(2026, 2, 1), tables))) as release:
        part, whole = (all_words(national_report(release, code)) for code in ("XAB-C", "XAB"))
    said = "Those told here are duties of Borovia, of which Cassia is a part"
    assert said in part and said not in whole


def test_a_silent_place_has_a_report_that_says_so(silent_release, tmp_path):
    report = national_report(silent_release, "XAC")
    text = all_words(report)
    assert "Cassia has published no result in this release. That is not zero" in text
    definitions = silent_release.definitions()
    for question in definitions[definitions["headline"] == "yes"]["question"]:
        assert question in text
    assert "binding duties that apply" in text
    write_pdf(report, tmp_path / "silent.pdf")
    assert len(PdfReader(tmp_path / "silent.pdf").pages) >= 6


def test_an_unknown_place_is_refused(made_release):
    with pytest.raises(ReportError, match=r"'XZZ'.*XAA, XAB, XAC"):
        national_report(made_release, ("XAA", "XZZ"))


@pytest.mark.parametrize("asked", [("XAA", "XAB"), "XAX"])
def test_a_group_holds_its_members_and_nobody_else(asked, silent_release):
    report = national_report(silent_release, asked)
    assert report.place == ("Union of the Coast" if asked == "XAX" else "Altaria and Borovia")
    text = all_words(report)
    assert "Altaria" in text and "Borovia" in text
    assert "Cassia" not in text


def test_the_same_reading_serves_many_reports(report, made_release):
    reading = Reading(made_release)
    national_report(made_release, "XAB", reading=reading)
    assert national_report(made_release, "XAA", reading=reading) == report


def test_a_report_in_french_has_the_same_shape(report, made_release):
    with speaking("fr"):
        french = national_report(made_release, "XAA")
    assert (french.language, french.direction) == ("fr", "ltr")
    kinds = [type(block) for block in report.blocks if isinstance(block, Table | Drawn | NewPage)]
    assert [type(b) for b in french.blocks if isinstance(b, Table | Drawn | NewPage)] == kinds
    # The definition is told as it was published, and says in which language that was.
    definitions = [b for b in french.blocks if getattr(b, "language", "") == "en"]
    assert len(definitions) >= len(pages(report))


def test_arabic_runs_from_right_to_left_and_keeps_codes_in_order(report, tmp_path):
    """Read back: the letters are embedded, the language is said, and a release id is not turned around."""
    from dataclasses import replace

    few = tuple(b for b in report.blocks if isinstance(b, Heading | Bullets))[:4]
    arabic = replace(
        report, language="ar", direction="rtl", place="أوبريمور", title="باختصار", blocks=few
    )
    write_pdf(arabic, tmp_path / "arabic.pdf")
    reader = PdfReader(tmp_path / "arabic.pdf")
    assert reader.trailer["/Root"]["/Lang"].startswith("ar")
    fonts = {
        font.get_object()["/BaseFont"].split("+")[-1]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert any(name.startswith("NotoNaskhArabic") for name in fonts)
