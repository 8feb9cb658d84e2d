"""Text from a release is text, whatever it looks like."""

from views.html import element, join, link, table


def test_text_is_escaped_everywhere():
    evil = '<img src=x onerror="alert(1)">'
    shown = table(evil, [evil, "b"], [[evil, element("code", evil)]])
    shown = join([shown, link(evil, "page", jurisdiction='"><script>')])
    assert "<img" not in shown and "<script" not in shown
    assert shown.count("&lt;img") >= 5


def test_table_names_its_rows_and_columns():
    shown = table("Caption", ["Place", "Value"], [["Altaria", "3"]])
    assert '<th scope="col">Place</th>' in shown
    assert '<th scope="row">Altaria</th>' in shown
    assert "<caption><span>Caption</span></caption>" in shown
