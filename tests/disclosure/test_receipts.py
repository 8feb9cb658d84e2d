"""A row that an agency sent is a person's: small counts of rows are hidden in receipts and findings."""

import pandas as pd

from disclosure.receipts import hide_in_findings, hide_in_receipts


def receipts(accepted, quarantined, excluded, blanked=0):
    return pd.DataFrame(
        [
            {
                "submission_id": "XAA-1",
                "rows_received": accepted + quarantined + excluded,
                "rows_accepted": accepted,
                "rows_quarantined": quarantined,
                "rows_excluded": excluded,
                "values_blanked": blanked,
            }
        ]
    )


def findings(*rows):
    names = ["submission_id", "severity", "rule", "message", "rows"]
    return pd.DataFrame([("XAA-1", *one) for one in rows], columns=names)


def test_small_part_is_hidden_with_the_total_it_could_be_had_from():
    shown = hide_in_receipts(receipts(900, 4, 0)).iloc[0]
    assert pd.isna(shown["rows_quarantined"]) and pd.isna(shown["rows_received"])
    assert (shown["rows_accepted"], shown["rows_excluded"]) == (900, 0)
    assert shown["blank"] == "suppressed"


def test_large_and_zero_parts_are_shown():
    shown = hide_in_receipts(receipts(900, 40, 0)).iloc[0]
    assert (shown["rows_received"], shown["rows_quarantined"]) == (940, 40)
    assert pd.isna(shown["blank"])


def test_single_hidden_finding_takes_a_second_of_its_severity_with_it():
    shown = hide_in_findings(
        findings(("fail", "a", "x", 4), ("fail", "b", "x", 40), ("review", "c", "x", 50))
    )
    assert shown["rows"].isna().tolist() == [True, True, False]
    assert (shown["blank"] == "suppressed").tolist() == [True, True, False]


def test_message_that_repeats_a_hidden_count_is_emptied():
    shown = hide_in_findings(findings(("fail", "a", "In 4 rows the date is missing.", 4)))
    assert shown["message"].tolist() == [None]
