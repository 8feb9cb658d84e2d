"""Attacks a release as a whole, from what it publishes alone, and says which rows give people away."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from disclosure.attacking.beside import counts_beside
from disclosure.attacking.breakdowns import relate_breakdowns, relate_crossed
from disclosure.attacking.cells import HIDDEN, SHOWN, Cells, cells_of
from disclosure.attacking.counts import counts_of
from disclosure.attacking.earlier import few_more, with_earlier
from disclosure.attacking.findings import Findings
from disclosure.attacking.judge import Judge, judge_of
from disclosure.attacking.lines import Lines
from disclosure.attacking.narrowing import narrow
from disclosure.attacking.nesting import relate_nested
from disclosure.attacking.periods import relate_periods
from disclosure.attacking.propagate import Bounds
from disclosure.attacking.report import Report
from disclosure.attacking.research import with_research
from disclosure.attacking.singleton import told_by_one
from disclosure.attacking.visible import small_counts, telling_rows

Published = dict[str, pd.DataFrame]


def audit(
    published: Published,
    previous: Published | None = None,
    research: Sequence[pd.DataFrame] = (),
    singleton: pd.DataFrame | None = None,
) -> Findings:
    """Everything a careful reader finds in a release.

    `published` and `previous` have the tables results, counted_sets, nested_sets and definitions, and
    may have trends, comparisons and disparities. `research` are bounds that the research tables tell
    (`research.with_research`). `singleton`, which only somebody who knows the truth can give, has the
    columns label, measure and value of hidden counts of one or two people.
    """
    report = Report(published["results"])
    counts = counts_of(published)
    beside, strays = counts_beside(published, counts)
    for table, metric_id in strays:
        report.families.append((metric_id, table, "not in results"))
    cells, wrong = cells_of(pd.concat([counts, beside], ignore_index=True))
    report.contradict(wrong)
    lines = related(cells, published["nested_sets"])
    entries = lines.entries()
    judge = beside_open_court(judge_of(cells), cells, entries, len(lines.family))
    report.name(cells, small_counts(cells, judge), "small count")
    kinds = published["definitions"].drop_duplicates("metric_id").set_index("metric_id")["kind"]
    for attack, labels in telling_rows(published["results"], kinds).items():
        report.rows(labels, attack)
    report.name(cells, few_left(cells, judge, entries), "left without a category")
    table = cells.table
    lower, upper = table["lower"].to_numpy(float), table["upper"].to_numpy(float)
    if research:
        lower, upper = with_research(cells, research, lower, upper)
        report.name(cells, judge.is_unsafe(lower, upper), "research")
    if previous is not None:
        # A release from before sets were declared is read by the declarations of this one.
        declared = {name: published[name] for name in ("counted_sets", "definitions")}
        previous = declared | previous
        report.name(cells, few_more(cells, previous, judge), "difference")
        lower, upper, before = with_earlier(cells, entries, previous, lower, upper)
        report.name(cells, before & judge.is_unsafe(lower, upper), "shown before")
    bounds = narrowed_by_lines(cells, entries, lower, upper, len(lines.family))
    report.refuted(cells, entries, bounds.refuted, lines.family)
    report.name(
        cells,
        beside_lines(entries, bounds.refuted, len(cells.table)) & judge.is_hidden,
        "contradiction",
    )
    narrowed = narrow(bounds, judge)
    for attack in ("line", "interval", "integer", "contradiction"):
        report.name(cells, narrowed.attack == attack, attack)
    if singleton is not None and len(singleton):
        report.name(cells, told_by_one(cells, bounds, judge, singleton), "singleton")
    return report.findings()


def related(cells: Cells, nested: pd.DataFrame) -> Lines:
    """All lines between the cells; cells that no row tells are made on the way."""
    lines = Lines()
    relate_breakdowns(cells, lines)
    relate_crossed(cells, lines)
    relate_periods(cells, lines)
    relate_nested(cells, lines, nested)
    return lines


def narrowed_by_lines(
    cells: Cells, entries: pd.DataFrame, lower: np.ndarray, upper: np.ndarray, lines: int
) -> Bounds:
    """What lines tell one by one. Where they contradict "zeros are told", a zero was hidden after all."""
    is_whole = cells.table["is_whole"]
    bounds = Bounds(entries, lower, upper, is_whole, lines).narrow()
    if not bounds.refuted.any():
        return bounds
    doubtful = (
        beside_lines(entries, bounds.refuted, len(cells.table))
        & cells.table["told"].eq(HIDDEN).to_numpy()
    )
    lower = np.where(doubtful & (lower == 1), 0.0, lower)
    return Bounds(entries, lower, upper, is_whole, lines).narrow()


def beside_open_court(judge: Judge, cells: Cells, entries: pd.DataFrame, lines: int) -> Judge:
    """The judge who knows what each cell may be by facts of open court alone, whatever else is published."""
    table = cells.table
    public = table["is_public"].to_numpy(bool)
    if not public.any():
        return judge
    is_other = table["told"].eq(SHOWN).to_numpy() & ~public
    lower = np.where(is_other, 0.0, table["lower"].to_numpy(float))
    upper = np.where(is_other, np.inf, table["upper"].to_numpy(float))
    known = Bounds(entries, lower, upper, table["is_whole"], lines).narrow()
    return replace(judge, public_low=known.lower, public_high=known.upper)


def beside_lines(entries: pd.DataFrame, chosen: np.ndarray, size: int) -> np.ndarray:
    """True for the cells that stand in these lines."""
    line, cell = entries["line"].to_numpy(int), entries["cell"].to_numpy(int)
    found = np.zeros(size, dtype=bool)
    found[cell[chosen[line]]] = True
    return found


def few_left(cells: Cells, judge: Judge, entries: pd.DataFrame) -> np.ndarray:
    """Cells of sums that are shown whole and leave a small count of people over."""
    table = cells.table
    cell = entries["cell"].to_numpy()
    shown = (table["told"].eq(SHOWN) & table["is_people"]).to_numpy()
    public = table["is_public"].to_numpy(bool)
    amount = entries["factor"] * table["lower"].to_numpy()[cell]
    by_line = entries.assign(
        amount=amount, shown=shown[cell], public=public[cell], least=judge.least[cell]
    ).groupby("line")
    left = by_line["amount"].sum().abs().round(6)
    few = (left > 0) & (left < by_line["least"].max())
    few &= by_line["shown"].min() & ~by_line["public"].min()
    lines = few.index[few]
    parts = entries["line"].isin(lines) & (entries["factor"] > 0)
    found = np.zeros(len(table), dtype=bool)
    found[cell[parts]] = True
    return found
