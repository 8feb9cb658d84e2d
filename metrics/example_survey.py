"""Rows of worked examples about surveys of survivors. See `metrics.example_rows`."""

from metrics.example_rows import Rows
from metrics.example_tables import several


def considered(letter: str, count: int, status: str, wave: str = "2022", **traits) -> Rows:
    """Survivors with these traits who were considered for a wave, and what became of it."""
    return several(
        "survey_invitations", letter, count, "invitation_id", wave=wave, status=status, **traits
    )


def scored(
    letter: str, count: int, score: int | None, item: str, wave: str = "2022", **traits
) -> Rows:
    """Answers of respondents with these traits to one item; no score stands for a don't-know."""
    answer = {"item": item, "score": score, "answer": "scored" if score else "dont_know"}
    return several("survey_responses", letter, count, "response_id", wave=wave, **answer, **traits)


def testified(letter: str, count: int, on: str | None = "2021-03-01", **facts) -> Rows:
    """Victims who each gave evidence once, with what is known of it."""
    return {
        **several("victims", letter, count, "victim_id"),
        **several(
            "testimonies",
            letter,
            count,
            ("testimony_id", "victim_id", "case_id"),
            given_on=on,
            **facts,
        ),
    }
