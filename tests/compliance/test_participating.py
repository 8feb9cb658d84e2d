"""Submitted records of who is bound replace curated ones."""

from datetime import date

from compliance.participating import participations
from tests.compliance.making import law, submitted

CURATED = law(
    parties=[
        {"instrument": "pact", "event": "reservation", "obligation_ids": "pact-1-1", "source": "curated"},
        {"instrument": "pact", "event": "in_force", "from_on": date(2010, 1, 1), "source": "curated"},
        {"instrument": "other", "event": "signed", "source": "curated"},
        {"jurisdiction": "XAB", "instrument": "pact", "event": "signed", "source": "curated"},
    ]
).parties  # fmt: skip


def of(frame) -> set[tuple]:
    return set(
        frame[["jurisdiction", "instrument", "event", "source"]].itertuples(index=False, name=None)
    )


def test_without_submissions_curated_records_stand():
    assert len(participations(submitted("participations"), CURATED)) == 4


def test_a_submission_replaces_all_that_was_curated_of_the_place_and_instrument():
    sent = submitted(
        "participations", {"participation_id": "a", "instrument": "pact", "event": "not_party"}
    )
    assert of(participations(sent, CURATED)) == {
        ("XAA", "pact", "not_party", "submitted"),
        ("XAA", "other", "signed", "curated"),
        ("XAB", "pact", "signed", "curated"),
    }


def test_rows_that_name_one_duty_each_are_one_reservation():
    row = {"instrument": "pact", "event": "reservation", "evidence_url": "https://example.org/r"}
    sent = submitted(
        "participations",
        row | {"participation_id": "a", "obligation_id": "pact-2-1"},
        row | {"participation_id": "b", "obligation_id": "pact-1-1"},
        row | {"participation_id": "c", "event": "in_force"},
    )
    found = participations(sent, CURATED.iloc[:0])
    assert found[["event", "obligation_ids", "link"]].values.tolist() == [
        ["in_force", None, "https://example.org/r"],
        ["reservation", "pact-1-1\npact-2-1", "https://example.org/r"],
    ]
    assert participations(sent.iloc[::-1], CURATED.iloc[:0]).equals(found)


def test_a_reservation_sent_alone_does_not_unsay_that_the_rest_binds():
    sent = submitted(
        "participations",
        {
            "participation_id": "a",
            "instrument": "pact",
            "event": "reservation",
            "obligation_id": "pact-2-1",
        },
    )
    found = participations(sent, CURATED)
    of_pact = found[(found["jurisdiction"] == "XAA") & (found["instrument"] == "pact")]
    assert of_pact[["event", "obligation_ids", "source"]].values.tolist() == [
        ["in_force", None, "curated"],
        ["reservation", "pact-2-1", "submitted"],
    ]
