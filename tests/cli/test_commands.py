"""What a data steward meets at the command line: help that teaches, answers that say what to do."""

import pytest

import cli

COMMANDS = ("describe", "submit", "validate", "demo", "release", "verify", "report")
PERIOD = ["--agency", "XAA-POL", "--period", "2024-01-01/2024-12-31"]


@pytest.fixture(autouse=True)
def empty_places(tmp_path, monkeypatch):
    monkeypatch.setenv("ANSWERABLE_VAULT", str(tmp_path / "vault"))
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path / "releases"))
    monkeypatch.delenv("ANSWERABLE_DEBUG", raising=False)


def test_help_names_every_command_and_shows_a_first_path(capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main(["--help"])
    shown = capsys.readouterr().out
    assert stopped.value.code == 0
    assert all(f"    {command} " in shown for command in COMMANDS)
    assert "--draft mymapping.toml" in shown


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit):
        cli.main([command, "--help"])
    # A usage line, a description of more than one sentence's length, and the options.
    assert len(capsys.readouterr().out) > 300


@pytest.mark.parametrize("period", ["2024", "2024-01-01/2023-12-31", "2024-02-30/2024-12-31"])
def test_impossible_period_is_refused_with_an_example_or_a_reason(period, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main(["submit", "x.csv", "--agency", "XAA-POL", "--period", period])
    assert stopped.value.code == 2
    assert "--period" in capsys.readouterr().err


def refused(arguments: list[str], capsys) -> str:
    assert cli.main(arguments) == 2
    told = capsys.readouterr().err
    assert "Traceback" not in told and "should not have" not in told
    return told


def test_missing_file(capsys):
    assert "No such file" in refused(["submit", "nowhere.csv", *PERIOD], capsys)


def test_misspelt_mapping_gets_the_nearest_name(tmp_path, capsys):
    file = tmp_path / "a.csv"
    file.write_text("a\n1\n")
    told = refused(["submit", str(file), "--mapping", "us_federal_ht_case", *PERIOD], capsys)
    assert "us_federal_ht_cases" in told


def test_file_that_is_no_table_is_told_about_mappings(tmp_path, capsys):
    file = tmp_path / "quarterly.csv"
    file.write_text("Name,Age\nMaria Lopez,31\n")
    told = refused(["submit", str(file), *PERIOD], capsys)
    assert "--mapping" in told and "Lopez" not in told


def test_undeclared_column_is_refused_without_showing_a_value(tmp_path, capsys):
    file = tmp_path / "cases.csv"
    file.write_text("jurisdiction,case_id,agency_id,victim_name\nXAA,c1,XAA-POL,Maria Lopez\n")
    told = refused(["submit", str(file), *PERIOD], capsys)
    assert "victim_name" in told and "Lopez" not in told
    assert not list((tmp_path / "vault").rglob("*.parquet"))


@pytest.mark.parametrize("command", [["release"], ["verify"], ["report", "--output", "out"]])
def test_nothing_there_yet_says_what_to_do_first(command, capsys):
    assert "python cli.py" in refused(command, capsys)


def test_unforeseen_error_names_its_kind_and_shows_no_value(monkeypatch, capsys):
    def break_down(options):
        raise RuntimeError("row: Maria Lopez")

    monkeypatch.setattr(cli, "run_release", break_down)
    assert cli.main(["release"]) == 70
    told = capsys.readouterr().err
    assert "RuntimeError" in told and "Lopez" not in told


@pytest.mark.parametrize("mapping", [[], ["--mapping", "us_federal_ht_cases"]])
def test_file_without_a_heading_row_does_not_show_its_first_row(mapping, tmp_path, capsys):
    file = tmp_path / ("march_htd.csv" if mapping else "cases.csv")
    file.write_text("Maria Lopez,31,XAA\nAna Silva,22,XAA\n")
    told = refused(["submit", str(file), *mapping, *PERIOD], capsys)
    assert "heading row" in told and "Lopez" not in told and "31" not in told
