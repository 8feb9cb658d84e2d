"""What the demo promises about duties is in its files: each situation in the place that plays the part."""

import pytest

from data.demo import TRUTHS
from data.demo.truths import AS_OF
from data.instruments import obligations
from data.law import law
from data.schema import code_lists

RULES = TRUTHS.compliance
ATTESTED = RULES.attested
PLACES = {place.code for place in TRUTHS.places}
STALE = "stated_on < DATE '2022-12-31'"
CELL = "jurisdiction, obligation_id, aspect"


def places(demo, sql):
    return {row[0] for row in demo.rows(f"SELECT DISTINCT jurisdiction FROM {sql}")}


def test_every_place_but_the_silent_one_has_statements_on_20_to_60_duties(demo):
    found = dict(
        demo.rows(
            "SELECT jurisdiction, count(DISTINCT obligation_id) FROM attestations GROUP BY ALL"
        )
    )
    assert set(found) == PLACES - {RULES.silent}
    assert min(found.values()) >= 20 and max(found.values()) <= 60


def test_what_is_said_to_bind_a_place_is_in_force_there(demo):
    records = law().parties
    here = records[(records["event"] == "in_force") & records["jurisdiction"].isin(PLACES)]
    own = {row[0] for row in demo.rows("SELECT DISTINCT instrument FROM participations")}
    for instrument, bound in ATTESTED.bound_by.items():
        in_force = {
            row.jurisdiction
            for row in here[here["instrument"] == instrument].itertuples()
            if row.from_on <= AS_OF and not (row.until_on and row.until_on < AS_OF)
        }
        # Its own records go before the curated ones.
        overridden = {RULES.own_records} if instrument in own else set()
        assert set(bound) - overridden == in_force - overridden, instrument


@pytest.mark.parametrize(
    ("column", "codes"),
    [("aspect", "aspect"), ("grade", "evidence_grade"), ("status", "attestation_status")],
)
def test_every_code_is_used(demo, column, codes):
    found = {row[0] for row in demo.rows(f"SELECT DISTINCT {column} FROM attestations")}
    assert found == set(code_lists()[codes].codes)


def test_statements_keep_to_the_aspects_under_which_the_duty_can_be_judged(demo):
    allowed = {(row["obligation_id"], aspect) for row in obligations() for aspect in row["aspects"]}
    for table in ("attestations", "recommendations", "replies"):
        cells = demo.rows(
            f"SELECT DISTINCT obligation_id, aspect FROM {table} WHERE obligation_id IS NOT NULL"
        )
        assert set(cells) <= allowed, (table, set(cells) - allowed)


def test_grades_and_stale_statements_are_drawn_as_declared(demo):
    other = f"jurisdiction <> '{RULES.claims_only}'"
    for grade, share in ATTESTED.grades.items():
        demo.assert_share(share, f"grade = '{grade}'", f"attestations WHERE {other}", bias=0.03)
    # What was overtaken is older than what overtook it, so that a little more is stale.
    demo.assert_share(ATTESTED.stale, STALE, "attestations", bias=0.06)


def test_the_place_that_only_claims(demo):
    one = f"attestations WHERE jurisdiction = '{RULES.claims_only}'"
    assert demo.rows(f"SELECT DISTINCT grade FROM {one}") == [("C",)]
    assert demo.value(f"SELECT count(*) FROM {one} AND status = 'not_met'") == 0


def test_nobody_says_anything_of_the_silent_place(demo):
    for table in ("attestations", "replies"):
        assert RULES.silent not in places(demo, table)
    assert RULES.silent not in places(demo, "recommendations WHERE obligation_id IS NOT NULL")


def test_two_coders_read_a_part_and_agree_on_most(demo):
    pairs = f"""(
        SELECT {CELL}, count(DISTINCT status) AS readings, count(DISTINCT coder) AS coders
        FROM attestations GROUP BY {CELL}, stated_on, grade, evidence_url)"""
    demo.assert_share(ATTESTED.twice, "coders = 2", f"{pairs}", bias=0.06)
    demo.assert_share(ATTESTED.alike, "readings = 1", f"{pairs} WHERE coders = 2", bias=0.03)
    assert places(demo, f"{pairs} WHERE coders = 2 AND readings = 2")


