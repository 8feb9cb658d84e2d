"""What the earlier releases together still tell: a number that was left out of the last one was not unsaid."""

from collections.abc import Iterable

import pandas as pd

from disclosure.succession.matching import named


def last_told(releases: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """For every number the row of the newest release that has it; `releases` are published results, newest first.

    For `comparing.compare`, which needs to know of a number that vanished for a while and returns.
    `holding.hold` asks about the release before alone: what was left out is not brought back.
    """
    rows = [release for release in releases if len(release)]
    if not rows:
        raise ValueError("no earlier release has results")
    everything = pd.concat([each.astype(object) for each in rows], ignore_index=True)
    return everything[~named(everything).duplicated()].reset_index(drop=True)
