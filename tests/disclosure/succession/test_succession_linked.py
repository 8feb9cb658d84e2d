"""What is held together: metrics that count the same units or units of one another, place by place."""

import pandas as pd

from disclosure.succession.linked import linked_groups
from tests.disclosure.people import frame, row


def test_metrics_are_linked_by_sets_they_share_and_sets_that_lie_in_others():
    sets = pd.DataFrame(
        [
            ("charged", "trafficking", "numerator", "charged"),
            ("charged", "trafficking", "denominator", "suspects"),
            ("convicted", "trafficking", "numerator", "convicted"),
            ("housed", "trafficking", "numerator", "housed"),
        ],
        columns=["metric_id", "scope", "measure", "set_id"],
    )
    nested = pd.DataFrame([("convicted", "charged")], columns=["inner", "outer"])
    rows = frame(
        [
            row("total", "total", 100, 40, metric_id=metric, jurisdiction=place, **other)
            for metric, place, other in (
                ("charged", "XAA", {}),
                ("convicted", "XAA", {}),
                ("convicted", "XAB", {}),
                ("housed", "XAA", {}),
                ("undeclared", "XAA", {}),
                ("charged", "XAA", {"source": "official"}),
            )
        ]
    )
    groups = linked_groups(rows, sets, nested)
    assert groups[0] == groups[1]
    assert len({groups[0], groups[2], groups[3], groups[4]}) == 4
    assert pd.isna(groups[5])
    again = linked_groups(rows[::-1], sets[::-1], nested)
    assert again.sort_index().equals(groups)
    assert linked_groups(rows, sets, nested[:0]).nunique() == 5
