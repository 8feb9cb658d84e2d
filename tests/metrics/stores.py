"""Small random case stores, and plain records of what was put into them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from metrics.example import example_store

START = date(2018, 1, 1)
AS_OF = date(2023, 12, 31)
OUTCOMES = (
    "convicted",
    "acquitted",
    "dismissed",
    "discontinued",
    "died",
    "unknown",
    "convicted_other",
)

proceedings = st.lists(
    st.fixed_dictionaries(
        {
            "person": st.integers(1, 40),
            "charged": st.one_of(st.none(), st.integers(0, 2100)),
            "took": st.one_of(st.none(), st.integers(0, 1500)),
            "outcome": st.sampled_from(OUTCOMES),
            "offence": st.sampled_from(("0204", "0204", "02041", "05")),
        }
    ),
    min_size=1,
    max_size=60,
)


def sex_of(person: int) -> str:
    return ("female", "male", "unknown")[person % 3]


def dated(drawn: list[dict]) -> list[dict]:
    """The same proceedings with dates: charged_on, and disposed_on and outcome where they ended before the data date."""
    found = []
    for number, one in enumerate(drawn):
        charged_on = None if one["charged"] is None else START + timedelta(one["charged"])
        disposed_on, outcome = None, "open"
        if one["took"] is not None:
            disposed_on = (charged_on or START) + timedelta(one["took"])
            if disposed_on > AS_OF:
                disposed_on = None
            else:
                outcome = one["outcome"]
        found.append(
            {
                "id": f"p{number}",
                "person": f"d{one['person']}",
                "sex": sex_of(one["person"]),
                "offence": one["offence"],
                "charged_on": charged_on,
                "disposed_on": disposed_on,
                "outcome": outcome,
            }
        )
    return found


def store_of(records: list[dict]):
    """A case store that holds these proceedings."""
    rows: dict = {name: [] for name in ("cases", "defendants", "proceedings", "charges", "events")}
    for person in sorted({record["person"] for record in records}):
        rows["defendants"].append({"defendant_id": person, "sex": sex_of(int(person[1:]))})
    for record in records:
        name = record["id"]
        rows["cases"].append({"case_id": name})
        rows["proceedings"].append(
            {"proceeding_id": name, "case_id": name, "defendant_id": record["person"]}
        )
        rows["charges"].append({"proceeding_id": name, "offence": record["offence"]})
        event = {"subject_kind": "proceeding", "subject_id": name}
        precision = {} if record["charged_on"] else {"date_precision": "unknown"}
        rows["events"].append(
            event | {"event": "charged", "occurred_on": record["charged_on"]} | precision
        )
        if record["disposed_on"]:
            end = {"event": "disposition", "occurred_on": record["disposed_on"]}
            rows["events"].append(event | end | {"outcome": record["outcome"]})
    return example_store(
        {name: tuple(each) for name, each in rows.items()}, covered_from=START, as_of=AS_OF
    )
