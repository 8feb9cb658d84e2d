"""The tables of a release: what a row is, its columns in order, and the order of its rows.

Columns that exist elsewhere (results, the case model) are read from their own declaration.
"""

from data.schema import tables as case_model
from disclosure.planning.columns import PLAN_COLUMNS, PLAN_KEY
from disclosure.protection_report import (
    AUDIT_COLUMNS,
    AUDIT_ORDER,
    PROTECTION_COLUMNS,
    PROTECTION_ORDER,
)
from disclosure.research import (
    NOTES,
    NOTES_COLUMNS,
    UTILITY,
    UTILITY_TABLE_COLUMNS,
    research_columns,
)
from disclosure.succession.revisions import REVISION_COLUMNS, REVISION_KEY
from metrics.comparing.columns import COMPARISON_COLUMNS, DISPARITY_COLUMNS
from metrics.comparing.strata_table import STRATA_TABLE_COLUMNS
from metrics.counted_sets import COUNTED_SET_COLUMNS, NESTED_SET_COLUMNS
from metrics.result import KEY, RESULT_COLUMNS
from metrics.trending.columns import TREND_COLUMNS
from release.release_table import ReleaseTable
from release.research_bases import declared_bases
from release.tables_of_compliance import tables_of_compliance


def _texts(**meanings: str) -> dict[str, tuple[str, str]]:
    return {name: ("VARCHAR", meaning) for name, meaning in meanings.items()}


def _from_case_model(table: str, *names: str) -> dict[str, tuple[str, str]]:
    declared = case_model()[table].columns
    return {name: (declared[name].sql_type, declared[name].meaning) for name in names or declared}


def _research_tables() -> tuple[ReleaseTable, ...]:
    """One a declared outcome: rows of people who look alike, in the order of their content."""
    found = []
    for base, _ in declared_bases().values():
        for outcome in base.outcomes:
            columns = research_columns(base, outcome)
            meaning = f"{outcome.table_meaning} One row a person as it seems, every count rounded."
            found.append(ReleaseTable(outcome.table, meaning, columns, tuple(columns)))
    return tuple(found)


_SET = ("metric_id", "scope", "source", "origin", "period_start", "period_end", "horizon_days")

_HIDDEN = {"blank": ("VARCHAR", "suppressed where a count of rows from 1 to 9 is not shown.")}

