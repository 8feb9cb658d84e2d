"""Putting a million people into classes of at least eleven, beside counting them once by the same columns."""

from collections.abc import Iterator
from contextlib import closing

import duckdb

from benchmarks.measure import Measurement, NotMeasured, median_seconds_of
from disclosure.policy import threshold
from disclosure.research import DEFAULT, Attribute, Base, Outcome
from disclosure.research.source import count_source
from disclosure.research.told import shown_counts, tell

PEOPLE = 1_000_000
MOST_SECONDS = 3.0
KEY = b"nobody real stands in a benchmark"
PLACES = tuple(f"place_{number:02d}" for number in range(40))
PERIODS = ("2014-2016", "2017-2019", "2020-2022", "2023-2025")
FORMS = ("labour", "sexual", "crime", "servitude", "begging", "marriage", "unknown", "organs")
STAGES = ("none", "investigated", "charged", "tried", "convicted")
ATTRIBUTES = (
    Attribute(
        "citizenship",
        "Citizenship.",
        ("own", "other", "regional", "unknown", "stateless"),
        (dict.fromkeys(("other", "regional", "stateless"), "not_own"),),
        2,
    ),
    Attribute("age_group", "Age.", ("adult", "child", "unknown"), (), 3),
    Attribute("sex", "Sex.", ("female", "male", "unknown", "transgender", "other"), (), 3),
    Attribute("form", "Form.", FORMS, (dict.fromkeys(FORMS[2:6], "other_form"),), 4),
)
BASE = Base(
    "people",
    "FROM people",
    "people",
    ATTRIBUTES,
    (Outcome("research_people", "stage", "By stage.", "Stage.", STAGES),),
)


def measure() -> Iterator[Measurement]:
    with closing(duckdb.connect()) as con:
        con.execute(f"CREATE TABLE people AS {_people()}")
        names = ", ".join([*BASE.keys, "stage"])
        steps = [
            lambda: _anonymise(con),
            lambda: con.execute(f"CREATE OR REPLACE TEMP TABLE counted AS SELECT {names}, count(*) FROM people GROUP BY {names}"),
        ]  # fmt: skip
        seconds, floor = median_seconds_of(steps, 3)
        kept = _anonymise(con)
    dropped = 1 - kept / PEOPLE
    if dropped > threshold("research_drop_max"):
        raise NotMeasured(f"{dropped:.1%} of the records would be dropped")
    title = f"classes of eleven for {PEOPLE:,} people, {dropped:.2%} dropped"
    yield Measurement(f"{title}, beside one GROUP BY", seconds, "counting them", floor)
    yield Measurement(title, seconds, most=MOST_SECONDS)


def _anonymise(con) -> int:
    """How many of the people are told of."""
    count_source(con, BASE)
    for outcomes, _, told in tell(con, BASE, DEFAULT):
        cells = shown_counts(con, BASE, outcomes[0], told, KEY)
    return int(cells["units"].sum())


def _people() -> str:
    """A SELECT of people whose codes are the rarer the later they stand; the same ones every time."""
    columns = {
        "jurisdiction": PLACES,
        "period": PERIODS,
        **{each.name: each.codes for each in ATTRIBUTES},
        "stage": STAGES,
    }
    drawn = [
        f"list_extract({list(codes)!r}, 1 + CAST(floor({len(codes)} * pow((hash(number, '{name}') % 1000003) / 1000003.0, 1.8)) AS INTEGER)) AS {name}"
        for name, codes in columns.items()
    ]
    return f"SELECT {', '.join(drawn)} FROM range({PEOPLE}) AS people(number)"
