"""Rules that follow from the schema: references, keys accepted before, money, whose rows these are, prose."""

from functools import cache

from data.schema import Column, Table, submitted_tables, tables
from validations.prose import is_prose, prose_rules
from validations.rule import Reference, Rule, query_reference, query_where

SHARED_GROUPS = ("actors", "joins", "reference")
"""Groups whose rows several agencies may send: people under a linkage unit's pseudonyms, places, bodies."""


@cache
def generated_rules() -> tuple[Rule, ...]:
    """Every rule derived from a declaration of the case model, in its order."""
    rules = []
    for table in submitted_tables().values():
        for column, referenced, target in table.references():
            rules.append(reference_rule(table, column, tables()[referenced], target))
        if table.kind == "case":
            rules += [key_rule(table), place_rule(table)]
        rules += [
            money_rule(table, column)
            for column in table.columns.values()
            if column.type == "money" and "currency" in table.columns
        ]
        rules += [
            ahead_rule(table, column)
            for column in table.columns.values()
            if (table.kind == "case" or table.sender_kind)
            and column.type == "date"
            and not column.may_lie_ahead
        ]
        rules += [
            rule
            for column in table.columns.values()
            if is_prose(table, column)
            for rule in prose_rules(table, column)
        ]
        if table.sender_kind:
            rules.append(sender_rule(table))
    return tuple(rules)


def reference_rule(table: Table, column: str, referenced: Table, target: str) -> Rule:
    """A value must be found in the table it refers to: in this submission or among accepted rows."""
    # Ids of places, bodies and obligations are unique everywhere; all others within a jurisdiction.
    is_unique_everywhere = referenced.kind == "reference" or referenced.key == (target,)
    names = [] if is_unique_everywhere else [("jurisdiction", "jurisdiction")]
    names.append((column, target))
    wanted = ", ".join(dict.fromkeys(right for _, right in names))
    sources = f"SELECT {wanted} FROM known.{referenced.name}"
    if referenced.name in submitted_tables():
        sources += f" UNION ALL SELECT {wanted} FROM mapped.{referenced.name}"
    reference = Reference(tuple(names), sources)
    return Rule(
        id=f"reference:{table.name}.{column}",
        severity="fail",
        table=table.name,
        column=column,
        because=f"Every {column} in {table.name} must be found in {referenced.name}, in this submission or in one accepted before.",
        remedy=f"Send the missing rows of {referenced.name}, or correct {column}. Where that row was itself set aside, mend it first.",
        query=query_reference(table.name, column, reference),
        reference=reference,
    )


def key_rule(table: Table) -> Rule:
    """A key accepted from another agency may not be taken by a different row."""
    on = " AND ".join(f"there.{name} = this.{name}" for name in table.key)
    shared = table.group in SHARED_GROUPS
    others = [name for name in table.columns if name not in table.key]
    differs = " OR ".join(f"there.{name} IS DISTINCT FROM this.{name}" for name in others)
    condition = f"({differs or 'FALSE'})"
    if not shared:
        condition = "there.sent_by IS DISTINCT FROM (SELECT agency_id FROM checked.submission)"
    because = (
        f"A row of {table.name} with this key was accepted before and reads otherwise; the row of the newer data date will stand."
        if shared
        else f"A key of {table.name} may not be used again by another agency: the two would be taken for one."
    )
    remedy = (
        "Check that both submissions mean the same person or part, and that the newer one is right."
        if shared
        else "Agree on identifiers that are unique within the jurisdiction, for instance with the agency's own prefix."
    )
    return Rule(
        id=f"taken:{table.name}",
        severity="review" if shared else "fail",
        table=table.name,
        column=table.key[-1],
        because=because,
        remedy=remedy,
        query=f"SELECT this.row_ids FROM mapped.{table.name} AS this SEMI JOIN known.{table.name} AS there "
        f"ON {on} AND {condition}",
        known_table=table.name,
    )


def place_rule(table: Table) -> Rule:
    """An agency sends case rows of its own country only."""
    return Rule(
        id=f"foreign:{table.name}",
        severity="fail",
        table=table.name,
        column="jurisdiction",
        because=f"An agency may send rows of {table.name} for its own State only.",
        remedy="Submit the rows under the agency they come from, or correct the jurisdiction.",
        **_on_rows(
            table,
            "left(this.jurisdiction, 3) <> (SELECT left(agency_id, 3) FROM checked.submission)",
        ),
    )


def sender_rule(table: Table) -> Rule:
    """What only one kind of body may say is not taken from another.

    An agency accepted before is of the kind that the newest data date gives, whatever this submission says of it.
    """
    kind = table.sender_kind
    return Rule(
        id=f"sender:{table.name}",
        severity="fail",
        table=table.name,
        column=table.key[-1],
        because=f"Rows of {table.name} are taken only from an agency of the kind {kind}, which answers to nobody it speaks about.",
        remedy=f"Let a body of the kind {kind} send them; its row in agencies must be accepted, or come with them.",
        query=f"""
        WITH sender AS (
            SELECT coalesce(
                (SELECT arg_max(agencies.kind, (senders.as_of, senders.submission_id))
                 FROM known.agencies JOIN known.senders USING (submission_id)
                 WHERE agencies.agency_id = submission.agency_id),
                (SELECT max(kind) FROM mapped.agencies
                 WHERE agencies.agency_id = submission.agency_id)
            ) AS kind FROM checked.submission
        )
        SELECT this.row_ids FROM mapped.{table.name} AS this
        WHERE (SELECT kind FROM sender) IS DISTINCT FROM '{kind}'
        """,
    )


def money_rule(table: Table, column: Column) -> Rule:
    """An amount without its currency cannot be summed with anything."""
    return Rule(
        id=f"currency:{table.name}.{column.name}",
        severity="fail",
        table=table.name,
        column="currency",
        because=f"A value of {column.name} in {table.name} needs its currency: amounts are only summed within one.",
        remedy="Fill currency with the ISO 4217 code, as a constant of the mapping where all amounts share one.",
        **_on_rows(table, f"this.{column.name} IS NOT NULL AND this.currency IS NULL"),
    )


def ahead_rule(table: Table, column: Column) -> Rule:
    """A date after the data date tells of something that the agency cannot have recorded yet.

    Of statements the newest counts, so that one dated ahead would overrule all others: it is set aside.
    """
    return Rule(
        id=f"ahead:{table.name}.{column.name}",
        severity="review" if table.kind == "case" else "fail",
        table=table.name,
        column=column.name,
        because=f"A date of {column.name} in {table.name} lies after the data date, up to which the submission speaks.",
        remedy="Check the date, or declare the true data date as as_of in the mapping.",
        **_on_rows(table, f"this.{column.name} > (SELECT as_of FROM checked.submission)"),
    )


def _on_rows(table: Table, condition: str) -> dict[str, str]:
    """What a rule asks that is a condition on single rows."""
    return {"query": query_where(table.name, condition), "condition": condition}
