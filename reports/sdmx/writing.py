"""Writes results.csv (SDMX-CSV 2.0) and structure.json (SDMX-JSON 2.0) into a zip whose bytes repeat."""

import json
import zipfile
from datetime import UTC, datetime, time
from pathlib import Path

from pysdmx.io import write_sdmx as serialised
from pysdmx.io.format import Format
from pysdmx.io.pd import PandasDataset
from pysdmx.model import Organisation
from pysdmx.model.message import Header

from release.read import Release
from reports.names import records
from reports.safe_text import safe_field
from reports.sdmx.observations import observations
from reports.sdmx.structure import AGENCY, structure


def write_sdmx(release: Release, path: Path) -> None:
    """Write every result of the release to `path`, a zip."""
    found = observations(release.results())
    for column in found.columns:
        found[column] = found[column].map(safe_field)
    *_, definition = made = structure(release)
    data = PandasDataset(structure=definition.to_schema(), data=found)
    day = records(release.table("release"))[0]["released_on"]
    header = Header(
        id=release.release_id,
        test=release.is_synthetic,
        prepared=datetime.combine(day, time(), UTC),
        sender=Organisation(AGENCY),
    )
    members = {
        "results.csv": serialised([data], Format.DATA_SDMX_CSV_2_0_0),
        "structure.json": _without_groups(
            serialised(made, Format.STRUCTURE_SDMX_JSON_2_0_0, header=header)
        ),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, text in members.items():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(member, text)


def _without_groups(message: str) -> str:
    """The library writes an empty list of groups, which the schema of SDMX-JSON refuses."""
    told = json.loads(message)
    for each in told["data"]["dataStructures"]:
        if not each["dataStructureComponents"].get("groups"):
            each["dataStructureComponents"].pop("groups", None)
    return json.dumps(told, ensure_ascii=False, indent=1)
