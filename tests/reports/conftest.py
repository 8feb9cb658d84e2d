"""The reports of the made-up release, made once for all tests of this folder."""

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.made_files import made_files


@pytest.fixture(scope="session")
def made_release(release):
    """The made-up release; `release` is also the name of a package."""
    return release


@pytest.fixture(scope="session")
def reports(made_release, tmp_path_factory):
    return made_files(made_release, tmp_path_factory.mktemp("reports"))


@pytest.fixture(scope="session")
def place_reports(made_release, tmp_path_factory):
    return made_files(made_release, tmp_path_factory.mktemp("reports"), "XAC")


@pytest.fixture(scope="session")
def pdf(reports):
    return PdfReader(reports[0])


@pytest.fixture(scope="session")
def workbook(reports):
    return load_workbook(reports[1])
