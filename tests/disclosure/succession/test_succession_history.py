"""A number that was left out of one release and returns is compared with the one before that."""

import pytest

from disclosure.succession.comparing import compare
from disclosure.succession.history import last_told
from tests.disclosure.succession.two_releases import KINDS, count, later, release


def test_a_number_that_returns_is_compared_with_what_was_told_of_it():
    first = release(count(year=2020), count(year=2021))
    second = release(count(year=2021, below=150))
    told = last_told([second, first])
    assert list(told["denominator"]) == [150, 100]
    again = later(count(year=2020, below=104), count(year=2021, below=160))
    assert list(compare(again, told, KINDS)["denominator_few"]) == [True, False]


def test_without_an_earlier_release_there_is_nothing_to_compare():
    with pytest.raises(ValueError, match="no earlier release"):
        last_told([])
