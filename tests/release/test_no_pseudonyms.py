"""No pseudonym of the case store may be in a table or in the bytes of a release."""

import pandas as pd
import pytest

from disclosure.error import DisclosureError
from release.artefacts import check_file, check_tables

TOKENS = frozenset({"VICTIM-000017", "900123"})


@pytest.mark.parametrize("text", ["VICTIM-000017", "see 900123, please"])
def test_a_pseudonym_in_a_text_stops_the_release_and_is_not_repeated(text):
    with pytest.raises(DisclosureError, match=r"results\.note") as refusal:
        check_tables({"results": pd.DataFrame({"note": ["nothing", text]})}, TOKENS)
    assert not any(token in str(refusal.value) for token in TOKENS)


def test_what_only_looks_alike_is_let_through():
    check_tables(
        {"results": pd.DataFrame({"note": ["9001234", None], "count": [900123, 1]})}, TOKENS
    )


def test_a_pseudonym_in_the_bytes_stops_the_release(tmp_path):
    file = tmp_path / "answerable.duckdb"
    file.write_bytes(b"\x00" * 999 + b"VICTIM-000017" + b"\x00" * 999)
    with pytest.raises(DisclosureError, match="bytes"):
        check_file(file, TOKENS)
    file.write_bytes(b"\x00" * 999)
    check_file(file, TOKENS)
