"""Research tables of a case store: the people of the metrics, counted as the metrics count them, and none of their ids."""

import pytest

from disclosure.research import DEFAULT, NOTES, STRICT, UTILITY, build_research, research_columns
from metrics.catalogue import metrics
from metrics.compute import compute
from metrics.example import example_store
from metrics.example_rows import charged, identified, together
from release.research_bases import research_bases
from tests.disclosure.research.people import KEY

COUNTED = {
    "victims": ("victims_identified", "numerator"),
    "prosecuted": ("persons_prosecuted", "numerator"),
    "victims_in_convicted_cases": ("claim_rate", "denominator"),
}


@pytest.fixture(scope="module")
def store():
    rows = together(
        charged("CANARYa", 130, "2021-03-01"),
        charged("CANARYb", 70, "2020-02-01", "2021-05-01", "convicted_trafficking"),
        identified("CANARYc", 150, "2021-01-10", opened="2021-01-10"),
        identified("CANARYd", 160, "2022-01-10", opened="2022-01-10"),
    )
    return example_store(rows)


def test_every_base_counts_what_its_metric_counts(store):
    bases = {base.name: base for base in research_bases(store)}
    computed = compute(store, ["trafficking"], only=[name for name, _ in COUNTED.values()]).results
    for name, base in bases.items():
        metric_id, measure = COUNTED[name]
        mine = computed[(computed["metric_id"] == metric_id) & computed[measure].notna()]
        if "merged" in mine:
            mine = mine[mine["merged"] == 0]
        for breakdown in ("total", *(each.name for each in base.attributes)):
            column = "'total'" if breakdown == "total" else breakdown
            for place, period, first, last in base.periods:
                counted = dict(
                    store.execute(
                        f"SELECT {column}, count(*) FROM ({base.sql}) WHERE jurisdiction = ? AND period = ? GROUP BY 1",
                        [place, period],
                    ).fetchall()
                )
                told = mine[
                    (mine["jurisdiction"] == place)
                    & (mine["period_start"] == first)
                    & (mine["period_end"] == last)
                    & (mine["breakdown"] == breakdown)
                    & (mine[measure] > 0)
                ]
                assert dict(zip(told["category"], told[measure], strict=True)) == counted
    assert {"victims", "prosecuted"} <= set(bases)


@pytest.mark.parametrize("profile", [DEFAULT, STRICT])
def test_no_id_comes_out_and_every_column_is_declared(store, profile):
    bases = research_bases(store)
    tables = build_research(store, bases, KEY, profile)
    for frame in tables.values():
        assert not frame.astype(str).apply(lambda column: column.str.contains("CANARY")).any().any()
    for base in bases:
        for outcome in base.outcomes:
            assert list(tables[outcome.table].columns) == list(research_columns(base, outcome))
    assert {NOTES, UTILITY} < set(tables)


def test_sets_of_the_bases_are_those_of_the_results(store):
    for base in research_bases(store):
        assert base.set_id.startswith(metrics()[COUNTED[base.name][0]].population)
