"""The page of every metric keeps what every page promises, and never stands without what it needs to be understood."""

import pytest

from tests.factory_metrics import METRICS
from tests.views import promises

METRIC_PAGES = [metric.id for metric in METRICS]


@pytest.mark.parametrize("path", METRIC_PAGES)
def test_page_of_a_metric_stands(page, release, path):
    shown = page(path)
    promises.stands(shown, release)
    assert shown.tables


@pytest.mark.parametrize("path", METRIC_PAGES)
def test_everything_on_the_page_of_a_metric_has_its_file(page, path):
    promises.has_a_file_for_everything(page(path))


@pytest.mark.parametrize("path", METRIC_PAGES)
def test_metric_never_stands_without_its_counterpart_and_its_meaning(page, release, path):
    shown = page(path)
    definition = release.definition(path)
    pair = release.definition(definition["pair"])
    assert f"{pair['title']}: " in " ".join(table.caption for table in shown.tables)
    for said in (
        definition["question"],
        definition["numerator"],
        definition["denominator"],
        definition["source"],
        definition["worked_example"],
        definition["definition_hash"],
        *definition["caveats"].splitlines(),
    ):
        assert said in shown.text
    assert "Who is in" in shown.text and "Who is out" in shown.text
    assert "Offences counted:" in shown.text
    assert any(definition["sql"] in code.value for code in shown.run.code)
    assert all(chart.proto.alt for chart in shown.charts)


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_official_figures_are_marked_as_somebody_elses(page, metric):
    is_marked = "Published by somebody else" in page(metric.id).text.split("Read it together")[0]
    assert is_marked == (metric.source == "official")
