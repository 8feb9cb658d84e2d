"""The choice of a currency; sums in different ones never meet."""

from collections import Counter

import streamlit as st

from charts.describe import quality
from views import shown
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
        chosen = st.selectbox(
            "Currency",
            found,
            index=found.index(chosen),
            key="currency",
            bind="query-params",
            width=140,
        )
        st.session_state.setdefault("kept", {})["currency"] = chosen
    shown.choice("Currency", chosen)
    return chosen
