"""Judgments of regional and high courts, and national plans of action while they run."""

from collections.abc import Iterator

from compliance.evidence.piece import piece
from compliance.evidence.statutes import FINDS_NO_FAULT
from compliance.inputs import Inputs
from compliance.plain import lines, on_day, records

FROM_MEMORY = FINDS_NO_FAULT["unchecked"]


def judgments(inputs: Inputs) -> Iterator[dict]:
    """One piece a judgment and duty, of the strongest grade: a court has found so by the data date.

    What is told of a judgment from memory decides nothing, for or against the place.
    """
    for row in records(inputs.law.judgments):
        if row["decided_on"] > inputs.data_date:
            continue
        is_memory = row["certainty"] == "unchecked"
        for obligation_id in lines(row["obligation_ids"]):
            yield piece(
                (row["judgment_id"],),
                inputs.data_date,
                jurisdiction=row["jurisdiction"],
                obligation_id=obligation_id,
                aspect=row["aspect"],
                kind="judgment",
                finding="cannot_tell" if is_memory else row["finding"],
                grade="A",
                dated_on=row["decided_on"],
                title=f"{row['court']}, {row['reference']}, {on_day(row['decided_on'])}",
                reason=" ".join(filter(None, [row["note"], is_memory and FROM_MEMORY])) or None,
                link=row["link"],
                # Two judgments of one court are about two matters: neither overtakes the other.
                source=f"{row['court']} {row['reference']}",
                certainty=row["certainty"],
            )


def plans(inputs: Inputs) -> Iterator[dict]:
    """One piece a running plan and duty: what the State says it does. An expired plan shows nothing."""
    for row in records(inputs.law.plans):
        until_on = row["until_on"]
        if row["from_on"] > inputs.data_date or (until_on and until_on < inputs.data_date):
            continue
        ends = f", ends {on_day(until_on)}" if until_on else ""
        budget = "with a budget" if row["has_budget"] else "no budget told"
        for obligation_id in lines(row["obligation_ids"]):
            yield piece(
                (row["plan_id"],),
                inputs.data_date,
                stands=True,
                jurisdiction=row["jurisdiction"],
                obligation_id=obligation_id,
                aspect=row["aspect"],
                kind="plan",
                finding="met",
                grade="C",
                dated_on=row["from_on"],
                title=row["title"],
                reason=f"It runs since {on_day(row['from_on'])}{ends}, {budget}.",
                link=row["link"],
                source="plans",
                certainty=row["certainty"],
                due_on=until_on,
            )
