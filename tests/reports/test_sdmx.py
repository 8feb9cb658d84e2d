"""Results as SDMX: a reader of the standard finds every one of them, under a structure that its schema accepts."""

import zipfile
from datetime import date

import numpy as np
import pytest
from pysdmx.io import get_datasets, read_sdmx

from reports.sdmx import write_sdmx
from reports.sdmx.observations import DIMENSIONS, OBSERVATION_STATUS, time_range


@pytest.fixture(scope="module")
def files(made_release, tmp_path_factory):
    folder = tmp_path_factory.mktemp("sdmx")
    write_sdmx(made_release, folder / "all.zip")
    with zipfile.ZipFile(folder / "all.zip") as members:
        members.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def data(files):
    [found] = get_datasets(files / "results.csv", files / "structure.json")
    return found.data


def test_structure_is_accepted_by_its_schema(files):
    [structure] = read_sdmx(files / "structure.json").get_data_structure_definitions()
    assert {each.id for each in structure.components.dimensions} == {*DIMENSIONS, "TIME_PERIOD"}


def test_every_result_is_one_observation(data, made_release):
    results = made_release.results()
    assert len(data) == len(results)
    assert not data.duplicated([*DIMENSIONS, "TIME_PERIOD"]).any()
    assert numbers(data["OBS_VALUE"]) == pytest.approx(results["value"].sum())
    assert numbers(data["NUMERATOR"]) == pytest.approx(results["numerator"].sum())


def numbers(column) -> float:
    """The sum of what is a number; SDMX writes NaN where there is none."""
    return float(np.nansum(column.to_numpy(dtype=float, na_value=np.nan)))


def test_a_blank_has_no_value_and_says_which_blank_it_is(data, made_release):
    blanks = made_release.results()["blank"].dropna().value_counts().to_dict()
    assert blanks
    found = data[data["BLANK"].fillna("") != ""]
    assert found["BLANK"].value_counts().to_dict() == blanks
    for blank, status in zip(found["BLANK"], found["OBS_STATUS"], strict=True):
        assert status == OBSERVATION_STATUS[blank]


def test_same_release_gives_the_same_bytes(files, made_release, tmp_path):
    write_sdmx(made_release, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == (files / "all.zip").read_bytes()


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), "2024-01-01/P1Y"),
        (date(2023, 1, 1), date(2025, 12, 31), "2023-01-01/P3Y"),
        (date(2024, 7, 1), date(2024, 9, 30), "2024-07-01/P3M"),
        (date(2024, 2, 29), date(2024, 2, 29), "2024-02-29/P1D"),
        (date(1998, 1, 1), date(2014, 8, 5), "1998-01-01/P6061D"),
    ],
)
def test_periods_are_ranges_of_iso_8601(start, end, said):
    assert time_range(start, end) == said
