"""An agency of the chosen place that stopped reporting is named before any number of the page."""

import pytest


def stopped(rows, agency):
    """Submissions of which those of one agency end in 2021."""
    rows = rows.copy()
    rows.loc[rows["agency_id"] == agency, "period_end"] = (
        rows["period_end"].min().replace(year=2021)
    )
    return rows


@pytest.mark.parametrize("path", ["case_flow", "place_profile", "clearance_rate"])
def test_agency_that_stopped_is_named_beside_its_place_alone(changed, page, release, path):
    agency = release.table("submissions").iloc[0]
    names = release.table("jurisdictions").set_index("jurisdiction")["name"]
    changed(submissions=stopped(release.table("submissions"), agency["agency_id"]))
    told = "stopped reporting: what it has sent ends on"
    here = page(path, jurisdiction=f"{names[agency['jurisdiction']]} ({agency['jurisdiction']})")
    assert here.exceptions == [] and told in here.text and "2021" in here.text
    assert here.html.index(told) > here.html.index('role="status"')
    elsewhere = next(code for code in names.index if code != agency["jurisdiction"])
    assert told not in page(path, jurisdiction=f"{names[elsewhere]} ({elsewhere})").text
