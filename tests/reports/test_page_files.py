"""Files of a page hold what the page showed: every word, no formula, no markup, and where it comes from."""

import io
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from charts.chart import Chart
from reports.blocks import Bullets, Facts, Paragraph, Table
from reports.page import read_html
from reports.page.document import Code, Document, Drawing, Heading, Picture, Shown
from reports.page.making import make
from reports.safe_text import safe_cell
from views.html import Markup, bullets, element, facts, join, table, text_of

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = ("=1+1", "#panic()", "<script>alert(1)</script>", "@sum", "*star* _under_ $x$", "\\u{7}")
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=1, max_size=12)


def squeezed(text: str) -> str:
    return "".join(sign for sign in text if not sign.isspace() and sign not in "\u200b\u00ad-")


def chart(title: str = "In Aubrimoor, 22.6% saw a conviction") -> Chart:
    rows = [
        {
            "x": name,
            "name": name,
            "value": value,
            "lower": value - 0.1,
            "upper": value + 0.1,
            "text": f"{name}: {value:.0%}",
            "quality": "reportable",
            "blank": None,
            "blank_label": None,
            "bound_lower": None,
            "bound_upper": None,
        }
        for name, value in (("First", 0.25), ("Second", 0.5))
    ]
    return Chart(
        kind="bar",
        title=title,
        subtitle="Share of victims, 2022",
        alt="Two bars: 25% and 50%.",
        rows=tuple(rows),
        x="x",
        y="value",
        unit="share",
        y_title="Share",
        lower="lower",
        upper="upper",
        categories=("First", "Second"),
    )


def document(*blocks, **more) -> Document:
    about = {
        "address": "attrition?jurisdiction=Aubrimoor+%28XAA%29",
        "release_id": "2026-11-25-0123456789ab",
        "content_hash": "0123456789ab" + "f" * 52,
        "released_on": date(2026, 11, 25),
        "data_date": date(2025, 12, 31),
        "is_synthetic": True,
        "title": "From identification to conviction",
        "question": "How many see a conviction?",
        "choices": {"Place": "Aubrimoor (XAA)"},
    }
    return Document(**about | more, blocks=list(blocks))


ROWS = [("Aubrimoor", "1,234", "29.2%"), *((text, "7", "none") for text in HOSTILE)]
TABLE = table("Places and numbers", ("Place", "Counted", "Share"), ROWS, (1,))


@pytest.fixture(scope="module")
def full() -> Document:
    wide = table(
        "A wide one", [f"Column {n}" for n in range(40)], [[f"cell{n}" for n in range(40)]]
    )
    return document(
        Shown(str(element("p", "An answer in a sentence.", role="status"))),
        # A part that skips a level must not stop the file.
        Heading(3, "A part without a section"),
        Shown(str(bullets(HOSTILE))),
        Heading(2, "Numbers"),
        Picture(chart(), "The bar is a 95% interval."),
        Shown(str(TABLE)),
        Shown(str(wide)),
        Shown(str(facts([("Hash", element("code", "f" * 64)), ("Letters", "中 😀 عربي Ж")]))),
        Code("SELECT '#panic()' -- $x$\n" + "FROM cases " * 30),
    )


@pytest.fixture(scope="module")
def pdf(full) -> PdfReader:
    return PdfReader(io.BytesIO(make("pdf", full)))


@pytest.fixture(scope="module")
def workbook(full):
    return load_workbook(io.BytesIO(make("xlsx", full)))


def inside(tag: str):
    return lambda content: element(tag, content, class_="answerable-note")


MARKUP = st.recursive(
    WORDS.map(lambda text: element("span", text)),
    lambda inner: st.one_of(
        *(inner.map(inside(tag)) for tag in ("p", "div", "strong", "blockquote", "span")),
        st.lists(inner, min_size=1, max_size=3).map(bullets),
        st.lists(st.tuples(inner, inner), min_size=1, max_size=3).map(facts),
        st.lists(inner, min_size=1, max_size=3).map(join),
        st.lists(st.tuples(inner, inner), min_size=1, max_size=3).map(
            lambda rows: table("Caption", ("One", "Two"), rows)
        ),
    ),
    max_leaves=8,
)


@given(MARKUP)
def test_no_word_of_the_html_is_lost_and_none_changes_its_place(html):
    told = "".join(word for block in read_html.blocks(html) for word in block.words)
    assert squeezed(told) == squeezed(text_of(Markup(html)))


def test_blocks_are_what_the_tags_say():
    mark = element("span", "◉", aria_hidden="true", class_="answerable-mark")
    line = element("span", join([mark, " Use with care "]), class_="answerable-line")
    html = join(
        [
            element("p", join(["One ", element("strong", "sentence"), "."])),
            element("p", "Small", class_="answerable-note"),
            bullets(["a", join(["b ", element("em", "c")])]),
            table("T", ("Place", "How sure"), [("X", join([line, element("div", "below")]))], (1,)),
            facts([("Term", bullets(["said", "more"]))]),
            element("blockquote", "two\nlines", class_="answerable-plain"),
        ]
    )
    assert read_html.blocks(html) == [
        Paragraph("One sentence."),
        Paragraph("Small", "note"),
        Bullets(("a", "b c")),
        Table("T", ("Place", "How sure"), (("X", "Use with care\nbelow"),), frozenset({1})),
        Facts((("Term", "said\nmore"),)),
        Paragraph("two\nlines", "quote"),
    ]


