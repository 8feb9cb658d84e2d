"""The audit of fairness: its counts are those of the release, nothing is called proven by silence, and blanks say why."""

import re

import pandas as pd

from charts.verdicts import REASONS, VERDICTS
from tests.factory import made_up_tables

PAGE = "fairness_audit"
ALTARIA = "Altaria (XAA)"
NUMBERS = [
    *("numerator", "denominator", "value", "reference_numerator", "reference_denominator"),
    *("reference_value", "difference", "difference_lower", "difference_upper", "ratio"),
    *("ratio_lower", "ratio_upper", "adjusted_difference", "adjusted_difference_lower"),
    *("adjusted_difference_upper", "p_value", "p_holm", "q_bh", "smallest_detectable_gap"),
    *("gap_not_ruled_out", "unknown_share", "bound_lower", "bound_upper"),
]


def newest(release) -> pd.DataFrame:
    """Of each metric, place and breakdown the last years in which anything was told, else the last at all."""
    rows = release.table("disparities")
    rows = rows[(rows["scope"] == "trafficking") & (rows["reason"] != "not_applicable")]
    kept = []
    for _, alike in rows.groupby(["metric_id", "jurisdiction", "breakdown"]):
        told = alike[alike["reason"].isna() | (alike["reason"] == "")]
        kept.append(
            alike[alike["period_end"] == (told if len(told) else alike)["period_end"].max()]
        )
    return pd.concat(kept)


def test_page_has_one_heading_and_says_once_what_is_seen(page, release):
    shown = page(PAGE)
    assert shown.exceptions == []
    assert shown.titles == ["Fairness audit"]
    rows = newest(release)
    differ = int(rows["verdict"].isin(["difference", "difference_explained"]).sum())
    silent = int((rows["verdict"] == "cannot_tell").sum())
    tested = len(rows) - silent
    told = shown.status
    assert f"{differ or 'none'} of {len(rows):,} comparisons" in told
    assert f"in {silent:,} nothing can be told" in told
    assert f"about {0.05 * tested:,.1f} of the {tested:,} that could be tested" in told
    if differ:
        assert f"about {0.05 * differ:,.1f} may still be chance" in told


def test_summary_counts_every_verdict_by_what_tells_groups_apart(page, release):
    rows = newest(release)
    rows = rows[rows["jurisdiction"] == "XAA"]
    table = page(PAGE, jurisdiction=ALTARIA).table("Verdicts by what tells the groups apart")
    by_label = {words.label: code for code, words in VERDICTS.items()}
    seen = 0
    for line in table.records:
        name = line["Verdict"].split("  ")[-1]
        alike = rows if name == "All comparisons" else rows[rows["verdict"] == by_label[name]]
        assert int(line["All"].replace(",", "")) == len(alike)
        for breakdown in rows["breakdown"].unique():
            heading = breakdown.replace("_", " ").capitalize()
            assert int(line[heading]) == int((alike["breakdown"] == breakdown).sum())
        seen += 1
    assert seen == len(VERDICTS) + 1


def test_choice_of_place_groups_and_verdict_opens_again_from_its_address(page, release):
    rows = newest(release)
    rows = rows[(rows["jurisdiction"] == "XAA") & (rows["breakdown"] == "sex")]
    code = rows["verdict"].mode()[0]
    shown = page(PAGE, jurisdiction=ALTARIA, breakdown="By sex", verdict=VERDICTS[code].label)
    assert f"of {len(rows)} comparison" in shown.status
    listed = shown.table("Differences in percentage points").records
    assert len(listed) == int((rows["verdict"] == code).sum())
    assert {VERDICTS[code].label in line["Verdict"] for line in listed} == {True}
    titles = [each.value for each in shown.run.subheader]
    assert any(
        f"{len(listed)} of {len(rows)} comparison" in each and VERDICTS[code].label.lower() in each
        for each in titles
    )


