"""What a page says of places, groups and series is what the release stores, with the chance of a false alarm."""

import re

import pytest

from charts.verdicts import FLAGS, VERDICTS
from tests.factory import made_up_tables
from tests.factory_changed import write_changed
from tests.views.promises import newest_gaps

METRIC = "court_conviction_rate"
SET = {"metric_id": METRIC, "scope": "trafficking"}


def rows_of(release, table: str, **filters):
    found = release.table(table)
    for name, wanted in (SET | filters).items():
        found = found[found[name] == wanted]
    return found


def newest(rows):
    return rows[rows["period_end"] == rows["period_end"].max()]


def test_places_stand_by_name_with_flag_ranks_and_the_alarms_of_chance(page, release):
    stored = newest(rows_of(release, "comparisons")).set_index("jurisdiction")
    shown = page(METRIC)
    table = shown.table("places compared in 2023 to 2025 (together), by name")
    assert [each["Place"] for each in table.records] == ["Altaria", "Borovia", "Cassia"]
    for each, (_, row) in zip(table.records, stored.sort_index().iterrows(), strict=True):
        assert each["Value"] == f"{100 * row['numerator'] / row['denominator']:.1f}%"
        assert FLAGS[row["flag"]].label in each["Verdict"]
        low, high = int(row["rank_lower"]), int(row["rank_upper"])
        assert each["Ranks chance allows"] == (f"{low} to {high}" if low < high else f"{low}")
    alarms = int(stored["flag"].str.endswith("alarm").sum())
    judged = int((stored["flag"] != "not_assessable").sum())
    assert f"{alarms} alarm{'' if alarms == 1 else 's'} and" in shown.text
    assert f"about {0.002 * judged:.2f} alarms" in shown.text


def test_places_that_differ_too_widely_are_said_not_to_be_comparable(page, tmp_path, monkeypatch):
    tables = dict(made_up_tables())
    tables["comparisons"] = tables["comparisons"].assign(is_overdispersed=True)
    write_changed(tmp_path, tables)
    assert "not comparable on this measure" not in page(METRIC).text
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))
    assert "not comparable on this measure" in page(METRIC).text


def test_groups_have_a_verdict_and_what_cannot_be_ruled_out(page, release):
    stored = newest(rows_of(release, "disparities", jurisdiction="XAA"))
    shown = page(METRIC, jurisdiction="Altaria (XAA)")
    records = shown.table("differences in percentage points").records
    assert len(records) == len(stored)
    female = stored[(stored["breakdown"] == "sex") & (stored["category"] == "female")].iloc[0]
    [told] = [each for each in records if each["Groups"] == "Female beside male"]
    gap = 100 * (
        female["numerator"] / female["denominator"]
        - female["reference_numerator"] / female["reference_denominator"]
    )
    assert told["Difference"].replace("−", "-").startswith(f"{gap:+.1f} points")
    assert VERDICTS[female["verdict"]].label in told["Verdict"]
    ends = max(abs(female["difference_lower"]), abs(female["difference_upper"]))
    assert told["Cannot be ruled out"] == f"Up to {100 * ends:.1f} points"
    for code, words in VERDICTS.items():
        count = int((stored["verdict"] == code).sum())
        assert (f"{count} × {words.label.lower()}" in shown.text) == bool(count)


def test_no_page_calls_a_difference_a_bias(page):
    text = page(METRIC).text + page("").text
    assert not re.search(r"\b(bias|discriminat\w+)\b", text, re.IGNORECASE)


def test_series_says_its_signals_and_its_false_alarms(page, release):
    stored = rows_of(release, "trends", jurisdiction="XAA").sort_values("period_start")
    shown = page(METRIC, jurisdiction="Altaria (XAA)")
    signals = int(stored["signal"].notna().sum())
    assert f"{len(stored)} points with firm limits" in shown.text
    assert f"{signals} point{'' if signals == 1 else 's'} show" in shown.text
    expected = stored["expected_false_alarms"].iloc[0]
    assert f"{expected:.2f} false alarms are to be expected" in shown.text
    table = shown.table("signals, Altaria").records
    assert [each["Signal"] != "None" for each in table] == list(stored["signal"].notna())[::-1]


def test_short_series_is_said_to_be_too_short(page, release):
    trends = release.table("trends")
    short = trends[trends["limits_kind"] == "none"].iloc[0]
    places = release.table("jurisdictions").set_index("jurisdiction")["name"]
    code = short["jurisdiction"]
    shown = page(short["metric_id"], jurisdiction=f"{places[code]} ({code})")
    assert "too few for limits" in shown.text


@pytest.mark.parametrize("path", [METRIC, "persons_prosecuted"])
def test_unknown_comes_last_and_its_share_is_said(page, release, path):
    rows = release.results(path, jurisdiction="XAA", scope="trafficking", breakdown="sex")
    rows = newest(rows)
    rows = rows[rows["period_start"] == rows["period_start"].max()]
    side = "numerator" if path == "persons_prosecuted" else "denominator"
    counts = rows.set_index("category")[side]
    shown = page(path, jurisdiction="Altaria (XAA)", breakdown="By sex")
    assert shown.table("by sex").records[-1]["Group"].lower() == "unknown"
    share = 100 * counts["unknown"] / counts.sum()
    assert f"Of unknown group: {share:.1f}% of all that were counted" in shown.text


def test_front_page_adds_up_alarms_signals_and_verdicts_of_the_release(page, release):
    front = page("")
    text, titles = front.text, [each.value for each in front.run.subheader]
    trends = release.table("trends")
    judged = trends[(trends["limits_kind"] != "none") & (trends["scope"] == "trafficking")]
    series = judged.groupby(["metric_id", "jurisdiction"])
    shown = int(series["signal"].count().gt(0).sum())
    expected = series["expected_false_alarms"].first().sum()
    assert any(f"{shown} of {series.ngroups} numbers followed over time" in each for each in titles)
    assert f"about {expected:.1f} would show a signal" in text
    gaps = newest_gaps(release)
    silent = int((gaps["verdict"] == "cannot_tell").sum())
    assert any(f"of {len(gaps):,} comparisons of groups" in each for each in titles)
    assert f"In {silent:,} nothing can be told" in text


def test_release_from_before_the_comparisons_is_still_shown(page, tmp_path, monkeypatch):
    tables = dict(made_up_tables())
    for name in ("comparisons", "disparities", "trends"):
        tables[name] = tables[name].iloc[:0]
    write_changed(tmp_path, tables)
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(tmp_path))
    shown = page(METRIC)
    assert shown.exceptions == []
    assert "difference or chance" not in " ".join(each.value for each in shown.run.header)
    assert page("").exceptions == []
