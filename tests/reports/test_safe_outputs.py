"""Whatever agencies, courts and governments write, no file runs it: no cell begins a formula, no markup is live.

A new kind of file of the door is tried without a line here; an exporter beside the door is one line in `BESIDE`.
"""

import csv
import io
import itertools
import json
import re
import zipfile
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pyarrow as pa
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from release.read import open_release
from release.write import write_release
from reports import returns
from reports.blocks import Bullets, Facts, Paragraph, Table
from reports.door.asked import KINDS, Order
from reports.door.making import make
from reports.package.tables import csv_bytes
from reports.page import making
from reports.page.document import Code, Document, Heading
from reports.safe_text import begins_formula
from tests.factory import RELEASED_ON, facts, made_up_tables
from views import html, table_file

HERE = "attack.invalid"
"""Stands in every attack, so that it is found again wherever it comes to life."""
FORMULAS = (
    f'=HYPERLINK("http://{HERE}","x")',
    f"+cmd|' /C calc'!{HERE}",
    f"-2+3+{HERE}",
    f"@SUM(1+1)*{HERE}",
    f"\t=1+{HERE}",
    f"\r=1+{HERE}",
    f"\n=1+{HERE}",
    f"＝1+{HERE}",
    f"＋1+{HERE}",
    f"－1+{HERE}",
    f"＠SUM({HERE})",
    f"−1+{HERE}",
    f"\ufeff=1+{HERE}",
    f"\u200b=1+{HERE}",
    f"\u202e@1+{HERE}",
    f"\u00a0 \u3000=1+{HERE}",
    f"seen;=1+{HERE}",
    f"seen\n=1+{HERE}",
    f'"=1+{HERE}"',
    f"_x003D_1+{HERE}",
)
MARKUP = (
    f"<script>fetch('//{HERE}')</script>",
    f"<img src=x onerror=alert('{HERE}')>",
    f'"><svg onload=alert("{HERE}")>',
    f"</style></script><iframe src=//{HERE}>",
    f"<a href='javascript:{HERE}'>x</a>",
    f"[x](javascript:{HERE}) ![x](http://{HERE}/x.png)",
    f'#image("/etc/passwd") #link("http://{HERE}")',
    f"<r><t>{HERE}</t></r>",
    f"<w:fldSimple w:instr='DDEAUTO {HERE}'/>",
    f"]]><x>{HERE}&lt;b&gt;",
    f"{{{{ {HERE} }}}} {{%{HERE}%}} $\\input{{{HERE}}}$",
)
ATTACKS = FORMULAS + MARKUP
TEXTS = {
    "jurisdictions": ("name",),
    "agencies": ("name",),
    "vocabulary": ("label", "meaning"),
    "replies": ("reply",),
    "compliance": ("because", "applies_because"),
    "compliance_evidence": ("title", "reason", "source"),
    "compliance_changes": ("reason",),
    "statutes": ("title", "provision", "note"),
    "participations": ("note",),
    "data_quality": ("message",),
    "new_methods": ("note",),
    "revisions": ("reason",),
    "submissions": ("mapping",),
}
"""Table -> columns whose words come from outside, or could."""


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    """A release in which every text from outside is an attack."""
    tables = {name: table.copy() for name, table in made_up_tables().items()}
    attacks = itertools.cycle(ATTACKS)
    for name, columns in TEXTS.items():
        for column in columns:
            tables[name][column] = [next(attacks) for _ in range(len(tables[name]))]
    folder = tmp_path_factory.mktemp("attacked")
    with open_release(write_release(folder, tables, facts(RELEASED_ON, tables))) as release:
        yield release


