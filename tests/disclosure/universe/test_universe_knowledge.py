"""What a reader knows beforehand, what was found unsafe, and what nothing can protect."""

import pandas as pd
import pytest

from disclosure.universe import components, solving
from disclosure.universe.error import UniverseError
from disclosure.universe.protect import policy_solver, protect_universe
from disclosure.universe.solving import Workers
from tests.disclosure.universe.tables import (
    BLOCK,
    YEAR_2020,
    marks,
    nested,
    row,
    sets,
    table,
    total,
)

DECLARED = sets(("a", "numerator", "A"))
COUNTS = {"x": 4, "y": 40, "z": 41, "u": 60}


def results():
    rows = [total("a", sum(COUNTS.values()))]
    return table(rows + [row("a", name, count) for name, count in COUNTS.items()])


def hidden(rows, declared=DECLARED, primaries=None, inside=(), kinds=None, **options):
    primaries = marks(rows) if primaries is None else primaries
    return protect_universe(rows, declared, nested(*inside), kinds or {}, primaries, **options)


def numerators(found):
    return list(found.hidden.index[found.hidden["numerator"]])


def succession(rows, **marked):
    names = ["numerator_known", "denominator_known", "numerator_few", "denominator_few"]
    made = pd.DataFrame(False, rows.index, [*names, "hidden_before"])
    for name, label in marked.items():
        made.loc[label, name] = True
    return made


def test_what_was_told_before_is_no_partner():
    rows = results()
    assert numerators(hidden(rows)) == [1, 2]
    known = succession(rows, numerator_known=2)
    assert numerators(hidden(rows, succession=known)) == [1, 3]


def test_what_was_hidden_before_is_hidden_again():
    rows = results()
    found = hidden(rows, succession=succession(rows, hidden_before=4))
    assert numerators(found) == [1, 4]


def test_a_number_that_few_changed_is_hidden():
    rows = results()
    found = hidden(rows, succession=succession(rows, numerator_few=4))
    assert {1, 4} <= set(numerators(found))


def test_rows_found_unsafe_are_hidden_and_protected():
    found = hidden(results(), forced=[3])
    assert {1, 3} <= set(numerators(found))
    assert found.failed == []


def bounds(low, high, category="x"):
    place = {"set_id": "A", "jurisdiction": "XAA", "breakdown": "sex", "category": category}
    period = {"period_start": pd.Timestamp(BLOCK[0]), "period_end": pd.Timestamp(BLOCK[1])}
    return pd.DataFrame([{**place, **period, "lower": low, "upper": high}])


def test_what_the_research_tables_tell_of_a_partner_makes_it_a_poor_one():
    found = hidden(results(), research_bounds=bounds(39, 41, "y"))
    assert numerators(found) == [1, 3]


def test_a_count_known_from_the_research_tables_fails_and_takes_its_table_along():
    found = hidden(results(), research_bounds=bounds(3, 5))
    assert found.failed == [1]
    assert numerators(found) == [1, 2, 3, 4]


def test_members_of_a_little_mix_are_hidden_with_their_whole():
    rows = table([row("a", name, n, 7) for name, n in (("x", 2), ("y", 3), ("z", 2))])
    declared = sets(("a", "numerator", "A"), ("a", "denominator", "A, whole"))
    found = hidden(rows, declared, inside=[("A", "A, whole")], kinds={"a": "mix"})
    assert found.hidden.all().all() and found.failed == []


def test_all_of_a_group_sharing_an_outcome_needs_no_larger_group():
    rows = table([total("a", 12, 12)])
    declared = sets(("a", "numerator", "A"), ("a", "denominator", "W"))
    primaries = marks(rows)
    primaries.loc[0, "numerator"] = True
    found = hidden(rows, declared, primaries, [("A", "W")])
    assert found.hidden.to_dict("records") == [{"numerator": True, "denominator": False}]


def test_what_is_linked_too_widely_names_the_breakdown_to_coarsen(monkeypatch):
    monkeypatch.setattr(components, "threshold", lambda name: 3)
    with pytest.raises(UniverseError, match="coarsen the breakdown sex"):
        hidden(results())


def test_several_workers_find_the_same(monkeypatch):
    # However little there is to solve, and a few cells at a time.
    monkeypatch.setattr(solving, "FEW", 0)
    monkeypatch.setattr(solving, "SHARE", 10)
    rows = []
    for place, letter in enumerate("ABCDEFGHIJKLMNOPQRST"):
        # Different counts everywhere: what is asked twice is solved once.
        counts = results()["numerator"] + place * results()["numerator"].ge(max(COUNTS.values()))
        rows.append(results().assign(jurisdiction=f"XA{letter}", numerator=counts))
    together = pd.concat(rows, ignore_index=True)
    with Workers(2) as workers:
        many = hidden(together, solver=policy_solver(workers=workers))
        assert workers.are_started
    alone = hidden(together)
    assert alone.hidden.equals(many.hidden)
    assert alone.components.equals(many.components)
    assert alone.hidden["numerator"].sum() == 40


def test_children_are_given_more_room_also_beside_a_whole_that_is_not_only_theirs():
    rows = table([total("guardian_within_7_days", 0), total("b", 15), total("c", 40)])
    declared = sets(
        ("guardian_within_7_days", "numerator", "G"),
        ("b", "numerator", "B"),
        ("c", "numerator", "C"),
    )
    inside = [("G", "B"), ("B", "C")]
    found = hidden(rows, declared, inside=inside)
    # The fifteen of whom none has a guardian are fewer than the policy's twenty for children.
    assert numerators(found) == [1]


def test_that_none_of_a_small_group_has_something_is_hidden_with_another_count():
    rows = table([total("a", 12, 50), row("a", "female", 0, 12), row("a", "male", 12, 38)])
    declared = sets(("a", "numerator", "A"), ("a", "denominator", "W"))
    primaries = marks(rows)
    assert numerators(hidden(rows, declared, primaries, [("A", "W")])) == []
    primaries.loc[1, "numerator"] = True
    found = hidden(rows, declared, primaries, [("A", "W")])
    assert numerators(found) == [1, 2] and found.failed == []
    assert not found.hidden["denominator"].any()


@pytest.mark.parametrize("periods", [[BLOCK], [YEAR_2020, ("2021-01-01", "2022-12-31")]])
def test_a_zero_that_its_total_tells_stays_told(periods):
    rows = table(
        [row("a", "female", 0, 12), row("a", "male", 0, 38)]
        + [total("a", 0, 50, period=period) for period in periods]
    )
    declared = sets(("a", "numerator", "A"), ("a", "denominator", "A, all"))
    primaries = marks(rows)
    primaries.loc[0, "numerator"] = True
    assert numerators(hidden(rows, declared, primaries)) == []
