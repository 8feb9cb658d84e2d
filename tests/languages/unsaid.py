"""Finds texts of a page or a report that nobody can translate, because they were never given to the catalogue.

The page is opened in a language in which every text of the catalogue stands in ⟦brackets⟧; what stands outside is
either held by the release (definitions, duties, names), a code or a number, or was left out.

python -m tests.languages.unsaid case_flow "jurisdiction=Altaria (XAA)"     a page of the current release
python -m tests.languages.unsaid --all                                      every page but those of single metrics
"""

import json
import re
import sys
from calendar import month_abbr, month_name
from collections.abc import Iterable, Iterator
from html import unescape
from importlib import import_module
from pathlib import Path
from unittest import mock

import pandas as pd

from languages import known, name
from languages.pseudo import PSEUDO, outside
from release.read import ReleaseError, open_release

ROOT = Path(__file__).resolve().parents[2]
MAY_STAY_ENGLISH = {
    "agencies": ("name",),
    "audits": ("tries", "sentence", "cells"),
    "codebook": ("table_name", "column_name", "type", "meaning", "codes"),
    "compliance": ("applies_because", "because"),
    "compliance_evidence": ("title", "reason", "source"),
    "compliance_changes": ("reason",),
    "compliance_rules": ("says", "rule"),
    "data_quality": ("message", "rule", "table_name"),
    "definitions": (
        *(
            "population",
            "numerator",
            "denominator",
            "source",
            "source_clause",
            "caveats",
            "worked_example",
        ),
        *("kind", "estimate", "case_mix"),
    ),
    "indicators": ("indicator", "title", "not_yet"),
    "instruments": ("title", "short_title", "instrument"),
    "new_methods": ("note",),
    "jurisdictions": ("name",),
    "obligations": ("article", "duty", "force_note", "not_measured", "attested", "number_text"),
    "plan": ("reason", "told"),
    "policy": ("reason", "clause", "value", "applies_to"),
    "populations": ("entry", "includes", "excludes"),
    "replies": ("reply",),
    "research_notes": ("reason",),
    "results": ("interval_method", "origin"),
    "revisions": ("reason",),
    "statutes": ("title", "provision", "note"),
    "submissions": ("mapping",),
    "vocabulary": ("meaning",),
}
"""Table of a release -> its columns whose texts are shown as they are. Titles, questions, labels and units are not."""

SHOWN = {
    "label",
    "body",
    "help",
    "placeholder",
    "options",
    "value",
    "caption",
    "title",
    "text",
    "name",
    "hovertemplate",
}
"""Keys of elements and charts whose texts a reader meets."""


class Always:
    """Stands in for the choice of a language: always the same, whoever chooses."""

    def __init__(self, language: str):
        self.language = language

    def get(self) -> str:
        return self.language

    def set(self, language: str):
        return self.language

    def reset(self, before) -> None:
        pass


def always_speaking(language: str):
    """A with block in which every thread speaks one language, whatever it is told."""
    return mock.patch.object(import_module("languages.speaking"), "_spoken", Always(language))


def unsaid_of_page(path: str, release, **query) -> list[str]:
    """Texts of the page at `path` that no translation reaches, in order; the page must stand without an error."""
    from streamlit.testing.v1 import AppTest
    from streamlit.util import calc_hash

    run = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    run._page_hash = calc_hash(path)
    for choice, value in query.items():
        run.query_params[choice] = value
    with always_speaking(PSEUDO):
        run.run()
    problems = [each.value for each in run.exception]
    if problems:
        raise AssertionError(f"page {path!r} does not stand: {problems}")
    return unsaid(_texts_of(run), release)


def unsaid(texts: Iterable[str], release) -> list[str]:
    """Of some texts, made while the pseudo-language was spoken: what stands outside brackets and is not the release's."""
    held, names = _held(release)
    found: dict[str, None] = {}
    for text in texts:
        if _core(text) in held:
            continue
        for piece in _pieces(text):
            rest = names.sub("␣", piece)
            if _core(piece) in held or _core(rest) in held or not _has_words(rest):
                continue
            found[piece] = None
    return list(found)


def _pieces(text: str) -> Iterator[str]:
    """Parts of a text outside brackets, between tags and holes. Attributes that are read aloud are texts too."""
    for spoken in re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', text):
        yield from _pieces(unescape(spoken))
    bare = re.sub(r"<(style|script|code|pre)\b.*?</\1>", "", text, flags=re.DOTALL)
    # Signs that an agency wrote are escaped, and are no tags.
    bare = unescape(re.sub(r"</?[a-zA-Z][^>]*>", "\n", bare))
    for line in re.split(r"[\n␣]", outside(bare)):
        if line.strip():
            yield line.strip()


