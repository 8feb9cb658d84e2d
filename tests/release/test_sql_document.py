"""Every query printed in docs/sql.md runs on a release and answers."""

import re
from pathlib import Path

import duckdb
import pytest

from release.tables import TABLES

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "sql.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sql\n(.*?)```", TEXT, re.DOTALL)
PYTHON = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


def test_document_asks_eight_questions():
    assert len(re.findall(r"^### \d\.", TEXT, re.MULTILINE)) == 8
    assert len(BLOCKS) == 9


def test_document_names_every_table():
    assert [name for name in TABLES if f"`{name}`" not in TEXT] == []


@pytest.mark.parametrize("query", BLOCKS)
def test_query_gives_rows(made_up_release, query):
    with duckdb.connect(str(made_up_release / "answerable.duckdb"), read_only=True) as connection:
        answer = connection.execute(query).df()
    assert len(answer) > 0
    # A column that is empty from top to bottom answers nothing; reasons may be missing where all is
    # well, and made-up results have neither strata of case mix nor as many places as a dispersion needs.
    may_be_empty = {"blank", "gap_within_forms", "is_overdispersed"}
    empty = {name for name in answer if answer[name].isna().all()}
    assert empty <= may_be_empty


@pytest.mark.parametrize("code", PYTHON)
def test_python_runs_from_the_folder_of_the_releases(made_up_release, code, tmp_path, monkeypatch):
    (tmp_path / "releases").symlink_to(made_up_release.parent)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(made_up_release.parent))
    names = {}
    exec(compile(code, "docs/sql.md", "exec"), names)
    assert len(names["table"]) > 0
    names["release"].close()
