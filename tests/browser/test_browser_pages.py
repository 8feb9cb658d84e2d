"""The dashboard in a real browser: text beside charts, deep links, choices kept, keyboard, files, no release."""

from pathlib import Path

from tests.browser.conftest import served
from tests.browser.reader import Reader


def test_charts_have_a_text_alternative(reader):
    reader.open("cohort_conviction")
    figures = reader.page.get_by_role("figure")
    told = [figure.get_attribute("aria-label") or "" for figure in figures.all()]
    assert sum("95% interval" in each for each in told) >= 3


def test_link_to_this_view_opens_the_same_view(reader, other):
    reader.open("cohort_conviction")
    reader.choose("Place", "Borovia (XAB)")
    reader.choose("Followed for", "12 months")
    reader.choose("Detail", "By sex")
    said = reader.page.get_by_role("status").inner_text()
    assert "Borovia" in said and "within 12 months" in said
    assert "jurisdiction=Borovia" in reader.page.url
    link = reader.page.get_by_role("link", name="Link to this view").get_attribute("href")
    for path in (link, reader.page.url.removeprefix(reader.address).lstrip("/")):
        other.open(path)
        assert other.page.get_by_role("status").inner_text() == said
        assert "by sex" in other.text


def test_choice_of_place_is_kept_on_the_next_page(reader):
    reader.open("stage_prosecution")
    reader.choose("Place", "Cassia (XAC)")
    title = "Court conviction rate (of proceedings ended)"
    reader.page.get_by_role("link", name=title, exact=True).first.click()
    reader.page.get_by_role("heading", level=1, name=title, exact=True).wait_for()
    reader.wait()
    assert "/court_conviction_rate" in reader.page.url
    assert "Cassia over time" in reader.text


def test_filter_works_by_keyboard_alone(reader):
    reader.open("clearance_rate")
    place = reader.page.get_by_role("combobox", name="Place")
    assert reader.tab_to(place)
    assert "Altaria over time" in reader.text
    reader.choose_by_arrows()
    assert "Altaria over time" not in reader.text
    assert "jurisdiction=" in reader.page.url


def test_table_downloads_as_csv(reader, tmp_path):
    reader.open("clearance_rate")
    buttons = reader.page.get_by_role("button", name="Download this table (CSV)").all()
    files = [reader.fetch(button, tmp_path) for button in buttons]
    [saved] = [each for each in files if each.name.endswith("-altaria-over-time.csv")]
    assert saved.name.startswith("SYNTHETIC-answerable-")
    lines = saved.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("release_id,data,metric_id")
    # Five years, the two blocks they make up, and the heading.
    assert len(lines) == 8 and all("SYNTHETIC" in line for line in lines[1:])


def test_empty_folder_of_releases_says_what_to_do(browser, tmp_path: Path):
    with served(tmp_path) as address:
        reader = Reader(browser, address)
        reader.open("")
        assert "There is no release to show" in reader.text
        assert "python cli.py demo" in reader.text
        assert "Traceback" not in reader.text
        assert reader.complaints == []
        reader.close()
