"""From the table of gaps to the row of data a state rests on, as a reader goes: by links alone."""

import re

from tests.browser.reader import Reader


def follow(reader: Reader, link, path: str) -> None:
    link.click()
    reader.page.wait_for_url(re.compile(path))
    reader.wait()


def test_a_state_is_followed_to_its_row_of_data_and_its_sql(reader):
    reader.open("compliance?state=Evidenced")
    heat = reader.page.get_by_role("table").first
    follow(reader, heat.get_by_role("link").first, "theme=.*")
    listed = reader.page.get_by_role("table", name=re.compile("dut(y|ies) by aspect"))
    follow(reader, listed.get_by_role("link").first, "compliance_cell")
    assert "Evidenced" in reader.text and "The rule that decided" in reader.text
    figures = reader.page.get_by_role("table", name="Results that bear on this duty")
    [metric] = [figures.get_by_role("row").nth(1).get_by_role("link").first]
    title = metric.inner_text()
    follow(reader, metric, "jurisdiction=")
    assert reader.page.get_by_role("heading", level=1).inner_text() == title
    assert "SELECT" in reader.page.locator('[data-testid="stMain"]').text_content()
    assert reader.complaints == []


def test_a_cell_opens_again_by_its_address(reader, other):
    reader.open("compliance?state=Gap found")
    heat = reader.page.get_by_role("table").first
    follow(reader, heat.get_by_role("link").first, "theme=.*")
    listed = reader.page.get_by_role("table", name=re.compile("dut(y|ies) by aspect"))
    follow(reader, listed.get_by_role("link").first, "compliance_cell")
    said = reader.text
    assert "Gap found" in said
    other.open(reader.page.url.removeprefix(reader.address).lstrip("/"))
    assert other.text == said


def test_the_table_of_gaps_is_reached_by_keyboard(reader):
    reader.open("compliance")
    first = reader.page.get_by_role("table").first.get_by_role("link").first
    assert reader.tab_to(first), "the table of gaps cannot be reached with the Tab key"
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(re.compile("theme="))
    reader.wait()
    assert "by aspect" in reader.text
