"""The truths about duties as sentences: who states what, where figures or survivors say otherwise, what binds whom."""

from data.demo.staged import shown_in
from data.demo.truths import Truths


def stories_of_compliance(truths: Truths) -> list[tuple[str, str, str]]:
    """Title, jurisdiction (or `all`) and sentence of each; `{name}` stands for the place's name."""
    rules = truths.compliance
    stated, reports = rules.attested, rules.reports
    return [
        (
            "Nobody has looked",
            rules.silent,
            "Nothing is stated of any duty of {name}, so that all that is open there stays open.",
        ),
        (
            "Only its own word",
            rules.claims_only,
            "All that is stated of {name} are claims of its own (grade C), borne out by nobody.",
        ),
        (
            "Its own records of what binds it",
            rules.own_records,
            "{name} submits what it has ratified, and a reservation; its records go before the curated ones.",
        ),
        (
            "Statements against figures",
            "all",
            f"In {_and(shown_in('a claim that the figures contradict'))} a duty is said to be met and the figures"
            f" show nothing of it; in {_and(shown_in('a finding that the figures contradict'))} it is the other way round.",
        ),
        (
            "Survivors against the State",
            "all",
            f"In {_and(shown_in('survivors against the State'))} survivors (grade D) say that a duty is not met of"
            " which the State claims that it is.",
        ),
        (
            "A gap that was closed",
            "all",
            f"In {_and(shown_in('a gap that was closed'))} a monitoring body found a gap and, two years later, none.",
        ),
        (
            "Nothing but old news",
            "all",
            f"In {_and(shown_in('nothing but old news'))}, for example, the only statement on a duty is older than"
            f" three years; of all statements {stated.stale:.0%} are.",
        ),
        (
            "Two readers",
            "all",
            f"Of all cells that are stated on, {stated.twice:.0%} are read by a second coder, who reads"
            f" {stated.alike:.0%} of them like the first.",
        ),
        (
            "Reports to the Union",
            "all",
            f"Reports on the use victims made of their rights come out on time in {_and(reports.on_time)}, late in"
            f" {_and(reports.late)} and never in {_and(reports.never)}; yearly figures are due there from"
            f" {reports.ahead_due} on only.",
        ),
    ]


def _and(places) -> str:
    *first, last = places
    return f"{', '.join(first)} and {last}" if first else last