TABLES: dict[str, ReleaseTable] = {
    table.name: table
    for table in (
        ReleaseTable(
            "results",
            "Every published number, one a row, with all it needs to be read rightly.",
            RESULT_COLUMNS,
            KEY,
        ),
        ReleaseTable(
            "comparisons",
            "Places beside the pooled rest, one row a place and set: a funnel with its flags, never a league table.",
            COMPARISON_COLUMNS,
            (*_SET, "breakdown", "category", "jurisdiction"),
        ),
        ReleaseTable(
            "disparities",
            "Groups beside a reference group of the same place and years: gap, interval, verdict, or why nothing can be told.",
            DISPARITY_COLUMNS,
            (*_SET, "jurisdiction", "breakdown", "category"),
            {"verdict": None},
        ),
        ReleaseTable(
            "strata",
            "Counts within strata of case mix: all that adjusted numbers are made of, beside the results.",
            STRATA_TABLE_COLUMNS,
            (
                "metric_id",
                "scope",
                "jurisdiction",
                "period_start",
                "period_end",
                "horizon_days",
                "breakdown",
                "category",
                "stratum",
            ),
        ),
        ReleaseTable(
            "trends",
            "Points over time with the limits of natural variation and the signals that differ from it.",
            TREND_COLUMNS,
            ("metric_id", "scope", "jurisdiction", "period_start"),
        ),
        ReleaseTable(
            "indicators",
            "The indicators of the field, and the metrics that answer them or why none does yet.",
            _texts(
                indicator="Code of the indicator.",
                title="Name of the indicator.",
                metrics="Metrics that answer it, one a line.",
                answered_in="Table of the release that answers it, where no metric does.",
                not_yet="Why no metric answers it yet; empty where one does.",
            ),
            ("indicator",),
        ),
        ReleaseTable(
            "definitions",
            "What each metric means and the SQL it was counted with; lists are lines of text.",
            _texts(
                metric_id="Metric, as in results.",
                title="Name for readers.",
                question="The question it answers.",
                metric_group="Stage of justice it belongs to.",
                kind="How it is counted and estimated.",
                estimate="What the value is, where the kind leaves a choice: median, quantile, restricted_mean and so on.",
                population="Who is counted, as in populations.",
                unit_counted="What numerator and denominator count.",
                value_unit="Unit of value, as in vocabulary.",
                numerator="What stands above the line.",
                denominator="What stands below the line.",
                good_direction="up, down or neither.",
                pair="Metric that shows how this one could be gamed.",
                source="Document the definition follows.",
                source_clause="Its clause.",
                caveats="What the number does not mean, one caveat a line.",
                breakdowns="Dimensions it is split by, one a line.",
                case_mix="What comparisons of groups hold fixed, one a line; all of it stood before the decision.",
                indicators="Indicators of the field it answers, as in indicators, one a line.",
                headline="yes where it is one of the few that stand for its stage.",
                answers_to="Obligations it bears on, one id a line.",
                worked_example="A case small enough to check by hand.",
                sql="The SQL that counts it.",
                definition_hash="Hash of all that decides the number.",
            ),
            ("metric_id",),
            {"source": None},
        ),
        ReleaseTable(
            "populations",
            "Who is in and who is out.",
            _texts(
                population="Population, as in definitions.",
                unit_counted="What is counted.",
                entry="The day by which a unit belongs to a period.",
                includes="Who is in, one sentence a line.",
                excludes="Who is out, one sentence a line.",
                sql="The SQL that yields one row a unit.",
            ),
            ("population",),
        ),
        ReleaseTable(
            "instruments",
            "Treaties and laws that the obligations stand in.",
            _texts(
                instrument="Instrument, as in obligations.",
                title="Full title.",
                short_title="Name that readers use.",
            )
            | {"adopted": ("INTEGER", "Year of adoption.")}
            | _texts(kind="treaty, directive, regulation, recommendation or national_law."),
            ("instrument",),
            {"kind": None},
        ),
        ReleaseTable(
            "obligations",
            "Duties under treaties and laws.",
            _from_case_model("obligations"),
            ("obligation_id",),
            {"force": "obligation_force"},
        ),
        ReleaseTable(
            "jurisdictions",
            "Places that appear in results.",
            _from_case_model("jurisdictions", "jurisdiction", "name", "parent", "kind"),
            ("jurisdiction",),
            {"kind": "jurisdiction_kind"},
        ),
        ReleaseTable(
            "agencies",
            "Bodies that record cases or send data.",
            _from_case_model("agencies", "jurisdiction", "agency_id", "name", "kind"),
            ("jurisdiction", "agency_id"),
            {"kind": "agency_kind"},
        ),
        ReleaseTable(
            "submissions",
            "Receipts: what agencies sent, when, and what became of it.",
            _from_case_model("submissions") | _HIDDEN,
            ("submission_id",),
        ),
        ReleaseTable(
            "data_quality",
            "What the validations found, counted by submission and rule.",
            {
                **_from_case_model(
                    "submissions",
                    "submission_id",
                    "agency_id",
                    "jurisdiction",
                    "period_start",
                    "period_end",
                ),
                **_texts(
                    rule="Rule that was not met.",
                    severity="fail (row set aside), review (row kept) or blanked (value emptied).",
                    table_name="Table of the case model.",
                    column_name="Column, where the rule is about one.",
                    message="What is wrong, as a sentence.",
                ),
                "rows": ("BIGINT", "Source rows concerned; empty where suppressed."),
                **_HIDDEN,
            },
            ("submission_id", "rule", "severity", "table_name", "column_name", "message"),
        ),
        ReleaseTable(
            "blanks",
            "How many results have no value, by metric and reason.",
            {
                **_texts(
                    metric_id="Metric, as in results.",
                    blank="Why there is no value, as in results.",
                ),
                "results": ("BIGINT", "Rows of results without a value for this reason."),
            },
            ("metric_id", "blank"),
        ),
        ReleaseTable(
            "vocabulary",
            "Every code of every code list, with its label.",
            _texts(
                list="Code list.",
                code="Code as stored.",
                label="Label for readers.",
                meaning="What the code means, where the label is not enough.",
            ),
            ("list", "code"),
        ),
        ReleaseTable(
            "codebook",
            "Every column of the release and of the case model it was counted from.",
            _texts(
                table_name="Table; tables of the case model begin with case_model.",
                column_name="Column.",
                type="Type.",
                meaning="What it holds.",
                codes="Code list, as in vocabulary, where there is one.",
                personal_data="none, pseudonym, quasi_identifier or sensitive.",
            ),
            ("table_name", "column_name"),
        ),
        ReleaseTable(
            "policy",
            "The disclosure policy the results were protected under.",
            _texts(
                name="Rule or threshold.",
                value="Its value.",
                clause="Document and clause it follows.",
                reason="Why it stands.",
                applies_to="Where it applies: everywhere, or what a profile names.",
            ),
            ("name",),
        ),
        ReleaseTable(
            "plan",
            "At which detail each table of the results is told, and why no finer.",
            PLAN_COLUMNS,
            PLAN_KEY,
        ),
        ReleaseTable(
            "protection",
            "How many results are shown, shown in part, hidden, or not there for another reason.",
            PROTECTION_COLUMNS,
            PROTECTION_ORDER,
        ),
        ReleaseTable(
            "audits",
            "Attacks tried on this release before it was published.",
            AUDIT_COLUMNS,
            AUDIT_ORDER,
        ),
        ReleaseTable(
            "revisions",
            "What was told anew since the release before, and what stands as it was.",
            REVISION_COLUMNS,
            REVISION_KEY,
        ),
        ReleaseTable(
            "counted_sets",
            "Of whom each count of the results is made up: the same set, place, period and category, the same people.",
            COUNTED_SET_COLUMNS,
            tuple(COUNTED_SET_COLUMNS),
        ),
        ReleaseTable(
            "nested_sets",
            "Which counted sets lie within others.",
            NESTED_SET_COLUMNS,
            tuple(NESTED_SET_COLUMNS),
        ),
        *tables_of_compliance(),
        *_research_tables(),
        ReleaseTable(
            NOTES,
            "Places that the research tables pool or leave out, and why.",
            NOTES_COLUMNS,
            tuple(NOTES_COLUMNS)[:2],
        ),
        ReleaseTable(
            UTILITY,
            "What protection cost the research tables, beside the results.",
            UTILITY_TABLE_COLUMNS,
            tuple(UTILITY_TABLE_COLUMNS)[:3],
        ),
        ReleaseTable(
            "release",
            "What this release is; one row.",
            {
                "release_id": ("VARCHAR", "Day of publication and start of the content hash."),
                "released_on": ("DATE", "Day of publication."),
                "content_hash": (
                    "VARCHAR",
                    "SHA-256 over the sorted content of all tables but this one, and the parameters.",
                ),
                "code_version": ("VARCHAR", "Version of the program that built it."),
                "is_synthetic": ("BOOLEAN", "True where the data are made up for demonstration."),
                "scopes": ("VARCHAR", "Scopes of the results, one a line."),
                "previous_release": ("VARCHAR", "Release that was current before."),
            },
            ("release_id",),
        ),
    )
}