def document() -> Document:
    """A page that shows every attack in every place that a page has."""
    table = Table(ATTACKS[1], ATTACKS[:3], tuple((one, one, one) for one in ATTACKS))
    return Document(
        address=f"overview?place={HERE}",
        release_id="2026-11-25-0123456789ab",
        content_hash="0123456789ab" + "f" * 52,
        released_on=date(2026, 11, 25),
        data_date=date(2025, 12, 31),
        is_synthetic=True,
        title=ATTACKS[0],
        question=MARKUP[0],
        choices=dict(zip(ATTACKS, ATTACKS, strict=True)),
        blocks=[
            *(Heading(2, one) for one in ATTACKS),
            *map(Paragraph, ATTACKS),
            Bullets(ATTACKS),
            Facts(tuple((one, one) for one in ATTACKS)),
            Code(MARKUP[0]),
            table,
        ],
    )


def shown_as_html(release) -> bytes:
    """What the screen shows, from the one place that makes HTML of texts."""
    rows = [(one, one) for one in ATTACKS]
    told = [
        html.table(ATTACKS[0], ATTACKS[:2], rows),
        html.bullets(ATTACKS),
        html.facts(rows),
        *(html.link(one, "overview", place=one) for one in ATTACKS),
    ]
    return "".join(told).encode()


def rows_as_csv(release) -> bytes:
    return table_file.csv(release, [{one: one for one in ATTACKS} | {"n": -1.5}])


BESIDE = {
    "page.xlsx": lambda release: making.make("xlsx", document()),
    "page.pdf": lambda release: making.make("pdf", document()),
    "screen.html": shown_as_html,
    "rows.csv": rows_as_csv,
    "chart.csv": lambda release: table_file.csv(
        release, [{"name": one, "value": -0.5, "text": one} for one in ATTACKS]
    ),
    "cells.csv": lambda release: table_file.cells_csv(
        release, ATTACKS, [ATTACKS, tuple(reversed(ATTACKS))]
    ),
}
"""Name of a file -> what makes it, of files that do not come through the door."""


def orders() -> dict[str, Order]:
    found = {
        f"{kind.name}": Order((kind.name,), "XAC" if kind.about == "place" else None)
        for kind in KINDS
        if kind.about != "return"
    }
    for each in returns.known():
        for kind in KINDS:
            if kind.about == "return":
                found[f"{kind.name} {each.id}"] = Order((kind.name,), "XAC", each.id)
    return found


@pytest.mark.long
@pytest.mark.parametrize("name", orders())
def test_files_of_the_door_run_nothing(attacked, tmp_path, name):
    for path in make(attacked, orders()[name], tmp_path):
        check(path.name, path.read_bytes())


@pytest.mark.parametrize("name", BESIDE)
def test_files_beside_the_door_run_nothing(attacked, name):
    check(name, BESIDE[name](attacked))


@pytest.mark.long
@pytest.mark.parametrize("kind", ["workbook", "package"])
def test_an_attack_is_told_as_it_was_written(attacked, tmp_path, kind):
    """Made safe is not made silent: what a government replied can be read."""
    [path] = make(attacked, Order((kind,)), tmp_path)
    wanted = [one for one in attacked.table("replies")["reply"]]
    with zipfile.ZipFile(path) as package:
        if kind == "workbook":
            sheet = load_workbook(path)["Replies"]
            told = [str(cell.value) for row in sheet.iter_rows() for cell in row]
        else:
            [name] = [each for each in package.namelist() if each.endswith("replies.csv")]
            told = cells_of(package.read(name))
    told = [cell.replace("'", "") for cell in told]
    for one in wanted:
        assert one.replace("'", "").replace("\r", "_x000D_") in told or one.replace("'", "") in told


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_table_of_values_keeps_every_attack_in_its_cell(attacked, attack):
    """A line break inside a text, of whatever kind, must not begin a new row."""
    for inside in (attack, f"before{attack}", f"{attack}after", f"a\rb\nc\r\nd{attack}"):
        for told in (
            csv_bytes(pa.table({"a": [inside], "b": ["end"]})),
            table_file.cells_csv(attacked, ["a", "b"], [[inside, "end"]]),
        ):
            cells = [cell.replace("'", "") for cell in cells_of(told)]
            assert cells[-2:] == [inside.replace("'", ""), "end"]


