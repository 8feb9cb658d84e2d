"""The report in a browser: no barrier, nobody scrolls sideways, no complaint, nothing run and nothing fetched."""

import pytest

from reports.web_page import write_html
from tests.browser.reader import AXE, BARRIERS, PATIENCE
from tests.reports.hostile import hostile_report

WINDOWS = [("light", 1280), ("dark", 320), ("dark", 1280), ("light", 320)]


@pytest.fixture(scope="module", params=["en", "ar"])
def page_file(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("pages") / "report.html"
    direction = "rtl" if request.param == "ar" else "ltr"
    write_html(hostile_report(language=request.param, direction=direction), path)
    return path


@pytest.mark.parametrize(("scheme", "width"), WINDOWS)
def test_the_report_stands_without_a_barrier_or_a_complaint(browser, page_file, scheme, width):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=False
    )
    context.set_default_timeout(PATIENCE)
    page, heard = context.new_page(), []
    page.on("console", lambda message: heard.append(message.text))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.on("request", lambda request: heard.append(request.url))
    page.goto(page_file.as_uri())
    assert heard == [page_file.as_uri()]
    assert (
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        <= 0
    )
    # Its own policy lets the page run nothing; the tester's code comes in past it.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(BARRIERS)
    assert [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found] == []
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "skip"
    context.close()