def test_pdf_holds_every_word_of_the_page(pdf, full):
    text = squeezed(" ".join(page.extract_text() for page in pdf.pages))
    for said in (
        *(full.title, full.question, "Place: Aubrimoor (XAA)", "An answer in a sentence."),
        *("A part without a section", "The bar is a 95% interval.", "Places and numbers"),
        *(cell for row in ROWS for cell in row),
        *(f"cell{n}" for n in range(40)),
        *("SELECT '#panic()' -- $x$", "عربي", "Ж", "f" * 64),
    ):
        assert squeezed(said) in text, said


def test_letters_without_a_shape_do_not_stop_the_file(pdf):
    assert "�" in "".join(page.extract_text() for page in pdf.pages)


def test_every_page_of_the_pdf_says_what_it_is(pdf, full):
    for page in pdf.pages:
        text = squeezed(page.extract_text())
        assert "SYNTHETIC" in text
        for said in (full.release_id, full.content_hash, "25 November 2026", full.address):
            assert squeezed(said) in text


def test_pdf_is_tagged_and_says_which_standards_it_keeps(pdf):
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"].startswith("en")
    declared = root["/Metadata"].get_data().decode()
    assert "pdfuaid:part" in declared and "pdfaid:part" in declared


def test_nothing_of_a_wide_table_lies_outside_the_page(pdf):
    for page in pdf.pages:
        width = float(page.mediabox.width)
        places = []
        page.extract_text(
            visitor_text=lambda text, _, at, *rest: places.append(at[4]) if text.strip() else None  # noqa: B023
        )
        assert all(0 <= x <= width for x in places)


def test_the_same_document_gives_the_same_pdf(full):
    assert make("pdf", full) == make("pdf", full)


def test_a_reported_release_bears_no_mark():
    made = make("pdf", document(Shown(str(TABLE)), is_synthetic=False))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    assert "SYNTHETIC" not in text


def test_workbook_has_a_named_table_a_sheet_with_the_cells_of_the_page(workbook):
    [sheet] = [each for each in workbook.worksheets if each["A1"].value == "Places and numbers"]
    [named] = sheet.tables.values()
    cells = [[cell.value for cell in row] for row in sheet[named.ref]]
    assert cells[0] == ["Place", "Counted", "Share"]
    assert cells[1] == ["Aubrimoor", 1234, "29.2%"]
    assert [row[0] for row in cells[2:]] == [safe_cell(text) for text in HOSTILE]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert {"Cover", "Contents", "Notes", "Text"} <= set(workbook.sheetnames)
    names = [name for each in workbook.worksheets for name in each.tables]
    assert len(names) == len(set(names)) == len(workbook.sheetnames) - 2


def test_workbook_tells_release_filters_and_words(workbook, full):
    cover = [row[0].value for row in workbook["Cover"].iter_rows()]
    assert any("SYNTHETIC" in line for line in cover)
    assert any(full.release_id in line for line in cover)
    assert "Place: Aubrimoor (XAA)" in cover
    text = [row[0].value for row in workbook["Text"].iter_rows()]
    assert "An answer in a sentence." in text and "Two bars: 25% and 50%." in text


def test_chart_data_stand_in_a_table_of_their_own(workbook):
    [sheet] = [each for each in workbook.worksheets if str(each["A1"].value).startswith("Chart:")]
    [named] = sheet.tables.values()
    cells = [[cell.value for cell in row] for row in sheet[named.ref]]
    assert cells[0] == ["Mark", "Value", "Lower end", "Upper end", "In words"]
    assert cells[1][:2] == ["First", 0.25] and cells[1][4] == "First: 25%"


def test_two_columns_of_one_name_and_two_tables_of_one_caption_keep_their_cells():
    twice = table("Same", ("Metric", "How sure", "how sure"), [("a", "b", "c")])
    made = make("xlsx", document(Shown(str(twice)), Shown(str(twice))))
    book = load_workbook(io.BytesIO(made))
    sheets = [each for each in book.worksheets if each["A1"].value == "Same"]
    assert len(sheets) == 2
    for sheet in sheets:
        assert [cell.value for cell in sheet[5]] == ["a", "b", "c"]


@pytest.mark.parametrize("title", ["In Aubrimoor, 22.6% saw a conviction", *HOSTILE])
def test_svg_has_title_measure_and_source(title):
    drawing = Drawing(chart(title), "The bar is a 95% interval.", "SYNTHETIC. Release 2026-x")
    made = make("svg", drawing).decode()
    assert "<script>" not in made
    for said in ("Share of victims, 2022", "SYNTHETIC. Release 2026-x", "Two bars: 25% and 50%."):
        assert said in made
    assert title.replace("<", "&lt;").replace(">", "&gt;") in made


def test_png_is_a_picture_of_twice_the_size():
    made = make("png", Drawing(chart(), "", "Release 2026-x"))
    assert made.startswith(b"\x89PNG") and int.from_bytes(made[16:20]) > 1000


def door(kind: str, given: bytes) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "reports.page", kind]
    return subprocess.run(command, input=given, capture_output=True, cwd=ROOT, check=False)


def test_the_door_makes_a_file_of_what_it_is_given():
    made = door("pdf", pickle.dumps(document(Shown(str(TABLE)))))
    assert made.returncode == 0 and made.stdout.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("kind", "given"), [("pdf", b"nothing"), ("docx", pickle.dumps(document()))]
)
def test_the_door_says_in_one_line_why_it_fails(kind, given):
    made = door(kind, given)
    assert made.returncode == 1 and made.stdout == b""
    assert len(made.stderr.decode().strip().splitlines()) == 1
