"""What is taken away says what it is."""

import csv
import io

import pandas as pd

from views import file_names, shown, table_file


def test_csv_holds_the_rows_as_the_release_does(release):
    frame = release.results("clearance_rate", jurisdiction="XAA")
    rows = release.rows("results", metric_id="clearance_rate", jurisdiction="XAA")
    text = table_file.csv(release, rows).decode("utf-8-sig")
    read = list(csv.DictReader(io.StringIO(text)))
    assert len(read) == len(frame)
    for row, true in zip(read, frame.to_dict("records"), strict=True):
        assert row["data"] == "SYNTHETIC"
        assert row["release_id"] == release.release_id
        assert float(row["value"]) == true["value"]
        assert row["period_end"] == f"{true['period_end']:%Y-%m-%d}"
        assert row["horizon_days"] == ""


def test_blank_stays_a_blank_with_its_reason(release):
    rows = release.rows("results", metric_id="survivor_satisfaction", jurisdiction="XAC")
    text = table_file.csv(release, rows).decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(text)):
        assert (row["value"], row["blank"]) == ("", "not_reported")


def test_file_name_says_synthetic_release_and_content(release):
    name = file_names.file_name(release, "clearance_rate", "Altaria over time")
    assert name == f"SYNTHETIC-answerable-{release.release_id}-clearance_rate-altaria-over-time.csv"


def test_no_number_is_taken_away_without_its_counterpart(release):
    rows = release.rows("results", metric_id="clearance_rate", jurisdiction="XAA")
    pair = release.definition("clearance_rate")["pair"]
    other = release.rows("results", metric_id=pair, jurisdiction="XAA")
    text = table_file.csv(release, rows).decode("utf-8-sig")
    told = list(csv.DictReader(io.StringIO(text)))
    assert told
    for row in told:
        assert row["pair_metric_id"] == pair
        days = row["period_start"], row["period_end"]
        fit = [
            r
            for r in other
            if (f"{r['period_start']:%Y-%m-%d}", f"{r['period_end']:%Y-%m-%d}") == days
        ]
        if not fit:
            assert (row["pair_value"], row["pair_blank"]) == ("", "not_applicable")
        elif row["pair_value"]:
            assert float(row["pair_value"]) in {r["value"] for r in fit}
        else:
            assert row["pair_blank"] in {r["blank"] for r in fit}


def test_prose_of_others_is_no_formula_in_a_spreadsheet(release):
    texts = ["=HYPERLINK(1)", "+1", "- first", "@name", "1 = 1", None]
    text = table_file.csv(release, [{"reply": text, "number": -1.5} for text in texts])
    told = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))
    assert [row["reply"] for row in told] == [
        "'=HYPERLINK(1)", "'+1", "'- first", "'@name", "1 = 1", "",
    ]  # fmt: skip
    assert {row["number"] for row in told} == {"-1.5"}


def test_cells_of_two_columns_of_one_name_are_all_kept(release):
    text = table_file.cells_csv(release, ("Metric", "How sure", "How sure"), [("a", "b", "c")])
    [told] = csv.DictReader(io.StringIO(text.decode("utf-8-sig")))
    assert (told["Metric"], told["How sure"], told["How sure (2)"]) == ("a", "b", "c")


def test_point_of_a_series_stands_beside_the_point_of_its_counterpart(release):
    points = release.table("trends")
    keys = ["metric_id", "scope", "jurisdiction", "period_start", "period_end"]
    true = points.drop_duplicates(keys).set_index(keys)["value"]
    pairs = release.definitions().set_index("metric_id")["pair"]
    text = table_file.csv(release, release.rows("trends")).decode("utf-8-sig")
    told = list(csv.DictReader(io.StringIO(text)))
    expected = [
        true.get((pairs[row["metric_id"]], *row[keys[1:]]), default=None)
        for _, row in points.iterrows()
    ]
    found = [float(row["pair_value"]) if row["pair_value"] else None for row in told]
    assert [row["pair_metric_id"] for row in told] == list(points["metric_id"].map(pairs))
    assert found == [None if pd.isna(value) else value for value in expected]
    assert sum(value is not None for value in found) > 10


def test_the_same_key_twice_is_told_apart():
    shown.begin(None)
    assert [shown.once("csv"), shown.once("csv"), shown.once("other")] == ["csv", "csv 2", "other"]