def test_differences_stand_with_interval_ratio_chance_and_what_could_hide(page, release):
    rows = newest(release)
    rows = rows[(rows["jurisdiction"] == "XAA") & (rows["breakdown"] == "sex")]
    row = rows[rows["verdict"] == "no_difference_shown"].iloc[0]
    title = release.table("definitions").set_index("metric_id")["title"][row["metric_id"]]
    shown = page(PAGE, jurisdiction=ALTARIA, breakdown="By sex")
    lines = shown.table("Differences in percentage points").records
    [line] = [
        each
        for each in lines
        if title in each["Groups and measure"]
        and f"of {row['denominator']:,.0f})" in each["Their numbers"]
        and f"{100 * row['difference']:+.1f}".replace("-", "−") in each["Difference"]
    ]
    low, high = (f"{100 * row[f'difference_{end}']:+.1f}" for end in ("lower", "upper"))
    assert f"{low} to {high}".replace("-", "−") in line["Difference"]
    assert f"ratio {row['ratio']:.2f}" in line["Difference"]
    assert f"Up to {100 * row['gap_not_ruled_out']:.1f} points" in line["What could hide"]
    assert f"from {100 * row['smallest_detectable_gap']:.1f} points" in line["What could hide"]
    for name, heading in (("q_bh", "list"), ("p_holm", "alone")):
        said = f"{heading} {row[name]:.3f}" if row[name] >= 0.001 else f"{heading} <0.001"
        assert said in line["Chance (all tests)"]


def test_families_of_tests_are_told_whole(page, release):
    rows = newest(release)
    rows = rows[rows["jurisdiction"] == "XAA"]
    families = rows.drop_duplicates(["source", "period_start", "period_end"])
    everything = release.table("disparities")
    lines = page(PAGE, jurisdiction=ALTARIA).table("Families of tests").records
    assert len(lines) == len(families)
    told = {
        (int(line["Asked in all"].replace(",", "")), int(line["Tested in all"].replace(",", "")))
        for line in lines
    }
    names = ["jurisdiction", "scope", "source", "period_start", "period_end"]
    whole = everything.merge(families[names], on=names)
    assert told == {
        (len(each), int(each["p_value"].notna().sum())) for _, each in whole.groupby(names)
    }


def test_every_verdict_and_every_reason_has_words(page, changed):
    rows = made_up_tables()["disparities"]
    rows = rows[(rows["jurisdiction"] == "XAA") & (rows["scope"] == "trafficking")]
    told = rows[rows["verdict"] == "no_difference_shown"].iloc[:1]
    last = told["period_end"].iloc[0]
    kinds = [told.assign(verdict=v, category=v) for v in VERDICTS if v != "cannot_tell"]
    silent = told.assign(verdict="cannot_tell", **dict.fromkeys(NUMBERS, float("nan")))
    kinds += [silent.assign(reason=code, category=code) for code in REASONS]
    kinds.append(
        told.assign(
            verdict="difference",
            category="turned",
            is_reversed=True,
            adjusted_difference=-0.1,
            adjusted_difference_lower=-0.2,
            adjusted_difference_upper=-0.05,
        )
    )
    made = pd.concat(kinds, ignore_index=True).assign(period_end=last)
    changed(disparities=made)
    shown = page(PAGE, jurisdiction=ALTARIA)
    assert shown.exceptions == []
    lines = shown.table("Differences in percentage points").records
    # Where the question does not arise nothing is compared.
    assert len(lines) == len(made) - 1
    verdicts = " ".join(line["Verdict"] for line in lines)
    for words in VERDICTS.values():
        assert words.label in verdicts
    for code, words in REASONS.items():
        assert (words in verdicts) == (code != "not_applicable")
    assert any("turned around" in line["Like compared with like"] for line in lines)
    cells = [cell for table in shown.tables for row in table.rows for cell in row]
    assert not [
        cell
        for cell in cells
        if re.search(r"\bnan\b|\bNone\b|<NA>|cannot_tell", cell) and cell != "None"
    ]


def test_release_without_compared_groups_says_so(page, changed):
    changed(disparities=made_up_tables()["disparities"].iloc[:0])
    shown = page(PAGE)
    assert shown.exceptions == []
    assert "No groups are compared in this release" in shown.status
    assert not [table for table in shown.tables if "Verdicts" in table.caption]


def test_place_that_reports_nothing_is_told_from_one_without_such_groups(page, changed):
    tables = made_up_tables()
    places = tables["jurisdictions"]
    silent = places.iloc[:1].assign(jurisdiction="XAD", name="Dornia")
    rows = tables["disparities"]
    rows = rows[~((rows["jurisdiction"] == "XAB") & (rows["breakdown"] == "sex"))]
    changed(jurisdictions=pd.concat([places, silent], ignore_index=True), disparities=rows)
    shown = page(PAGE, jurisdiction="Dornia (XAD)")
    assert shown.exceptions == []
    assert "Dornia reported nothing" in shown.status
    shown = page(PAGE, jurisdiction="Borovia (XAB)", breakdown="By sex")
    assert shown.exceptions == []
    assert "No such groups are compared for Borovia" in shown.status


def test_nothing_is_called_by_a_stronger_word_than_a_difference(page):
    assert not re.search(r"\b(bias|discriminat\w+)\b", page(PAGE).text, re.IGNORECASE)
