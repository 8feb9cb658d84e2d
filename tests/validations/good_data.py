"""A small submission in our own layout that holds every rule, and ways to write it down."""

import csv
from datetime import date
from pathlib import Path

AGENCY = "XAA-LINK"
PERIOD = (date(2020, 1, 1), date(2022, 12, 31))
CASES = 30


def good_data(cases: int = CASES) -> dict[str, list[dict]]:
    """Table -> rows, as texts. One proceeding, charge, sentence, exit, claim, complaint ... a case."""
    here = {"jurisdiction": "XAA"}
    data: dict[str, list[dict]] = {
        "jurisdictions": [{**here, "name": "Aldermark", "kind": "fictional"}],
        "agencies": [
            {**here, "agency_id": AGENCY, "name": "Linkage unit", "kind": "statistics", "linkage_unit": "L1"},
            {**here, "agency_id": "XAA-COURT", "name": "Court", "kind": "court", "linkage_unit": "L1"},
        ],
    }  # fmt: skip

    def add(table: str, **row) -> None:
        data.setdefault(table, []).append({**here, **row})

    for number in range(1, cases + 1):
        victim, defendant, case = f"V{number}", f"D{number}", f"C{number}"
        proceeding, charge, claim = f"P{number}", f"H{number}", f"K{number}"
        person = {"sex": "female", "age_band": "18-20", "citizenship_group": "own"}
        add("victims", victim_id=victim, **person, exploitation_form="forced_labour")
        add("defendants", defendant_id=defendant, sex="male", age_band="30-38")
        add("cases", case_id=case, agency_id="XAA-COURT", victim_count="1", defendant_count="1")
        add("case_victims", case_id=case, victim_id=victim)
        add("case_defendants", case_id=case, defendant_id=defendant, role="primary")
        add(
            "proceedings",
            proceeding_id=proceeding,
            case_id=case,
            defendant_id=defendant,
            agency_id="XAA-COURT",
        )
        add("charges", charge_id=charge, proceeding_id=proceeding, offence="0204", counts="1")
        add(
            "sentences",
            sentence_id=f"S{number}",
            proceeding_id=proceeding,
            charge_id=charge,
            sanction="fine",
            amount="100.00",
            currency="EUR",
        )
        log = [
            ("victim", victim, "identified", "2020-01-10", ""),
            ("defendant", defendant, "arrested", "2020-01-20", ""),
            ("proceeding", proceeding, "charged", "2020-02-01", ""),
            ("proceeding", proceeding, "disposition", "2021-03-01", "convicted"),
            ("charge", charge, "disposition", "2021-03-01", "convicted"),
            ("proceeding", proceeding, "sentenced", "2021-03-02", ""),
        ]
        for place, (kind, subject, event, day, outcome) in enumerate(log):
            add(
                "events",
                event_id=f"E{number}.{place}",
                subject_kind=kind,
                subject_id=subject,
                event=event,
                occurred_on=day,
                date_precision="day",
                agency_id="XAA-COURT",
                outcome=outcome,
            )
        for place, (fact, day) in enumerate(
            (("claimed", "2021-04-01"), ("awarded", "2021-06-01"), ("paid", "2021-09-01"))
        ):
            add(
                "compensation",
                compensation_id=f"M{number}.{place}",
                claim_id=claim,
                victim_id=victim,
                case_id=case,
                route="criminal_court",
                fact=fact,
                occurred_on=day,
                amount="500.00",
                currency="EUR",
            )
        add("exits", exit_id=f"X{number}", victim_id=victim, exited_on="2020-01-09", how="")
        add(
            "followups",
            followup_id=f"F{number}",
            victim_id=victim,
            contact_on="2021-01-09",
            reached="true",
        )
        add(
            "survey_responses",
            response_id=f"R{number}",
            wave="2021",
            outcome_group="convicted",
            **person,
            item="overall",
            score="4",
            answer="scored",
        )
        add(
            "complaints",
            complaint_id=f"Q{number}",
            about="police",
            received_on="2021-01-01",
            decided_on="2021-02-01",
            outcome="upheld",
        )
    return data


def write_data(folder: Path, data: dict[str, list[dict]]) -> Path:
    """One CSV a table; the columns are all those that any row of it names."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, rows in data.items():
        columns = list(dict.fromkeys(name for row in rows for name in row))
        with (folder / f"{table}.csv").open("w", newline="", encoding="utf-8") as handle:
            writer = csv.DictWriter(handle, columns)
            writer.writeheader()
            writer.writerows(rows)
    return folder
