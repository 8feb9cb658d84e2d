"""Releases that differ from the made-up one in a few tables, made from a copy of its file in a fraction of the time.

What a page shows is asked of dozens of such releases; writing every table of each anew would take longer than
all the pages. `release.write` has tests of its own.
"""

import json
import shutil
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from release.columnar import as_columns
from release.content import content_hash
from release.manifest import sha256_of
from release.read import DATABASE, MANIFEST
from release.tables import TABLES
from release.write import point_current_at
from tests.factory import made_up_tables, make_release


def write_changed(folder: Path, tables: dict[str, pd.DataFrame]) -> None:
    """Makes `folder` a folder of releases whose current one holds these tables, and else the made-up ones.

    The same tables are written once: their release lies beside `folder`, in `made`, and `current` points there.
    """
    known = made_up_tables()
    columns = {
        name: as_columns(TABLES[name], table)
        for name, table in tables.items()
        if table is not known[name]
    }
    made = folder.parent / "made"
    base = made / "base" / "current"
    if not base.exists():
        base.parent.mkdir(parents=True)
        make_release(base.parent)
    told = json.loads((base / MANIFEST).read_text(encoding="utf-8"))
    hashed = content_hash(columns, told["parameters"])
    release_id = f"{told['released_on']}-{hashed[:12]}"
    directory = made / hashed[:12] / release_id
    if not directory.exists():
        shutil.copytree(base.resolve(), directory)
        told |= {"release_id": release_id, "content_hash": hashed}
        told["rows"] |= {name: table.num_rows for name, table in columns.items()}
        if "submissions" in columns:
            told["receipts"] = columns["submissions"]["submission_id"].to_pylist()
        _put_in(directory, columns, told)
        point_current_at(directory)
    folder.mkdir(exist_ok=True)
    current = folder / "current"
    current.unlink(missing_ok=True)
    current.symlink_to(directory)


def _put_in(directory: Path, columns: dict[str, pa.Table], told: dict) -> None:
    database, manifest = directory / DATABASE, directory / MANIFEST
    for file in (database, manifest):
        file.chmod(0o644)
    with duckdb.connect(str(database)) as connection:
        for name, table in columns.items():
            connection.register("incoming", table)
            connection.execute(f'DELETE FROM "{name}"')
            connection.execute(f'INSERT INTO "{name}" SELECT * FROM incoming')
            connection.unregister("incoming")
        connection.execute(
            "UPDATE release SET release_id = ?, content_hash = ?",
            [told["release_id"], told["content_hash"]],
        )
    told |= {"sha256": sha256_of(database), "bytes": database.stat().st_size}
    manifest.write_text(json.dumps(told, indent=2, default=str) + "\n", encoding="utf-8")
