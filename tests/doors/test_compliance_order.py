"""The same statements in another order, of submissions, tables and rows alike, make the same release."""

import pytest

from release.columnar import as_columns
from release.content import content_hash
from release.read import open_release
from release.tables import TABLES
from tests.doors.stated import BODY, OFFICE, UNIT, Desk, cases, figures, statements

NAMES = ("instruments", *list(TABLES)[list(TABLES).index("compliance") :][:12])


@pytest.fixture(scope="module")
def otherwise(turns, tmp_path_factory):
    """The first turn again, everything the other way round.

    One refused reply is left out: before the case data no rule can know the pseudonym that is in it.
    """
    desk = Desk(tmp_path_factory.mktemp("otherwise"))
    for agency, data in ((BODY, statements({"Y03": ""})), (OFFICE, figures()), (UNIT, cases())):
        assert desk.submit(agency, data, order=-1) == 0, desk.said
    return desk.release()


def hashes(path) -> dict[str, str]:
    """Table of compliance -> hash of its content."""
    with open_release(path) as release:
        return {
            name: content_hash({name: as_columns(TABLES[name], release.table(name))}, {})
            for name in NAMES
        }


def test_order_of_submissions_and_rows_does_not_matter(turns, otherwise):
    assert hashes(otherwise) == hashes(turns.first)
    assert "compliance_rules" in NAMES and "benchmarks" in NAMES


def test_the_hash_would_tell(turns):
    """Between the two turns it does."""
    first, second = hashes(turns.first), hashes(turns.second)
    differing = {name for name in NAMES if first[name] != second[name]}
    assert differing >= {"compliance", "compliance_evidence", "compliance_summary"}
    assert not differing & {"instruments", "compliance_rules", "replies", "benchmarks"}