def cells_of(content: bytes) -> list[str]:
    """All cells, as a strict reader finds them."""
    lines = io.StringIO(content.decode("utf-8-sig"), newline="")
    return [cell for row in csv.reader(lines, strict=True) for cell in row]


def test_attacks_of_the_shared_vectors_are_made_safe(attacked, shared):
    found = (shared / "attacks" / "bad_inputs" / "formula_notes.csv").read_bytes()
    cells = [cell for row in csv.reader(io.StringIO(found.decode("utf-8-sig"))) for cell in row]
    assert any(map(begins_formula, cells))
    for cell in cells:
        check("cells.csv", table_file.cells_csv(attacked, ["a"], [[cell]]))


def check(name: str, content: bytes) -> None:
    """Fail where the file would run something; files inside a file are looked at too."""
    match Path(name).suffix:
        case ".xlsx":
            check_workbook(content)
        case ".csv":
            check_table(content.decode("utf-8-sig"))
        case ".html":
            check_page(content.decode())
        case ".docx":
            check_document(content)
        case ".zip":
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                for each in package.namelist():
                    check(each, package.read(each))
        case ".json" | ".jsonld":
            json.loads(content)
        case ".pdf":
            check_pdf(content)
        case ".parquet" | ".md" | ".txt" | ".cff" | ".sql" | "":
            pass
        case other:
            raise AssertionError(f"nobody has said how a file of kind {other} is checked")


def check_workbook(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            text = package.read(name).decode("utf-8", "replace")
            assert "<f>" not in text and "<f " not in text, name
            assert "externalLink" not in name
            if name.endswith(".rels"):
                assert "External" not in text, name
    for sheet in load_workbook(io.BytesIO(content)).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", (sheet.title, cell.coordinate)
                if isinstance(cell.value, str):
                    assert not begins_formula(cell.value), (
                        sheet.title,
                        cell.coordinate,
                        cell.value,
                    )


def check_table(text: str) -> None:
    """No cell begins a formula; also not where the semicolon, the tab or every line end parts cells."""
    for row in csv.reader(io.StringIO(text, newline="")):
        for cell in row:
            assert not begins_formula(cell), cell
            for piece in re.split(r"[;\t\r\n]", cell)[1:]:
                assert not begins_formula(piece), cell


def check_pdf(content: bytes) -> None:
    """No script, no program that is started, no link that a text from outside made."""
    reader = PdfReader(io.BytesIO(content))
    assert not {"/OpenAction", "/AA"} & set(reader.trailer["/Root"])
    for page in reader.pages:
        for note in page.get("/Annots") or ():
            action = note.get_object().get("/A", {})
            assert action.get("/S") in (None, "/GoTo", "/URI")
            assert HERE not in str(action.get("/URI", "")).partition("?")[0]


class Found(HTMLParser):
    """Gathers tags and attributes that would run or load something."""

    ALIVE = ("script", "iframe", "object", "embed", "base", "form", "link", "r", "x", "w:fldsimple")

    def __init__(self):
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            value = (value or "").strip().lower()
            is_address = name in ("src", "href", "xlink:href", "action", "data")
            if name.startswith("on") or (
                is_address and (value.startswith("javascript:") or HERE in value.partition("?")[0])
            ):
                self.found.append(f"{tag} {name}={value}")
        if tag in self.ALIVE:
            self.found.append(tag)


def check_page(text: str) -> None:
    parser = Found()
    parser.feed(text)
    assert not parser.found


def check_document(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            text = package.read(name).decode("utf-8", "replace")
            if name.endswith(".rels"):
                assert HERE not in text, name
            for field in re.findall(r"<w:instrText[^>]*>([^<]*)|w:instr=\"([^\"]*)\"", text):
                assert HERE not in "".join(field), name
