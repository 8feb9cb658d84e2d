"""Benchmarks are found by walking, compare like with like, and say when a bar is broken."""

import pytest

from benchmarks import __main__ as runner
from benchmarks.measure import Measurement, NotMeasured, PeakMemory, median_seconds_of


def test_ratio_is_the_step_over_its_floor():
    one = Measurement("step", 3.0, "floor", 2.0, most=2.0)
    assert one.ratio == 1.5 and one.keeps_bar
    assert "1.50 times floor" in one.line() and "ok" in one.line()


def test_short_times_are_told_in_milliseconds():
    assert Measurement("step", 0.00123, "floor", 0.2).line() == (
        "step: 1.23 ms, 0.01 times floor (0.200 s)"
    )


def test_over_the_bar_is_said():
    assert "OVER" in Measurement("step", 3.0, "floor", 1.0, most=2.0).line()
    assert "OVER" in Measurement("step", 3.0, most=2.0).line()
    assert Measurement("step", 3.0).keeps_bar is None


def test_memory_is_told_in_gibibytes_and_keeps_its_bar():
    two = 2 * 1024**3
    assert "2.00 GiB" in PeakMemory("run", two).line() and PeakMemory("run", two).keeps_bar is None
    assert PeakMemory("run", two, most=two).keeps_bar
    assert "OVER" in PeakMemory("run", two, most=two - 1).line()


def test_steps_take_turns():
    order = []
    median_seconds_of([lambda: order.append("a"), lambda: order.append("b")], repeats=2)
    assert order == ["a", "b"] * 3


def test_an_unknown_name_is_refused_with_the_names_there_are(capsys):
    assert runner.main(["nonsense"]) == 2
    told = capsys.readouterr().out
    assert "nonsense" in told and all(name in told for name in runner.names())


@pytest.mark.parametrize(("seconds", "code"), [(1.0, 0), (9.0, 1)])
def test_a_broken_bar_is_the_exit_code(monkeypatch, seconds, code):
    task = type("Task", (), {"measure": lambda: iter([Measurement("step", seconds, most=2.0)])})
    monkeypatch.setattr(runner.importlib, "import_module", lambda name: task)
    assert runner.main([]) == code


def test_what_cannot_be_measured_says_why(monkeypatch, capsys):
    def measure():
        raise NotMeasured("there is no release")

    task = type("Task", (), {"measure": measure})
    monkeypatch.setattr(runner.importlib, "import_module", lambda name: task)
    assert runner.main(["demo_cases"]) == 0
    assert "not measured, there is no release" in capsys.readouterr().out


def test_help_says_what_every_benchmark_measures(capsys):
    assert runner.main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(name in told and runner.subject(name) in told for name in runner.names())
