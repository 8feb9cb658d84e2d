"""Headings say names as they are written: Streamlit would take them for Markdown."""

import pytest
from streamlit.testing.v1 import AppTest

from views.literally import literally

ORDINARY = "In Aubrimoor, 22.6% (of 1,204) saw a conviction: “yes” – 12 days; see § 4 & more!"


@pytest.mark.parametrize(
    "attack",
    [
        "[x](http://attack.invalid)",
        "![x](//attack.invalid/x.png)",
        "http://attack.invalid www.attack.invalid a@attack.invalid",
        "<http://attack.invalid>",
        "$\\input{x}$ `code` *star* _under_ ~gone~ :red[red]",
    ],
)
def test_no_sign_of_markdown_is_left_bare(attack):
    said = literally(attack)
    assert said.replace("\\", "") == attack.replace("\\", "")
    for sign in "[]<$`*_~@":
        assert said.count(sign) == said.count("\\" + sign)
    assert said.count("://") == said.count("\\://") and "www." not in said


def test_ordinary_words_stay():
    assert literally(ORDINARY) == ORDINARY


def test_a_heading_with_a_link_for_a_name_links_nowhere():
    def page():
        from views import frame

        frame.part("[Aubrimoor](http://attack.invalid)")

    shown = AppTest.from_function(page).run()
    assert not shown.exception
    assert shown.subheader[0].value == "\\[Aubrimoor\\](http\\://attack.invalid)"
