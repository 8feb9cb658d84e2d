"""The rules that give a cell its state, in the order in which they are asked: the first that holds decides."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pandas as pd

from compliance.columns import RULE_COLUMNS
from compliance.frame import in_columns
from compliance.situation import Situation

WITHDRAWN = "withdrawn"
"""The rule of a state that stays, because what spoke against a better one was only taken away."""


@dataclass(frozen=True)
class Rule:
    """One rule: the state it gives, how that enters shares (met, short, open or out), and when."""

    name: str
    state: str
    counts_as: str
    says: str
    """The rule as readers see it."""
    therefore: str
    """Closing sentence of the reason given for a cell; empty where the evidence speaks for itself."""
    holds: Callable[[Situation], bool]


def _contradict(found: Situation) -> bool:
    others = found.judged - {"not_applicable"}
    return {"met", "not_met"} <= others or bool("not_applicable" in found.judged and others)


def _figures_contradict(found: Situation) -> bool:
    nothing_only = found.nothing_seen and not found.is_at_work
    return (
        (found.judged == {"met"} and ("misses" in found.numbers or nothing_only))
        or (found.judged == {"not_met"} and found.numbers == {"meets"})
        or (found.judged == {"not_applicable"} and found.is_at_work)
    )


def _says_not_met(found: Situation) -> bool:
    return found.judged == {"not_met"} and not found.is_faulted_from_below


def _misses(found: Situation) -> bool:
    return found.numbers == {"misses"} and "met" not in found.judged


def _in_part(found: Situation) -> bool:
    is_said = "partly_met" in found.judged and not found.is_faulted_from_below
    return is_said or "in_part" in found.numbers or {"meets", "misses"} <= found.numbers


RULES = (
    Rule(
        "does_not_apply", "not_applicable", "out",
        "The duty does not bind the place: it is no party, it stands outside, or a reservation takes the duty out.",
        "", lambda found: found.applies == "no",
    ),
    Rule(
        "not_known_whether_it_applies", "not_known", "out",
        "No record says whether the duty binds the place.",
        "", lambda found: found.applies == "not_known",
    ),
    Rule(
        "said_to_be_disputed", "disputed", "open",
        "Somebody whose judgement decides says that the state of the duty is disputed.",
        "", lambda found: "disputed" in found.judged,
    ),
    Rule(
        "statements_contradict", "disputed", "open",
        "One says that the duty is met and another that it is not, or one that it does not apply and another that it does. Contradictions are shown, not averaged; but where an independent body, or a State document that others bear out, has judged, one side's word contradicts nothing.",
        "They contradict each other, and nobody here decides between them.", _contradict,
    ),
    Rule(
        "figures_contradict", "disputed", "open",
        "Figures, or a number that the instrument itself sets, say the contrary of what everybody states whose judgement decides. Contradictions are shown, not averaged.",
        "Figures and statements contradict each other.", _figures_contradict,
    ),
    Rule(
        "said_not_to_apply", "not_applicable", "out",
        "Everybody whose judgement decides says that the duty does not apply, and not only a party to the question.",
        "", lambda found: found.judged == {"not_applicable"} and not found.is_only_told,
    ),
    Rule(
        "claimed_not_to_apply", "no_evidence", "open",
        "Only the State itself, or only civil society, says that the duty does not apply. Nobody leaves a count by their own word.",
        "Nobody bears that out, so the duty stays in the count.",
        lambda found: found.judged == {"not_applicable"},
    ),
    Rule(
        "said_not_met", "gap_found", "short",
        "Everybody whose judgement decides says that the binding duty is not met, and not only civil society or survivors.",
        "", lambda found: found.is_binding and _says_not_met(found),
    ),
    Rule(
        "said_not_taken_up", "not_taken_up", "short",
        "Everybody whose judgement decides says that the duty is not met, and not only civil society or survivors; its text does not bind, so that is no breach.",
        "The text does not bind the place to it, so this is no breach.", _says_not_met,
    ),
    Rule(
        "number_missed", "gap_found", "short",
        "A number that the binding instrument itself sets is missed. That one side says otherwise does not undo it.",
        "", lambda found: found.is_binding and _misses(found),
    ),
    Rule(
        "number_not_taken_up", "not_taken_up", "short",
        "A number that the instrument itself sets is missed, which one side's word does not undo; its text does not bind, so that is no breach.",
        "The text does not bind the place to it, so this is no breach.", _misses,
    ),
    Rule(
        "in_part", "partly", "short",
        "The duty is met in part: somebody says so, judgements differ in degree, or the instrument's own number is reached in some instances and missed in others.",
        "", _in_part,
    ),
    Rule(
        "gap_claimed", "gap_found", "open",
        "Only civil society or survivors say that the binding duty is not met: one side's word, not yet borne out.",
        "That is one side's word, not yet borne out.",
        lambda found: found.is_binding and found.judged == {"not_met"},
    ),
    Rule(
        "claimed_not_taken_up", "not_taken_up", "open",
        "Only civil society or survivors say that the duty is not met: one side's word, not yet borne out. Its text does not bind, so it would be no breach.",
        "That is one side's word, not yet borne out, and the text does not bind the place to it.",
        lambda found: found.judged == {"not_met"},
    ),
    Rule(
        "part_claimed", "partly", "open",
        "Only civil society or survivors say that anything is wanting, and that the duty is met in part: one side's word, not yet borne out.",
        "That anything is wanting is one side's word, not yet borne out.",
        lambda found: "partly_met" in found.judged,
    ),
    Rule(
        "said_and_reached", "evidenced", "met",
        "Everybody whose judgement decides says that the duty is met, and the number that the instrument itself sets is reached.",
        "", lambda found: found.judged == {"met"} and found.numbers == {"meets"},
    ),
    Rule(
        "said_and_seen", "evidenced", "met",
        "Everybody whose judgement decides says that the duty is met, among them an independent body, or a State document that others bear out; and figures show that it happens.",
        "Figures show that it happens.",
        lambda found: found.judged == {"met"} and found.is_seen and not found.is_only_told,
    ),
    Rule(
        "said", "attested", "met",
        "Everybody whose judgement decides says that the duty is met, among them an independent body, or a State document that others bear out; no figure shows it.",
        "No figure shows it.", lambda found: found.judged == {"met"} and not found.is_only_told,
    ),
    Rule(
        "claimed", "attested", "open",
        "Only the State itself and its own texts, civil society or survivors say that the duty is met: one side's claim, borne out by nobody. A figure that shows that it happens does not bear it out.",
        "That is one side's claim, borne out by nobody.", lambda found: found.judged == {"met"},
    ),
    Rule(
        "number_reached", "evidenced", "met",
        "The number that the instrument itself sets is reached.",
        "", lambda found: found.numbers == {"meets"},
    ),
    Rule(
        "seen_unjudged", "evidenced", "open",
        "A figure, a report or a recommendation that was carried out shows that it happens; whether that is enough, nobody has judged.",
        "Whether that is enough, nobody has judged.", lambda found: found.happens,
    ),
    Rule(
        "too_old", "stale", "open",
        "All that says anything is older than three years.",
        "That is older than three years, and nothing newer says anything.",
        lambda found: found.has_stale,
    ),
    Rule(
        "zero_is_no_finding", "no_evidence", "open",
        "A figure shows none, and nobody has judged. A zero alone is not a finding: there may have been nothing to do.",
        "A zero alone is not a finding.", lambda found: found.nothing_seen,
    ),
    Rule(
        "nothing_told", "no_evidence", "open",
        "What there is cannot tell: a figure is hidden, missing, too small, of a length only or of something beside the duty, a statute is told from memory, a recommendation only invites, or nothing shows that it was carried out.",
        "That cannot tell whether the duty is met.", lambda found: found.has_any,
    ),
    Rule(
        "nothing_there", "no_evidence", "open",
        "There is no evidence at all. That is neither met nor a gap.",
        "There is no evidence.", lambda found: True,
    ),
)  # fmt: skip


@cache
def deciding_rule(found: Situation) -> Rule:
    """The first rule that holds."""
    return next(rule for rule in RULES if rule.holds(found))


def rules_table() -> pd.DataFrame:
    """The rules with columns `RULE_COLUMNS`; the last keeps a state of the release before, and names none."""
    rows = [
        (rule.name, rule.state, rule.counts_as, rule.says, place)
        for place, rule in enumerate(RULES, start=1)
    ]
    keeps = (
        "Evidence was taken away or has grown old since the release before, and none came in that answers it: the state may not become better by that, so the state of then stays.",
        len(RULES) + 1,
    )
    rows.append((WITHDRAWN, None, None, *keeps))
    return in_columns(pd.DataFrame(rows, columns=list(RULE_COLUMNS)), RULE_COLUMNS)
