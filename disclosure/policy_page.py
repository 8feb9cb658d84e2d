"""The policy as a table of the page `docs/disclosure.md`, written from the policy itself and never by hand.

    python -m disclosure.policy_page

writes it anew after a threshold has changed.
"""

from pathlib import Path

from disclosure.policy import lines

PAGE = Path(__file__).resolve().parent.parent / "docs" / "disclosure.md"
BEGIN, END = "<!-- policy: begin, written by disclosure/policy_page.py -->", "<!-- policy: end -->"


def policy_table() -> str:
    """Every line of the policy as a row of a Markdown table."""
    rows = [
        (f"`{line.name}`", line.text, line.applies, line.reason, line.clause) for line in lines()
    ]
    heading = ("Rule", "Value", "Applies", "Why", "After")
    table = [heading, ["---"] * len(heading), *rows]
    return "\n".join("| " + " | ".join(map(_cell, row)) + " |" for row in table)


def with_policy(page: str) -> str:
    """The text of the page, with the table as the policy now is; raises ValueError where its place is not marked."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError("The page does not mark where the table of the policy belongs.")
    return f"{before}{BEGIN}\n{policy_table()}\n{END}{after}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    PAGE.write_text(with_policy(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
