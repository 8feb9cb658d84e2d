"""A made-up release in which places are small, silent or hostile."""

import pytest

from release.read import open_release
from tests.factory import made_up_tables
from tests.factory_changed import write_changed

HOSTILE = '=HYPERLINK("http://x";"a") <b>#strong[x]</b>'


@pytest.fixture(scope="session")
def changed(tmp_path_factory):
    """XAB sends nothing; XAC is told more coarsely, one split is left out, some of it is hidden; names are hostile."""
    folder = tmp_path_factory.mktemp("changed") / "releases"
    tables = made_up_tables()
    results = tables["results"]
    results = results[results["jurisdiction"] != "XAB"].copy()
    mine = (results["jurisdiction"] == "XAC") & (results["metric_id"] == "persons_prosecuted")
    of_citizens = results["breakdown"] == "citizenship_group"
    results.loc[mine & of_citizens & (results["category"] == "regional"), "category"] = "foreign"
    total = (
        mine
        & (results["breakdown"] == "total")
        & (results["period_start"].astype(str) == "2025-01-01")
    )
    for name in ("numerator", "denominator", "value", "lower", "upper"):
        results.loc[total, name] = None
    results.loc[total, ["blank", "status"]] = "suppressed"
    gone = (of_citizens & (results["category"] == "other")) | (results["breakdown"] == "sex")
    results = results[~(mine & gone)]
    plan = tables["plan"].copy()
    is_sex = (
        (plan["jurisdiction"] == "XAC")
        & (plan["metric_id"] == "persons_prosecuted")
        & (plan["breakdown"] == "sex")
    )
    assert is_sex.any()
    plan.loc[is_sex, "offer"] = "left_out"
    agencies = tables["agencies"].copy()
    agencies["name"] = HOSTILE
    statutes = tables["statutes"].copy()
    statutes["title"] = HOSTILE
    told = {"results": results, "plan": plan, "agencies": agencies, "statutes": statutes}
    write_changed(folder, tables | told)
    with open_release(folder) as release:
        yield release


@pytest.fixture(scope="session")
def hostile() -> str:
    """What an agency of that release is called."""
    return HOSTILE
