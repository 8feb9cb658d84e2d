"""A command that is watched is told phase by phase, with everything that it started, and what it grows with is named."""

import subprocess
import sys

import pytest

from benchmarks.measure import NotMeasured
from benchmarks.phase_table import PhaseTable
from benchmarks.slopes import Slopes
from benchmarks.tasks import demo, first_screen, growth
from benchmarks.watched import Phase, Watched, phase_of, watch
from benchmarks.world import world_of
from cli import parser
from settings import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/proc is needed")

BUSY = "import time\nwhile time.process_time() < 0.5: pass"
TWO_PHASES = f"""
import subprocess, sys
print("First 1/2", file=sys.stderr, flush=True)
held = b"x" * 200_000_000
print("First 2/2", file=sys.stderr, flush=True)
{BUSY}
del held
print("Second", file=sys.stderr, flush=True)
subprocess.run([sys.executable, "-c", {BUSY!r}])
print("said at the end")
"""
LEFT_ALONE = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {BUSY!r}])"


def test_seconds_and_memory_belong_to_the_phase_they_were_spent_in(tmp_path):
    watched = watch([sys.executable, "-c", TWO_PHASES], tmp_path)
    assert list(watched.phases)[1:] == ["First", "Second"]
    first, second = watched.phases["First"], watched.phases["Second"]
    assert 0.3 < first.processor < 2 and 0.4 < second.processor < 2
    assert first.peak > 200_000_000 > second.peak
    assert watched.whole.wall == pytest.approx(sum(one.wall for one in watched.phases.values()))
    assert watched.output == "said at the end\n"
    assert all(name in PhaseTable("two", watched).line() for name in ("First", "Second"))


def test_what_outlives_the_command_is_counted(tmp_path):
    assert watch([sys.executable, "-c", LEFT_ALONE], tmp_path).whole.processor > 0.5


def test_a_command_that_fails_says_its_last_line(tmp_path):
    with pytest.raises(NotMeasured, match="no such thing"):
        watch([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)


def test_invented_places_are_one_phase():
    assert phase_of("Inventing Aubrimoor (XAA) 1/12") == phase_of("Inventing Brellany (XAB) 2/12")
    assert phase_of("Computing metrics 3/164") == "Computing metrics"


def test_slopes_name_what_a_phase_grows_with():
    few, many = (
        Watched({name: Phase(1, seconds) for name, seconds in taken.items()})
        for taken in ({"a": 2, "b": 2, "c": 2}, {"a": 20, "b": 4, "c": 2})
    )
    counts = ({"people": 10, "results counted": 10}, {"people": 100, "results counted": 20})
    _, a, b, c, _ = Slopes("from few to many", (few, many), counts).line().splitlines()
    assert "10.00 times, with people; slope 1.00 over people, 3.32 over results" in a
    assert "2.00 times, with cells; slope 0.30 over people, 1.00 over results" in b
    assert "with nothing" in c


def test_further_places_are_like_those_of_the_demo():
    truths = world_of(27)
    first, again = truths.places[1], truths.places[13]
    assert (again.code, again.share_of_cases) == ("XAN", first.share_of_cases)
    assert [one.code for one in truths.places][-2:] == ["XAZ", "XBA"]
    assert set(truths.residents.millions) == {one.code for one in truths.places}
    with pytest.raises(ValueError, match="677"):
        world_of(677)


def test_the_sizes_that_bars_are_for_are_measured():
    asked = growth.sizes("20000x12, 100000x12,1000000x12,20000x50,20000x200")
    assert {*growth.SECONDS, *growth.BYTES, growth.FEW_PLACES, growth.MANY_PLACES} < set(asked)


@pytest.mark.build
def test_a_whole_release_is_told_phase_by_phase(monkeypatch):
    monkeypatch.setattr(growth, "SIZES", "40x2")
    table, whole, peak = growth.measure()
    assert table.watched.whole.wall == whole.seconds and table.watched.whole.peak == peak.size
    assert min(table.counts.values()) > 0
    assert {*table.counts} == {"people", "results counted", "results told", "problems solved"}
    for phase in ("Receiving", "Rebuilding", "Computing", "Trying", "Protecting", "Attacking"):
        assert phase in table.line()


def test_sizes_are_compared_where_they_differ_in_one_thing(monkeypatch):
    counts = {"people": 1, "results counted": 1}
    monkeypatch.setattr(growth, "_release_of", lambda size: (Watched({"a": Phase(1, 2)}), counts))
    monkeypatch.setattr(growth, "SIZES", "40x2,80x2,40x3")
    titles = [one.title for one in growth.measure() if isinstance(one, Slopes)]
    assert titles == [
        "from 40 cases of 2 places to 40 cases of 3 places",
        "from 40 cases of 2 places to 80 cases of 2 places",
    ]


def test_the_demo_is_asked_for_as_somebody_would(monkeypatch):
    asked = []

    def watch_nothing(command, folder, **variables):
        asked.append((command, folder, variables))
        return Watched({"all": Phase(1, 30)})

    monkeypatch.setattr(demo, "watch", watch_nothing)
    monkeypatch.setattr(demo, "run_loop", lambda: Phase(1, 1))
    first, *_ = demo.measure()
    ((command, folder, variables),) = asked
    assert command[1] == "cli.py" and parser().parse_args(command[2:]).cases == demo.CASES
    assert folder == ROOT and set(variables) == {"ANSWERABLE_VAULT", "ANSWERABLE_RELEASES"}
    assert first.ratio == 30 and not first.keeps_bar


def test_a_clone_is_run_without_installing_anything():
    told = subprocess.run(
        [*first_screen.command(8765), "--dry-run"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout  # fmt: skip
    assert "streamlit run app.py --server.port 8765" in told and sys.prefix in told
    assert "install" not in told
