"""The sentences that readers get for pieces of evidence."""

from dataclasses import replace
from datetime import date

import pytest

from compliance.evidence.recommendations import FINDING
from compliance.wording import (
    NAMES,
    RECOMMENDING,
    SPEAKERS,
    contradictions,
    named,
    sentence,
    sentences,
)
from data.schema import code_lists
from tests.compliance.telling import piece


@pytest.mark.parametrize(
    ("line", "title", "said"),
    [
        ("attestation B partly_met 2024-05-03 ministry", None,
         "A State document that others bear out found on 3 May 2024 that the duty is partly met."),
        ("attestation D disputed 2024-05-03 la_strada", None,
         "Civil society or survivors said on 3 May 2024 that it is disputed whether the duty is met."),
        ("judgment A met 2024-05-03 court", "Case 1/24", "A court (court) found on 3 May 2024 that the duty is met."),
        ("statute B partly_met 2009-01-01 statutes", "Penal code, section 4",
         "The statute “Penal code, section 4” covers part of what the duty asks."),
        ("statute B met 2009-01-01 statutes", None, "The statute covers what the duty asks."),
        ("statute B not_met 2009-01-01 statutes", None, "The statute does not cover what the duty asks."),
        ("statute C cannot_tell 2009-01-01 statutes", None, "The statute decides nothing."),
        ("figure happens 2024-12-31", "Survivors who felt safe",
         "The figure “Survivors who felt safe”, up to 31 December 2024, is above zero."),
        ("report happens 2024-03-01 agency", "Yearly report", "The report “Yearly report” was published on 1 March 2024."),
        ("recommendation A happens 2024-05-03 parliament urges", None,
         "A recommendation of parliament was carried out on 3 May 2024."),
        ("statute B meets 2009-01-01 statutes asked=5 found=7.5", "Penal code",
         "The statute “Penal code” meets what the instrument itself sets (5 asked, 7.5 found)."),
        ("statute B meets 2009-01-01 statutes asked=10 found=99", "Penal code",
         "The statute “Penal code” meets what the instrument itself sets (10 asked, life found)."),
        ("plan C met 2024-01-01 ministry", "Plan 2024", "The action plan “Plan 2024” of 1 January 2024 states that the duty is met."),
        ("report misses 2024-01-01 agency", "Yearly report",
         "The report “Yearly report” of 1 January 2024 misses what the instrument itself sets."),
        ("figure in_part 2024-12-31 asked=1 found=0.8", "Orders in time",
         "The figure “Orders in time”, up to 31 December 2024, meets what the instrument itself sets in some instances only (1 asked, 0.8 found)."),
        ("official_figure nothing_seen 2024-12-31", None, "The official figure, up to 31 December 2024, is zero."),
        ("recommendation A cannot_tell 2024-05-03 parliament invites", None,
         "Parliament asked the place on 3 May 2024 to act (its word: invites), which judges nothing."),
        ("recommendation B partly_met 2024-05-03 other other", None,
         "An oversight body asked the place on 3 May 2024 to act, which is still open."),
    ],
)  # fmt: skip
def test_sentence(line, title, said):
    assert sentence(replace(piece(line), title=title)) == said


def test_source_of_a_recommendation_may_end_in_its_id():
    one = replace(piece("recommendation A not_met 2024-05-03 audit urges"), source="audit R-7")
    assert sentence(one).startswith("The audit office asked")


def test_recommendation_that_nothing_shows_carried_out():
    one = replace(
        piece("recommendation C cannot_tell 2024-05-03 audit urges"), done_on=date(2024, 5, 3)
    )
    assert sentence(one) == (
        "A recommendation of the audit office is said to have been carried out on 3 May 2024, "
        "with nothing to show it."
    )


def test_what_one_side_says_against_it_is_told_once_and_survivors_first():
    judgements = [piece("attestation A partly_met 2024-05-03 greta")]
    lines = (
        "attestation C met 2025-05-03 ministry",
        "attestation C met 2025-04-03 ministry",
        "attestation D not_met 2024-05-03 survivors",
    )
    against = [piece(line, str(place)) for place, line in enumerate(lines)]
    assert contradictions(against, judgements) == (
        "Civil society or survivors say otherwise: on 3 May 2024, that the duty is not met. "
        "The State claims otherwise: on 3 May 2025, that the duty is met."
    )
    assert contradictions([], judgements) == ""


def test_what_has_no_date_is_said_without_one():
    one = replace(piece("report happens 2024-01-01"), dated_on=None, title="Yearly report")
    assert sentence(one) == "The report “Yearly report” was published."
    assert named(one) == "A report"


def test_judgements_come_before_figures_and_the_rest_is_counted():
    lines = [
        "figure happens 2025-12-31",
        "statute misses 2024-01-01",
        *(f"judgment A not_met 2024-05-0{day} court" for day in range(1, 5)),
    ]
    said = sentences(piece(line, str(place)) for place, line in enumerate(lines))
    assert said.startswith("A court (court) found on 4 May 2024 ")
    assert said.endswith("on 1 May 2024 that the duty is not met. 2 more pieces say something.")


def test_every_code_has_its_words():
    codes = {name: set(found.codes) for name, found in code_lists().items()}
    assert set(NAMES) == codes["evidence_kind"]
    assert set(SPEAKERS) == codes["evidence_grade"]
    assert set(RECOMMENDING) == codes["recommendation_source"] - {"other"}
    assert set(FINDING) == codes["recommendation_strength"]
