"""The demo release: synthetic submissions through the same intake and build as any other."""

import os
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path

from data.demo.truths import TRUTHS, Truths
from release.lock import only_holder
from release.read import PREVIEW

PREVIEW_PLACES = ("XAH", "XAI", "XAJ")
"""Places of the preview: large enough to have numbers, small enough to be ready in half a minute."""


def build_demo(
    vault: Path,
    releases: Path,
    *,
    cases: int = 20_000,
    seed: int = 1,
    progress: Callable | None = None,
    truths: Truths = TRUTHS,
) -> Path:
    """Makes the demo submissions, receives each into `vault` (emptied first), and builds a release marked synthetic.

    `vault` is a vault of the demo's own, so that synthetic and real submissions never meet.
    `truths` is the invented world. Returns the release folder. Raises what intake, validation or build raise.
    """
    from data.demo import make_submissions
    from release.build import build

    problem = (
        "The demo is being built already by another process. Wait for it: it takes some minutes."
    )
    with only_holder(vault.with_name(f".{vault.name}.lock"), problem):
        if vault.exists():
            shutil.rmtree(vault)
        with tempfile.TemporaryDirectory(prefix="answerable-demo-") as folder:
            submissions = make_submissions(
                Path(folder), cases=cases, seed=seed, progress=progress, truths=truths
            )
            _receive_all(submissions, vault, progress)
        path = build(vault, releases, progress=progress)
    # Whoever reads in it goes on reading: what they have open stays until they let it go.
    shutil.rmtree(releases / PREVIEW, ignore_errors=True)
    return path


def build_preview(
    releases: Path,
    *,
    cases: int = 20_000,
    seed: int = 1,
    progress: Callable | None = None,
) -> Path:
    """A release of a few places of the same demo, made to be looked at until the demo is there.

    It stands apart from the releases: what comes after a release is held to what that one told, and
    nobody is to be held to a preview. Returns its folder. Raises as `build_demo` does.
    """
    from data.demo import make_submissions
    from release.build import build

    with tempfile.TemporaryDirectory(prefix="answerable-preview-") as folder:
        made, vault = Path(folder) / "submissions", Path(folder) / "vault"
        submissions = [
            submission
            for submission in make_submissions(made, cases=cases, seed=seed, progress=progress)
            if submission.agency_id.split("-")[0] in PREVIEW_PLACES
        ]
        _receive_all(submissions, vault, progress)
        return build(vault, releases / PREVIEW, progress=progress)


def _receive_all(submissions: list, vault: Path, progress: Callable | None) -> None:
    """Receives every submission, jurisdictions side by side and each jurisdiction's in order.

    The order matters within a jurisdiction: later files refer to people and cases in earlier ones.
    """
    groups = [
        list(group)
        for _, group in groupby(submissions, key=lambda each: each.agency_id.split("-")[0])
    ]
    done = 0
    if progress:
        progress("Receiving synthetic submissions", done, len(submissions))
    # From a server without connections: DuckDB does not survive a fork with open threads. The
    # server loads the validation library once, where it cannot each process does.
    context = get_context("forkserver")
    context.set_forkserver_preload(["validations.loaded"])
    with ProcessPoolExecutor(os.cpu_count(), mp_context=context) as pool:
        running = [pool.submit(_receive_in_order, group, vault) for group in groups]
        for finished in as_completed(running):
            done += finished.result()
            if progress:
                progress("Receiving synthetic submissions", done, len(submissions))


def _receive_in_order(submissions: list, vault: Path) -> int:
    from validations.receive import receive

    for submission in submissions:
        receive(
            submission.paths,
            mapping=submission.mapping,
            agency_id=submission.agency_id,
            period_start=submission.period_start,
            period_end=submission.period_end,
            vault=vault,
            is_synthetic=True,
        )
    return len(submissions)
