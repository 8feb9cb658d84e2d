"""Places compared: the flags, chances and false alarms of the release, by name, and never an order of ranks."""

import re

import pandas as pd

from charts.verdicts import FLAGS, REASONS
from tests.factory import made_up_tables

PAGE = "comparison"
METRIC = "court_conviction_rate"


def compared(tables, metric_id: str = METRIC) -> pd.DataFrame:
    """The newest set of a metric in which a place could be judged."""
    rows = tables["comparisons"]
    rows = rows[(rows["metric_id"] == metric_id) & (rows["scope"] == "trafficking")]
    if rows["horizon_days"].notna().any():
        wanted = 730 if (rows["horizon_days"] == 730).any() else rows["horizon_days"].min()
        rows = rows[rows["horizon_days"] == wanted]
    judged = rows[rows["flag"] != "not_assessable"]
    return rows[rows["period_end"] == (judged if len(judged) else rows)["period_end"].max()]


def title(metric_id: str = METRIC) -> str:
    return made_up_tables()["definitions"].set_index("metric_id")["title"][metric_id]


def test_first_measure_can_be_drawn_and_has_one_heading(page):
    shown = page(PAGE)
    assert shown.exceptions == []
    assert shown.titles == ["Comparison of places"]
    assert shown.status
    assert len(shown.charts) == 1


def test_chosen_measure_tells_alarms_and_the_false_ones_to_expect(page):
    rows = compared(made_up_tables())
    judged = rows[rows["flag"] != "not_assessable"]
    alarms = int(judged["flag"].str.endswith("alarm").sum())
    told = page(PAGE, measure=title()).status
    assert told.startswith(f"{title()}, 2023 to 2025 (together): ")
    assert f"{alarms or 'none'} of {len(judged)} places that can be compared" in told
    assert f"about {0.002 * len(judged):.2f} would" in told
    listed = int((judged["q_value"] <= 0.05).sum())
    assert f"allowing for all places, {listed or 'none'} stand" in told


def test_places_stand_by_name_with_both_chances(page):
    rows = compared(made_up_tables()).sort_values("jurisdiction")
    lines = page(PAGE, measure=title()).table("places compared, 2023 to 2025").records
    assert [line["Place"] for line in lines] == ["Altaria", "Borovia", "Cassia"]
    for line, (_, row) in zip(lines, rows.iterrows(), strict=True):
        assert FLAGS[row["flag"]].label in line["Verdict"]
        for name, heading in (("q_value", "list"), ("p_holm", "alone")):
            said = f"{heading} {row[name]:.3f}" if row[name] >= 0.001 else f"{heading} <0.001"
            assert said in line["Chance (all tests)"]


def test_an_older_period_opens_from_its_address(page):
    shown = page(PAGE, measure=title(), period="2021 to 2022 (together)")
    rows = made_up_tables()["comparisons"]
    rows = rows[(rows["metric_id"] == METRIC) & (rows["scope"] == "trafficking")]
    rows = rows[rows["period_end"].map(lambda day: day.year) == 2022]
    assert "2021 to 2022 (together)" in shown.status
    lines = shown.table("places compared").records
    assert len(lines) == len(rows)


def test_a_horizon_can_be_chosen_where_there_are_several(page):
    rows = made_up_tables()["comparisons"]
    several = rows.groupby("metric_id")["horizon_days"].nunique()
    metric_id = several[several > 1].index[0]
    first = int(rows[rows["metric_id"] == metric_id]["horizon_days"].min())
    shown = page(PAGE, measure=title(metric_id), horizon=f"{12 * first // 365} months")
    assert shown.exceptions == []
    assert f"within {12 * first // 365} months" in shown.status


