"""Counts are whole: what fractions leave open, whole numbers may close."""

import numpy as np
from scipy.sparse import csr_matrix

from disclosure.attacking.components import Batch
from disclosure.attacking.integer import whole_interval


def test_whole_numbers_close_what_fractions_leave_open():
    """Twice x and y make seven and y is none or one: a fraction may be 3.5, a whole number only three."""
    ones = np.zeros(2, dtype=int)
    batch = Batch(np.arange(2), ones, csr_matrix([[2.0, 1.0]]), np.array([7.0]), ones + 2)
    whole = np.ones(2, dtype=bool)
    assert whole_interval(batch, np.zeros(2), np.array([9.0, 1.0]), 0, whole) == (3.0, 3.0)
    assert whole_interval(batch, np.zeros(2), np.array([9.0, 1.0]), 0, ~whole) == (3.0, 3.5)
