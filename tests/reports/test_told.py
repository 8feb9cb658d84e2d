"""What a summing-up says of a number: never a point without its limits, never a number without its counterpart."""

import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from charts.compliance import Tally
from charts.select import numbers_in
from reports.alarms import alarms
from reports.blocks import Bullets
from reports.compact_table import compact_table, told_number
from reports.duties import bounds_in_print, of_duty_holders
from reports.in_short import in_short
from reports.other_measures import other_measures
from reports.position import order_in_print, position
from reports.reading import Reading
from reports.subject import Subject, subject
from reports.told import beside, latest, sentences
from tests.made_files import material_of


def row(**changed) -> dict:
    made = {"value": 0.5, "lower": 0.4, "upper": 0.6, "status": "reportable", "blank": None}
    return made | {"currency": None, "source": "case", "maturity": None} | changed


def test_a_number_carries_its_interval():
    assert told_number(row(), "share") == "50.0% (40.0% to 60.0%)"
    assert (
        told_number(row(value=3.5, lower=2.0, upper=5.25), "months")
        == "3.5 months (2.0 to 5.2 months)"
    )


def test_of_the_very_uncertain_only_the_interval_is_told():
    told = told_number(row(status="very_uncertain"), "share")
    assert told == "somewhere in 40.0% to 60.0%"


def test_a_blank_says_why():
    empty = row(value=None, lower=None, upper=None, blank="suppressed")
    assert told_number(empty, "share") == "suppressed to protect people"
    assert told_number(empty | {"source": "official"}, "share") == "suppressed by its publisher"


@pytest.fixture(scope="module")
def material(made_release):
    return material_of(made_release, "XAB")


def test_the_counterpart_is_of_the_same_place_and_period(material):
    """Looked up here by hand, in the results of the counter-metric."""
    definition = material.definitions["charge_rate"]
    (told,) = latest("charge_rate", material)
    same = [
        each
        for each in material.results[definition["pair"]]
        if (each["period_start"], each["period_end"]) == (told["period_start"], told["period_end"])
        and each["breakdown"] == "total"
        and each["scope"] == told["scope"]
    ]
    assert same
    said = beside(told, definition, material)
    assert material.pair(definition)["title"] in said
    assert any(f"{100 * each['value']:.1f}%" in said for each in same if each["value"] is not None)


def test_a_counterpart_at_another_time_says_so(material):
    """A stock stands at a day; beside years taken together it names that day."""
    definition = material.definitions["time_to_disposition"]
    pooled = next(
        each
        for each in material.results["time_to_disposition"]
        if each["breakdown"] == "total"
        and each["period_start"] == date(2023, 1, 1)
        and each["period_end"] == date(2025, 12, 31)
    )
    assert "at 31 December 2025" in beside(pooled, definition, material)


def test_every_row_of_a_compact_table_has_a_counterpart(material):
    ids = list(material.results)
    table = compact_table("All", ids, material)
    assert [cells[0] for cells in table.rows] == [
        f"{material.definitions[i]['title']}\n[{i}]" for i in ids
    ]
    for metric_id, cells in zip(ids, table.rows, strict=True):
        pair = material.pair(material.definitions[metric_id])["title"]
        assert cells[-1].startswith(f"{pair}: ") and len(cells[-1]) > len(pair) + 2
        assert all(cells)


def test_a_position_is_never_one_rank(material):
    row = position("court_conviction_rate", material)
    assert row["jurisdiction"] == "XAB"
    assert re.fullmatch(r"\d+ to \d+ of \d+|–", order_in_print(row))


def newest(by_metric: dict[str, list[dict]], *question: str) -> list[dict]:
    """Of each metric (and each value of `question`) the rows of the last period in which anything was answered."""
    rows = pd.concat(map(pd.DataFrame, by_metric.values()))
    rows = rows[rows["scope"] == "trafficking"]
    by = ["metric_id", *question]
    if not question:
        # Places are compared after the follow-up nearest to two years.
        away = (rows["horizon_days"].astype(float).fillna(0) - 730).abs()
        rows = rows[away == away.groupby(rows["metric_id"]).transform("min")]
    answered = rows[rows["reason"].isna()].groupby(by, as_index=False)["period_end"].max()
    found = rows.merge(answered, on=[*by, "period_end"])
    return found.astype(object).where(found.notna(), None).to_dict("records")


