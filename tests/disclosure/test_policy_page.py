"""The page for officers and readers tells the policy as it is, and every attack the release lists."""

import pytest

from disclosure.policy import lines
from disclosure.policy_page import PAGE, policy_table, with_policy
from disclosure.protection_report import AUDITS


def test_page_tells_the_policy_as_it_is():
    page = PAGE.read_text(encoding="utf-8")
    assert with_policy(page) == page, "write it anew: python -m disclosure.policy_page"
    for line in lines():
        assert f"`{line.name}`" in page and line.reason.replace("|", "\\|") in page


def test_page_names_every_attack():
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"| `{audit}` |" in page for audit in AUDITS)


def test_table_is_a_table():
    rows = policy_table().splitlines()
    assert len(rows) == len(lines()) + 2
    assert all(row.startswith("| ") and row.endswith(" |") for row in rows)


def test_page_without_a_place_for_the_table_is_refused():
    with pytest.raises(ValueError, match="does not mark"):
        with_policy("# A page")
