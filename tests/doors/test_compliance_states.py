"""What bodies send as CSV becomes states with their rule and evidence, down to the row of results."""

import re
from html import unescape
from urllib.parse import parse_qsl

import pytest

import cli
from release.read import open_release
from tests.doors.stated import NORTH, PLACE, REPLIES

EXPECTED = """
palermo-5-1         practice evidenced      said_and_seen         met   T01 persons_convicted persons_prosecuted
palermo-5-1         law      attested       said                  met   T02
palermo-6-2         law      attested       claimed               open  T03
palermo-6-2         practice gap_found      said_not_met          short T04
palermo-6-3         practice not_taken_up   said_not_taken_up     short T05
palermo-6-6         law      disputed       statements_contradict open  T06 T07
palermo-8-1         practice stale          too_old               open  T08
palermo-9-5         law      not_applicable does_not_apply        out
palermo-10-1        practice partly         in_part               short T10 T11
palermo-11-1        law      not_applicable said_not_to_apply     out   T13
palermo-9-1         outcome  gap_found      said_not_met          short T15
palermo-6-4         practice gap_found      said_not_met          short R01
palermo-14-2        law      no_evidence    nothing_there         open
eu-trafficking-19a-3 practice gap_found     number_missed         short S01
eu-trafficking-11-4 practice stale          too_old               open  victims_detected
tvpa-108b-1         outcome  evidenced      seen_unjudged         open  persons_convicted persons_prosecuted
coe-12-1            law      not_applicable does_not_apply        out
actip-14-1          practice not_known      not_known_whether_it_applies out
"""
"""Obligation, aspect, state, rule, what it counts as, and what it rests on: ids of rows sent, or measures."""
LATE = (NORTH, "eu-eio-12-3", "practice")
"""Forty orders of the North, all answered after eight months where the directive gives 120 days."""


@pytest.fixture(scope="module")
def first(turns):
    with open_release(turns.first) as opened:
        yield opened.cursor()


def row_of(con, table: str, *cell: str) -> dict:
    """The row of one cell."""
    found = con.execute(
        f"SELECT * FROM {table} WHERE (jurisdiction, obligation_id, aspect) = (?, ?, ?)", cell
    )
    names = [column[0] for column in found.description]
    [row] = found.fetchall()
    return dict(zip(names, row, strict=True))


def rests_on(con, cell: dict) -> set[str]:
    """What the evidence of a state is: the id of the row that was sent, or the measure of a figure."""
    ids = (cell["evidence_ids"] or "").split()
    pieces = con.execute(
        "SELECT kind, category, link, title FROM compliance_evidence WHERE (jurisdiction,"
        " obligation_id, aspect) = (?, ?, ?) AND list_contains(?, evidence_id)",
        [cell["jurisdiction"], cell["obligation_id"], cell["aspect"], ids],
    ).fetchall()
    assert len(pieces) == len(ids)
    return {
        category if "figure" in kind else link.rsplit("/")[-1] if link else "S01"
        for kind, category, link, _ in pieces
    }


@pytest.mark.parametrize(
    "line", EXPECTED.strip().splitlines(), ids=lambda line: "-".join(line.split()[:2])
)
def test_cell_has_its_state_rule_and_evidence(first, line):
    obligation, aspect, state, rule, counts_as, *rows = line.split()
    cell = row_of(first, "compliance", PLACE, obligation, aspect)
    assert (cell["state"], cell["rule"], cell["counts_as"]) == (state, rule, counts_as)
    assert rests_on(first, cell) == set(rows) and cell["because"]


def test_number_of_the_instrument_makes_a_gap_by_itself(first):
    cell = row_of(first, "compliance", *LATE)
    assert (cell["state"], cell["rule"]) == ("gap_found", "number_missed")
    [piece] = first.execute(
        "SELECT finding, metric_id, number_found FROM compliance_evidence WHERE evidence_id = ?"
        " AND jurisdiction = ? AND obligation_id = ? AND aspect = ?",
        [cell["evidence_ids"], *LATE],
    ).fetchall()
    assert piece == ("misses", "orders_answered_in_120_days", 0)


def test_every_figure_leads_to_one_row_of_results(first):
    """By its address, and that row says what the evidence says."""
    told = first.execute(
        """SELECT evidence.evidence_id, evidence.finding, count(results.metric_id),
               any_value(results.value), any_value(results.numerator)
        FROM compliance_evidence AS evidence LEFT JOIN results
          ON results.source = evidence.result_source AND results.metric_id = evidence.metric_id
         AND results.jurisdiction = evidence.jurisdiction AND results.scope = evidence.scope
         AND results.origin IS NOT DISTINCT FROM evidence.origin
         AND results.period_start IS NOT DISTINCT FROM evidence.period_start
         AND results.period_end IS NOT DISTINCT FROM evidence.period_end
         AND results.horizon_days IS NOT DISTINCT FROM evidence.horizon_days
         AND results.breakdown = evidence.breakdown AND results.category = evidence.category
         AND results.currency IS NOT DISTINCT FROM evidence.currency
        WHERE evidence.metric_id IS NOT NULL
        GROUP BY evidence.evidence_id, evidence.obligation_id, evidence.aspect, evidence.finding"""
    ).fetchall()
    assert len(told) > 300
    assert {rows for _, _, rows, *_ in told} == {1}
    assert {finding for _, finding, _, value, _ in told if value is None} == {"cannot_tell"}
    assert {part for _, finding, _, _, part in told if finding == "nothing_seen"} == {0}


