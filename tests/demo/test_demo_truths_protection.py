"""What the demo declares about referral, interviews, evidence, penalties, returns and remedies is in its files."""

import pytest

from data.demo import TRUTHS

FOREIGN = "('regional', 'other', 'stateless')"
CHILD = "('0-8', '9-17')"


def victims_with(event: str, before: str) -> str:
    """Victims to whom the event happened before a day, with that day."""
    return (
        f"(SELECT v.*, e.occurred_on FROM victims v JOIN events e ON e.jurisdiction = v.jurisdiction"
        f" AND e.subject_id = v.victim_id AND e.event = '{event}' AND e.instance IS NULL"
        f" WHERE e.occurred_on < DATE '{before}') AS person"
    )


def has(table: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM {table} AS one WHERE one.jurisdiction = person.jurisdiction"
        " AND one.victim_id = person.victim_id)"
    )


def test_the_referred_are_identified_by_referrer(demo):
    rules = TRUTHS.referral
    decided = """(SELECT referred_by, e.event = 'identified' AS is_identified
        FROM victims v JOIN events r ON r.jurisdiction = v.jurisdiction AND r.subject_id = v.victim_id
          AND r.event = 'referred' AND r.occurred_on < DATE '2023-01-01'
        JOIN events e ON e.jurisdiction = v.jurisdiction AND e.subject_id = v.victim_id
          AND e.event IN ('identified', 'not_identified') AND e.instance IS NULL)"""
    demo.assert_share(rules.identified, "is_identified", decided)
    demo.assert_share(
        rules.identified_by_immigration,
        "is_identified",
        f"{decided} WHERE referred_by = 'immigration'",
    )
    whole = sum(rules.by.values())
    for one, weight in rules.by.items():
        demo.assert_share(weight / whole, f"referred_by = '{one}'", decided)


def test_earlier_episodes_among_those_who_were_asked(demo):
    rules = TRUTHS.referral
    demo.assert_share(rules.earlier_asked, "had_earlier_episode IS NOT NULL", "victims")
    demo.assert_share(
        rules.earlier, "had_earlier_episode", "victims WHERE had_earlier_episode IS NOT NULL"
    )


def test_reconsiderations(demo):
    rules = TRUTHS.reconsideration
    refused = victims_with("not_identified", "2024-12-01")
    demo.assert_share(rules.asked, has("reconsiderations"), refused)
    for outcome, share in rules.outcomes.items():
        demo.assert_share(
            share, f"outcome = '{outcome}'", "reconsiderations WHERE outcome <> 'pending'"
        )


def test_a_reversed_refusal_is_followed_by_the_identification(demo):
    reversed_, identified = (
        set(demo.rows(sql))
        for sql in (
            "SELECT jurisdiction, victim_id, decided_on FROM reconsiderations WHERE outcome = 'reversed'",
            "SELECT jurisdiction, subject_id, occurred_on FROM events WHERE event = 'identified' AND instance = 'second'",
        )
    )
    assert reversed_ == identified and len(identified) > 100


def test_qualified_interpreters_before_and_after_the_register(demo):
    rules = TRUTHS.interviews
    needed = "interviews WHERE interpretation NOT IN ('not_needed', 'unknown') AND jurisdiction"
    place, day = rules.register_jurisdiction, f"DATE '{rules.register_from}'"
    for truth, where in (
        (rules.qualified, f"<> '{place}'"),
        (rules.qualified_before, f"= '{place}' AND held_on < {day}"),
        (rules.qualified_after, f"= '{place}' AND held_on >= {day}"),
    ):
        demo.assert_share(truth, "interpretation = 'qualified'", f"{needed} {where}")


def test_lawyers_at_the_first_interview(demo):
    rules = TRUTHS.interviews
    first = (
        "(SELECT jurisdiction, arg_min(has_lawyer, held_on) AS has_lawyer FROM interviews"
        " GROUP BY jurisdiction, victim_id) WHERE jurisdiction"
    )
    demo.assert_share(rules.lawyer, "has_lawyer", f"{first} <> '{rules.lawyer_jurisdiction}'")
    demo.assert_share(rules.lawyer_there, "has_lawyer", f"{first} = '{rules.lawyer_jurisdiction}'")


def test_interviews_face_to_face_with_a_defendant_and_how_many_there_are(demo):
    demo.assert_share(TRUTHS.interviews.faced_defendant, "faced_defendant", "interviews")
    most = demo.value(
        "SELECT max(n) FROM (SELECT count(*) AS n FROM interviews GROUP BY jurisdiction, victim_id)"
    )
    assert most == 3


@pytest.mark.parametrize("who", ["adult", "child"])
def test_evidence(demo, who):
    rules = TRUTHS.testimony
    is_child = "" if who == "child" else "NOT"
    rows = (
        "testimonies JOIN victims USING (jurisdiction, victim_id)"
        f" WHERE age_band {is_child} IN {CHILD} AND consent <> 'refused'"
    )
    demo.assert_share(getattr(rules, f"live_{who}"), "mode = 'live'", rows)
    demo.assert_share(getattr(rules, f"assessed_{who}"), "assessed_on IS NOT NULL", rows)


def test_needs_are_assessed_before_evidence_is_given(demo):
    late = demo.value("SELECT count(*) FROM testimonies WHERE assessed_on > given_on")
    assert late == 0


def test_penalties(demo):
    rules = TRUTHS.penalties
    kept = f"jurisdiction NOT IN {(*TRUTHS.not_kept.tables['victim_penalties'], '')}"
    seen = f"{victims_with('referred', '2025-10-01')} WHERE {kept} AND exploitation_form"
    charged = has("victim_penalties")
    demo.assert_share(rules.forced_criminality, charged, f"{seen} = 'forced_criminality'")
    demo.assert_share(rules.otherwise, charged, f"{seen} <> 'forced_criminality'")
    steps = (
        "(SELECT min(occurred_on) FILTER (step = 'charged') AS charged_on,"
        " bool_or(step = 'penalised') AS is_penalised, bool_or(step = 'quashed') AS is_quashed"
        " FROM victim_penalties GROUP BY jurisdiction, victim_id) WHERE charged_on < DATE '2022-01-01'"
    )
    demo.assert_share(rules.penalised, "is_penalised", steps)
    demo.assert_share(rules.quashed, "is_quashed", steps)


def test_returns(demo):
    rules = TRUTHS.returns
    kept = f"jurisdiction NOT IN {(*TRUTHS.not_kept.tables['returns'], '')}"
    foreign = (
        f"{victims_with('referred', '2021-01-01')} WHERE {kept} AND citizenship_group IN {FOREIGN}"
    )
    demo.assert_share(rules.returned, has("returns"), foreign)
    demo.assert_share(rules.voluntary, "is_voluntary", "returns")
    demo.assert_share(rules.assessed, "assessed_on <= returned_on", "(SELECT coalesce(assessed_on, DATE '9999-01-01') AS assessed_on, returned_on FROM returns)")  # fmt: skip


def test_remedies(demo):
    rules = TRUTHS.remedies
    demo.assert_share(rules.sued, has("civil_claims"), victims_with("identified", "2021-01-01"))
    demo.assert_share(
        rules.won,
        "outcome IN ('granted', 'partly_granted', 'settled')",
        "civil_claims WHERE outcome <> 'pending'",
    )
    demo.assert_share(
        rules.accepted, "reply = 'accepted'", "restorative_offers WHERE reply <> 'pending'"
    )
