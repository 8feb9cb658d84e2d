"""Published figures beside ours: both numbers as they are, the difference counted by hand, nothing merged or ranked as wrong."""

import pytest

from charts.published import difference_in_words, disagreeing, measures, metrics_beside, pairs
from metrics.catalogue import metrics
from release.read import open_release
from tests.views.made_results import BLANK_CODES, release_of, result

COUNTS = {"lower": 80.0, "upper": 120.0, "interval_method": "Exact Poisson, 95 %"}


def ours(metric_id: str, year: int, value: float, **more) -> dict:
    return result(metric_id, (year, year), **({"numerator": value, "value": value} | COUNTS | more))


def theirs(measure: str, year: int, value, origin="made_up_yearbook 2025", **more) -> dict:
    given = {
        "source": "official",
        "origin": origin,
        "breakdown": "measure",
        "category": measure,
        "unit_counted": "victims" if measure.startswith("victims") else "persons",
        **dict.fromkeys(("numerator", "value", "lower", "upper"), value),
        "interval_method": "as published",
    }
    return result("official_figures", (year, year), **(given | more))


def hidden(row: dict, top: float | None) -> dict:
    none = dict.fromkeys(("numerator", "value", "lower", "upper"))
    return row | none | {"status": "suppressed", "blank": "suppressed", "bound_upper": top}


ROWS = [
    ours("persons_prosecuted", 2022, 100.0),
    ours("persons_prosecuted", 2023, 110.0),
    ours("persons_prosecuted", 2024, 90.0),
    theirs("persons_prosecuted", 2022, 74.0),
    theirs("persons_prosecuted", 2023, 110.0),
    theirs("persons_prosecuted", 2023, 95.0, origin="made_up_yearbook 2024"),
    hidden(theirs("persons_prosecuted", 2024, None), 4.0),
    theirs("persons_convicted", 2023, 31.0),
    theirs("victims_detected", 2023, 12.0, jurisdiction="XAB"),
]


@pytest.fixture
def shown(page, tmp_path, monkeypatch):
    """Opens the page over these results."""

    def open_over(rows, **query):
        release_of(tmp_path, rows)
        monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))
        return page("published_figures", **query)

    return open_over


@pytest.fixture
def altaria(shown):
    return shown(ROWS, jurisdiction="Altaria (XAA)")


def test_page_has_one_heading_and_one_live_line(altaria):
    assert altaria.exceptions == []
    assert altaria.titles == ["Published figures beside ours"]
    assert altaria.html.count('role="status"') == 1
    assert (
        "5 figures about Altaria printed in 2 editions; 3 of them can be set beside a number of ours. "
        "They lie furthest apart for persons prosecuted in 2022: 74 published, 100 counted by us."
    ) in altaria.text


def test_both_numbers_stand_with_the_difference_in_units(altaria):
    table = altaria.table("persons prosecuted as published").records
    told = {(row["Year"], row["Published"]): row["Published less ours"] for row in table}
    assert told["2022", "74"] == "26 fewer than ours"
    assert told["2023", "110"] == "The same as ours"
    assert told["2023", "95"] == "15 fewer than ours"
    (kept_back,) = [row for row in table if row["Year"] == "2024"]
    assert kept_back["Published"] == "No number (suppressed by its publisher), at most 4"
    assert kept_back["Ours"].startswith("90")
    assert kept_back["Published less ours"] == "None: one of the two has no number"


def test_no_percentage_and_no_verdict(altaria):
    said = altaria.text.lower()
    table = str(altaria.table("persons prosecuted as published").rows)
    # The interval of ours is said to be one of 95 % elsewhere; between the two numbers there is no share.
    assert "%" not in table
    for word in ("error", "wrong number", "incorrect", "overstated", "understated"):
        assert word not in said


def test_what_nothing_of_ours_stands_beside_is_listed_apart(altaria):
    (row,) = altaria.table("nothing of ours beside them").records
    assert (row["What was counted"], row["Year"], row["Figure"]) == (
        "Persons convicted",
        "2023",
        "31",
    )


