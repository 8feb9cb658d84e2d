"""What an oversight body sends, one good row a table, in our own layout."""

from datetime import date

from tests.validations.rule_examples import ATTESTED, BOUND, RECOMMENDED, REPLIED, SET

OVERSIGHT = "XAA-RAPPORTEUR"
PERIOD = (date(2020, 1, 1), date(2022, 12, 31))
STATEMENTS = {
    "attestations": ATTESTED,
    "replies": REPLIED,
    "recommendations": RECOMMENDED,
    "participations": BOUND,
    "benchmarks": SET,
}
"""Table -> a row that holds every rule."""


def oversight_data(kind: str = "oversight", agency_id: str = OVERSIGHT) -> dict[str, list[dict]]:
    """The body itself, of the kind given, and one row of each table it may send."""
    return {
        "jurisdictions": [{"jurisdiction": "XAA", "name": "Aldermark", "kind": "fictional"}],
        "agencies": [
            {
                "jurisdiction": "XAA",
                "agency_id": agency_id,
                "name": "Rapporteur",
                "kind": kind,
                "linkage_unit": "L2",
            }
        ],
        **{name: [dict(row)] for name, row in STATEMENTS.items()},
    }


def replies(texts: list[str]) -> dict[str, list[dict]]:
    """A submission of replies with these texts, Y1 the first."""
    data = oversight_data()
    data["replies"] = [
        {**REPLIED, "reply_id": f"Y{number}", "reply": text} for number, text in enumerate(texts, 1)
    ]
    return data