_KEYS = re.compile(r"[a-z_]*_[a-z_]*(, [a-z_]+)*|[a-z_]+(, [a-z_]+)*, [a-z]*_[a-z_]*(, [a-z_]+)*")
"""Columns of a table, one of them with the underscore that tells a code."""


def _has_words(text: str) -> bool:
    """True where letters are left that are no code: no identifier, address, currency, or word with a digit or underscore."""
    if _KEYS.fullmatch(text.strip()):
        return False
    left = re.sub(
        r"https?://\S+|\b\w+\.\w+\b|\S*[\d_@/§]\S*|\b[A-Z]{1,5}\b|\[[a-z]\]|\bd\.|%\{[^}]*\}",
        " ",
        text,
    )
    return bool(re.search(r"[^\W\d_]{2,}", left))


def _core(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


_read: dict = {}


def _held(release) -> tuple[set[str], re.Pattern]:
    """Texts that a release holds and nobody translates, and a pattern of its names and codes."""
    key = str(release.path)
    if key not in _read:
        held: set[str] = set()
        for table, columns in MAY_STAY_ENGLISH.items():
            rows = _table(release, table)
            for column in columns:
                if column in rows:
                    for text in rows[column].dropna().astype(str).unique():
                        readable = text.replace("_", " ")
                        # A publication is called by the last word of its code, and its edition.
                        told = [
                            text,
                            readable,
                            text.rpartition("_")[2] if column == "origin" else "",
                        ]
                        held |= {_core(line) for each in told for line in (each, *each.split("\n"))}
        held |= {_core(told) for told in release.manifest.values() if isinstance(told, str)}
        sources = _table(release, "definitions")
        held |= {
            _core(f"{source} {clause}")
            for source, clause in zip(sources["source"], sources["source_clause"], strict=True)
        }
        # Names stand inside sentences, so they are taken out of them.
        names = {
            str(n)
            for t in ("jurisdictions", "agencies")
            for n in _table(release, t).get("name", ())
        }
        names |= {str(n) for n in _table(release, "instruments").get("short_title", ())}
        names |= {str(n) for n in _table(release, "obligations").get("article", ())}
        # Keys of metrics are codes.
        names |= {str(n) for n in _table(release, "definitions").get("metric_id", ())}
        # A language is called by its own name in every language.
        names |= {name(each) for each in known()}
        names |= {"Answerable", "SYNTHETIC", "CSV", "XLSX", "PDF", "SVG", release.release_id}
        # Days and numbers are those of English while the pseudo-language is spoken.
        names |= {*month_name[1:], *month_abbr[1:]}
        ordered = sorted(names, key=len, reverse=True)
        every = "|".join(re.escape(each) for each in ordered)
        _read[key] = held, re.compile(rf"(?<!\w)(?:{every})(?!\w)", re.IGNORECASE)
    return _read[key]


def _table(release, name: str):
    """A table; none of it where the release was made before there was one."""
    try:
        return release.table(name)
    except ReleaseError:
        return pd.DataFrame()


def _texts_of(run) -> Iterator[str]:
    from google.protobuf.json_format import MessageToDict

    def walk(block):
        for child in block.children.values():
            proto = getattr(child, "proto", None)
            if proto is not None:
                yield from _shown(MessageToDict(proto, preserving_proto_field_name=True))
            if hasattr(child, "children"):
                yield from walk(child)

    yield from walk(run._tree)


def _shown(told, key: str = "") -> Iterator[str]:
    if isinstance(told, dict):
        for name, value in told.items():
            if name == "spec" and isinstance(value, str):
                yield from _shown(json.loads(value))
            else:
                yield from _shown(value, name)
    elif isinstance(told, list):
        for value in told:
            yield from _shown(value, key)
    elif isinstance(told, str) and key in SHOWN:
        yield told


def every_address() -> list[str]:
    """Addresses of all pages but those of single metrics and of a cell."""
    from views import group
    from views.navigation import ABOUT, ACROSS, FIRST, QUESTIONS

    views = (view.ADDRESS for view in (*FIRST, *QUESTIONS, *ACROSS))
    stages = (group.address(name) for name in group.QUESTIONS)
    return [
        "",
        *views,
        "compliance",
        "new_methods",
        "all_metrics",
        *stages,
        *(path for path, _, _ in ABOUT),
    ]


def main(arguments: list[str]) -> int:
    query = dict(each.split("=", 1) for each in arguments if "=" in each)
    paths = [each for each in arguments if "=" not in each]
    if paths == ["--all"]:
        paths = every_address()
    left = 0
    with open_release() as release:
        for path in paths or [""]:
            texts = unsaid_of_page(path, release, **query)
            left += len(texts)
            print(f"{path or 'overview'}: {len(texts)} texts outside the catalogue")
            for text in texts:
                print(f"  {text}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
