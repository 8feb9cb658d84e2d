"""Whoever changes a state, a sum or a piece of evidence in a finished release is found out, however careful."""

import shutil

import pytest

import cli
from release.verify import verify
from tests.doors.stated import PLACE
from tests.release.test_verify import alter

CELL = f"jurisdiction = '{PLACE}' AND obligation_id = 'palermo-5-1' AND aspect = 'practice'"
GAP = f"jurisdiction = '{PLACE}' AND obligation_id = 'palermo-6-4' AND aspect = 'practice'"
STAYS = f"jurisdiction = '{PLACE}' AND obligation_id = 'palermo-6-2' AND aspect = 'practice'"
STATES, SUMS = "states do not follow from their evidence", "compliance_summary does not count"
DAMAGE = {
    "state_raised": (f"UPDATE compliance SET state = 'evidenced' WHERE {GAP}", STATES),
    "counted_otherwise": (f"UPDATE compliance SET counts_as = 'met' WHERE {GAP}", STATES),
    "reason_rewritten": (f"UPDATE compliance SET because = 'It is met.' WHERE {CELL}", STATES),
    "evidence_forgotten": (f"UPDATE compliance SET evidence_ids = NULL WHERE {CELL}", STATES),
    "evidence_gone": (f"DELETE FROM compliance_evidence WHERE {GAP} AND grade = 'A'", STATES),
    "evidence_softened": (f"UPDATE compliance_evidence SET finding = 'met' WHERE {GAP}", STATES),
    "duty_lifted": (f"UPDATE compliance SET applies = 'no' WHERE {GAP}", STATES),
    "duty_made_soft": ("UPDATE obligations SET force = 'may' WHERE force = 'shall'", STATES),
    "sum_raised": (
        f"UPDATE compliance_summary SET met = met + 1 WHERE jurisdiction = '{PLACE}'",
        SUMS,
    ),
    "sum_gone": (f"DELETE FROM compliance_summary WHERE jurisdiction = '{PLACE}'", SUMS),
    "said_to_stay": (
        f"UPDATE compliance SET state = 'evidenced', rule = 'withdrawn' WHERE {GAP}",
        "1 states are said to stay, from no release before",
    ),
}
"""What is done to the first release, and what is said of it."""


def copied(turns, tmp_path):
    shutil.copytree(turns.first.parent, tmp_path / "releases", symlinks=True)
    return tmp_path / "releases"


@pytest.mark.parametrize(("statement", "said"), DAMAGE.values(), ids=DAMAGE)
def test_damage_is_named(turns, tmp_path, statement, said, capsys):
    directory = copied(turns, tmp_path) / turns.first.name
    alter(directory, statement)
    assert cli.main(["verify", str(directory)]) == 1
    told = capsys.readouterr().out
    assert said in told and "The content hash is not the one" in told


def test_state_that_stays_is_that_of_the_release_before(turns, tmp_path):
    directory = copied(turns, tmp_path) / turns.second.name
    alter(directory, f"UPDATE compliance SET state = 'attested' WHERE {STAYS}")
    [found] = [each for each in verify(directory) if "said to stay" in each]
    assert "1 states" in found and f"{PLACE} palermo-6-2 practice" in found
