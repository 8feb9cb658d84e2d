"""Which rules are broken at all: asked of many together, since the usual answer is none.

Preparing a query costs more than running it on a submission of usual size. So the rows that break
a rule are looked for (`validations.findings`) only where this says that there are some.
"""

from collections.abc import Iterable, Iterator

import duckdb

from validations.rule import Rule


def select_broken(
    con: duckdb.DuckDBPyConnection, rules: Iterable[Rule], known_tables: Iterable[str]
) -> list[Rule]:
    """The rules that some row breaks, in their order; `known_tables` are those with accepted rows."""
    known_tables = set(known_tables)
    rules = [one for one in rules if one.known_table is None or one.known_table in known_tables]
    conditions = [one for one in rules if one.condition]
    orders = [one for one in rules if one.order]
    references = [one for one in rules if one.reference]
    broken = {
        *_break_conditions(con, conditions),
        *_break_orders(con, orders),
        *_break_references(con, references),
    }
    broken |= {
        one.id
        for one in rules
        if not (one.condition or one.order or one.reference)
        and con.execute(f"SELECT EXISTS ({one.query})").fetchall() == [(True,)]
    }
    return [one for one in rules if one.id in broken]


def _break_conditions(con: duckdb.DuckDBPyConnection, rules: list[Rule]) -> Iterator[str]:
    """Ids of broken rules on single rows, asked table by table."""
    by_table: dict[str, list[Rule]] = {}
    for one in rules:
        by_table.setdefault(one.table, []).append(one)
    for table, asked in by_table.items():
        some = ", ".join(f"bool_or({one.condition})" for one in asked)
        [answers] = con.execute(f"SELECT {some} FROM mapped.{table} AS this").fetchall()
        yield from (one.id for one, is_broken in zip(asked, answers, strict=True) if is_broken)


def _break_orders(con: duckdb.DuckDBPyConnection, rules: list[Rule]) -> Iterator[str]:
    """Ids of broken rules on the order of two events, asked in one pass over all subjects.

    As in `validations.rule.query_order`: some later event certainly ended before the earliest first one.
    """
    if not rules:
        return
    days: dict[tuple[str, str], str] = {}
    for one in rules:
        _, first, then = one.order
        days[(first, "first_day")] = f"min(first_day) FILTER (event = '{first}')"
        days[(then, "last_day")] = f"min(last_day) FILTER (event = '{then}')"
    names = {day: f"day_{place}" for place, day in enumerate(days)}
    listed = ", ".join(f"{sql} AS {names[day]}" for day, sql in days.items())
    some = ", ".join(
        f"bool_or(subject_kind = '{subject}' AND {names[then, 'last_day']} < {names[first, 'first_day']})"
        for subject, first, then in (one.order for one in rules)
    )
    [answers] = con.execute(
        f"SELECT {some} FROM (SELECT subject_kind, {listed} FROM checked.events "
        "GROUP BY subject_kind, jurisdiction, subject_id)"
    ).fetchall()
    yield from (one.id for one, is_broken in zip(rules, answers, strict=True) if is_broken)


def _break_references(con: duckdb.DuckDBPyConnection, rules: list[Rule]) -> Iterator[str]:
    """Ids of broken rules on references, asked together where they refer to the same."""
    by_target: dict[tuple[str, ...], list[Rule]] = {}
    for one in rules:
        targets = tuple(right for _, right in one.reference.names)
        by_target.setdefault((one.reference.sources, *targets), []).append(one)
    for (sources, *targets), asked in by_target.items():
        referring = " UNION ALL ".join(
            f"SELECT {place} AS place, {_renamed(one)} FROM mapped.{one.table} WHERE {one.column} IS NOT NULL"
            for place, one in enumerate(asked)
        )
        found = con.execute(
            f"SELECT DISTINCT place FROM ({referring}) ANTI JOIN ({sources}) USING ({', '.join(targets)})"
        ).fetchall()
        yield from (asked[place].id for (place,) in found)


def _renamed(rule: Rule) -> str:
    return ", ".join(f"{left} AS {right}" for left, right in rule.reference.names)
