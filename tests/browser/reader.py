"""A reader at a browser: opens pages, waits until they stand, notes what should not happen."""

from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")

STANDS = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const charts = document.querySelectorAll('[data-testid="stPlotlyChart"]').length;
  const drawn = document.querySelectorAll('.js-plotly-plot .main-svg').length;
  const waiting = document.querySelector('[data-testid="stSkeleton"]');
  return app && app.dataset.testScriptState === 'notRunning' && document.querySelector('h1')
    && !waiting && (charts === 0 || drawn >= charts);
}"""

OVERFLOW = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return Math.max(main.scrollWidth - main.clientWidth,
    document.documentElement.scrollWidth - document.documentElement.clientWidth);
}"""


class Reader:
    """One browser window on the dashboard."""

    def __init__(self, browser, address: str, *, scheme: str = "light", width: int = 1280):
        self.address = address
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme
        )
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("request", self._watch)

    def open(self, path: str) -> None:
        self.page.goto(f"{self.address}/{path}")
        self.wait()

    def go(self, path: str, title: str) -> None:
        """Moves to another page as the browser's own history does, without loading everything anew."""
        self.page.evaluate(
            "path => { history.pushState({}, '', path); dispatchEvent(new PopStateEvent('popstate')) }",
            f"/{path}",
        )
        self.page.get_by_role("heading", level=1, name=title, exact=True).wait_for()
        self.wait()

    def wait(self) -> None:
        self.page.wait_for_function(STANDS, timeout=30_000)

    def choose(self, label: str, option: str) -> None:
        """Picks an option of a filter and waits for what follows."""
        before = self.text
        self.page.get_by_role("combobox", name=label).click()
        self.page.get_by_role("option", name=option, exact=True).click()
        self.wait_for_change(before)

    def wait_for_change(self, before: str) -> None:
        """Until the page says something else than before."""
        self.page.wait_for_function(
            "before => document.querySelector('[data-testid=\"stMain\"]').innerText !== before",
            arg=before,
        )
        self.wait()

    @property
    def text(self) -> str:
        return self.page.inner_text('[data-testid="stMain"]')

    @property
    def overflow(self) -> int:
        """Pixels by which the page is wider than the window."""
        return self.page.evaluate(OVERFLOW)

    def barriers(self) -> list[str]:
        """What axe-core finds against the reader: rule, and the first place of each."""
        if not self.page.evaluate("() => !!window.axe"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("() => axe.run()")["violations"]
        return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]

    def tab_to(self, element, most: int = 120) -> bool:
        """Presses Tab until the element has the focus; False where it never gets it."""
        for _ in range(most):
            if element.evaluate("it => it === document.activeElement"):
                return True
            self.page.keyboard.press("Tab")
        return False

    def fetch(self, button, folder: Path) -> Path:
        """Presses a button of a file and returns the file, named as the browser would name it."""
        with self.page.expect_download(timeout=90_000) as waiting:
            button.click()
        saved = folder / waiting.value.suggested_filename
        waiting.value.save_as(saved)
        return saved

    def close(self) -> None:
        self.context.close()

    def _hear(self, message) -> None:
        # Streamlit asks for its own health below the page's address first, and then at the root.
        if message.type == "error" and "/_stcore/" not in message.location.get("url", ""):
            self.complaints.append(f"console: {message.text}")

    def _watch(self, request) -> None:
        url = urlsplit(request.url)
        if url.scheme in ("http", "https", "ws", "wss") and url.hostname != "127.0.0.1":
            self.complaints.append(f"request to {url.hostname}")
