"""The dashboard without a mouse, and what a screen reader is told."""

import re
from itertools import pairwise

from tests.browser.pages import TITLES


def test_another_page_is_reached_by_keyboard(reader):
    reader.open("")
    link = reader.page.get_by_role("link", name="Case flow", exact=True).first
    assert reader.tab_to(link)
    reader.page.keyboard.press("Enter")
    reader.page.get_by_role("heading", level=1, name="Case flow").wait_for()


LOOK = """element => {
  const looks = [];
  for (let each = element, steps = 0; each && steps < 4; each = each.parentElement, steps += 1) {
    const style = getComputedStyle(each);
    looks.push([style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor,
      style.backgroundColor, style.textDecorationLine, style.color].join(' '));
  }
  return looks.join(' / ');
}"""
"""How an element and what is drawn around it look."""


def test_what_has_the_focus_can_be_seen(reader):
    reader.open("case_flow")
    # What fades in looks at first as it did before.
    reader.page.add_style_tag(content="*, *::before, *::after { transition: none !important }")
    for _ in range(30):
        reader.page.keyboard.press("Tab")
        element = reader.page.evaluate_handle("() => document.activeElement").as_element()
        with_focus = element.evaluate(LOOK)
        element.evaluate("it => it.blur()")
        without = element.evaluate(LOOK)
        assert with_focus != without, element.evaluate("it => it.outerHTML.slice(0, 200)")


def test_a_sidebar_out_of_sight_takes_no_focus(narrow):
    narrow.open("case_flow")
    for _ in range(12):
        narrow.page.keyboard.press("Tab")
        assert not narrow.page.evaluate(
            "() => !!document.activeElement.closest('[data-testid=stSidebar]')"
        )


def test_a_choice_is_announced(reader):
    reader.open("place_profile")
    status = reader.page.get_by_role("status")
    assert status.count() == 1
    before = status.inner_text()
    place = reader.page.get_by_role("combobox", name="Place")
    assert reader.tab_to(place)
    reader.choose_by_arrows()
    assert reader.page.get_by_role("status").inner_text() != before


def test_a_file_is_fetched_by_keyboard(reader, tmp_path):
    reader.open("time_to_justice")
    button = reader.page.get_by_role("button", name=re.compile(r"\(CSV\)|as CSV")).first
    assert reader.tab_to(button)
    saved = reader.download(lambda: reader.page.keyboard.press("Enter"), tmp_path)
    assert saved.suffix == ".csv" and saved.stat().st_size > 100


def test_a_table_wider_than_its_room_is_scrolled_by_keyboard(narrow):
    narrow.open("data_quality")
    region = narrow.page.locator(".answerable-scroll").first
    assert region.evaluate("it => it.scrollWidth > it.clientWidth")
    assert narrow.tab_to(region)
    narrow.page.keyboard.press("ArrowRight")
    narrow.page.wait_for_function(
        "() => document.querySelector('.answerable-scroll').scrollLeft > 0"
    )


def test_headings_go_down_one_level_at_a_time(reader):
    for path in ("place_profile", "case_flow", "fairness_audit", "attrition", "compliance", ""):
        reader.go(path, TITLES[path])
        levels = [
            int(each.evaluate("it => it.tagName[1]"))
            for each in reader.page.locator('[data-testid="stMain"] :is(h1,h2,h3,h4)').all()
        ]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= level + 1 for level, after in pairwise(levels))
