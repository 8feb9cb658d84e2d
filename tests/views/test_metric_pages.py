"""The page of every metric keeps what every page promises, and never stands without what it needs to be understood."""

import pytest

from tests.factory_metrics import METRICS
from tests.views import promises


@pytest.fixture(scope="module", params=METRICS, ids=lambda metric: metric.id)
def metric(request):
    """Every metric in turn: all that is asked of one page is asked while it is open."""
    return request.param


def test_page_of_a_metric_stands(page, release, metric):
    shown = page(metric.id)
    promises.stands(shown, release)
    assert shown.tables


def test_everything_on_the_page_of_a_metric_has_its_file(page, metric):
    promises.has_a_file_for_everything(page(metric.id))


def test_metric_never_stands_without_its_counterpart_and_its_meaning(page, release, metric):
    shown = page(metric.id)
    definition = release.definition(metric.id)
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


def test_official_figures_are_marked_as_somebody_elses(page, metric):
    is_marked = "Published by somebody else" in page(metric.id).text.split("Read it together")[0]
    assert is_marked == (metric.source == "official")
