"""What an invented State's bodies send in two turns, and what an oversight body says of its duties.

The Islands (XZA) publish figures, their North (XZA-N) keeps cases. No record of ours is about them.
"""

import io
from contextlib import redirect_stdout
from pathlib import Path

import pytest

import cli
import release.compliance as handing_over
from compliance.step import comply
from tests.validations.good_data import good_data, write_data

PLACE, NORTH = "XZA", "XZA-N"
BODY, OFFICE, UNIT = f"{PLACE}-RAPPORTEUR", f"{PLACE}-STATISTICS", f"{NORTH}-UNIT"
PERIOD = "2020-01-01/2025-12-31"
BODIES = {
    "jurisdictions": [
        {"jurisdiction": PLACE, "name": "Islands", "parent": "", "kind": "fictional"},
        {"jurisdiction": NORTH, "name": "North", "parent": PLACE, "kind": "part"},
    ],
    "agencies": [
        {
            "jurisdiction": PLACE,
            "agency_id": BODY,
            "name": "Rapporteur",
            "kind": "oversight",
            "linkage_unit": "L1",
        },
        {
            "jurisdiction": PLACE,
            "agency_id": OFFICE,
            "name": "Statistics",
            "kind": "statistics",
            "linkage_unit": "L1",
        },
        {
            "jurisdiction": NORTH,
            "agency_id": UNIT,
            "name": "Unit",
            "kind": "statistics",
            "linkage_unit": "L1",
        },
    ],
}
REPLIES = {
    "Y01": "The Act <script>alert('x')</script> was amended & <b>is</b> met | =1+1\n=1+1\n| a | b |",
    "Y02": "Write to hidden.person@example.org about it.",
    "Y03": "In the matter of XZA-V7-Kept nothing was done.",
}
"""One that is published as it stands; one with an address and one with a pseudonym of the case data, which are not."""
SAID = {
    "attestations": """
        attestation_id, obligation_id, aspect, status, grade, stated_on, coder
        T01, palermo-5-1, practice, met, A, 2025-03-01, K1
        T02, palermo-5-1, law, met, B, 2025-03-01, K1
        T03, palermo-6-2, law, met, C, 2025-03-01, K1
        T04, palermo-6-2, practice, not_met, A, 2025-03-01, K1
        T05, palermo-6-3, practice, not_met, A, 2025-03-01, K1
        T06, palermo-6-6, law, met, A, 2025-03-01, K1
        T07, palermo-6-6, law, not_met, B, 2025-04-01, K1
        T08, palermo-8-1, practice, met, A, 2021-03-01, K1
        T09, palermo-9-5, law, met, A, 2025-03-01, K1
        T10, palermo-10-1, practice, met, A, 2025-03-01, K1
        T11, palermo-10-1, practice, partly_met, A, 2025-03-01, K2
        T12, palermo-5-2, law, met, A, 2025-03-01, K1
        T13, palermo-11-1, law, not_applicable, A, 2025-03-01, K1
        T14, coe-12-1, law, met, A, 2025-03-01, K1
        T15, palermo-9-1, outcome, not_met, A, 2025-03-01, K1
    """,
    "recommendations": """
        recommendation_id, source, obligation_id, aspect, strength, made_on, due_on, implemented_on
        R01, monitoring_body, palermo-6-4, practice, urges, 2024-05-01, 2025-05-01,
    """,
    "statutory_reports": f"""
        report_id, agency_id, name, obligation_id, due_on, published_on
        S01, {OFFICE}, Yearly figures, eu-trafficking-19a-3, 2025-06-30,
    """,
    "participations": """
        participation_id, instrument, event, obligation_id, from_on, until_on
        J01, palermo, in_force, , 2005-01-01,
        J02, palermo, reservation, palermo-9-5, 2005-01-01,
        J03, coe, signed, , 2010-01-01,
        J04, eu_trafficking, in_force, , 2013-04-06,
        J05, eu_eio, in_force, , 2017-05-22,
    """,
    "benchmarks": """
        benchmark_id, jurisdiction, metric_id, direction, number, set_by, set_on
        N01, XZA-N, claim_rate, at_least, 0.5, parliament, 2019-01-01
        N02, XZA, claim_rate, at_least, 0.5, parliament, 2021-01-01
    """,
    "replies": """
        reply_id, obligation_id, aspect, replied_on
        Y01, palermo-6-2, practice, 2025-06-01
        Y02, palermo-6-2, practice, 2025-06-02
        Y03, palermo-6-2, law, 2025-06-02
    """,
}
"""Table -> its rows in the first turn; links and prose are added by `statements`."""
AFTERWARDS = {
    "T04": "",  # The finding that it is not met is taken away, and nothing comes in its place.
    "T07": "",  # So is the one that contradicts.
    "T08b": "attestations T08b, palermo-8-1, practice, partly_met, A, 2025-09-01, K1",
    "T12": "",  # So is one that was in the place's favour.
    "T15": "attestations T15, palermo-9-1, outcome, met, A, 2025-09-01, K1",
    "R01": "recommendations R01, monitoring_body, palermo-6-4, practice, urges, 2024-05-01, 2025-05-01, 2025-10-01",
    "J02": "participations J02, palermo, reservation, palermo-9-5, 2005-01-01, 2024-12-31",
    "S01": f"statutory_reports S01, {OFFICE}, Yearly figures, eu-trafficking-19a-3, 2025-06-30, 2025-06-01",
}
"""Id of a row -> what stands in its place in the second turn; empty where it is taken away."""


