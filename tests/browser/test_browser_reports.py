"""A reader presses a button of the page of reports: the file comes, and is the one that the command line makes."""

import os
import re
import subprocess
import sys

import pytest

from tests.browser.conftest import ROOT

ALTARIA = "jurisdiction=Altaria+%28XAA%29"


@pytest.mark.parametrize(
    ("button", "language"), [("Report (HTML)", "en"), ("Rapport (HTML)", "fr")]
)
def test_the_file_of_a_button_is_the_one_of_the_command_line(
    other, releases, tmp_path, button, language
):
    other.open(f"reports_and_returns?{ALTARIA}&language={language}")
    saved = other.fetch(other.page.get_by_role("button", name=button), tmp_path)
    subprocess.run(
        [
            *(sys.executable, "cli.py", "report", "--output", str(tmp_path / "made")),
            *("--jurisdiction", "XAA", "--make", "web", "--language", language),
        ],
        cwd=ROOT,
        env=os.environ | {"ANSWERABLE_RELEASES": str(releases)},
        check=True,
        capture_output=True,
    )
    [made] = (tmp_path / "made").iterdir()
    assert saved.name == made.name
    assert saved.read_bytes() == made.read_bytes()


def test_the_language_goes_along_and_comes_back(other):
    page = other.page

    def stands(path: str, title: str, language: str) -> None:
        page.get_by_role("heading", level=1, name=title, exact=True).wait_for()
        other.wait()
        assert f"/{path}?" in page.url or page.url.endswith(f"/{path}")
        assert ("language=fr" in page.url) == (language == "fr")
        assert page.title() == f"{title} – Answerable"
        # The page tells it by a script, which runs once it is drawn.
        page.wait_for_function(
            "language => document.documentElement.lang === language", arg=language
        )

    other.open(f"reports_and_returns?{ALTARIA}&language=fr")
    stands("reports_and_returns", "Rapports et déclarations", "fr")
    page.get_by_role("link", name="Conformité", exact=True).click()
    stands("compliance", "Conformité", "fr")
    page.locator('[data-testid="stMain"] a[href*="compliance_cell"]').first.click()
    page.wait_for_url(re.compile("compliance_cell.*language=fr"))
    other.open(f"reports_and_returns?{ALTARIA}&language=fr")
    page.get_by_role("link", name="English", exact=True).click()
    stands("reports_and_returns", "Reports and returns", "en")
    assert "Altaria" in other.text
