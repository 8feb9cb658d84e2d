"""The commands printed in docs/real-data.md take the real files to a release, and true figures come out of it."""

import re
from contextlib import ExitStack

import pytest

from release.read import open_release


@pytest.fixture
def release_of(documented):
    """Opens the release that the documented commands of a set make."""

    with ExitStack() as opened:
        yield lambda name: opened.enter_context(open_release(documented(name))).cursor()


def test_us_federal_cases(release_of):
    con = release_of("us_federal_ht_cases")
    ongoing_of = con.execute("SELECT DISTINCT as_of FROM results WHERE jurisdiction = 'USA'")
    assert [str(day) for (day,) in ongoing_of.fetchall()] == ["2014-08-05"]
    # A count of proceedings that is public in one row is no secret in another that has it too.
    shown = con.execute(
        "SELECT count(*) FROM results WHERE source = 'case' AND unit_counted NOT IN ('periods', 'proceedings')"
        " AND NOT public_fact AND (numerator BETWEEN 1 AND 9 OR denominator BETWEEN 1 AND 9)"
    ).fetchall()
    assert shown == [(0,)]


def test_cook_county(release_of):
    con = release_of("cook_county_sao_2019")
    rate = con.execute(
        "SELECT numerator, denominator, value, status FROM results WHERE breakdown = 'total'"
        " AND metric_id = 'court_conviction_rate' AND scope = 'all_crime' AND period_start = '2019-01-01'"
    ).fetchall()
    [(convicted, disposed, value, status)] = rate
    # Participants without a usable date are left out of a yearly figure; nobody may be added.
    assert 4_100 < convicted <= 4_170 and 11_000 < disposed <= 11_322
    assert value == pytest.approx(convicted / disposed) and status == "reportable"
    trafficking = con.execute(
        "SELECT denominator, value, blank FROM results WHERE breakdown = 'total'"
        " AND metric_id = 'court_conviction_rate' AND scope = 'trafficking'"
    ).fetchall()
    assert all(value is None for _, value, _ in trafficking)
    assert {blank for *_, blank in trafficking} <= {"not_applicable", "suppressed", "not_yet"}


def test_glotip(release_of):
    con = release_of("unodc_glotip_2024")
    prosecuted = con.execute(
        "SELECT sum(value), count(*), count(*) FILTER (blank = 'suppressed' AND bound_upper = 4)"
        " FROM results WHERE metric_id = 'official_figures' AND category = 'persons_prosecuted'"
        " AND breakdown = 'measure' AND period_start = '2019-01-01'"
    ).fetchall()
    assert prosecuted == [(12_312, 90, 21)]


def test_ncrb_disposals(release_of, shared):
    con = release_of("ncrb_court_disposal_2022")
    shares = con.execute(
        "SELECT category, round(100 * value, 1) FROM results"
        " WHERE metric_id = 'official_conviction_share' ORDER BY category"
    ).fetchall()
    lines = (shared / "data/ncrb_court_disposal_2022/ncrb_cii2022_table3A7_extract.csv").read_text()
    # The last two cells are printed rates; heads with commas in them stand in quotation marks.
    printed = {}
    for line in lines.splitlines()[1:]:
        head = re.match(r'[^,]*,[^,]*,("[^"]*"|[^,]*),', line).group(1).strip('"')
        printed[head] = float(line.split(",")[-2])
    assert dict(shares) == printed and len(printed) == 13


def test_ncrb_trials(release_of):
    con = release_of("ncrb_trials_2001_2010")
    figures = con.execute(
        "SELECT count(*), count(value), count(DISTINCT jurisdiction) FROM results"
        " WHERE metric_id = 'official_figures' AND scope = 'all_crime'"
    ).fetchall()
    [(rows, values, places)] = figures
    assert rows == values > 20_000 and places == 35
