"""What the made-up release is written from."""

import pytest

from tests.factory import RELEASED_ON, facts, made_up_tables


@pytest.fixture(scope="session")
def parts():
    """What `write_release` takes: the tables of the made-up release and the facts beside them."""
    tables = made_up_tables()
    return tables, facts(RELEASED_ON, tables)
