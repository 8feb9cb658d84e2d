"""The report as one page that a data steward opens in any browser, without internet."""

from html import escape
from pathlib import Path

from validations.page_parts import account, broken, excluded, held, quarantined, tables
from validations.report import Report

STYLE = Path(__file__).with_suffix(".css")

HEADINGS = {
    "pass": "Pass: can be accepted as it is",
    "review": "Review: can be accepted, please look",
    "fail": "Fail: cannot be accepted",
}
"""Verdict -> its heading."""


def page(report: Report) -> str:
    """A self-contained HTML document; shows places and rules, never a value of a cell."""
    title = f"Validation of a submission by {escape(report.agency_id)}"
    synthetic = (
        '<p class="synthetic">SYNTHETIC: invented for demonstration. It describes no real person, case or agency.</p>'
        if report.is_synthetic
        else ""
    )
    parts = [account(report), broken(report), quarantined(report), excluded(report), tables(report)]
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{STYLE.read_text(encoding="utf-8")}</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p class="quiet">Period {report.period_start} to {report.period_end}, data date {report.as_of}.
Read as: {escape(report.mapping_title)} (<code>{escape(report.mapping)}</code>).</p>
{synthetic}
<section class="verdict {report.verdict}" aria-label="Verdict">
<strong>{HEADINGS[report.verdict]}</strong>
<p>{escape(report.sentence)}</p>
</section>
{"".join(parts)}{held(report)}
</main>
</body>
</html>
"""
