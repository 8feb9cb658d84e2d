"""The tables of a release that tell how duties stand."""

from compliance import columns as of_compliance
from release.release_table import ReleaseTable


def tables_of_compliance() -> tuple[ReleaseTable, ...]:
    """How duties stand: the states, what they rest on, and what is made of them."""
    cell, place = of_compliance.CELL_KEY, ("jurisdiction",)
    return tuple(
        ReleaseTable(*declared, of_compliance.CODES.get(declared[0], {}))
        for declared in (
            (
                "compliance",
                "How each duty stands in each place, aspect by aspect: a state by written rules, never a score.",
                of_compliance.STATE_COLUMNS,
                cell,
            ),
            (
                "compliance_evidence",
                "What the states rest on: figures, statements, statutes, judgments, one piece a row.",
                of_compliance.EVIDENCE_COLUMNS,
                of_compliance.EVIDENCE_KEY,
            ),
            (
                "compliance_rules",
                "The rules that give a state, in order: the first that holds decides.",
                of_compliance.RULE_COLUMNS,
                ("place_in_order",),
            ),
            (
                "compliance_changes",
                "States that changed since the release before, each with its reason.",
                of_compliance.CHANGE_COLUMNS,
                cell,
            ),
            (
                "compliance_summary",
                "How many duties are met, as bounds: nobody knows how those stand for which there is no evidence.",
                of_compliance.SUMMARY_COLUMNS,
                of_compliance.SUMMARY_KEY,
            ),
            (
                "participations",
                "Which treaties and laws bind which place, and from when.",
                of_compliance.PARTICIPATION_COLUMNS,
                (*place, "instrument", "event", "from_on", "obligation_ids"),
            ),
            (
                "statutes",
                "What statutes cover, element by element.",
                of_compliance.STATUTE_COLUMNS,
                (*place, "statute_id", "element"),
            ),
            (
                "new_methods",
                "Figures on new methods of trafficking beside what statutes cover of them.",
                of_compliance.METHOD_COLUMNS,
                (*place, "method", "year", "metric_id", "category"),
            ),
            (
                "coder_agreement",
                "How far two people who read the same evidence judged alike.",
                of_compliance.AGREEMENT_COLUMNS,
                (*place, "aspect"),
            ),
            (
                "composite_appendix",
                "What a score would have said, and how little it would have meant: the reason there is none.",
                of_compliance.COMPOSITE_COLUMNS,
                place,
            ),
            (
                "replies",
                "What places answered to how their duties are shown, in full.",
                of_compliance.REPLY_COLUMNS,
                (*cell, "replied_on", "reply_id"),
            ),
            (
                "benchmarks",
                "Aims that somebody set, beside the newest result; no instrument sets them.",
                of_compliance.BENCHMARK_COLUMNS,
                (*place, "benchmark_id"),
            ),
        )
    )
