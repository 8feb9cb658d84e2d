"""The package told to people: README, codebook, citation, licence."""

import json

from charts import format as reads
from release.read import Release
from reports.names import records
from reports.package.about import About
from reports.package.described import Described

README = """\
# {title}

{description}

Published {released_on}. Content hash {content_hash}.

## What is here

| file | what |
|---|---|
| `csv/` | every table of the release as CSV: UTF-8, comma, one header row |
| `parquet/` | the same tables, the same rows in the same order, with their types |
| `sql/` | the SQL that counts each metric and selects each population, to be read and run |
| `codebook.md` | every table and column in words (`csv/codebook.csv` is the same as data) |
| `datapackage.json` | the CSV files for Frictionless tools |
| `csv-metadata.json` | the CSV files for CSV on the Web tools |
| `dcat.jsonld` | the record for a data portal (DCAT) |
| `CITATION.cff`, `LICENCE.txt` | how to cite, and what may be done with the data |
| `SHA256SUMS` | what each file must hash to (`sha256sum --check SHA256SUMS`) |

Begin with `results`: one published number a row. `definitions` says what each metric is, `vocabulary` what each code
means, `blanks` how often a number is missing and why.

{tables}

## How to read it

- An empty cell is no value, never zero. In `results`, the column `blank` says which kind of blank it is:
{blanks}
- A value stands beside its numerator, denominator, 95% interval and status. Where `status` is `very_uncertain`, read the
  interval and not the value.
- Shares run from 0 to 1; durations are days; money is in its own `currency` and is never converted.
- A period, its cohort and its horizon belong to the number: never divide numbers of different rows.
- `definition_hash` ties a number to the definition it was published with; `release_id` and content hash tie all of it
  to the release, which the screens, reports and the DuckDB file of the same release repeat.
- In the CSV files a text, or a line of one, that a spreadsheet would take for a formula has an apostrophe before it;
  Parquet has every text as the release holds it, and `sql/` every query.
- Nothing here points to a person. Attempts to find one are misuse, and would harm people who were harmed before.

## How to cite

{citation}
"""


def readme(about: About, tables: list[Described]) -> str:
    """README.md."""
    return README.format(
        title=about.title,
        description=about.description,
        released_on=reads.day(about.released_on),
        content_hash=about.content_hash,
        tables=_tables(tables),
        blanks="\n".join(f"  - `{code}`: {words.meaning}" for code, words in reads.BLANKS.items()),
        citation=cited(about),
    )


def cited(about: About) -> str:
    """The release as a source is cited."""
    who = about.publisher or "Answerable"
    return (
        f"{who} ({about.released_on.year}). {about.title}. Content hash {about.content_hash[:12]}."
    )


def citation(about: About) -> str:
    """CITATION.cff; JSON strings are YAML strings, and need no rules of their own."""
    lines = [
        "cff-version: 1.2.0",
        "message: Please cite this release when you use its numbers.",
        "type: dataset",
        f"title: {json.dumps(about.title, ensure_ascii=False)}",
        "authors:",
        f"  - name: {json.dumps(about.publisher or 'Answerable', ensure_ascii=False)}",
        f"version: {json.dumps(about.release_id)}",
        f"date-released: {about.released_on.isoformat()}",
        "identifiers:",
        "  - type: other",
        f"    value: {json.dumps('sha256:' + about.content_hash)}",
        "    description: Hash of the content of the release",
    ]
    if about.licence.is_stated:
        lines.append(f"license: {json.dumps(about.licence.name)}")
    return "\n".join(lines) + "\n"


def codebook(about: About, tables: list[Described], lists: dict[str, list[str]]) -> str:
    """codebook.md: every table, every column, every code list."""
    parts = [f"# Codebook of release {about.release_id}", ""]
    for table in tables:
        parts += [f"## {table.name}", "", f"{reads.many(table.rows, 'row')}.", ""]
        parts += ["| column | type | meaning | codes |", "|---|---|---|---|"]
        parts += [
            f"| `{column.name}` | {column.type} | {_cell(column.meaning)} | {_list(column.codes)} |"
            for column in table.columns
        ]
        parts.append("")
    parts += [
        "## Code lists",
        "",
        "`csv/vocabulary.csv` has the label and meaning of each code.",
        "",
    ]
    parts += [
        f"- `{name}`: {', '.join(f'`{code}`' for code in codes)}" for name, codes in lists.items()
    ]
    return "\n".join(parts) + "\n"


def queries(release: Release) -> list[tuple[str, str]]:
    """(path, SQL) of every metric and population."""
    return [
        (f"sql/{folder}/{row[key]}.sql", row["sql"].rstrip() + "\n")
        for folder, table, key in (
            ("metrics", "definitions", "metric_id"),
            ("populations", "populations", "population"),
        )
        for row in records(release.table(table))
        if row["sql"]
    ]


def _tables(tables: list[Described]) -> str:
    rows = [f"| `{table.name}` | {table.rows:,} | {len(table.columns)} |" for table in tables]
    return "\n".join(["| table | rows | columns |", "|---|---|---|", *rows])


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _list(name: str) -> str:
    return f"`{name}`" if name else ""