def statements(afterwards: dict[str, str] | None = None) -> dict[str, list[dict]]:
    """Table -> rows of the oversight body, with what `afterwards` puts in the place of some."""
    found = {}
    changed = dict(afterwards or {})
    for table, text in SAID.items():
        head, *lines = (line.strip() for line in text.strip().splitlines())
        names = [name.strip() for name in head.split(",")]
        kept = [line for line in lines if line.split(",")[0] not in changed]
        kept += [line.partition(" ")[2] for line in changed.values() if line.split(" ")[0] == table]
        found[table] = [
            {"jurisdiction": PLACE} | dict(zip(names, map(str.strip, line.split(",")), strict=True))
            for line in kept
        ]
    return {table: [_in_full(table, row) for row in rows] for table, rows in found.items()}


def _in_full(table: str, row: dict) -> dict:
    link = f"https://example.org/{list(row.values())[1]}"
    if table == "attestations":
        return row | {"evidence_url": link, "reason": f"Seen for {row['attestation_id']}."}
    if table == "replies":
        return row | {"reply": REPLIES[row["reply_id"]]}
    return row if table == "statutory_reports" else row | {"evidence_url": link}


def figures() -> dict[str, list[dict]]:
    """What the office of statistics publishes: persons prosecuted and convicted, victims detected."""
    names = ("measure", "period_start", "period_end", "value")
    told = (
        ("persons_prosecuted", "2024-01-01", "2024-12-31", "40"),
        ("persons_convicted", "2024-01-01", "2024-12-31", "12"),
        ("victims_detected", "2020-01-01", "2020-12-31", "90"),
    )
    common = {"source": "islands_statistics", "vintage": "2025", "scope": "trafficking"}
    common |= {"jurisdiction": PLACE, "unit_counted": "persons", "breakdown": "total"}
    common |= dict.fromkeys(("category", "sex", "age_group", "offence_label"), "total")
    return {"official_counts": [common | dict(zip(names, row, strict=True)) for row in told]}


def cases(number: int = 60) -> dict[str, list[dict]]:
    """Cases of the North, all of which end in conviction, and 40 investigation orders answered after eight months."""
    found = good_data(number)
    found = {name: found[name] for name in found if name not in BODIES}
    order = {"kind": "eio", "direction": "received", "partner": "XAB"}
    order |= {"sent_on": "2023-02-01", "executed_on": "2023-10-01"}
    found["cooperation_requests"] = [{"request_id": f"Z{turn}"} | order for turn in range(40)]
    for row in (row for rows in found.values() for row in rows):
        row["jurisdiction"] = NORTH
        if row.get("agency_id"):
            row["agency_id"] = UNIT
        for name in ("victim_id", "subject_id"):
            if row.get(name, "").startswith("V"):
                row[name] = f"XZA-{row[name]}-Kept"
    return found


class Desk:
    """Sends submissions through the command line and makes releases of what was accepted.

    `said` is all that `submit` printed; `inputs` what was handed to the rules for each release.
    """

    def __init__(self, folder: Path):
        self.folder, self.vault, self.releases = folder, folder / "vault", folder / "releases"
        self.said, self.inputs = "", []

    def submit(self, agency: str, data: dict, *, order: int = 1) -> int:
        """Exit status of `submit`; `order` -1 writes the tables and their rows the other way round."""
        data = {name: rows[::order] for name, rows in list((BODIES | data).items())[::order]}
        folder = write_data(self.folder / f"sent-{len(list(self.folder.glob('sent-*')))}", data)
        arguments = ["--agency", agency, "--period", PERIOD, "--vault", str(self.vault)]
        with redirect_stdout(io.StringIO()) as printed:
            status = cli.main(["submit", str(folder), *arguments])
        self.said += printed.getvalue()
        return status

    def release(self) -> Path:
        """The directory of a new release."""
        folders = ["--vault", str(self.vault), "--releases", str(self.releases)]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(handing_over, "comply", self._comply)
            assert cli.main(["release", *folders]) == 0
        return (self.releases / "current").resolve()

    def _comply(self, inputs):
        self.inputs.append(inputs)
        return comply(inputs)
