"""What a page offers to take away, noted while the page runs."""

import pytest

from reports.page.document import Document
from views import downloads


class TakenAway:
    """`buttons` of files, each as (label, maker of its bytes, what else it is told); `document` behind the PDF."""

    def __init__(self, patch: pytest.MonkeyPatch):
        self.buttons: list[tuple] = []
        self.document: Document | None = None
        true_button, true_page = downloads.st.download_button, downloads.page

        def button(label, data, **about):
            self.buttons.append((label, data, about))
            return true_button(label, data, **about)

        def page(release, document):
            self.document = document
            true_page(release, document)

        patch.setattr(downloads.st, "download_button", button)
        patch.setattr(downloads, "page", page)
