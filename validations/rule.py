"""A rule across rows or tables: what it asks, why, and the SQL that finds what breaks it."""

from dataclasses import dataclass

SEVERITIES = ("fail", "review")


@dataclass(frozen=True)
class Reference:
    """Values of columns that must be found elsewhere: `names` are pairs (column of the table that
    refers, column of `sources`), and `sources` is a SELECT of the latter."""

    names: tuple[tuple[str, str], ...]
    sources: str


@dataclass(frozen=True)
class Rule:
    """One named rule over a submission's mapped rows.

    `severity` is "fail" (the source rows are set aside) or "review" (kept; a person should look).
    `because` says what the rule protects, `remedy` what to do. `query` selects one column,
    `row_ids BIGINT[]`: for each mapped row that breaks the rule, the source rows it stems from;
    NULL where the rule is about the submission as a whole. It reads the schemas `mapped` (this
    submission), `known` (accepted before, see `data.store.Known`) and `checked` (`validations.surroundings`).

    A rule may say its query a second way, which can be asked together with others: as a `condition`
    on single rows of `table`, called `this`, as an `order`: subject, first event, later event, or as
    a `reference` of `column`, where that is filled.
    Where `known_table` is given, only rows of that table accepted before can make it broken.
    """

    id: str
    severity: str
    table: str | None
    column: str | None
    because: str
    remedy: str
    query: str
    condition: str | None = None
    order: tuple[str, str, str] | None = None
    reference: Reference | None = None
    known_table: str | None = None


def query_where(table: str, condition: str) -> str:
    """The query of a rule that is a condition on single rows of a table, called `this`."""
    return f"SELECT this.row_ids FROM mapped.{table} AS this WHERE {condition}"


def query_reference(table: str, column: str, reference: Reference) -> str:
    """The query of a rule that what `column` holds must be found elsewhere."""
    on = " AND ".join(f"there.{right} = this.{left}" for left, right in reference.names)
    return (
        f"SELECT this.row_ids FROM mapped.{table} AS this ANTI JOIN ({reference.sources}) AS there "
        f"ON {on} WHERE this.{column} IS NOT NULL"
    )


def query_order(subject: str, first: str, then: str, *, blames_both: bool) -> str:
    """The query of a rule on the order of two events of one subject.

    Broken where `then` certainly happened before the earliest `first`. Either date may be the
    wrong one: a rule that sets rows aside blames both, so that no half of the story is counted.
    """
    blamed = f"('{first}', '{then}')" if blames_both else f"('{then}')"
    return f"""
        WITH begun AS (
            SELECT jurisdiction, subject_id, min(first_day) AS first_day FROM checked.events
            WHERE subject_kind = '{subject}' AND event = '{first}' GROUP BY jurisdiction, subject_id
        ), reversed AS (
            SELECT ended.jurisdiction, ended.subject_id, ended.event_id
            FROM checked.events AS ended JOIN begun USING (jurisdiction, subject_id)
            WHERE ended.subject_kind = '{subject}' AND ended.event = '{then}'
              AND ended.last_day < begun.first_day
        )
        SELECT this.row_ids FROM checked.events AS this
        JOIN (SELECT DISTINCT jurisdiction, subject_id FROM reversed) AS subjects
            USING (jurisdiction, subject_id)
        WHERE this.subject_kind = '{subject}' AND this.event IN {blamed} AND this.row_ids IS NOT NULL
          AND (this.event = '{first}' OR this.event_id IN (SELECT event_id FROM reversed))
    """
