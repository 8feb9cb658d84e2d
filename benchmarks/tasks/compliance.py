"""Judging how duties stand in the latest release once more, beside reading its tables."""

from collections.abc import Iterator

from benchmarks.measure import Measurement, NotMeasured, median_seconds_of
from compliance.checking import unfounded
from release.read import Release, ReleaseError, latest, open_release
from release.verify import duties

READ = ("compliance", "compliance_evidence", "compliance_summary", "replies")


def measure() -> Iterator[Measurement]:
    try:
        release = open_release(latest())
    except ReleaseError as problem:
        raise NotMeasured(f"there is no release with compliance ({problem})") from None
    with release:
        tables = _read(release)
        obligations = duties(release.table("obligations"))
        judged, read = median_seconds_of(
            [lambda: unfounded(tables, obligations), lambda: _read(release)]
        )
    cells = len(tables["compliance"])
    yield Measurement(f"judging {cells:,} cells", judged, "reading their tables", read)


def _read(release: Release) -> dict:
    return {name: release.table(name) for name in READ}