def test_editions_that_disagree_stand_side_by_side(altaria):
    (row,) = altaria.table("Printed with more than one value").records
    assert row["Year"] == "2023"
    assert "95" in row["Figures, each with who published it"]
    assert "110" in row["Figures, each with who published it"]


def test_places_are_listed_with_who_has_published_figures_only(altaria):
    rows = {row["Place"]: row for row in altaria.table("Places with published figures").records}
    assert rows["Altaria"]["Figures"] == "5"
    assert rows["Altaria"]["Hidden by publisher"] == "1"
    assert rows["Altaria"]["Ours"] == "3 results"
    assert rows["Borovia"]["Ours"] == "Nothing: published figures only"


def test_a_place_nobody_published_about_says_so(shown):
    page = shown(
        [*ROWS, ours("persons_prosecuted", 2023, 50.0, jurisdiction="XAC")],
        jurisdiction="Cassia (XAC)",
    )
    assert page.exceptions == []
    assert "Nobody has published figures about Cassia" in page.text


def test_a_release_without_any_says_so(shown):
    page = shown([ours("persons_prosecuted", 2023, 50.0)])
    assert page.exceptions == []
    assert "holds no figures that others have published" in page.text


def test_details_alone_are_said_to_be_details(page):
    assert "in details or shares only" in page("published_figures").text


@pytest.mark.parametrize("code", BLANK_CODES)
def test_a_blank_of_ours_is_no_zero(shown, code):
    status = code if code in ("suppressed", "insufficient") else None
    none = dict.fromkeys(("numerator", "value", "lower", "upper"))
    blank = ours("persons_prosecuted", 2022, 1.0) | none | {"blank": code, "status": status}
    page = shown([blank, theirs("persons_prosecuted", 2022, 74.0)])
    assert page.exceptions == []
    assert "74 fewer" not in page.text and "74 more" not in page.text
    if code == "not_reported":
        (row,) = page.table("published figures with nothing of ours beside them").records
        assert row["Figure"] == "74"
    else:
        (row,) = page.table("persons prosecuted as published").records
        assert row["Published less ours"] == "None: one of the two has no number"


def test_numbers_of_another_kind_are_never_set_beside(shown):
    base = theirs("persons_prosecuted", 2022, 74.0)
    for other in ({"scope": "all_crime"}, {"unit_counted": "cases"}):
        (pair,) = pairs([base | other], [ours("persons_prosecuted", 2022, 100.0)])
        assert pair.ours is None
        assert difference_in_words(pair) == "Nothing of ours for this year"


def test_numbers_that_agree_do_not_disagree():
    rows = [theirs("persons_prosecuted", 2022, 74.0, origin=f"series {n}") for n in (1, 2)]
    assert disagreeing(rows) == []


def test_declared_metrics_exist_and_count_units_of_their_kind():
    for measure in measures():
        for metric_id in metrics_beside(measure):
            assert metrics()[metric_id].kind == "count"


def test_numbers_on_the_page_are_those_of_the_release(altaria, tmp_path):
    with open_release(tmp_path) as release, release.cursor() as cursor:
        found = cursor.execute(
            "SELECT year(o.period_start)::VARCHAR, o.value, c.value FROM results o JOIN results c "
            "ON c.metric_id = o.category AND c.period_start = o.period_start AND c.jurisdiction = o.jurisdiction "
            "AND c.breakdown = 'total' WHERE o.metric_id = 'official_figures' AND o.value IS NOT NULL"
        ).fetchall()
    records = altaria.table("persons prosecuted as published").records
    assert len(found) == 3
    for year, published, counted in found:
        assert any(
            row["Year"] == year
            and row["Published"] == f"{published:,.0f}"
            and row["Ours"].startswith(f"{counted:,.0f} ")
            for row in records
        )