def test_survivors_stand_against_the_state(demo):
    against = """attestations AS claim JOIN attestations AS told USING (jurisdiction, obligation_id, aspect)
        WHERE claim.grade = 'C' AND claim.status = 'met' AND told.grade = 'D' AND told.status = 'not_met'"""
    assert places(demo, against) == {"XAA", "XAC"}


def test_newer_statements_overtake_older_ones(demo):
    overtaken = """attestations AS old JOIN attestations AS new USING (jurisdiction, obligation_id, aspect, grade)
        WHERE old.stated_on < new.stated_on AND old.status <> new.status"""
    assert len(places(demo, overtaken)) > 5
    closed = f"{overtaken} AND old.status = 'not_met' AND new.status = 'met'"
    assert "XAD" in places(demo, closed)


def test_some_cells_have_nothing_but_old_statements(demo):
    old = f"(SELECT {CELL} FROM attestations GROUP BY {CELL} HAVING max(stated_on) < DATE '2022-12-31')"
    assert {"XAH", "XAK"} <= places(demo, old)


def test_statements_on_reports_contradict_what_came_out(demo):
    report = f"obligation_id = '{RULES.reports.obligation_id}'"
    came_out = "bool_and(coalesce(published_on <= due_on, false))"
    reports = dict(
        demo.rows(
            f"SELECT jurisdiction, {came_out} FROM statutory_reports WHERE {report} GROUP BY ALL"
        )
    )
    said = dict(demo.rows(f"SELECT jurisdiction, status FROM attestations WHERE {report}"))
    assert (reports["XAA"], said["XAA"]) == (True, "not_met")
    assert (reports["XAE"], said["XAE"]) == (False, "met")


def test_reports_come_out_on_time_late_or_never_and_some_are_not_due_yet(demo):
    rules = RULES.reports
    rows = f"statutory_reports WHERE obligation_id = '{rules.obligation_id}'"
    assert places(demo, f"{rows} AND published_on <= due_on") == set(rules.on_time)
    assert places(demo, f"{rows} AND published_on > due_on") == set(rules.late)
    assert places(demo, f"{rows} AND published_on IS NULL") == set(rules.never)
    ahead = f"statutory_reports WHERE obligation_id = '{rules.ahead}'"
    assert len(places(demo, ahead)) == 3
    assert demo.value(f"SELECT min(due_on) FROM {ahead} AND published_on IS NULL") == rules.ahead_due  # fmt: skip


def test_recommendations_name_duties_and_are_followed_up_or_run_late(demo):
    tied = "recommendations WHERE obligation_id IS NOT NULL"
    demo.assert_share(
        RULES.recommended.tied,
        "obligation_id IS NOT NULL",
        f"recommendations WHERE jurisdiction NOT IN ('{RULES.silent}', '{RULES.claims_only}')",
    )
    open_late = f"{tied} AND implemented_on IS NULL AND due_on < DATE '2025-12-31'"
    assert len(places(demo, open_late)) > 8
    assert len(places(demo, f"{tied} AND implemented_on IS NOT NULL")) > 8
    words = dict(demo.rows("SELECT source, list(DISTINCT strength) FROM recommendations GROUP BY ALL"))  # fmt: skip
    assert {who: set(found) for who, found in words.items()} == {
        who: set(shares) for who, shares in RULES.recommended.strength.items()
    }


def test_replies_hold_lines_and_signs_that_look_like_markup(demo):
    replies = [row[0] for row in demo.rows("SELECT reply FROM replies")]
    assert any("\n" in reply for reply in replies)
    assert any("checked < sent" in reply and "&" in reply and "<b>" in reply for reply in replies)


def test_replies_answer_to_statements(demo):
    lost = demo.value(f"SELECT count(*) FROM replies ANTI JOIN attestations USING ({CELL})")
    assert lost == 0


def test_one_place_submits_what_binds_it(demo):
    assert places(demo, "participations") == {RULES.own_records}
    events = {row[0] for row in demo.rows("SELECT DISTINCT event FROM participations")}
    assert events == {"in_force", "reservation", "signed"}


def test_benchmarks_are_set_before_and_after_the_newest_period_began(demo):
    sooner, later = (
        places(demo, f"benchmarks WHERE set_on {sign} DATE '2025-01-01'") for sign in "<>"
    )
    assert sooner and later
    assert {row[0] for row in demo.rows("SELECT DISTINCT set_by FROM benchmarks")} == {
        "parliament",
        "rapporteur",
    }
