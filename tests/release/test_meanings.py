"""A release explains its own words."""

from data.schema import tables as case_model
from release.codebook import codebook
from release.read import open_release
from release.tables import TABLES
from release.vocabulary import check_words_are_known, vocabulary


def test_every_code_in_results_has_a_label(made_up_release):
    known = vocabulary().groupby("list")["code"].agg(set)
    with open_release(made_up_release) as release:
        results, definitions = release.results(), release.definitions()
    for column in ("status", "blank", "scope", "unit_counted", "maturity", "period_kind", "source"):
        assert set(results[column].dropna()) <= known[column], column
    for column in ("kind", "good_direction", "value_unit"):
        assert set(definitions[column]) <= known[column], column
    check_words_are_known()


def test_codebook_names_every_column_of_release_and_case_model():
    named = set(zip(codebook()["table_name"], codebook()["column_name"], strict=True))
    assert {(name, column) for name, table in TABLES.items() for column in table.columns} <= named
    for name, table in case_model().items():
        assert {(f"case_model.{name}", column) for column in table.columns} <= named
    assert codebook()["meaning"].str.len().min() > 3


def test_code_lists_named_by_the_codebook_exist():
    assert set(codebook()["codes"].dropna()) <= set(vocabulary()["list"])