def test_figures_of_a_part_bear_on_what_binds_the_state(first):
    cell = row_of(first, "compliance", NORTH, "palermo-6-6", "practice")
    assert (cell["state"], cell["rule"]) == ("evidenced", "seen_unjudged")
    assert cell["applies_because"] == "As part of XZA: in force since 1 January 2005."
    assert cell["statements"] == 0 < cell["figures"]


def test_no_gap_rests_on_figures_without_a_number_of_the_instrument(first):
    [(wrong,)] = first.execute(
        "SELECT count(*) FROM compliance AS cell WHERE state IN ('gap_found', 'not_taken_up') AND NOT EXISTS ("
        " FROM compliance_evidence AS piece WHERE (piece.jurisdiction, piece.obligation_id, piece.aspect) ="
        " (cell.jurisdiction, cell.obligation_id, cell.aspect) AND finding IN ('not_met', 'misses'))"
    ).fetchall()
    assert wrong == 0


def test_reply_benchmark_and_coders_stand_beside_the_states(first):
    assert first.execute("SELECT reply_id, reply FROM replies").fetchall() == [
        ("Y01", REPLIES["Y01"])
    ]
    assert row_of(first, "compliance", PLACE, "palermo-6-2", "practice")["replies"] == 1
    asked = "SELECT benchmark_id, set_by, value, reached, was_set_before FROM benchmarks ORDER BY 1"
    assert first.execute(asked).fetchall() == [
        ("N01", "parliament", 1.0, "yes", True),
        ("N02", "parliament", None, "no_result", None),
    ]
    assert first.execute(
        "SELECT pairs, same, kappa FROM coder_agreement WHERE jurisdiction = ? AND aspect = 'practice'",
        [PLACE],
    ).fetchall() == [(1, 0, None)]
    events = "SELECT instrument, event, source FROM participations WHERE jurisdiction = ?"
    assert set(first.execute(events, [PLACE]).fetchall()) == {
        ("palermo", "in_force", "submitted"),
        ("palermo", "reservation", "submitted"),
        ("coe", "signed", "submitted"),
        ("eu_trafficking", "in_force", "submitted"),
        ("eu_eio", "in_force", "submitted"),
    }


def test_sums_are_those_of_the_cells(first):
    told = first.execute(
        "SELECT applicable, met, short, open, gap_found, share_lower, share_upper FROM compliance_summary"
        " WHERE jurisdiction = ? AND dimension = 'instrument' AND item = 'palermo' AND aspect = 'all'"
        " AND force_group = 'binding'",
        [PLACE],
    ).fetchall()
    [(counted)] = first.execute(
        """SELECT count(*) FILTER (counts_as <> 'out'), count(*) FILTER (counts_as = 'met'),
            count(*) FILTER (counts_as = 'short'), count(*) FILTER (counts_as = 'open'),
            count(*) FILTER (state = 'gap_found')
        FROM compliance JOIN obligations USING (obligation_id)
        WHERE jurisdiction = ? AND instrument = 'palermo' AND force = 'shall'""",
        [PLACE],
    ).fetchall()
    applicable, met, _, open_, _ = counted
    assert told == [(*counted, met / applicable, (met + open_) / applicable)]
    assert counted[1:3] == (3, 4)


def test_release_is_whole_and_its_first_turn_changed_nothing(turns, first):
    assert first.execute("SELECT count(*) FROM compliance_changes").fetchall() == [(0,)]
    assert cli.main(["verify", str(turns.first)]) == 0
    assert cli.main(["verify", str(turns.second)]) == 0


def test_one_cell_is_followed_from_the_table_to_the_row(turns, page, monkeypatch):
    """Table of themes, list of duties, page of the cell, metric: each by the link that the page before gives."""
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(turns.second.parent))

    def follow(shown, wanted: str, **query):
        paths = [path for path in re.findall(r'href="([^"]+)"', shown.html) if wanted in path]
        path, _, asked = unescape(paths[0]).partition("?")
        assert query.items() <= dict(parse_qsl(asked)).items()
        found = page(path, **dict(parse_qsl(asked)))
        assert found.exceptions == []
        return found

    themes = page("compliance", aspect="Practice")
    prosecution = follow(themes, "theme=Investigations", place=f"Islands ({PLACE})")
    cell = follow(prosecution, "obligation=palermo-5-1", place=PLACE, aspect="practice")
    assert "Evidenced" in cell.text and "Seen for T01." in cell.text
    figures = {row["Metric"]: row for row in cell.table("Results that bear on this duty").records}
    assert any("Persons prosecuted" in name for name in figures)
    metric = follow(cell, "official_figures?")
    assert "40" in metric.text
    assert "SELECT" in metric.text or any("SELECT" in each.value for each in metric.run.code)
