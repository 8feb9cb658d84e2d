"""Makes the files of many orders, several at once: each in a process of its own, on every core there is."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing.connection import wait
from multiprocessing.util import Finalize
from pathlib import Path

from release.read import Release, open_release
from reports.door.asked import Order
from reports.door.making import make
from reports.door.naming import said_of_place
from reports.reading import Reading


def make_many(
    release: Release, orders: Sequence[Order], folder: Path, progress: Callable | None = None
) -> list[Path]:
    """The files of all orders, in the order of the orders; `progress(message, done, total)` is told each that is made.

    The first order that fails ends all: what was made until then stays, whole.
    """
    tell = progress or (lambda message, done=None, total=None: None)
    if len(orders) == 1:
        return make(release, orders[0], folder, tell)
    found: dict[int, list[Path]] = {}
    workers = min(len(orders), os.cpu_count() or 1)
    # A process that is copied while the engine or the drawing runs may hang; a fresh one does not.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, _open, (release.path,)) as pool:
        tell("Making files", 0, len(orders))
        waited = {pool.submit(_make, order, folder): place for place, order in enumerate(orders)}
        try:
            for done in as_completed(waited):
                place = waited[done]
                found[place] = done.result()
                tell(f"Made {said_of_order(release, orders[place])}", len(found), len(orders))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return [path for place in sorted(found) for path in found[place]]


def said_of_order(release: Release, order: Order) -> str:
    """What an order makes, in few words of the command line."""
    if order.about == "release":
        return " and ".join(order.kinds)
    what = f"return {order.return_id}" if order.about == "return" else "report"
    return f"{what} of {said_of_place(release, order.place)}"


_reading: Reading | None = None
"""The release of a worker: opened once, read by all of its orders."""


def _open(path: Path) -> None:
    global _reading
    _end_with_parent()
    _reading = Reading(open_release(path))


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever, and hold the release open."""
    parent = multiprocessing.parent_process().sentinel
    ended, end = multiprocessing.Pipe(duplex=False)

    def watch() -> None:
        if parent in wait([parent, ended]):
            os._exit(1)

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()

    def stop() -> None:
        end.close()
        watching.join()

    # A thread that still runs when a worker ends in peace makes libraries complain of what they could not tidy up.
    Finalize(None, stop, exitpriority=0)


def _make(order: Order, folder: Path) -> list[Path]:
    return make(_reading.release, order, folder, reading=_reading)
