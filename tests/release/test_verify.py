"""Whoever holds a release can check it; each kind of damage is named."""

import json

import duckdb
import pytest

from release.manifest import sha256_of
from release.verify import verify


def test_whole_release_has_no_problem(made_up_release):
    assert verify(made_up_release) == []


def rewrite(directory, **changes):
    path = directory / "manifest.json"
    path.chmod(0o644)
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))
    path.chmod(0o444)


def alter(directory, *statements, forge=True):
    """Change the database and, like a careful forger, its hash in the manifest."""
    database = directory / "answerable.duckdb"
    database.chmod(0o644)
    with duckdb.connect(str(database)) as connection:
        for statement in statements:
            connection.execute(statement)
    database.chmod(0o444)
    if forge:
        rewrite(directory, sha256=sha256_of(database))


def flip(directory):
    database = directory / "answerable.duckdb"
    database.chmod(0o644)
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 1
    database.write_bytes(content)
    database.chmod(0o444)


def repoint(directory, target):
    link = directory.parent / "current"
    link.unlink()
    if target:
        link.symlink_to(target)


SHOWN = (
    "value IS NOT NULL AND source = 'case' AND metric_id = 'charge_rate' AND breakdown = 'total'"
)
DAMAGE = {
    "bit_flipped": (flip, "was changed"),
    "file_cut": (
        lambda d: (
            (d / "answerable.duckdb").chmod(0o644),
            (d / "answerable.duckdb").write_bytes((d / "answerable.duckdb").read_bytes()[:50_000]),
        ),
        "was changed",
    ),
    "writable": (lambda d: (d / "manifest.json").chmod(0o644), "not read-only"),
    "stray_file": (lambda d: (d / "notes.txt").write_text("x"), "notes.txt"),
    "manifest_gone": (lambda d: (d / "manifest.json").unlink(), "manifest.json is missing"),
    "other_hash": (lambda d: rewrite(d, content_hash="0" * 64), "content hash is not"),
    "other_parameters": (lambda d: rewrite(d, parameters={}), "content hash is not"),
    "called_real": (lambda d: rewrite(d, is_synthetic=False), "is_synthetic in the file"),
    "other_rows": (lambda d: rewrite(d, rows={}), "numbers of rows"),
    "renamed_release": (lambda d: rewrite(d, release_id="2026-01-01-aaaaaaaaaaaa"), "not named"),
    "current_gone": (lambda d: repoint(d, None), "does not point"),
    "current_astray": (lambda d: repoint(d, ".."), "not a release beside it"),
    "number_changed": (
        lambda d: alter(d, f"UPDATE results SET value = (lower + upper) / 2 WHERE {SHOWN}"),
        "content hash is not",
    ),
    "interval_gone": (
        lambda d: alter(d, f"UPDATE results SET upper = NULL WHERE {SHOWN}"),
        "stand without upper",
    ),
    "status_gone": (
        lambda d: alter(d, f"UPDATE results SET status = NULL WHERE {SHOWN}"),
        "stand without status",
    ),
    "bare_blank": (
        lambda d: alter(d, "UPDATE results SET blank = NULL WHERE blank = 'not_yet'"),
        "neither value nor reason",
    ),
    "pair_gone": (
        lambda d: alter(d, "DELETE FROM definitions WHERE metric_id = 'followup_completeness'"),
        "no counter-metric",
    ),
    "small_count": (
        lambda d: alter(d, f"UPDATE results SET numerator = 4 WHERE {SHOWN}"),
        "a count of few people is shown",
    ),
    "column_gone": (
        lambda d: alter(d, "ALTER TABLE results DROP COLUMN missing_share"),
        "missing columns",
    ),
    "table_gone": (lambda d: alter(d, "DROP TABLE obligations"), "no table 'obligations'"),
    "release_row_twice": (
        lambda d: alter(d, "INSERT INTO release SELECT * FROM release"),
        "exactly one row",
    ),
}


@pytest.mark.parametrize(("damage", "said"), DAMAGE.values(), ids=DAMAGE)
def test_damage_is_named(copied_release, damage, said):
    damage(copied_release)
    found = verify(copied_release)
    assert any(said in problem for problem in found), found
    assert all(problem.endswith((".", "verify")) for problem in found)


def test_directory_that_is_not_there(tmp_path):
    assert verify(tmp_path / "nothing")[0].startswith("There is no release directory")
