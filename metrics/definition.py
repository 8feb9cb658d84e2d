"""What a metric and a population are. Nothing else in the project may be imported by disclosure from here."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace

from metrics.counted_set import CountedSet

KINDS = (
    "share",
    "ratio",
    "count",
    "time_to_event",
    "survey_score",
    "money_funnel",
    "stock_age",
    "stock_to_flow",
    "completeness",
    "published",
    "rate",
    "mix",
    "amount",
    "mean",
    "stock_share",
    "quantity",
    "recurrent",
    "survey_weighted",
    "agreement",
)
"""How a metric is counted and estimated: `metrics/counting/<kind>.py`, `metrics/estimating/<kind>.py`."""

PERIOD_KINDS = ("period", "cohort", "stock")
SCOPES = ("trafficking", "all_crime")
DIRECTIONS = ("up", "down", "neither")
VALUE_UNITS = (
    "share",
    "ratio",
    "days",
    "months",
    "count",
    "money",
    "mean",
    "agreement",
    "per_hundred_thousand",
    "per_hundred_person_years",
)
CROSS, CROSSED = "+", " · "
"""A breakdown "a+b" crosses two columns; readers see the names, and the members, joined by the second."""


@dataclass(frozen=True)
class Population:
    """Who is counted.

    `rows` is portable SQL that yields one row a unit with the columns the metrics name (entry date,
    breakdowns, outcome dates) and those every population has: `jurisdiction`, `unit_id`,
    `is_trafficking`, `is_observable` (false where the jurisdiction's data cannot answer),
    `covered_from` (first day covered by the submission that brought the row), `as_of` (data date of
    whoever feeds the row), `reported_from` and `sent_by` (the agency that sent the row, and the
    first day it ever reported on); `includes` and `excludes` are sentences that readers see.

    What the rows promise about sets of units: `same` are pairs of sets that hold the same units
    (the first goes by the name of the second), `inside` pairs of which the first lies in the second,
    the second often of another population, and both hold at every place, time and category.
    `steps` are the members of the column that `each` names where they are a staircase, in order;
    `sides` where every unit stands once under each. Of a population that `varies` a unit may have
    several rows in one year that stand under different categories. One that `is_of_court` has
    the column `court_record`: 'open' where the unit is a matter of open court record, 'not_open'
    where the accused is under age, the doors were closed or somebody may not be named, 'not_told'
    where the data do not say.
    """

    name: str
    unit: str
    entry: str
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    rows: str
    same: tuple[tuple[CountedSet, CountedSet], ...] = ()
    inside: tuple[tuple[CountedSet, CountedSet], ...] = ()
    steps: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    varies: bool = False
    is_of_court: bool = False


@dataclass(frozen=True)
class WorkedExample:
    """A handful of rows small enough to check by hand, and the result they must give.

    `rows` maps a table of the case model to its rows (columns that are not named take the defaults
    of `metrics.example`); `about` picks the one result by its columns; `expect` names columns and
    the values they must have. `store` may name `covered_from` and `as_of`, the time covered.
    """

    story: str
    rows: dict[str, tuple[dict, ...]]
    expect: dict
    about: dict
    store: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Metric:
    """One metric, as readers see it and as the counting and estimating steps need it.

    `numerator` and `denominator` are sentences; `counting` holds what the kind needs to build the
    counting SQL (see `metrics/counting/`). `good_direction` is often "neither". `pair` names the
    metric that exposes how this one can be gamed. `answers_to` lists obligation ids. `breakdowns`
    are columns of the population; `horizons` are days of follow-up; `data` says whether it is
    counted from case data or rests on official figures. `indicators` are ids of `indicators.toml`
    that the metric answers. `case_mix` names columns of the population that were settled before
    justice decided anything: comparisons hold them fixed. A metric that `is_trended` is counted by
    quarter as well, one that `is_headline` also crossed with its case mix.
    """

    name: str
    title: str
    question: str
    group: str
    kind: str
    population: str
    unit_counted: str
    value_unit: str
    numerator: str
    denominator: str
    good_direction: str
    pair: str
    source: str
    source_clause: str
    caveats: tuple[str, ...]
    counting: dict
    worked_example: WorkedExample
    answers_to: tuple[str, ...] = ()
    breakdowns: tuple[str, ...] = ()
    period_kind: str = "period"
    horizons: tuple[int, ...] = ()
    scopes: tuple[str, ...] = SCOPES
    data: str = "case"
    indicators: tuple[str, ...] = ()
    is_headline: bool = False
    case_mix: tuple[str, ...] = ()
    is_trended: bool = False

    def hash(self, sql: str) -> str:
        """First 16 hex digits of the SHA-256 of everything that decides the number, its SQL included."""
        # The example decides nothing, and its rows are most of the record: they are not copied either.
        facts = asdict(replace(self, worked_example=None)) | {"sql": sql}
        facts.pop("worked_example")
        text = json.dumps(facts, sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()[:16]
