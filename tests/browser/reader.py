"""A reader at a browser: opens pages, waits until they stand, notes what should not happen."""

import contextlib
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")

PATIENCE = 120_000
"""Milliseconds that any wait may take: a busy machine needs half a minute for its first page."""

STANDS = """() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const chosen = query => {
    const names = new URLSearchParams(query);
    names.delete('language');
    names.sort();
    return names.toString();
  };
  const [app] = all('[data-testid="stApp"]');
  return app && app.dataset.testScriptState === 'notRunning' && all('h1').length > 0
    && all('[data-testid="stSkeleton"]').length === 0
    && all('[data-testid="stPlotlyChart"]').every(chart => chart.querySelector('.main-svg'))
    && all('.answerable-languages a').every(link => chosen(link.search) === chosen(location.search));
}"""
"""A run of the app has ended and is drawn, and it was told of every choice in the address.

Streamlit says `notRunning` also between a choice and the run that answers it, while the address has changed already.
The links to other languages are made last in a run, of the choices it knew.
"""

ACTIVE = """words => {
  const option = document.getElementById(document.activeElement.getAttribute('aria-activedescendant'));
  return option && (words == null ? option.ariaSelected !== 'true' : option.innerText === words);
}"""
"""The option that Enter would pick is the one of these words; or, without words, not the one chosen already."""

BARRIERS = """rules => axe.run({resultTypes: ['violations'], ...(rules && {runOnly: rules})})
  .then(found => found.violations)"""
"""What axe-core also has to say of everything that is well takes longer to hand over than to find."""

OF_COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe-core whose verdict hangs on the scheme of colours."""

BACKGROUND = (
    "() => getComputedStyle(document.querySelector('[data-testid=\"stApp\"]')).backgroundColor"
)

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
        self.context.set_default_timeout(PATIENCE)
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
        if urlsplit(self.page.url).path == f"/{path}":
            # The app would run once more, and nothing would tell before from after.
            return
        self.page.evaluate(
            "path => { history.pushState({}, '', path); dispatchEvent(new PopStateEvent('popstate')) }",
            f"/{path}",
        )
        self.page.get_by_role("heading", level=1, name=title, exact=True).wait_for()
        self.wait()

    def wait(self) -> None:
        """Until the page stands as the address says."""
        self.page.wait_for_function(STANDS, polling=50)

    def choose(self, label: str, option: str) -> None:
        """Picks an option of a filter that is not chosen yet, with the mouse, and waits for what follows."""
        before = self.page.url
        self.page.get_by_role("combobox", name=label).click()
        self.page.get_by_role("option", name=option, exact=True).click()
        self.wait_for_choice(before)

    def choose_another(self, box) -> None:
        """Picks what is not chosen yet of a filter, by its words: a long list holds back what is out of sight, and
        loses a click while it scrolls there."""
        before = self.page.url
        box.press("ArrowDown")
        others = self.page.get_by_role("option", selected=False)
        others.first.wait_for()
        words = others.all_inner_texts()[-1]
        box.clear()
        box.fill(words)
        self.page.wait_for_function(ACTIVE, arg=words)
        box.press("Enter")
        self.wait_for_choice(before)

    def choose_by_arrows(self) -> None:
        """Picks what is not chosen yet of the filter that has the focus, with the arrow keys."""
        before = self.page.url
        self.page.keyboard.press("ArrowDown")
        self.page.get_by_role("option").first.wait_for()
        self.page.keyboard.press("ArrowDown")
        self.page.wait_for_function(ACTIVE)
        self.page.keyboard.press("Enter")
        self.wait_for_choice(before)

    def wait_for_choice(self, before: str) -> None:
        """Until the address is another than before, and the page stands."""
        self.page.wait_for_url(lambda url: url != before)
        self.wait()

    @property
    def text(self) -> str:
        return self.page.inner_text('[data-testid="stMain"]')

    @property
    def overflow(self) -> int:
        """Pixels by which the page is wider than the window."""
        return self.page.evaluate(OVERFLOW)

    @property
    def elements(self) -> int:
        """How many elements the document has."""
        return self.page.evaluate("() => document.querySelectorAll('*').length")

    @contextlib.contextmanager
    def in_scheme(self, scheme: str):
        """The same page as the reader sees it who changes to the other scheme, until the block ends."""
        self._change_to(scheme)
        yield
        self._change_to("light" if scheme == "dark" else "dark")

    def _change_to(self, scheme: str) -> None:
        before = self.page.evaluate(BACKGROUND)
        self.page.emulate_media(color_scheme=scheme)
        self.page.wait_for_function(f"before => ({BACKGROUND})() !== before", arg=before)
        self.wait()

    def barriers(self, rules: tuple[str, ...] | None = None) -> list[str]:
        """What axe-core finds against the reader, by all rules or these: rule, and the first place of each."""
        if not self.page.evaluate("() => !!window.axe"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate(BARRIERS, rules)
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
        return self.download(button.click, folder)

    def download(self, press, folder: Path) -> Path:
        """Does what a file comes of, and returns the file, named as the browser would name it."""
        with self.page.expect_download() as waiting:
            press()
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
