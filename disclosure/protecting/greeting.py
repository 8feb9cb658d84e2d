"""Lets HiGHS say who it is where nobody hears it."""

import os
from functools import cache

import highspy


@cache
def let_it_greet() -> None:
    """Make the first solver of this process, which greets on standard output before it can be told not to."""
    heard = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        highspy.Highs()
    finally:
        os.dup2(heard, 1)
        os.close(heard)
        os.close(nowhere)
