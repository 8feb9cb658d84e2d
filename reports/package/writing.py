"""Writes the package: tables one after another, then what describes them, in a zip whose bytes repeat."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from languages import ENGLISH, speaking
from release.read import Release
from reports.package import metadata, papers
from reports.package.about import about
from reports.package.described import described, label_lists
from reports.package.tables import csv_bytes, parquet_bytes, table_of


def write_package(release: Release, path: Path, progress: Callable | None = None) -> None:
    """Write the whole release as a zip to `path`; `progress(message, done, total)` is told every table.

    A package speaks English, as the codes, definitions and columns in it do.
    """
    with speaking(ENGLISH):
        _write(release, path, progress or (lambda message, done=None, total=None: None))


def _write(release: Release, path: Path, tell: Callable) -> None:
    release_about, tables = about(release), described(release)
    sizes: dict[str, tuple[int, str]] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:

        def put(name: str, content: bytes | str) -> None:
            data = content.encode() if isinstance(content, str) else content
            sizes[name] = (len(data), hashlib.sha256(data).hexdigest())
            # A date of its own for every member would change the bytes of the same content.
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            package.writestr(member, data)

        with release.cursor() as cursor:
            for number, table in enumerate(tables, start=1):
                tell("Writing tables of the data package", number, len(tables))
                rows = table_of(cursor, table)
                put(metadata.csv_path(table), csv_bytes(rows))
                put(metadata.parquet_path(table), parquet_bytes(rows))
        data_files = dict(sizes)
        for name, text in papers.queries(release):
            put(name, text)
        put("datapackage.json", _json(metadata.datapackage(release_about, tables, sizes)))
        put("csv-metadata.json", _json(metadata.csvw(release_about, tables)))
        put("dcat.jsonld", _json(metadata.dcat(release_about, data_files)))
        put("codebook.md", papers.codebook(release_about, tables, label_lists(release)))
        put("README.md", papers.readme(release_about, tables))
        put("CITATION.cff", papers.citation(release_about))
        put("LICENCE.txt", release_about.licence.text)
        put("SHA256SUMS", "".join(f"{digest}  {name}\n" for name, (_, digest) in sizes.items()))


def _json(thing: dict) -> str:
    return json.dumps(thing, ensure_ascii=False, indent=2) + "\n"
