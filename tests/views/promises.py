"""What every page promises, whatever it is about."""

import csv
import io

from reports.page.document import Picture


def stands(shown, release) -> None:
    """One heading, one live line, the release named, and no table without a caption or with an empty cell."""
    assert shown.exceptions == []
    assert len(shown.titles) == 1
    assert "SYNTHETIC" in shown.text
    assert release.release_id in shown.text
    assert shown.html.count('role="status"') == 1
    for table in shown.tables:
        assert table.caption
        assert len(table.rows) > 1
        for row in table.rows:
            assert all(cell.strip() for cell in row), f"an empty cell in {table.caption}"
            assert not {"nan", "NaN", "None ", "NaT", "<NA>", "inf"} & set(row)


def has_a_file_for_everything(shown) -> None:
    """No table or chart without its file beside it, and every file has something in it."""
    buttons = shown.taken.buttons
    files = [(label, make) for label, make, about in buttons if about["mime"] == "text/csv"]
    of_charts = [make for label, make in files if label == "Chart data (CSV)"]
    assert len(files) - len(of_charts) >= len(shown.tables)
    pictures = [each.chart for each in shown.taken.document.blocks if isinstance(each, Picture)]
    assert len(of_charts) == len(pictures)
    # Small multiples are drawn one by one, and taken away together.
    assert sum(len(each.panels) or 1 for each in pictures) >= len(shown.charts)
    for label, make in files:
        rows = list(csv.reader(io.StringIO(make().decode("utf-8-sig"))))
        assert len(rows) > 1, f"nothing in the file behind {label}"
        assert rows[0][:2] == ["release_id", "data"]
        assert {row[1] for row in rows[1:]} == {"SYNTHETIC"}
    keys = [about["key"] for _, _, about in buttons]
    assert len(keys) == len(set(keys))
    assert {"page pdf", "page xlsx"} <= set(keys)
    assert all(about["file_name"].startswith("SYNTHETIC-") for _, _, about in buttons)
    # A long caption would be a sentence to press on; it stands above the button and in the file's name.
    assert all(len(label) <= 60 for label, _, _ in buttons)


def newest_gaps(release):
    """Of each metric, place and breakdown the last period in which anything could be told, counted by pandas."""
    gaps = release.table("disparities")
    gaps = gaps[(gaps["scope"] == "trafficking") & (gaps["reason"] != "not_applicable")]
    alike = ["metric_id", "source", "origin", "unit_counted", "jurisdiction", "breakdown"]
    days = gaps["period_end"].astype(str) + gaps["period_start"].astype(str)
    told = days.where(gaps["reason"].isna())
    last = told.groupby([gaps[name].fillna("") for name in alike]).transform("max")
    newest = days.groupby([gaps[name].fillna("") for name in alike]).transform("max")
    return gaps[days == last.fillna(newest)]
