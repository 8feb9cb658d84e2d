"""The choice of a currency; sums in different ones never meet."""

from collections import Counter

import streamlit as st

from charts.describe import quality
from languages import phrase
from views import shown
from views.filter_box import filter_box
from views.filters import carry_over


def choose(rows: list[dict], page: str) -> str | None:
    """The chosen currency of those in `rows`; the one with most numbers at the start, None where there is none."""
    numbers = Counter({row["currency"]: 0 for row in rows if row["currency"]})
    numbers.update(row["currency"] for row in rows if row["currency"] and quality(row) != "blank")
    if not numbers:
        return None
    found = sorted(numbers)
    chosen = max(found, key=lambda each: numbers[each])
    if len(found) > 1:
        carry_over("currency", found, page)
        chosen = filter_box(
            phrase("Currency"), found, index=found.index(chosen), key="currency", width=140
        )
        st.session_state.setdefault("kept", {})["currency"] = chosen
    shown.choice(phrase("Currency"), chosen)
    return chosen
