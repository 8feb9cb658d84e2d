"""An invented world of as many places as wanted: the demo's, then further ones like them under codes of their own."""

from dataclasses import replace
from itertools import islice, product
from string import ascii_uppercase

from data.demo.truths import TRUTHS, Truths


def world_of(places: int) -> Truths:
    """The demo's truths with the first `places` of the codes XAA to XZZ. Raises ValueError for
    fewer than two, which cooperate with each other, and beyond the 676 codes.

    A further place works as one of the demo's does, and has as large a share of all cases beside the
    others. What the demo tells of single places (a court that stopped reporting, duties that bind
    one) stays with those; a further place is bound by no treaty.
    """
    if not 2 <= places <= len(ascii_uppercase) ** 2:
        raise ValueError(f"An invented world has 2 to 676 places, not {places}.")
    codes = ["X" + "".join(pair) for pair in islice(product(ascii_uppercase, repeat=2), places)]
    like = [TRUTHS.places[number % len(TRUTHS.places)] for number in range(places)]
    millions = TRUTHS.residents.millions
    return replace(
        TRUTHS,
        places=tuple(
            one if one.code == code else replace(one, code=code, name=f"{one.name} {code}")
            for code, one in zip(codes, like, strict=True)
        ),
        residents=replace(
            TRUTHS.residents,
            millions={code: millions[one.code] for code, one in zip(codes, like, strict=True)},
        ),
    )
