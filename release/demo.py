"""The demo release: synthetic submissions through the same intake and build as any other."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


def build_demo(
    vault: Path,
    releases: Path,
    *,
    cases: int = 20_000,
    seed: int = 1,
    progress: Callable | None = None,
) -> Path:
    """Makes the demo submissions, receives each into `vault` (emptied first), and builds a release marked synthetic.

    `vault` is a vault of the demo's own, so that synthetic and real submissions never meet.
    Returns the release folder. Raises what intake, validation or build raise.
    """
    from data.demo import make_submissions
    from release.build import build
    from validations.receive import receive

    if vault.exists():
        shutil.rmtree(vault)
    with tempfile.TemporaryDirectory(prefix="answerable-demo-") as folder:
        submissions = make_submissions(Path(folder), cases=cases, seed=seed, progress=progress)
        for number, submission in enumerate(submissions, start=1):
            if progress:
                progress("Receiving synthetic submissions", number, len(submissions))
            receive(
                submission.paths,
                mapping=submission.mapping,
                agency_id=submission.agency_id,
                period_start=submission.period_start,
                period_end=submission.period_end,
                vault=vault,
                is_synthetic=True,
            )
    return build(vault, releases, progress=progress)
