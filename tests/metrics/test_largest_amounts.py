"""The two largest amounts in a sum of money: those of all units of the row, whatever years it spans."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.catalogue import metrics
from metrics.counted import count_all
from metrics.estimating import amount, money_funnel
from metrics.estimating.sums import two_largest
from metrics.example import example_store
from metrics.example_rows import claims, together

AMOUNTS = st.lists(st.one_of(st.none(), st.floats(0, 1e6)), max_size=12)


@given(AMOUNTS, AMOUNTS)
def test_of_two_parts_the_two_largest_of_their_union(one, other):
    def part(amounts):
        known = sorted((a for a in amounts if a is not None), reverse=True)
        first, second, *_ = [*known, None, None]
        return {"largest": first, "second_largest": second}

    both = sorted((a for a in [*one, *other] if a is not None), reverse=True)
    found = two_largest([part(one), part(other)])
    assert [each for each in found.values() if each is not None] == both[:2]
    assert set(found) == {"largest", "second_largest"}


@pytest.fixture(scope="module")
def counted():
    rows = together(
        claims("a", 10, "2021-03-01", awarded=100, paid=10),
        claims("b", 1, "2021-04-01", awarded=5000, paid=40),
        claims("c", 1, "2021-05-01", awarded=900, paid=900),
        claims("d", 11, "2022-03-01", awarded=700, paid=0),
        claims("e", 1, "2022-03-01", awarded=6000, paid=6000),
        claims("f", 2, "2022-03-01", awarded=9000, currency="USD"),
    )
    catalogue = metrics()
    asked = [(catalogue[name], "trafficking") for name in ("money_awarded", "compensation_paid")]
    _, found = count_all(example_store(rows).cursor(), asked)
    return {name: list(each.rows) for (name, _), each in found.items()}


def figures(counted, name, estimate, years):
    rows = [
        row for row in counted[name] if row["period_year"] in years and row["breakdown"] == "total"
    ]
    return {each.currency: each for each in estimate(metrics()[name], rows, "trafficking")}


@pytest.mark.parametrize(
    ("years", "largest"),
    [((2021,), (5000, 900)), ((2022,), (6000, 700)), ((2021, 2022), (6000, 5000))],
)
def test_awards_of_a_year_and_of_several(counted, years, largest):
    euro = figures(counted, "money_awarded", amount.estimate, years)["EUR"]
    assert (euro.largest, euro.second_largest) == largest


def test_each_currency_by_itself(counted):
    dollar = figures(counted, "money_awarded", amount.estimate, (2021, 2022))["USD"]
    assert (dollar.largest, dollar.second_largest) == (9000, 9000)


def test_of_a_ratio_the_largest_above_the_line(counted):
    euro = figures(counted, "compensation_paid", money_funnel.estimate, (2021, 2022))["EUR"]
    assert (euro.largest, euro.second_largest) == (6000, 900)


def test_every_breakdown_has_largest_amounts_of_its_own(counted):
    rows = pd.DataFrame(counted["money_awarded"])
    routes = rows[rows["breakdown"] != "total"]
    assert routes.groupby(["period_year", "currency"])["largest"].max().to_dict() == {
        (2021, "EUR"): 5000,
        (2022, "EUR"): 6000,
        (2022, "USD"): 9000,
    }
    assert (routes["second_largest"] <= routes["largest"]).all()
