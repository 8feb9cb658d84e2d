"""Attestations, recommendations and reports as evidence: tables of cases."""

from datetime import date

import pytest

from compliance.evidence import gather_evidence
from compliance.piece import mark_current
from tests.compliance.making import attested, duty, inputs, submitted

REPORT_DUE = {"report": True, "says": "Every year."}


def found(**changes) -> dict:
    (piece,) = gather_evidence(inputs(**changes)).to_dict("records")
    return piece


def test_an_attestation_says_what_it_says():
    piece = found(attestations=submitted("attestations", attested(status="partly_met", grade="D")))
    assert (piece["kind"], piece["finding"], piece["grade"]) == ("attestation", "partly_met", "D")
    assert piece["title"] == "Attestation of 3 May 2024: Partly met"
    assert (piece["reason"], piece["coder"]) == ("Seen at work.", "first")


EARLIER = date(2024, 1, 1)
CODED = {
    "one who coded alone": ([("zed-9", {})], ["first"]),
    "the order of pseudonyms on one day": ([("y2", {}), ("x1", {})], ["second", "first"]),
    "who coded first is first": (
        [("x1", {}), ("y2", {"stated_on": EARLIER}), ("y2", {})],
        ["second", "first", "first"],
    ),
    "the same person in another cell": (
        [("x1", {}), ("y2", {}), ("y2", {"aspect": "law"})],
        ["first", "second", "first"],
    ),
    "the same person in another grade": (
        [("x1", {}), ("y2", {}), ("y2", {"grade": "B"})],
        ["first", "second", "first"],
    ),
    "more than ten": (
        [(f"xyz-{number:02}", {}) for number in range(12)],
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
         "tenth", "further", "further"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CODED)
def test_coders_are_told_apart_within_a_cell_and_nowhere_else(case):
    coded, told = CODED[case]
    # The link says which row became which piece.
    rows = [
        attested(attestation_id=f"t{place}", coder=coder, evidence_url=f"https://{place}") | changes
        for place, (coder, changes) in enumerate(coded)
    ]
    for submission in (rows, rows[::-1]):
        given = inputs(attestations=submitted("attestations", *submission))
        pieces = gather_evidence(given).set_index("link")
        assert [pieces.loc[f"https://{place}", "coder"] for place in range(len(rows))] == told
        text = pieces.to_csv()
        assert not any(coder in text for coder, _ in coded)


def test_what_counts_today_hangs_on_days_and_not_on_who_coded():
    rows = [
        attested(attestation_id="t1", coder="x1", stated_on=EARLIER),
        attested(attestation_id="t2", coder="y2"),
        attested(attestation_id="t3", coder="z3", status="not_met"),
    ]
    marked = mark_current(gather_evidence(inputs(attestations=submitted("attestations", *rows))))
    counts = {row["coder"]: bool(row["is_current"]) for row in marked.to_dict("records")}
    assert counts == {"first": False, "second": True, "third": True}


@pytest.mark.parametrize(
    ("stated_on", "is_stale"), [(date(2022, 12, 31), False), (date(2022, 12, 30), True)]
)
def test_stale_after_three_years(stated_on, is_stale):
    piece = found(attestations=submitted("attestations", attested(stated_on=stated_on)))
    assert bool(piece["is_stale"]) is is_stale
    assert bool(piece["is_current"]) is not is_stale


OPEN = {
    "recommendation_id": "r1",
    "obligation_id": "pact-1-1",
    "aspect": "practice",
    "source": "monitoring_body",
    "strength": "urges",
    "made_on": date(2024, 5, 3),
    "due_on": date(2025, 5, 3),
    "implemented_on": None,
    "evidence_url": None,
}
DONE = {"implemented_on": date(2025, 3, 1), "evidence_url": "https://example.org/done"}
MADE, CARRIED_OUT = date(2024, 5, 3), date(2025, 3, 1)

RECOMMENDATIONS = {
    "urges": ({}, "not_met", "A", MADE),
    "requires": ({"strength": "requires", "source": "court"}, "not_met", "A", MADE),
    "recommends": ({"strength": "recommends", "source": "audit"}, "partly_met", "A", MADE),
    "considers": ({"strength": "considers", "source": "rapporteur"}, "partly_met", "A", MADE),
    "other words": ({"strength": "other", "source": "parliament"}, "partly_met", "B", MADE),
    "no word": ({"strength": None, "source": "other"}, "partly_met", "C", MADE),
    "invites": ({"strength": "invites"}, "cannot_tell", "A", MADE),
    "carried out": (DONE, "happens", "A", CARRIED_OUT),
    "an invitation carried out": (DONE | {"strength": "invites"}, "happens", "A", CARRIED_OUT),
    "said to be carried out": (DONE | {"evidence_url": None}, "cannot_tell", "C", CARRIED_OUT),
    "carried out after the data date": (DONE | {"implemented_on": date(2026, 2, 1)}, "not_met", "A", MADE),
}  # fmt: skip


@pytest.mark.parametrize("case", RECOMMENDATIONS)
def test_recommendations(case):
    changes, finding, grade, dated_on = RECOMMENDATIONS[case]
    piece = found(recommendations=submitted("recommendations", OPEN | changes))
    assert (piece["finding"], piece["grade"], piece["dated_on"]) == (finding, grade, dated_on)
    assert piece["title"].startswith("Recommendation of 3 May 2024, ")


@pytest.mark.parametrize(
    ("changes", "title", "reason"),
    [
        ({}, "open", "Not carried out."),
        (DONE, "carried out", "Carried out on 1 March 2025. Nobody judged whether the whole duty is met."),
        (
            DONE | {"evidence_url": None},
            "said to be carried out",
            "Said to be carried out on 1 March 2025, with nothing to show it.",
        ),
    ],
)  # fmt: skip
def test_a_recommendation_says_what_became_of_it_and_no_more(changes, title, reason):
    piece = found(recommendations=submitted("recommendations", OPEN | changes))
    assert piece["title"] == f"Recommendation of 3 May 2024, {title}: International monitoring body"
    assert piece["reason"] == f"Urges. {reason}"


def test_a_recommendation_about_no_duty_is_no_evidence():
    rows = submitted("recommendations", OPEN | {"obligation_id": None})
    assert gather_evidence(inputs(recommendations=rows)).empty


def test_a_recommendation_without_aspect_bears_on_the_first_that_is_not_law():
    piece = found(recommendations=submitted("recommendations", OPEN | {"aspect": None}))
    assert piece["aspect"] == "practice"


DUE = {
    "report_id": "p1",
    "agency_id": "XAA-LINK",
    "obligation_id": "pact-1-1",
    "name": "Yearly report",
}

REPORTS = {
    "in time": (date(2025, 6, 30), date(2025, 6, 30), "meets", date(2025, 6, 30)),
    "a day late": (date(2025, 6, 30), date(2025, 7, 1), "misses", date(2025, 7, 1)),
    "never": (date(2025, 6, 30), None, "misses", date(2025, 6, 30)),
    "due today": (date(2025, 12, 31), None, "cannot_tell", None),
    "due later": (date(2026, 6, 30), None, "cannot_tell", None),
    "due later, out already": (date(2026, 6, 30), date(2025, 5, 1), "meets", date(2025, 5, 1)),
    "out after the data date": (date(2025, 6, 30), date(2026, 1, 5), "misses", date(2025, 6, 30)),
}


@pytest.mark.parametrize("case", REPORTS)
def test_reports_with_a_day_that_the_instrument_sets(case):
    due_on, published_on, finding, dated_on = REPORTS[case]
    rows = submitted("statutory_reports", DUE | {"due_on": due_on, "published_on": published_on})
    piece = found(statutory_reports=rows, obligations=[duty(numbers=(REPORT_DUE,))])
    assert (piece["kind"], piece["finding"], piece["dated_on"]) == ("report", finding, dated_on)


@pytest.mark.parametrize("case", REPORTS)
def test_no_report_is_a_gap_where_the_instrument_sets_no_day(case):
    due_on, published_on, _, _ = REPORTS[case]
    rows = submitted("statutory_reports", DUE | {"due_on": due_on, "published_on": published_on})
    piece = found(statutory_reports=rows)
    assert piece["finding"] in ("happens", "cannot_tell")
