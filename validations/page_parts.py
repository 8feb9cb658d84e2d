"""The sections of the validation page. Everything that comes from outside is escaped."""

from html import escape

import pandas

from validations.report import SHOWN_ROWS, BrokenRule, Report, counted

MARKS = {"fail": "Set aside", "review": "Please look", "blanked": "Blanked"}
"""Severity -> what happened, in words; never by colour alone."""

ORIGINS = {
    "mapping": "Checks that the mapping declares",
    "across": "Rules across rows and tables",
    "column": "Rules on single columns",
}
"""Where a rule comes from -> heading."""


def account(report: Report) -> str:
    """Received = accepted + quarantined + excluded, as four figures and a sentence."""
    rows = report.account
    holding = "Accepted" if report.verdict != "fail" else "Would hold"
    figures = (
        ("Received", rows.received),
        (holding, rows.accepted),
        ("Quarantined", rows.quarantined),
        ("Excluded", rows.excluded),
    )
    boxes = "".join(f"<div><dt>{name}</dt><dd>{count:,}</dd></div>" for name, count in figures)
    return f"""<section><h2>Every row accounted for</h2>
<p>{rows.received:,} rows received = {rows.accepted:,} {holding.lower()} + {rows.quarantined:,} quarantined
+ {rows.excluded:,} excluded by the mapping. A row is taken whole or set aside whole.</p>
<dl class="account">{boxes}</dl></section>"""


def broken(report: Report) -> str:
    """Each broken rule with its count, its reason and what to do."""
    if not report.findings:
        return "<section><h2>Rules broken</h2><p>None.</p></section>"
    items = "".join(_rule(finding) for finding in report.findings)
    return f'<section><h2>Rules broken</h2><ol class="rules">{items}</ol></section>'


def _rule(finding: BrokenRule) -> str:
    place = ".".join(part for part in (finding.table, finding.column) if part)
    where = f" in <code>{escape(place)}</code>" if place and place not in finding.rule else ""
    return f"""<li class="{finding.severity}"><span class="mark">{MARKS[finding.severity]}:</span>
{counted(finding)} · <code>{escape(finding.rule)}</code>{where}
<p>{escape(finding.message)}</p><p><b>What to do:</b> {escape(finding.remedy)}</p></li>"""


def quarantined(report: Report) -> str:
    """The first quarantined rows by place and rule; the values stay in the file they came in."""
    total = len(report.quarantine)
    if not total:
        return "<section><h2>Rows set aside</h2><p>None.</p></section>"
    shown = report.quarantine.head(SHOWN_ROWS)
    has_sheets = shown["sheet"].notna().any()
    names = (
        ("file", "sheet", "row", "column", "rule")
        if has_sheets
        else ("file", "row", "column", "rule")
    )
    body = "".join(
        "<tr>" + "".join(_cell(row, name) for name in names) + "</tr>"
        for row in shown.to_dict("records")
    )
    rest = f" The first {SHOWN_ROWS} of {total:,} entries;" if total > SHOWN_ROWS else ""
    caption = f"Row numbers are those a spreadsheet program shows.{rest} quarantine.csv has all of them. Values are never repeated here."
    head = "".join(_heading(name.capitalize(), name == "row") for name in names)
    return f"""<section><h2>Rows set aside</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Rows set aside"><table><caption>{caption}</caption>
<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></section>"""


def excluded(report: Report) -> str:
    """Rows that the mapping leaves out by rule, with its reason."""
    if not report.excluded:
        return ""
    body = "".join(
        f'<tr><td><code>{escape(rule)}</code></td><td>{escape(because)}</td><td class="number">{count:,}</td></tr>'
        for rule, because, count in report.excluded
    )
    return _table("Rows excluded by the mapping", ("Rule", "Reason"), body)


def tables(report: Report) -> str:
    """What the accepted rows became."""
    body = "".join(
        f'<tr><td><code>{escape(name)}</code></td><td class="number">{count:,}</td></tr>'
        for name, count in report.tables.items()
    )
    return _table("What the rows became", ("Table",), body) if body else ""


def held(report: Report) -> str:
    """The rules that were asked and held, folded by origin."""
    parts = []
    for origin, heading in ORIGINS.items():
        rules = [rule for rule in report.held if rule.origin == origin]
        if rules:
            items = "".join(
                f"<li><code>{escape(rule.rule)}</code> {escape(rule.message)}</li>"
                for rule in rules
            )
            is_open = " open" if origin == "mapping" else ""
            parts.append(
                f"<details{is_open}><summary>{heading}: {len(rules):,} held</summary><ul>{items}</ul></details>"
            )
    return f"<section><h2>Rules that held</h2>{''.join(parts) or '<p>None.</p>'}</section>"


def _table(title: str, names: tuple[str, ...], body: str) -> str:
    head = "".join(_heading(name) for name in names) + _heading("Rows", is_number=True)
    return f"""<section><h2>{title}</h2><div class="scroll" tabindex="0" role="region" aria-label="{title}"><table>
<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></section>"""


def _heading(name: str, is_number: bool = False) -> str:
    kind = ' class="number"' if is_number else ""
    return f'<th scope="col"{kind}>{name}</th>'


def _cell(row: dict, name: str) -> str:
    if name == "row":
        return f'<td class="number">{int(row["row"])}</td>'
    value = row[name]
    if name == "column":
        value = ".".join(part for part in (row["table"], row["column"]) if not pandas.isna(part))
    text = "" if pandas.isna(value) else escape(str(value))
    return f"<td><code>{text}</code></td>" if name in ("column", "rule") else f"<td>{text}</td>"
