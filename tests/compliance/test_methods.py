"""New methods: figures by their finest periods, beside what the statutes of their time cover."""

from datetime import date

import pandas as pd
import pytest

from compliance.columns import METHOD_COLUMNS, STATUTE_COLUMNS
from compliance.methods import declared, methods
from data.schema.codes import code_lists
from metrics.catalogue import metrics
from metrics.result import RESULT_COLUMNS

PLACES = pd.DataFrame(
    [
        ("XAA", None, "fictional"),
        ("XAB", None, "fictional"),
        ("XAB-N", "XAB", "part"),
        ("EUU", None, "group"),
    ],
    columns=["jurisdiction", "parent", "kind"],
)
AS_OF = date(2026, 3, 31)


def figure(first: int, last: int, value: float | None = 20, place: str = "XAA", **changed) -> dict:
    """Survivors of forced criminality identified from the first to the last year."""
    row = {
        "metric_id": "victims_identified",
        "scope": "trafficking",
        "source": "case",
        "jurisdiction": place,
        "period_start": date(first, 1, 1),
        "period_end": date(last, 12, 31),
        "breakdown": "exploitation_form",
        "category": "forced_criminality",
        "numerator": value,
        "value": value,
        "blank": None if value is not None else "suppressed",
        "status": "reportable" if value is not None else "suppressed",
        "as_of": AS_OF,
    }
    return row | changed


def statute(covered: str, first: date | None, last: date | None = None, **changed) -> dict:
    row = {
        "jurisdiction": "XAA",
        "statute_id": f"XAA-{covered}",
        "element": "forced_criminality",
        "covered": covered,
        "valid_from": first,
        "valid_until": last,
    }
    return row | changed


def told(figures=(), statutes=(), place="XAA", method="forced_criminality") -> pd.DataFrame:
    found = methods(
        pd.DataFrame(list(figures), columns=list(RESULT_COLUMNS)),
        pd.DataFrame(list(statutes), columns=list(STATUTE_COLUMNS)),
        PLACES,
    )
    assert list(found.columns) == list(METHOD_COLUMNS)
    return found[(found["jurisdiction"] == place) & (found["method"] == method)]


def test_what_is_declared_exists():
    forms = code_lists()["exploitation_form"].codes
    assert set(declared()) == set(code_lists()["new_method"].codes)
    assert set(declared()) <= set(code_lists()["statute_element"].codes)
    for shown in declared().values():
        metric = metrics()[shown["metric"]]
        assert metric.data == "case" and "trafficking" in metric.scopes
        if shown["breakdown"] != "total":
            assert shown["breakdown"] in metric.breakdowns
            assert shown["category"] in forms


def test_figures_at_a_time_when_the_statute_did_not_cover_the_method():
    found = told(
        [figure(2021, 2021), figure(2022, 2022, 31), figure(2023, 2023, 40)],
        [
            statute("no", date(2010, 1, 1), date(2022, 6, 30)),
            statute("yes", date(2022, 7, 1)),
        ],
    )
    assert list(zip(found["year"], found["value"], found["covered"], strict=True)) == [
        (2021, 20, "no"),
        (2022, 31, "yes"),
        (2023, 40, "yes"),
    ]
    assert list(found["statute_ids"]) == ["XAA-no", "XAA-yes", "XAA-yes"]


@pytest.mark.parametrize(
    ("valid", "covered"),
    [
        ((date(2021, 12, 31), None), "yes"),
        ((date(2022, 1, 1), None), "not_known"),
        ((None, None), "yes"),
        ((date(2000, 1, 1), date(2021, 12, 31)), "yes"),
        ((date(2000, 1, 1), date(2021, 12, 30)), "not_known"),
    ],
)
def test_the_last_day_of_the_period_decides(valid, covered):
    found = told([figure(2021, 2021)], [statute("yes", *valid)])
    assert list(found["covered"]) == [covered]


