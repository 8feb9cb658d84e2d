"""A page of as many elements as the environment variable BARE says, with nothing behind them: the floor of a page.

A choice changes its charts and paragraphs, as it does on other pages, so that the browser has as much to draw anew.

BARE is JSON: {"selectbox": 2, "plotly_chart": 3, "html": 20, "download_button": 12}.
"""

import json
import os

import streamlit as st

POINTS = list(range(10))

counts = json.loads(os.environ["BARE"])
st.set_page_config(page_title="Bare", layout="wide")
st.title("Bare")
chosen = [
    st.selectbox(f"Choice {n}", POINTS, key=f"choice {n}", bind="query-params")
    for n in range(counts.get("selectbox", 0))
]
st.html(f'<p role="status">Chosen: {chosen}</p>')
for n in range(counts.get("plotly_chart", 0)):
    trace = {"type": "scatter", "x": POINTS, "y": [n + sum(chosen) + point for point in POINTS]}
    st.plotly_chart({"data": [trace], "layout": {"height": 340}}, key=f"chart {n}", alt="Points")
for n in range(counts.get("html", 0)):
    st.html(f"<p>Paragraph {n} of {chosen}, in which a sentence stands as on other pages.</p>")
for n in range(counts.get("download_button", 0)):
    st.download_button(f"File {n}", lambda: b"-", file_name="file.csv", on_click="ignore")
