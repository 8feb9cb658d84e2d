"""The release in a browser: one page a file, each with one `show(release)`; charts drawn by plotly."""