@pytest.mark.parametrize(
    ("answers", "covered"),
    [
        (("no", "yes", "partly"), "yes"),
        (("no", "partly"), "partly"),
        (("no", "not_known"), "no"),
        (("not_known",), "not_known"),
        ((), "not_known"),
    ],
)
def test_one_statute_that_covers_is_enough(answers, covered):
    found = told([figure(2021, 2021)], [statute(each, date(2000, 1, 1)) for each in answers])
    assert list(found["covered"]) == [covered]
    told_by = found["statute_ids"].iloc[0]
    assert told_by == (None if covered == "not_known" else f"XAA-{covered}")


def test_a_statute_on_another_element_or_of_another_place_covers_nothing():
    others = [
        statute("yes", date(2000, 1, 1), element="acts"),
        statute("yes", date(2000, 1, 1), jurisdiction="XAB"),
    ]
    assert list(told([figure(2021, 2021)], others)["covered"]) == ["not_known"]


def test_the_law_of_a_state_holds_in_its_parts():
    figures = [figure(2021, 2021, place="XAB-N")]
    of_state = statute("yes", date(2000, 1, 1), jurisdiction="XAB")
    own = statute("partly", date(2000, 1, 1), jurisdiction="XAB-N")
    assert list(told(figures, [of_state, own], "XAB-N")["covered"]) == ["yes"]
    assert list(told(figures, [own], "XAB-N")["covered"]) == ["partly"]
    assert list(told(figures, [own], "XAB")["covered"]) == ["not_known"]


def test_a_year_without_a_figure_keeps_its_blank():
    found = told([figure(2021, 2021, None), figure(2022, 2022)])
    assert list(found["blank"]) == ["suppressed", None]
    assert pd.isna(found["value"].iloc[0]) and found["year"].iloc[0] == 2021


def test_three_years_together_stand_where_no_single_year_is_told():
    found = told([figure(2016, 2016), figure(2017, 2019, 60), figure(2020, 2022, None)])
    assert list(found["period_start"]) == [date(year, 1, 1) for year in (2016, 2017, 2020)]
    assert list(found["year"]) == [2016, 2019, 2022]


def test_three_years_together_give_way_to_single_years():
    single = [figure(year, year) for year in (2017, 2018, 2019)]
    assert list(told([figure(2017, 2019, 60), *single])["year"]) == [2017, 2018, 2019]


@pytest.mark.parametrize(
    "changed",
    [
        {"category": "forced_labour"},
        {"breakdown": "sex"},
        {"metric_id": "victims_presumed"},
        {"scope": "all_crime"},
        {"source": "official"},
    ],
)
def test_other_figures_are_left_alone(changed):
    found = told([figure(2021, 2021, **changed)])
    assert len(found) == 1 and pd.isna(found["year"].iloc[0])


def test_a_place_without_figures_has_one_row_covered_as_on_the_data_date():
    statutes = [
        statute("no", date(2000, 1, 1), date(2026, 3, 30), element="surrogacy"),
        statute("yes", AS_OF, element="surrogacy"),
    ]
    found = told([figure(2021, 2021)], statutes, method="surrogacy")
    assert list(found["covered"]) == ["yes"]
    assert found[["year", "value", "period_start"]].isna().all(axis=None)
    assert list(found["blank"]) == [None]


def test_every_state_and_part_has_a_row_for_every_method_and_a_group_has_none():
    found = methods(
        pd.DataFrame(columns=list(RESULT_COLUMNS)),
        pd.DataFrame(columns=list(STATUTE_COLUMNS)),
        PLACES,
    )
    assert len(found) == 3 * len(declared())
    assert set(found["jurisdiction"]) == {"XAA", "XAB", "XAB-N"}
    assert set(found["covered"]) == {"not_known"}


def test_without_figures_the_statutes_still_in_force_are_told():
    ended = statute("yes", date(2000, 1, 1), date(2020, 1, 1))
    assert list(told((), [ended])["covered"]) == ["not_known"]
    assert list(told((), [statute("no", date(2000, 1, 1))])["covered"]) == ["no"]
