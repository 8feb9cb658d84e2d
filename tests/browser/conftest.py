"""The dashboard served as a reader gets it, and Debian's Chromium in front of it."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.browser.reader import Reader

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def address(releases) -> str:
    """A server over the made-up release."""
    with served(releases) as found:
        yield found


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def wide_window(browser, address):
    """One window for all tests that need no other: to open one costs more than most of what is done in it."""
    with contextlib.closing(Reader(browser, address)) as opened:
        opened.open("")
        yield opened


@pytest.fixture(scope="session")
def narrow_window(browser, address):
    """The same for whoever reads in the dark on a telephone."""
    with contextlib.closing(Reader(browser, address, scheme="dark", width=320)) as opened:
        opened.open("")
        yield opened


@pytest.fixture
def reader(wide_window) -> Reader:
    """Somebody who reads in the wide window; what others complained of there is forgotten."""
    wide_window.complaints.clear()
    return wide_window


@pytest.fixture
def narrow(narrow_window) -> Reader:
    """Somebody who reads in the narrow window."""
    narrow_window.complaints.clear()
    return narrow_window


@pytest.fixture(scope="session")
def other(browser, address):
    """Somebody else, who is given an address and nothing more."""
    with contextlib.closing(Reader(browser, address)) as opened:
        yield opened


@contextlib.contextmanager
def served(releases: Path):
    """Runs the dashboard over a folder of releases until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "streamlit", "run", "app.py"),
            *("--server.port", str(port), "--server.address", "127.0.0.1"),
            *("--server.headless", "true", "--server.fileWatcherType", "none"),
        ],
        cwd=ROOT,
        env=os.environ | {"ANSWERABLE_RELEASES": str(releases)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int, server: subprocess.Popen) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until and server.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.2)
    raise RuntimeError("the dashboard did not start")
