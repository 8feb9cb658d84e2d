"""Every flag, verdict, reason and signal the comparisons can hold has words, and none of them judges."""

import pytest

from charts.verdicts import FLAGS, REASONS, SIGNALS, VERDICTS, reason, signal
from metrics.estimators import funnel_flag, making_data_count
from metrics.trending.chart import FEW_CROSSINGS, LONG_RUN
from tests.factory import made_up_tables

LABELS = {label for sides in making_data_count.LABELS.values() for label in sides.values()}
JUDGING = ("bias", "discriminat", "better", "worse", "good", "bad", "rank", "best", "improve")


def test_every_flag_has_words():
    assert set(FLAGS) == set(funnel_flag.FLAGS)


def test_every_signal_has_words():
    assert set(SIGNALS) == LABELS | {LONG_RUN, FEW_CROSSINGS}


def test_every_verdict_and_reason_of_a_release_has_words():
    tables = made_up_tables()
    assert set(tables["disparities"]["verdict"]) <= set(VERDICTS)
    for name in ("disparities", "comparisons"):
        held = set(tables[name]["reason"].dropna())
        assert held and held <= set(REASONS)


@pytest.mark.parametrize(
    "said",
    [
        *(f"{w.label} {w.meaning}" for words in (FLAGS, VERDICTS) for w in words.values()),
        *SIGNALS.values(),
        *REASONS.values(),
    ],
)
def test_words_do_not_judge(said):
    assert not [word for word in JUDGING if word in said.lower()]


def test_nothing_is_said_where_there_is_nothing():
    assert (reason(None), signal(None), signal("")) == ("", "", "")
    assert signal("Above UCL") == "above the upper limit"