def test_alarms_are_counted_beside_what_chance_would_ring(material):
    """Counted once more: two in a thousand of the places assessed, five in a hundred of the differences."""
    rows = {cells[0].split(" (")[0]: cells[1:] for cells in alarms(material).rows}
    own = [each for each in newest(material.comparisons) if each["jurisdiction"] == "XAB"]
    own = [each for each in own if each["flag"] != "not_assessable"]
    looked, rang, expected = rows["Places beside all others together"]
    assert int(looked) == len(own)
    assert int(rang) == sum(each["flag"] in ("high_alarm", "low_alarm") for each in own)
    assert float(expected) == pytest.approx(0.002 * len(own), abs=0.051)
    groups = newest(material.disparities, "jurisdiction", "breakdown")
    differ = [each for each in groups if each["verdict"].startswith("difference")]
    _, listed, false = rows["Groups beside a reference group"]
    assert int(listed) == len(differ)
    assert float(false) == pytest.approx(0.05 * len(differ), abs=0.051)


def test_what_was_hidden_does_not_read_as_silence(material):
    """A measure left out to protect people is not said to lack a report, and one that lacks it is not said to be hidden."""
    gone = [name for name in material.results if name not in material.headlines]
    hidden, silent = gone[0], gone[1]
    left = {name: rows for name, rows in material.results.items() if name not in (hidden, silent)}
    other = replace(material, results=left, left_out=frozenset({hidden}))
    said = next(
        b.text for b in other_measures(other) if "That is no zero." in getattr(b, "text", "")
    )
    protected, lacking = said.splitlines()[1:]
    titles = {name: material.definitions[name]["title"] for name in (hidden, silent)}
    assert titles[hidden] in protected and titles[hidden] not in lacking
    assert titles[silent] in lacking and titles[silent] not in protected
    assert "protect people" in protected and "Nobody has reported" in lacking


def test_where_nothing_is_decided_no_share_is_told():
    assert bounds_in_print(Tally(open=4)) == "nothing decided"
    assert bounds_in_print(Tally(met=1, open=3)) == "25.0% to 100.0%"


def test_places_without_any_result_count_among_those_asked(made_release):
    group = material_of(made_release, ("XAB", "XAC"))
    row = group.definitions["charge_rate"]
    left = {
        **group.results,
        "charge_rate": [r for r in group.results["charge_rate"] if r["jurisdiction"] == "XAB"],
    }
    table = compact_table("All", [row["metric_id"]], replace(group, results=left))
    assert table.rows[0][1] == "1 of 2"


def test_where_agencies_sent_nothing_what_others_published_stands_in_short(made_release, material):
    name, rows = next(
        (name, rows)
        for name, rows in material.results.items()
        if name not in material.headlines and numbers_in(rows)
    )
    reading = Reading(made_release)
    only = replace(material, results={name: rows})
    blocks = in_short(reading, subject(reading, "XAB"), only)
    said = [item for block in blocks if isinstance(block, Bullets) for item in block.items]
    assert set(sentences(name, only)) <= set(said)


def test_a_row_of_one_kind_says_which_kind(material):
    name = next(name for name, rows in material.results.items() if numbers_in(rows))
    (one,) = latest(name, material)[:1]
    of_men = replace(material, results={name: [one | {"breakdown": "sex", "category": "male"}]})
    (told,) = compact_table("", [name], of_men).rows
    assert told[1].startswith(f"{material.labels.category('sex', 'male')}: ")


class Federation:
    """A State, a part of it, and a part of another State that nothing is known of."""

    def about(self, table, codes):
        return [{"jurisdiction": code} for code in ("AAA", "AAA-X", "BBB-Y")]

    def table(self, name):
        parents = {"AAA": None, "AAA-X": "AAA", "BBB-Y": "BBB"}
        return [{"jurisdiction": code, "parent": parent} for code, parent in parents.items()]


def test_duties_of_a_state_are_counted_once_and_not_for_its_parts_again():
    rows = of_duty_holders(Federation(), Subject(None, "All"), "compliance_summary")
    assert [row["jurisdiction"] for row in rows] == ["AAA", "BBB-Y"]