def test_matrix_has_every_place_and_every_judged_headline_measure(page):
    tables = made_up_tables()
    definitions = tables["definitions"].set_index("metric_id")
    headline = set(definitions.index[definitions["headline"] == "yes"])
    headline &= set(tables["comparisons"]["metric_id"])
    sets = {key: compared(tables, key) for key in headline}
    judged = {k: rows for k, rows in sets.items() if (rows["flag"] != "not_assessable").any()}
    shown = page(PAGE, measure="All measures")
    table = shown.table("Places and headline measures")
    assert len(table.headings) == 1 + len(judged)
    names = tables["jurisdictions"].set_index("jurisdiction")["name"]
    for key, rows in judged.items():
        [heading] = [h for h in table.headings if definitions["title"][key] in h]
        for _, row in rows.iterrows():
            [line] = [each for each in table.records if each["Place"] == names[row["jurisdiction"]]]
            assert FLAGS[row["flag"]].label in line[heading]
    every = pd.concat(sets.values())
    every = every[every["flag"] != "not_assessable"]
    alarms = int(every["flag"].str.endswith("alarm").sum())
    assert f"{len(every):,} numbers could be compared" in shown.text
    assert f"{alarms} alarm" in shown.text
    assert f"about {0.002 * len(every):.2f} would be expected" in shown.text


def test_every_flag_and_reason_has_words(page, changed):
    rows = made_up_tables()["comparisons"]
    row = rows[(rows["metric_id"] == METRIC) & (rows["flag"] == "within")].iloc[:1]
    numbers = rows.select_dtypes("number").columns.difference(["expected_false_alarms"])
    silent = row.assign(flag="not_assessable", is_signal=None, is_overdispersed=None)
    silent = silent.assign(**dict.fromkeys(numbers.difference(["horizon_days"]), None))
    kinds = [row.assign(flag=flag) for flag in FLAGS if flag != "not_assessable"]
    kinds += [silent.assign(reason=code) for code in REASONS]
    made = pd.concat(kinds, ignore_index=True)
    made["jurisdiction"] = [f"X{n:02d}" for n in range(len(made))]
    changed(comparisons=made.astype(rows.dtypes.to_dict(), errors="ignore"))
    shown = page(PAGE)
    assert shown.exceptions == []
    verdicts = " ".join(line["Verdict"] for line in shown.table("places compared").records)
    for words in (*(each.label for each in FLAGS.values()), *REASONS.values()):
        assert words in verdicts
    cells = [cell for table in shown.tables for line in table.rows for cell in line]
    assert not [cell for cell in cells if re.search(r"\bnan\b|<NA>|not_assessable", cell)]


def test_a_set_in_which_nobody_can_be_judged_says_so(page, changed):
    rows = made_up_tables()["comparisons"]
    kept = rows[rows["metric_id"] == METRIC]
    numbers = ["numerator", "denominator", "value", "target", "tail_probability", "q_value"]
    numbers += ["p_holm", "lower_95", "upper_95", "lower_998", "upper_998", "shrunken"]
    kept = kept.assign(flag="not_assessable", reason="suppressed", **dict.fromkeys(numbers))
    changed(comparisons=kept.astype(rows.dtypes.to_dict(), errors="ignore"))
    shown = page(PAGE)
    assert shown.exceptions == []
    assert "can be compared with the others" in shown.status
    assert "none of" in shown.status
    assert len(shown.charts) == 0
    assert "No headline measure could be compared" in page(PAGE, measure="All measures").text


def test_no_point_is_told_of_a_very_uncertain_number_where_places_are_too_few(page, changed):
    tables = made_up_tables()
    rows, results = tables["comparisons"], tables["results"]
    kept = rows[rows["metric_id"] == METRIC].assign(flag="not_assessable", reason="too_few_places")
    is_metric = (results["metric_id"] == METRIC) & results["value"].notna()
    results = results.assign(status=results["status"].mask(is_metric, "very_uncertain"))
    changed(comparisons=kept, results=results)
    for path in (PAGE, METRIC):
        told = page(path).table("places compared").records
        assert {each["Value"] for each in told} == {"Interval only"}


def test_places_too_unlike_are_called_not_comparable(page, changed):
    rows = made_up_tables()["comparisons"]
    changed(comparisons=rows.assign(is_overdispersed=True))
    assert "not comparable on this measure" in page(PAGE, measure=title()).text


def test_release_without_comparisons_says_so(page, changed):
    changed(comparisons=made_up_tables()["comparisons"].iloc[:0])
    shown = page(PAGE)
    assert shown.exceptions == []
    assert "No places are compared in this release" in shown.status


def test_page_has_no_list_in_the_order_of_numbers(page):
    for table in page(PAGE, measure=title()).tables:
        if table.headings[0] == "Place":
            places = [line[0] for line in table.rows[1:]]
            assert places == sorted(places)
