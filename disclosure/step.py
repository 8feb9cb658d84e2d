"""The one disclosure step: plan, protect, attack with other eyes, and refuse what is still unsafe."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd

from disclosure.attacking.audit import audit
from disclosure.attacking.findings import Findings
from disclosure.earlier import Earlier
from disclosure.error import DisclosureError
from disclosure.grid import coarsen_days
from disclosure.planning.blanks import Blank, too_blank
from disclosure.planning.choosing import Planned, Planner
from disclosure.planning.leaving_out import leave_out
from disclosure.planning.under_public import are_under_small_public_totals
from disclosure.primary import primaries
from disclosure.public_facts import is_public_fact
from disclosure.recompute import MEASURES, hide_counts, recompute
from disclosure.shares import coarsen_shares
from disclosure.singletons import few_hidden
from disclosure.succession.comparing import compare
from disclosure.succession.holding import hold
from disclosure.succession.linked import linked_groups
from disclosure.universe.protect import policy_solver, protect_universe
from disclosure.universe.solving import Workers
from metrics.definition import Metric
from metrics.result import RESULT_COLUMNS

ROUNDS = 3
"""How often what the attacker found is protected again before detail is left out."""
LAST_ROUNDS = 5
"""How often tables are left out before the release is refused."""
_PLACE = ["metric_id", "scope", "jurisdiction"]
_TABLE = [*_PLACE, "breakdown", "currency"]

Progress = Callable[..., None]


@dataclass(frozen=True)
class Told:
    """What a release may say, and how that was found.

    `results`: rows of RESULT_COLUMNS; `plan`: at which detail each table is told; `held`: of the
    index of the results, which stand as in the release before; `components`: one row a linked set of
    counts that was solved; `findings`: of the last attack, safe.
    """

    results: pd.DataFrame
    plan: pd.DataFrame
    held: pd.Series
    components: pd.DataFrame
    findings: Findings


def disclose(
    results: pd.DataFrame,
    catalogue: Mapping[str, Metric],
    counted_sets: pd.DataFrame,
    nested_sets: pd.DataFrame,
    *,
    earlier: Earlier | None = None,
    research_bounds: pd.DataFrame | None = None,
    is_exact: bool = False,
    progress: Progress | None = None,
) -> Told:
    """Publishable results of undisclosed ones, or DisclosureError.

    `results` have the columns of a result and those that only protection needs (see
    `metrics.compute.Computed`). `earlier` is what previous releases told, `research_bounds` what a
    reader of the research tables knows of these counts. `is_exact` asks the
    solver for answers that hide least, which takes three times as long.
    """
    with Workers() as workers:
        return _disclose(
            results, catalogue, counted_sets, nested_sets, earlier, research_bounds,
            is_exact, workers, progress,
        )  # fmt: skip


def _disclose(
    results, catalogue, counted_sets, nested_sets, earlier, research_bounds, is_exact, workers, progress
) -> Told:  # fmt: skip
    say = progress or (lambda message, done=None, total=None: None)
    facts, memory = _Facts(catalogue), {}
    rows = results.reset_index(drop=True)
    rows["public_fact"] = is_public_fact(rows, facts.populations)
    rows = rows[~are_under_small_public_totals(rows, counted_sets, facts.populations)]
    sensitive = primaries(rows, facts.kinds, facts.populations)
    protect = partial(
        protect_universe,
        counted_sets=counted_sets,
        nested_sets=nested_sets,
        kinds=facts.kinds,
        populations=facts.populations,
        headlines=facts.headlines,
        research_bounds=research_bounds,
    )
    before = earlier.plan if earlier else None
    planner = Planner(rows, sensitive, facts.kinds)
    planned = planner.choose(before)
    if before is None:
        # Which tables come out too blank shows in any answer, so that the quick one is asked for.
        quick = partial(protect, solver=policy_solver(memory, workers=workers))
        planned = _told_coarser(planner, sensitive, planned, quick, facts, say)
    protect = partial(protect, solver=policy_solver(memory, is_exact=is_exact, workers=workers))
    choices = planned.choices
    rows, held = planned.rows, pd.Series(False, index=planned.rows.index)
    marks = None
    if earlier:
        say("Comparing with earlier releases")
        if earlier.may_be_held:
            groups = linked_groups(rows, counted_sets, nested_sets)
            rows, held = hold(rows, earlier.newest, groups, facts.kinds)
        marks = compare(rows, earlier.told, facts.kinds)
    fresh = rows[~held]
    sets = {"counted_sets": counted_sets, "nested_sets": nested_sets}
    attacked = _Attacked(facts, sets, earlier, research_bounds)
    found = primaries(fresh, facts.kinds, facts.populations)
    forced: set = set()
    for number in range(ROUNDS + LAST_ROUNDS):
        say("Protecting the people behind the numbers")
        protected = protect(
            fresh, primaries=found.loc[fresh.index], succession=marks, forced=sorted(forced)
        )
        told = _tell(rows, fresh, _with_before(protected.hidden, marks), facts)
        say("Attacking what would be published")
        findings = attacked(told, fresh)
        unsafe = set(findings.labels) - set(held.index[held])
        if not unsafe:
            break
        if number < ROUNDS and not unsafe <= forced:
            forced |= unsafe
            continue
        left_out = _tables_beside(fresh, unsafe)
        choices = leave_out(choices, fresh.loc[sorted(left_out)])
        fresh, rows = (each[~each.index.isin(left_out)] for each in (fresh, rows))
        forced = (forced | unsafe) - left_out
    check_safe(findings)
    return Told(
        told, choices, held.reindex(told.index, fill_value=False), protected.components, findings
    )


def _told_coarser(
    planner: Planner, sensitive, planned: Planned, protect: Callable, facts, say
) -> Planned:
    """The plan after a try at protecting it: what came out too blank is told by coarser offers.

    Totals that wait for what detail by year leaves of them are tried once more.
    """

    def tried(plan: Planned) -> Blank:
        say("Trying how much would be hidden")
        hidden = protect(plan.rows, primaries=sensitive.loc[plan.rows.index]).hidden
        told = _tell(plan.rows, plan.rows, hidden, facts)
        return too_blank(told, plan.choices, facts.kinds)

    coarser, waiting = tried(planned)
    planned = planner.choose(too_blank=coarser)
    if waiting:
        again = tried(planned)
        still = {**again.coarser, **again.waiting}.items() & waiting.items()
        planned = planner.choose(too_blank=coarser | dict(still))
    return planned


def check_safe(findings: Findings) -> None:
    """Raise DisclosureError with the families of cells that an attack found."""
    if not findings.is_safe:
        raise DisclosureError(
            "Numbers of few people could be read or worked out from what would be published. "
            f"Nothing was published.\n{findings.text()}"
        )


class _Facts:
    """What the catalogue says of its metrics, as far as protection asks."""

    def __init__(self, catalogue: Mapping[str, Metric]):
        self.catalogue = catalogue
        self.kinds = {name: metric.kind for name, metric in catalogue.items()}
        self.populations = {name: metric.population for name, metric in catalogue.items()}
        self.value_units = {name: metric.value_unit for name, metric in catalogue.items()}
        self.headlines = frozenset(name for name, one in catalogue.items() if one.is_headline)
        self.definitions = pd.DataFrame(
            {
                "metric_id": list(catalogue),
                "kind": list(self.kinds.values()),
                "population": list(self.populations.values()),
            }
        )


class _Attacked:
    """Looks at results as a reader of this release, its research tables and the earlier releases."""

    def __init__(self, facts: _Facts, sets: dict, earlier: Earlier | None, research_bounds):
        self._beside = {**sets, "definitions": facts.definitions}
        self._previous = earlier.tables if earlier else None
        self._research: Sequence[pd.DataFrame] = (
            () if research_bounds is None or research_bounds.empty else (research_bounds,)
        )

    def __call__(self, results: pd.DataFrame, undisclosed: pd.DataFrame) -> Findings:
        published = {"results": results, **self._beside}
        few = few_hidden(undisclosed, results)
        return audit(published, self._previous, self._research, few)


def _tell(rows: pd.DataFrame, fresh: pd.DataFrame, hidden: pd.DataFrame, facts: _Facts):
    """The rows as they would be published: hidden counts taken out, everything else made of what is left."""
    told = hide_counts(fresh, hidden)
    told = coarsen_shares(told, facts.kinds)
    told = recompute(told, facts.kinds, facts.value_units, facts.populations)
    told = coarsen_days(told, facts.catalogue)
    # Rows that stand as before were told in this way already.
    stands = rows.loc[rows.index.difference(fresh.index)]
    whole = pd.concat([told, stands]) if len(stands) else told
    return whole[list(RESULT_COLUMNS)]


def _with_before(hidden: pd.DataFrame, marks: pd.DataFrame | None) -> pd.DataFrame:
    """What was hidden before stays hidden: a reader may have it from what was shown beside it then."""
    if marks is None:
        return hidden
    before = marks.reindex(hidden.index)
    return pd.DataFrame(
        {name: hidden[name] | before[f"{name}_hidden_before"].eq(True) for name in MEASURES}
    )


def _tables_beside(rows: pd.DataFrame, unsafe: set) -> set:
    """Labels of the tables that unsafe details stand in; where only totals are unsafe, of all detail within these.

    Where there is no detail either, the totals themselves.
    """
    is_public = rows["public_fact"].eq(True)
    is_detail = rows["breakdown"].ne("total") & ~is_public
    details = unsafe & set(rows.index[is_detail])
    columns, unsafe = (_TABLE, details) if details else (_PLACE, unsafe)
    keys = pd.MultiIndex.from_frame(rows[columns].astype(object).fillna(""))
    beside = keys.isin(set(keys[rows.index.isin(unsafe)]))
    within = beside & is_detail
    return set(rows.index[within if within.any() else beside & ~is_public])
