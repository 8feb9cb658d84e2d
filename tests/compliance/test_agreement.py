"""Two coders of the same evidence: who makes a pair, and a kappa worked out by hand."""

import math

import pandas as pd
import pytest

from compliance.agreement import agreement
from compliance.columns import AGREEMENT_COLUMNS

COLUMNS = ["jurisdiction", "attestation_id", "obligation_id", "aspect", "status", "grade", "stated_on", "coder"]  # fmt: skip


def attested(*rows) -> pd.DataFrame:
    """Rows of (place, obligation, aspect, status, grade, day, coder)."""
    return pd.DataFrame(
        [(row[0], f"a{number}", *row[1:]) for number, row in enumerate(rows)], columns=COLUMNS
    )


def twice(count: int, one: str, other: str, start: int = 0, place="XAA", aspect="law") -> list:
    """Duties read by two coders each, with what the one and the other found."""
    return [
        (place, f"palermo-{start + number}", aspect, status, "A", "2024-03-01", coder)
        for number in range(count)
        for coder, status in (("c1", one), ("c2", other))
    ]


def told(found: pd.DataFrame, place, aspect: str = "all") -> pd.Series:
    is_place = found["jurisdiction"].isna() if place is None else found["jurisdiction"] == place
    is_it = is_place & (found["aspect"] == aspect)
    assert is_it.sum() == 1
    return found[is_it].iloc[0]


READ = [
    *twice(8, "met", "met"),
    *twice(2, "met", "partly_met", 10),
    *twice(2, "partly_met", "partly_met", 20),
    *twice(1, "not_met", "met", 30),
    *twice(3, "not_met", "not_met", 40),
    *twice(4, "disputed", "not_met", 50),
    *twice(5, "not_applicable", "not_applicable", 60),
]


def test_kappa_by_hand():
    """16 pairs on the scale: first reader 10, 2, 4; second 9, 4, 3. Weights 1, one half, 0.

    Seen: (8 + 2 + 3 + 2 / 2 + 1 x 0) / 16 = 14 / 16.
    By chance: (10 x 9 + 2 x 4 + 4 x 3 + (10 x 4 + 2 x 9 + 2 x 3 + 4 x 4) / 2) / 256 = 150 / 256.
    Kappa: (224 - 150) / (256 - 150) = 74 / 106.
    """
    found = told(agreement(attested(*READ)), "XAA")
    assert (found["pairs"], found["same"]) == (25, 18)
    assert found["agreement"] == 18 / 25
    assert found["kappa"] == pytest.approx(74 / 106, abs=1e-12)
    assert found["status"] == "very_uncertain"
    # The error of Fleiss, Cohen and Everitt, written out over the cells that hold files.
    chance, kappa = 150 / 256, 74 / 106
    row_typical = [(9 + 4 / 2) / 16, (9 / 2 + 4 + 3 / 2) / 16, (4 / 2 + 3) / 16]
    column_typical = [(10 + 2 / 2) / 16, (10 / 2 + 2 + 4 / 2) / 16, (2 / 2 + 4) / 16]
    cells = {(0, 0): (8, 1), (0, 1): (2, 0.5), (1, 1): (2, 1), (2, 0): (1, 0), (2, 2): (3, 1)}
    spread = sum(
        count / 16 * (weight - (row_typical[i] + column_typical[j]) * (1 - kappa)) ** 2
        for (i, j), (count, weight) in cells.items()
    )
    variance = (spread - (kappa - chance * (1 - kappa)) ** 2) / (16 * (1 - chance) ** 2)
    reach = 1.959964 * math.sqrt(variance)
    assert found["lower"] == pytest.approx(kappa - reach, abs=1e-6)
    assert found["upper"] == pytest.approx(min(1, kappa + reach), abs=1e-6)


def test_pairs_off_the_scale_count_as_alike_or_not_and_leave_kappa_alone():
    scale = [row for row in READ if row[3] not in ("disputed", "not_applicable")]
    scale = [row for row in scale if int(row[1].removeprefix("palermo-")) < 50]
    with_all, on_scale = (told(agreement(attested(*rows)), "XAA") for rows in (READ, scale))
    assert with_all["kappa"] == on_scale["kappa"]
    assert (on_scale["pairs"], with_all["pairs"]) == (16, 25)


ONE = ("XAA", "palermo-1", "law", "met", "A", "2024-03-01", "c1")


@pytest.mark.parametrize(
    ("change", "pairs"),
    [
        ({}, 1),
        ({"status": "not_met"}, 1),
        ({"coder": "c1"}, 0),
        ({"grade": "B"}, 0),
        ({"stated_on": "2024-03-02"}, 0),
        ({"aspect": "practice"}, 0),
        ({"obligation_id": "palermo-2"}, 0),
        ({"jurisdiction": "XAB"}, 0),
    ],
)
def test_a_pair_is_the_same_evidence_read_by_two(change, pairs):
    rows = attested(ONE, (*ONE[:-1], "c2"))
    for name, value in change.items():
        rows.loc[1, name] = value
    found = agreement(rows)
    assert len(found) == (4 if pairs else 0)
    assert (found["pairs"] == pairs).all()


def test_a_third_reading_and_a_second_by_the_same_person_add_no_pair():
    rows = attested(
        ONE, (*ONE[:3], "not_met", *ONE[4:]), (*ONE[:-1], "c2"), (*ONE[:3], "not_met", *ONE[4:-1], "c3")
    )  # fmt: skip
    found = told(agreement(rows), "XAA")
    assert (found["pairs"], found["same"]) == (1, 1)


def test_few_pairs_are_counted_and_nothing_is_estimated():
    found = told(
        agreement(attested(*twice(6, "met", "met"), *twice(3, "not_met", "met", 10))), None
    )
    assert (found["pairs"], found["same"], found["status"]) == (9, 6, "insufficient")
    assert found[["agreement", "kappa", "lower", "upper", "interval_method"]].isna().all()


def test_where_all_is_met_chance_alone_explains_it():
    found = told(agreement(attested(*twice(40, "met", "met"))), "XAA")
    assert (found["agreement"], found["status"]) == (1, "insufficient")
    assert pd.isna(found["kappa"])


def test_coders_who_each_say_one_thing_have_no_kappa():
    """One always says met, the other never: that says nothing of how they would judge elsewhere."""
    found = told(agreement(attested(*twice(12, "met", "not_met"))), "XAA")
    assert found["agreement"] == 0 and pd.isna(found["kappa"])
    assert found["status"] == "insufficient"


def test_places_and_aspects_add_up_to_all():
    rows = [
        *READ,
        *twice(12, "met", "met", place="XAB"),
        *twice(7, "met", "not_met", place="XAB", aspect="practice"),
    ]
    found = agreement(attested(*rows))
    assert told(found, None)["pairs"] == 25 + 12 + 7
    assert told(found, None, "law")["pairs"] == 25 + 12
    assert told(found, "XAB")["pairs"] == 12 + 7
    assert told(found, "XAB", "practice")["same"] == 0
    assert list(found.columns) == list(AGREEMENT_COLUMNS)


def test_order_of_submission_does_not_matter():
    rows = attested(*READ, *twice(2, "partly_met", "not_met", 70))
    turned = rows.iloc[::-1].reset_index(drop=True)
    pd.testing.assert_frame_equal(agreement(rows), agreement(turned))


def test_no_attestation_gives_an_empty_table():
    found = agreement(attested())
    assert len(found) == 0 and list(found.columns) == list(AGREEMENT_COLUMNS)
